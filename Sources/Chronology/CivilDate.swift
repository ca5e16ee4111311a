/// A day of the proleptic Gregorian calendar, years 1 to 9999.
///
/// Stored as a day number, so that a difference is a subtraction and an order a comparison. Nothing
/// here traps: an impossible day («31 February») or one outside the years is `nil`.
@frozen
public struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, which is day 0.
  public let dayNumber: Int32

  /// The first day that can be told: 0001-01-01.
  public static let first = CivilDate(unchecked: -719_162)
  /// The last day that can be told: 9999-12-31.
  public static let last = CivilDate(unchecked: 2_932_896)

  @inlinable
  init(unchecked dayNumber: Int32) { self.dayNumber = dayNumber }

  /// The day so many days after 1970-01-01, or `nil` outside the years 1 to 9999.
  @inlinable
  public init?(dayNumber: Int) {
    guard dayNumber >= -719_162, dayNumber <= 2_932_896 else { return nil }
    self.dayNumber = Int32(truncatingIfNeeded: dayNumber)
  }

  /// The day of these fields, or `nil` when the calendar has no such day.
  @inlinable
  public init?(year: Int, month: Int, day: Int) {
    guard year >= 1, year <= 9999, month >= 1, month <= 12, day >= 1,
      day <= CivilDate.days(inMonth: month, year: year)
    else { return nil }
    self.init(unchecked: Int32(truncatingIfNeeded: CivilDate.dayNumber(year, month, day)))
  }

  /// The whole days from `other` to this one; negative when this one is earlier.
  @inlinable
  public func days(since other: CivilDate) -> Int { Int(dayNumber) - Int(other.dayNumber) }

  /// The day `count` days later, or `nil` when that leaves the years 1 to 9999.
  @inlinable
  public func adding(days count: Int) -> CivilDate? {
    let (sum, overflow) = Int(dayNumber).addingReportingOverflow(count)
    return overflow ? nil : CivilDate(dayNumber: sum)
  }

  /// The day `count` days later, held inside the years 1 to 9999.
  @inlinable
  public func moved(days count: Int) -> CivilDate {
    adding(days: count) ?? (count < 0 ? .first : .last)
  }

  /// The same day of the month `count` months later; the month's last day where it is shorter.
  public func adding(months count: Int) -> CivilDate? {
    let fields = self.fields
    let (sum, overflow) = (fields.year * 12 + fields.month - 1).addingReportingOverflow(count)
    guard !overflow, sum >= 12, sum < 120_000 else { return nil }
    let year = sum / 12
    let month = sum % 12 + 1
    return CivilDate(
      year: year,
      month: month,
      day: min(fields.day, CivilDate.days(inMonth: month, year: year))
    )
  }

  /// Whether the left day is the earlier one.
  @inlinable
  public static func < (lhs: CivilDate, rhs: CivilDate) -> Bool { lhs.dayNumber < rhs.dayNumber }
}

// MARK: - Fields

extension CivilDate {
  /// Year, month and day, read off the day number.
  ///
  /// The arithmetic is Howard Hinnant's `civil_from_days` (public domain): eras of 400 years that
  /// begin in March, so that the leap day is the last of its year.
  @inlinable
  public var fields: (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The year, 1 to 9999.
  @inlinable
  public var year: Int { fields.year }
  /// The month, 1 to 12.
  @inlinable
  public var month: Int { fields.month }
  /// The day of the month, 1 to 31.
  @inlinable
  public var day: Int { fields.day }

  @usableFromInline
  static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Whether the Gregorian year has a 29 February.
  @inlinable
  public static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// How many days the month has; 0 for a month that is none.
  @inlinable
  public static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: isLeap(year: year) ? 29 : 28
    default: 0
    }
  }
}

// MARK: - Text

extension CivilDate: CustomStringConvertible, Codable {
  /// The day as ISO 8601 writes it: `2021-07-28`.
  public var description: String {
    let fields = self.fields
    return isoText(fields.year, fields.month, fields.day)
  }

  /// Reads `2021-07-28`, all ten characters of it; `nil` for anything else or no such day.
  public init?(iso text: some StringProtocol) {
    guard let fields = isoFields(Array(text.utf8)) else { return nil }
    self.init(year: fields.year, month: fields.month, day: fields.day)
  }

  /// Decodes the ISO text.
  public init(from decoder: any Decoder) throws {
    self = try decodeFields(from: decoder, CivilDate.init(year:month:day:))
  }

  /// Encodes the ISO text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
