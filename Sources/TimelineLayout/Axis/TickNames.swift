import Chronology
import Drawing
import Styles

/// The names of an axis' ticks, each below its tick or, where a connector passes there, beside it.
struct TickNames {
  /// The ticks to draw: those that divide a wide stretch only where their names find room.
  private(set) var ticks: [AxisTicks.Tick]
  private(set) var items: [SceneItem] = []
  /// The middle of each name by the place of its tick.
  private(set) var middles: [Double: Double] = [:]

  /// Between a name and a connector.
  static let space = 4.0
  /// Between two names: «11 أيلول  23» would be read as one date where only a blank's width parts them.
  private static let gap = 8.0

  private let sheet: Sheet
  private let y: Double
  private let passed: [ClosedRange<Double>]
  private let marks: [TimeScale.MarkedDay]
  private let signs: [Double]
  private var taken: [ClosedRange<Double>] = []

  /// The names that find room, all months by their long names or, where more of those do, by the short
  /// ones.
  ///
  /// - Parameters:
  ///   - marks: the days whose marks stand over the names.
  ///   - signs: the places of signs over them that stand for no day.
  static func best(
    _ all: [AxisTicks.Tick],
    at y: Double,
    passed: [ClosedRange<Double>],
    marks: [TimeScale.MarkedDay] = [],
    signs: [Double] = [],
    sheet: Sheet
  ) -> TickNames {
    let gaps = zip(all, all.dropFirst()).map { $1.place - $0.place }
    let room = (gaps.min() ?? sheet.length) - TickNames.gap
    let role = sheet.style.text.tick
    func names(isLong: Bool) -> TickNames {
      TickNames(
        all,
        isLong: isLong,
        at: y,
        passed: passed,
        marks: marks,
        signs: signs,
        sheet: sheet
      )
    }
    let short = names(isLong: false)
    guard all.allSatisfy({ sheet.size(sheet.block($0.name, role)).width <= room }) else {
      return short
    }
    let long = names(isLong: true)
    return long.middles.count < short.middles.count ? short : long
  }

  /// The names that find room in one of their forms.
  ///
  /// - Parameters:
  ///   - all: the ticks in the order of time.
  ///   - y: the upper edge of the names.
  ///   - passed: what lines to labels take of the axis.
  ///   - marks: the days whose marks stand over the names.
  ///   - signs: the places of signs over them that stand for no day.
  private init(
    _ all: [AxisTicks.Tick],
    isLong: Bool,
    at y: Double,
    passed: [ClosedRange<Double>],
    marks: [TimeScale.MarkedDay],
    signs: [Double],
    sheet: Sheet
  ) {
    self.sheet = sheet
    self.y = y
    self.passed = passed
    self.marks = marks
    self.signs = signs
    ticks = all.filter { !$0.isFine }
    // A year stands under its first month, so that January goes before the months beside it.
    for tick in ticks.filter(\.beginsYear) + ticks.filter({ !$0.beginsYear }) {
      _ = name(tick, among: all, isLong: isLong)
    }
    for tick in all where tick.isFine {
      let isFree = TickNames.isFree(tick.place, 0, taken, space: TickNames.gap)
      if isFree, name(tick, among: all, isLong: isLong) { ticks.append(tick) }
    }
    ticks.sort { $0.place < $1.place }
  }

  /// Names a tick; tells whether there was room.
  private mutating func name(
    _ tick: AxisTicks.Tick,
    among all: [AxisTicks.Tick],
    isLong: Bool
  ) -> Bool {
    var forms = [isLong ? tick.name : tick.short]
    // The number of a day is enough behind a name that tells the month.
    let isTold = ticks.contains {
      $0.date < tick.date && ($0.date.year, $0.date.month) == (tick.date.year, tick.date.month)
        && middles[$0.place] != nil
    }
    // Before the name of another month a number would be read as a day of that one.
    let isWithin = all.first { $0.date > tick.date }.map {
      ($0.date.year, $0.date.month) == (tick.date.year, tick.date.month)
    }
    if isTold, isWithin ?? true, let number = tick.number { forms.append(number) }
    for form in forms {
      let blocks = ([form] + (tick.hijri.map { [$0] } ?? [])).map {
        sheet.block($0, sheet.style.text.tick)
      }
      let width = blocks.map { sheet.size($0).width }.max() ?? 0
      guard let start = start(of: width, of: tick) else { continue }
      taken.append(start...start + width)
      middles[tick.place] = start + width / 2
      for (line, block) in blocks.enumerated() {
        items.append(
          sheet.place(
            block,
            start: start + (width - sheet.size(block).width) / 2,
            y: y + Double(line) * block.lineHeight,
            group: "tick"
          )
        )
      }
      return true
    }
    return false
  }

  /// Where a name may begin that is seen to belong to the tick at a place, as near below it as can be.
  private func start(of width: Double, of tick: AxisTicks.Tick) -> Double? {
    let place = tick.place
    // A name that reaches another tick would name that one too.
    let before = ticks.map(\.place).filter { $0 < place }.max() ?? -.infinity
    let after = ticks.map(\.place).filter { $0 > place }.min() ?? .infinity
    let reach = TickNames.space + 1
    let wish = min(max(0, place - width / 2), sheet.length - width)
    // A day's name that is under the mark of another day, or nearer to it, would date that one; so
    // would a month's that is not right below its tick.
    let next = ticks.map(\.date).filter { $0 > tick.date }.min()
    let foreign = marks.filter { mark in
      tick.number != nil
        ? mark.date != tick.date : mark.date < tick.date || next.map { mark.date >= $0 } ?? false
    }
    func dates(_ start: Double) -> Bool {
      guard tick.number != nil || abs(start - wish) > 1 else { return false }
      let middle = start + width / 2
      let reach = max(abs(middle - place), width / 2 + 1)
      return foreign.contains { $0.start < middle + reach && middle - reach < $0.end }
        || signs.contains { middle - reach < $0 && $0 < middle + reach }
    }
    let others =
      taken.flatMap { [$0.upperBound + TickNames.gap, $0.lowerBound - TickNames.gap - width] }
      + passed.flatMap {
        [$0.upperBound + TickNames.space, $0.lowerBound - TickNames.space - width]
      }
    let free = ([wish] + others).filter { start in
      let middle = start + width / 2
      return start >= 0 && start + width <= sheet.length && start > before + 2
        && start + width < after - 2 && start <= place + reach && start + width >= place - reach
        && middle - place < after - middle && place - middle < middle - before
        && TickNames.isFree(start, width, taken, space: TickNames.gap)
        && TickNames.isFree(start, width, passed) && !dates(start)
    }
    return free.min { abs($0 - wish) < abs($1 - wish) }
  }

  /// Whether a name keeps its distance from all that is taken.
  static func isFree(
    _ start: Double,
    _ width: Double,
    _ taken: [ClosedRange<Double>],
    space: Double = TickNames.space
  ) -> Bool {
    !taken.contains {
      $0.lowerBound < start + width + space - 1e-9 && start - space + 1e-9 < $0.upperBound
    }
  }
}

extension AxisTicks.Tick {
  /// Whether a year begins here.
  fileprivate var beginsYear: Bool { date.month == 1 && date.day == 1 }
}
