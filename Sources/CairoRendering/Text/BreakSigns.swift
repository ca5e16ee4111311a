import CPangoCairo

/// Where a text may be broken, and where it is blank, by its bytes.
struct BreakSigns: Equatable {
  private static let start: UInt8 = 1
  private static let blank: UInt8 = 2
  private static let mayBreak: UInt8 = 4
  private static let tiedSpace: UInt8 = 8
  private static let tiedSign: UInt8 = 16
  private var signs: [UInt8]

  /// - Parameter asksPango: whether a plain text is left to Pango, too.
  init(_ bytes: [UInt8], level: UInt8, asksPango: Bool = false) {
    signs = [UInt8](repeating: 0, count: bytes.count)
    defer { tie(bytes) }
    if !asksPango, readPlain(bytes) { return }
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

  /// Reads a text of words, numbers, single spaces and the common stops, quotes and brackets by the
  /// rules of UAX 14 that they need; `false` when there is anything else in it, or a place that needs
  /// another rule.
  private mutating func readPlain(_ bytes: [UInt8]) -> Bool {
    var last = Kind.none
    var beforeSpace = Kind.none
    var beforeSlash = Kind.none
    var index = 0
    while index < bytes.count {
      guard let (kind, length) = BreakSigns.kind(in: bytes, at: index) else { return false }
      var sign = BreakSigns.start
      // LB18: a break after spaces, unless a rule before it forbids.
      if last == .space { sign |= BreakSigns.mayBreak }
      switch kind {
      case .none: return false
      case .space:
        // LB14 keeps a bracket with what comes behind its space.
        guard last != .none, last != .space, last != .open, last != .slash else { return false }
        sign = BreakSigns.start | BreakSigns.blank
        beforeSpace = last
      case .letter: if last == .slash { sign |= BreakSigns.mayBreak }
      // LB25 keeps «12/5» whole.
      case .digit: if last == .slash, beforeSlash != .digit { sign |= BreakSigns.mayBreak }
      case .mark: guard last == .letter || last == .mark else { return false }
      case .open:
        // LB15 keeps it with a quote before the space.
        guard last == .none || last == .space && beforeSpace != .quote else { return false }
      case .close: guard last != .none, last != .space, last != .open else { return false }
      case .quote: guard last != .slash else { return false }
      case .stop:
        // Between letters they have rules of their own, between digits LB25.
        guard last != .none, last != .space, last != .open, last != .slash else { return false }
        let next = index + length
        switch next < bytes.count ? BreakSigns.kind(in: bytes, at: next)?.kind : .space {
        case .space, .quote, .close: break
        case .digit where last == .digit && length == 1 && bytes[index] != 0x21: break
        default: return false
        }
      case .dash:
        // LB17 keeps one dash with the next.
        guard last == .space, beforeSpace != .dash, index + length < bytes.count,
          bytes[index + length] == 0x20
        else {
          return false
        }
      case .slash:
        guard last == .letter || last == .mark || last == .digit else { return false }
        beforeSlash = last
      }
      signs[index] = sign
      last = kind
      index += length
    }
    return last != .slash
  }

  /// What a character is to the rules for breaking lines.
  private enum Kind {
    /// Nothing yet.
    case none
    /// AL
    case letter
    /// NU
    case digit
    /// CM: a vowel sign.
    case mark
    case space
    /// OP
    case open
    /// CP
    case close
    /// QU
    case quote
    /// IS and EX
    case stop
    /// HY, BA and B2 between spaces.
    case dash
    /// SY
    case slash
  }

  /// The kind and the length of a character; `nil` for one that is rare.
  private static func kind(in bytes: [UInt8], at index: Int) -> (kind: Kind, length: Int)? {
    switch bytes[index] {
    case 0x20: return (.space, 1)
    case 0x30...0x39: return (.digit, 1)
    case 0x41...0x5A, 0x61...0x7A: return (.letter, 1)
    case 0x22: return (.quote, 1)
    case 0x28, 0x5B: return (.open, 1)
    case 0x29, 0x5D: return (.close, 1)
    case 0x2C, 0x2E, 0x3A, 0x21: return (.stop, 1)
    case 0x2D: return (.dash, 1)
    case 0x2F: return (.slash, 1)
    case 0xC2:
      guard index + 1 < bytes.count, bytes[index + 1] == 0xAB || bytes[index + 1] == 0xBB else {
        return nil
      }
      return (.quote, 2)
    case 0xD8, 0xD9:
      guard index + 1 < bytes.count else { return nil }
      switch UInt16(bytes[index] & 0x1F) << 6 | UInt16(bytes[index + 1] & 0x3F) {
      case 0x60C, 0x61B, 0x61F: return (.stop, 2)
      case 0x621...0x63A, 0x640...0x64A: return (.letter, 2)
      case 0x64B...0x652: return (.mark, 2)
      case 0x660...0x669: return (.digit, 2)
      default: return nil
      }
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94
      else { return nil }
      return (.dash, 3)
    default: return nil
    }
  }

  func isStart(at index: Int) -> Bool { signs[index] & BreakSigns.start != 0 }
  func isBlank(at index: Int) -> Bool { signs[index] & BreakSigns.blank != 0 }
  func canBreak(at index: Int) -> Bool { signs[index] & BreakSigns.mayBreak != 0 }

  /// How a line may begin with a character.
  func lineBreak(at index: Int) -> LineBreak {
    let sign = signs[index]
    if sign & BreakSigns.mayBreak != 0 { return .free }
    if sign & BreakSigns.tiedSpace != 0 { return .tiedSpace }
    return sign & BreakSigns.tiedSign != 0 ? .tiedSign : .never
  }

  /// Keeps together what reads badly in two lines: words with a no-break space between them,
  /// «تموز/يوليو», and the article of «al-Kadhimi».
  private mutating func tie(_ bytes: [UInt8]) {
    for index in bytes.indices.dropFirst() where isStart(at: index) {
      switch bytes[index - 1] {
      case 0xA0 where index > 1 && bytes[index - 2] == 0xC2 && !canBreak(at: index):
        signs[index] |= BreakSigns.tiedSpace
      case UInt8(ascii: "/") where canBreak(at: index):
        guard index > 2, BreakSigns.isArabic(bytes[index - 3]), BreakSigns.isArabic(bytes[index])
        else { continue }
        signs[index] = signs[index] & ~BreakSigns.mayBreak | BreakSigns.tiedSign
      case UInt8(ascii: "-") where canBreak(at: index):
        let word = bytes[..<(index - 1)].reversed().prefix { byte in
          (0x61...0x7A).contains(byte | 0x20)
        }
        let before = index - 2 - word.count
        guard word.count == 2, before < 0 || bytes[before] == 0x20 || bytes[before] >= 0x80 else {
          continue
        }
        signs[index] = signs[index] & ~BreakSigns.mayBreak | BreakSigns.tiedSign
      default: continue
      }
    }
  }

  /// Whether an Arabic letter of the common ones begins with the byte.
  private static func isArabic(_ byte: UInt8) -> Bool { byte == 0xD8 || byte == 0xD9 }
}

/// How a line may begin with a piece of a text, from what never happens to what is usual.
enum LineBreak: UInt8, Comparable {
  /// Inside a word.
  case never
  /// Behind a slash or hyphen, when no line holds what it joins.
  case tiedSign
  /// Behind a no-break space, when no line holds what it joins.
  case tiedSpace
  /// Between words.
  case free

  static func < (first: LineBreak, second: LineBreak) -> Bool { first.rawValue < second.rawValue }
}
