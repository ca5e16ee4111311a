/// Cuts UTF-8 bytes into tokens; the inner loop of ``FoldedText``.
struct TokenScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let letters: UnsafeMutablePointer<UInt8>
  /// How many letters were written.
  private(set) var letterCount = 0
  private var position = 0
  private var gap = Token.Gap.paragraph

  /// A scanner of bytes that writes the folded letters to a place with room for one a byte.
  init(bytes: UnsafeBufferPointer<UInt8>, letters: UnsafeMutablePointer<UInt8>) {
    self.bytes = bytes
    self.letters = letters
  }

  /// What a scalar is to the scanner.
  private enum Class {
    case letter(UInt8)
    case digit(UInt8)
    case skipped
    case space
    case newline
    case mark(Mark)
  }

  mutating func scan(into tokens: inout [Token]) {
    let count = bytes.count
    LetterCode.arabicBlock.withUnsafeBufferPointer { arabic in
      while position < count {
        let lead = bytes[position]
        // Most of Arabic text: two-byte letters of the block U+0600–U+06FF.
        if lead >= 0xD8, lead <= 0xDB, position + 1 < count, bytes[position + 1] & 0xC0 == 0x80 {
          let low = Int((lead & 0x03) << 6 | (bytes[position + 1] & 0x3F))
          let code = arabic[low]
          if code >= 0x80 {
            scanWord(into: &tokens, arabic: arabic)
            continue
          }
        }
        if lead == 0x20 {
          scanSpaces()
          continue
        }
        let (scalar, width) = Self.decode(bytes, at: position)
        switch Self.classify(scalar, arabic: arabic) {
        case .letter: scanWord(into: &tokens, arabic: arabic)
        case .digit: scanNumber(into: &tokens, arabic: arabic)
        case .skipped: position += width
        case .space:
          gap = max(gap, scalar == 0x09 ? .wide : .space)
          position += width
        case .newline:
          gap = gap >= .line ? .paragraph : .line
          position += width
        case .mark(let mark):
          let end = mark == .stop ? endOfStops(from: position + width) : position + width
          append(
            to: &tokens,
            start: position,
            end: end,
            kind: .mark,
            mark: end > position + width ? .ellipsis : mark,
            lettersStart: letterCount
          )
          position = end
        }
      }
    }
  }

  private mutating func scanSpaces() {
    let start = position
    while position < bytes.count, bytes[position] == 0x20 { position += 1 }
    gap = max(gap, position - start >= 3 ? .wide : .space)
  }

  /// Two or more full stops in a row are one ellipsis.
  private func endOfStops(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] == UInt8(ascii: ".") { end += 1 }
    return end
  }

  /// A run of letters of one script; marks inside are skipped, a change of script ends it.
  ///
  /// ة stands only at the end of a word, so letters behind it are the next word, which a page has
  /// run into this one: «السعوديةفي» is «السعودية» and «في».
  private mutating func scanWord(
    into tokens: inout [Token],
    arabic: UnsafeBufferPointer<UInt8>
  ) {
    let start = position
    let lettersStart = letterCount
    var end = position
    var next = lettersStart
    var hash = WordHash.seed
    var script: UInt8 = 0
    var isComplete = false
    var runsOn = false
    scanning: while position < bytes.count {
      let lead = bytes[position]
      if lead >= 0xD8, lead <= 0xDB, position + 1 < bytes.count,
        bytes[position + 1] & 0xC0 == 0x80
      {
        let code = arabic[Int((lead & 0x03) << 6 | (bytes[position + 1] & 0x3F))]
        if code >= 0x80 {
          if script != 0, script != 2 { break }
          if isComplete {
            runsOn = true
            break
          }
          script = 2
          isComplete = code == LetterCode.heh && lead == 0xD8 && bytes[position + 1] == 0xA9
          letters[next] = code
          next += 1
          hash = WordHash.adding(code, to: hash)
        } else if code != LetterCode.skipped {
          break
        }
        position += 2
        end = position
        continue
      }
      let (scalar, width) = Self.decode(bytes, at: position)
      switch Self.classify(scalar, arabic: arabic) {
      case .letter(let code):
        let ownScript: UInt8 = LetterCode.isArabic(code) ? 2 : code == LetterCode.foreign ? 3 : 1
        if script != 0, ownScript != script { break scanning }
        script = ownScript
        letters[next] = code
        next += 1
        hash = WordHash.adding(code, to: hash)
      case .skipped: break
      default: break scanning
      }
      position += width
      end = position
    }
    letterCount = next
    if position == start { position += 1 }
    append(
      to: &tokens,
      start: start,
      end: max(end, start + 1),
      kind: .word,
      mark: .none,
      lettersStart: lettersStart,
      letterCount: letterCount - lettersStart,
      hash: hash
    )
    if runsOn { gap = .space }
  }

  private mutating func scanNumber(
    into tokens: inout [Token],
    arabic: UnsafeBufferPointer<UInt8>
  ) {
    let start = position
    let lettersStart = letterCount
    var hash = WordHash.seed
    var value: Int32 = 0
    var digits = 0
    while position < bytes.count {
      let (scalar, width) = Self.decode(bytes, at: position)
      guard case .digit(let digit) = Self.classify(scalar, arabic: arabic) else { break }
      position += width
      letters[letterCount] = digit
      letterCount += 1
      hash = WordHash.adding(digit, to: hash)
      digits += 1
      if digits <= 9 { value = value &* 10 &+ Int32(digit &- 0x30) }
    }
    append(
      to: &tokens,
      start: start,
      end: position,
      kind: .number,
      mark: .none,
      lettersStart: lettersStart,
      letterCount: letterCount - lettersStart,
      hash: hash,
      number: digits <= 9 ? value : -1
    )
  }

  private mutating func append(
    to tokens: inout [Token],
    start: Int,
    end: Int,
    kind: Token.Kind,
    mark: Mark,
    lettersStart: Int,
    letterCount: Int = 0,
    hash: UInt64 = 0,
    number: Int32 = -1
  ) {
    tokens.append(
      Token(
        hash: hash,
        start: start,
        end: end,
        lettersStart: lettersStart,
        letterCount: letterCount,
        number: number,
        kind: kind,
        gap: gap,
        mark: mark
      )
    )
    gap = .glued
  }
}

