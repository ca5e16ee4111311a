/// A date as far as it is known: an inclusive span of days, and how it was told.
public struct UncertainDate: Hashable, Codable, Sendable {
  /// The first day it can be; `nil` when nothing bounds it below («by the end of the year»).
  public var earliest: CivilDate?
  /// The last day it can be; `nil` when nothing bounds it above («since 2003»).
  public var latest: CivilDate?
  /// How fine it was told.
  public var grain: Grain
  /// What narrowed or blurred it.
  public var modifier: DateModifier?
  /// The fields that the text itself said, apart from what was inferred.
  public var stated: StatedFields

  /// A date between two days, both included; either may be open.
  public init(
    earliest: CivilDate?,
    latest: CivilDate?,
    grain: Grain,
    modifier: DateModifier? = nil,
    stated: StatedFields = []
  ) {
    self.earliest = earliest
    self.latest = latest
    self.grain = grain
    self.modifier = modifier
    self.stated = stated
  }

  /// One known day.
  public init(day: CivilDate, stated: StatedFields = [.year, .month, .day]) {
    self.init(earliest: day, latest: day, grain: .day, stated: stated)
  }

  /// Both bounds, when both are known.
  public var days: ClosedRange<CivilDate>? {
    guard let earliest, let latest, earliest <= latest else { return nil }
    return earliest...latest
  }
}

/// The fields of a date that a text said in words or digits.
public struct StatedFields: OptionSet, Hashable, Codable, Sendable {
  /// The bits, one a field.
  public let rawValue: UInt8

  /// Fields from their bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The year was said.
  public static let year = StatedFields(rawValue: 1)
  /// The month was said.
  public static let month = StatedFields(rawValue: 2)
  /// The day of the month was said.
  public static let day = StatedFields(rawValue: 4)
  /// The weekday was said.
  public static let weekday = StatedFields(rawValue: 8)
  /// A distance or direction from another day was said («yesterday», «last month»).
  public static let relative = StatedFields(rawValue: 16)
  /// A time of day was said.
  public static let time = StatedFields(rawValue: 32)
}
