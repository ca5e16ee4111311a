import Chronology
import NewsModel
import Testing

@testable import Reporting

@Suite("Gathering")
struct EventGatheringTests {
  private func article(_ id: String, _ text: String, date: String? = nil) -> Article {
    Article(id: id, date: date.flatMap { CivilDate(iso: $0) }, text: text)
  }

  private func mention(of article: Article) -> EventMention {
    EventMention(
      id: "\(article.id).0",
      article: article.id,
      type: EventType(rawValue: "meeting"),
      range: TextRange(0, 2),
      trigger: "",
      sentenceRange: TextRange(0, 2),
      sentence: "",
      status: .occurred,
      date: .undated,
      actors: [],
      recipients: [],
      rule: "",
      sentenceIndex: 0
    )
  }

  @Test("The same article twice counts once; another of its id gets an id of its own")
  func ids() {
    var gathering = EventGathering()
    let first = article(
      "a",
      "التقى الوزيران في بغداد صباح اليوم وبحثا ملفات عدة",
      date: "2021-07-28"
    )
    let other = article(
      "a",
      "غادر الوفد العاصمة متوجهاً إلى واشنطن في زيارة رسمية",
      date: "2021-07-30"
    )
    for article in [first, first, other, other] { gathering.add(article, [mention(of: article)]) }
    #expect(gathering.digests.count == 2)
    #expect(gathering.mentions.map(\.id) == ["a.0", "a~2.0"])
    #expect(gathering.mentions.map(\.article) == ["a", "a~2"])
    #expect(gathering.newestDay?.description == "2021-07-30")
  }
}
