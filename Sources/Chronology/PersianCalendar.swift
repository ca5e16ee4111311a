/// A day of the Solar Hijri calendar of Iran and Afghanistan.
public struct PersianDate: Hashable, Comparable, Sendable {
  /// The year, 1 to 3177.
  public let year: Int
  /// The month, 1 (Farvardin) to 12 (Esfand).
  public let month: Int
  /// The day of the month, 1 to 31.
  public let day: Int

  /// A day of these fields, or `nil` when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard day >= 1, day <= PersianCalendar.days(inMonth: month, year: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Whether the left day is the earlier one.
  public static func < (lhs: PersianDate, rhs: PersianDate) -> Bool {
    (lhs.year, lhs.month, lhs.day) < (rhs.year, rhs.month, rhs.day)
  }
}

extension PersianDate: CustomStringConvertible, Codable {
  /// The fields in ISO order: `1400-01-01`.
  public var description: String { isoText(year, month, day) }

  /// Decodes the text that `description` gives.
  public init(from decoder: any Decoder) throws {
    self = try decodeFields(from: decoder, PersianDate.init(year:month:day:))
  }

  /// Encodes the text that `description` gives.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// Solar Hijri days and their Gregorian days.
///
/// The year begins at the spring equinox seen from Tehran. Kazimierz Borkowski (“The Persian
/// calendar for 3000 years”, Earth, Moon, and Planets 74, 1996) put the equinoxes into 33-year
/// cycles with breaks; his rule agrees with the observed calendar from 1206 to 1498, outside it a
/// day may be off.
public enum PersianCalendar {
  /// The years in which the arithmetic is known to agree with the calendar that was kept.
  public static let reliableYears = 1206...1498

  /// The Gregorian day of a Persian day.
  public static func date(_ persian: PersianDate) -> CivilDate? {
    newYear(persian.year)?.adding(days: daysBefore(month: persian.month) + persian.day - 1)
  }

  /// The Persian day of a Gregorian day; `nil` outside the years 1 to 3177.
  public static func persian(of date: CivilDate) -> PersianDate? {
    for year in [date.year - 621, date.year - 622] {
      guard let newYear = newYear(year), newYear <= date else { continue }
      let day = date.days(since: newYear)
      let month = day < 186 ? day / 31 + 1 : (day - 186) / 30 + 7
      return PersianDate(year: year, month: month, day: day - daysBefore(month: month) + 1)
    }
    return nil
  }

  /// Nowruz, 1 Farvardin, of a Persian year 1 to 3177.
  public static func newYear(_ year: Int) -> CivilDate? {
    guard years.contains(year) else { return nil }
    return CivilDate(dayNumber: newYearNumber(year))
  }

  /// All days of a month, 1 to 12.
  public static func month(_ month: Int, year: Int) -> ClosedRange<CivilDate>? {
    let length = days(inMonth: month, year: year)
    guard length > 0, let first = newYear(year)?.adding(days: daysBefore(month: month)),
      let last = first.adding(days: length - 1)
    else { return nil }
    return first...last
  }

  /// All days of a year.
  public static func year(_ year: Int) -> ClosedRange<CivilDate>? {
    guard let first = newYear(year), let last = month(12, year: year)?.upperBound else {
      return nil
    }
    return first...last
  }

  /// How many days a month has; 0 for a month or year that is none.
  public static func days(inMonth month: Int, year: Int) -> Int {
    guard years.contains(year) else { return 0 }
    switch month {
    case 1...6: return 31
    case 7...11: return 30
    case 12: return isLeap(year: year) ? 30 : 29
    default: return 0
    }
  }

  /// Whether Esfand has a thirtieth day; false outside the years 1 to 3177.
  public static func isLeap(year: Int) -> Bool {
    guard years.contains(year) else { return false }
    return newYearNumber(year + 1) - newYearNumber(year) == 366
  }

  // MARK: - Borkowski's rule

  private static let years = 1...3177

  /// The years in which a run of 33-year cycles breaks off.
  private static let breaks = [
    -61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394,
    2456, 3178,
  ]

  private static func daysBefore(month: Int) -> Int {
    month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7)
  }

  /// The day number of 1 Farvardin; the year is 1 to 3178.
  private static func newYearNumber(_ year: Int) -> Int {
    var leaps = -14
    var start = -61
    var span = 0
    for next in breaks.dropFirst() {
      span = next - start
      // A year at a break opens the next run, except at the end of the table.
      if year < next || next == 3178 { break }
      leaps += span / 33 * 8 + span % 33 / 4
      start = next
    }
    let inside = year - start
    leaps += inside / 33 * 8 + (inside % 33 + 3) / 4
    if span % 33 == 4, span - inside == 4 { leaps += 1 }
    let gregorian = year + 621
    let gregorianLeaps = gregorian / 4 - (gregorian / 100 + 1) * 3 / 4 - 150
    return CivilDate.dayNumber(gregorian, 3, 20 + leaps - gregorianLeaps)
  }
}
