import Chronology
import Drawing
import Styles

/// The hatched bars of a chart row: the spans of days of which one is meant.
struct ChartBars {
  /// A hatched bar on or above the axis.
  struct Bar {
    var first: Double
    var last: Double
    var lane: Int
    var look: EventLook
  }

  /// How far a bar reaches that nothing bounds on one side.
  private static let openReach = 36.0
  /// How much of its paper a mark keeps clear.
  private static let rim = 2.0
  /// Between a mark's edge and the end of another event's bar.
  private static let air = 4.0

  /// The bars of uncertain dates, equal spans once, in as few lanes as their overlaps allow.
  private(set) var bars: [Bar] = []
  /// For each event of the axis the lane of its bar.
  private(set) var lanes: [Int?] = []

  /// No bars for so many events.
  init(noneFor count: Int) { lanes = [Int?](repeating: nil, count: count) }

  /// - Parameter mark: half the width of a mark. No bar is narrower than a mark, which stands for a day
  ///   however little room a day has; and none that short lies around a mark.
  init(_ axis: RowAxis, length: Double, mark: Double) {
    var ends: [Double] = []
    let marks = zip(axis.entries, axis.anchors).enumerated().filter { $1.0.look.fill != nil }
      .map { (index: $0, place: $1.1) }
    for (index, (entry, place)) in zip(axis.entries, axis.anchors).enumerated() {
      let look = entry.look
      // A bar that has no end ends before the next mark: it would seem to lead there.
      func reach(from place: Double, by way: Double) -> Double {
        let ahead = marks.filter { $0.index != index && ($0.place - place) * way > 0 }
          .map { abs($0.place - place) - mark - ChartBars.air }
        let room = min(abs(way), ahead.min() ?? .infinity)
        let way = room < mark + ChartBars.air ? way : way < 0 ? -room : room
        return min(max(0, place + way), length)
      }
      let days = look.extent.days
      var bar = Bar(first: place, last: place, lane: 0, look: look)
      switch look.extent {
      case .day where look.isApproximate:
        bar.first = reach(from: place, by: -ChartBars.openReach / 2)
        bar.last = reach(from: place, by: ChartBars.openReach / 2)
      case .until where look.fill == .flag, .day:
        lanes.append(nil)
        continue
      case .span:
        bar.first = max(0, axis.scale.place(days.lowerBound) - 1.5)
        bar.last = min(length, axis.scale.end(of: days.upperBound) + 1.5)
        part(&bar, from: marks.filter { $0.index != index }.map(\.place), by: mark + ChartBars.air)
        widen(&bar, to: 2 * mark, length: length)
      case .until: bar.first = reach(from: place, by: -ChartBars.openReach)
      case .since: bar.last = reach(from: place, by: ChartBars.openReach)
      }
      let isSame = { (other: Bar) in
        abs(other.first - bar.first) < 0.5 && abs(other.last - bar.last) < 0.5
          && other.look.family == bar.look.family
          && other.look.fade(in: .leftToRight) == bar.look.fade(in: .leftToRight)
      }
      if let same = bars.first(where: isSame) {
        lanes.append(same.lane)
        continue
      }
      let reach = mark + ChartBars.rim
      let isOpen: Bool
      if case .span = look.extent { isOpen = false } else { isOpen = true }
      let isHidden =
        (isOpen || bar.last - bar.first < 6 * mark)
        && marks.contains {
          $0.index != index && bar.first < $0.place + reach && $0.place - reach < bar.last
        }
      if isHidden, ends.isEmpty { ends.append(-.infinity) }
      let lane =
        ends.indices.dropFirst(isHidden ? 1 : 0).first { ends[$0] + 2 <= bar.first }
        ?? ends.count
      if lane == ends.count { ends.append(bar.last) } else { ends[lane] = bar.last }
      bar.lane = lane
      lanes.append(lane)
      bars.append(bar)
    }
  }

  /// Moves the ends of a bar clear of the marks of others: an end that meets a mark would seem to be
  /// joined to it.
  private func part(_ bar: inout Bar, from others: [Double], by clearance: Double) {
    let (first, last) = (bar.first, bar.last)
    for place in others {
      // What lies before the span stays outside it, what lies in it inside.
      if place <= first + 2, first - place < clearance {
        bar.first = max(bar.first, place + clearance)
      }
      if place >= last - 2, place - last < clearance {
        bar.last = min(bar.last, place - clearance)
      }
    }
    // So short a bar has no other place.
    if bar.last - bar.first < clearance { (bar.first, bar.last) = (first, last) }
  }

  /// Gives a bar a least width around its middle, within the axis.
  private func widen(_ bar: inout Bar, to least: Double, length: Double) {
    let lacking = least - (bar.last - bar.first)
    guard lacking > 0, least <= length else { return }
    bar.first = min(max(0, bar.first - lacking / 2), length - least)
    bar.last = bar.first + least
  }

  /// How many bars stand above the one on the axis.
  var topLane: Int { bars.map(\.lane).max() ?? 0 }

  /// Draws a bar.
  func hatch(_ bar: Bar, axisY: Double, sheet: Sheet) -> SceneItem {
    let chart = sheet.style.chart
    let width = bar.last - bar.first
    let y = axisY - Double(bar.lane) * (chart.bar + 2) - chart.bar / 2
    return SceneItem(
      group: "span",
      .hatch(
        Hatch(
          rect: Rect(
            x: sheet.left(bar.first, width: width),
            y: y,
            width: width,
            height: chart.bar
          ),
          color: bar.look.style.color,
          ground: sheet.style.colors.ground,
          spacing: chart.hatch,
          fade: bar.look.fade(in: sheet.direction)
        )
      )
    )
  }
}
