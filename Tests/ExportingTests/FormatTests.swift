import Chronology
import DataFiles
import NewsModel
import Testing

@testable import Exporting

/// The files other programs read, line by line.
@Suite("Formats")
struct FormatTests {
  private let words = PlainWords()

  private func file(
    _ format: any EventFormat,
    _ events: [Event],
    title: String = "",
    asOf: String? = "2021-08-01"
  ) -> ExportedFile {
    let sheet = ExportedSheet(
      title: title,
      asOf: asOf.flatMap(CivilDate.init(iso:)),
      events: events
    )
    return format.file(of: sheet, words: words)
  }

  @Test("A calendar, line by line")
  func calendar() {
    var event = Sample.event(in: "واجتمعَ")
    event.ordinal = 3
    event.conflicts = []
    event.place = Place(name: "بغداد; الكرخ")
    let file = file(ICalendar(), [event], title: "a, b")
    #expect(
      file.text
        == [
          "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tarikh//Events//EN", "CALSCALE:GREGORIAN",
          "METHOD:PUBLISH", #"NAME:a\, b"#, #"X-WR-CALNAME:a\, b"#, "BEGIN:VEVENT",
          "UID:ev-0a1b2c3d4e5f@tarikh", "DTSTAMP:20210801T000000Z",
          "DTSTART;VALUE=DATE:20210726", "DTEND;VALUE=DATE:20210727",
          "SUMMARY;LANGUAGE=ar:<visit> (#3): جو بايدن",
          #"DESCRIPTION;LANGUAGE=ar:عنوان\nentry.sources:\nألف (d2021-07-27) ht"#,
          " tps://a.example/1", #"LOCATION;LANGUAGE=ar:بغداد\; الكرخ"#,
          "URL:https://a.example/1", "CATEGORIES:visit", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT",
          "END:VEVENT", "END:VCALENDAR", "",
        ].joined(separator: "\r\n")
    )
  }

  @Test("A month is all its days; what is doubted says so; what has no date is left out")
  func spans() {
    var undated = Sample.bare("بلا", id: "ev-000000000009")
    undated.date = .undated
    let open = UncertainDate(edtf: "../2021-12-31")
    let last = UncertainDate(edtf: "9999-12-31")
    let file = file(
      ICalendar(),
      [
        Sample.bare("شهر", status: .planned, date: Sample.july),
        Sample.bare("حتى", status: .denied, date: open), Sample.bare("آخر", date: last), undated,
      ]
    )
    let lines = file.lines.filter { $0.hasPrefix("DT") || $0.hasPrefix("S") }
    #expect(
      lines == [
        "DTSTAMP:20210801T000000Z", "DTSTART;VALUE=DATE:20210701", "DTEND;VALUE=DATE:20210801",
        "SUMMARY;LANGUAGE=ar:شهر (status.planned، 2021-07)", "STATUS:TENTATIVE",
        "DTSTAMP:20210801T000000Z", "DTSTART;VALUE=DATE:20211231", "DTEND;VALUE=DATE:20220101",
        "SUMMARY;LANGUAGE=ar:حتى (status.denied، ../2021-12-31)", "STATUS:CANCELLED",
        "DTSTAMP:20210801T000000Z", "DTSTART;VALUE=DATE:99991231", "SUMMARY;LANGUAGE=ar:آخر",
        "STATUS:CONFIRMED",
      ]
    )
    #expect(file.leftOut.map(\.id) == ["ev-000000000009"])
  }

  @Test("Lines fold at 75 octets, never inside a character, and unfold to what they were")
  func folding() {
    for length in 0..<120 {
      let text =
        String(repeating: "x", count: length) + "البيت الأبيض 🇮🇶 واتفاقٌ طويل على إنهاء المهمة"
      var lines = ContentLines()
      lines.add("SUMMARY", text: text)
      let parts = String(decoding: lines.bytes, as: UTF8.self)
      #expect(String(validating: lines.bytes, as: UTF8.self) != nil)
      let raw = lines.bytes.split(separator: 0x0A).map { $0.dropLast() }
      #expect(raw.allSatisfy { $0.count <= 75 && String(validating: $0, as: UTF8.self) != nil })
      #expect(raw.dropFirst().allSatisfy { $0.first == 0x20 })
      let unfolded = raw.enumerated().flatMap {
        $0.offset == 0 ? $0.element : $0.element.dropFirst()
      }
      #expect(String(decoding: unfolded, as: UTF8.self) == "SUMMARY:\(text)", "\(parts)")
    }
  }

  @Test("Text cannot end its line or begin a property")
  func calendarEscapes() {
    var lines = ContentLines()
    lines.add("SUMMARY", text: "a\\b;c,d\ne\r\nEND:VEVENT\u{0}")
    #expect(
      String(decoding: lines.bytes, as: UTF8.self) == "SUMMARY:a\\\\b\\;c\\,d\\ne\\nEND:VEVENT\r\n"
    )
  }

  @Test("TimelineJS: days, months and spans, markup told letter for letter")
  func timelineJSON() {
    var undated = Sample.bare("بلا")
    undated.date = .undated
    let week = UncertainDate(edtf: "2021-07-26/2021-08-01")
    let event = Sample.bare(
      "<script>alert(1)</script> & \"ص\"",
      date: week,
      source: "<b>",
      url: "https://a.example/?a=1&b=\"><script>"
    )
    let file = file(
      TimelineJSON(),
      [event, Sample.bare("ش", date: Sample.july), undated],
      title: "<i>"
    )
    #expect(
      file.text
        == #"{"title":{"text":{"headline":"&lt;i&gt;"}},"events":[{"unique_id":"ev-000000000001","#
        + #""start_date":{"year":2021,"month":7,"day":26},"#
        + #""end_date":{"year":2021,"month":8,"day":1},"display_date":"2021-07-26/2021-08-01","#
        + #""group":"&lt;meeting&gt;","text":{"#
        + #""headline":"&lt;script&gt;alert(1)&lt;/script&gt; &amp; \"ص\"","text":"#
        + #""<p class=\"sources\">entry.sources: "#
        + #"<a href=\"https://a.example/?a=1&amp;b=%22%3E%3Cscript%3E\">&lt;b&gt;</a></p>"}},"#
        + #"{"unique_id":"ev-000000000001","start_date":{"year":2021,"month":7},"#
        + #""display_date":"2021-07","group":"&lt;meeting&gt;","#
        + #""text":{"headline":"ش","text":""}}]}"# + "\n"
    )
    #expect(file.leftOut == [undated])
  }

  @Test("markwhen: dates it reads, Latin tags only, no signs it would take for its own")
  func markwhen() {
    let file = file(
      Markwhen(),
      [
        Sample.bare("لقاء: #وسم [س] @ع", type: "joint-statement", source: "س", url: "http://a.b/c"),
        Sample.bare("مهلة", type: "مجموعة", status: .planned, date: Sample.july),
        Sample.bare("سنوات", date: UncertainDate(edtf: "2020/2021")),
      ],
      title: "a: \"b\""
    )
    #expect(
      file.lines == [
        "---", #"title: "a: \"b\"""#, "---",
        "2021-07-26: لقاء: ＃وسم ［س］ ＠ع [س](http://a.b/c) #joint_statement",
        "2021-07: مهلة (status.planned، 2021-07) #planned", "2020/2021: سنوات (2020/2021) #meeting",
      ]
    )
  }

  @Test("A page holds no script, no address but the web's, and no markup of others")
  func page() throws {
    let hostile = "<script src=x onerror=\"1\">'\u{202E}قلب"
    let events = [
      Sample.bare(hostile, id: "\"><x>", source: hostile, url: "javascript:alert(1)"),
      Sample.bare("ب", source: "ث", url: "HTTPS://ex.example/ا?q='x'"),
    ]
    let page = file(
      try HTMLPage(in: DataFolder.resources(of: "Exporting")),
      events,
      title: hostile
    ).text
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">\n"))
    #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; "))
    #expect(!page.lowercased().contains("<script"))
    #expect(!page.contains("javascript:"))
    #expect(!page.contains("\u{202E}"))
    #expect(page.contains("&lt;script src=x onerror=&quot;1&quot;&gt;&#39;قلب"))
    #expect(page.contains("<li id=\"&quot;&gt;&lt;x&gt;\">"))
    #expect(page.contains("href=\"https://ex.example/%D8%A7?q=%27x%27\""))
    #expect(page.contains("<time datetime=\"2021-07-26\">2021-07-26</time>"))
  }

  @Test("Only addresses of the web are links")
  func addresses() {
    for text in [
      "javascript:alert(1)", "data:text/html,x", "//a.example", "ftp://a.example", "http://", "",
      "https:///x", "/etc/passwd", "a.example",
    ] { #expect(ExportText.address(text) == nil, "\(text)") }
    #expect(ExportText.address(" HTTP://a.example/b c ") == "http://a.example/b%20c")
  }

  @Test("schema.org: who, where, when and whether")
  func schemaOrg() {
    var event = Sample.event(in: "واجتمعَ")
    event.status = .cancelled
    event.place = Place(name: "واشنطن", country: "US")
    #expect(
      file(SchemaOrg(), [event]).text
        == #"{"@context":"https://schema.org","@graph":[{"@type":"Event","#
        + #""@id":"urn:tarikh:ev-0a1b2c3d4e5f","name":"<visit>: جو بايدن","description":"عنوان","#
        + #""inLanguage":"ar","additionalType":"visit","startDate":"2021-07-26","#
        + #""endDate":"2021-07-26","eventStatus":"https://schema.org/EventCancelled","#
        + #""location":{"@type":"Place","name":"واشنطن","address":{"@type":"PostalAddress","#
        + #""addressCountry":"US"}},"attendee":[{"@type":"Person","name":"جو بايدن"}],"#
        + #""subjectOf":[{"@type":"NewsArticle","publisher":{"@type":"NewsMediaOrganization","#
        + #""name":"ألف"},"url":"https://a.example/1","datePublished":"2021-07-27"}]}]}"# + "\n"
    )
  }

  @Test("Lines name groups that the schema does not know ‘other’")
  func lines() {
    let line = EventLine(plover: PloverTable())
    let known: Set = [EventType(rawValue: "meeting")]
    let events = [Sample.bare("ا"), Sample.bare("ب", type: "مجموعتي")]
    let file = file(EventLinesFormat(line: line, types: known), events)
    #expect(EventFile(file.bytes).events.map(\.type.rawValue) == ["meeting", "other"])
  }

  @Test(
    "The format follows from the name; every format writes the same bytes twice, and none fails"
  )
  func list() throws {
    let list = try EventFormatList(line: EventLine(plover: PloverTable()), types: [])
    #expect(list.of(path: "a/b.ICS")?.name == "ics")
    #expect(list.of(path: "b.csv")?.name == "csv")
    #expect(list.named("plain-csv") != nil)
    for path in [".ics", "a/.ics", "ics", "a.pdf", "a.ics/"] {
      #expect(list.of(path: path) == nil, "\(path)")
    }
    for format in list.formats {
      #expect(file(format, []).leftOut.isEmpty, "\(format.name)")
      let events = [Sample.event(in: "واجتمعَ")]
      #expect(file(format, events).bytes == file(format, events).bytes, "\(format.name)")
    }
  }
}
