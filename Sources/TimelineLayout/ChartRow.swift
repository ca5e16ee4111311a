import Chronology
import Drawing
import Styles

/// One axis with its labels on both sides; a chart is one such row or several.
struct ChartRow {
  let fragment: Fragment
  /// Whether a gap of the axis was left out.
  let hasBreaks: Bool
  /// The mean distance between labels and their marks, in points.
  let meanPush: Double
  /// How many labels end in dots.
  let cutLabels: Int
  /// How many events it shows.
  let count: Int

  /// A row of events in the order of time; `nil` when their labels do not fit.
  ///
  /// - Parameters:
  ///   - labels: the label of each event.
  ///   - lanes: on each side.
  init?(_ entries: [SheetEntry], labels unordered: [ChartLabel], sheet: Sheet, lanes: Int) {
    let chart = sheet.style.chart
    // Where there is room, marks stand further apart than they must, and labels with them.
    let least = 2 * chart.mark + chart.spacing
    let distance = max(least, min(44, sheet.length / Double(max(1, entries.count)) * 0.55))
    guard
      let scale = TimeScale(
        extents: entries.map(\.look.extent),
        length: sheet.length,
        distance: distance
      )
    else { return nil }
    let anchors = ChartRow.anchors(entries, scale: scale, distance: distance)
    // Lanes keep the order of places, which for bars is not that of their first days.
    let order = anchors.indices.sorted { (anchors[$0], $0) < (anchors[$1], $1) }
    let labels = order.map { unordered[$0] }
    let places = order.map { anchors[$0] }
    let wishes = zip(places, labels).map {
      LanePlacement.Label(anchor: $0, width: $1.width)
    }
    var found: LanePlacement?
    for reserves in [false, true] where found == nil {
      found = LanePlacement(
        wishes,
        length: sheet.length,
        lanes: lanes,
        distances: LanePlacement.Distances(gap: chart.gap, stub: chart.stub),
        reserves: reserves
      )
    }
    guard let placement = found else { return nil }
    hasBreaks = !scale.breaks.isEmpty
    meanPush = placement.meanPush
    cutLabels = labels.count { $0.isCut }
    count = entries.count
    fragment =
      ChartDrawing(
        sheet: sheet,
        scale: scale,
        labels: labels,
        slots: placement.slots,
        anchors: places
      ).fragment
  }

  private static func anchors(
    _ entries: [SheetEntry],
    scale: TimeScale,
    distance: Double
  ) -> [Double] {
    var counts: [Int32: Int] = [:]
    for entry in entries {
      if case .span = entry.look.extent { continue }
      counts[entry.look.extent.days.lowerBound.dayNumber, default: 0] += 1
    }
    var seen: [Int32: Int] = [:]
    return entries.map { entry in
      let days = entry.look.extent.days
      if case .span = entry.look.extent {
        return (scale.place(days.lowerBound) + scale.place(days.upperBound)) / 2
      }
      let day = days.lowerBound.dayNumber
      let index = seen[day, default: 0]
      seen[day] = index + 1
      return scale.place(
        days.lowerBound,
        index: index,
        of: counts[day] ?? 1,
        distance: distance
      )
    }
  }
}
