import Chronology
import Drawing
import Styles

/// The hatched bars of a chart row: the spans of days of which one is meant.
extension ChartDrawing {
  /// A hatched bar on or above the axis.
  struct Bar {
    var first: Double
    var last: Double
    var lane: Int
    var fade: Fade
    var look: EventLook
  }

  enum Fade { case none, start, end }

  /// How far a bar reaches that nothing bounds on one side.
  private static let openReach = 36.0

  /// The bars of uncertain dates, equal spans once, in as few lanes as their overlaps allow; and for
  /// each label the lane of its bar.
  var bars: ([Bar], [Int?]) {
    var bars: [Bar] = []
    var lanes: [Int?] = []
    var ends: [Double] = []
    for (index, label) in labels.enumerated() {
      let days = label.look.extent.days
      let place = anchors[index]
      var bar = Bar(first: place, last: place, lane: 0, fade: .none, look: label.look)
      switch label.look.extent {
      case .day:
        lanes.append(nil)
        continue
      case .until where label.look.fill == .flag:
        lanes.append(nil)
        continue
      case .span:
        bar.first = max(0, scale.place(days.lowerBound) - 1.5)
        bar.last = min(sheet.length, scale.place(days.upperBound) + 1.5)
      case .until:
        bar.first = max(0, place - ChartDrawing.openReach)
        bar.fade = .start
      case .since:
        bar.last = min(sheet.length, place + ChartDrawing.openReach)
        bar.fade = .end
      }
      let isSame = { (other: Bar) in
        abs(other.first - bar.first) < 0.5 && abs(other.last - bar.last) < 0.5
          && other.look.family == bar.look.family && other.fade == bar.fade
      }
      if let same = bars.first(where: isSame) {
        lanes.append(same.lane)
        continue
      }
      let lane = ends.firstIndex { $0 + 2 <= bar.first } ?? ends.count
      if lane == ends.count { ends.append(bar.last) } else { ends[lane] = bar.last }
      bar.lane = lane
      lanes.append(lane)
      bars.append(bar)
    }
    return (bars, lanes)
  }

  func hatch(_ bar: Bar, axisY: Double) -> SceneItem {
    let width = max(2, bar.last - bar.first)
    let y = axisY - Double(bar.lane) * (chart.bar + 2) - chart.bar / 2
    let isRightToLeft = sheet.direction == .rightToLeft
    let fade: Hatch.Fade
    switch bar.fade {
    case .none: fade = .none
    case .start: fade = isRightToLeft ? .right : .left
    case .end: fade = isRightToLeft ? .left : .right
    }
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
          ground: colors.ground,
          spacing: chart.hatch,
          fade: fade
        )
      )
    )
  }
}
