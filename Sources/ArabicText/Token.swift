/// A word, a number or one punctuation mark of a folded text.
@frozen
public struct Token: Sendable {
  /// What a token is.
  @frozen
  public enum Kind: UInt8, Sendable {
    case word
    case number
    case mark
  }

  /// The space before a token.
  @frozen
  public enum Gap: UInt8, Comparable, Sendable {
    /// Nothing stands between it and the token before.
    case glued
    case space
    /// Three or more spaces, or a tab: scraped pages part paragraphs so.
    case wide
    case line
    /// A line left empty.
    case paragraph

    /// Whether the first parts two tokens less than the second.
    @inlinable
    public static func < (lhs: Gap, rhs: Gap) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// The hash of the folded letters; see ``WordHash``.
  public var hash: UInt64
  /// The UTF-8 offset of the first byte in the text.
  public var start: Int32
  /// The UTF-8 offset after the last byte.
  public var end: Int32
  /// Where the folded letters begin in ``FoldedText/letters``.
  public var lettersStart: Int32
  /// How many folded letters it has.
  public var letterCount: Int32
  /// The value of a number of at most nine digits, else -1.
  public var number: Int32
  /// What it is.
  public var kind: Kind
  /// The space before it.
  public var gap: Gap
  /// What punctuation mark it is; ``Mark/none`` for words and numbers.
  public var mark: Mark

  @usableFromInline
  init(
    hash: UInt64,
    start: Int,
    end: Int,
    lettersStart: Int,
    letterCount: Int,
    number: Int32,
    kind: Kind,
    gap: Gap,
    mark: Mark
  ) {
    self.hash = hash
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.lettersStart = Int32(truncatingIfNeeded: lettersStart)
    self.letterCount = Int32(truncatingIfNeeded: letterCount)
    self.number = number
    self.kind = kind
    self.gap = gap
    self.mark = mark
  }

  /// What stands where there is no text: a mark that is none, after an empty line.
  public static let nothing = Token(
    hash: 0,
    start: 0,
    end: 0,
    lettersStart: 0,
    letterCount: 0,
    number: -1,
    kind: .mark,
    gap: .paragraph,
    mark: .none
  )

  /// The token's UTF-8 offsets.
  @inlinable
  public var offsets: Range<Int> { Int(start)..<Int(end) }
}

/// A punctuation mark, alike for all scripts: ، and , are one comma.
@frozen
public enum Mark: UInt8, Sendable {
  case none
  case comma
  case semicolon
  case colon
  case stop
  case question
  case exclamation
  case ellipsis
  case slash
  case dash
  case openQuote
  case closeQuote
  /// A straight quotation mark, which opens and closes.
  case quote
  case openBracket
  case closeBracket
  case percent
  case hash
  case underscore
  case bullet
  case bar
  case other
}

/// The 64-bit hash of a folded word (FNV-1a).
///
/// Word tables compare hashes only: among a million distinct words two would meet with a
/// probability of one in forty million.
public enum WordHash {
  /// The hash of no letters.
  @inlinable
  public static var seed: UInt64 { 0xCBF2_9CE4_8422_2325 }

  /// The hash with one more letter.
  @inlinable
  public static func adding(_ letter: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
  }

  /// The hash of a run of letters.
  @inlinable
  public static func of(_ letters: some Sequence<UInt8>) -> UInt64 {
    letters.reduce(seed) { adding($1, to: $0) }
  }
}
