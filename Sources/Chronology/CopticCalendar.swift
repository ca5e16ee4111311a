/// A day of the Coptic calendar, which Egypt's press prints beside the Gregorian.
public struct CopticDate: Hashable, Comparable, Sendable {
  /// The year of the Martyrs, 1 to 9999.
  public let year: Int
  /// The month, 1 (Thout) to 13 (the little month, Nasie).
  public let month: Int
  /// The day of the month, 1 to 30; in month 13 to 5, in a leap year to 6.
  public let day: Int

  /// A day of these fields, or `nil` when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard day >= 1, day <= CopticCalendar.days(inMonth: month, year: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Whether the left day is the earlier one.
  public static func < (lhs: CopticDate, rhs: CopticDate) -> Bool {
    (lhs.year, lhs.month, lhs.day) < (rhs.year, rhs.month, rhs.day)
  }
}

extension CopticDate: CustomStringConvertible, Codable {
  /// The fields in ISO order: `1738-01-01`.
  public var description: String { isoText(year, month, day) }

  /// Decodes the text that `description` gives.
  public init(from decoder: any Decoder) throws {
    self = try decodeFields(from: decoder, CopticDate.init(year:month:day:))
  }

  /// Encodes the text that `description` gives.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// Coptic days and their Gregorian days: twelve months of 30 days, a little month, and a leap year
/// every fourth year without exception, counted from 29 August 284 (Julian).
public enum CopticCalendar {
  /// The Gregorian day of a Coptic day; `nil` after the year 9999 of our era.
  public static func date(_ coptic: CopticDate) -> CivilDate? {
    CivilDate(dayNumber: newYear(coptic.year) + 30 * (coptic.month - 1) + coptic.day - 1)
  }

  /// The Coptic day of a Gregorian day; `nil` before the era of the Martyrs.
  public static func coptic(of date: CivilDate) -> CopticDate? {
    let days = Int(date.dayNumber) - epoch
    guard days >= 0 else { return nil }
    // Cycles of 1,461 days whose third year is the long one.
    let year = (4 * days + 1463) / 1461
    let inside = Int(date.dayNumber) - newYear(year)
    return CopticDate(year: year, month: inside / 30 + 1, day: inside % 30 + 1)
  }

  /// All days of a month, 1 to 13.
  public static func month(_ month: Int, year: Int) -> ClosedRange<CivilDate>? {
    let length = days(inMonth: month, year: year)
    guard length > 0, let first = CivilDate(dayNumber: newYear(year) + 30 * (month - 1)),
      let last = first.adding(days: length - 1)
    else { return nil }
    return first...last
  }

  /// All days of a year.
  public static func year(_ year: Int) -> ClosedRange<CivilDate>? {
    guard let first = month(1, year: year), let last = month(13, year: year) else { return nil }
    return first.lowerBound...last.upperBound
  }

  /// How many days a month has; 0 for a month or year that is none.
  public static func days(inMonth month: Int, year: Int) -> Int {
    guard (1...9999).contains(year) else { return 0 }
    switch month {
    case 1...12: return 30
    case 13: return year % 4 == 3 ? 6 : 5
    default: return 0
    }
  }

  private static let epoch = -615_558

  private static func newYear(_ year: Int) -> Int { epoch + 365 * (year - 1) + year / 4 }
}
