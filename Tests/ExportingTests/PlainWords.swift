import Chronology
import NewsModel

@testable import Exporting

/// Words of exports that name their keys, so that golden lines depend on no table.
struct PlainWords: ExportWords {
  var language = "ar"
  var isRightToLeft: Bool { language == "ar" }

  func word(_ key: String, _ blanks: [String: String]) -> String {
    switch key {
    case "list": "،"
    case "entry.round": "#\(blanks["n"] ?? "")"
    default: ([key] + blanks.values.sorted()).joined(separator: " ")
    }
  }
  func count(_ key: String, _ number: Int) -> String { "\(key) \(number)" }
  func number(_ number: Int) -> String { String(number) }
  func typeName(_ type: EventType) -> String { "<\(type.rawValue)>" }
  func date(of event: Event) -> String { event.date.edtf }
  func reading(_ edtf: String) -> String { edtf }
  func day(_ day: CivilDate) -> String { "d\(day)" }
}

extension ExportedFile {
  /// The bytes as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The lines, whatever ends them.
  var lines: [String] { text.split(whereSeparator: \.isNewline).map(String.init) }
}

extension Sample {
  /// An event of nobody, with a headline.
  static func bare(
    _ headline: String,
    id: String = "ev-000000000001",
    type: String = "meeting",
    status: EventStatus = .occurred,
    date: UncertainDate? = nil,
    source: String? = nil,
    url: String? = nil
  ) -> Event {
    let span = date ?? UncertainDate(day: CivilDate(iso: "2021-07-26") ?? .first)
    var mention = mention(in: headline)
    mention.sentence = headline
    return Event(
      id: id,
      type: EventType(rawValue: type),
      status: status,
      date: EventDate(span: span, edtf: span.edtf, basis: .explicit),
      actors: [],
      headline: headline,
      headlineMention: mention.id,
      mentions: [MergedMention(mention: mention, source: source, url: url)],
      sources: 1,
      independent: 1
    )
  }

  /// The whole month of July 2021.
  static let july = UncertainDate(edtf: "2021-07")
}
