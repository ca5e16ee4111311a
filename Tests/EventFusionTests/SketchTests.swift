import Testing

@testable import EventFusion

/// Telling a wire copy from a text of its own.
@Suite("Shingles")
struct SketchTests {
  private func text(_ words: Range<Int>) -> String {
    words.map { "كلمة\($0 &* 2_654_435_761 % 100_003)" }.joined(separator: " ")
  }

  @Test("The same, spelled otherwise, is the same")
  func folding() {
    let one = ShingleSketch(text: "أعلنت الحكومة، في بيان، إلى الأمة جمعاء")
    let other = ShingleSketch(text: "اعلنت الحكومه في بيان الي الامة جمعاء.")
    #expect(one == other)
    #expect(one.isCopy(of: other))
  }

  @Test("A cut or lengthened copy is a copy, another text is none")
  func copies() {
    let wire = ShingleSketch(text: text(0..<400))
    #expect(wire.isCopy(of: ShingleSketch(text: text(0..<250))))
    #expect(wire.isCopy(of: ShingleSketch(text: text(0..<400) + " " + text(9000..<9200))))
    #expect(!wire.isCopy(of: ShingleSketch(text: text(300..<700))))
    #expect(wire.overlap(with: ShingleSketch(text: text(1000..<1400))) < 0.05)
  }

  @Test("Menus stay out of it")
  func furniture() {
    let menu = "الرئيسية سياسة اقتصاد رياضة ثقافة منوعات اتصل بنا "
    let body = text(0..<50)
    let bytes = Array((menu + body).utf8)
    #expect(
      ShingleSketch(utf8: bytes, skipping: [0..<menu.utf8.count]) == ShingleSketch(text: body)
    )
  }

  @Test("Empty, short and broken texts are safe")
  func odd() {
    #expect(ShingleSketch(text: "").count == 0)
    #expect(!ShingleSketch(text: "").isCopy(of: ShingleSketch(text: "")))
    #expect(ShingleSketch(text: "كلمتان فقط").count == 1)
    #expect(ShingleSketch(utf8: [0xFF, 0xD8, 0xD8, 0xA7, 0xF4, 0x20, 0x80]).count <= 1)
    #expect(ShingleSketch(utf8: Array("abc".utf8), skipping: [5..<90]).count == 1)
  }

  @Test("Copies are grouped, whatever lies between them")
  func groups() {
    let sketches = [0, 1000, 2000, 0, 3000, 5].map {
      Optional(ShingleSketch(text: text($0..<($0 + 300))))
    }
    let voices = IndependentTexts(sketches + [nil, nil])
    #expect((0..<8).map { voices.group(of: $0) } == [0, 1, 2, 0, 4, 0, 6, 7])
  }
}

/// Who is trusted more.
@Suite("Ranking")
struct RankingTests {
  @Test("By the report's list, by a government's address, else a paper")
  func ranks() {
    let ranking = SourceRanking(kinds: ["وكالة الأنباء": "agency"])
    #expect(ranking.rank(of: "وكالة الانباء", url: nil) == 1)
    #expect(ranking.rank(of: "صحيفة", url: "https://www.pmo.gov.iq/x") == 0)
    #expect(ranking.rank(of: "صحيفة", url: "https://gov-news.example/a/gov/b") == 2)
    #expect(ranking.rank(of: nil, url: nil) == 2)
    #expect(SourceRanking(order: ["agency"]).rank(of: nil, url: nil) == 1)
  }
}
