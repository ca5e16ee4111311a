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
  /// The most tiers of labels in a lane.
  private static let tiers = 6

  /// Which lane each event stands in.
  struct Lanes {
    /// The names from the top.
    let names: [String]
    private(set) var own: [Int]
    private(set) var echoes: [[Int]]

    /// Lanes for so many events.
    init(names: [String], count: Int) {
      self.names = names
      own = Array(repeating: 0, count: count)
      echoes = Array(repeating: [], count: count)
    }

    /// Puts an event into a lane.
    mutating func set(_ lane: Int, of event: Int) {
      if own.indices.contains(event) { own[event] = lane }
    }

    /// Tells that the party of a lane takes part in an event of another.
    mutating func add(echo lane: Int, of event: Int) {
      guard echoes.indices.contains(event), !echoes[event].contains(lane) else { return }
      echoes[event].append(lane)
    }
  }

  /// The lanes of some events, laid out.
  private struct Slab {
    var fragment: Fragment
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
        let legend = legend(hasBreaks: slabs.contains(where: \.hasBreaks))
        for (index, slab) in slabs.enumerated() {
          if index > 0 { flow.breakPage() } else { flow.reserve(slab.fragment.height) }
          flow.place(slab.fragment)
          if index == 0 { flow.place(legend: legend) }
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

  /// As many events on each page as fit, in the order of time; the legend below those of the first.
  ///
  /// - Parameters:
  ///   - first: the height that is left on the first page.
  ///   - whole: the height of any other page.
  private func slabs(first: Double, whole: Double) -> [Slab] {
    let legend = legend(hasBreaks: true).height + PageFlow.aboveLegend
    var slabs: [Slab] = []
    var start = 0
    var guess = 12
    while start < contents.entries.count {
      let height = slabs.isEmpty ? first - legend : whole
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
    let left = contents.entries.count - first
    var best: (count: Int, slab: Slab)?
    // Grow while it fits, then halve the distance to what did not.
    var failing = left + 1
    var count = min(left, guess)
    while failing - (best?.count ?? 0) > 1 {
      if let fitting = slab(first..<first + count, height: height) {
        best = (count, fitting)
      } else {
        failing = count
      }
      let fitted = best?.count ?? 0
      count = failing > left ? min(left, fitted * 3 / 2 + 1) : (fitted + failing) / 2
      if count <= fitted { break }
    }
    return best ?? slab(first..<first + 1, height: height).map { (1, $0) }
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
      guard let rows = rows(axis, width: width, lines: max(1, lines), height: height) else {
        continue
      }
      let needed = slabHeight(rows, axis)
      // Up to the height of the page, room costs little beside what is cut.
      let cost = needed * 0.5 + rows.reduce(0) { $0 + ($1?.blemishes ?? 0) }
      if needed <= height, best.map({ cost < $0.cost - 1e-9 }) ?? true { best = (cost, rows) }
    }
    guard let best else { return nil }
    return draw(best.rows, axis)
  }

  private func axis(of range: Range<Int>) -> RowAxis? {
    RowAxis(Array(contents.entries[range]), sheet: body) { entry in
      Set(lanes.echoes[entry.index] + [lanes.own[entry.index]])
    }
  }

  /// The rows of all lanes, `nil` for one without events of its own; `nil` when one does not fit.
  private func rows(
    _ axis: RowAxis,
    width: Double,
    lines: Int,
    height: Double
  ) -> [ChartRow?]? {
    var rows: [ChartRow?] = []
    var total = 0.0
    for lane in lanes.names.indices {
      let places = axis.entries.indices.filter { lanes.own[axis.entries[$0].index] == lane }
      guard !places.isEmpty else {
        rows.append(nil)
        continue
      }
      let part = axis.part(places)
      let labels = part.entries.map { shelf.label($0, width: width, lines: lines) }
      var found: ChartRow?
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
        if found.map({ row.height + row.blemishes < $0.height + $0.blemishes }) ?? true {
          found = row
        }
        if row.meanPush < 10 { break }
      }
      guard let found else { return nil }
      total += found.height
      guard total <= height else { return nil }
      rows.append(found)
    }
    return rows
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
    var slab = Slab(fragment: Fragment(), cut: [], hasBreaks: !axis.scale.breaks.isEmpty)
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

/// The small sign of one who takes part in an event of another lane.
enum EchoMark {
  /// The sign around a point.
  static func content(at center: Point, sheet: Sheet) -> SceneContent {
    .mark(
      Mark(
        shape: .circle,
        fill: .hollow,
        center: center,
        radius: 2.2,
        color: sheet.style.colors.muted,
        ground: sheet.style.colors.ground
      )
    )
  }
}
