import Chronology
import FoundationEssentials
import NewsModel
import Testing

@testable import Exporting

/// Events read back from their file.
@Suite("Event file")
struct EventFileTests {
  private func line(_ event: Event) -> String {
    var writer = JSONWriter()
    EventLine(plover: PloverTable()).write(event, to: &writer)
    return writer.text
  }

  private func minimal(_ replaced: String = "", with replacement: String = "") -> String {
    let text =
      #"{"schema":"event/1","id":"ev-000000000001","type":"meeting","status":"occurred","#
      + #""date":{"earliest":"2021-07-26","latest":null,"precision":"day","edtf":"2021-07-26/..","#
      + #""basis":"explicit"},"actors":[{"name":"س"}],"headline":{"text":"ص","mention":"a.1"},"#
      + #""mentions":[{"id":"a.1","doc":"a","start":0,"end":3,"text":"نص","sentence_start":0,"#
      + #""sentence_end":9,"rule":"r"}]}"#
    guard !replaced.isEmpty, let range = text.utf8Range(of: replaced) else { return text }
    let bytes = Array(text.utf8)
    return String(decoding: bytes[..<range.lowerBound], as: UTF8.self) + replacement
      + String(decoding: bytes[range.upperBound...], as: UTF8.self)
  }

  @Test("What was written reads back, and writes the same bytes again")
  func roundTrip() throws {
    var undated = Sample.event(in: "واجتمعَ")
    undated.date = .undated
    undated.conflicts = []
    undated.place = Place(name: "بغداد")
    undated.ordinal = 3
    let events = [Sample.event(in: "واجتمعَ"), undated]
    let text = events.map(line).joined()
    let file = EventFile(Array(text.utf8))
    #expect(file.faults.isEmpty)
    #expect(file.events.map(line).joined() == text)
    let first = try #require(file.events.first)
    #expect(first.actors == [Sample.biden])
    #expect(first.conflicts == events[0].conflicts)
    #expect(first.date.span.days == events[0].date.span.days)
    #expect(first.mentions.first?.reason == "same named parties, dates meet")
    #expect(first.mentions.first?.mention.date.phrase == "الاثنين")
    #expect(file.events.last?.date.isUndated == true)
    #expect(file.events.last?.place == Place(name: "بغداد"))
  }

  @Test("The required keys are enough")
  func required() throws {
    let file = EventFile(Array(minimal().utf8))
    #expect(file.faults.isEmpty)
    let event = try #require(file.events.first)
    #expect(event.actors.first?.surface == "س")
    #expect(event.actors.first?.how == .unlinked)
    #expect(event.sources == 1)
    #expect(event.date.span.earliest == CivilDate(iso: "2021-07-26"))
    #expect(event.date.span.latest == nil)
    #expect(event.mentions.first?.mention.status == .occurred)
  }

  @Test("Articles are passed over, blank lines and a byte order mark too")
  func others() {
    let text =
      "\u{FEFF}\(minimal())\r\n\n  \n{\"id\":\"a\",\"text\":\"the \\\"schema\\\" of it\"}\nrubbish"
    let file = EventFile(Array(text.utf8))
    #expect(file.events.count == 1)
    #expect(file.others == [4, 5])
    #expect(file.faults.isEmpty)
    #expect(EventFile.isEvent(minimal().utf8))
    #expect(!EventFile.isEvent(#"{"id":"a","text":"schema"}"#.utf8))
    #expect(!EventFile.isEvent("".utf8))
    #expect(!EventFile.isEvent(#"{"x":{"schema":"event/1"}}"#.utf8))
  }

  @Test("A bad line gives its number, id and fault; the others are read")
  func faults() {
    let lines = [
      minimal("event/1", with: "event/9"),
      minimal("2021-07-26\",\"latest", with: "2021-02-31\",\"latest"),
      minimal(#""rule":"r""#, with: #""rules":"r""#),
      minimal("\"start\":0", with: "\"start\":1e99"),
      minimal("\"occurred\"", with: "\"perhaps\""),
      minimal() + "}",
      #"{"schema":"#,
      minimal(),
    ]
    let file = EventFile(Array(lines.joined(separator: "\n").utf8))
    #expect(file.events.count == 1)
    #expect(file.faults.map(\.line) == [1, 2, 3, 4, 5, 6, 7])
    #expect(file.faults.map(\.code) == ["schema"] + Array(repeating: "json", count: 6))
    #expect(file.faults[0].message == "schema ‘event/9’ is not known; this version reads event/1")
    #expect(file.faults[0].id == "ev-000000000001")
    #expect(file.faults[1].message.contains("2021-02-31"))
    #expect(file.faults[2].message == "key ‘rule’ is missing in mentions.0")
    #expect(file.faults[6].id == nil)
  }

  @Test("Hostile lines are faults, not traps")
  func hostile() {
    let deep = "{\"schema\":" + String(repeating: "[", count: 100_000)
    let bytes =
      Array(deep.utf8) + [0x0A, 0x22] + Array("schema\"".utf8) + [0xFF, 0xFE, 0x0A, 0x00]
    let file = EventFile(bytes)
    #expect(file.events.isEmpty)
    #expect(file.faults.map(\.line) == [1, 2])
    #expect(EventFile([]).events.isEmpty)
    let swapped = EventFile(Array(minimal("\"start\":0", with: "\"start\":-9").utf8))
    #expect(swapped.events.first?.mentions.first?.mention.range.lower == -9)
  }

  @Test("A line that is read byte by byte is the event that the general decoder reads")
  func scan() throws {
    let whole = line(Sample.event(in: "واجتمعَ"))
    #expect(EventScan.event(Array(whole.utf8)[...]) != nil)
    #expect(EventScan.event(Array(minimal().utf8)[...]) != nil)
    var random = Numbers(state: 5)
    var read = 0
    let pieces = [
      "\"", "\\", "\\n", "\\u0633", "null", "1", "1.5", "-0", "01", "{", "}", "[", "]", ",", ":",
      " ",
      "\"id\":\"x\",", "\"schema\":", "\t", "\u{0}", "\u{633}", "true", "1e2", "planned",
      "\"start\":3,",
    ]
    for index in 0..<6000 {
      var bytes = Array((index % 2 == 0 ? whole : minimal()).utf8)
      for _ in 0...Int(random.next() % 2) {
        let place = Int(random.next() % UInt64(bytes.count))
        let end = min(bytes.count, place + Int(random.next() % 4))
        let piece = pieces[Int(random.next() % UInt64(pieces.count))]
        bytes.replaceSubrange(place..<end, with: random.next() % 3 == 0 ? [] : Array(piece.utf8))
      }
      guard let event = EventScan.event(bytes[...]) else { continue }
      read += 1
      let record = try JSONDecoder().decode(EventRecord.self, from: Data(bytes))
      #expect(event == record.event)
    }
    #expect(read > 300)
  }

  /// Random numbers that repeat.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
  }
}
