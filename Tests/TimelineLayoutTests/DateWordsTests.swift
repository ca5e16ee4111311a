import Chronology
import Drawing
import LayoutSupport
import NewsModel
import Styles
import Testing
import TimelineLayout

@testable import TimelineLayout

@Suite("Dates in words")
struct DateWordsTests {
  private func span(
    _ first: String?,
    _ last: String?,
    _ grain: Grain,
    _ modifier: DateModifier? = nil
  ) -> UncertainDate {
    UncertainDate(
      earliest: first.flatMap { CivilDate(iso: $0) },
      latest: last.flatMap { CivilDate(iso: $0) },
      grain: grain,
      modifier: modifier
    )
  }

  @Test("Whole months and years go by their names, however they were told")
  func units() throws {
    let words = DateWords(labels: try SheetLabels(language: "en"))
    let expected = [
      ("2007-12-01", "2007-12-31", "December 2007"),
      ("2007-12-01", "2007-12-30", "1 – 30 December 2007"),
      ("1957-01-01", "1991-12-31", "1957 – 1991"), ("2009-01-01", "2009-12-31", "2009"),
      ("2009-03-01", "2009-05-31", "March – May 2009"),
      ("2009-11-01", "2010-02-28", "November 2009 – February 2010"),
      ("2008-02-01", "2008-02-28", "1 – 28 February 2008"),
    ]
    for (first, last, text) in expected { #expect(words.span(span(first, last, .day)) == text) }
  }

  @Test("Months go by the chosen names")
  func months() throws {
    let date = span("2021-07-26", "2021-07-26", .day)
    let expected: [(MonthNaming, String)] = [
      (.dual, "26 تموز/يوليو 2021"), (.levantine, "26 تموز 2021"), (.gulf, "26 يوليو 2021"),
      (.algerianTunisian, "26 جويلية 2021"), (.moroccan, "26 يوليوز 2021"),
    ]
    for (naming, text) in expected {
      #expect(DateWords(labels: try SheetLabels(months: naming)).span(date) == text)
    }
    #expect(
      DateWords(labels: try SheetLabels(months: .gulf, digits: .arabic)).span(date)
        == "٢٦ يوليو ٢٠٢١"
    )
    #expect(DateWords(labels: try SheetLabels(language: "en")).span(date) == "26 July 2021")
  }

  @Test("Spans are told as briefly as they can be")
  func spans() throws {
    let words = DateWords(labels: try SheetLabels(months: .levantine))
    let expected: [(UncertainDate, String)] = [
      (span("2021-03-01", "2021-03-31", .month), "آذار 2021"),
      (span("2021-03-21", "2021-03-31", .month, .end), "أواخر آذار 2021"),
      (span("2021-01-01", "2021-03-31", .quarter), "الربع الأول من 2021"),
      (span("2021-07-01", "2021-12-31", .half), "النصف الثاني من 2021"),
      (span("2021-06-01", "2021-08-31", .season), "صيف 2021"),
      (span("2021-01-01", "2021-12-31", .year), "عام 2021"),
      (span("2021-03-03", "2021-03-09", .day), "3 – 9 آذار 2021"),
      (span("2021-03-30", "2021-04-02", .day), "30 آذار – 2 نيسان 2021"),
      (span("2020-12-30", "2021-01-02", .day), "30 كانون الأول 2020 – 2 كانون الثاني 2021"),
      (span(nil, "2021-12-31", .day), "حتى 31 كانون الأول 2021"),
      (span("2003-04-09", nil, .day), "منذ 9 نيسان 2003"),
      (span(nil, nil, .day), "بلا تاريخ"),
    ]
    for (date, text) in expected { #expect(words.span(date) == text) }
  }

  @Test("On a sheet a date holds no space where a line could end; a range ends one at its dash")
  func ties() throws {
    let words = DateWords(labels: try SheetLabels(), isTied: true)
    let expected: [(UncertainDate, String)] = [
      (span("2021-12-31", "2021-12-31", .day), "31~كانون~الأول/ديسمبر~2021"),
      (span(nil, "2021-07-29", .day), "حتى 29~تموز/يوليو~2021"),
      (span("2021-03-03", "2021-03-09", .day), "3~–~9~آذار/مارس~2021"),
      (span("2021-03-30", "2021-04-02", .day), "30~آذار/مارس – 2~نيسان/أبريل~2021"),
      (span("2021-03-01", "2021-03-31", .month), "آذار/مارس~2021"),
    ]
    for (date, text) in expected {
      #expect(TextCleaning.untied(words.span(date)) == DateWords(labels: words.labels).span(date))
      #expect(words.span(date) == text.split(separator: "~").joined(separator: "\u{A0}"))
    }
  }

  @Test("A date's lines end before its year, never inside a month's name that a line holds")
  func lines() throws {
    let sheet = Sheet(
      style: try StyleFile().style("briefing"),
      labels: try SheetLabels(hijri: true),
      measurer: FixedMeasurer()
    )
    let role = sheet.style.text.day
    func lines(_ text: String, letters: Int) -> String {
      let width = role.size * 0.5 * Double(letters) + 0.01
      let block = sheet.dateBlock(text, role, width: width)
      return sheet.pieces(of: block, lines: 1).map { $0.text }.joined(separator: "|")
        .split(separator: "\u{A0}").joined(separator: " ")
    }
    let deadline = sheet.words.span(span(nil, "2021-12-31", .day))
    #expect(lines(deadline, letters: 40) == "حتى 31 كانون الأول/ديسمبر 2021")
    #expect(lines(deadline, letters: 26) == "حتى 31 كانون الأول/ديسمبر|2021")
    #expect(lines(deadline, letters: 23) == "حتى 31|كانون الأول/ديسمبر 2021")
    #expect(lines(deadline, letters: 19) == "حتى 31|كانون الأول/ديسمبر|2021")
    let range = sheet.words.span(span("2021-12-30", "2022-01-02", .day))
    #expect(
      lines(range, letters: 24) == "30 كانون الأول/ديسمبر|2021 –|2 كانون الثاني/يناير|2022"
    )
    let day = try #require(CivilDate(iso: "2021-06-15"))
    let hijri = try #require(sheet.words.hijri(day))
    #expect(lines(hijri, letters: 15) == "5 ذو القعدة|1442هـ")
    #expect(sheet.dateWidth(role) == (role.size * 0.5 * 26).rounded(.up))
  }

