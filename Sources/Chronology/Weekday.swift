/// A day of the week, numbered as ISO 8601 does: Monday is 1, Sunday is 7.
@frozen
public enum Weekday: Int, CaseIterable, Hashable, Codable, Sendable {
  case monday = 1
  case tuesday = 2
  case wednesday = 3
  case thursday = 4
  case friday = 5
  case saturday = 6
  case sunday = 7
}

extension CivilDate {
  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    let index = (Int(dayNumber) + 3) % 7
    return Weekday(rawValue: (index + 7) % 7 + 1) ?? .monday
  }

  /// The latest such weekday on or before this day.
  public func onOrBefore(_ weekday: Weekday) -> CivilDate {
    moved(days: -((self.weekday.rawValue - weekday.rawValue + 7) % 7))
  }

  /// The first such weekday on or after this day.
  public func onOrAfter(_ weekday: Weekday) -> CivilDate {
    moved(days: (weekday.rawValue - self.weekday.rawValue + 7) % 7)
  }

  /// The latest such weekday strictly before this day.
  public func before(_ weekday: Weekday) -> CivilDate { moved(days: -1).onOrBefore(weekday) }

  /// The first such weekday strictly after this day.
  public func after(_ weekday: Weekday) -> CivilDate { moved(days: 1).onOrAfter(weekday) }

  /// The ISO 8601 week of the day; the year is that of the week's Thursday.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = moved(days: 4 - weekday.rawValue)
    let year = thursday.year
    guard let newYear = CivilDate(year: year, month: 1, day: 1) else { return (year, 1) }
    return (year, thursday.days(since: newYear) / 7 + 1)
  }
}
