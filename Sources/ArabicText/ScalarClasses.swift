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

  static func classify(_ scalar: UInt32, arabic: UnsafeBufferPointer<UInt8>) -> Class {
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
