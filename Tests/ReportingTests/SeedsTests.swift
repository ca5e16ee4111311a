import ArticleReading
import DateResolution
import EventFusion
import NewsModel
import Testing

@testable import Reporting

/// Where the seeds are kept.
private enum Seeds {
  static let path =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    .joined(separator: "/") + "/shared/gold/articles.jsonl"
}

/// Five real articles, all the way to merged events; they are kept beside the project, not in it.
@Suite(
  "The seeds",
  .enabled(if: FileBytes.exists(Seeds.path), "../shared/gold is not beside this checkout")
)
struct SeedsTests {
  private static let events: [Event] = (try? seedEvents()) ?? []

  private static func seedEvents() throws -> [Event] {
    let pipeline = try Pipeline.ofEvents(settings: DateSettings())
    let reader = ArticleReader(furniture: try PageFurniture.standard())
    var gathering = EventGathering()
    reader.read(Seeds.path) { (record: ArticleRecord) in
      guard case .article(let article, _) = record, article.id < "005" else { return }
      let (dated, mentions) = pipeline.told(by: article)
      gathering.add(dated, mentions)
    }
    return gathering.merged(by: pipeline)
  }

  private func articles(of event: Event) -> Set<String> {
    Set(event.mentions.map(\.mention.article))
  }

  @Test("Biden and Kadhimi met once, on 26 July 2021, as two articles tell")
  func bidenAndKadhimi() throws {
    let met = Self.events.filter { event in
      event.type.rawValue == "meeting" && event.status == .occurred
        && Set(event.parties.compactMap(\.id)).isSuperset(of: ["p:biden", "p:kadhimi"])
    }
    let meeting = try #require(met.first)
    #expect(met.count == 1)
    #expect(meeting.date.edtf == "2021-07-26")
    #expect(articles(of: meeting) == ["000", "001"])
  }

  @Test("The third round was on 7 April 2021, as two articles tell, and is not the fourth")
  func rounds() throws {
    let third = Self.events.filter { $0.type.rawValue == "round" && $0.ordinal == 3 }
    let round = try #require(third.first)
    #expect(third.count == 1)
    #expect(round.date.edtf == "2021-04-07")
    #expect(articles(of: round) == ["002", "004"])
    for event in Self.events where event.ordinal == 4 {
      #expect(articles(of: event).isDisjoint(with: articles(of: round)))
    }
  }

  @Test("Trump's meeting of 2020 stays apart from Biden's of 2021")
  func trumpApart() {
    for event in Self.events {
      let ids = Set(event.parties.compactMap(\.id))
      #expect(!ids.isSuperset(of: ["p:trump", "p:biden"]), "\(event.id)")
    }
  }
}
