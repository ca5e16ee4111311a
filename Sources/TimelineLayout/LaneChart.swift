import Drawing
import Styles

/// Lanes under one ruler: each holds its own marks with their labels below, and small signs where
/// its party takes part in the events of other lanes.
struct LaneChart {
  /// The most lanes of a chart.
  static let most = 8
  /// The room for the names of lanes.
  private static let nameWidth = 92.0
  /// Between the head of the sheet and the ruler.
  private static let lead = 12.0
  /// How far labels may be pushed on the average where that spares a page.
  private static let mostPush = 36.0
  /// The most tiers of labels in a lane.
  private static let tiers = 6

  /// The lanes of some events, laid out.
  private struct Slab {
    var fragment: Fragment
    /// Its events, by their places among all.
    var events: [Int]
    var cut: [Int]
    var hasBreaks: Bool
  }

  private let contents: SheetContents
  private let lanes: Lanes
  private let sheet: Sheet
  /// The sheet without the column of names.
  private let body: Sheet
  private let shelf: LabelShelf

  init(contents: SheetContents, lanes: Lanes) {
    self.contents = contents
    self.lanes = lanes
    sheet = contents.sheet
    var body = contents.sheet
    body.indent = LaneChart.nameWidth
    self.body = body
    shelf = LabelShelf(sheet: body)
  }

  /// The pages.
  var scene: Scene {
    contents.scene { flow in
      flow.place(contents.head.fragment(entries: contents.entries))
      if !contents.entries.isEmpty {
        flow.mark(sheet.labels.word("section.chart"), level: 0)
        flow.skip(LaneChart.lead)
        let slabs = slabs(first: flow.room, whole: flow.wholeRoom)
        for (index, slab) in slabs.enumerated() {
          if index > 0 { flow.breakPage() } else { flow.reserve(slab.fragment.height) }
          flow.place(slab.fragment)
          if index == 0 {
            flow.place(legend: legend(hasBreaks: slabs.contains(where: \.hasBreaks)))
          } else {
            flow.place(repeated: legend(of: slab))
          }
        }
        contents.placeFullTexts(Set(slabs.flatMap(\.cut)), in: &flow)
      }
      contents.placeUndated(in: &flow)
      contents.placeSources(in: &flow)
    }
  }

  private func legend(hasBreaks: Bool) -> Fragment {
    contents.legend(hasBreaks: hasBreaks, hasEchoes: lanes.echoes.contains { !$0.isEmpty })
  }

  /// The signs of one page.
  private func legend(of slab: Slab) -> Fragment {
    contents.legend(
      of: slab.events,
      hasBreaks: slab.hasBreaks,
      hasEchoes: slab.events.contains { !lanes.echoes[$0].isEmpty }
    )
  }

  /// As many events on each page as fit above its legend, in the order of time.
  ///
  /// - Parameters:
  ///   - first: the height that is left on the first page.
  ///   - whole: the height of any other page.
  private func slabs(first: Double, whole: Double) -> [Slab] {
    let legend = legend(hasBreaks: true).height
    let first = first - legend - PageFlow.aboveLegend
    let whole = whole - legend - PageFlow.aboveRepeated
    var slabs: [Slab] = []
    var start = 0
    var guess = 12
    while start < contents.entries.count {
      let height = slabs.isEmpty ? first : whole
      guard
        let (count, slab) = slab(from: start, guess: guess, height: height)
          ?? slab(from: start, guess: guess, height: whole)
          ?? slab(start..<start + 1, height: .infinity).map({ (1, $0) })
      else { break }
      slabs.append(slab)
      start += count
      guess = max(2, count)
    }
    return slabs
  }

  /// The lanes of as many events as fit a height; `nil` when not one does.
  private func slab(from first: Int, guess: Int, height: Double) -> (count: Int, slab: Slab)? {
    Fitting.most(of: contents.entries.count - first, guess: guess) {
      slab(first..<first + $0, height: height)
    }.map { ($0.count, $0.result) }
  }

  /// The lanes of some events; `nil` when they do not fit the height.
  private func slab(_ range: Range<Int>, height: Double) -> Slab? {
    guard range.count <= 120, let axis = axis(of: range)
    else { return nil }
    var best: (cost: Double, rows: [ChartRow?])?
    let chart = sheet.style.chart
    let middle = (chart.label + chart.narrow) / 2
    var widths = [
      (chart.label, chart.lines + 3), (chart.label, chart.lines), (middle, chart.lines + 2),
      (middle, chart.lines),
    ]
    // Fewer events with more of their words are read sooner than many with few.
    if range.count <= 8 { widths.insert((chart.label * 1.5, chart.lines + 3), at: 0) }
    if range.count <= 4 { widths.append((chart.narrow, chart.lines)) }
    for (width, lines) in widths {
      for rows in rows(axis, width: width, lines: max(1, lines), height: height) {
        let needed = slabHeight(rows, axis)
        // Up to the height of the page, room costs little beside what is cut.
        let cost = needed * 0.5 + rows.reduce(0) { $0 + ($1?.blemishes ?? 0) }
        if needed <= height, best.map({ cost < $0.cost - 1e-9 }) ?? true { best = (cost, rows) }
      }
    }
    guard let best else { return nil }
    return draw(best.rows, axis)
  }

