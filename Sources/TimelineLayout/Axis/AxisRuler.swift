import Chronology
import Drawing
import Styles

/// Draws an axis: its line, the signs of its cuts, its ticks and their names.
struct AxisRuler {
  let scale: TimeScale
  let sheet: Sheet
  /// The bars on its line, which its ticks cross.
  var bars: [ClosedRange<Double>] = []
  /// The places of signs that stand for no day.
  var signs: [Double] = []

  private var colors: ColorStyles { sheet.style.colors }

  /// About how far ticks stand apart.
  private static let distance = 62.0
  private static let space = TickNames.space

  /// Below an axis, or above it, the room for the names of its ticks.
  var nameRoom: Double {
    let hasYears = AxisTicks.needsYears(scale, distance: Self.distance)
    let lines = 1 + (sheet.labels.showsHijri ? 1 : 0) + (hasYears ? 1 : 0)
    return 7 + sheet.style.text.tick.line * Double(lines)
  }

  /// The line and the signs of its cuts.
  func line(at y: Double, isThin: Bool = false) -> [SceneItem] {
    let stroke =
      isThin
      ? Stroke(colors.rule, width: 1) : Stroke(colors.strong, width: sheet.style.chart.axis)
    var items = [
      SceneItem(
        group: "axis",
        .line(from: Point(sheet.x(0), y), to: Point(sheet.x(sheet.length), y), stroke: stroke)
      )
    ]
    for cut in scale.breaks {
      let center = sheet.x(cut.place)
      let gap = Rect(x: center - 4, y: y - 4, width: 8, height: 8)
      items.append(
        SceneItem(group: "break", .box(gap, fill: colors.ground, stroke: nil, radius: 0))
      )
      for x in [center - 3.6, center + 1] {
        items.append(
          SceneItem(
            group: "break",
            .line(
              from: Point(x, y + 5),
              to: Point(x + 3, y - 5),
              stroke: Stroke(colors.strong, width: 1.1)
            )
          )
        )
      }
    }
    return items
  }

  /// The ticks with their names, and on a line of their own the years of days and months.
  ///
  /// A name stands beside its tick where a connector passes below it (``TickNames``); a year may stand
  /// anywhere in its part of the axis.
  ///
  /// - Parameters:
  ///   - names: where the names begin below the axis, or above it when negative; `nil` for ticks
  ///     without names.
  ///   - connectors: the places that lines to labels pass.
  func ticks(at y: Double, names: Double?, connectors: [Double]) -> [SceneItem] {
    let found = AxisTicks(scale: scale, words: sheet.words, distance: Self.distance)
    let ticks = found.ticks.filter { tick in
      !scale.breaks.contains { abs($0.place - tick.place) < 8 }
    }
    let passed = connectors.map { $0 - 1...$0 + 1 }
    let line = sheet.style.text.tick.line
    let top = y + (names ?? 0)
    if found.isYearly, !sheet.labels.showsHijri {
      return lines(of: ticks, at: y)
        + (names == nil ? [] : years(of: ticks, named: [:], at: top, passed: passed))
    }
    // Years stand outermost: above the names above an axis, below those below it.
    let isAbove = (names ?? 0) < 0
    let lines = sheet.labels.showsHijri ? 2.0 : 1
    let named = TickNames.best(
      ticks,
      at: top + (isAbove && found.needsYears ? line : 0),
      passed: passed,
      marks: isAbove ? [] : scale.markedDays,
      signs: isAbove ? [] : signs,
      sheet: sheet
    )
    // Without names only the ticks that every axis of these days has.
    guard names != nil else { return self.lines(of: ticks.filter { !$0.isFine }, at: y) }
    var items = self.lines(of: named.ticks, at: y) + named.items
    if found.needsYears {
      let y = top + (isAbove ? 0 : line * lines)
      items += years(of: named.ticks, named: named.middles, at: y, passed: passed)
    }
    return items
  }

  private func lines(of ticks: [AxisTicks.Tick], at y: Double) -> [SceneItem] {
    ticks.map { tick in
      let isOnBar = bars.contains { $0.contains(tick.place) }
      let reach = isOnBar ? sheet.style.chart.bar / 2 : 3.2
      return SceneItem(
        group: "tick",
        .line(
          from: Point(sheet.x(tick.place), y - reach),
          to: Point(sheet.x(tick.place), y + reach + (isOnBar ? 1 : 0.4)),
          stroke: Stroke(colors.strong, width: 0.8)
        )
      )
    }
  }

  /// The years that ticks lie in, each under its first name or, where no tick of it has one, at its
  /// first tick; where that is barred, as soon after it as its part of the axis has room.
  private func years(
    of ticks: [AxisTicks.Tick],
    named: [Double: Double],
    at y: Double,
    passed: [ClosedRange<Double>]
  ) -> [SceneItem] {
    var firsts: [AxisTicks.Tick] = []
    for tick in ticks where firsts.last?.date.year != tick.date.year { firsts.append(tick) }
    var taken = passed
    var items: [SceneItem] = []
    for (index, tick) in firsts.enumerated() {
      let block = sheet.block(sheet.words.year(tick.date.year), sheet.style.text.tick)
      let width = sheet.size(block).width
      let end = index + 1 < firsts.count ? firsts[index + 1].place - width / 2 : sheet.length
      // Who reads a year looks for its month above it: under a tick without a name it tells nothing.
      let month = ticks.first { $0.date.year == tick.date.year && named[$0.place] != nil }
      if month == nil, !named.isEmpty { continue }
      let place = month.flatMap { named[$0.place] } ?? tick.place
      let wish = min(max(0, place - width / 2), sheet.length - width)
      let others = taken.map { $0.upperBound + Self.space }.filter { $0 > wish }.sorted()
      let start = ([wish] + others).first { start in
        start >= 0 && (start == wish || start + width <= end) && start + width <= sheet.length
          && isFree(start, width, taken)
      }
      guard let start else { continue }
      taken.append(start...start + width)
      items.append(sheet.place(block, start: start, y: y, group: "tick"))
    }
    return items
  }

  private func isFree(_ start: Double, _ width: Double, _ taken: [ClosedRange<Double>]) -> Bool {
    TickNames.isFree(start, width, taken)
  }
}
