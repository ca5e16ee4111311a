import CPangoCairo
import Drawing

/// Cuts paragraphs into runs of one font and direction, and those into words.
final class ParagraphShaper {
  /// What makes two paragraphs the same, whatever their size and width.
  private struct Key: Hashable {
    let text: String
    let family: String
    let weight: FontWeight
    let direction: TextDirection

    func hash(into hasher: inout Hasher) {
      // The string's own hash would normalise it first, which costs more than the look-up. Long
      // texts differ at their ends, or in length.
      var text = text
      text.withUTF8 { bytes in
        hasher.combine(bytes.count)
        hasher.combine(
          bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes).prefix(32))
        )
        hasher.combine(
          bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes).suffix(32))
        )
      }
    }
  }

  /// A family in a weight, ready to shape with.
  private struct Face {
    let context: FontContext
    let ascent: Double
    let descent: Double
    let ellipsis: ShapedWord
    let substitute: ShapedWord
  }

  private let fonts: FontMap
  private let families: [String]
  private let shaper = WordShaper()
  private var faces: [TextFont: Face] = [:]
  private var texts: [Key: ShapedText] = [:]
  /// The paragraph that was asked for last and is no beginning of the one before.
  private var last: (key: Key, text: ShapedText)?
  /// Beginnings of paragraphs: most are tries that are never asked for again.
  private var cuts: [Key: ShapedText] = [:]
  private static let keptCuts = 256
  /// The bytes of a paragraph of which a beginning may come next.
  private static let shortest = 40

  /// Paragraphs beyond this many are dropped; a sheet of some hundred events stays below.
  private static let keptTexts = 20_000

  init(fonts: consuming FontMap, families: [String]) {
    self.fonts = fonts
    self.families = families
  }

  /// The characters that no font had, so far.
  var missing: Set<UInt32> { shaper.missing }

  /// The paragraph of a block.
  func text(of block: TextBlock) -> ShapedText {
    let key = Key(
      text: block.text,
      family: block.font.family,
      weight: block.font.weight,
      direction: block.direction
    )
    if let known = texts[key] {
      if key.text.utf8.count > ParagraphShaper.shortest { last = (key, known) }
      return known
    }
    if let known = cuts[key] { return known }
    let (made, isCut) = shaped(key)
    if isCut {
      if cuts.count >= ParagraphShaper.keptCuts { cuts.removeAll(keepingCapacity: true) }
      cuts[key] = made
    } else {
      if texts.count >= ParagraphShaper.keptTexts { texts.removeAll(keepingCapacity: true) }
      texts[key] = made
    }
    return made
  }

  private func face(_ family: String, _ weight: FontWeight) -> Face {
    let key = TextFont(family: family, size: 1, weight: weight)
    if let known = faces[key] { return known }
    let order = [family] + families.filter { $0 != family }
    let context = fonts.context(families: order.joined(separator: ","), weight: weight)
    let (ascent, descent) = context.extents
    let base: UInt8 = 1
    let ellipsis = pieces(of: LetterOrder.ellipsis, context, base: base, substitute: nil)
    let substitute = pieces(of: Array("\u{2022}".utf8), context, base: base, substitute: nil)
    let face = Face(
      context: context,
      ascent: ascent,
      descent: descent,
      ellipsis: ellipsis.first?.word ?? .none,
      substitute: substitute.first?.word ?? .none
    )
    faces[key] = face
    return face
  }

  /// The paragraph, and whether it was taken from the one before.
  private func shaped(_ key: Key) -> (text: ShapedText, isCut: Bool) {
    let face = face(key.family, key.weight)
    let bytes = Array(key.text.utf8)
    let base: UInt8 = key.direction == .rightToLeft ? 1 : 0
    func text(_ pieces: [ShapedText.Piece]) -> ShapedText {
      ShapedText(
        bytes: bytes,
        pieces: pieces,
        base: base,
        ellipsis: face.ellipsis,
        ascent: face.ascent,
        descent: face.descent
      )
    }
    func pieces(from start: Int) -> [ShapedText.Piece] {
      let rest = start == 0 ? bytes : Array(bytes[start...])
      return self.pieces(
        of: rest,
        at: start,
        face.context,
        base: base,
        substitute: face.substitute
      )
    }
    if let last, last.key.family == key.family, last.key.weight == key.weight,
      last.key.direction == key.direction, let cut = CutText(bytes, of: last.text)
    {
      return (text(last.text.pieces[..<cut.kept] + pieces(from: cut.start)), true)
    }
    let made = text(pieces(from: 0))
    if bytes.count > ParagraphShaper.shortest { last = (key, made) }
    return (made, false)
  }

  /// - Parameter place: where the bytes stand in the paragraph; a line may begin there.
  private func pieces(
    of bytes: [UInt8],
    at place: Int = 0,
    _ context: FontContext,
    base: UInt8,
    substitute: ShapedWord?
  ) -> [ShapedText.Piece] {
    guard !bytes.isEmpty else { return [] }
    let signs = BreakSigns(bytes, level: base)
    var pieces: [ShapedText.Piece] = []
    context.forEachItem(of: bytes, base: base) { range, analysis in
      var start = range.lowerBound
      while start < range.upperBound {
        var end = start + 1
        let isBlank = signs.isBlank(at: start)
        while end < range.upperBound {
          if signs.isStart(at: end),
            isBlank || signs.isBlank(at: end) || signs.lineBreak(at: end) > .never
          {
            break
          }
          end += 1
        }
        // A space that ties words looks like any other, and is copied as one.
        let word = LetterOrder.isSpace(bytes, at: start) ? [0x20] : bytes[start..<end]
        pieces.append(
          ShapedText.Piece(
            word: shaper.word(word, analysis, substitute: substitute),
            start: place + start,
            level: analysis.level,
            lineBreak: start == 0 && place > 0 ? .free : signs.lineBreak(at: start),
            isBlank: isBlank
          )
        )
        start = end
      }
    }
    return pieces
  }
}
