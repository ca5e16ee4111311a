import Chronology
import NewsModel
import Testing

@testable import EventFusion

/// Which tellings become one event, and which must stay two.
@Suite("Merging")
struct MergingTests {
  let fuser = EventFuser()

  private func count(_ mentions: EventMention...) -> Int {
    fuser.events(from: mentions, articles: []).count
  }

  @Test("Two articles that tell one meeting give one event with both sources")
  func oneMeeting() throws {
    let events = fuser.events(
      from: [
        mention("a.3", "meeting", Dates.day("2021-07-26"), actors: [People.kadhimi, People.biden]),
        mention(
          "b.1",
          "meeting",
          Dates.day("2021-07-26", .weekday),
          actors: [People.biden, People.kadhimi]
        ),
      ],
      articles: [
        article(
          "a",
          "2021-07-29",
          source: "ألف",
          text: "نص أول عن لقاء في واشنطن كتب لهذا الاختبار"
        ),
        article(
          "b",
          "2021-07-27",
          source: "باء",
          text: "خبر آخر مختلف كل الاختلاف في ألفاظه وترتيبه"
        ),
      ]
    )
    let event = try #require(events.first)
    #expect(events.count == 1)
    #expect(event.date.edtf == "2021-07-26")
    #expect(event.sources == 2)
    #expect(event.independent == 2)
    #expect(event.mentions.count == 2)
    #expect(event.mentions.first?.reason == nil)
    #expect(event.mentions.last?.reason == "same named parties, same date")
    #expect(event.conflicts.isEmpty)
  }

