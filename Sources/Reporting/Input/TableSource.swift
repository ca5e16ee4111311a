import Chronology
import DataFiles
import Exporting
import NewsModel
import TimelineLayout

/// Reads the events of tables: `.csv` and `.tsv` files that people keep.
struct TableSource: Sendable {
  /// What a table gave.
  struct Outcome {
    /// Its events.
    var events: [Event] = []
    /// Its rows that could not be read.
    var faults: [SetAside] = []
    /// The file itself, when the system refused it.
    var unreadable: [SetAside] = []
  }

  /// The largest table that is read, in bytes.
  static let limit = 64 << 20

  /// Whether a file is a table, by its name.
  static func reads(_ file: String) -> Bool {
    let name = file.lowercased()
    return name.hasSuffix(".csv") || name.hasSuffix(".tsv")
  }

  /// The events of a file.
  func events(of file: String) -> Outcome {
    var outcome = Outcome()
    do throws(Fault) {
      let bytes = try FileBytes.read(file, limit: Self.limit)
      let (columns, types) = try Self.words()
      let name = String(file.split(separator: "/").last ?? "")
      let words = WordedDates()
      let read = EventSheetFile(
        bytes,
        file: name,
        columns: columns,
        types: types,
        worded: words.edtf(of:)
      )
      outcome.events = read.events
      outcome.faults = read.faults.map {
        SetAside(file: file, line: $0.line, code: $0.code, message: $0.message)
      }
    } catch {
      // The fault begins with the file's name, and so does the record.
      let what =
        error.what.hasPrefix("\(file): ")
        ? String(error.what.dropFirst(file.count + 2)) : error.what
      let message = error.remedy.isEmpty ? what : "\(what); \(error.remedy)"
      outcome.unreadable = [
        SetAside(file: file, line: nil, code: "unreadable", message: message)
      ]
    }
    return outcome
  }

  /// What columns and groups are called, in both languages of the sheets.
  private static func words() throws(Fault) -> (SheetColumns, [String: EventType]) {
    do throws(DataFileError) {
      var types: [String: EventType] = [:]
      for language in ["en", "ar"] {
        let labels = try SheetLabels(language: language)
        for (name, type) in labels.typesByName {
          types[name] = type
          types[type.rawValue] = type
        }
      }
      return (try .shipped(), types)
    } catch {
      throw Fault(error)
    }
  }
}
