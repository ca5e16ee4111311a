import Chronology
import Drawing
import Styles

/// Draws an axis: its line, the signs of its cuts, its ticks and their names.
struct AxisRuler {
  let scale: TimeScale
  let sheet: Sheet

  private var colors: ColorStyles { sheet.style.colors }

  /// About how far ticks stand apart.
  private static let distance = 62.0
  /// Between two names, and between a name and a connector.
  private static let space = 4.0

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
  /// A name that would meet a connector, a cut, another name or another tick is left out; a year may
  /// stand anywhere in its part of the axis.
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
    var items = ticks.map { tick in
      SceneItem(
        group: "tick",
        .line(
          from: Point(sheet.x(tick.place), y - 3.2),
          to: Point(sheet.x(tick.place), y + 3.6),
          stroke: Stroke(colors.strong, width: 0.8)
        )
      )
    }
    guard let names else { return items }
    let passed = connectors.map { $0 - 1...$0 + 1 }
    let line = sheet.style.text.tick.line
    let top = y + names
    if found.isYearly, !sheet.labels.showsHijri {
      return items + years(of: ticks, named: [], at: top, passed: passed)
    }
    // Years stand outermost: above the names above an axis, below those below it.
    let isAbove = names < 0
    let lines = sheet.labels.showsHijri ? 2.0 : 1
    let (words, named) = self.names(
      of: ticks,
      at: top + (isAbove && found.needsYears ? line : 0),
      passed: passed
    )
    items += words
    if found.needsYears {
      let y = top + (isAbove ? 0 : line * lines)
      items += years(of: ticks, named: named, at: y, passed: passed)
    }
    return items
  }

  /// The names of ticks, all in the long form or all in the short one.
  ///
  /// - Returns: also the places of the ticks that found room for their names.
  private func names(
    of ticks: [AxisTicks.Tick],
    at y: Double,
    passed: [ClosedRange<Double>]
  ) -> (items: [SceneItem], named: Set<Double>) {
    let role = sheet.style.text.tick
    let gaps = zip(ticks, ticks.dropFirst()).map { $1.place - $0.place }
    let room = (gaps.min() ?? sheet.length) - Self.space
    let isLong = ticks.allSatisfy { sheet.size(sheet.block($0.name, role)).width <= room }
    var taken = passed
    var items: [SceneItem] = []
    var named: Set<Double> = []
    for (index, tick) in ticks.enumerated() {
      let blocks = ([isLong ? tick.name : tick.short] + (tick.hijri.map { [$0] } ?? []))
        .map { sheet.block($0, role) }
      let width = blocks.map { sheet.size($0).width }.max() ?? 0
      let start = min(max(0, tick.place - width / 2), sheet.length - width)
      guard start >= 0, isFree(start, width, taken) else { continue }
      // A name that reaches another tick would name that one too.
      let after = index + 1 < ticks.count ? ticks[index + 1].place : .infinity
      let before = index > 0 ? ticks[index - 1].place : -.infinity
      guard start > before + 2, start + width < after - 2 else { continue }
      taken.append(start...start + width)
      named.insert(tick.place)
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
    }
    return (items, named)
  }

  /// The years that ticks lie in, each under its first name or, where no tick of it has one, at its
  /// first tick; where that is barred, as soon after it as its part of the axis has room.
  private func years(
    of ticks: [AxisTicks.Tick],
    named: Set<Double>,
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
      // Who reads a year looks for its month above it.
      let place =
        ticks.first { $0.date.year == tick.date.year && named.contains($0.place) }?.place
        ?? tick.place
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
    !taken.contains {
      $0.lowerBound < start + width + Self.space - 1e-9
        && start - Self.space + 1e-9 < $0.upperBound
    }
  }
}
