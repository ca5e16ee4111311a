import CPangoCairo
import Drawing

/// A Pango font map over a private Fontconfig that holds the given fonts and nothing else.
///
/// Owns both. Not to be shared by tasks: Pango's objects are not made for that.
struct FontMap: ~Copyable {
  private let config: OpaquePointer
  private let map: UnsafeMutablePointer<PangoFontMap>

  /// An empty configuration as that of the process, made once.
  ///
  /// With every new map Pango has a thread read the machine's own fonts, though none of them is used.
  private static let isAlone: Bool = {
    guard let none = FcConfigCreate() else { return false }
    defer { FcConfigDestroy(none) }
    return FcConfigSetCurrent(none) != 0
  }()

  init(families: [FontFamily], folders: [String]) throws(CairoError) {
    _ = FontMap.isAlone
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
    self.config = config
    self.map = map
  }

  deinit {
    tarikh_unref(UnsafeMutableRawPointer(map))
    FcConfigDestroy(config)
  }

  /// A context that shapes with some families, the first one first.
  func context(families: String, weight: FontWeight) -> FontContext {
    FontContext(map: map, families: families, weight: weight)
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
}
