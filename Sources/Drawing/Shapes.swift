/// How a line looks.
public struct Stroke: Hashable, Sendable {
  /// The colour.
  public var color: Color
  /// The width in points.
  public var width: Double
  /// The lengths of dashes and gaps in points; empty for a whole line.
  public var dash: [Double]

  /// A line of a colour and a width.
  public init(_ color: Color, width: Double, dash: [Double] = []) {
    self.color = color
    self.width = width
    self.dash = dash
  }
}

/// Straight and bent pieces of one line.
public struct Path: Hashable, Sendable {
  /// One piece.
  public enum Step: Hashable, Sendable {
    /// Starts anew.
    case move(Point)
    /// Goes straight.
    case line(Point)
    /// Goes along a cubic Bézier curve with two control points.
    case curve(Point, Point, Point)
    /// Goes back to where it started.
    case close
  }

  /// The pieces in order.
  public var steps: [Step]

  /// A line of pieces.
  public init(_ steps: [Step] = []) { self.steps = steps }
}

/// The outline of an event's sign; each family of events has its own, so that no family is told by
/// colour alone.
public enum MarkShape: String, CaseIterable, Hashable, Codable, Sendable {
  case circle
  case square
  case diamond
  case triangle
  case hexagon
  case pentagon
}

/// How the sign of an event is filled, which tells how sure it is.
public enum MarkFill: String, CaseIterable, Hashable, Codable, Sendable {
  /// It was, on that day.
  case solid
  /// It is planned.
  case hollow
  /// Sources give different dates.
  case split
  /// It is put off: hollow, with a bar inside.
  case barred
  /// It might be: hollow, with a dashed outline.
  case dashed
  /// It goes on: small and solid in a ring of its own shape.
  case haloed
  /// It comes again and again: hollow, with a dot inside.
  case ringed
  /// Nobody says whether it was: the lower half filled.
  case low
  /// A last day is known and no first: a flag.
  case flag
}

/// The sign of an event.
public struct Mark: Hashable, Sendable {
  /// The outline, by the event's family.
  public var shape: MarkShape
  /// The fill.
  public var fill: MarkFill
  /// The centre.
  public var center: Point
  /// Half the width, in points.
  public var radius: Double
  /// The colour, by the event's family.
  public var color: Color
  /// The colour of the paper, for the rim and for hollow signs.
  public var ground: Color
  /// Whether it is crossed out: denied or cancelled.
  public var isStruck: Bool
  /// Whether a rim of paper parts it from what it stands on; one that stands alone needs none.
  public var hasRim = true
  /// Whether it is drawn as where time goes from left to right: the cloth of a flag flies on.
  public var isMirrored = false
  /// Where a click leads.
  public var link: Link?

  /// A sign.
  public init(
    shape: MarkShape,
    fill: MarkFill,
    center: Point,
    radius: Double,
    color: Color,
    ground: Color,
    isStruck: Bool = false,
    link: Link? = nil
  ) {
    self.shape = shape
    self.fill = fill
    self.center = center
    self.radius = radius
    self.color = color
    self.ground = ground
    self.isStruck = isStruck
    self.link = link
  }
}

/// A hatched bar: a span of days in one of which the event was.
public struct Hatch: Hashable, Sendable {
  /// Which ends dissolve because nothing bounds the span there.
  public enum Fade: String, Hashable, Sendable {
    case none
    case left
    case right
    case both
    /// Both, softly: the bounds are known and the day between them is not.
    case ends
  }

  /// The bar.
  public var rect: Rect
  /// The colour of the lines.
  public var color: Color
  /// The colour of the paper.
  public var ground: Color
  /// From one line to the next, in points.
  public var spacing: Double
  /// The ends that dissolve.
  public var fade: Fade

  /// A hatched bar.
  public init(rect: Rect, color: Color, ground: Color, spacing: Double, fade: Fade = .none) {
    self.rect = rect
    self.color = color
    self.ground = ground
    self.spacing = spacing
    self.fade = fade
  }
}
