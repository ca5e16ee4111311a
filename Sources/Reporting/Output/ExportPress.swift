import Chronology
import DataFiles
import Drawing
import Exporting
import NewsModel
import TimelineLayout

/// Makes the files that hold a sheet's events as data.
struct ExportPress {
  private let words: SheetWords
  private let list: EventFormatList

  /// A press that uses the words of sheets.
  init(labels: SheetLabels) throws(DataFileError) {
    words = SheetWords(labels: labels)
    let line = EventLine(plover: try .shipped()) { day in
      HijriCalendar.hijri(of: day)?.hijri.description
    }
    list = try EventFormatList(line: line, types: Set(labels.typesByName.values))
  }

  /// A press for the labels of a report or the command line.
  init(labels: Report.Labels) throws(Fault) {
    do throws(DataFileError) {
      try self.init(
        labels: SheetLabels(
          language: labels.language,
          months: MonthNaming(rawValue: labels.months) ?? .dual,
          digits: DigitForm(rawValue: labels.digits) ?? .latin
        )
      )
    } catch {
      throw Fault(error)
    }
  }

  /// The names of the formats.
  var formats: [String] { list.names }

  /// The name of the format that a path ends in.
  func format(of path: String) -> String? { list.of(path: path)?.name }

  /// The file of a sheet; `nil` for a format that is none.
  func file(of sheet: ExportedSheet, format: String) -> ExportedFile? {
    list.named(format)?.file(of: sheet, words: words)
  }

  /// What the user is told of events that a format has no room for; `nil` when there are none.
  static func notice(on leftOut: [Event], format: String) -> String? {
    guard !leftOut.isEmpty else { return nil }
    let ids = leftOut.prefix(10).map(\.id).joined(separator: ", ")
    let more = leftOut.count > 10 ? " and \(leftOut.count - 10) more" : ""
    let events = leftOut.count == 1 ? "1 event" : "\(leftOut.count) events"
    return "\(events) without a date left out, \(format) has no place for them: \(ids)\(more)"
  }
}

/// The words of sheets, as exports ask for them.
private struct SheetWords: ExportWords {
  let labels: SheetLabels

  var language: String { labels.language }
  var isRightToLeft: Bool { labels.direction == .rightToLeft }

  func word(_ key: String, _ blanks: [String: String]) -> String { labels.word(key, blanks) }
  func count(_ key: String, _ number: Int) -> String { labels.count(key, number) }
  func number(_ number: Int) -> String { labels.number(number) }
  func typeName(_ type: EventType) -> String { labels.typeName(type) }
  func date(of event: Event) -> String { labels.dateText(of: event) }
  func reading(_ edtf: String) -> String { labels.readingText(edtf) }
  func day(_ day: CivilDate) -> String { labels.dayText(day) }
}
