/// Whole calendar units as inclusive ranges of days.
///
/// Every function answers `nil` outside the years 1 to 9999.
public enum CalendarUnits {
  /// All days of a month, 1 to 12.
  public static func month(_ month: Int, year: Int) -> ClosedRange<CivilDate>? {
    months(from: month, through: month, year: year)
  }

  /// All days of a quarter, 1 to 4.
  public static func quarter(_ quarter: Int, year: Int) -> ClosedRange<CivilDate>? {
    guard (1...4).contains(quarter) else { return nil }
    return months(from: quarter * 3 - 2, through: quarter * 3, year: year)
  }

  /// All days of a half year, 1 or 2.
  public static func half(_ half: Int, year: Int) -> ClosedRange<CivilDate>? {
    guard (1...2).contains(half) else { return nil }
    return months(from: half * 6 - 5, through: half * 6, year: year)
  }

  /// All days of a year.
  public static func year(_ year: Int) -> ClosedRange<CivilDate>? {
    months(from: 1, through: 12, year: year)
  }

  /// Ten years that begin with a year divisible by ten: the 1980s are `decade(startingIn: 1980)`.
  ///
  /// Any year of the decade names it; the first has only nine years, as no year 0 can be told.
  public static func decade(startingIn year: Int) -> ClosedRange<CivilDate>? {
    guard (0...9999).contains(year) else { return nil }
    let start = year - year % 10
    return years(from: max(1, start), through: start + 9)
  }

  /// A century as Arabic newsrooms count it: the twentieth is 1900–1999.
  public static func century(_ number: Int) -> ClosedRange<CivilDate>? {
    guard (1...100).contains(number) else { return nil }
    return years(from: max(1, (number - 1) * 100), through: min(9999, number * 100 - 1))
  }

  /// The week of a day that starts on the given weekday.
  public static func week(of day: CivilDate, startingOn start: Weekday) -> ClosedRange<CivilDate>? {
    let passed = (day.weekday.rawValue - start.rawValue + 7) % 7
    guard let first = day.adding(days: -passed), let last = first.adding(days: 6) else {
      return nil
    }
    return first...last
  }

  /// A week as ISO 8601 numbers it, 1 to 53: Monday to Sunday, week 1 holds 4 January.
  public static func isoWeek(_ week: Int, year: Int) -> ClosedRange<CivilDate>? {
    guard (1...53).contains(week), let fourth = CivilDate(year: year, month: 1, day: 4),
      let day = fourth.adding(days: (week - 1) * 7), day.isoWeek.week == week
    else { return nil }
    return self.week(of: day, startingOn: .monday)
  }

  /// A meteorological season of the northern hemisphere; winter is named after the year it begins in.
  public static func season(_ season: Season, year: Int) -> ClosedRange<CivilDate>? {
    let firstMonth = season.firstMonth
    guard let first = CivilDate(year: year, month: firstMonth, day: 1),
      let next = first.adding(months: 3), let last = next.adding(days: -1)
    else { return nil }
    return first...last
  }

  /// All days from the first of one month to the end of another of the same year.
  public static func months(
    from first: Int,
    through last: Int,
    year: Int
  ) -> ClosedRange<CivilDate>? {
    guard first <= last, let start = CivilDate(year: year, month: first, day: 1),
      let end = CivilDate(
        year: year,
        month: last,
        day: CivilDate.days(inMonth: last, year: year)
      )
    else { return nil }
    return start...end
  }

  /// All days from the first of one year to the end of another.
  public static func years(from first: Int, through last: Int) -> ClosedRange<CivilDate>? {
    guard first <= last, let start = CivilDate(year: first, month: 1, day: 1),
      let end = CivilDate(year: last, month: 12, day: 31)
    else { return nil }
    return start...end
  }
}

/// A season of the year; the raw value is TIMEX3's abbreviation.
public enum Season: String, CaseIterable, Hashable, Codable, Sendable {
  case spring = "SP"
  case summer = "SU"
  case autumn = "FA"
  case winter = "WI"

  /// The month it begins with: March, June, September, December.
  public var firstMonth: Int {
    switch self {
    case .spring: 3
    case .summer: 6
    case .autumn: 9
    case .winter: 12
    }
  }
}
