import Drawing
import Styles

/// The sign of an event in a list: its mark, or a short bar where the bar is the sign.
struct EntrySign {
  /// How far the sign of a list without a line reaches from its middle, to either side.
  static let reach = 4.4

  private let look: EventLook
  private let sheet: Sheet

  init(_ look: EventLook, sheet: Sheet) {
    self.look = look
    self.sheet = sheet
  }

  /// The sign around a point.
  ///
  /// - Parameter standsAlone: whether there is no line under it that a rim would part it from.
  func content(at center: Point, standsAlone: Bool = false) -> SceneContent {
    guard let fill = look.fill else {
      let width = standsAlone ? 2 * EntrySign.reach : 12
      return .hatch(
        Hatch(
          rect: Rect(x: center.x - width / 2, y: center.y - 3.5, width: width, height: 7),
          color: look.style.color,
          ground: sheet.style.colors.ground,
          spacing: sheet.style.chart.hatch,
          fade: look.fade(in: sheet.direction)
        )
      )
    }
    let radius = 3.6
    var center = center
    // A flag's pole stands at the edge of its cloth; its middle is that of other marks.
    if standsAlone, fill == .flag {
      center.x += radius * (sheet.direction == .rightToLeft ? 0.95 : -0.95)
    }
    var mark = look.mark(fill, at: center, radius: radius, sheet: sheet)
    mark.hasRim = !standsAlone
    return .mark(mark)
  }
}

extension EventLook {
  /// The mark of the event.
  func mark(_ fill: MarkFill, at center: Point, radius: Double, sheet: Sheet) -> Mark {
    var mark = Mark(
      shape: style.shape,
      fill: fill,
      center: center,
      radius: radius,
      color: style.color,
      ground: sheet.style.colors.ground,
      isStruck: isStruck || isContested
    )
    mark.isMirrored = sheet.direction == .leftToRight
    return mark
  }

  /// Which ends of its bar dissolve, and how.
  func fade(in direction: TextDirection) -> Hatch.Fade {
    let isRightToLeft = direction == .rightToLeft
    switch extent {
    case .until: return isRightToLeft ? .right : .left
    case .since: return isRightToLeft ? .left : .right
    case .day, .span: return isApproximate ? .both : .ends
    }
  }
}
