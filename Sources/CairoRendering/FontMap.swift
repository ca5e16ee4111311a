import CPangoCairo
import Drawing

/// A Pango font map over a private Fontconfig that holds the given fonts and nothing else.
///
/// Owns both and the two Pango contexts, one for each way of reading. Not to be shared by tasks:
/// Pango's objects are not made for that.
struct FontMap: ~Copyable {
  private let config: OpaquePointer
  private let map: UnsafeMutablePointer<PangoFontMap>
  private let rightToLeft: OpaquePointer
  private let leftToRight: OpaquePointer

  init(families: [FontFamily], folders: [String]) throws(CairoError) {
    guard let config = FcConfigCreate() else {
      throw .refused(step: "fonts", reason: "out of memory")
    }
    do throws(CairoError) {
      try FontMap.load(families, into: config, from: FontFinder(folders: folders))
    } catch {
      FcConfigDestroy(config)
      throw error
    }
    guard let map = tarikh_font_map_new() else {
      FcConfigDestroy(config)
      throw .refused(step: "fonts", reason: "Pango was built without FreeType")
    }
    // Points are the unit everywhere: at 72 dots an inch one Pango unit is 1/1024 point.
    tarikh_font_map_set_resolution(map, 72)
    tarikh_font_map_set_config(map, config)
    // GLib ends the process when memory is out, so that none of its objects is ever missing.
    guard let rightToLeft = FontMap.context(of: map, PANGO_DIRECTION_RTL),
      let leftToRight = FontMap.context(of: map, PANGO_DIRECTION_LTR)
    else {
      tarikh_unref(UnsafeMutableRawPointer(map))
      FcConfigDestroy(config)
      throw .refused(step: "fonts", reason: "out of memory")
    }
    self.config = config
    self.map = map
    self.rightToLeft = rightToLeft
    self.leftToRight = leftToRight
  }

  deinit {
    tarikh_unref(UnsafeMutableRawPointer(rightToLeft))
    tarikh_unref(UnsafeMutableRawPointer(leftToRight))
    tarikh_unref(UnsafeMutableRawPointer(map))
    FcConfigDestroy(config)
  }

  /// The context for text of a direction; owned by the map.
  func context(for direction: TextDirection) -> OpaquePointer {
    direction == .rightToLeft ? rightToLeft : leftToRight
  }

  private static func load(
    _ families: [FontFamily],
    into config: OpaquePointer,
    from finder: FontFinder
  ) throws(CairoError) {
    for family in families {
      for file in family.files {
        guard let path = finder.path(of: file) else {
          throw .fontMissing(family: family.family, file: file, package: family.package)
        }
        guard FcConfigAppFontAddFile(config, path) != 0 else {
          throw .fontUnreadable(file: path)
        }
      }
    }
  }

  /// A context whose measures are the same on paper and on any screen: no hinting, no rounding.
  private static func context(
    of map: UnsafeMutablePointer<PangoFontMap>,
    _ direction: PangoDirection
  ) -> OpaquePointer? {
    guard let context = pango_font_map_create_context(map) else { return nil }
    let options = cairo_font_options_create()
    defer { cairo_font_options_destroy(options) }
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    pango_context_set_round_glyph_positions(context, 0)
    pango_context_set_base_dir(context, direction)
    pango_context_set_language(context, pango_language_from_string("ar"))
    return context
  }
}
