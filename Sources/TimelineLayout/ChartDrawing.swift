import Drawing
import Styles

/// Draws a chart row whose labels have their places: connectors, axis, ticks, bars, marks, labels.
struct ChartDrawing {
  /// Below the axis, the room for the names of ticks.
  private static let tickRoom = 19.0

  let sheet: Sheet
  let scale: TimeScale
  let labels: [ChartLabel]
  let slots: [LanePlacement.Slot]
  let anchors: [Double]

  var chart: ChartStyle { sheet.style.chart }
  var colors: ColorStyles { sheet.style.colors }

  /// The whole row.
  var fragment: Fragment {
    let (bars, laneOfLabel) = self.bars
    let stack = Double(bars.map(\.lane).max() ?? 0) * (chart.bar + 2)
    let heights = LanePlacement.Side.allCases.map { laneHeights($0) }
    let above = heights[0]
    let below = heights[1]
    // Flags are the tallest marks; they need their height even where no label stands.
    let clear = max(chart.mark * 1.8, chart.bar / 2) + 2 + stack
    let axisY =
      clear + above.reduce(0, +) + Double(above.count) * chart.channel
    let tops = laneTops(above: above, below: below, axisY: axisY, clear: clear)

    var items: [SceneItem] = [SceneItem(group: "chart", .open(.figure))]
    for index in labels.indices {
      let barLane = laneOfLabel[index].map { Double($0) * (chart.bar + 2) } ?? 0
      items.append(
        connector(index, tops: tops, heights: heights, axisY: axisY, clear: clear, lift: barLane)
      )
    }
    items += axis(at: axisY)
    items += ticks(at: axisY)
    for bar in bars { items.append(hatch(bar, axisY: axisY)) }
    for index in labels.indices {
      if let mark = mark(index, axisY: axisY, lane: laneOfLabel[index] ?? 0) { items.append(mark) }
    }
    items.append(SceneItem(group: "chart", .close))
    for (index, slot) in slots.enumerated() {
      let lane = heights[slot.side.rawValue][slot.lane]
      let top = tops[slot.side.rawValue][slot.lane]
      let y = slot.side == .above ? top + lane - labels[index].height : top
      items += labels[index].items(start: slot.place, y: y, sheet: sheet)
    }
    let last = below.count - 1
    let bottom =
      last >= 0 ? tops[1][last] + below[last] : axisY + ChartDrawing.tickRoom
    return Fragment(items: items, height: bottom)
  }

  private func laneHeights(_ side: LanePlacement.Side) -> [Double] {
    var heights: [Double] = []
    for (index, slot) in slots.enumerated() where slot.side == side {
      while heights.count <= slot.lane { heights.append(0) }
      heights[slot.lane] = max(heights[slot.lane], labels[index].height)
    }
    return heights
  }

  /// The upper edges of the lanes of both sides, from the axis outwards.
  private func laneTops(
    above: [Double],
    below: [Double],
    axisY: Double,
    clear: Double
  ) -> [[Double]] {
    var tops: [[Double]] = [[], []]
    var edge = axisY - clear
    for height in above {
      edge -= chart.channel + height
      tops[0].append(edge)
    }
    edge = axisY + ChartDrawing.tickRoom
    for height in below {
      edge += chart.channel
      tops[1].append(edge)
      edge += height
    }
    return tops
  }

  /// From the mark through the stubs of the nearer lanes to the label's bar; it bends only in the
  /// channels between lanes, where no label is.
  private func connector(
    _ index: Int,
    tops: [[Double]],
    heights: [[Double]],
    axisY: Double,
    clear: Double,
    lift: Double
  ) -> SceneItem {
    let slot = slots[index]
    let isAbove = slot.side == .above
    var place = anchors[index]
    var y = axisY - lift
    var steps: [Path.Step] = [.move(Point(sheet.x(place), y))]
    func go(to next: Double, entering edge: Double) {
      let bend = edge + (isAbove ? chart.channel : -chart.channel)
      if abs(bend - y) > 0.01 { steps.append(.line(Point(sheet.x(place), bend))) }
      if abs(next - place) < 0.05 {
        steps.append(.line(Point(sheet.x(next), edge)))
      } else {
        let middle = (bend + edge) / 2
        steps.append(
          .curve(
            Point(sheet.x(place), middle),
            Point(sheet.x(next), middle),
            Point(sheet.x(next), edge)
          )
        )
      }
      place = next
      y = edge
    }
    for (lane, stub) in slot.stubs.enumerated() {
      let top = tops[slot.side.rawValue][lane]
      let bottom = top + heights[slot.side.rawValue][lane]
      go(to: stub, entering: isAbove ? bottom : top)
      y = isAbove ? top : bottom
      steps.append(.line(Point(sheet.x(place), y)))
    }
    let top = tops[slot.side.rawValue][slot.lane]
    let bottom = top + heights[slot.side.rawValue][slot.lane]
    go(to: slot.place, entering: isAbove ? bottom : top)
    let color = labels[index].look.style.color.mixed(into: colors.ground, share: 0.8)
    return SceneItem(
      group: "connector",
      .curve(Path(steps), stroke: Stroke(color, width: chart.connector), fill: nil)
    )
  }

  private func axis(at y: Double) -> [SceneItem] {
    let stroke = Stroke(colors.strong, width: chart.axis)
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

  /// Ticks come last: a name that would meet a connector, a cut or another name is left out.
  private func ticks(at y: Double) -> [SceneItem] {
    let found = AxisTicks(scale: scale, words: sheet.words, distance: 62).ticks
    var taken: [(Double, Double)] = []
    for (index, slot) in slots.enumerated() where slot.side == .below {
      taken.append((anchors[index] - 1, anchors[index] + 1))
    }
    var items: [SceneItem] = []
    var isYearTold = false
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
      let names =
        isYearTold ? [tick.name] : [AxisTicks.full(tick, words: sheet.words), tick.name]
      for (index, name) in names.enumerated() {
        let block = sheet.block(name, sheet.style.text.tick)
        let width = sheet.size(block).width
        let start = min(max(0, tick.place - width / 2), sheet.length - width)
        // A name must stand under its tick, or it tells the wrong place.
        guard start >= 0, abs(start + width / 2 - tick.place) < width / 2 + 2,
          !taken.contains(where: { $0.0 < start + width + 4 && start - 4 < $0.1 })
        else { continue }
        taken.append((start, start + width))
        items.append(sheet.place(block, start: start, y: y + 6, group: "tick"))
        if index == 0 || tick.tellsYear { isYearTold = true }
        break
      }
    }
    return items
  }

  private func mark(_ index: Int, axisY: Double, lane: Int) -> SceneItem? {
    let look = labels[index].look
    guard let fill = look.fill else { return nil }
    return SceneItem(
      group: "mark",
      .mark(
        Mark(
          shape: look.style.shape,
          fill: fill,
          center: Point(sheet.x(anchors[index]), axisY - Double(lane) * (chart.bar + 2)),
          radius: chart.mark,
          color: look.style.color,
          ground: colors.ground,
          isStruck: look.isStruck
        )
      )
    )
  }
}
