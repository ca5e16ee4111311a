import Chronology
import NewsModel
import Testing

@testable import Exporting

/// The lines of the contracts, byte for byte.
@Suite("Lines")
struct LineTests {
  private func range(of part: String, in text: String) -> TextRange {
    guard let found = text.utf8Range(of: part) else { return TextRange(0, 0) }
    return TextRange(found.lowerBound, found.upperBound)
  }

  @Test("A date, with every key and offsets in code points")
  func dates() {
    let text = "🇮🇶 قالَ أمس الأربعاء ثم مضى"
    var writer = JSONWriter()
    DatesLine(
      id: "a1",
      date: CivilDate(iso: "2021-07-29"),
      basis: .given,
      text: text,
      expressions: [
        TemporalExpression(
          range: range(of: "أمس الأربعاء", in: text),
          kind: .date,
          value: "2021-07-28",
          first: CivilDate(iso: "2021-07-28"),
          last: CivilDate(iso: "2021-07-28"),
          grain: .day,
          basis: .article,
          edtf: "2021-07-28",
          rule: "deictic-day"
        )
      ]
    ).write(to: &writer)
    #expect(
      writer.text
        == #"{"id":"a1","date":"2021-07-29","date_basis":"given","expressions":["#
        + #"{"start":8,"end":20,"text":"أمس الأربعاء","type":"date","value":"2021-07-28","mod":null,"#
        + #""first":"2021-07-28","last":"2021-07-28","grain":"day","relation":null,"#
        + #""basis":"article","certain":true,"edtf":"2021-07-28","alternatives":[],"#
        + #""conflict":null,"rule":"deictic-day"}]}"# + "\n"
    )
  }

  @Test("A clock time prints its minutes, an unread phrase nulls")
  func times() {
    var writer = JSONWriter()
    DatesLine(
      id: "t\"1",
      date: nil,
      basis: .none,
      text: "ab",
      expressions: [
        TemporalExpression(
          range: TextRange(0, 1),
          kind: .time,
          value: "2021-07-29T14:00",
          modifier: .approx,
          first: CivilDate(iso: "2021-07-29"),
          last: CivilDate(iso: "2021-07-29"),
          minutes: 840...899,
          grain: .hour,
          relation: .by,
          basis: .explicit,
          certain: false,
          edtf: "2021-07-29",
          alternatives: ["2021-07-29T02:00"],
          rule: "clock"
        ),
        TemporalExpression(
          range: TextRange(1, 9),
          kind: .date,
          grain: .day,
          basis: .explicit,
          conflict: "no such day",
          rule: "numeric"
        ),
      ]
    ).write(to: &writer)
    #expect(
      writer.text
        == #"{"id":"t\"1","date":null,"date_basis":"none","expressions":["#
        + #"{"start":0,"end":1,"text":"a","type":"time","value":"2021-07-29T14:00","mod":"APPROX","#
        + #""first":"2021-07-29T14:00","last":"2021-07-29T14:59","grain":"hour","relation":"by","#
        + #""basis":"explicit","certain":false,"edtf":"2021-07-29","#
        + #""alternatives":["2021-07-29T02:00"],"conflict":null,"rule":"clock"},"#
        + #"{"start":1,"end":2,"text":"","type":"date","value":null,"mod":null,"first":null,"#
        + #""last":null,"grain":"day","relation":null,"basis":"explicit","certain":true,"#
        + #""edtf":null,"alternatives":[],"conflict":"no such day","rule":"numeric"}]}"# + "\n"
    )
    #expect(DatesLine.time(CivilDate(iso: "2021-07-29"), 99_999) == "2021-07-29T23:59")
    #expect(DatesLine.time(nil, 5) == nil)
  }

  @Test("A range that cuts a character still makes a readable line")
  func cut() {
    var writer = JSONWriter()
    DatesLine(
      id: "c",
      date: nil,
      basis: .none,
      text: "ابت",
      expressions: [
        TemporalExpression(
          range: TextRange(1, 5),
          kind: .date,
          grain: .day,
          basis: .explicit,
          rule: "r"
        )
      ]
    ).write(to: &writer)
    #expect(String(validating: writer.bytes, as: UTF8.self) != nil)
  }

  @Test("A mention, with every key")
  func mentions() {
    let text = "واجتمعَ بايدن والكاظمي في واشنطن."
    var writer = JSONWriter()
    MentionsLine(
      id: "001",
      date: CivilDate(iso: "2021-07-27"),
      text: text,
      mentions: [Sample.mention(in: text)]
    ).write(to: &writer)
    #expect(
      writer.text
        == #"{"id":"001","date":"2021-07-27","mentions":[{"id":"001.10","type":"meeting","#
        + #""start":0,"end":7,"trigger":"واجتمعَ","text":"واجتمعَ بايدن والكاظمي في واشنطن.","#
        + #""sentence_start":0,"sentence_end":33,"status":"occurred","date":{"#
        + #""earliest":"2021-07-26","latest":"2021-07-26","precision":"day","edtf":"2021-07-26","#
        + #""basis":"weekday","text":"الاثنين","rule":"bare-weekday"},"actors":[{"id":"p:biden","#
        + #""name":"جو بايدن","name_en":"Joe Biden","country":"US","office":"head-of-state","#
        + #""surface":"بايدن","how":"surname"}],"recipients":[{"id":null,"name":"والكاظمي","#
        + #""name_en":null,"country":null,"office":null,"surface":"والكاظمي","how":"unlinked"}],"#
        + #""place":{"name":"واشنطن","id":"geo:4140963","country":"US"},"ordinal":4,"#
        + #""attribution":null,"rule":"meeting-verb"}]}"# + "\n"
    )
  }

  @Test("An undated mention without a place")
  func undated() {
    var mention = Sample.mention(in: "واجتمعَ")
    mention.date = .undated
    mention.place = nil
    mention.ordinal = nil
    mention.actors = []
    mention.recipients = []
    var writer = JSONWriter()
    MentionsLine(id: "001", date: nil, text: "واجتمعَ", mentions: [mention]).write(to: &writer)
    #expect(
      writer.text.contains(
        #""date":{"earliest":null,"latest":null,"precision":"undated","edtf":null,"#
          + #""basis":"none","text":null,"rule":null},"actors":[],"recipients":[],"place":null,"#
          + #""ordinal":null"#
      )
    )
    #expect(writer.text.hasPrefix(#"{"id":"001","date":null,"#))
  }

  @Test("A merged event, with every key of the schema")
  func event() throws {
    var writer = JSONWriter()
    let text = "👋 واجتمعَ بايدن والكاظمي في واشنطن."
    let event = Sample.event(in: text)
    EventLine(plover: try PloverTable.shipped(), hijri: { _ in "1442-12-16" })
      .write(
        event,
        offsets: MentionOffsets(event.mentions.map(\.mention), in: text),
        to: &writer
      )
    #expect(
      writer.text
        == #"{"schema":"event/1","id":"ev-0a1b2c3d4e5f","type":"visit","#
        + #""plover":{"event":"CONSULT","mode":"visit","contexts":[],"cameo":"042"},"#
        + #""status":"occurred","date":{"earliest":"2021-07-26","latest":"2021-07-26","time":null,"#
        + #""precision":"day","edtf":"[2021-07-26,2021-07-27]","hijri":"1442-12-16","#
        + #""basis":"weekday","conflict":[{"value":"2021-07-26","sources":["ألف"],"status":null,"#
        + #""event":null},{"value":"2021-07-27","sources":["باء"],"status":"denied","#
        + #""event":"ev-000000000001"}]},"actors":[{"id":"p:biden","name":"جو بايدن","#
        + #""name_en":"Joe Biden","country":"US","office":"head-of-state","surface":"بايدن","#
        + #""how":"surname"}],"recipients":[],"place":null,"ordinal":null,"document":"بيان","#
        + #""headline":{"text":"عنوان","lang":"ar","mention":"001.10"},"sources":2,"#
        + #""independent":1,"mentions":[{"id":"001.10","doc":"001","url":"https://a.example/1","#
        + #""source":"ألف","published":"2021-07-27","start":2,"end":9,"#
        + #""text":"واجتمعَ بايدن والكاظمي في واشنطن.","trigger":"واجتمعَ","#
        + #""rule":"meeting-verb","date_text":"الاثنين","date_rule":"bare-weekday","#
        + #""attribution":null,"score":0.85,"merge":"same named parties, dates meet","#
        + #""sentence_start":2,"sentence_end":35,"status":"occurred"}],"#
        + #""fulfils":"ev-ffffffffffff","edits":[]}"# + "\n"
    )
  }

  @Test("A fault stands in the place of its line")
  func fault() {
    var writer = JSONWriter()
    FaultLine(id: nil, line: 7, code: "json", message: "not \"JSON\"").write(to: &writer)
    FaultLine(id: "x", line: 8, code: "text-missing", message: "m").write(to: &writer)
    #expect(
      writer.text
        == #"{"id":null,"line":7,"error":{"code":"json","message":"not \"JSON\""}}"# + "\n"
        + #"{"id":"x","line":8,"error":{"code":"text-missing","message":"m"}}"# + "\n"
    )
  }

  @Test("The shipped table names the codes of our types, and none for what has none")
  func plover() throws {
    let table = try PloverTable.shipped()
    #expect(table[EventType(rawValue: "phone")]?.mode == "phone")
    #expect(table[EventType(rawValue: "ceasefire")]?.cameo == "0871")
    #expect(table[EventType(rawValue: "election")] == nil)
    #expect(PloverTable()[EventType(rawValue: "phone")] == nil)
  }
}
