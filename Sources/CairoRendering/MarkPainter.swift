import CPangoCairo
import Drawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Canvas {
  /// Draws the sign of an event: a rim of paper, the shape, its fill, and a stroke if it is crossed
  /// out.
  func draw(_ mark: Mark) {
    switch mark.fill {
    case .flag: drawFlag(mark)
    case .solid:
      drawRim(mark)
      drawSolid(mark, radius: mark.radius)
    case .hollow: drawHollow(mark)
    case .dashed: drawHollow(mark, dash: [mark.radius * 0.5, mark.radius * 0.4])
    case .barred:
      drawHollow(mark)
      let reach = mark.radius * 0.5
      cairo_move_to(context, mark.center.x - reach, mark.center.y)
      cairo_line_to(context, mark.center.x + reach, mark.center.y)
      stroke(Stroke(mark.color, width: MarkPainting.line))
    case .ringed:
      drawHollow(mark)
      drawSolid(mark, radius: mark.radius * 0.42)
    case .haloed:
      drawHollow(mark, width: MarkPainting.line * 0.6)
      drawSolid(mark, radius: mark.radius * 0.62)
    case .split:
      let half = Rect(
        x: mark.center.x + 0.7,
        y: mark.center.y - 2 * mark.radius,
        width: 2 * mark.radius,
        height: 4 * mark.radius
      )
      drawPart(mark, half)
    case .low:
      let half = Rect(
        x: mark.center.x - 2 * mark.radius,
        y: mark.center.y + 0.4,
        width: 4 * mark.radius,
        height: 2 * mark.radius
      )
      drawPart(mark, half)
    }
    if mark.isStruck { drawStrike(mark) }
  }

  private func drawHollow(
    _ mark: Mark,
    width: Double = MarkPainting.line,
    dash: [Double] = []
  ) {
    drawRim(mark)
    outline(mark, radius: mark.radius - width / 2)
    stroke(Stroke(mark.color, width: width, dash: dash))
  }

  private func drawRim(_ mark: Mark) {
    guard mark.hasRim else { return }
    var rim = mark
    rim.color = mark.ground
    drawSolid(rim, radius: mark.radius + MarkPainting.rim)
  }

  private func drawSolid(_ mark: Mark, radius: Double) {
    outline(mark, radius: radius)
    fill(mark.color)
  }

  private func outline(_ mark: Mark, radius: Double) {
    let center = mark.center
    cairo_new_path(context)
    switch mark.shape {
    case .circle: cairo_arc(context, center.x, center.y, radius, 0, 2 * Double.pi)
    case .square:
      let half = radius * 0.88
      cairo_rectangle(context, center.x - half, center.y - half, 2 * half, 2 * half)
    case .diamond: polygon(4, center, radius * 1.15)
    case .triangle: polygon(3, Point(center.x, center.y + radius * 0.15), radius * 1.2)
    case .pentagon: polygon(5, center, radius * 1.08)
    case .hexagon: polygon(6, center, radius * 1.05)
    }
  }

  /// A regular polygon that stands on a side or, with four corners, on a corner.
  private func polygon(_ corners: Int, _ center: Point, _ radius: Double) {
    for corner in 0..<corners {
      let angle = -Double.pi / 2 + 2 * Double.pi * Double(corner) / Double(corners)
      let x = center.x + radius * cos(angle)
      let y = center.y + radius * sin(angle)
      if corner == 0 { cairo_move_to(context, x, y) } else { cairo_line_to(context, x, y) }
    }
    cairo_close_path(context)
  }

  /// A hollow sign that is filled in part: two dates for one event, or nothing sure at all.
  private func drawPart(_ mark: Mark, _ part: Rect) {
    drawRim(mark)
    cairo_save(context)
    outline(mark, radius: mark.radius)
    cairo_clip(context)
    cairo_rectangle(context, part.x, part.y, part.width, part.height)
    fill(mark.color)
    cairo_restore(context)
    outline(mark, radius: mark.radius - MarkPainting.line / 2)
    stroke(Stroke(mark.color, width: MarkPainting.line))
  }

  /// A pole with a pennant: the last day something may happen.
  private func drawFlag(_ mark: Mark) {
    let center = mark.center
    let radius = mark.radius
    cairo_new_path(context)
    cairo_move_to(context, center.x, center.y + radius * 1.1)
    cairo_line_to(context, center.x, center.y - radius * 1.6)
    let reach = mark.isMirrored ? radius * 1.9 : -radius * 1.9
    cairo_line_to(context, center.x + reach, center.y - radius * 0.85)
    cairo_line_to(context, center.x, center.y - radius * 0.1)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    setColor(mark.ground)
    cairo_set_line_width(context, 2 * MarkPainting.rim + MarkPainting.line)
    cairo_stroke_preserve(context)
    setColor(mark.color)
    cairo_fill_preserve(context)
    stroke(Stroke(mark.color, width: MarkPainting.line))
  }

  /// A line across, from the lower left to the upper right.
  private func drawStrike(_ mark: Mark) {
    let reach = mark.radius * 1.5
    func line(_ stroke: Stroke) {
      cairo_new_path(context)
      cairo_move_to(context, mark.center.x - reach, mark.center.y + reach)
      cairo_line_to(context, mark.center.x + reach, mark.center.y - reach)
      self.stroke(stroke)
    }
    // On a solid sign the line shows by the paper on both sides of it.
    if mark.fill == .solid { line(Stroke(mark.ground, width: 3.6)) }
    line(Stroke(mark.color, width: 1.2))
  }

  /// Slanted lines over a tint, dissolving towards the ends that nothing bounds.
  func draw(_ hatch: Hatch) {
    let rect = hatch.rect
    guard rect.width > 0, rect.height > 0, hatch.spacing > 0.2 else { return }
    cairo_save(context)
    cairo_new_path(context)
    cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height)
    cairo_clip(context)
    fillTint(of: hatch)
    strokeLines(of: hatch)
    cairo_restore(context)
  }

  /// The tint, in slices where it fades; neighbours of one colour are one.
  private func fillTint(of hatch: Hatch) {
    let rect = hatch.rect
    let slices = hatch.fade == .none ? 1 : 12
    func color(_ slice: Int) -> Color {
      let share = hatch.share(at: (Double(slice) + 0.5) / Double(slices))
      return hatch.color.mixed(into: hatch.ground, share: 0.22 * share)
    }
    var slice = 0
    while slice < slices {
      let own = color(slice)
      let left = rect.x + rect.width * Double(slice) / Double(slices)
      repeat { slice += 1 } while slice < slices && color(slice) == own
      let right = rect.x + rect.width * Double(slice) / Double(slices)
      cairo_rectangle(context, left, rect.y, right - left + 0.1, rect.height)
      fill(own)
    }
  }

  /// The slanted lines, those of one colour together.
  private func strokeLines(of hatch: Hatch) {
    let rect = hatch.rect
    var last: Color?
    func strokeLast() {
      if let last { stroke(Stroke(last, width: 0.7)) }
    }
    var x = rect.x - rect.height
    while x < rect.maxX {
      let share = hatch.share(at: (x + rect.height / 2 - rect.x) / rect.width)
      let own = hatch.color.mixed(into: hatch.ground, share: 0.75 * share)
      if own != last {
        strokeLast()
        last = own
      }
      cairo_move_to(context, x, rect.maxY)
      cairo_line_to(context, x + rect.height, rect.y)
      x += hatch.spacing
    }
    strokeLast()
  }
}

private enum MarkPainting {
  /// The rim of paper that parts a mark from the axis and its neighbours.
  static let rim = 1.2
  /// The line of hollow and split marks.
  static let line = 1.5
}

extension Hatch {
  /// How strong the bar is at a place from its left (0) to its right (1).
  fileprivate func share(at place: Double) -> Double {
    let left = min(1, max(0, place / 0.6))
    let right = min(1, max(0, (1 - place) / 0.6))
    switch fade {
    case .none: return 1
    case .left: return left
    case .right: return right
    case .both: return min(left, right)
    case .ends: return min(1, 0.35 + 6 * min(max(0, place), max(0, 1 - place)))
    }
  }
}
