import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The cases of events.md that must hold on five real articles, which only contributors have.
@Suite("The seeds", .enabled(if: Seeds.arePresent, "skipped: ../shared is not beside the project"))
struct SeedsTests {
  private let events: [[String]]

  init() {
    let script = "head -5 '\(Seeds.path)' >s.jsonl && tarikh events --jsonl s.jsonl"
    // One line an event: its type, days, ordinal, names and articles, read with the jq of the poor.
    events = ToolProcess.run(script).output.split(separator: "\n").map { line in
      line.split(separator: "\"").map(String.init)
    }
  }

  private func events(type: String, day: String) -> [[String]] {
    events.filter { event in
      event.containsRun(["type", ":", type]) && event.containsRun(["earliest", ":", day])
    }
  }

  private func articles(of event: [String]) -> Set<String> {
    Set(event.indices.dropLast(2).filter { event[$0] == "doc" }.map { event[$0 + 2] })
  }

  @Test("Articles 000 and 001 tell one meeting of Biden and Kadhimi on 26 July 2021")
  func meeting() {
    let found = events(type: "meeting", day: "2021-07-26")
    #expect(found.count == 1)
    #expect(found.first.map(articles) == ["000", "001"])
    #expect(found.first?.contains("p:biden") == true)
    #expect(found.first?.contains("p:kadhimi") == true)
  }

  @Test("Articles 002 and 004 tell one third round on 7 April 2021, apart from the fourth")
  func thirdRound() {
    let third = events(type: "round", day: "2021-04-07")
    #expect(third.count == 1)
    #expect(third.first.map(articles) == ["002", "004"])
    #expect(third.first?.contains(":3,") == true)
    let fourth = events(type: "round", day: "2021-07-26")
    #expect(fourth.count == 1)
    #expect(fourth.first.map(articles) == ["001"])
  }

  @Test("Articles 002 and 004 tell one statement of Salih on 18 March 2021")
  func statement() {
    let found = events(type: "statement", day: "2021-03-18")
    #expect(found.count == 1)
    #expect(found.first.map(articles) == ["002", "004"])
  }

  @Test("Trump in 2020 and Biden in 2021 are two events")
  func presidents() {
    #expect(!events.contains { $0.contains("p:trump") && $0.contains("p:biden") })
  }
}

private enum Seeds {
  static let path: String = {
    let here = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return here.dropLast(4).joined(separator: "/") + "/shared/gold/articles.jsonl"
  }()

  static var arePresent: Bool { access(path, R_OK) == 0 }
}

extension [String] {
  fileprivate func containsRun(_ run: [String]) -> Bool {
    indices.contains { start in
      start + run.count <= count && zip(self[start...], run).allSatisfy(==)
    }
  }
}
