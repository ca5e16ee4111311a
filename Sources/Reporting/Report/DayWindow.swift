import Chronology

/// An inclusive span of days, open where `nil`.
public struct DayWindow: Hashable, Sendable {
  /// The first day; `nil` when it has no beginning.
  public var first: CivilDate?
  /// The last day; `nil` when it has no end.
  public var last: CivilDate?

  /// A window; without days it holds everything.
  public init(first: CivilDate? = nil, last: CivilDate? = nil) {
    self.first = first
    self.last = last
  }

  /// Whether any day between the two, both included, lies inside.
  func meets(_ earliest: CivilDate?, _ latest: CivilDate?) -> Bool {
    if let first, let latest, latest < first { return false }
    if let last, let earliest, earliest > last { return false }
    return true
  }

  /// The days that lie in another window too.
  func narrowed(to other: DayWindow) -> DayWindow {
    DayWindow(
      first: first.map { max($0, other.first ?? $0) } ?? other.first,
      last: last.map { min($0, other.last ?? $0) } ?? other.last
    )
  }

  /// The days of `2021`, `2021-07` or `2021-07-28`; `nil` for anything else.
  init?(iso text: some StringProtocol) {
    if let day = CivilDate(iso: text) {
      self.init(first: day, last: day)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count == 4, let year = Int(first) else { return nil }
    let days: ClosedRange<CivilDate>?
    switch parts.count {
    case 1:
      days = CalendarUnits.year(year)
    case 2 where parts[1].utf8.count == 2:
      days = Int(parts[1]).flatMap { CalendarUnits.month($0, year: year) }
    default:
      days = nil
    }
    guard let days else { return nil }
    self.init(first: days.lowerBound, last: days.upperBound)
  }
}

/// A span of days told by its distance from the day a sheet is made for: «last full week».
public enum Period: Hashable, Sendable {
  /// The unit that ended last.
  case lastFull(Unit)
  /// The unit the day lies in.
  case current(Unit)
  /// So many days that end with the day.
  case lastDays(Int)
  /// So many days after the day.
  case nextDays(Int)
  /// Fixed days.
  case fixed(DayWindow)

  /// The units a period counts in.
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    case week
    case month
    case quarter
    case year
  }

  /// How periods are written, for messages.
  static let forms =
    "last-full-week, this-month, last-7-days, next-30-days, 2021-07 or 2021-07-01/2021-07-15"

  /// Reads `last-full-week`, `this-month`, `last-7-days`, `next-30-days`, `2021-07`, `2021-03/2021-05`.
  init?(_ text: String) {
    let words = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    if words.count == 3, words[0] == "last", words[1] == "full", let unit = Unit(rawValue: words[2])
    {
      self = .lastFull(unit)
    } else if words.count == 2, words[0] == "this", let unit = Unit(rawValue: words[1]) {
      self = .current(unit)
    } else if words.count == 3, words[2] == "days", let count = Int(words[1]),
      (1...36_600).contains(count), words[0] == "last" || words[0] == "next"
    {
      self = words[0] == "last" ? .lastDays(count) : .nextDays(count)
    } else {
      let ends = text.split(separator: "/", omittingEmptySubsequences: false)
      guard ends.count <= 2, let first = ends.first.flatMap({ DayWindow(iso: $0) }),
        let last = ends.last.flatMap({ DayWindow(iso: $0) })
      else { return nil }
      self = .fixed(DayWindow(first: first.first, last: last.last))
    }
  }

  /// The days it means for a sheet made for a day; weeks begin on `weekStart`.
  func window(asOf day: CivilDate, weekStart: Weekday) -> DayWindow {
    switch self {
    case .lastFull(let unit):
      guard let current = Self.days(of: unit, around: day, weekStart),
        let eve = current.lowerBound.adding(days: -1),
        let before = Self.days(of: unit, around: eve, weekStart)
      else { return DayWindow() }
      return DayWindow(first: before.lowerBound, last: before.upperBound)
    case .current(let unit):
      let days = Self.days(of: unit, around: day, weekStart)
      return DayWindow(first: days?.lowerBound, last: days?.upperBound)
    case .lastDays(let count):
      return DayWindow(first: day.moved(days: 1 - count), last: day)
    case .nextDays(let count):
      return DayWindow(first: day.moved(days: 1), last: day.moved(days: count))
    case .fixed(let window):
      return window
    }
  }

  private static func days(
    of unit: Unit,
    around day: CivilDate,
    _ weekStart: Weekday
  ) -> ClosedRange<CivilDate>? {
    switch unit {
    case .week: CalendarUnits.week(of: day, startingOn: weekStart)
    case .month: CalendarUnits.month(day.month, year: day.year)
    case .quarter: CalendarUnits.quarter((day.month + 2) / 3, year: day.year)
    case .year: CalendarUnits.year(day.year)
    }
  }
}
