import CPangoCairo
import Drawing

/// Measures text and paints it, with the same shapes for both.
///
/// One painter belongs to one task: it keeps what it has shaped, and Pango's objects must not cross
/// tasks.
public final class TextPainter: TextMeasurer {
  private let shaper: ParagraphShaper

  /// A painter that knows the given families; what a block's own lacks, they fill in their order.
  ///
  /// - Parameter folders: where to look for font files first.
  /// - Throws: ``CairoError/fontMissing(family:file:package:)`` when a file is nowhere.
  public init(families: [FontFamily], folders: [String] = []) throws(CairoError) {
    shaper = ParagraphShaper(
      fonts: try FontMap(families: families, folders: folders),
      families: families.map(\.family)
    )
  }

  /// The lines of a block at its width.
  public func measure(_ block: TextBlock) -> TextMeasure { layout(of: block).measure }

  /// The rectangles that the ink of a placed text touches, a line each.
  public func ink(of text: PlacedText) -> [Rect] {
    layout(of: text.block).ink(at: text.origin, width: text.size.width)
  }

  /// The characters met so far that no font has; a dot stands for each, and it copies as itself.
  public var missingCharacters: [Unicode.Scalar] {
    shaper.missing.sorted().compactMap(Unicode.Scalar.init)
  }

  /// The words of each line of a placed text.
  func words(of text: PlacedText) -> [TextLayout.Words] {
    layout(of: text.block).words(at: text.origin, width: text.size.width)
  }

  private func layout(of block: TextBlock) -> TextLayout { TextLayout(shaped(block), block) }

  /// The paragraph of a block, in words.
  func shaped(_ block: TextBlock) -> ShapedText { shaper.text(of: block) }

  /// Paints a placed text on a canvas.
  func paint(_ text: PlacedText, on canvas: borrowing Canvas) {
    canvas.setColor(text.block.color)
    let lines = layout(of: text.block).placed(at: text.origin, width: text.size.width)
    var pieces: [ShapedLine.Piece] = []
    for line in lines { line.add(to: &pieces) }
    for piece in pieces { canvas.show(piece, size: text.block.font.size) }
    // A shape between the letters of a word would part it in some readers.
    for piece in pieces { canvas.fillSigns(of: piece, size: text.block.font.size) }
  }
}
