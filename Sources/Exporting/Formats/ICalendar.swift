import Chronology
import NewsModel

/// A calendar after RFC 5545: events as whole days that take up nobody's time.
///
/// Dates are told to the day, so that no time zone moves them. A month or a span is an event of all
/// its days, with the words of the date behind the title; `DTEND` is the day after the last.
struct ICalendar: EventFormat {
  let name = "ics"
  let fileExtension = "ics"

  func file(of sheet: ExportedSheet, words: any ExportWords) -> ExportedFile {
    var lines = ContentLines()
    var leftOut: [Event] = []
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//Tarikh//Events//EN")
    lines.add("CALSCALE", "GREGORIAN")
    lines.add("METHOD", "PUBLISH")
    let title = ExportText.plain(sheet.title)
    if !title.isEmpty {
      lines.add("NAME", text: title)
      lines.add("X-WR-CALNAME", text: title)
    }
    for event in sheet.events {
      guard let days = DrawnDays(event.date) else {
        leftOut.append(event)
        continue
      }
      add(event, days, stamp: sheet.asOf, words, to: &lines)
    }
    lines.add("END", "VCALENDAR")
    return ExportedFile(bytes: lines.bytes, leftOut: leftOut)
  }

  private func add(
    _ event: Event,
    _ days: DrawnDays,
    stamp: CivilDate?,
    _ words: any ExportWords,
    to lines: inout ContentLines
  ) {
    let telling = EventTelling(event, words: words)
    let language = ";LANGUAGE=\(words.language)"
    // The stamp is the sheet's day and no clock: the same events give the same bytes.
    let stamp = stamp ?? event.mentions.compactMap(\.published).max() ?? days.last
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", text: "\(ExportText.plain(event.id))@tarikh")
    lines.add("DTSTAMP", Self.basic(stamp) + "T000000Z")
    lines.add("DTSTART;VALUE=DATE", Self.basic(days.first))
    if let end = days.last.adding(days: 1) { lines.add("DTEND;VALUE=DATE", Self.basic(end)) }
    lines.add("SUMMARY\(language)", text: telling.titleWithDoubt(words))
    let description = self.description(telling, words)
    if !description.isEmpty { lines.add("DESCRIPTION\(language)", text: description) }
    if let place = event.place {
      lines.add("LOCATION\(language)", text: ExportText.plain(place.name))
    }
    if let address = telling.sources.lazy.compactMap(\.address).first { lines.add("URL", address) }
    lines.add("CATEGORIES", text: ExportText.plain(event.type.rawValue))
    lines.add("STATUS", Self.status(event.status))
    lines.add("TRANSP", "TRANSPARENT")
    lines.add("END", "VEVENT")
  }

  /// The sentence, and below it who tells it.
  private func description(_ telling: EventTelling, _ words: any ExportWords) -> String {
    var lines = telling.sentence.isEmpty ? [] : [telling.sentence]
    let sources = telling.sources.map { source in
      let day = source.published.map { " (\(words.day($0)))" } ?? ""
      return source.name(words) + day + (source.address.map { " " + $0 } ?? "")
    }
    if !sources.isEmpty { lines.append(words.word("entry.sources") + ":") }
    return (lines + sources).joined(separator: "\n")
  }

  private static func status(_ status: EventStatus) -> String {
    switch status {
    case .occurred, .ongoing, .recurring: "CONFIRMED"
    case .planned, .postponed, .hypothetical, .unclear: "TENTATIVE"
    case .cancelled, .denied: "CANCELLED"
    }
  }

  /// A day as RFC 5545 writes it: `20210726`.
  private static func basic(_ day: CivilDate) -> String {
    String(decoding: day.description.utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
  }
}

/// The content lines of RFC 5545: ended by CR LF, folded at 75 octets, never inside a character.
struct ContentLines {
  private(set) var bytes: [UInt8] = []

  /// Adds a line whose value is written as it stands.
  mutating func add(_ name: String, _ value: String) {
    var count = 0
    for scalar in "\(name):\(value)".unicodeScalars {
      let character = UTF8.encode(scalar).map(Array.init) ?? []
      if count + character.count > 75 {
        bytes.append(contentsOf: [0x0D, 0x0A, 0x20])
        count = 1
      }
      bytes.append(contentsOf: character)
      count += character.count
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  /// Adds a line whose value is text, with what would end or divide it escaped.
  mutating func add(_ name: String, text: String) {
    var value = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        value.append("\\")
        value.append(scalar)
      case "\n":
        value.append("\\")
        value.append("n")
      default:
        if scalar.value >= 0x20, scalar.value != 0x7F { value.append(scalar) }
      }
    }
    add(name, String(value))
  }
}
