import Chronology
import NewsModel
import Testing

@testable import EventFusion

/// Which date, headline and voices an event gets, and what stays in doubt.
@Suite("Agreement")
struct AgreementTests {
  private let both = [People.kadhimi, People.biden]

  private func told(_ id: String, _ iso: String, _ basis: EventDateBasis = .explicit)
    -> EventMention
  {
    mention("\(id).1", "meeting", Dates.day(iso, basis), actors: both)
  }

  private func only(_ mentions: [EventMention], _ articles: [ArticleDigest]) throws -> Event {
    let ranking = SourceRanking(kinds: ["رئاسة الوزراء": "official", "وكالة": "agency"])
    let events = EventFuser(ranking: ranking).events(from: mentions, articles: articles)
    try #require(events.count == 1)
    return try #require(events.first)
  }

  @Test("A conflict of one day keeps both readings with their sources")
  func conflict() throws {
    let event = try only(
      [told("a", "2021-07-26"), told("b", "2021-07-27")],
      [article("a", "2021-07-28", source: "ألف"), article("b", "2021-07-28", source: "باء")]
    )
    #expect(event.date.edtf == "[2021-07-26,2021-07-27]")
    #expect(event.date.span.earliest == CivilDate(iso: "2021-07-26"))
    #expect(event.date.span.latest == CivilDate(iso: "2021-07-26"))
    #expect(
      event.conflicts == [
        DateConflict(value: "2021-07-26", sources: ["ألف"]),
        DateConflict(value: "2021-07-27", sources: ["باء"]),
      ]
    )
    #expect(event.mentions.last?.reason?.contains("one day apart") == true)
  }

  @Test("The higher-ranked source wins, the other stays")
  func rank() throws {
    let event = try only(
      [told("a", "2021-07-26"), told("b", "2021-07-26"), told("c", "2021-07-27")],
      [
        article("a", "2021-07-28", source: "ألف", text: "خبر من صحيفة أولى عن اللقاء المذكور"),
        article("b", "2021-07-28", source: "باء", text: "مقال من صحيفة ثانية لا يشبه ذاك"),
        article("c", "2021-07-28", source: "رئاسة الوزراء"),
      ]
    )
    #expect(event.conflicts.map(\.value) == ["2021-07-27", "2021-07-26"])
    #expect(event.date.span.earliest == CivilDate(iso: "2021-07-27"))
    #expect(event.date.edtf == "[2021-07-26,2021-07-27]")
  }

  @Test("Three copies of one wire are one voice against two papers")
  func wire() throws {
    let wire = "أعلنت الوكالة في بيان طويل أن الرئيسين التقيا في القصر وبحثا ملفات الأمن والاقتصاد"
    let event = try only(
      [
        told("a", "2021-07-26"), told("b", "2021-07-26"), told("c", "2021-07-26"),
        told("d", "2021-07-27"), told("e", "2021-07-27"),
      ],
      [
        article("a", "2021-07-28", source: "ألف", text: wire + " ولم يزيدا على ذلك"),
        article("b", "2021-07-28", source: "باء", text: wire + " حسب النص"),
        article("c", "2021-07-28", source: "جيم", text: wire),
        article(
          "d",
          "2021-07-28",
          source: "دال",
          text: "كتب مراسلنا من العاصمة عن زيارة ولقاء مطول"
        ),
        article(
          "e",
          "2021-07-28",
          source: "هاء",
          text: "شهدت الأيام الأخيرة تحركات كثيرة بين البلدين"
        ),
      ]
    )
    #expect(event.sources == 5)
    #expect(event.independent == 3)
    #expect(event.conflicts.first?.value == "2021-07-27")
  }

  @Test("A day in full beats one that was inferred, and narrows a month")
  func explicit() throws {
    let inferred = try only([told("a", "2021-07-27", .weekday), told("b", "2021-07-26")], [])
    #expect(inferred.conflicts.map(\.value) == ["2021-07-26", "2021-07-27"])
    let month = Dates.span("2021-07-01", "2021-07-31", edtf: "2021-07")
    let narrowed = try only(
      [mention("a.1", "meeting", month, actors: both), told("b", "2021-07-26")],
      []
    )
    #expect(narrowed.date.edtf == "2021-07-26")
    #expect(narrowed.conflicts.isEmpty)
  }

  @Test("Two spans that overlap leave what they have in common")
  func overlap() throws {
    let first = Dates.span("2021-07-20", "2021-07-27", grain: .week, edtf: "2021-07-20/2021-07-27")
    let second = Dates.span("2021-07-25", "2021-07-31", grain: .week, edtf: "2021-07-25/2021-07-31")
    let event = try only(
      [
        mention("a.1", "meeting", first, actors: both),
        mention("b.1", "meeting", second, actors: both),
      ],
      []
    )
    #expect(event.date.edtf == "2021-07-25/2021-07-27")
  }

  @Test("Two article days: it happened before the first told it")
  func articleDays() throws {
    let event = try only(
      [told("a", "2021-07-27", .publication), told("b", "2021-07-26", .publication)],
      []
    )
    #expect(event.date.edtf == "2021-07-26")
    #expect(event.conflicts.isEmpty)
  }

  @Test("A plan is linked to what fulfils it, not merged")
  func fulfils() throws {
    let events = EventFuser().events(
      from: [
        mention("a.1", "meeting", Dates.day("2021-07-26"), actors: both, status: .planned),
        told("b", "2021-07-26"),
        mention("c.1", "meeting", Dates.day("2021-09-26"), actors: both, status: .planned),
      ],
      articles: []
    )
    #expect(events.count == 3)
    let plan = try #require(events.first { $0.status == .planned })
    let done = try #require(events.first { $0.status == .occurred })
    #expect(done.fulfils == plan.id)
    #expect(events.filter { $0.fulfils != nil }.count == 1)
  }

  @Test("A denial stands beside the report, on both sides")
  func denial() throws {
    let events = EventFuser().events(
      from: [
        told("a", "2021-07-26"),
        mention("b.1", "meeting", Dates.day("2021-07-26"), actors: both, status: .denied),
      ],
      articles: [
        article("a", "2021-07-27", source: "ألف"), article("b", "2021-07-27", source: "باء"),
      ]
    )
    let report = try #require(events.first { $0.status == .occurred })
    let denied = try #require(events.first { $0.status == .denied })
    #expect(
      report.conflicts == [
        DateConflict(value: "2021-07-26", sources: ["باء"], status: .denied, event: denied.id)
      ]
    )
    #expect(
      denied.conflicts == [
        DateConflict(value: "2021-07-26", sources: ["ألف"], status: .occurred, event: report.id)
      ]
    )
  }

  @Test("The headline is the verbal sentence with its date and both names")
  func headline() throws {
    let good = "التقى رئيس الوزراء مصطفى الكاظمي الرئيس جو بايدن في البيت الأبيض يوم الاثنين"
    let event = try only(
      [
        mention(
          "a.1",
          "meeting",
          Dates.day("2021-07-26"),
          actors: both,
          sentence: "لقاء بايدن",
          rule: "meeting-noun"
        ),
        mention("a.4", "meeting", Dates.day("2021-07-26"), actors: both, sentence: good),
      ],
      []
    )
    #expect(event.headline == good)
    #expect(event.headlineMention == "a.4")
    for rule in ["ENC-V1", "encounter", "event-noun-light", "sign", "N"] {
      #expect(Headline.isVerbal(rule), "\(rule)")
    }
    for rule in ["ENC-N2", "event-noun", "journey", "document", ""] {
      #expect(!Headline.isVerbal(rule), "\(rule)")
    }
  }

  @Test("A telling of another type of the class says so")
  func difference() throws {
    let day = Dates.day("2021-07-26")
    let event = try only(
      [
        mention("a.1", "agreement", day, actors: both),
        mention("b.1", "signing", day, actors: both),
      ],
      []
    )
    #expect(event.type == EventType(rawValue: "signing"))
    #expect(event.mentions.first?.mention.type.rawValue == "agreement")
    #expect(event.mentions.last?.reason?.hasSuffix("told as signing") == true)
  }

  @Test("States give way to their people, unknown names of other tellings stay out")
  func parties() throws {
    let day = Dates.day("2021-07-26")
    let event = try only(
      [
        mention("a.1", "meeting", day, actors: both, rule: "meeting-verb"),
        mention(
          "b.1",
          "meeting",
          day,
          actors: [People.iraq, People.america],
          rule: "meeting-noun"
        ),
      ],
      []
    )
    #expect(event.parties.map(\.id) == ["p:kadhimi", "p:biden"])
  }
}
