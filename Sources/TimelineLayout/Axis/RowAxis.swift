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
    let anchors = RowAxis.anchors(
      entries,
      turns: turns,
      scale: scale,
      distances: [distance, (distance + least) / 2, least],
      lanes: lanes
    )
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

  /// The place of each event's mark.
  ///
  /// - Parameter distances: between a span's sign and other marks, from what is wished to the least.
  private static func anchors(
    _ entries: [SheetEntry],
    turns: [Int],
    scale: TimeScale,
    distances: [Double],
    lanes: (SheetEntry) -> Set<Int>
  ) -> [Double] {
    let looks = entries.map(\.look)
    var spans: [Int] = []
    var anchors = zip(looks, turns).enumerated().map { index, entry in
      let (look, turn) = entry
      let days = look.extent.days
      guard case .span = look.extent else {
        return scale.place(days.lowerBound, index: turn, distance: distances[0])
      }
      spans.append(index)
      return (scale.place(days.lowerBound) + scale.end(of: days.upperBound)) / 2
    }
    guard !spans.isEmpty else { return anchors }
    let own = entries.map(lanes)
    var placed = Set(entries.indices).subtracting(spans)
    // A span's sign may stand anywhere on its bar: beside another's mark it would seem to share its day.
    for span in spans {
      let days = looks[span].extent.days
      let others = placed.filter { !own[$0].isDisjoint(with: own[span]) }.map { anchors[$0] }
      anchors[span] = clear(
        anchors[span],
        on: scale.place(days.lowerBound)...scale.end(of: days.upperBound),
        of: others,
        distances
      )
      placed.insert(span)
    }
    return anchors
  }

  /// The place on a bar nearest to its middle that is as far from other marks as can be.
  private static func clear(
    _ middle: Double,
    on bar: ClosedRange<Double>,
    of others: [Double],
    _ distances: [Double]
  ) -> Double {
    for distance in distances {
      let places = [middle] + others.sorted().flatMap { [$0 - distance, $0 + distance] }
      let free = places.filter { place in
        bar.contains(place) && !others.contains { abs($0 - place) < distance - 1e-9 }
      }
      if let nearest = free.min(by: { abs($0 - middle) < abs($1 - middle) }) { return nearest }
    }
    return middle
  }
}
