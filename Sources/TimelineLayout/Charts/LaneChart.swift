import Drawing
import Styles

/// Lanes under one ruler: each holds its own marks with their labels below, and small signs where
/// its party takes part in the events of other lanes.
struct LaneChart {
  /// The most lanes of a chart.
  static let most = 8
  /// The fewest events that stand under a ruler of their own where there are more.
  private static let least = 3
  /// The room for the names of lanes.
  private static let nameWidth = 92.0
  /// Between the head of the sheet and the ruler.
  private static let lead = 12.0
  /// The lanes of some events, laid out.
  private struct Slab {
    var fragment: Fragment
    /// Its events, by their places among all.
    var events: [Int]
    var cut: [Int]
    var axis: AxisSigns
  }

  let contents: SheetContents
  let lanes: Lanes
  let sheet: Sheet
  /// The sheet without the column of names.
  let body: Sheet
  let shelf: LabelShelf

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
          let isLast = index == slabs.count - 1
          let legend = legend(of: slab, isOnly: slabs.count == 1)
          if index == 0 || isLast && legend.height + PageFlow.aboveRepeated > flow.room {
            flow.place(legend: legend)
          } else {
            flow.place(repeated: legend)
          }
        }
        let cut = Set(slabs.flatMap(\.cut))
        flow.part { contents.placeFullTexts(cut, in: &$0) }
      }
      flow.part { contents.placeUndated(in: &$0) }
      flow.part { contents.placeSources(in: &$0) }
    }
  }

  private var fullLegend: Fragment {
    contents.legend(axis: .all, hasEchoes: lanes.echoes.contains { !$0.isEmpty })
  }

  /// The signs of one page.
  private func legend(of slab: Slab, isOnly: Bool) -> Fragment {
    contents.legend(
      of: slab.events,
      axis: isOnly ? slab.axis : slab.axis.union(.isOfSeveral),
      hasEchoes: slab.events.contains { !lanes.echoes[$0].isEmpty }
    )
  }

  /// As many events on each page as fit above its legend, in the order of time.
  ///
  /// - Parameters:
  ///   - first: the height that is left on the first page.
  ///   - whole: the height of any other page.
  private func slabs(first: Double, whole: Double) -> [Slab] {
    let legend = fullLegend.height
    let first = first - legend - PageFlow.aboveLegend
    let whole = whole - legend - PageFlow.aboveRepeated
    var slabs: [Slab] = []
    var start = 0
    var guess = 12
    while start < contents.entries.count {
      let height = slabs.isEmpty ? first : whole
      guard
        let (count, plan, limit) = plan(from: start, guess: guess, height: height)
          ?? plan(from: start, guess: guess, height: whole)
          ?? plan(start..<start + 1, height: .infinity).map({ (1, $0, whole) })
      else { break }
      let rest = contents.entries.count - start
      let days = wholeDays(from: start, count: count)
      if days < count, let plan = self.plan(start..<start + days, height: limit) {
        slabs.append(draw(completed(plan, height: limit)))
        start += days
        guess = max(2, count)
        continue
      }
      // One or two that are left would stand alone under a ruler of their own.
      let fewer = rest - LaneChart.least
      if count < rest, count > fewer, fewer > LaneChart.least,
        let plan = self.plan(start..<start + fewer, height: limit)
      {
        slabs.append(draw(completed(plan, height: limit)))
        start += fewer
        guess = LaneChart.least
        continue
      }
      if count == rest, count > 1, slabs.allSatisfy(\.cut.isEmpty),
        let (shared, shorter) = shared(start, count, plan, height: limit)
      {
        slabs.append(draw(completed(shorter, height: limit - lastRoom)))
        start += shared
        continue
      }
      let isBeforeSources = count == rest && slabHeight(plan.rows, plan.axis) + lastRoom <= limit
      slabs.append(draw(completed(plan, height: limit - (isBeforeSources ? lastRoom : 0))))
      start += count
      guess = max(2, count)
    }
    return slabs
  }

  /// How many events a page shows where the next one shall not go on with its last day.
  private func wholeDays(from start: Int, count: Int) -> Int {
    let entries = contents.entries
    guard start + count < entries.count else { return count }
    let next = entries[start + count].look.extent.days.lowerBound
    let shared = entries[start..<start + count].reversed()
      .prefix { $0.look.extent.days.lowerBound == next }.count
    // What is much of a page would leave it half empty.
    return shared * 5 <= count && count - shared >= LaneChart.least ? count - shared : count
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

  func slabHeight(_ rows: [ChartRow?], _ axis: RowAxis) -> Double {
    shown(axis).reduce(AxisRuler(scale: axis.scale, sheet: body).nameRoom + 2) {
      $0 + LaneChart.gap + laneHeight($1, rows[$1])
    }
  }

  private func draw(_ plan: Plan) -> Slab {
    let (axis, rows) = (plan.axis, plan.rows)
    let ruler = AxisRuler(scale: axis.scale, sheet: body)
    var slab = Slab(
      fragment: Fragment(),
      events: axis.entries.map(\.index),
      cut: [],
      axis: axis.scale.signs
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
        items += ruler.ticks(at: y + line, names: nil, connectors: [])
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