  @Test("Rounds three and four never merge, on one day or undated")
  func rounds() {
    let parties = [People.iraq, People.america]
    #expect(
      count(
        mention("a.1", "round", Dates.day("2021-04-07"), actors: parties, ordinal: 3),
        mention("b.1", "round", Dates.day("2021-04-07"), actors: parties, ordinal: 4)
      ) == 2
    )
    #expect(
      count(
        mention("a.1", "round", actors: parties, ordinal: 3),
        mention("a.2", "round", actors: parties, ordinal: 4)
      ) == 2
    )
    #expect(
      count(
        mention("a.1", "round", Dates.day("2021-04-07"), actors: parties, ordinal: 3),
        mention("b.1", "round", Dates.day("2021-04-07"), actors: parties)
      ) == 1
    )
  }

  @Test("A telling that fits rounds three and four draws them not together")
  func roundBetween() {
    let parties = [People.iraq, People.america]
    let july = Dates.span("2021-07-01", "2021-07-31", edtf: "2021-07")
    #expect(
      count(
        mention("a.1", "round", Dates.day("2021-07-07"), actors: parties, ordinal: 3),
        mention("b.1", "round", Dates.day("2021-07-26"), actors: parties, ordinal: 4),
        mention("c.1", "round", july, actors: parties)
      ) == 2
    )
  }

  @Test("Two different persons of one state are two meetings")
  func persons() {
    let day = Dates.day("2021-07-28")
    #expect(
      count(
        mention("a.1", "meeting", day, actors: [People.kadhimi, People.trump]),
        mention("b.1", "meeting", day, actors: [People.kadhimi, People.biden])
      ) == 2
    )
    // The state itself goes with any of its people …
    #expect(
      count(
        mention("a.1", "meeting", day, actors: [People.kadhimi, People.biden]),
        mention("b.1", "meeting", day, actors: [People.iraq, People.america])
      ) == 1
    )
    // … but not with two of them at once.
    #expect(
      count(
        mention("a.1", "meeting", day, actors: [People.kadhimi, People.biden]),
        mention("b.1", "meeting", day, actors: [People.iraq, People.america]),
        mention("c.1", "meeting", day, actors: [People.kadhimi, People.pelosi])
      ) == 2
    )
  }

  @Test("An office without a name is its holder, and no other office")
  func offices() {
    let day = Dates.day("2021-07-28")
    let premier = People.office("head-of-government", of: "IQ")
    let minister = People.office("minister-foreign", of: "IQ")
    let meeting = mention("a.1", "meeting", day, actors: [People.kadhimi, People.biden])
    #expect(count(meeting, mention("b.1", "meeting", day, actors: [premier, People.biden])) == 1)
    #expect(count(meeting, mention("b.1", "meeting", day, actors: [minister, People.biden])) == 2)
  }

  @Test("A name no entry knows is met again by its surname")
  func strangers() {
    let day = Dates.day("2021-05-04")
    let full = People.stranger("بريت ماكغورك")
    let short = People.stranger("ماكغورك")
    let other = People.stranger("جوي هود")
    let meeting = mention("a.1", "meeting", day, actors: [People.kadhimi, full])
    #expect(count(meeting, mention("b.1", "meeting", day, actors: [People.kadhimi, short])) == 1)
    #expect(count(meeting, mention("b.1", "meeting", day, actors: [People.kadhimi, other])) == 2)
  }

  @Test("Class, status, place and document keep events apart")
  func clashes() {
    let day = Dates.day("2021-07-26")
    let both = [People.kadhimi, People.biden]
    let washington = Place(name: "واشنطن", id: "geo:4140963", country: "US")
    let newYork = Place(name: "نيويورك", id: "geo:5128581", country: "US")
    let house = Place(name: "البيت الأبيض", country: "US")
    let baghdad = Place(name: "بغداد", id: "geo:98182", country: "IQ")
    let meeting = mention("a.1", "meeting", day, actors: both, place: washington)
    #expect(count(meeting, mention("b.1", "phone", day, actors: both)) == 2)
    #expect(count(meeting, mention("b.1", "summit", day, actors: both)) == 1)
    #expect(count(meeting, mention("b.1", "meeting", day, actors: both, status: .planned)) == 2)
    #expect(count(meeting, mention("b.1", "meeting", day, actors: both, place: baghdad)) == 2)
    #expect(count(meeting, mention("b.1", "meeting", day, actors: both, place: newYork)) == 2)
    #expect(count(meeting, mention("b.1", "meeting", day, actors: both, place: house)) == 1)
    let security = mention("a.1", "signing", day, actors: both, document: "اتفاقية الأمن")
    #expect(
      count(security, mention("b.1", "signing", day, actors: both, document: "مذكرة النفط")) == 2
    )
    #expect(count(security, mention("b.1", "agreement", day, actors: both)) == 1)
  }

  @Test("Kinds of documents keep nothing apart, names do unless they share their words")
  func documents() {
    let day = Dates.day("2021-07-26")
    let both = [People.iraq, People.america]
    func events(_ first: String, _ second: String) -> Int {
      count(
        mention("a.1", "signing", day, actors: both, document: first),
        mention("b.1", "agreement", day, actors: both, document: second)
      )
    }
    #expect(events("مذكرة تفاهم", "اتفاقية الدفاع المشترك") == 1)
    #expect(events("اتفاق الدفاع المشترك", "اتفاقية الدفاع المشترك") == 1)
    #expect(events("اتفاقية التجارة الحرة", "اتفاقية الدفاع المشترك") == 2)
    #expect(events("الاتفاق المبدئي", "اتفاقية الدفاع المشترك") == 1)
  }

  @Test("A round of one number is one, whichever head of the delegations a paper names")
  func numberedRounds() {
    let day = Dates.day("2021-07-26")
    let led = mention("a.1", "round", day, actors: [People.kadhimi, People.pelosi], ordinal: 4)
    #expect(count(led, mention("b.1", "round", day, actors: [People.biden], ordinal: 4)) == 1)
    #expect(
      count(led, mention("b.1", "round", day, actors: [People.salih, People.biden], ordinal: 4))
        == 1
    )
    #expect(count(led, mention("b.1", "round", day, actors: [People.biden], ordinal: 3)) == 2)
    #expect(count(led, mention("b.1", "round", day, actors: [People.france], ordinal: 4)) == 2)
    let unnumbered = mention("b.1", "round", day, actors: [People.salih, People.biden])
    #expect(count(led, unnumbered) == 2)
    let may = Dates.day("2021-05-26")
    #expect(count(led, mention("b.1", "round", may, actors: [People.biden], ordinal: 4)) == 2)
  }

  @Test("Undated speech is no other speech, undated aid no other aid")
  func standing() {
    let joint = mention("a.1", "statement", actors: [People.biden, People.kadhimi])
    #expect(count(joint, mention("a.2", "statement", actors: [People.biden])) == 1)
    #expect(count(joint, mention("a.2", "statement", actors: [People.kadhimi])) == 2)
    let alone = mention("a.1", "statement", actors: [People.biden])
    #expect(count(alone, mention("a.2", "statement", actors: [People.biden])) == 1)
    let aid = mention("a.1", "aid", actors: [People.america], recipients: [People.iraq])
    #expect(
      count(aid, mention("a.2", "aid", actors: [People.america], recipients: [People.iraq])) == 2
    )
  }

  @Test("A dialogue without day and number is the process, not a round of it")
  func process() {
    let parties = [People.iraq, People.america]
    let round = mention("a.1", "round", Dates.day("2021-04-07"), actors: parties, ordinal: 3)
    let process = mention("a.2", "round", actors: parties)
    #expect(count(round, process) == 2)
    #expect(count(process, mention("b.1", "round", actors: parties)) == 1)
    #expect(count(round, mention("a.2", "round", actors: parties, ordinal: 3)) == 1)
  }

  @Test("A condemnation is no welcome, but «said» retells both")
  func stances() {
    let day = Dates.day("2021-07-26")
    let condemned = mention("a.1", "condemnation", day, actors: [People.salih])
    #expect(count(condemned, mention("b.1", "support", day, actors: [People.salih])) == 2)
    #expect(count(condemned, mention("b.1", "statement", day, actors: [People.salih])) == 1)
    #expect(count(condemned, mention("b.1", "condemnation", day, actors: [People.iraq])) == 2)
  }

  @Test(
    "How far two days may lie apart",
    arguments: [
      // first basis, second day, second basis, named persons, events
      (EventDateBasis.explicit, "2021-07-27", EventDateBasis.publication, false, 1),
      (.explicit, "2021-07-28", .publication, false, 2),
      (.explicit, "2021-07-27", .explicit, false, 2),
      (.explicit, "2021-07-27", .explicit, true, 1),
      (.explicit, "2021-07-28", .weekday, true, 1),
      (.explicit, "2021-07-29", .explicit, true, 2),
      (.publication, "2021-07-27", .publication, false, 1),
    ]
  )
  func distance(
    _ first: EventDateBasis,
    _ day: String,
    _ second: EventDateBasis,
    _ named: Bool,
    _ expected: Int
  ) {
    let parties = named ? [People.kadhimi, People.biden] : [People.iraq, People.america]
    #expect(
      count(
        mention("a.1", "meeting", Dates.day("2021-07-26", first), actors: parties),
        mention("b.1", "meeting", Dates.day(day, second), actors: parties)
      ) == expected
    )
  }

  @Test("One article that tells two days tells two meetings")
  func twoDaysInOneArticle() {
    let parties = [People.kadhimi, People.biden]
    #expect(
      count(
        mention("a.1", "meeting", Dates.day("2021-07-26"), actors: parties),
        mention("a.2", "meeting", Dates.day("2021-07-27"), actors: parties),
        mention("b.1", "meeting", Dates.day("2021-07-26"), actors: parties),
        mention("b.2", "meeting", Dates.day("2021-07-27"), actors: parties)
      ) == 2
    )
  }

  @Test("A month's edge parts no block")
  func monthEdge() {
    let parties = [People.kadhimi, People.biden]
    #expect(
      count(
        mention("a.1", "meeting", Dates.day("2021-07-31"), actors: parties),
        mention("b.1", "meeting", Dates.day("2021-08-01", .publication), actors: parties)
      ) == 1
    )
  }

  @Test("Three parties and two of them may be one meeting, six and two are not")
  func manySides() {
    let day = Dates.day("2021-08-28")
    let many = ["IQ", "FR", "EG", "JO", "KW", "SA"].map { People.state($0, $0) }
    let summit = mention("a.1", "summit", day, actors: many)
    #expect(
      count(summit, mention("b.1", "meeting", day, actors: [People.iraq, People.france])) == 2
    )
    #expect(count(summit, mention("b.1", "meeting", day, actors: Array(many.prefix(4)))) == 1)
  }
}
