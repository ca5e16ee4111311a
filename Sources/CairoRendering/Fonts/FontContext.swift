import CPangoCairo
import Drawing

/// A Pango context for some families in a weight; owns it.
final class FontContext {
  private let context: OpaquePointer
  private let description: OpaquePointer

  /// A context whose measures are the same on paper and on any screen: no hinting, no rounding.
  init(map: UnsafeMutablePointer<PangoFontMap>, families: String, weight: FontWeight) {
    // GLib ends the process when memory is out, so that none of its objects is ever missing.
    context = pango_font_map_create_context(map)
    description = pango_font_description_new()
    pango_font_description_set_family(description, families)
    pango_font_description_set_weight(
      description,
      weight == .bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL
    )
    pango_font_description_set_absolute_size(description, pangoUnits(ShapingFont.size))
    let options = cairo_font_options_create()
    defer { cairo_font_options_destroy(options) }
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    pango_context_set_round_glyph_positions(context, 0)
    pango_context_set_language(context, pango_language_from_string("ar"))
    pango_context_set_font_description(context, description)
  }

  deinit {
    pango_font_description_free(description)
    tarikh_unref(UnsafeMutableRawPointer(context))
  }

  /// The first family's ascent and descent, in units of the size.
  var extents: (ascent: Double, descent: Double) {
    guard let font = pango_context_load_font(context, description) else { return (1, 0.3) }
    defer { tarikh_unref(UnsafeMutableRawPointer(font)) }
    var ascent = 0.0
    var descent = 0.0
    tarikh_font_extents(font, &ascent, &descent)
    let unit = ShapingFont.size * 1024
    return (ascent / unit, descent / unit)
  }

  /// Goes over the runs of one font and direction, in the order of reading.
  func forEachItem(
    of bytes: [UInt8],
    base: UInt8,
    _ body: (Range<Int>, PangoAnalysis) -> Void
  ) {
    bytes.withUnsafeBytes { text in
      let items = pango_itemize_with_base_dir(
        context,
        base % 2 == 1 ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR,
        text.baseAddress?.assumingMemoryBound(to: CChar.self),
        0,
        Int32(clamping: bytes.count),
        nil,
        nil
      )
      var node = items
      while let current = node {
        node = current.pointee.next
        guard let item = tarikh_item(current) else { continue }
        let start = Int(item.pointee.offset)
        let end = start + Int(item.pointee.length)
        if start >= 0, start < end, end <= bytes.count { body(start..<end, item.pointee.analysis) }
        pango_item_free(item)
      }
      g_list_free(items)
    }
  }
}
