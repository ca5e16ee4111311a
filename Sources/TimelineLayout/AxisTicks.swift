import Chronology

/// The calendar units along an axis.
struct AxisTicks {
  /// One tick.
  struct Tick: Hashable {
    let date: CivilDate
    let place: Double
    let name: String
    /// The name where that is too long.
    let short: String
    /// The Hijri month or year, where the sheet shows it.
    let hijri: String?
    /// Whether the name tells the year.
    let tellsYear: Bool
  }

  /// The ticks in the order of time.
  let ticks: [Tick]

  /// Ticks about `distance` points apart, on whole units from a day to a century.
  init(scale: TimeScale, words: DateWords, distance: Double) {
    let days = Double(scale.domain.upperBound.days(since: scale.domain.lowerBound)) + 1
    let hidden = scale.breaks.reduce(0.0) {
      $0 + Double($1.days.upperBound.days(since: $1.days.lowerBound))
    }
    let shown = max(1, days - hidden)
    let perTick = shown / max(1, scale.length / distance)
    let step = Step.all.first { $0.days >= perTick } ?? .years(1000)
    ticks = step.dates(in: scale.domain).compactMap { date in
      guard !scale.isCut(date), !scale.parts(at: date) else { return nil }
      let tellsYear = step.isYears || (date.month == 1 && date.day == 1)
      let name =
        tellsYear
        ? words.year(date.year) : step.isMonths ? words.month(date.month) : words.dayOfMonth(date)
      return Tick(
        date: date,
        place: scale.place(date),
        name: name,
        short: tellsYear || !step.isMonths ? name : words.shortMonth(date.month),
        hijri: words.hijriTick(date, isYear: step.isYears),
        tellsYear: tellsYear
      )
    }
  }

  /// The name with the year added, for the first tick when no other tells the year.
  static func full(_ tick: Tick, words: DateWords) -> String {
    if tick.tellsYear { return tick.name }
    return tick.date.day == 1
      ? words.month(tick.date.month, year: tick.date.year) : words.day(tick.date)
  }

  private enum Step {
    case days(Int)
    case months(Int)
    case years(Int)

    static let all: [Step] = [
      .days(1), .days(2), .days(5), .days(10), .months(1), .months(2), .months(3), .months(6),
      .years(1), .years(2), .years(5), .years(10), .years(20), .years(50), .years(100),
      .years(200), .years(500),
    ]

    var days: Double {
      switch self {
      case .days(let count): Double(count)
      case .months(let count): Double(count) * 30.4
      case .years(let count): Double(count) * 365.2
      }
    }

    var isYears: Bool { if case .years = self { true } else { false } }

    var isMonths: Bool { if case .months = self { true } else { false } }

    /// The first days of the units that begin inside the domain.
    func dates(in domain: ClosedRange<CivilDate>) -> [CivilDate] {
      let from = domain.lowerBound.fields
      var dates: [CivilDate] = []
      switch self {
      case .days(let count):
        var date = domain.lowerBound
        while date <= domain.upperBound, dates.count < 400 {
          // Steps of several days start anew each month: 1, 6, 11 …; the 31st would crowd the 1st.
          if (date.day - 1) % count == 0, count == 1 || date.day < 29 { dates.append(date) }
          guard let next = date.adding(days: 1) else { break }
          date = next
        }
      case .months(let count):
        var index = from.year * 12 + (from.month - 1) / count * count
        while let date = CivilDate(year: index / 12, month: index % 12 + 1, day: 1),
          date <= domain.upperBound, dates.count < 400
        {
          if date >= domain.lowerBound { dates.append(date) }
          index += count
        }
      case .years(let count):
        var year = max(1, from.year / count * count)
        while let date = CivilDate(year: year, month: 1, day: 1), date <= domain.upperBound,
          dates.count < 400
        {
          if date >= domain.lowerBound { dates.append(date) }
          year += count
        }
      }
      return dates
    }
  }
}