  @Test("Under the name of a month its days are told by their numbers, others in full")
  func underMonth() throws {
    var words = DateWords(labels: try SheetLabels(months: .levantine))
    words.heading = 2021 * 12 + 7
    let expected: [(UncertainDate, String)] = [
      (span(nil, "2021-07-29", .day), "حتى 29"),
      (span("2021-07-03", "2021-07-09", .day), "3 – 9"),
      (span("2021-07-30", "2021-08-02", .day), "30 تموز – 2 آب 2021"),
      (span("2020-07-26", "2020-07-26", .day), "26 تموز 2020"),
      (span("2021-07-01", "2021-07-31", .month), "تموز 2021"),
    ]
    for (date, text) in expected { #expect(words.span(date) == text) }
    #expect(words.date(of: try disputed("2021-07-27", "2021-07-26")) == "26 أو 27")
  }

  private func disputed(_ first: String, _ last: String) throws -> Event {
    var event = try #require(try SampleTimeline.dialogue().events.first)
    event.conflicts = [first, last].map { DateConflict(value: $0, sources: []) }
    return event
  }

  @Test("Hijri days are as uncertain as those beside them")
  func hijriDays() throws {
    let words = DateWords(labels: try SheetLabels(hijri: true))
    #expect(words.hijri(of: try disputed("2021-04-07", "2021-04-08")) == "25 أو 26 شعبان 1442هـ")
    #expect(
      words.hijri(of: try disputed("2021-04-12", "2021-04-13"))
        == "30 شعبان أو 1 رمضان 1442هـ"
    )
    #expect(words.hijri(span("2021-04-07", "2021-04-09", .day)) == "25 – 27 شعبان 1442هـ")
    #expect(words.hijri(span("2021-04-01", "2021-04-30", .month)) == "شعبان – رمضان 1442هـ")
  }

  @Test("EDTF of a source's reading is put into words, else shown as it is")
  func edtf() throws {
    let words = DateWords(labels: try SheetLabels(months: .levantine))
    #expect(words.edtf("2021-07-26") == "26 تموز 2021")
    #expect(words.edtf("2021-07") == "تموز 2021")
    #expect(words.edtf("2021") == "عام 2021")
    #expect(words.edtf("2021-07/2021-08") == "تموز 2021 – آب 2021")
    #expect(words.edtf("../2021-08") == "حتى آب 2021")
    #expect(words.edtf("2021-13") == "2021-13")
    #expect(words.edtf("") == "")
  }

  @Test("Counts take the plural of their number")
  func counts() throws {
    let labels = try SheetLabels()
    #expect(labels.count("count.events", 1) == "حدث واحد")
    #expect(labels.count("count.events", 2) == "حدثان")
    #expect(labels.count("count.events", 7) == "7 أحداث")
    #expect(labels.count("count.events", 21) == "21 حدثًا")
    #expect(labels.count("count.events", 100) == "100 حدث")
    #expect(try SheetLabels(language: "en").count("count.events", 21) == "21 events")
  }

  @Test("Every word of one language is there in the other", arguments: ["ar", "en"])
  func words(_ language: String) throws {
    let labels = try SheetLabels(language: language)
    for key in ["section.events", "footer", "page", "legend.span", "entry.dispute", "list.last"] {
      #expect(labels.word(key) != key)
    }
  }
}
