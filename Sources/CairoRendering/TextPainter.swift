import CPangoCairo
import Drawing

/// Measures text and paints it, with the same shapes for both.
///
/// One painter belongs to one task: it keeps what it has shaped, and Pango's objects must not cross
/// tasks.
public final class TextPainter: TextMeasurer {
  private let fonts: FontMap
  private let families: [String]
  private var layouts: [TextBlock: TextLayout] = [:]

  /// Shaped blocks beyond this many are dropped; a sheet of some hundred events stays below.
  private static let keptLayouts = 20_000

  /// A painter that knows the given families, the fallbacks last.
  ///
  /// - Parameter folders: where to look for font files first.
  /// - Throws: ``CairoError/fontMissing(family:file:package:)`` when a file is nowhere.
  public init(families: [FontFamily], folders: [String] = []) throws(CairoError) {
    fonts = try FontMap(families: families, folders: folders)
    self.families = families.map(\.family)
  }

  /// The lines of a block at its width.
  public func measure(_ block: TextBlock) -> TextMeasure { layout(of: block).measure }

  /// The rectangles that the ink of a placed text touches, a line each.
  public func ink(of text: PlacedText) -> [Rect] {
    layout(of: text.block).ink(at: text.origin, width: text.size.width)
  }

  func layout(of block: TextBlock) -> TextLayout {
    if let known = layouts[block] { return known }
    // The last family is the one made to fill gaps, so it comes right after the block's own.
    let order = [block.font.family] + families.reversed().filter { $0 != block.font.family }
    let made = TextLayout(block, fonts: fonts, families: order.joined(separator: ","))
    if layouts.count >= TextPainter.keptLayouts { layouts.removeAll(keepingCapacity: true) }
    layouts[block] = made
    return made
  }

  /// Paints a placed text on a canvas.
  func paint(_ text: PlacedText, on canvas: borrowing Canvas) {
    let layout = layout(of: text.block)
    canvas.setColor(text.block.color)
    for (index, line) in layout.measure.lines.enumerated() {
      guard let pango = pango_layout_get_line_readonly(layout.layout, Int32(clamping: index)) else {
        return
      }
      let start = Point(
        text.origin.x + layout.inset(of: line, in: text.size.width),
        offGrid(text.origin.y + Double(index) * layout.measure.lineHeight + layout.baseline)
      )
      for piece in ShapedLine(pango, text: text.block.text, start: start).pieces {
        canvas.show(piece)
      }
    }
  }
}
