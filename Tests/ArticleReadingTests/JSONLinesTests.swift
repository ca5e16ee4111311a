import ArticleReading
import Chronology
import NewsModel
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("JSON Lines")
struct JSONLinesTests {
  private let reader = ArticleReader(furniture: .none)

  private func record(_ line: String, _ number: Int = 1) -> ArticleRecord {
    record(Array(line.utf8), number)
  }

  private func record(_ bytes: [UInt8], _ number: Int = 1) -> ArticleRecord {
    reader.record(of: NumberedLine(number: number, bytes: bytes), file: "in/news.jsonl")
  }

  @Test("A whole article")
  func whole() {
    let line =
      #"{"id":"a1","date":"2021-07-29","title":"عنوان","text":"نص\nثان","source":"وكالة","#
      + #""url":"https://e.invalid/1","lang":"ar"}"#
    guard case .article(let article, line: 7) = record(line, 7) else {
      Issue.record("no article")
      return
    }
    #expect(
      article
        == Article(
          id: "a1",
          date: CivilDate(year: 2021, month: 7, day: 29),
          dateBasis: .given,
          title: "عنوان",
          text: "نص\nثان",
          source: "وكالة",
          url: "https://e.invalid/1"
        )
    )
  }

  @Test(
    "What may be missing or named otherwise",
    arguments: [
      (#"{"id":"a","text":"x"}"#, "a", nil, "x"),
      (#" { "id" : 17 , "text" : "" } "#, "17", nil, ""),
      (#"{"text":"x"}"#, "news-3", nil, "x"),
      (#"{"id":"","text":"x","date":null}"#, "news-3", nil, "x"),
      (#"{"id":"a","content":"x","date":""}"#, "a", nil, "x"),
      (#"{"id":"a","body":"x","published":"2021-07-29"}"#, "a", "2021-07-29", "x"),
      (
        #"{"published":"2021-07-30","date":"2021-07-29","body":"y","text":"x"}"#, "news-3",
        "2021-07-29", "x"
      ),
      (#"{"id":"a","text":"x","title":null,"source":null,"url":null}"#, "a", nil, "x"),
      (#"{"id":"a","text":"x","id":"b"}"#, "b", nil, "x"),
      ("\u{FEFF}{\"id\":\"a\",\"text\":\"x\"}", "a", nil, "x"),
      ("{\"id\":\"a\",\"text\":\"x\ty\"}", "a", nil, "x\ty"),
    ] as [(String, String, String?, String)]
  )
  func lenient(_ line: String, _ id: String, _ date: String?, _ text: String) {
    guard case .article(let article, _) = record(line, 3) else {
      Issue.record("no article")
      return
    }
    #expect(article.id == id)
    #expect(article.date?.description == date)
    #expect(article.dateBasis == (date == nil ? .none : .given))
    #expect(article.text == text)
  }

  @Test(
    "Dates keep the day as written",
    arguments: [
      ("2021-07-29", true), ("2021-07-29T23:59:00Z", true), ("2021-07-29T00:15:00+03:00", true),
      ("2021-07-29T00:15:00.250-05:00", true), ("2021-07-29 08:15", true),
      ("2021-07-29t08:15:00z", true), ("2021-07-29T08:15:00+0300", true),
      ("2021-02-30", false), ("29/07/2021", false), ("2021-7-29", false), ("2021-07-29T", false),
      ("2021-07-29X", false), ("2021-07-29T25:00", false), ("2021-07-29T08:15:00+", false),
      ("2021-07-29T08:15:00Zulu", false), ("2021", false), ("٢٠٢١-٠٧-٢٩", false),
    ]
  )
  func dates(_ date: String, _ isGood: Bool) {
    let record = record(#"{"id":"a","text":"x","date":"\#(date)"}"#)
    switch record {
    case .article(let article, _):
      #expect(isGood)
      #expect(article.date?.description == "2021-07-29")
    case .fault(let fault):
      #expect(!isGood)
      #expect(fault.reason == .date(date))
      #expect(fault.id == "a")
    case .event: Issue.record("no event")
    }
  }

  @Test(
    "Escapes",
    arguments: [
      (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t"),
      (#"\u0627\u0644"#, "ال"),
      (#"\u0041\u00e9\u20AC"#, "Aé€"),
      (#"\ud83d\ude00"#, "😀"),
      (#"\ud83d x"#, "\u{FFFD} x"),
      (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"),
      (#"\ud83d\u0041"#, "\u{FFFD}A"),
      (#"\ud83d\n"#, "\u{FFFD}\n"),
      (#"\u0000"#, "\u{0}"),
      (#"قال: \"نعم\""#, "قال: \"نعم\""),
    ]
  )
  func escapes(_ written: String, _ text: String) {
    guard case .article(let article, _) = record(#"{"text":"\#(written)"}"#) else {
      Issue.record("no article")
      return
    }
    #expect(article.text == text)
  }

  @Test(
    "Values that are passed over",
    arguments: [
      "1", "-0.5e+10", "true", "false", "null", "[]", "{}", "[1,[2,{\"a\":[]}],\"]\"]",
      "{\"a\":{\"b\":\"}\"},\"c\":[1,2]}", " [ 1 , 2 ] ", "\"\\\"\"",
    ]
  )
  func skipped(_ value: String) {
    guard case .article = record("{\"other\":\(value),\"text\":\"x\"}") else {
      Issue.record("no article")
      return
    }
  }

  @Test(
    "Faults have a code and a column",
    arguments: [
      ("", "blank-line", nil), ("  \t", "blank-line", nil), ("[1,2]", "not-an-object", nil),
      ("\"x\"", "not-an-object", nil), ("17", "not-an-object", nil), ("x", "bad-json", 1),
      ("{", "bad-json", 2), ("{\"text\":\"x\"", "bad-json", 12), ("{\"text\":\"x", "bad-json", 11),
      ("{\"text\":\"x\",}", "bad-json", 13), ("{\"text\" \"x\"}", "bad-json", 9),
      ("{\"text\":\"x\"} y", "bad-json", 14), ("{\"text\":\"\\x\"}", "bad-json", 11),
      ("{\"text\":\"\\u12g4\"}", "bad-json", 12), ("{'text':'x'}", "bad-json", 2),
      ("{\"n\":01,\"text\":\"x\"}", "bad-json", 6), ("{\"n\":1.,\"text\":\"x\"}", "bad-json", 6),
      ("{\"n\":tru,\"text\":\"x\"}", "bad-json", 6), ("{\"n\":[1,],\"text\":\"x\"}", "bad-json", 9),
      ("{\"n\":{\"a\"},\"text\":\"x\"}", "bad-json", 10),
      ("{\"n\":NaN,\"text\":\"x\"}", "bad-json", 6),
      ("{\"id\":\"a\"}", "no-text", nil), ("{\"id\":\"a\",\"text\":null}", "no-text", nil),
      ("{\"id\":\"a\",\"text\":5}", "wrong-type", nil),
      ("{\"id\":[],\"text\":\"x\"}", "wrong-type", nil),
      ("{\"text\":\"x\",\"title\":{}}", "wrong-type", nil),
      ("{\"text\":\"x\",\"title\":{]}", "bad-json", 22),
    ] as [(String, String, Int?)]
  )
  func faults(_ line: String, _ code: String, _ column: Int?) {
    guard case .fault(let fault) = record(line, 9) else {
      Issue.record("no fault")
      return
    }
    #expect(fault.reason.code == code)
    #expect(fault.line == 9)
    if case .json(let found, _) = fault.reason { #expect(found == column) }
    #expect(fault.description.hasPrefix("in/news.jsonl:9: "))
  }

  @Test("Nesting is bounded")
  func nesting() {
    for (depth, isGood) in [(64, true), (65, false), (100_000, false)] {
      let value =
        String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth)
      let record = record("{\"n\":\(value),\"text\":\"x\"}")
      if case .article = record { #expect(isGood) } else { #expect(!isGood) }
    }
  }

  @Test("Bytes that are not UTF-8")
  func encoding() {
    var bytes = Array("{\"id\":\"a\",\"text\":\"x".utf8)
    bytes += [0xC7, 0xE1] + Array("\"}".utf8)
    guard case .fault(let fault) = record(bytes) else {
      Issue.record("no fault")
      return
    }
    #expect(fault.reason.code == "not-utf8")
    #expect(fault.id == "a")
  }

  @Test("A line with a schema is an event")
  func event() {
    let line = #"{"schema":"tarikh/event/1","id":"e1"}"#
    guard case .event(let bytes, line: 2) = record(line, 2) else {
      Issue.record("no event")
      return
    }
    #expect(bytes == Array(line.utf8))
  }

  @Test("Texts over the limit")
  func limit() {
    let small = ArticleReader(furniture: .none, limit: 10)
    func code(_ text: String) -> String? {
      let line = NumberedLine(number: 1, bytes: Array("{\"text\":\"\(text)\"}".utf8))
      guard case .fault(let fault) = small.record(of: line, file: "-") else { return nil }
      return fault.reason.code
    }
    #expect(code("0123456789") == nil)
    #expect(code("0123456789a") == "too-large")
    #expect(code(String(repeating: "\\u0627", count: 5)) == nil)
    #expect(ArticleReader(furniture: .none, limit: .max).lineLimit == .max)
  }

  @Test("Lines of a file, good and bad, in their order")
  func file() {
    TestFolder.temporary { folder in
      let path = folder + "/news.jsonl"
      let long = String(repeating: "x", count: 200_000)
      let text =
        "\u{FEFF}{\"text\":\"a\"}\r\n\n{\"text\":\"\(long)\"}\nnot json\n{\"text\":\"e\"}\n\n\n"
      TestFolder.write(text.utf8, to: path)
      #expect(
        summary(path, limit: 300_000) == ["1 a", "2 blank-line", "3 xxx", "4 bad-json", "5 e"]
      )
      // Too long a line is stepped over without being kept.
      #expect(
        summary(path, limit: 1_000) == [
          "1 a", "2 blank-line", "3 too-large", "4 bad-json", "5 e",
        ]
      )
      TestFolder.write("{\"text\":\"a\"}\n{\"text\":\"b\"}".utf8, to: path)
      #expect(summary(path, limit: 1_000) == ["1 a", "2 b"])
      TestFolder.write("".utf8, to: path)
      #expect(summary(path, limit: 1_000) == [])
    }
  }

  private func summary(_ path: String, limit: Int) -> [String] {
    var lines: [String] = []
    ArticleReader(furniture: .none, limit: limit).read(path) { record in
      switch record {
      case .article(let article, let line): lines.append("\(line ?? 0) \(article.text.prefix(3))")
      case .fault(let fault): lines.append("\(fault.line ?? 0) \(fault.reason.code)")
      case .event(_, let line): lines.append("\(line) event")
      }
    }
    return lines
  }

  @Test("Lines across the edges of the buffer")
  func edges() {
    TestFolder.temporary { folder in
      let path = folder + "/lines"
      var expected: [[UInt8]] = []
      var content: [UInt8] = []
      for number in 0..<3_000 {
        let line = [UInt8](repeating: UInt8(97 + number % 26), count: (number * 7_919) % 611 + 1)
        expected.append(line)
        content += line + [0x0A]
      }
      TestFolder.write(content, to: path)
      let descriptor = open(path, O_RDONLY)
      defer { close(descriptor) }
      var source = LineSource(descriptor: descriptor, limit: 10_000)
      var lines: [[UInt8]] = []
      while let block = source.next() {
        for line in block.lines {
          #expect(line.number == lines.count + 1)
          lines.append(line.bytes)
        }
      }
      #expect(lines == expected)
      #expect(source.failure == nil)
    }
  }

  @Test("Any bytes give a record")
  func noise() {
    let template = Array(
      #"{"id":"a","n":[1,{"b":"\u0627"}],"text":"نص \"قصير\"","date":"2021-07-29"}"#.utf8
    )
    var state: UInt64 = 3
    func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<20_000 {
      var bytes = template
      for _ in 0...below(4) {
        switch below(3) {
        case 0: bytes[below(bytes.count)] = UInt8(below(256))
        case 1: bytes.remove(at: below(bytes.count))
        default: bytes.insert(template[below(template.count)], at: below(bytes.count))
        }
      }
      if case .article(let article, _) = record(bytes) {
        #expect(article.text.utf8.count <= bytes.count)
      }
    }
  }
}
