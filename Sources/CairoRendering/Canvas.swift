import CPangoCairo
import Drawing

/// A Cairo context to draw on; owns it, and with it the surface.
struct Canvas: ~Copyable {
  let context: OpaquePointer

  /// A canvas on a surface; the canvas keeps its own reference to it.
  init(surface: OpaquePointer) throws(CairoError) {
    guard let context = cairo_create(surface) else {
      throw .refused(step: "canvas", reason: "out of memory")
    }
    // Cairo answers a failed request with a context that holds the reason.
    let status = cairo_status(context)
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_destroy(context)
      throw .refused(step: "canvas", reason: String(cString: cairo_status_to_string(status)))
    }
    self.context = context
  }

  deinit { cairo_destroy(context) }

  func check(_ step: String) throws(CairoError) {
    try CairoError.check(cairo_status(context), step)
  }

  func setColor(_ color: Color) {
    cairo_set_source_rgb(
      context,
      Double(color.red) / 255,
      Double(color.green) / 255,
      Double(color.blue) / 255
    )
  }

  /// Shows shaped glyphs together with the text they stand for, at a size in points.
  func show(_ piece: ShapedLine.Piece, size: Double) {
    guard !piece.glyphs.isEmpty,
      let font = piece.hasSigns
        ? piece.font.scaledForSigns(to: size) : piece.font.scaled(to: size)
    else { return }
    cairo_set_scaled_font(context, font)
    piece.text.withUnsafeBufferPointer { text in
      text.withMemoryRebound(to: CChar.self) { text in
        cairo_show_text_glyphs(
          context,
          text.baseAddress,
          Int32(clamping: text.count),
          piece.glyphs,
          Int32(clamping: piece.glyphs.count),
          piece.clusters,
          Int32(clamping: piece.clusters.count),
          cairo_text_cluster_flags_t(0)
        )
      }
    }
  }

  /// Draws the signs above and below a piece's letters, as mere shapes.
  func fillSigns(of piece: ShapedLine.Piece, size: Double) {
    guard !piece.signs.isEmpty, let font = piece.font.scaled(to: size) else { return }
    cairo_set_scaled_font(context, font)
    cairo_glyph_path(context, piece.signs, Int32(clamping: piece.signs.count))
    cairo_fill(context)
  }

  /// Draws the current outline's line.
  func stroke(_ stroke: Stroke) {
    setColor(stroke.color)
    cairo_set_line_width(context, stroke.width)
    cairo_set_dash(context, stroke.dash, Int32(clamping: stroke.dash.count), 0)
    cairo_stroke(context)
  }

  func fill(_ color: Color) {
    setColor(color)
    cairo_fill(context)
  }

  func trace(_ path: Path) {
    for step in path.steps {
      switch step {
      case .move(let point): cairo_move_to(context, point.x, point.y)
      case .line(let point): cairo_line_to(context, point.x, point.y)
      case .curve(let first, let second, let end):
        cairo_curve_to(context, first.x, first.y, second.x, second.y, end.x, end.y)
      case .close: cairo_close_path(context)
      }
    }
  }

  func trace(_ rect: Rect, radius: Double) {
    guard radius > 0 else {
      cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height)
      return
    }
    let corner = min(radius, rect.width / 2, rect.height / 2)
    let quarter = Double.pi / 2
    cairo_new_sub_path(context)
    cairo_arc(context, rect.maxX - corner, rect.y + corner, corner, -quarter, 0)
    cairo_arc(context, rect.maxX - corner, rect.maxY - corner, corner, 0, quarter)
    cairo_arc(context, rect.x + corner, rect.maxY - corner, corner, quarter, 2 * quarter)
    cairo_arc(context, rect.x + corner, rect.y + corner, corner, 2 * quarter, 3 * quarter)
    cairo_close_path(context)
  }
}
