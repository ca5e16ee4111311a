import Drawing
import Styles

/// One axis with its labels on both sides; a chart is one such row or several.
struct ChartRow {
  /// How it is drawn.
  private(set) var drawing: ChartDrawing
  /// The mean distance between labels and their marks, in points.
  let meanPush: Double

  /// What its axis must tell.
  var axisSigns: AxisSigns { drawing.axis.scale.signs }
  /// How many labels end in dots.
  let cutLabels: Int
  /// What is not as it should be, in points of height that one would give to mend it.
  ///
  /// A label that is cut where no list follows costs the room its full text takes elsewhere.
  let blemishes: Double
  /// The events whose own words do not stand whole in their labels, by their places among all.
  var cut: [Int] {
    zip(drawing.axis.entries, drawing.labels).filter { !$1.isWhole }.map(\.0.index)
  }
  /// How many events it shows.
  var count: Int { drawing.labels.count }
  var height: Double { drawing.height }

  /// The events it shows, by their places among all.
  var events: [Int] { drawing.axis.entries.map(\.index) }

  /// The same row with more air between its lanes.
  func aired(by air: Double) -> ChartRow {
    var row = self
    row.drawing = drawing.aired(by: air)
    return row
  }

  /// The same row of a lane with other labels, in the order of places; `nil` when they do not fit.
  func with(labels: [ChartLabel], sheet: Sheet) -> ChartRow? {
    let axis = drawing.axis
    let tiers = (drawing.slots.map(\.lane).max() ?? 0) + 1
    var unordered = labels
    for (place, index) in axis.order.enumerated() { unordered[index] = labels[place] }
    return (tiers...tiers + 1).lazy.compactMap {
      ChartRow(axis, labels: unordered, sheet: sheet, lanes: $0, sides: [.below], look: .lane)
    }.first
  }

  /// The same row with the words of labels that are cut, or whose head is broken, spread over the room beside
  /// them, as far as no label is pushed further away for it.
  ///
  /// - Parameter label: makes the label of an event, by its place in the row, of a width.
  func widened(
    to widths: [Double],
    height: Double,
    sheet: Sheet,
    label: (Int, Double) -> ChartLabel
  ) -> ChartRow {
    var best = self
    let axis = drawing.axis
    for place in drawing.labels.indices {
      for width in widths {
        let current = best.drawing.labels[place]
        guard current.isCut || current.isHeadBroken else { break }
        var labels = best.drawing.labels
        labels[place] = label(axis.order[place], width)
        var unordered = labels
        for (place, index) in axis.order.enumerated() { unordered[index] = labels[place] }
        let lanes = (best.drawing.slots.map(\.lane).max() ?? 0) + 1
        guard let row = ChartRow(axis, labels: unordered, sheet: sheet, lanes: lanes),
          row.height <= height, row.blemishes < best.blemishes - 1e-9
        else { continue }
        best = row
      }
    }
    return best
  }

  /// A row; `nil` when the labels do not fit.
  ///
  /// - Parameters:
  ///   - labels: the label of each event, in the order of time.
  ///   - lanes: on each side.
  ///   - sides: where labels may stand.
  init?(
    _ axis: RowAxis,
    labels unordered: [ChartLabel],
    sheet: Sheet,
    lanes: Int,
    sides: [LanePlacement.Side] = LanePlacement.Side.allCases,
    look: ChartDrawing.Look = .row
  ) {
    let chart = sheet.style.chart
    let labels = axis.order.map { unordered[$0] }
    let free = zip(axis.anchors, labels).map {
      LanePlacement.Label(anchor: $0, width: $1.width)
    }
    // No label is led over a cut of the axis, where it need not be.
    let breaks = axis.scale.breaks.map(\.place)
    let bound = breaks.isEmpty ? [] : free.map { $0.kept(between: breaks) }
    var found: LanePlacement?
    let ways = [
      (true, LanePlacement.Thrift.none), (true, .reserves), (true, .packs), (false, .none),
      (false, .reserves),
    ]
    let first = bound.isEmpty ? [] : ways.prefix(3).map { (bound, $0.0, $0.1) }
    let all = first + ways.map { (free, $0.0, $0.1) }
    for (wishes, isOrdered, thrift) in all where found == nil {
      found = LanePlacement(
        wishes,
        length: sheet.length,
        lanes: lanes,
        sides: sides,
        distances: LanePlacement.Distances(gap: chart.gap, stub: chart.stub),
        thrift: thrift,
        isOrdered: isOrdered
      )
    }
    guard let placement = found else { return nil }
    meanPush = placement.meanPush
    cutLabels = labels.count { $0.isCut }
    let marred = zip(axis.entries, labels).reduce(0.0) {
      $0 + ($1.1.isCut ? ($1.0.isListed ? 12 : 45) : 0) + ($1.1.isHeadBroken ? 6 : 0)
    }
    let crossings = zip(axis.anchors, placement.slots).count { anchor, slot in
      breaks.contains { min(anchor, slot.place) < $0 && $0 < max(anchor, slot.place) }
    }
    blemishes = 5 * placement.meanPush + marred + 30 * Double(crossings)
    drawing = ChartDrawing(
      sheet: sheet,
      axis: axis,
      labels: labels,
      slots: placement.slots,
      look: look
    )
  }
}

extension LanePlacement.Label {
  /// From the sign of a cut to what stands beside it.
  private static let clearance = 6.0

  /// The same on the side of each cut where its mark is.
  fileprivate func kept(between breaks: [Double]) -> LanePlacement.Label {
    let low = breaks.filter { $0 < anchor }.max().map { $0 + Self.clearance } ?? -.infinity
    let high = breaks.filter { $0 > anchor }.min().map { $0 - Self.clearance } ?? .infinity
    var kept = self
    kept.bounds = min(low, anchor)...max(high, anchor)
    return kept
  }
}
