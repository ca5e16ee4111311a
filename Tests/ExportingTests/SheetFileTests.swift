import Chronology
import DataFiles
import NewsModel
import Testing

@testable import Exporting

/// Tables of events, out and back in.
@Suite("Tables of events")
struct SheetFileTests {
  private let words = PlainWords()
  private static let types = [
    "لقاء": EventType(rawValue: "meeting"), "meeting": EventType(rawValue: "meeting"),
    "<meeting>": EventType(rawValue: "meeting"), "<visit>": EventType(rawValue: "visit"),
    "<other>": EventType(rawValue: "other"),
  ]

  private func read(_ text: String) throws -> EventSheetFile {
    try read(Array(text.utf8))
  }

  private func read(_ bytes: [UInt8]) throws -> EventSheetFile {
    EventSheetFile(bytes, file: "t.csv", columns: try .shipped(), types: Self.types)
  }

  private func csv(_ events: [Event], _ format: any EventFormat = TimelineCSV()) -> ExportedFile {
    format.file(of: ExportedSheet(events: events), words: words)
  }

  // MARK: - Out

  @Test("The 18 columns of TimelineJS, a byte order mark and CR LF")
  func timeline() {
    let week = UncertainDate(edtf: "2021-07-26/2021-08-01")
    let text = csv([
      Sample.event(in: "واجتمعَ"), Sample.bare("س، \"ص\"; ع", status: .planned, date: week),
    ]).text
    let rows = text.split(separator: "\r\n").map(String.init)
    #expect(
      rows[0]
        == "\u{FEFF}Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,"
        + "Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background"
    )
    #expect(
      rows[1]
        == """
        2021,7,26,,,,,,"[2021-07-26,2021-07-27]","&lt;visit&gt;: جو بايدن",\
        "<p>عنوان</p><p class=""sources"">entry.sources: \
        <a href=""https://a.example/1"">ألف</a> \
        <time datetime=""2021-07-27"">d2021-07-27</time></p>",,,,,,"&lt;visit&gt;",
        """
    )
    #expect(
      rows[2]
        == """
        2021,7,26,,2021,8,1,,2021-07-26/2021-08-01 (status.planned),\
        "س، ""ص""; ع",,,,,,,"&lt;meeting&gt;",
        """
    )
    #expect(rows.count == 3)
    #expect(text.hasSuffix(",\r\n"))
  }

  @Test(
    "What a spreadsheet would run is text, and comes back as it was",
    arguments: [
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
      ("\t=1", "'\t=1"), ("＝1", "'＝1"), ("'=1", "''=1"), ("''=1", "'''=1"),
      ("'قال'", "'قال'"), ("a=1", "a=1"), ("", ""), ("'", "'"),
    ]
  )
  func formulas(_ cell: String, _ written: String) {
    #expect(CSVWriter.neutralized(cell) == written)
    #expect(CSVWriter.restored(written) == cell)
  }

  @Test("No cell of any table begins as a formula does")
  func cells() {
    for sign in ["=", "+", "-", "@", "＝"] {
      let event = Sample.bare("\(sign)cmd|x", type: "\(sign)t", source: "\(sign)s", url: "\(sign)u")
      for format in [TimelineCSV(), PlainCSV()] as [any EventFormat] {
        let table = DelimitedText(csv([event], format).bytes)
        #expect(table.rows.count == 2)
        for cell in table.rows.flatMap(\.cells) {
          #expect(!cell.hasPrefix(sign), "\(format.name): \(cell)")
        }
      }
    }
  }

  // MARK: - In

  @Test("Plain columns: dates in EDTF, an end, groups by name, sources")
  func plain() throws {
    let file = try read(
      #"""
      date,end,title,group,source
      2021-07-26,,"اجتمع، ""أمس""",لقاء,وكالة
      2021-10,,انتخابات,مجموعتي,
      ٢٦/٧/٢٠٢١,2021-07-28,زيارة,,وكالة
      "[2021-07-26,2021-07-27]",,يومان,,وكالة
      ../2021-12-31,,مهلة,,
      ,,بلا تاريخ,,
      """#
    )
    #expect(file.faults.isEmpty)
    #expect(
      file.events.map(\.date.edtf) == [
        "2021-07-26", "2021-10", "2021-07-26/2021-07-28", "[2021-07-26,2021-07-27]",
        "../2021-12-31", "",
      ]
    )
    #expect(
      file.events.map(\.type.rawValue) == [
        "meeting", "مجموعتي", "other", "other", "other", "other",
      ]
    )
    #expect(file.events[0].headline == "اجتمع، \"أمس\"")
    #expect(file.events[0].mentions.first?.source == "وكالة")
    #expect(file.events[1].date.span.grain == .month)
    #expect(file.events[1].mentions.first?.source == nil)
    #expect(file.events[1].mentions.first?.articleTitle == "t.csv")
    #expect(file.events[3].conflicts.map(\.value) == ["2021-07-26", "2021-07-27"])
    #expect(file.events[5].date.isUndated)
    #expect(Set(file.events.map(\.id)).count == 6)
    #expect(file.events.allSatisfy { $0.id.utf8.count == 15 && $0.status == .occurred })
  }

  @Test("The columns of TimelineJS; its title slide and eras are no events")
  func timelineColumns() throws {
    let file = try read(
      "\u{FEFF}Year;Month;Day;End Year;End Month;End Day;Headline;Text;Type;Group\r\n"
        + "2021;7;26;;;;\"<b>لقاء</b> &amp; بيان\";<p>نص<br>آخر</p>;;لقاء\r\n"
        + "2020;;;;;;عنوان الخط;;title;\r\n2019;;;;;;حقبة;;era;\r\n"
        + "2021;6;;2021;7;;حوار;;;\r\n"
    )
    #expect(file.faults.isEmpty)
    #expect(file.events.map(\.headline) == ["لقاء & بيان", "حوار"])
    #expect(file.events.map(\.date.edtf) == ["2021-07-26", "2021-06/2021-07"])
    #expect(file.events[0].mentions.first?.mention.sentence == "نص آخر")
  }

  @Test("A table that shows which number is the day is read so; one that contradicts itself is not")
  func dayOrder() throws {
    let dayFirst = try read("date,title\n5/7/2021,a\n25/12/2021,b\n7.4.2021,c\n")
    #expect(dayFirst.faults.isEmpty)
    #expect(dayFirst.events.map(\.date.edtf) == ["2021-07-05", "2021-12-25", "2021-04-07"])
    let monthFirst = try read("date,title\n5/7/2021,a\n12/25/2021,b\n")
    #expect(monthFirst.events.map(\.date.edtf) == ["2021-05-07", "2021-12-25"])
    let both = try read("date,title\n5/7/2021,a\n25/12/2021,b\n12/25/2021,c\n")
    #expect(both.faults.map(\.line) == [2])
  }

  @Test("A bad row gives its line and fault; the others are read")
  func faults() throws {
    let file = try read(
      "date,end,title,status\n2021-02-31,,ا,\n2021-07-26,,\"سطر\nثان\",\n5/7/2021,,ا,\n"
        + "2021-08-01,2021-07-01,ا,\n2021-09-01,,,\n,2021-09-01,ا,\n2021,,ا,perhaps\n\n2022,,ب,\n"
    )
    #expect(file.events.map(\.headline) == ["سطر ثان", "ب"])
    #expect(file.faults.map(\.line) == [2, 5, 6, 7, 8, 9])
    #expect(
      file.faults.map(\.code) == [
        "bad-date", "bad-date", "bad-date", "no-title", "bad-date", "status",
      ]
    )
    #expect(file.faults[0].message == "‘2021-02-31’ is no date; write 2021, 2021-07 or 2021-07-28")
    #expect(file.faults[1].message.contains("may be day or month first"))
    #expect(file.faults[2].message.contains("2021-07-01, is before the start, 2021-08-01"))
  }

  @Test("A stray quotation mark costs one row; so does a row that is not UTF-8")
  func strays() throws {
    let file = try read("date,title\n2021,\"ا\n2022,ب\n2023,\"ج\n2024,\"د\"\n")
    #expect(file.events.map(\.headline) == ["ب", "د"])
    #expect(file.faults.map(\.line) == [2, 4])
    var bytes = Array("date,title\n2021,".utf8)
    bytes += [0xC7, 0xE1] + Array("\n2022,ب".utf8)
    let other = try read(bytes)
    #expect(other.events.map(\.headline) == ["ب"])
    #expect(other.faults.map(\.code) == ["not-utf8"])
    #expect(try read([0xFF, 0xFE, 0x64, 0x00]).faults.map(\.code) == ["not-utf8"])
  }

  @Test("A table without dates or titles says so at its first row")
  func columns() throws {
    #expect(
      try read("title\nا\n").faults.map(\.message) == [
        "no column of dates; call one ‘date’ or ‘Year’ in the first row"
      ]
    )
    #expect(try read("\n\ndate\n2021\n").faults.map(\.line) == [3])
    #expect(try read("").faults.isEmpty)
    #expect(try read("التاريخ\tالعنوان\n2021\tا\n").events.count == 1)
    #expect(try read("sep=|\ndate|title\n2021|ا,ب\n").events.map(\.headline) == ["ا,ب"])
  }

  @Test("Numbers, quotes and commas without end do no harm")
  func hostile() throws {
    let cells = String(repeating: ",", count: 100_000)
    let file = try read(
      "Year,Month,Day,Headline\n99999999999999999999,,,a\n2021,13,,a\n2021,,5,a\n0,,,a\n-5,,,a\n"
        + "2021,2,30,a\n\(cells)\n" + String(repeating: "\"\n", count: 50_000) + "2021,,,ا\n"
    )
    #expect(file.events.map(\.headline) == ["ا"])
    #expect(file.faults.map(\.line) == [2, 3, 4, 5, 6, 7, 8])
  }

  // MARK: - Out and in

  @Test("What was read from a table is written as it was, and read alike again")
  func roundTrip() throws {
    let table =
      "date,end,title,group,source,url,published,text,status\n"
      + "2021-07-26,,'=1+1,لقاء,\"و, \"\"ك\"\"\",https://a.example/?a=1&b=2,2021-07-27,<نص> & آخر,\n"
      + "2021-10,,انتخابات,<visit>,,,,,\n2021-06,2021-07,حوار,,س,,,,\n2020,,عام,,,,,,\n"
    let events = try read(table).events
    #expect(events.count == 4)
    #expect(events[0].headline == "=1+1")
    for format in [TimelineCSV(), PlainCSV()] as [any EventFormat] {
      let first = csv(events, format)
      let back = try read(first.bytes)
      #expect(back.faults.isEmpty, "\(format.name)")
      #expect(csv(back.events, format).text == first.text, "\(format.name)")
      #expect(back.events.map(\.headline) == events.map(\.headline))
      #expect(back.events.map(\.date.edtf) == events.map(\.date.edtf))
      #expect(back.events[0].mentions[0].url == "https://a.example/?a=1&b=2")
      #expect(back.events[0].mentions[0].source == "و, \"ك\"")
      #expect(back.events[0].mentions[0].published == CivilDate(iso: "2021-07-27"))
      #expect(back.events[0].mentions[0].mention.sentence == "<نص> & آخر")
    }
    #expect(try read(csv(events, PlainCSV()).bytes).events.map(\.id) == events.map(\.id))
  }
}
