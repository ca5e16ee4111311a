import Chronology
import NewsModel

/// A timeline as text for markwhen: `2021-07-26: text #meeting`, one event a line.
struct Markwhen: EventFormat {
  let name = "mw"
  let fileExtension = "mw"

  func file(of sheet: ExportedSheet, words: any ExportWords) -> ExportedFile {
    var leftOut: [Event] = []
    var text = ""
    let title = ExportText.plain(sheet.title)
    if !title.isEmpty {
      var quoted = JSONWriter()
      quoted.string(title)
      text += "---\ntitle: \(quoted.text)\n---\n\n"
    }
    for event in sheet.events {
      guard let date = Self.date(event.date) else {
        leftOut.append(event)
        continue
      }
      let telling = EventTelling(event, words: words)
      text += "\(date): \(Self.literal(telling.titleWithDoubt(words)))"
      for source in telling.sources {
        guard let address = source.address else { continue }
        text += " [\(Self.literal(source.name(words)))](\(Self.literal(address)))"
      }
      if let tag = Self.tag(event.type.rawValue) { text += " #\(tag)" }
      if event.status != .occurred, let tag = Self.tag(event.status.rawValue) { text += " #\(tag)" }
      text += "\n\n"
    }
    return ExportedFile(bytes: Array(text.utf8), leftOut: leftOut)
  }

  /// The dates of EDTF that markwhen reads: days, months, years and ranges of them.
  private static func date(_ date: EventDate) -> String? {
    guard let days = TimelineDays(date) else { return nil }
    let start = text(days.start)
    return days.end.map { "\(start)/\(text($0))" } ?? start
  }

  private static func text(_ fields: TimelineDays.Fields) -> String {
    let day = CivilDate(year: fields.year, month: fields.month ?? 1, day: fields.day ?? 1)
    let count = fields.day != nil ? 10 : fields.month != nil ? 7 : 4
    return String(decoding: (day ?? .first).description.utf8.prefix(count), as: UTF8.self)
  }

  /// The text without what markwhen would take for a tag, a link or a reference; it knows no
  /// escapes, so the wide forms of these signs stand for them.
  private static func literal(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "#": scalars.append("\u{FF03}")
      case "[": scalars.append("\u{FF3B}")
      case "]": scalars.append("\u{FF3D}")
      case "@": scalars.append("\u{FF20}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// A tag, of which markwhen reads only ASCII letters, digits and `_`; `nil` for other words.
  private static func tag(_ id: String) -> String? {
    var tag: [UInt8] = []
    for byte in id.utf8 {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: " "): tag.append(UInt8(ascii: "_"))
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): tag.append(byte)
      default: return nil
      }
    }
    return tag.isEmpty ? nil : String(decoding: tag, as: UTF8.self)
  }
}
