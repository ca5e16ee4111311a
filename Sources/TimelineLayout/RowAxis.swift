import Chronology
import Drawing
import Styles

/// The axis of some events, with the places of their marks: all that does not depend on labels.
struct RowAxis {
  let scale: TimeScale
  /// The events in the order of their places, which for spans is not that of their first days.
  let entries: [SheetEntry]
  /// Where each event stood in the order of time.
  let order: [Int]
  /// The places of the marks, rising.
  let anchors: [Double]

  /// An axis of the length of a line; `nil` when the marks do not fit.
  init?(_ entries: [SheetEntry], sheet: Sheet) {
    let chart = sheet.style.chart
    // Where there is room, marks stand further apart than they must, and labels with them.
    let least = 2 * chart.mark + chart.spacing
    let distance = max(least, min(44, sheet.length / Double(max(1, entries.count)) * 0.55))
    guard
      let scale = TimeScale(
        extents: entries.map(\.look.extent),
        length: sheet.length,
        distance: distance,
        radius: chart.mark
      )
    else { return nil }
    let anchors = RowAxis.anchors(entries, scale: scale, distance: distance)
    let order = anchors.indices.sorted { (anchors[$0], $0) < (anchors[$1], $1) }
    self.init(
      scale: scale,
      entries: order.map { entries[$0] },
      order: order,
      anchors: order.map { anchors[$0] }
    )
  }

  /// An axis whose marks have their places already.
  init(scale: TimeScale, entries: [SheetEntry], order: [Int], anchors: [Double]) {
    self.scale = scale
    self.entries = entries
    self.order = order
    self.anchors = anchors
  }

  /// The same axis with some of its events only, by their places on it.
  func part(_ places: [Int]) -> RowAxis {
    RowAxis(
      scale: scale,
      entries: places.map { entries[$0] },
      order: Array(places.indices),
      anchors: places.map { anchors[$0] }
    )
  }

  private static func anchors(
    _ entries: [SheetEntry],
    scale: TimeScale,
    distance: Double
  ) -> [Double] {
    var seen: [Int32: Int] = [:]
    return entries.map { entry in
      let days = entry.look.extent.days
      if case .span = entry.look.extent {
        return (scale.place(days.lowerBound) + scale.end(of: days.upperBound)) / 2
      }
      let day = days.lowerBound.dayNumber
      let index = seen[day, default: 0]
      seen[day] = index + 1
      return scale.place(days.lowerBound, index: index, distance: distance)
    }
  }
}
