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
  ///
  /// - Parameters:
  ///   - widest: how far apart the marks of a day stand at the most.
  ///   - lanes: the lanes in which an entry has a sign. Events of a day that meet in none share one place,
  ///     so that a day stands at one place in all lanes.
  init?(
    _ entries: [SheetEntry],
    sheet: Sheet,
    widest: Double = 44,
    lanes: (SheetEntry) -> Set<Int> = { _ in [0] }
  ) {
    let chart = sheet.style.chart
    // Where there is room, marks stand further apart than they must, and labels with them.
    let least = 2 * chart.mark + chart.spacing
    let distance = max(least, min(widest, sheet.length / Double(max(1, entries.count)) * 0.55))
    let turns = RowAxis.turns(entries, lanes: lanes)
    guard
      let scale = TimeScale(
        extents: RowAxis.extents(entries, turns: turns),
        length: sheet.length,
        distance: distance,
        radius: chart.mark
      )
    else { return nil }
    let anchors = RowAxis.anchors(entries, turns: turns, scale: scale, distance: distance)
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

  /// Where each event comes among those of its day.
  private static func turns(
    _ entries: [SheetEntry],
    lanes: (SheetEntry) -> Set<Int>
  ) -> [Int] {
    var taken: [Int32: [Set<Int>]] = [:]
    return entries.map { entry in
      if case .span = entry.look.extent { return 0 }
      let day = entry.look.extent.days.lowerBound.dayNumber
      let own = lanes(entry)
      var places = taken[day, default: []]
      // Events of a day keep their order wherever they meet.
      let last = places.lastIndex { !$0.isDisjoint(with: own) }
      let turn = last.map { $0 + 1 } ?? 0
      if turn == places.count { places.append([]) }
      places[turn].formUnion(own)
      taken[day] = places
      return turn
    }
  }

  /// What the scale must find room for: events that share a place count once.
  private static func extents(_ entries: [SheetEntry], turns: [Int]) -> [EventLook.Extent] {
    var seen: [Int32: Set<Int>] = [:]
    return zip(entries, turns).compactMap { entry, turn in
      let extent = entry.look.extent
      if case .span = extent { return extent }
      return seen[extent.days.lowerBound.dayNumber, default: []].insert(turn).inserted
        ? extent : nil
    }
  }

  private static func anchors(
    _ entries: [SheetEntry],
    turns: [Int],
    scale: TimeScale,
    distance: Double
  ) -> [Double] {
    zip(entries, turns).map { entry, turn in
      let days = entry.look.extent.days
      if case .span = entry.look.extent {
        return (scale.place(days.lowerBound) + scale.end(of: days.upperBound)) / 2
      }
      return scale.place(days.lowerBound, index: turn, distance: distance)
    }
  }
}
