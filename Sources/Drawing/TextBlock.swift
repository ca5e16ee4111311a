/// The way lines run.
public enum TextDirection: String, Hashable, Codable, Sendable {
  case rightToLeft = "rtl"
  case leftToRight = "ltr"

  /// The other way.
  public var opposite: TextDirection { self == .rightToLeft ? .leftToRight : .rightToLeft }
}

/// Where lines stand in their block.
public enum TextAlignment: String, Hashable, Codable, Sendable {
  /// At the edge where reading starts.
  case start
  case center
  /// At the edge where reading ends.
  case end
}

/// How heavy letters are.
public enum FontWeight: String, Hashable, Codable, Sendable {
  case regular
  case bold
}

/// The letters of a block.
public struct TextFont: Hashable, Codable, Sendable {
  /// The family that is tried first; the style's other families fill what it lacks.
  public var family: String
  /// The size in points.
  public var size: Double
  /// The weight.
  public var weight: FontWeight

  /// Letters of a family, a size in points and a weight.
  public init(family: String, size: Double, weight: FontWeight = .regular) {
    self.family = family
    self.size = size
    self.weight = weight
  }
}

/// A paragraph to be drawn: its words in logical order, and how.
///
/// The line height is the block's own and never the fonts', because one fallback glyph would else
/// push the lines apart and the measured boxes with them.
public struct TextBlock: Hashable, Sendable {
  /// The words in the order they are read aloud.
  public var text: String
  /// The letters.
  public var font: TextFont
  /// The colour of the letters.
  public var color: Color
  /// The width lines are broken at, in points; `nil` for one line as long as it gets.
  public var width: Double?
  /// Where lines stand in the width.
  public var alignment: TextAlignment
  /// The way the paragraph runs, whatever its first letter.
  public var direction: TextDirection
  /// From one baseline to the next, in points.
  public var lineHeight: Double
  /// After how many lines the rest becomes an ellipsis; `nil` for never.
  public var maxLines: Int?

  /// A paragraph.
  public init(
    _ text: String,
    font: TextFont,
    color: Color,
    width: Double? = nil,
    alignment: TextAlignment = .start,
    direction: TextDirection,
    lineHeight: Double,
    maxLines: Int? = nil
  ) {
    self.text = text
    self.font = font
    self.color = color
    self.width = width
    self.alignment = alignment
    self.direction = direction
    self.lineHeight = lineHeight
    self.maxLines = maxLines
  }
}

/// How a block falls into lines.
public struct TextMeasure: Hashable, Sendable {
  /// One line of a block.
  public struct Line: Hashable, Sendable {
    /// Where it begins in the block's text, in UTF-8 bytes.
    public var start: Int
    /// Where it ends, in UTF-8 bytes.
    public var end: Int
    /// How wide it is, in points.
    public var width: Double

    /// A line by its bytes and its width.
    public init(start: Int, end: Int, width: Double) {
      self.start = start
      self.end = end
      self.width = width
    }
  }

  /// The lines from the top.
  public var lines: [Line]
  /// From one baseline to the next, in points.
  public var lineHeight: Double
  /// Whether an ellipsis stands for the rest of the text.
  public var isCut: Bool

  /// Lines and their height.
  public init(lines: [Line], lineHeight: Double, isCut: Bool = false) {
    self.lines = lines
    self.lineHeight = lineHeight
    self.isCut = isCut
  }

  /// The widest line and the height of all lines, in points.
  public var size: Size {
    Size(
      width: lines.reduce(0) { max($0, $1.width) },
      height: Double(lines.count) * lineHeight
    )
  }
}

/// Tells how a block will fall into lines; layout needs no more of a font than that.
public protocol TextMeasurer {
  /// The lines of a block at its width.
  func measure(_ block: TextBlock) -> TextMeasure
}

/// A family of fonts that text may be drawn with, and where its files are.
public struct FontFamily: Hashable, Codable, Sendable {
  /// The family's name, as the font files themselves give it.
  public var family: String
  /// The files that hold it, without a folder.
  public var files: [String]
  /// The Debian package that installs the files.
  public var package: String

  /// A family, its files and their package.
  public init(family: String, files: [String], package: String) {
    self.family = family
    self.files = files
    self.package = package
  }
}
