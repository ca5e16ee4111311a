import Drawing

/// A paragraph cut into shaped words, ready to be broken at any width and drawn at any size.
final class ShapedText {
  /// A word, a space, or another piece that no line break may part.
  struct Piece {
    let word: ShapedWord
    /// Its first byte in the text.
    let start: Int
    /// How deep it is nested in text of the other direction; odd reads right to left.
    let level: UInt8
    /// Whether and when a line may begin with it.
    let lineBreak: LineBreak
    /// Whether it is a blank, which takes no room at the end of a line.
    let isBlank: Bool

    var isRightToLeft: Bool { level % 2 == 1 }
    /// Whether any line may begin with it.
    var canBegin: Bool { lineBreak == .free }
  }

  /// The text in UTF-8.
  let bytes: [UInt8]
  /// The pieces in the order they are read.
  let pieces: [Piece]
  /// The level of the paragraph: 1 for right to left.
  let base: UInt8
  /// What stands for cut text.
  let ellipsis: ShapedWord
  /// From the line's middle between ascent and descent up to the ascent, and the descent.
  let ascent: Double
  /// From the baseline to the lower edge.
  let descent: Double
  private var broken: [(size: Double, width: Double?, limit: Int?, lines: [TextLine])] = []

  init(
    bytes: [UInt8],
    pieces: [Piece],
    base: UInt8,
    ellipsis: ShapedWord,
    ascent: Double,
    descent: Double
  ) {
    self.bytes = bytes
    self.pieces = pieces
    self.base = base
    self.ellipsis = ellipsis
    self.ascent = ascent
    self.descent = descent
  }

  /// The lines of a block of this text; breaking them is cheap, the last few are kept all the same.
  func lines(for block: TextBlock) -> [TextLine] {
    let size = block.font.size
    let limit = block.width == nil ? nil : block.maxLines
    for known in broken where known.size == size && known.width == block.width {
      if known.limit == limit { return known.lines }
    }
    let lines = LineBreaker(self).lines(width: block.width.map { $0 / size }, limit: limit)
    if broken.count >= 4 { broken.removeFirst() }
    broken.append((size, block.width, limit, lines))
    return lines
  }
}

/// One line of a paragraph, in units of the font's size.
struct TextLine {
  /// A place between two clusters.
  struct Position: Hashable {
    var piece: Int
    var cluster = 0
  }

  /// Where it begins.
  var first: Position
  /// What comes behind it.
  var last: Position
  /// Its first byte, and the byte behind its last.
  var bytes: Range<Int>
  /// How wide it is, without blanks at its end.
  var width: Double
  /// Whether dots stand for the rest of the text.
  var isCut = false
}
