import ArabicText
import Chronology
import EventExtraction
import NewsModel
import Testing

@Suite("Events of a sentence")
struct EventExtractorTests {
  /// Types that stay off the chart.
  static let details: Set<String> = [
    "statement", "announcement", "condemnation", "accusation", "demand", "rejection", "threat",
    "warning", "support", "joint-statement", "deadline",
  ]

  @Test("Type, status, parties, date and place", arguments: CorpusLine.lines("events.tsv"))
  func sentence(_ line: CorpusLine) {
    check(line, published: "2021-07-29")
  }

  @Test("The plainest sentences of the wires", arguments: CorpusLine.lines("everyday.tsv"))
  func everyday(_ line: CorpusLine) {
    check(line, published: "2023-05-18")
  }

  @Test(
    "A text may begin and end anywhere",
    arguments: [
      AttackTests.Line.all.map(\.sentence), CorpusLine.lines("carried.tsv"),
      CorpusLine.lines("events.tsv"), CorpusLine.lines("plausible.tsv"),
      CorpusLine.lines("sides.tsv"),
    ]
  )
  func cut(_ lines: [CorpusLine]) {
    for line in lines {
      let (whole, _) = line.article(published: CivilDate(iso: "2021-07-29"))
      let words = whole.text.split(separator: " ")
      let parts = (1...4).map { words.dropFirst($0) } + (1...3).map { words.dropLast($0) }
      for part in parts where !part.isEmpty {
        let text = part.joined(separator: " ")
        for mention in Shipped.mentions(Article(id: "t", date: whole.date, text: text), []) {
          #expect(mention.sentenceRange.upper <= text.utf8.count)
          #expect(mention.range.lower >= mention.sentenceRange.lower)
          #expect(mention.range.upper <= mention.sentenceRange.upper)
        }
      }
    }
  }

  private func check(_ line: CorpusLine, published day: String) {
    let (article, expressions) = line.article(published: CivilDate(iso: day))
    let mentions = Shipped.mentions(article, expressions)
    let core = mentions.filter { !Self.details.contains($0.type.rawValue) }
    if line.type == "-" {
      #expect(core.isEmpty, "\(core.map { "\($0.type.rawValue) ‘\($0.trigger)’ \($0.rule)" })")
      return
    }
    let all = Self.details.contains(line.type) ? mentions : core
    guard let mention = all.first(where: { $0.type.rawValue == line.type }) else {
      Issue.record("no \(line.type); found \(all.map { "\($0.type.rawValue) ‘\($0.trigger)’" })")
      return
    }
    #expect(mention.status.rawValue == line.status)
    let parties = mention.parties.map { $0.id ?? "?" }.sorted().joined(separator: "+")
    #expect((parties.isEmpty ? "-" : parties) == line.parties)
    #expect((mention.date.edtf.isEmpty ? "-" : mention.date.edtf) == line.date)
    if line.place != "*" {
      #expect((mention.place?.country ?? mention.place?.id ?? "-") == line.place)
    }
  }

  @Test("What goes on, and what is neither", arguments: CorpusLine.lines("underway.tsv"))
  func underWay(_ line: CorpusLine) { sentence(line) }

  @Test("A saying and what carries it share a day", arguments: CorpusLine.lines("sayings.tsv"))
  func saying(_ line: CorpusLine) { sentence(line) }

  @Test("What was not said is no statement, and «للـ» gives the article back")
  func words() {
    let text =
      "وأعلن العراق {2021-07-28|أمس} إغلاق المعبر من دون أن يوضح السبب. وبحسب بيان للمكتب الإعلامي لرئيس الوزراء فإن المعبر سيفتح."
    let line = CorpusLine(type: "", status: "", parties: "", date: "", place: "", marked: text)
    let (article, expressions) = line.article(published: CivilDate(iso: "2021-07-29"))
    let mentions = Shipped.mentions(article, expressions)
    #expect(!mentions.contains { $0.trigger.contains("يوضح") })
    let surfaces = mentions.flatMap(\.parties).map(\.surface)
    #expect(surfaces.contains { $0.hasPrefix("المكتب") })
    #expect(!surfaces.contains { $0.hasPrefix("لم") })
  }

  @Test("A list of parties, each with its date, is as many events")
  func lists() {
    let line = CorpusLine(
      type: "",
      status: "",
      parties: "",
      date: "",
      place: "",
      marked:
        "والتقى وزير الخارجية الأردني أيمن الصفدي نظيره المصري سامح شكري في {2021-06-01|الأول من حزيران}، "
        + "ووزير الخارجية العراقي فؤاد حسين في {2021-06-03|الثالث من حزيران}."
    )
    let (article, expressions) = line.article(published: CivilDate(iso: "2021-07-29"))
    let meetings = Shipped.mentions(article, expressions).filter { $0.type.rawValue == "meeting" }
    #expect(meetings.map(\.date.edtf) == ["2021-06-01", "2021-06-03"])
    #expect(meetings.allSatisfy { $0.parties.contains { $0.id == "p:safadi" } })
  }

  @Test("Nothing is found in page furniture")
  func furniture() {
    let text =
      "اقرأ أيضاً: استقبل الرئيس الفرنسي إيمانويل ماكرون الرئيس الجزائري عبد المجيد تبون في باريس."
    let bare = Article(id: "a", date: CivilDate(iso: "2021-07-29"), text: text)
    #expect(Shipped.mentions(bare, []).contains { $0.type.rawValue == "meeting" })
    var page = bare
    page.furniture = [TextRange(0, text.utf8.count)]
    #expect(Shipped.mentions(page, []).isEmpty)
  }

  @Test("Offsets point at the trigger and the whole sentence")
  func offsets() {
    let text =
      "خبر أول. والتقى الرئيس الأميركي جو بايدن رئيس الوزراء العراقي مصطفى الكاظمي. خبر أخير."
    let mentions = Shipped.mentions(Article(id: "a", text: text), [])
    #expect(mentions.count == 1)
    for mention in mentions {
      #expect(mention.range.text(in: text) == mention.trigger)
      #expect(mention.sentenceRange.text(in: text) == mention.sentence)
      #expect(mention.sentenceRange.contains(mention.range))
      #expect(mention.id == "a.0")
    }
  }

  @Test(
    "No text traps",
    arguments: [
      "", " ", ".", "«", "التقى", "والتقى و", "وزير", "وزير الخارجية،", "#", "#_", "عقد اجتماع عقد",
    ]
  )
  func oddTexts(_ text: String) {
    #expect(Shipped.mentions(Article(id: "a", text: text), []).count <= 1)
  }
}
