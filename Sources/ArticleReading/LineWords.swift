import ArabicText

/// The folded words and numbers of a line, with the marks that matter between them.
struct LineWords {
  /// A folded word or number.
  struct Word {
    /// Its hash.
    let hash: UInt64
    /// The offset in the text where it begins.
    let start: Int
    /// The offset in the text where it ends.
    let end: Int
    fileprivate var kind: Kind
  }

  /// The words and numbers.
  private(set) var all: [Word] = []
  /// Whether all words of the line are here.
  let isWhole: Bool
  /// Whether a number is among them.
  private(set) var hasNumber = false
  /// Whether a mark that only sentences carry is among them.
  private(set) var hasSentenceMark = false
  /// The offset after the first mark that ends a sentence.
  private(set) var sentenceEnd: Int?

  /// Whether a slash, dash or colon stands between numbers, as in dates and times.
  private var hasFieldMark = false

  /// What is known of a word beside its letters.
  fileprivate struct Kind: OptionSet {
    let rawValue: UInt8
    static let number = Kind(rawValue: 1)
    /// Part of a hashtag, where words are written together on purpose.
    static let tag = Kind(rawValue: 2)
    /// Longer than Arabic words get.
    static let overlong = Kind(rawValue: 4)
    /// A colon, a bar or a dash follows.
    static let label = Kind(rawValue: 8)
  }

  /// The words in a range of a text.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isWhole: Bool) {
    self.isWhole = isWhole
    append(bytes, range)
  }

  /// Adds the words of another range, which may begin and end inside a character.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return }
    let tokens = FoldedText.tokens(of: UnsafeBufferPointer(rebasing: bytes[range]))
    let base = range.lowerBound
    all.reserveCapacity(all.count + tokens.count)
    var isTag = false
    for (index, token) in tokens.enumerated() {
      if token.kind == .mark {
        mark(token, isLast: index == tokens.count - 1, base: base)
        isTag = token.mark == .hash || (isTag && token.mark == .underscore)
        continue
      }
      var kind = Kind()
      if token.kind == .number {
        hasNumber = true
        kind.insert(.number)
      }
      if isTag { kind.insert(.tag) }
      if token.letterCount >= 18 { kind.insert(.overlong) }
      all.append(
        Word(
          hash: token.hash,
          start: base + Int(token.start),
          end: base + Int(token.end),
          kind: kind
        )
      )
      isTag = false
    }
  }

  private mutating func mark(_ token: Token, isLast: Bool, base: Int) {
    switch token.mark {
    case .colon, .bar, .slash, .dash:
      if !all.isEmpty, token.mark != .slash { all[all.count - 1].kind.insert(.label) }
      hasFieldMark = true
    default: break
    }
    switch token.mark {
    case .comma, .semicolon, .colon, .question, .exclamation, .quote, .openQuote, .closeQuote:
      hasSentenceMark = true
    case .stop where !isLast: hasSentenceMark = true
    default: break
    }
    switch token.mark {
    case .stop, .question, .exclamation, .ellipsis:
      // A stop inside a number or an address ends nothing; the next token tells, but a sentence
      // cut early only leaves furniture unmarked.
      if sentenceEnd == nil, !all.isEmpty { sentenceEnd = base + Int(token.end) }
    default: break
    }
  }

  /// Whether these words stand at a place among the others.
  func holds(_ form: [UInt64], at index: Int) -> Bool {
    guard form.count <= all.count - index else { return false }
    for offset in form.indices where all[index + offset].hash != form[offset] { return false }
    return true
  }

  /// Whether a colon, bar or dash follows the first words.
  func hasLabelMark(after count: Int) -> Bool {
    count > 0 && count <= all.count && all[count - 1].kind.contains(.label)
  }

  /// The words without the numbers.
  var withoutNumbers: [UInt64] {
    all.lazy.filter { !$0.kind.contains(.number) }.map(\.hash)
  }

  /// One to three numbers and nothing else, and no date or time of day.
  var isLoneNumber: Bool {
    isWhole && hasNumber && all.count <= 3 && !hasFieldMark
      && all.allSatisfy { $0.kind.contains(.number) }
  }

  /// A menu whose items lost the spaces between them: «حواراتشخصية العامضد الفساد».
  ///
  /// One such word can be a slip in a headline; a menu has several and no sentence mark.
  func isGluedMenu(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isWhole, !hasSentenceMark, all.count >= 2 else { return false }
    let glued = all.indices.count { index in
      let word = all[index]
      guard word.kind.isDisjoint(with: [.tag, .number]) else { return false }
      if word.kind.contains(.overlong) || Self.isGlued(bytes, word.start, word.end) { return true }
      // Words that ة ends are taken apart already.
      return index + 1 < all.count && all[index + 1].start == word.end
    }
    return glued >= 2 && glued * 4 >= all.count
  }

  /// Whether a letter that only ends words (ة, ى) or a hamza that only begins them (إ) stands inside.
  private static func isGlued(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ end: Int
  ) -> Bool {
    var index = start
    // A byte after which إ is in its place: the proclitics ا ل و ف ب ك س أ.
    var opensWord = true
    while index + 1 < end {
      let lead = bytes[index]
      let low = bytes[index + 1]
      let hasNext = index + 3 < end && bytes[index + 2] >= 0xD8 && bytes[index + 2] <= 0xD9
      switch (lead, low) {
      case (0xD8, 0xA9), (0xD9, 0x89):
        if hasNext, isLetter(bytes[index + 2], bytes[index + 3]) { return true }
      case (0xD8, 0xA5): if !opensWord { return true }
      default: break
      }
      switch (lead, low) {
      case (0xD8, 0xA7), (0xD9, 0x84), (0xD9, 0x88), (0xD9, 0x81), (0xD8, 0xA8), (0xD9, 0x83),
        (0xD8, 0xB3), (0xD8, 0xA3):
        opensWord = true
      default: opensWord = false
      }
      index += lead >= 0xC2 ? 2 : 1
    }
    return false
  }

  /// Whether two bytes are an Arabic letter, not a vowel sign or tatweel.
  private static func isLetter(_ lead: UInt8, _ low: UInt8) -> Bool {
    lead == 0xD8 ? low >= 0xA1 && low <= 0xBA : lead == 0xD9 && low >= 0x81 && low <= 0x8A
  }
}
