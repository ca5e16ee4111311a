import CPangoCairo
import Drawing

/// Shapes words, each once for a font: a news sheet says the same words again and again.
final class WordShaper {
  /// A word as it meets a font.
  private struct WordKey: Hashable {
    let word: [UInt8]
    let font: UnsafeMutablePointer<PangoFont>
    let isRightToLeft: Bool
    let script: UInt8

    func hash(into hasher: inout Hasher) {
      word.withUnsafeBytes { hasher.combine(bytes: $0) }
      hasher.combine(font)
    }
  }

  private let glyphs: UnsafeMutablePointer<PangoGlyphString> = pango_glyph_string_new()
  private var words: [WordKey: ShapedWord] = [:]
  private var fonts: [UnsafeMutablePointer<PangoFont>: ShapingFont] = [:]
  /// The characters that no font had.
  private(set) var missing: Set<UInt32> = []

  /// Words beyond this many are dropped; a sheet of a thousand events has some ten thousand.
  private static let keptWords = 30_000

  deinit { pango_glyph_string_free(glyphs) }

  /// The font of an item of text, kept as long as the shaper.
  func font(_ font: UnsafeMutablePointer<PangoFont>) -> ShapingFont {
    if let known = fonts[font] { return known }
    let made = ShapingFont(font)
    fonts[font] = made
    return made
  }

  /// Shapes some bytes of one item.
  ///
  /// - Parameter substitute: what stands for a character that no font has.
  func word(
    _ bytes: ArraySlice<UInt8>,
    _ analysis: PangoAnalysis,
    substitute: ShapedWord?
  ) -> ShapedWord {
    guard let pango = analysis.font else { return ShapedWord.none }
    let key = WordKey(
      word: Array(bytes),
      font: pango,
      isRightToLeft: analysis.level % 2 == 1,
      script: analysis.script
    )
    if let known = words[key] { return known }
    let made = shape(key, analysis, substitute: substitute)
    if words.count >= WordShaper.keptWords { words.removeAll(keepingCapacity: true) }
    words[key] = made
    return made
  }

  private func shape(
    _ key: WordKey,
    _ analysis: PangoAnalysis,
    substitute: ShapedWord?
  ) -> ShapedWord {
    var analysis = analysis
    let count = Int32(clamping: key.word.count)
    key.word.withUnsafeBytes { bytes in
      let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      pango_shape_full(text, count, text, count, &analysis, glyphs)
    }
    let number = Int(glyphs.pointee.num_glyphs)
    guard number > 0, let infos = glyphs.pointee.glyphs, let starts = glyphs.pointee.log_clusters
    else { return ShapedWord.none }

    var builder = WordBuilder(font: font(key.font), substitute: substitute)
    for index in 0..<number {
      let info = infos[index]
      builder.begin(at: Int(starts[index]))
      if info.glyph & PangoGlyph(PANGO_GLYPH_UNKNOWN_FLAG) != 0 {
        let character = info.glyph & ~PangoGlyph(PANGO_GLYPH_UNKNOWN_FLAG)
        missing.insert(UInt32(truncatingIfNeeded: character))
        builder.addSubstitute()
      } else {
        builder.add(info, limitsKerning: key.isRightToLeft)
      }
    }
    return builder.word(bytes: key.word.count, isRightToLeft: key.isRightToLeft)
  }
}

/// Gathers the glyphs of a word, from left to right, into clusters.
private struct WordBuilder {
  private struct Open {
    let start: Int
    var advance = 0.0
    var first: Int
    var end: Int
    var font = 0
  }

  private var fonts: [ShapingFont]
  private let substitute: ShapedWord?
  private var clusters: [Open] = []
  private var glyphs: [ShapedWord.Glyph] = []

  /// The widest gap inside a word, as a share of the size: from a tenth on, readers of PDF take it
  /// for a space («أبر يل»).
  private static let kerningLimit = 0.095

  init(font: ShapingFont, substitute: ShapedWord?) {
    fonts = [font]
    self.substitute = substitute
  }

  mutating func begin(at start: Int) {
    guard clusters.last?.start != start else { return }
    clusters.append(Open(start: start, first: glyphs.count, end: glyphs.count))
  }

  mutating func add(_ info: PangoGlyphInfo, limitsKerning: Bool) {
    let unit = ShapingFont.size
    var x = points(info.geometry.x_offset) / unit
    var width = points(info.geometry.width) / unit
    // Kerning beyond the limit is taken off; a hair that no eye sees.
    if limitsKerning, width > 0, x > WordBuilder.kerningLimit {
      width -= x - WordBuilder.kerningLimit
      x = WordBuilder.kerningLimit
    }
    let last = clusters.count - 1
    if info.glyph != PangoGlyph(PANGO_GLYPH_EMPTY) {
      glyphs.append(
        ShapedWord.Glyph(
          index: UInt(info.glyph),
          x: clusters[last].advance + x,
          y: points(info.geometry.y_offset) / unit
        )
      )
      clusters[last].end = glyphs.count
    }
    clusters[last].advance += width
  }

  /// One sign stands for a cluster, however many characters of it no font has.
  mutating func addSubstitute() {
    let last = clusters.count - 1
    guard let substitute, let sign = substitute.clusters.first,
      clusters[last].end == clusters[last].first
    else { return }
    for glyph in substitute.glyphs[sign.glyphs] { glyphs.append(glyph) }
    clusters[last].end = glyphs.count
    clusters[last].advance = sign.advance
    clusters[last].font = place(of: substitute.fonts[sign.font])
  }

  private mutating func place(of font: ShapingFont) -> Int {
    if let known = fonts.firstIndex(where: { $0 === font }) { return known }
    fonts.append(font)
    return fonts.count - 1
  }

  func word(bytes: Int, isRightToLeft: Bool) -> ShapedWord {
    let ordered = isRightToLeft ? clusters.reversed() : clusters
    var made: [ShapedWord.Cluster] = []
    made.reserveCapacity(ordered.count)
    for (index, cluster) in ordered.enumerated() {
      let end = index + 1 < ordered.count ? ordered[index + 1].start : bytes
      // A sign that takes no room of its own belongs to the letter before it.
      if abs(cluster.advance) < 1e-6, cluster.first < cluster.end, let letter = made.last,
        letter.font == cluster.font, !letter.glyphs.isEmpty,
        letter.glyphs.lowerBound == cluster.end || letter.glyphs.upperBound == cluster.first
      {
        let lower = min(letter.glyphs.lowerBound, cluster.first)
        let upper = max(letter.glyphs.upperBound, cluster.end)
        made[made.count - 1] = ShapedWord.Cluster(
          start: letter.start,
          end: max(letter.end, end),
          advance: letter.advance,
          glyphs: lower..<upper,
          letter: letter.letter,
          letterEnd: letter.letterEnd,
          font: letter.font
        )
        continue
      }
      made.append(
        ShapedWord.Cluster(
          start: cluster.start,
          end: max(cluster.start, end),
          advance: cluster.advance,
          glyphs: cluster.first..<cluster.end,
          letter: cluster.first..<cluster.end,
          letterEnd: max(cluster.start, end),
          font: cluster.font
        )
      )
    }
    return ShapedWord(clusters: made, glyphs: glyphs, fonts: fonts)
  }
}
