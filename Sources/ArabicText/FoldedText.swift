/// A text cut into tokens and folded in one pass over its bytes, with every original offset kept.
///
/// Letters fold by table (hamza seats to ا, ى to ي, ة to ه, both Arabic digit blocks to ASCII);
/// tatweel, vowel signs and bidirectional controls inside a word vanish from the fold but stay
/// inside the token's offsets. Invalid UTF-8 becomes a mark and never traps.
public struct FoldedText: Sendable {
  /// The folded letters of all tokens, one byte a letter; see ``LetterCode``.
  public private(set) var letters: [UInt8] = []
  /// Words, numbers and marks in the text's order.
  public private(set) var tokens: [Token] = []
  /// The text's bytes.
  public let bytes: [UInt8]

  /// Folds a text.
  public init(_ text: String) { self.init(utf8: Array(text.utf8)) }

  /// Folds UTF-8 bytes; texts over 2 GiB are cut there, for offsets are 32 bits wide.
  public init(utf8 bytes: [UInt8]) {
    self.bytes = bytes
    let limit = min(bytes.count, Int(Int32.max))
    bytes.withUnsafeBufferPointer { buffer in
      letters = Self.scan(UnsafeBufferPointer(rebasing: buffer[..<limit]), into: &tokens)
    }
  }

  /// Cuts bytes into tokens and gives their folded letters.
  private static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>,
    into tokens: inout [Token]
  ) -> [UInt8] {
    tokens.reserveCapacity(bytes.count / 9 + 16)
    return [UInt8](unsafeUninitializedCapacity: bytes.count) { letters, count in
      guard let start = letters.baseAddress else { return }
      var scanner = TokenScanner(bytes: bytes, letters: start)
      scanner.scan(into: &tokens)
      count = scanner.letterCount
    }
  }

  /// The tokens of UTF-8 bytes whose letters nobody asks for.
  public static func tokens(of bytes: UnsafeBufferPointer<UInt8>) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 8 + 4)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 1) { letters in
      guard let start = letters.baseAddress else { return }
      var scanner = TokenScanner(
        bytes: UnsafeBufferPointer(rebasing: bytes.prefix(Int(Int32.max))),
        letters: start
      )
      scanner.scan(into: &tokens)
    }
    return tokens
  }

  /// The folded letters of a token.
  @inlinable
  public func letters(of token: Token) -> ArraySlice<UInt8> {
    let start = Int(token.lettersStart)
    return letters[start..<start + Int(token.letterCount)]
  }

  /// The offset in the text after the first `count` letters of a token.
  ///
  /// A phrase may begin inside a written word («ب|نهاية»); vowel signs belong to the letter before.
  public func offset(afterLetters count: Int, of token: Token) -> Int {
    var seen = 0
    var offset = Int(token.start)
    let end = Int(token.end)
    while offset < end {
      let (scalar, width) = Self.scalar(at: offset, in: bytes)
      if !TokenScanner.isSkipped(scalar) {
        if seen == count { return offset }
        seen += 1
      }
      offset += width
    }
    return end
  }

  /// The same text with some tokens parted in two, each after so many of its letters.
  ///
  /// - Parameter places: tokens in rising order, each with the number of letters of its first half.
  public func parting(at places: [(token: Int, letters: Int)]) -> FoldedText {
    var parted = self
    parted.tokens.removeAll(keepingCapacity: true)
    parted.tokens.reserveCapacity(tokens.count + places.count)
    var place = places.startIndex
    for index in tokens.indices {
      let token = tokens[index]
      guard place < places.endIndex, places[place].token == index,
        (1..<Int(token.letterCount)).contains(places[place].letters)
      else {
        parted.tokens.append(token)
        continue
      }
      let count = places[place].letters
      let middle = Int32(truncatingIfNeeded: offset(afterLetters: count, of: token))
      var first = token
      first.letterCount = Int32(truncatingIfNeeded: count)
      first.end = middle
      first.hash = WordHash.of(letters(of: first))
      var second = token
      second.start = middle
      second.lettersStart += first.letterCount
      second.letterCount -= first.letterCount
      second.gap = .space
      second.hash = WordHash.of(letters(of: second))
      parted.tokens += [first, second]
      place += 1
    }
    return parted
  }

  /// The text between two UTF-8 offsets.
  public func text(_ range: Range<Int>) -> String {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return "" }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// The scalar at an offset and its width in bytes; U+FFFD for a byte that begins none.
  private static func scalar(at offset: Int, in bytes: [UInt8]) -> (UInt32, Int) {
    bytes.withUnsafeBufferPointer { TokenScanner.decode($0, at: offset) }
  }
}

extension FoldedText {
  /// The folded letters of one word, as a lexicon writes it.
  public static func fold(_ word: String) -> [UInt8] { fold(utf8: Array(word.utf8)[...]) }

  /// The folded letters of one word, from its bytes.
  public static func fold(utf8 word: ArraySlice<UInt8>) -> [UInt8] {
    var tokens: [Token] = []
    return word.withUnsafeBufferPointer { scan($0, into: &tokens) }
  }

  /// The folded hashes of the words of a phrase, as a lexicon writes it.
  public static func wordHashes(of phrase: String) -> [UInt64] {
    wordHashes(utf8: Array(phrase.utf8)[...])
  }

  /// The folded hashes of the words of a phrase, from its bytes.
  public static func wordHashes(utf8 phrase: ArraySlice<UInt8>) -> [UInt64] {
    let tokens = phrase.withUnsafeBufferPointer { Self.tokens(of: $0) }
    var hashes: [UInt64] = []
    hashes.reserveCapacity(tokens.count)
    for token in tokens where token.kind != .mark { hashes.append(token.hash) }
    return hashes
  }
}
