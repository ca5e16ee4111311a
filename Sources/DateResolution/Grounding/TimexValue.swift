import Chronology

/// TIMEX3 values of calendar units, in the forms of ISO 8601 and its TimeML extension.
enum TimexValue {
  static func month(_ month: Int, year: Int) -> String { "\(padded(year, 4))-\(padded(month, 2))" }
  static func year(_ year: Int) -> String { padded(year, 4) }
  static func week(of day: CivilDate) -> String {
    let week = day.isoWeek
    return "\(padded(week.year, 4))-W\(padded(week.week, 2))"
  }
  static func quarter(_ quarter: Int, year: Int) -> String { "\(padded(year, 4))-Q\(quarter)" }
  static func half(_ half: Int, year: Int) -> String { "\(padded(year, 4))-H\(half)" }
  static func season(_ season: Season, year: Int) -> String {
    "\(padded(year, 4))-\(season.rawValue)"
  }
  static func decade(_ year: Int) -> String { padded(year / 10, 3) + "X" }
  static func century(_ number: Int) -> String { padded(number - 1, 2) + "XX" }
  static func clock(_ minute: Int) -> String {
    "\(padded(minute / 60, 2)):\(padded(minute % 60, 2))"
  }
  static func range(_ days: ClosedRange<CivilDate>) -> String {
    "\(days.lowerBound)/\(days.upperBound)"
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
