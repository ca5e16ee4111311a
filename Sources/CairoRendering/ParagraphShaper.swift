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
      // The string's own hash would normalise it first, which costs more than the look-up.
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      hasher.combine(weight)
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
          if signs.isStart(at: end), isBlank || signs.isBlank(at: end) || signs.canBreak(at: end) {
            break
          }
          end += 1
        }
        pieces.append(
          ShapedText.Piece(
            word: shaper.word(bytes[start..<end], analysis, substitute: substitute),
            start: place + start,
            level: analysis.level,
            canBegin: signs.canBreak(at: start) || start == 0 && place > 0,
            isBlank: isBlank
          )
        )
        start = end
      }
    }
    return pieces
  }
}

/// Where a text may be broken, and where it is blank, by its bytes.
private struct BreakSigns {
  private static let start: UInt8 = 1
  private static let blank: UInt8 = 2
  private static let mayBreak: UInt8 = 4
  private var signs: [UInt8]

  init(_ bytes: [UInt8], level: UInt8) {
    signs = [UInt8](repeating: 0, count: bytes.count)
    if readPlain(bytes) { return }
    for index in signs.indices { signs[index] = 0 }
    let count = LetterOrder.scalars(of: bytes[...])
    let attributes = [PangoLogAttr](unsafeUninitializedCapacity: count + 1) { buffer, filled in
      buffer.initialize(repeating: PangoLogAttr())
      bytes.withUnsafeBytes { text in
        pango_get_log_attrs(
          text.baseAddress?.assumingMemoryBound(to: CChar.self),
          Int32(clamping: bytes.count),
          Int32(level),
          pango_language_from_string("ar"),
          buffer.baseAddress,
          Int32(clamping: count + 1)
        )
      }
      filled = count + 1
    }
    var scalar = 0
    for index in bytes.indices where bytes[index] & 0xC0 != 0x80 {
      var sign = BreakSigns.start
      if scalar < attributes.count {
        if attributes[scalar].is_white != 0 { sign |= BreakSigns.blank }
        if attributes[scalar].is_line_break != 0 { sign |= BreakSigns.mayBreak }
      }
      signs[index] = sign
      scalar += 1
    }
  }

  /// Reads a text of Arabic words, numbers and single spaces, which breaks at its spaces and nowhere
  /// else (UAX 14: LB7, LB13, LB18, LB23, LB28); `false` when there is anything else in it.
  private mutating func readPlain(_ bytes: [UInt8]) -> Bool {
    var isAfterSpace = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      var sign = BreakSigns.start
      var length = 1
      switch byte {
      case 0x20:
        guard index > 0, !isAfterSpace else { return false }
        sign |= BreakSigns.blank
      case 0x30...0x39:
        if isAfterSpace { sign |= BreakSigns.mayBreak }
      // A comma or stop that ends a word; between letters they have rules of their own.
      case 0x2E:
        guard index > 0, !isAfterSpace, BreakSigns.endsWord(bytes, index + 1) else { return false }
      case 0xD8, 0xD9:
        guard index + 1 < bytes.count else { return false }
        length = 2
        switch UInt16(byte & 0x1F) << 6 | UInt16(bytes[index + 1] & 0x3F) {
        case 0x60C:
          guard index > 0, !isAfterSpace, BreakSigns.endsWord(bytes, index + 2) else {
            return false
          }
        case 0x621...0x63A, 0x640...0x64A:
          if isAfterSpace { sign |= BreakSigns.mayBreak }
        case 0x64B...0x652: guard index > 0, !isAfterSpace else { return false }
        default: return false
        }
      default: return false
      }
      signs[index] = sign
      isAfterSpace = byte == 0x20
      index += length
    }
    return true
  }

  private static func endsWord(_ bytes: [UInt8], _ index: Int) -> Bool {
    index >= bytes.count || bytes[index] == 0x20
  }

  func isStart(at index: Int) -> Bool { signs[index] & BreakSigns.start != 0 }
  func isBlank(at index: Int) -> Bool { signs[index] & BreakSigns.blank != 0 }
  func canBreak(at index: Int) -> Bool { signs[index] & BreakSigns.mayBreak != 0 }
}
