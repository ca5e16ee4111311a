import ArticleReading
import Chronology
import NewsModel
import Testing

@Suite("JSON Lines with keys of their own")
struct FieldMappingTests {
  private static let fields = ArticleFields([
    .id: "guid", .date: "meta.published", .title: "headline", .text: "body.html.text",
    .source: "meta.outlet", .url: "guid",
  ])

  private func record(
    _ line: String,
    fields: ArticleFields = fields,
    clock: ZoneClock? = nil
  ) -> ArticleRecord {
    ArticleReader(furniture: .none, clock: clock, fields: fields)
      .record(of: NumberedLine(number: 4, bytes: Array(line.utf8)), file: "in/x.jsonl")
  }

  private func article(
    _ line: String,
    fields: ArticleFields = fields,
    clock: ZoneClock? = nil
  ) -> Article? {
    guard case .article(let article, _) = record(line, fields: fields, clock: clock) else {
      return nil
    }
    return article
  }

  @Test("Keys in objects inside, in any order, other keys passed over")
  func nested() {
    let line =
      #"{"body":{"css":"x","html":{"text":"نص","text2":[1]},"text":"no"},"meta":{"tags":["a",{"b":1}],"#
      + #""outlet":"وكالة","published":"2021-07-29T22:30:00Z"},"headline":"عنوان","title":"no","#
      + #""date":"1999-01-01","text":"no","id":"no","guid":"https://e.invalid/7"}"#
    let baghdad = ZoneClock(minutesEast: 180)
    #expect(
      article(line, clock: baghdad)
        == Article(
          id: "https://e.invalid/7",
          date: CivilDate(iso: "2021-07-30"),
          dateBasis: .given,
          title: "عنوان",
          text: "نص",
          source: "وكالة",
          url: "https://e.invalid/7"
        )
    )
    #expect(article(line)?.date == CivilDate(iso: "2021-07-29"), "no zone, the day as written")
  }

  @Test("A key with a dot in its name is found as well, and what is not told keeps its own key")
  func partly() {
    let fields = ArticleFields([.date: "dc.date"])
    let line = #"{"id":"a","text":"x","source":"s","dc.date":"Thu, 29 Jul 2021 08:15:00 +0300"}"#
    let found = article(line, fields: fields)
    #expect(found?.date == CivilDate(iso: "2021-07-29"))
    #expect(found?.id == "a" && found?.text == "x" && found?.source == "s")
  }

  @Test(
    "Faults name the key that was told",
    arguments: [
      (#"{"guid":"g","text":"x"}"#, "no text under the key ‘body.html.text’"),
      (#"{"guid":"g","body":"x"}"#, "no text under the key ‘body.html.text’"),
      (#"{"body":{"html":{"text":5}}}"#, "body.html.text is not a string"),
      (
        #"{"guid":"g","body":{"html":{"text":"x"}},"meta":{"published":"yesterday"}}"#,
        "‘yesterday’ is no date"
      ),
      (#"{"body":{"html":{"text":"x"}"#, "not JSON at column 29"),
    ]
  )
  func faults(_ line: String, _ message: String) {
    guard case .fault(let fault) = record(line) else {
      Issue.record("no fault")
      return
    }
    #expect(fault.description.hasPrefix("in/x.jsonl:4: "))
    #expect(fault.description.contains(message), "\(fault)")
  }

  @Test(
    "Times with an offset are of the day the outlet's calendar showed",
    arguments: [
      ("2021-07-28T21:30:00Z", "2021-07-29"), ("2021-07-28T20:59:59Z", "2021-07-28"),
      ("2021-07-28T17:30:00-05:00", "2021-07-29"), ("2021-07-29T00:30:00+0400", "2021-07-28"),
      ("2021-07-28T23:30:00", "2021-07-28"), ("2021-07-28", "2021-07-28"),
      ("2021-07-28 23:30:00 +03", "2021-07-28"),
    ]
  )
  func zone(_ written: String, _ day: String) {
    let line = #"{"text":"x","date":"\#(written)"}"#
    let found = article(line, fields: ArticleFields([:]), clock: ZoneClock(minutesEast: 180))
    #expect(found?.date == CivilDate(iso: day))
  }
}
