import CPangoCairo

/// A word as a font shapes it, in units of the font's size.
///
/// Nothing is hinted and nothing rounded, so one shaping serves every size; and a letter never joins
/// across a space, so one shaping serves every line the word stands in.
final class ShapedWord {
  /// A glyph of a cluster.
  struct Glyph {
    let index: UInt
    /// From the cluster's left edge.
    let x: Double
    /// From the baseline, downwards.
    let y: Double
  }

  /// Some bytes of the word and the glyphs that show them; small, as there are very many.
  struct Cluster {
    /// How wide it is.
    let advance: Double
    private let places: (start: Int32, end: Int32, letterEnd: Int32)
    private let glyphPlaces: (start: Int32, end: Int32)
    private let letterPlaces: (start: Int32, end: Int32)
    private let fontPlace: Int32

    init(
      start: Int,
      end: Int,
      advance: Double,
      glyphs: Range<Int>,
      letter: Range<Int>,
      letterEnd: Int,
      font: Int
    ) {
      self.advance = advance
      places = (Int32(clamping: start), Int32(clamping: end), Int32(clamping: letterEnd))
      glyphPlaces = (Int32(clamping: glyphs.lowerBound), Int32(clamping: glyphs.upperBound))
      letterPlaces = (Int32(clamping: letter.lowerBound), Int32(clamping: letter.upperBound))
      fontPlace = Int32(clamping: font)
    }

    /// Its first byte in the word.
    var start: Int { Int(places.start) }
    /// The byte behind it.
    var end: Int { Int(places.end) }
    /// Where its glyphs stand, from left to right.
    var glyphs: Range<Int> { Int(glyphPlaces.start)..<Int(glyphPlaces.end) }
    /// The glyphs of its letter, without those of signs above and below it.
    var letter: Range<Int> { Int(letterPlaces.start)..<Int(letterPlaces.end) }
    /// The byte of the word behind its letter, where the signs begin.
    var letterEnd: Int { Int(places.letterEnd) }
    /// The font of its glyphs, by its place among those of the word.
    var font: Int { Int(fontPlace) }
  }

  /// The fonts of its glyphs.
  let fonts: [ShapingFont]

  /// The clusters in the order they are read.
  let clusters: [Cluster]
  /// The glyphs of all clusters.
  let glyphs: [Glyph]
  /// How wide the word is.
  let advance: Double

  /// What it looks like as a whole, once it was drawn; inside, `nil` when that depends on the line.
  var print: WordPrint??

  /// A word of nothing.
  static var none: ShapedWord { ShapedWord(clusters: [], glyphs: [], fonts: []) }

  init(clusters: [Cluster], glyphs: [Glyph], fonts: [ShapingFont]) {
    self.fonts = fonts
    // Copies without the room that arrays grow with: a sheet has many thousand words.
    self.clusters = clusters.withUnsafeBufferPointer { Array($0) }
    self.glyphs = glyphs.withUnsafeBufferPointer { Array($0) }
    advance = clusters.reduce(0) { $0 + $1.advance }
  }
}

/// A word ready to be shown: glyphs from left to right in units of the size, and what they tell.
struct WordPrint {
  var glyphs: [cairo_glyph_t]
  var clusters: [cairo_text_cluster_t]
  var text: [UInt8]
}

/// A font that text is shaped with; holds a reference to it.
final class ShapingFont {
  /// Fonts are loaded at this size, in points; measures are shares of it.
  static let size = 1000.0

  let font: UnsafeMutablePointer<PangoFont>
  private var scaled: [Double: OpaquePointer] = [:]
  /// The face for signs; inside, `nil` when it cannot be had.
  private var secondFace: OpaquePointer??
  private var secondScaled: [Double: OpaquePointer] = [:]

  init(_ font: UnsafeMutablePointer<PangoFont>) {
    tarikh_ref(UnsafeMutableRawPointer(font))
    self.font = font
  }

  deinit {
    for font in scaled.values { cairo_scaled_font_destroy(font) }
    for font in secondScaled.values { cairo_scaled_font_destroy(font) }
    if case let face?? = secondFace { cairo_font_face_destroy(face) }
    tarikh_unref(UnsafeMutableRawPointer(font))
  }

  /// The font as Cairo draws it at a size in points; `nil` when it failed to load.
  func scaled(to size: Double) -> OpaquePointer? {
    if let known = scaled[size] { return known }
    guard let large = tarikh_scaled_font(font), let face = cairo_scaled_font_get_font_face(large)
    else { return nil }
    if scaled.isEmpty { tarikh_drop_charmap(large) }
    let made = scaled(face, to: size, like: large)
    scaled[size] = made
    return made
  }

  /// The same font once more, for letters that stand for their vowel signs too.
  ///
  /// A PDF tells one text for each glyph of a font. A second copy of the font tells another one, and
  /// holds no more than the few glyphs it is used for.
  func scaledForSigns(to size: Double) -> OpaquePointer? {
    if let known = secondScaled[size] { return known }
    guard let large = tarikh_scaled_font(font), let second else { return scaled(to: size) }
    let made = scaled(second, to: size, like: large)
    secondScaled[size] = made
    return made ?? scaled(to: size)
  }

  private var second: OpaquePointer? {
    if let secondFace { return secondFace }
    let made = tarikh_second_face(font)
    secondFace = .some(made)
    return made
  }

  private func scaled(
    _ face: OpaquePointer,
    to size: Double,
    like large: OpaquePointer
  ) -> OpaquePointer? {
    guard let options = cairo_font_options_create() else { return nil }
    defer { cairo_font_options_destroy(options) }
    cairo_scaled_font_get_font_options(large, options)
    var matrix = cairo_matrix_t()
    cairo_matrix_init_scale(&matrix, size, size)
    var identity = cairo_matrix_t()
    cairo_matrix_init_identity(&identity)
    guard let made = cairo_scaled_font_create(face, &matrix, &identity, options) else { return nil }
    guard cairo_scaled_font_status(made) == CAIRO_STATUS_SUCCESS else {
      cairo_scaled_font_destroy(made)
      return nil
    }
    return made
  }

  /// The rectangle a glyph's ink touches, in units of the size, from its own place.
  func ink(of glyph: UInt) -> (x: Double, y: Double, width: Double, height: Double) {
    var ink = PangoRectangle()
    pango_font_get_glyph_extents(font, PangoGlyph(truncatingIfNeeded: glyph), &ink, nil)
    return (
      points(ink.x) / ShapingFont.size, points(ink.y) / ShapingFont.size,
      points(ink.width) / ShapingFont.size, points(ink.height) / ShapingFont.size
    )
  }
}

/// Points in Pango's units, 1024 to the point.
func pangoUnits(_ points: Double) -> Double { points * 1024 }

/// Pango's units in points.
func points(_ units: Int32) -> Double { Double(units) / 1024 }
