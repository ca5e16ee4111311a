import CPangoCairo
import Drawing

/// One block as Pango laid it out; owns the layout.
final class TextLayout {
  let layout: OpaquePointer
  let block: TextBlock
  let measure: TextMeasure
  /// From the top of a line to its baseline, in points.
  let baseline: Double

  init(_ block: TextBlock, fonts: borrowing FontMap, families: String) {
    let context = fonts.context(for: block.direction)
    let layout: OpaquePointer = pango_layout_new(context)
    let description = pango_font_description_new()
    defer { pango_font_description_free(description) }
    pango_font_description_set_family(description, families)
    pango_font_description_set_weight(
      description,
      block.font.weight == .bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL
    )
    pango_font_description_set_absolute_size(description, pangoUnits(block.font.size))
    pango_layout_set_font_description(layout, description)
    pango_layout_set_auto_dir(layout, 0)
    pango_layout_set_single_paragraph_mode(layout, 1)
    if let width = block.width {
      pango_layout_set_width(layout, Int32(min(max(0, pangoUnits(width).rounded(.up)), 1e9)))
      // A word longer than the line breaks inside: better than to leave the page.
      pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
      if let lines = block.maxLines {
        pango_layout_set_height(layout, -Int32(clamping: max(1, lines)))
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
      }
    }
    // Pango ends the text at a NUL byte; layout cleans text, this guards against other callers.
    pango_layout_set_text(layout, block.text, -1)

    var lines: [TextMeasure.Line] = []
    for index in 0..<max(1, pango_layout_get_line_count(layout)) {
      guard let line = pango_layout_get_line(layout, index) else { break }
      TextLayout.limitKerning(of: line, to: block.font.size * TextLayout.kerningLimit)
      var logical = PangoRectangle()
      pango_layout_line_get_extents(line, nil, &logical)
      let start = Int(line.pointee.start_index)
      lines.append(
        TextMeasure.Line(
          start: start,
          end: start + Int(line.pointee.length),
          width: points(logical.width)
        )
      )
    }
    measure = TextMeasure(
      lines: lines,
      lineHeight: block.lineHeight,
      isCut: pango_layout_is_ellipsized(layout) != 0
    )

    let metrics = pango_context_get_metrics(context, description, nil)
    defer { pango_font_metrics_unref(metrics) }
    let ascent = points(pango_font_metrics_get_ascent(metrics))
    let descent = points(pango_font_metrics_get_descent(metrics))
    baseline = (block.lineHeight - ascent - descent) / 2 + ascent
    self.layout = layout
    self.block = block
  }

  /// The widest gap inside a word, as a share of the size: from a tenth on, readers of PDF take it
  /// for a space («أبر يل»).
  private static let kerningLimit = 0.095

  /// Takes off what kerning puts between two letters beyond a limit; a hair that no eye sees.
  private static func limitKerning(of line: UnsafeMutablePointer<PangoLayoutLine>, to limit: Double)
  {
    let most = Int32(pangoUnits(limit))
    var node = line.pointee.runs
    while let current = node {
      node = current.pointee.next
      guard let run = tarikh_run(current), let string = run.pointee.glyphs,
        let item = run.pointee.item, item.pointee.analysis.level % 2 == 1,
        let glyphs = string.pointee.glyphs
      else { continue }
      for index in 0..<Int(string.pointee.num_glyphs) {
        let geometry = glyphs[index].geometry
        guard geometry.width > 0, geometry.x_offset > most else { continue }
        glyphs[index].geometry.width -= geometry.x_offset - most
        glyphs[index].geometry.x_offset = most
      }
    }
  }

  deinit { tarikh_unref(UnsafeMutableRawPointer(layout)) }

  /// Where a line's left edge stands inside a block of a width.
  func inset(of line: TextMeasure.Line, in width: Double) -> Double {
    let room = width - line.width
    switch block.alignment {
    case .center: return room / 2
    case .start: return block.direction == .rightToLeft ? room : 0
    case .end: return block.direction == .rightToLeft ? 0 : room
    }
  }

  /// The rectangles that ink really touches, a line each, for a block at a place.
  func ink(at origin: Point, width: Double) -> [Rect] {
    var rects: [Rect] = []
    for (index, line) in measure.lines.enumerated() {
      guard let pango = pango_layout_get_line_readonly(layout, Int32(clamping: index)) else {
        break
      }
      var ink = PangoRectangle()
      pango_layout_line_get_extents(pango, &ink, nil)
      guard ink.width > 0, ink.height > 0 else { continue }
      rects.append(
        Rect(
          x: origin.x + inset(of: line, in: width) + points(ink.x),
          y: origin.y + Double(index) * measure.lineHeight + baseline + points(ink.y),
          width: points(ink.width),
          height: points(ink.height)
        )
      )
    }
    return rects
  }
}

/// Points in Pango's units, 1024 to the point.
func pangoUnits(_ points: Double) -> Double { points * 1024 }

/// Pango's units in points.
func points(_ units: Int32) -> Double { Double(units) / 1024 }
