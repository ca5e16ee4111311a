import Chronology

/// A date and time as pages and feeds write them.
struct WebDate: Hashable, Sendable {
  private let moment: WrittenMoment

  /// The outlet's day.
  ///
  /// - Parameter clock: the clock where the outlet is; without it the day stays as it is written.
  func day(by clock: ZoneClock?) -> CivilDate { moment.day(by: clock) }

  /// Reads ISO 8601 and RFC 822 with the liberties that outlets take; `nil` for anything else.
  ///
  /// `2021-07-29T08:15:00+03:00`, `2021/7/29 08:15`, `Thu, 29 Jul 2021 08:15:00 +0300`,
  /// `July 29, 2021`. Months that stand as numbers must follow their year, as `7/8/2021` means
  /// another day in Beirut than in Boston. Days that programs write for none are none.
  init?(_ text: String) {
    let parts = WebDateParts(text)
    guard let date = parts.date, !Self.placeholders.contains(date) else { return nil }
    moment = WrittenMoment(day: date, minutes: parts.minutes, offset: parts.offset)
  }

  private static let placeholders = [
    CivilDate(year: 1, month: 1, day: 1), CivilDate(year: 1970, month: 1, day: 1),
  ]
}

/// The words and numbers of a written date.
private struct WebDateParts {
  private(set) var date: CivilDate?
  private(set) var minutes: Int?
  private(set) var offset: Int?

  private enum Part {
    case number(Int, digits: Int)
    case word([UInt8])
    case sign(UInt8)
  }

  init(_ text: String) {
    let parts = Self.parts(Array(text.utf8.prefix(80)))
    guard let end = readISO(parts) ?? readNamedMonth(parts) else { return }
    readTime(parts[end...])
  }

  private static func parts(_ bytes: [UInt8]) -> [Part] {
    var parts: [Part] = []
    var index = 0
    while index < bytes.count {
      let start = index
      if (0x30...0x39).contains(bytes[index]) {
        var value = 0
        while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
          if index - start < 9 { value = value * 10 + Int(bytes[index]) - 0x30 }
          index += 1
        }
        parts.append(.number(value, digits: index - start))
      } else if (0x61...0x7A).contains(bytes[index] | 0x20) {
        while index < bytes.count, (0x61...0x7A).contains(bytes[index] | 0x20) { index += 1 }
        parts.append(.word(bytes[start..<index].map { $0 | 0x20 }))
      } else {
        let byte = bytes[index]
        if byte > 0x20, byte != UInt8(ascii: ",") { parts.append(.sign(byte)) }
        index += 1
      }
    }
    return parts
  }

  /// `2021-07-29`, `2021/7/29`, `20210729`; the index behind it.
  private mutating func readISO(_ parts: [Part]) -> Int? {
    if case .number(let value, digits: 8)? = parts.first {
      date = CivilDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
      return date == nil ? nil : 1
    }
    guard parts.count >= 5, case .number(let year, digits: 4) = parts[0],
      case .sign(let first) = parts[1], case .number(let month, digits: 1...2) = parts[2],
      case .sign(let second) = parts[3], case .number(let day, digits: 1...2) = parts[4],
      first == second, first == UInt8(ascii: "-") || first == UInt8(ascii: "/")
    else { return nil }
    date = CivilDate(year: year, month: month, day: day)
    return date == nil ? nil : 5
  }

  /// `29 Jul 2021`, `Jul 29 2021`; the index behind the year.
  private mutating func readNamedMonth(_ parts: [Part]) -> Int? {
    for (index, part) in parts.enumerated() {
      guard case .word(let word) = part, word.count >= 3,
        let month = Self.months.firstIndex(where: word.starts)
      else { continue }
      if index > 0, index + 1 < parts.count,
        case .number(let day, digits: 1...2) = parts[index - 1],
        case .number(let year, digits: 4) = parts[index + 1]
      {
        date = CivilDate(year: year, month: month + 1, day: day)
        return date == nil ? nil : index + 2
      }
      if index + 2 < parts.count, case .number(let day, digits: 1...2) = parts[index + 1],
        case .number(let year, digits: 4) = parts[index + 2]
      {
        date = CivilDate(year: year, month: month + 1, day: day)
        return date == nil ? nil : index + 3
      }
    }
    return nil
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ].map { Array($0.utf8) }

  /// The time, and what it says of UTC: `Z`, `GMT`, `UTC`, `+03:00`, `-0500`.
  private mutating func readTime(_ parts: ArraySlice<Part>) {
    var parts = parts
    if case .word(let word)? = parts.first, word == Array("t".utf8) { parts.removeFirst() }
    guard parts.count >= 3, case .number(let hour, digits: 1...2) = parts[parts.startIndex],
      hour < 24, case .sign(UInt8(ascii: ":")) = parts[parts.startIndex + 1],
      case .number(let minute, digits: 2) = parts[parts.startIndex + 2], minute < 60
    else { return }
    var hourOfDay = hour
    for index in parts.indices.dropFirst(3) {
      switch parts[index] {
      case .word(let word) where Self.universal.contains(word): offset = 0
      case .word(let word) where word == Array("pm".utf8) && hour < 12: hourOfDay = hour + 12
      case .word(let word) where word == Array("am".utf8) && hour == 12: hourOfDay = 0
      case .sign(UInt8(ascii: "+")): offset = Self.minutes(parts[(index + 1)...])
      case .sign(UInt8(ascii: "-")): offset = Self.minutes(parts[(index + 1)...]).map { -$0 }
      default: break
      }
    }
    minutes = hourOfDay * 60 + minute
  }

  /// `03:00`, `0300` and `3` in minutes.
  private static func minutes(_ parts: ArraySlice<Part>) -> Int? {
    switch parts.first {
    case .number(let value, digits: 4)? where value <= 1400: return value / 100 * 60 + value % 100
    case .number(let hours, digits: 1...2)? where hours <= 14:
      let rest = parts.dropFirst()
      guard case .sign(UInt8(ascii: ":"))? = rest.first,
        case .number(let minutes, digits: 2)? = rest.dropFirst().first, minutes < 60
      else { return rest.isEmpty ? hours * 60 : nil }
      return hours * 60 + minutes
    default: return nil
    }
  }

  private static let universal = ["z", "gmt", "utc", "ut"].map { Array($0.utf8) }
}
