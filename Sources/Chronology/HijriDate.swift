/// A day as the Hijri calendar names it.
///
/// Months of 30 days are never ruled out: sighting of the moon can give a month a thirtieth day that
/// no table has, and newspapers print it.
public struct HijriDate: Hashable, Comparable, Sendable {
  /// The year after the Hijra, 1 to 9999.
  public let year: Int
  /// The month, 1 (Muharram) to 12 (Dhu al-Hijja).
  public let month: Int
  /// The day of the month, 1 to 30; to 31 in three months that were announced so long.
  public let day: Int

  /// A day of these fields, or `nil` when no Hijri month can have it.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= max(30, UmmAlQura.days(inMonth: month, year: year) ?? 30)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Whether the left day is the earlier one.
  public static func < (lhs: HijriDate, rhs: HijriDate) -> Bool {
    (lhs.year, lhs.month, lhs.day) < (rhs.year, rhs.month, rhs.day)
  }
}

extension HijriDate: CustomStringConvertible, Codable {
  /// The fields in ISO order: `1442-10-01`.
  public var description: String { isoText(year, month, day) }

  /// Decodes the text that `description` gives.
  public init(from decoder: any Decoder) throws {
    self = try decodeFields(from: decoder, HijriDate.init(year:month:day:))
  }

  /// Encodes the text that `description` gives.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
