import Chronology
import Lexicons
import NewsModel

extension Grounding {
  /// A season of a year, or the last or next one.
  func season(_ season: Season, _ year: YearReference) -> GroundedDate {
    let number: Int
    var basis = TemporalBasis.explicit
    switch year {
    case .stated(let year): number = year
    case .relative(let offset):
      guard let reference else {
        return .unresolved(.season, Self.needsReference, basis: .article)
      }
      basis = .article
      number = seasonYear(season, offset, from: reference)
    case .same, .unsaid:
      guard let reference = antecedentYear(year) ?? reference else {
        return .unresolved(.season, Self.needsReference, basis: .article)
      }
      number = reference.year
    }
    guard let days = CalendarUnits.season(season, year: number) else {
      return .unresolved(.season, "there is no such season", basis: .explicit)
    }
    return GroundedDate(
      days,
      value: TimexValue.season(season, year: number),
      grain: .season,
      basis: basis
    )
  }

  /// A day of the year told last, where «نفسه» points to it.
  private func antecedentYear(_ year: YearReference) -> CivilDate? {
    year == .same ? antecedent?.days?.lowerBound : nil
  }

  /// «الصيف الماضي» is the latest summer that is over, «المقبل» the first that has not begun.
  private func seasonYear(_ season: Season, _ direction: Int, from day: CivilDate) -> Int {
    let years = (day.year - 3...day.year + 3)
    let spans = years.compactMap { year in
      CalendarUnits.season(season, year: year).map { (year, $0) }
    }
    if direction < 0 { return spans.last { $0.1.upperBound < day }?.0 ?? day.year - 1 }
    if direction > 0 { return spans.first { $0.1.lowerBound > day }?.0 ?? day.year + 1 }
    return spans.first { $0.1.contains(day) }?.0 ?? day.year
  }

  /// A feast in a year, or the nearest one.
  func occasion(_ occasion: DateLexicon.Occasion, _ year: YearReference) -> GroundedDate {
    if occasion.month == 0 { return nearerFeast(year) }
    var fields = DateFields()
    fields.calendar = occasion.isHijri ? .hijri : .gregorian
    fields.month = occasion.month
    fields.day = occasion.day
    switch year {
    case .stated(let value) where occasion.isHijri && value > 1600:
      guard let first = hijriDay(occasion, inGregorian: value) else {
        return .unresolved(.day, "no such feast in \(value)", basis: .holiday)
      }
      return feast(from: first, occasion)
    case .relative(let offset): fields.direction = offset
    default: fields.year = year
    }
    let day = calendarDay(fields, weekday: nil)
    guard let first = day.days?.lowerBound else { return day }
    return feast(from: first, occasion)
  }

  private func hijriDay(_ occasion: DateLexicon.Occasion, inGregorian year: Int) -> CivilDate? {
    guard let start = CivilDate(year: year, month: 1, day: 1),
      let hijri = HijriCalendar.hijri(of: start)?.hijri.year
    else { return nil }
    return (hijri...hijri + 1).lazy
      .compactMap { date(.hijri, $0, occasion.month, occasion.day) }
      .first { $0.year == year }
  }

  private func feast(from first: CivilDate, _ occasion: DateLexicon.Occasion) -> GroundedDate {
    let last = first.moved(days: occasion.length - 1)
    let value = first == last ? first.description : TimexValue.range(first...last)
    var result = GroundedDate(first...last, value: value, grain: .day, basis: .holiday)
    if occasion.isHijri { result.modifier = .approx }
    return result
  }

  /// «العيد» alone is the nearer of the two.
  private func nearerFeast(_ year: YearReference) -> GroundedDate {
    guard let reference else { return .unresolved(.day, Self.needsReference, basis: .holiday) }
    let both = Self.feasts.map { occasion($0, year) }
    let nearest = both.min { lhs, rhs in
      Self.distance(lhs, from: reference) < Self.distance(rhs, from: reference)
    }
    guard var result = nearest else {
      return .unresolved(.day, Self.needsReference, basis: .holiday)
    }
    result.certain = false
    return result
  }

  private static func distance(_ date: GroundedDate, from day: CivilDate) -> Int {
    date.days.map { abs($0.lowerBound.days(since: day)) } ?? Int.max
  }

  /// The breaking of the fast and the sacrifice.
  private static let feasts = [
    DateLexicon.Occasion(isHijri: true, month: 10, day: 1, length: 3),
    DateLexicon.Occasion(isHijri: true, month: 12, day: 10, length: 4),
  ]
}