  private func axis(of range: Range<Int>) -> RowAxis? {
    RowAxis(Array(contents.entries[range]), sheet: body) { entry in
      Set(lanes.echoes[entry.index] + [lanes.own[entry.index]])
    }
  }

  /// The rows of all lanes in the best way and in the lowest, `nil` for a lane without events of its own;
  /// none when one does not fit.
  private func rows(
    _ axis: RowAxis,
    width: Double,
    lines: Int,
    height: Double
  ) -> [[ChartRow?]] {
    var ways: [[ChartRow?]] = [[], []]
    var total = 0.0
    for lane in lanes.names.indices {
      let places = axis.entries.indices.filter { lanes.own[axis.entries[$0].index] == lane }
      guard !places.isEmpty else {
        for way in ways.indices { ways[way].append(nil) }
        continue
      }
      let part = axis.part(places)
      let labels = part.entries.map { shelf.label($0, width: width, lines: lines) }
      var best: ChartRow?
      var lowest: ChartRow?
      for tiers in 1...LaneChart.tiers {
        let row = ChartRow(
          part,
          labels: labels,
          sheet: body,
          lanes: tiers,
          sides: [.below],
          look: .lane
        )
        guard let row else { continue }
        if best.map({ row.height + row.blemishes < $0.height + $0.blemishes }) ?? true {
          best = row
        }
        if row.meanPush < LaneChart.mostPush, lowest.map({ row.height < $0.height }) ?? true {
          lowest = row
        }
        if row.meanPush < 10 { break }
      }
      guard let best else { return [] }
      let low = lowest ?? best
      total += min(low.height, best.height)
      guard total <= height else { return [] }
      ways[0].append(best)
      ways[1].append(low)
    }
    return ways
  }

  /// The lanes that have something to show here.
  private func shown(_ axis: RowAxis) -> [Int] {
    lanes.names.indices.filter { lane in
      axis.entries.contains {
        lanes.own[$0.index] == lane || lanes.echoes[$0.index].contains(lane)
      }
    }
  }

  private func name(_ lane: Int) -> TextBlock {
    body.block(
      lanes.names[lane],
      sheet.style.text.kind,
      width: LaneChart.nameWidth - 12,
      maxLines: 4
    )
  }

  private var halfLine: Double { sheet.style.text.kind.line / 2 }

  /// Where the line of a lane lies below its upper edge.
  private func axisY(_ row: ChartRow?) -> Double { max(row?.drawing.axisY ?? 0, halfLine) }

  private func laneHeight(_ lane: Int, _ row: ChartRow?) -> Double {
    let above = axisY(row)
    let named = above - halfLine + sheet.size(name(lane)).height
    guard let row else { return max(named, above + halfLine) }
    return max(named, above - row.drawing.axisY + row.height)
  }

  private static let gap = 12.0

  private func slabHeight(_ rows: [ChartRow?], _ axis: RowAxis) -> Double {
    shown(axis).reduce(AxisRuler(scale: axis.scale, sheet: body).nameRoom + 2) {
      $0 + LaneChart.gap + laneHeight($1, rows[$1])
    }
  }

  private func draw(_ rows: [ChartRow?], _ axis: RowAxis) -> Slab {
    let ruler = AxisRuler(scale: axis.scale, sheet: body)
    var slab = Slab(
      fragment: Fragment(),
      events: axis.entries.map(\.index),
      cut: [],
      hasBreaks: !axis.scale.breaks.isEmpty
    )
    let rulerY = ruler.nameRoom
    var items = ruler.line(at: rulerY)
    items += ruler.ticks(at: rulerY, names: 1 - rulerY, connectors: [])
    var y = rulerY + 2
    for (place, lane) in shown(axis).enumerated() {
      let row = rows[lane]
      let height = laneHeight(lane, row)
      if place > 0 { items.append(rule(at: y + LaneChart.gap / 2)) }
      y += LaneChart.gap
      let line = axisY(row)
      items.append(
        sheet.place(name(lane), start: 0, y: y + line - halfLine, group: "lane/\(lane)")
      )
      if let row {
        items += row.drawing.fragment.items.map { $0.moved(down: y + line - row.drawing.axisY) }
        slab.cut += row.cut
      } else {
        items += ruler.line(at: y + line, isThin: true)
      }
      for (entry, anchor) in zip(axis.entries, axis.anchors)
      where lanes.echoes[entry.index].contains(lane) {
        let center = Point(body.x(anchor), y + line)
        items.append(SceneItem(group: "echo", EchoMark.content(at: center, sheet: sheet)))
      }
      y += height
    }
    slab.fragment = Fragment(items: items, height: y)
    return slab
  }

  private func rule(at y: Double) -> SceneItem {
    SceneItem(
      group: "rule",
      .line(
        from: Point(sheet.x(0), y),
        to: Point(sheet.x(sheet.length), y),
        stroke: Stroke(sheet.style.colors.rule, width: 0.5)
      )
    )
  }
}