// MARK: - Scalars

extension TokenScanner {
  /// Whether a scalar stands inside words and says nothing.
  static func isSkipped(_ scalar: UInt32) -> Bool {
    guard case .skipped = classifyAny(scalar) else { return false }
    return true
  }

  private static func classifyAny(_ scalar: UInt32) -> Class {
    LetterCode.arabicBlock.withUnsafeBufferPointer { classify(scalar, arabic: $0) }
  }

  /// The scalar at an offset and its width; U+FFFD and 1 for a byte that begins none.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (UInt32, Int) {
    let lead = bytes[offset]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead <= 0xF4, offset + width <= bytes.count else { return (0xFFFD, 1) }
    var scalar = UInt32(lead) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
    for index in 1..<width {
      let byte = bytes[offset + index]
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    return (scalar, width)
  }

  private static func classify(_ scalar: UInt32, arabic: UnsafeBufferPointer<UInt8>) -> Class {
    if scalar >= 0x0600, scalar <= 0x06FF {
      let code = arabic[Int(scalar & 0xFF)]
      if code >= 0x80 { return .letter(code) }
      if code == LetterCode.skipped { return .skipped }
      if code >= 0x30 { return .digit(code) }
    }
    if scalar < 0x80 {
      switch UInt8(truncatingIfNeeded: scalar) {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): return .letter(UInt8(scalar))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): return .letter(UInt8(scalar) | 0x20)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): return .digit(UInt8(scalar))
      case 0x20, 0x09: return .space
      case 0x0A, 0x0D: return .newline
      default: return .mark(Mark(scalar: scalar))
      }
    }
    switch scalar {
    case 0x00A0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return .space
    case 0x0085, 0x2028, 0x2029: return .newline
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0x00AD, 0xFE00...0xFE0F,
      0x0300...0x036F, 0x08D3...0x08FF:
      return .skipped
    case 0xFE70...0xFEFC: return .letter(presentationForm(scalar))
    case 0x00C0...0x024F, 0x0370...0x05F4, 0x0700...0x1FFF, 0x3040...0xD7FF, 0xFB50...0xFDFF:
      return .letter(LetterCode.foreign)
    default: return .mark(Mark(scalar: scalar))
    }
  }

  /// The letter of a presentation form B (U+FE80–U+FEF4), which old systems write instead of letters.
  private static func presentationForm(_ scalar: UInt32) -> UInt8 {
    guard scalar >= 0xFE80, scalar <= 0xFEF4 else { return LetterCode.foreign }
    // The block runs through the alphabet; each letter takes as many cells as it has shapes.
    let shapes: [(letter: UInt32, cells: UInt32)] = [
      (0x21, 1), (0x22, 2), (0x23, 2), (0x24, 2), (0x25, 2), (0x26, 4), (0x27, 2), (0x28, 4),
      (0x29, 2), (0x2A, 4), (0x2B, 4), (0x2C, 4), (0x2D, 4), (0x2E, 4), (0x2F, 2), (0x30, 2),
      (0x31, 2), (0x32, 2), (0x33, 4), (0x34, 4), (0x35, 4), (0x36, 4), (0x37, 4), (0x38, 4),
      (0x39, 4), (0x3A, 4), (0x41, 4), (0x42, 4), (0x43, 4), (0x44, 4), (0x45, 4), (0x46, 4),
      (0x47, 4), (0x48, 2), (0x49, 2), (0x4A, 4),
    ]
    var cell: UInt32 = 0xFE80
    for shape in shapes {
      cell += shape.cells
      if scalar < cell { return LetterCode.arabicBlock[Int(shape.letter)] }
    }
    return LetterCode.foreign
  }
}

extension Mark {
  /// The mark that a scalar is.
  init(scalar: UInt32) {
    switch scalar {
    case 0x2C, 0x060C, 0x066B, 0x066C: self = .comma
    case 0x3B, 0x061B: self = .semicolon
    case 0x3A: self = .colon
    case 0x2E, 0x06D4: self = .stop
    case 0x3F, 0x061F: self = .question
    case 0x21: self = .exclamation
    case 0x2026: self = .ellipsis
    case 0x2F, 0x5C, 0x2044: self = .slash
    case 0x2D, 0x2010...0x2015, 0x2212: self = .dash
    case 0x00AB, 0x201C, 0x2018, 0x2039, 0x201E: self = .openQuote
    case 0x00BB, 0x201D, 0x203A: self = .closeQuote
    case 0x22: self = .quote
    case 0x28, 0x5B, 0xFD3F: self = .openBracket
    case 0x29, 0x5D, 0xFD3E: self = .closeBracket
    case 0x25, 0x066A: self = .percent
    case 0x23: self = .hash
    case 0x5F: self = .underscore
    case 0x2022, 0x2A, 0x25CF, 0x25AA, 0x00B7, 0x25A0, 0x25B6: self = .bullet
    case 0x7C: self = .bar
    default: self = .other
    }
  }
}
