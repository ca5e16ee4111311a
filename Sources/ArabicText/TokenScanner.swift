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
  enum Class {
    case letter(UInt8)
    case digit(UInt8)
    case skipped
    case space
    case newline
    case mark(Mark)
  }

  /// The two bytes of ة, the first in the low half.
  private static var tehMarbuta: UInt16 { 0xA9D8 }

  /// The writing that a word is in; a word is in one.
  private enum Script: UInt8 {
    case none
    case latin
    case arabic
    case foreign

    init(of letter: UInt8) {
      self =
        LetterCode.isArabic(letter) ? .arabic : letter == LetterCode.foreign ? .foreign : .latin
    }
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
    // Locals, for a letter written through the pointer could be any of the scanner's own fields.
    let bytes = bytes
    let letters = letters
    let start = position
    let lettersStart = letterCount
    var position = start
    var next = lettersStart
    var hash = WordHash.seed
    var script = Script.none
    var isComplete = false
    var runsOn = false
    // Most words are nothing but two-byte letters of the Arabic block: D8–DB, then 80–BF.
    let raw = UnsafeRawBufferPointer(bytes)
    while position &+ 1 < bytes.count {
      let pair = UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt16.self))
      guard pair & 0xC0FC == 0x80D8 else { break }
      let code = arabic[Int(pair & 0x0003) &<< 6 | Int(pair &>> 8 & 0x3F)]
      guard code >= 0x80 else { break }
      letters[next] = code
      next &+= 1
      hash = WordHash.adding(code, to: hash)
      position &+= 2
      if pair == Self.tehMarbuta {
        isComplete = true
        break
      }
    }
    if next > lettersStart { script = .arabic }
    scanning: while position < bytes.count {
      let lead = bytes[position]
      if lead & 0xFC == 0xD8, position + 1 < bytes.count {
        let trail = bytes[position + 1]
        if trail & 0xC0 == 0x80 {
          let code = arabic[Int(lead & 0x03) << 6 | Int(trail & 0x3F)]
          if code >= 0x80 {
            if script != .arabic {
              if script != .none { break }
              script = .arabic
            }
            if isComplete {
              runsOn = true
              break
            }
            isComplete = UInt16(lead) | UInt16(trail) << 8 == Self.tehMarbuta
            letters[next] = code
            next += 1
            hash = WordHash.adding(code, to: hash)
          } else if code != LetterCode.skipped {
            break
          }
          position += 2
          continue
        }
      }
      if lead <= 0x40 { break }
      let (scalar, width) = Self.decode(bytes, at: position)
      switch Self.classify(scalar, arabic: arabic) {
      case .letter(let code):
        let ownScript = Script(of: code)
        if script != .none, ownScript != script { break scanning }
        script = ownScript
        letters[next] = code
        next += 1
        hash = WordHash.adding(code, to: hash)
      case .skipped: break
      default: break scanning
      }
      position += width
    }
    let end = position
    if end == start { position += 1 }
    self.position = position
    letterCount = next
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
