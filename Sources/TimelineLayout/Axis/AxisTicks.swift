import Chronology

/// The calendar units along an axis.
struct AxisTicks {
  /// One tick.
  struct Tick: Hashable {
    let date: CivilDate
    let place: Double
    /// The day, month or year that begins here; the year of a day or month stands apart.
    let name: String
    /// The name where that is too long.
    let short: String
    /// The number of a day, for one whose month is told beside it.
    let number: String?
    /// Whether it divides a stretch that other ticks leave too long.
    let isFine: Bool
    /// The Hijri day, month or year, where the sheet shows it.
    let hijri: String?
  }

  /// The ticks in the order of time.
  let ticks: [Tick]
  /// Whether the ticks are days or months, which need the year told beside them.
  let needsYears: Bool
  /// Whether each tick is the first day of a year, and no year is without a tick.
  let isYearly: Bool

  /// Ticks about `distance` points apart, on whole units from a day to a century.
  init(scale: TimeScale, words: DateWords, distance: Double) {
    let step = Step.apart(distance, on: scale)
    needsYears = !step.isYears
    if case .years(1) = step { isYearly = true } else { isYearly = false }
    let coarse = step.dates(in: scale.domain).filter {
      !scale.isCut($0) && !scale.parts(at: $0)
    }
    // Names of years alone are not enough for a month between them.
    let fine = step.isYears ? [] : AxisTicks.fine(between: coarse, step, scale, distance)
    let all = coarse.map { ($0, step) } + fine
    ticks = all.sorted { $0.0 < $1.0 }.map { date, unit in
      let name: String
      let short: String
      switch unit {
      case .days:
        name = words.dayOfMonth(date)
        short = words.shortDayOfMonth(date)
      case .months:
        name = words.month(date.month)
        short = words.shortMonth(date.month)
      case .years:
        name = words.year(date.year)
        short = name
      }
      return Tick(
        date: date,
        place: scale.place(date),
        name: name,
        short: short,
        number: unit.isDays ? words.labels.number(date.day) : nil,
        isFine: unit != step,
        hijri: words.hijriTick(date, isDay: unit.isDays, isYear: unit.isYears)
      )
    }
  }

  /// Smaller units for the stretches between ticks that marks make far wider than the others.
  private static func fine(
    between coarse: [CivilDate],
    _ step: Step,
    _ scale: TimeScale,
    _ distance: Double
  ) -> [(CivilDate, Step)] {
    let inside = coarse.map { (date: $0, place: scale.place($0)) }
    // The first and the last day of the axis may have ticks too.
    let first = (date: scale.domain.lowerBound.moved(days: -1), place: 0.0)
    let last = (date: scale.domain.upperBound.moved(days: 1), place: scale.length)
    return zip([first] + inside, inside + [last]).flatMap { low, high in
      fine(from: low, to: high, below: step, scale, distance)
    }
  }

  /// The largest units below a step that divide a stretch, and those that divide its parts.
  private static func fine(
    from low: (date: CivilDate, place: Double),
    to high: (date: CivilDate, place: Double),
    below step: Step,
    _ scale: TimeScale,
    _ distance: Double
  ) -> [(CivilDate, Step)] {
    guard high.place - low.place > distance * 1.4, scale.hasMarks(between: low.date, and: high.date)
    else { return [] }
    for unit in Step.all.reversed()
    where unit.days < step.days && (!unit.isDays || unit == .days(1)) {
      // The number of a day needs less room than the name of a month.
      let least = distance * (unit.isDays ? 0.21 : 0.5)
      var parts = [low]
      // Of days, those that have marks tell a reader most.
      let dates =
        unit.isDays
        ? scale.markedDates(in: low.date...high.date) : unit.dates(in: low.date...high.date)
      for date in dates where low.date < date && date < high.date {
        guard scale.domain.contains(date), !scale.isCut(date), !scale.parts(at: date) else {
          continue
        }
        let place = scale.place(date)
        let before = parts[parts.count - 1].place
        if place - before >= least, high.place - place >= least { parts.append((date, place)) }
      }
      guard parts.count > 1 else { continue }
      let months = step.isDays ? unit : .months(1)
      return parts.dropFirst().map { ($0.date, $0.date.day == 1 ? months : unit) }
        + zip(parts, parts.dropFirst() + [high]).flatMap {
          fine(from: $0, to: $1, below: unit, scale, distance)
        }
    }
    return []
  }

  /// Whether ticks so far apart are days or months.
  static func needsYears(_ scale: TimeScale, distance: Double) -> Bool {
    !Step.apart(distance, on: scale).isYears
  }

  private enum Step: Hashable {
    case days(Int)
    case months(Int)
    case years(Int)

    static let all: [Step] = [
      .days(1), .days(2), .days(5), .days(10), .months(1), .months(2), .months(3), .months(6),
      .years(1), .years(2), .years(5), .years(10), .years(20), .years(50), .years(100),
      .years(200), .years(500),
    ]

    /// The step whose ticks stand about so far apart.
    static func apart(_ distance: Double, on scale: TimeScale) -> Step {
      let days = Double(scale.domain.upperBound.days(since: scale.domain.lowerBound)) + 1
      let hidden = scale.breaks.reduce(0.0) {
        $0 + Double($1.days.upperBound.days(since: $1.days.lowerBound))
      }
      let shown = max(1, days - hidden)
      let perTick = shown / max(1, scale.length / distance)
      return all.first { $0.days >= perTick } ?? .years(1000)
    }

    var days: Double {
      switch self {
      case .days(let count): Double(count)
      case .months(let count): Double(count) * 30.4
      case .years(let count): Double(count) * 365.2
      }
    }

    var isYears: Bool { if case .years = self { true } else { false } }

    var isDays: Bool { if case .days = self { true } else { false } }

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
