import Chronology
import NewsModel
import Testing

@testable import EventFusion

/// The result depends on what is told, and on nothing else.
@Suite("Stability")
struct StabilityTests {
  static func world(seed: UInt64, mentions count: Int) -> ([EventMention], [ArticleDigest]) {
    var generator = FixedGenerator(seed: seed)
    let people = [
      People.kadhimi, People.salih, People.biden, People.trump, People.pelosi, People.iraq,
      People.america, People.france, People.stranger("جوي هود", country: "US"),
    ]
    let types = ["meeting", "summit", "visit", "statement", "round", "agreement", "signing"]
    let bases: [EventDateBasis] = [.explicit, .weekday, .publication, .paragraph]
    let statuses: [EventStatus] = [.occurred, .occurred, .occurred, .planned, .denied]
    let start = CivilDate(iso: "2021-07-20") ?? .first
    var mentions: [EventMention] = []
    for index in 0..<count {
      var date = EventDate.undated
      if Int.random(in: 0..<4, using: &generator) > 0 {
        let day = start.moved(days: Int.random(in: 0..<9, using: &generator))
        date = Dates.day(day.description, bases[Int.random(in: 0..<4, using: &generator)])
      }
      let chosen = people.shuffled(using: &generator).prefix(
        Int.random(in: 0...3, using: &generator)
      )
      mentions.append(
        mention(
          "a\(Int.random(in: 0..<12, using: &generator)).\(index)",
          types[Int.random(in: 0..<types.count, using: &generator)],
          date,
          actors: Array(chosen),
          status: statuses[Int.random(in: 0..<statuses.count, using: &generator)],
          ordinal: Int.random(in: 0..<5, using: &generator) == 0 ? 3 : nil
        )
      )
    }
    let articles = (0..<12).map {
      article("a\($0)", "2021-07-\(20 + $0 % 9)", source: "صحيفة \($0 % 5)", text: "نص رقم \($0)")
    }
    return (mentions, articles)
  }

  @Test("The order of the input makes no difference", arguments: 1...12)
  func order(seed: Int) {
    let (mentions, articles) = Self.world(seed: UInt64(seed), mentions: 120)
    let events = EventFuser().events(from: mentions, articles: articles)
    var generator = FixedGenerator(seed: UInt64(seed) + 1000)
    for _ in 0..<4 {
      let again = EventFuser().events(
        from: mentions.shuffled(using: &generator),
        articles: articles.shuffled(using: &generator)
      )
      #expect(again == events)
    }
  }

  @Test("Every mention is in exactly one event, and every id is its own", arguments: 1...12)
  func partition(seed: Int) {
    let (mentions, articles) = Self.world(seed: UInt64(seed), mentions: 150)
    let events = EventFuser().events(from: mentions, articles: articles)
    let merged = events.flatMap { $0.mentions.map(\.mention.id) }
    #expect(merged.sorted() == mentions.map(\.id).sorted())
    #expect(Set(events.map(\.id)).count == events.count)
    for event in events {
      #expect(event.id.utf8.count == 15)
      #expect(event.mentions.filter { $0.reason == nil }.count == 1)
      #expect(event.independent <= Set(event.mentions.map(\.mention.article)).count)
      #expect(Set(event.mentions.map(\.mention.status)).count == 1)
    }
  }

  @Test("No event holds two rounds or two days that cannot be one", arguments: 1...12)
  func sound(seed: Int) {
    let (mentions, articles) = Self.world(seed: UInt64(seed), mentions: 150)
    for event in EventFuser().events(from: mentions, articles: articles) {
      #expect(Set(event.mentions.compactMap(\.mention.ordinal)).count <= 1)
      let stated = event.mentions.map(\.mention.date)
        .filter { $0.basis != .publication }.compactMap(\.span.earliest)
      if let first = stated.min(), let last = stated.max() { #expect(last.days(since: first) <= 2) }
    }
  }

  @Test("Dated events come in order, undated ones last")
  func sorted() {
    let (mentions, articles) = Self.world(seed: 5, mentions: 150)
    let days = EventFuser().events(from: mentions, articles: articles)
      .map { $0.date.span.earliest ?? .last }
    #expect(days == days.sorted())
    #expect(days.last == .last)
  }

  @Test("Ids stay when an unrelated article comes, and when a later one joins")
  func ids() throws {
    let both = [People.kadhimi, People.biden]
    let first = mention("a.1", "meeting", Dates.day("2021-07-26"), actors: both)
    let alone = EventFuser().events(from: [first], articles: [article("a", "2021-07-27")])
    let id = try #require(alone.first?.id)
    let more = EventFuser().events(
      from: [
        mention("z.1", "visit", Dates.day("2020-01-02"), actors: [People.france]),
        mention(
          "b.1",
          "summit",
          Dates.day("2021-07-27", .publication),
          actors: both + [People.stranger("جوي هود", country: "US")]
        ),
        first,
      ],
      articles: [
        article("a", "2021-07-27"), article("b", "2021-07-28"), article("z", "2020-01-03"),
      ]
    )
    #expect(more.count == 2)
    #expect(more.last?.id == id)
  }

  @Test("The id is the hash that was promised")
  func hash() {
    // FNV-1a of 128 bits, mixed; a change of the hash would orphan every correction ever made.
    #expect(EventIdentity.hash("") == EventIdentity.hash(""))
    #expect(EventIdentity.hash("a") != EventIdentity.hash("b"))
    let meeting = mention(
      "a.1",
      "meeting",
      Dates.day("2021-07-26"),
      actors: [People.kadhimi, People.biden]
    )
    #expect(
      EventIdentity.Key(mention: meeting).text == "meeting|p:biden+p:kadhimi|2021-07-26||"
    )
    #expect(EventIdentity.hash("meeting|p:biden+p:kadhimi|2021-07-26||") == "ev-f1f184b8d180")
  }

  @Test("Nothing gives nothing")
  func empty() {
    #expect(EventFuser().events(from: [], articles: []).isEmpty)
    #expect(EventFuser().events(from: [], articles: [article("a", "2021-01-01")]).isEmpty)
  }
}
