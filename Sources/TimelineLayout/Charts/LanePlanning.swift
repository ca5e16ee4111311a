import Drawing
import Styles

/// Which events share a page of lanes, and how their labels stand.
extension LaneChart {
  /// The most that the marks of one day stand apart: what is wider seems to be another day where lanes
  /// hold little else.
  private static let widest = 26.0

  /// The lanes of some events, before they are drawn.
  struct Plan {
    var axis: RowAxis
    /// The row of each lane; `nil` for one without events of its own.
    var rows: [ChartRow?]
    /// How many lines its labels have at the most, and how wide they are.
    var lines: Int
    var width: Double
  }

  /// How far labels may be pushed on the average where that spares a page.
  private static let mostPush = 36.0
  /// How far the labels of a lane may be pushed in all to make room for the words of some.
  private static let dearPush = 90.0
  /// The most tiers of labels in a lane.
  private static let tiers = 6

  /// What follows the lanes, where it is so little that it should not stand on a page alone.
  var lastRoom: Double {
    let height = contents.timeline.undated.isEmpty ? contents.leastSourcesHeight : 0
    return height < 110 ? height : 0
  }

  /// Fewer of the last events, or the same ones lower, so that the sources need no page for themselves;
  /// `nil` where that is so already or would not help.
  func shared(
    _ start: Int,
    _ count: Int,
    _ plan: Plan,
    height: Double
  ) -> (count: Int, plan: Plan)? {
    let room = lastRoom
    guard room > 0, plan.rows.allSatisfy({ $0?.cutLabels ?? 0 == 0 }),
      slabHeight(plan.rows, plan.axis) + room > height
    else { return nil }
    if let lower = self.plan(start..<start + count, height: height - room) { return (count, lower) }
    guard count > 3 else { return nil }
    return self.plan(start..<start + (count + 1) / 2, height: height).map { ((count + 1) / 2, $0) }
  }

  /// The lanes of as many events as fit a height; `nil` when not one does.
  func plan(
    from first: Int,
    guess: Int,
    height: Double
  ) -> (count: Int, plan: Plan, height: Double)? {
    Fitting.most(of: contents.entries.count - first, guess: guess) {
      plan(first..<first + $0, height: height)
    }.map { ($0.count, $0.result, height) }
  }

  /// The lanes of some events; `nil` when they do not fit the height.
  func plan(_ range: Range<Int>, height: Double) -> Plan? {
    guard range.count <= 120, let axis = axis(of: range)
    else { return nil }
    var best: (cost: Double, plan: Plan)?
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
        if needed <= height, best.map({ cost < $0.cost - 1e-9 }) ?? true {
          best = (cost, Plan(axis: axis, rows: rows, lines: max(1, lines), width: width))
        }
      }
    }
    return best?.plan
  }

  /// The same lanes with the whole words of cut labels where there is room beside them or below.
  func completed(_ plan: Plan, height: Double) -> Plan {
    var plan = plan
    for lane in plan.rows.indices {
      guard let row = plan.rows[lane], row.cutLabels > 0 else { continue }
      var labels = row.drawing.labels
      var best = row
      for place in labels.indices where labels[place].isCut {
        let entry = best.drawing.axis.entries[place]
        for (wider, more) in [
          (1.0, 1), (1.5, 0), (1, 2), (2, 0), (1.5, 2), (1, 4), (3, 0), (2, 3), (1.5, 4), (3, 3),
        ] {
          let label = shelf.label(entry, width: plan.width * wider, lines: plan.lines + more)
          guard !label.isCut else { continue }
          var tried = labels
          tried[place] = label
          guard let grown = best.with(labels: tried, sheet: body) else { continue }
          var rows = plan.rows
          rows[lane] = grown
          guard Double(row.count) * (grown.meanPush - row.meanPush) <= LaneChart.dearPush,
            slabHeight(rows, plan.axis) <= height
          else { continue }
          labels = tried
          best = grown
          plan.rows = rows
          break
        }
      }
    }
    return plan
  }

  private func axis(of range: Range<Int>) -> RowAxis? {
    RowAxis(
      Array(contents.entries[range]),
      sheet: body,
      widest: LaneChart.widest
    ) { entry in
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
}
