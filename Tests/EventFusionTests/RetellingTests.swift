import Chronology
import NewsModel
import Testing

@testable import EventFusion

/// Where tellings without a day, or with too few parties, find their event.
@Suite("Retellings")
struct RetellingTests {
  let fuser = EventFuser()

  private func events(_ mentions: EventMention...) -> [Event] {
    fuser.events(from: mentions, articles: [])
  }

  @Test("«The meeting» of the same article is the meeting")
  func sameArticle() throws {
    let found = events(
      mention("a.1", "meeting", Dates.day("2021-07-28"), actors: [People.kadhimi, People.pelosi]),
      mention("a.2", "meeting", actors: [People.kadhimi]),
      mention("a.3", "meeting", actors: [People.kadhimi, People.pelosi]),
      mention("a.4", "meeting")
    )
    #expect(found.count == 1)
    #expect(found.first?.mentions.count == 4)
    let reasons = found.first?.mentions.compactMap(\.reason) ?? []
    #expect(reasons.allSatisfy { $0.contains("retold in the same article") })
    #expect(reasons.count == 3)
  }

  @Test("With two meetings before it, a bare noun means the nearer one")
  func nearest() throws {
    let found = events(
      mention("a.1", "meeting", Dates.day("2021-07-26"), actors: [People.kadhimi, People.biden]),
      mention("a.3", "meeting", Dates.day("2021-07-28"), actors: [People.kadhimi, People.pelosi]),
      mention("a.4", "meeting", actors: [People.kadhimi])
    )
    #expect(found.count == 2)
    let home = try #require(found.first { $0.mentions.contains { $0.mention.id == "a.4" } })
    #expect(home.date.edtf == "2021-07-28")
  }

  @Test("A full telling without a day goes only to a clear candidate")
  func ambiguous() {
    let found = events(
      mention("a.1", "meeting", Dates.day("2021-07-20"), actors: [People.kadhimi, People.biden]),
      mention("a.2", "meeting", Dates.day("2021-07-26"), actors: [People.kadhimi, People.biden]),
      mention("a.3", "meeting", actors: [People.kadhimi, People.biden])
    )
    #expect(found.count == 3)
    #expect(found.last?.date.isUndated == true)
  }

  @Test("Undated in another article: two named persons and one candidate")
  func otherArticle() {
    let dated = mention(
      "a.1",
      "meeting",
      Dates.day("2021-07-26"),
      actors: [People.kadhimi, People.biden]
    )
    #expect(
      events(dated, mention("b.1", "meeting", actors: [People.kadhimi, People.biden])).count == 1
    )
    #expect(
      events(dated, mention("b.1", "meeting", actors: [People.iraq, People.america])).count == 2
    )
    let second = mention(
      "c.1",
      "meeting",
      Dates.day("2021-09-26"),
      actors: [People.kadhimi, People.biden]
    )
    #expect(
      events(dated, second, mention("b.1", "meeting", actors: [People.kadhimi, People.biden])).count
        == 3
    )
  }

  @Test("An ordinal alone brings an undated round home")
  func ordinal() {
    let states = [People.iraq, People.america]
    #expect(
      events(
        mention("a.1", "round", Dates.day("2021-04-07"), actors: states, ordinal: 3),
        mention("c.1", "round", Dates.day("2021-07-26"), actors: states, ordinal: 4),
        mention("b.1", "round", actors: states, ordinal: 3)
      ).count == 2
    )
  }

  @Test("What an article tells as done lies not after its publication")
  func published() {
    let both = [People.kadhimi, People.biden]
    let found = fuser.events(
      from: [
        mention("a.1", "meeting", Dates.day("2021-07-26"), actors: both),
        mention("b.1", "meeting", actors: both),
      ],
      articles: [article("a", "2021-07-27"), article("b", "2021-05-01")]
    )
    #expect(found.count == 2)
  }

  @Test("Undated Trump of 2020 never joins dated Biden of 2021")
  func presidents() {
    #expect(
      events(
        mention("a.1", "meeting", Dates.day("2021-07-26"), actors: [People.kadhimi, People.biden]),
        mention("b.1", "meeting", actors: [People.trump, People.kadhimi]),
        mention("b.2", "meeting", actors: [People.trump, People.kadhimi])
      ).count == 2
    )
  }

  @Test("One deadline told by two papers is one")
  func deadline() {
    let end = Dates.span(nil, "2021-12-31", grain: .year, edtf: "../2021-12-31")
    let found = events(
      mention("a.1", "withdrawal", end, actors: [People.america], status: .planned),
      mention("b.1", "withdrawal", end, actors: [People.america], status: .planned),
      mention("c.1", "withdrawal", end, actors: [People.france], status: .planned)
    )
    #expect(found.count == 2)
  }

  @Test("A telling by the article's day alone joins the dated one above it")
  func articleDay() {
    let both = [People.kadhimi, People.biden]
    let found = events(
      mention("a.1", "meeting", Dates.day("2021-07-26"), actors: both),
      mention("a.6", "meeting", Dates.day("2021-07-29", .publication), actors: both)
    )
    #expect(found.count == 1)
    #expect(found.first?.date.edtf == "2021-07-26")
    #expect(found.first?.conflicts.isEmpty == true)
  }

  @Test("Two undated tellings of one article say that neither has a date")
  func neither() {
    let found = events(
      mention("a.1", "meeting", actors: [People.kadhimi, People.biden]),
      mention("a.2", "meeting", actors: [People.kadhimi, People.biden])
    )
    #expect(found.count == 1)
    #expect(
      found.first?.mentions.last?.reason == "same named parties, neither has a date"
    )
  }

  @Test("An agreement of two states without a day may be any")
  func states() {
    let found = events(
      mention("a.1", "signing", Dates.day("2021-07-26"), actors: [People.kadhimi, People.biden]),
      mention("a.2", "agreement", actors: [People.iraq, People.america])
    )
    #expect(found.count == 2)
  }

  @Test("Many papers that tell one undated meeting tell one meeting")
  func chorus() {
    let both = [People.kadhimi, People.biden]
    let mentions = (0..<600).map { mention("a\($0).1", "meeting", actors: both) }
    let close = (0..<600).map { article("a\($0)", "2021-07-\(10 + $0 % 20)") }
    #expect(EventFuser().events(from: mentions, articles: close).count == 1)
    // Half a year apart they tell two.
    let apart = (0..<600).map { article("a\($0)", $0 % 2 == 0 ? "2021-01-10" : "2021-07-10") }
    let events = EventFuser().events(from: mentions, articles: apart)
    #expect(events.map(\.mentions.count) == [300, 300])
  }
}
