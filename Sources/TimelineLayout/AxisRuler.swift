import Chronology
import Drawing
import Styles

/// Draws an axis: its line, the signs of its cuts, its ticks and their names.
struct AxisRuler {
  let scale: TimeScale
  let sheet: Sheet

  private var colors: ColorStyles { sheet.style.colors }

  /// Below an axis, the room for the names of ticks.
  static func nameRoom(_ sheet: Sheet) -> Double {
    7 + sheet.style.text.tick.line * (sheet.labels.showsHijri ? 2 : 1)
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

  /// The ticks; a name that would meet a connector, a cut or another name is left out.
  ///
  /// - Parameters:
  ///   - names: where the names begin below the axis, or above it when negative; `nil` for ticks
  ///     without names.
  ///   - connectors: the places that lines to labels pass.
  func ticks(at y: Double, names: Double?, connectors: [Double]) -> [SceneItem] {
    let found = AxisTicks(scale: scale, words: sheet.words, distance: 62).ticks
    var taken = connectors.map { ($0 - 1, $0 + 1) }
    var items: [SceneItem] = []
    var toldYear: Int?
    for tick in found {
      if scale.breaks.contains(where: { abs($0.place - tick.place) < 8 }) { continue }
      let x = sheet.x(tick.place)
      items.append(
        SceneItem(
          group: "tick",
          .line(
            from: Point(x, y - 3.2),
            to: Point(x, y + 3.6),
            stroke: Stroke(colors.strong, width: 0.8)
          )
        )
      )
      guard let names else { continue }
      var candidates = [tick.name, tick.short]
      // Where the tick of a new year has no room for its name, the next one tells the year.
      let tellsYear = toldYear != tick.date.year
      if tellsYear { candidates.insert(AxisTicks.full(tick, words: sheet.words), at: 0) }
      for (index, name) in candidates.enumerated() {
        let lines = [name] + (tick.hijri.map { [$0] } ?? [])
        let blocks = lines.map { sheet.block($0, sheet.style.text.tick) }
        let width = blocks.map { sheet.size($0).width }.max() ?? 0
        let start = min(max(0, tick.place - width / 2), sheet.length - width)
        // A name must stand under its tick, or it tells the wrong place.
        guard start >= 0, abs(start + width / 2 - tick.place) < width / 2 + 2,
          !taken.contains(where: { $0.0 < start + width + 4 && start - 4 < $0.1 })
        else { continue }
        taken.append((start, start + width))
        for (line, block) in blocks.enumerated() {
          let own = sheet.size(block).width
          items.append(
            sheet.place(
              block,
              start: start + (width - own) / 2,
              y: y + names + Double(line) * block.lineHeight,
              group: "tick"
            )
          )
        }
        if (index == 0 && tellsYear) || tick.tellsYear { toldYear = tick.date.year }
        break
      }
    }
    return items
  }
}
