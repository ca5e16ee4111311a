/// Hijri days and their Gregorian days.
///
/// From 1343 to 1500 AH by the Umm al-Qura table, outside it by the civil calendar (the tabular one
/// of 30-year cycles, epoch Friday 16 July 622 Julian). The civil calendar can be a day or two off
/// what people kept, so what it gives is marked approximate; and even the table is what Riyadh
/// printed, while other capitals may have sighted the moon a day earlier or later.
public enum HijriCalendar {
  /// The years that the Umm al-Qura table covers; outside them every answer is approximate.
  public static var tabulatedYears: ClosedRange<Int> { UmmAlQura.years }

  /// The Gregorian day of a Hijri day.
  ///
  /// A thirtieth day of a month that the calendar gives 29 is the day after its last, approximate:
  /// somewhere the moon was not sighted that evening. `nil` after the year 9999 of our era.
  public static func date(_ hijri: HijriDate) -> (date: CivilDate, approximate: Bool)? {
    guard let month = month(hijri.month, year: hijri.year),
      let date = month.lowerBound.adding(days: hijri.day - 1)
    else { return nil }
    return (date, !tabulatedYears.contains(hijri.year) || date > month.upperBound)
  }

  /// The Hijri day of a Gregorian day; `nil` before 1 Muharram 1 (19 July 622, proleptic Gregorian).
  public static func hijri(of date: CivilDate) -> (hijri: HijriDate, approximate: Bool)? {
    let day = Int(date.dayNumber)
    guard day >= epoch else { return nil }
    // The mean year is 354 11/30 days; the estimate is off by one year at the most.
    let estimate = (day - epoch) * 30 / 10_631 + 1
    for year in [estimate + 1, estimate, estimate - 1] where year >= 1 && start(of: year) <= day {
      for month in stride(from: 12, through: 1, by: -1) {
        let start = start(ofMonth: month, year: year)
        guard start <= day else { continue }
        return (
          HijriDate(unchecked: year, month, day - start + 1), !tabulatedYears.contains(year)
        )
      }
    }
    return nil
  }

  /// All days of a month, 1 to 12, of a year of the Hijra.
  public static func month(_ month: Int, year: Int) -> ClosedRange<CivilDate>? {
    guard (1...12).contains(month), (1...9999).contains(year) else { return nil }
    let next = month == 12 ? start(of: year + 1) : start(ofMonth: month + 1, year: year)
    return days(from: start(ofMonth: month, year: year), before: next)
  }

  /// All days of a year of the Hijra.
  public static func year(_ year: Int) -> ClosedRange<CivilDate>? {
    guard (1...9999).contains(year) else { return nil }
    return days(from: start(of: year), before: start(of: year + 1))
  }

  /// How many days a month has; 0 for a month that is none.
  public static func days(inMonth month: Int, year: Int) -> Int {
    guard let days = self.month(month, year: year) else { return 0 }
    return days.upperBound.days(since: days.lowerBound) + 1
  }

  // MARK: - Day numbers

  /// 1 Muharram 1 of the civil calendar as a day number.
  private static let epoch = -492_148

  /// The day number of 1 Muharram; the year is 1 to 10,000.
  private static func start(of year: Int) -> Int {
    if let start = UmmAlQura.start(ofMonth: 1, year: year) { return start }
    return civilStart(of: year)
  }

  private static func start(ofMonth month: Int, year: Int) -> Int {
    if let start = UmmAlQura.start(ofMonth: month, year: year) { return start }
    // Odd months have 30 days and even ones 29.
    return civilStart(of: year) + 29 * (month - 1) + month / 2
  }

  private static func civilStart(of year: Int) -> Int {
    epoch + (year - 1) * 354 + (3 + 11 * year) / 30
  }

  private static func days(from start: Int, before end: Int) -> ClosedRange<CivilDate>? {
    guard start < end, let first = CivilDate(dayNumber: start),
      let last = CivilDate(dayNumber: end - 1)
    else { return nil }
    return first...last
  }
}
