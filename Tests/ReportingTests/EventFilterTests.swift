import Chronology
import NewsModel
import Testing

@testable import Reporting

@Suite("Filters")
struct EventFilterTests {
  private func event(
    _ first: String?,
    _ last: String?,
    published: String? = nil,
    sentence: String = "التقى الوزيران في بغداد"
  ) -> Event {
    let days = [first, last].map { $0.flatMap { CivilDate(iso: $0) } }
    let date = EventDate(
      span: UncertainDate(earliest: days[0], latest: days[1], grain: .day),
      edtf: "",
      basis: .none
    )
    let iraq = Party(id: "p:one", name: "أحد", country: "IQ", surface: "أحد", how: .alias)
    let mention = EventMention(
      id: "a.1",
      article: "a",
      type: EventType(rawValue: "meeting"),
      range: TextRange(0, 1),
      trigger: "",
      sentenceRange: TextRange(0, 1),
      sentence: sentence,
      status: .occurred,
      date: date,
      actors: [iraq],
      recipients: [],
      rule: "",
      sentenceIndex: 0
    )
    return Event(
      id: "ev-000000000000",
      type: EventType(rawValue: "meeting"),
      status: .occurred,
      date: date,
      actors: [iraq],
      place: Place(name: "أنقرة", country: "TR"),
      headline: "",
      headlineMention: "a.1",
      mentions: [
        MergedMention(mention: mention, published: published.flatMap { CivilDate(iso: $0) })
      ],
      sources: 1,
      independent: 1
    )
  }

  private func passes(_ event: Event, _ set: (inout EventFilter) -> Void) -> Bool {
    var filter = EventFilter()
    set(&filter)
    return filter([event]).count == 1
  }

  @Test("One of the outlets must tell it, whatever the spelling of its hamza")
  func sources() {
    var event = event("2021-07-26", "2021-07-26")
    #expect(passes(event) { $0.sources = ["a"] })
    event.mentions[0].source = "الأناضول"
    #expect(passes(event) { $0.sources = ["رويترز", "الاناضول"] })
    #expect(!passes(event) { $0.sources = ["رويترز"] })
    #expect(!passes(event) { $0.sources = ["a"] })
  }

  @Test("A period is counted from the day the sheet is made for")
  func periods() throws {
    let event = event("2021-07-20", "2021-07-20")
    var filter = EventFilter()
    try filter.setPeriod("last-full-week")
    func passes(_ day: String) -> Bool {
      filter.fixed(asOf: CivilDate(iso: day), weekStart: .monday)([event]).count == 1
    }
    #expect(passes("2021-07-28"))
    #expect(!passes("2021-08-04"))
    #expect(throws: Fault.self) { try filter.setPeriod("some-time") }
  }

  @Test("An empty filter lets everything pass")
  func empty() { #expect(passes(event(nil, nil)) { _ in }) }

  @Test("Every party must take part, by id or country, or host it")
  func parties() {
    let event = event("2021-07-26", "2021-07-26")
    #expect(passes(event) { $0.parties = ["IQ"] })
    #expect(passes(event) { $0.parties = ["p:one", "TR"] })
    #expect(!passes(event) { $0.parties = ["IQ", "US"] })
  }

  @Test("Types, status and places: one must fit")
  func kinds() {
    let event = event("2021-07-26", "2021-07-26")
    #expect(passes(event) { $0.types = ["visit", "meeting"] })
    #expect(!passes(event) { $0.types = ["visit"] })
    #expect(!passes(event) { $0.status = ["planned"] })
    #expect(passes(event) { $0.places = ["أنقرة"] })
    #expect(!passes(event) { $0.places = ["IQ"] })
  }

  @Test("Words match behind particles, whole words only")
  func words() {
    let event = event("2021-07-26", "2021-07-26", sentence: "بحثا انسحاب القوات وبالعراق ملفات")
    #expect(passes(event) { $0.words = ["قوات"] })
    #expect(passes(event) { $0.words = ["غيرها", "إنسحاب القوات"] })
    #expect(passes(event) { $0.words = ["العراق"] })
    #expect(!passes(event) { $0.words = ["ملف"] })
    #expect(!passes(event) { $0.words = ["القوات انسحاب"] })
    #expect(!passes(event) { $0.words = ["—"] })
  }

  private static let spans: [(String?, String?, Bool)] = [
    ("2021-07-01", "2021-07-31", true), ("2021-06-01", "2021-07-10", true),
    (nil, "2021-07-09", false), (nil, "2021-12-31", true), ("2021-07-21", nil, false),
    ("2003-01-01", nil, true),
  ]

  @Test("A span passes when any of its days lies in the window", arguments: spans)
  func window(_ first: String?, _ last: String?, _ expected: Bool) {
    let window = DayWindow(
      first: CivilDate(iso: "2021-07-10"),
      last: CivilDate(iso: "2021-07-20")
    )
    #expect(passes(event(first, last)) { $0.window = window } == expected)
  }

  @Test("An undated event goes with its article's day, and stays where that is unknown")
  func undated() {
    let july = DayWindow(first: CivilDate(iso: "2021-07-01"), last: CivilDate(iso: "2021-07-31"))
    #expect(passes(event(nil, nil, published: "2021-07-05")) { $0.window = july })
    #expect(!passes(event(nil, nil, published: "2021-08-05")) { $0.window = july })
    #expect(passes(event(nil, nil)) { $0.window = july })
  }
}
