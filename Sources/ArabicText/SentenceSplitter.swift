/// Cuts a folded text into sentences, as scraped news needs it.
///
/// A line end always ends a sentence, and so does a wide gap, for pages lose their paragraph marks.
/// A full stop does unless it stands between digits («1.5») or inside an abbreviation («م.م.»). A quotation
/// keeps the stop that closes it.
public struct SentenceSplitter: Sendable {
  /// A splitter; it has no settings.
  public init() {}

  /// The sentences as ranges of token indices, in order; together they cover every token.
  public func sentences(of text: FoldedText) -> [Range<Int>] {
    let tokens = text.tokens
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < tokens.count {
      if index > start, tokens[index].gap >= .wide {
        sentences.append(start..<index)
        start = index
      }
      if ends(at: index, in: tokens) {
        var next = index + 1
        while next < tokens.count, closes(tokens[next]) { next += 1 }
        sentences.append(start..<next)
        start = next
        index = next
        continue
      }
      index += 1
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
    return sentences
  }

  /// Whether the token is a mark that ends a sentence.
  private func ends(at index: Int, in tokens: [Token]) -> Bool {
    switch tokens[index].mark {
    case .question, .exclamation:
      return true
    case .stop, .ellipsis:
      guard index + 1 < tokens.count else { return true }
      let next = tokens[index + 1]
      if next.gap >= .space || closes(next) { return !isAbbreviation(before: index, in: tokens) }
      // Glued: «1.5», «example.org», «م.م»; but «…انتهى.وقال» is a stop that lost its space.
      return next.kind == .word && index > 0 && tokens[index - 1].kind == .word
        && tokens[index - 1].letterCount > 3 && next.letterCount > 3
        && tokens[index - 1].gap != .glued
    default:
      return false
    }
  }

  /// A single letter before the stop, as of a title or of the initials of an agency.
  private func isAbbreviation(before index: Int, in tokens: [Token]) -> Bool {
    guard tokens[index].mark == .stop, index > 0 else { return false }
    let word = tokens[index - 1]
    return word.kind == .word && word.letterCount == 1
  }

  /// A mark that belongs to the sentence it closes.
  private func closes(_ token: Token) -> Bool {
    guard token.gap == .glued else { return false }
    switch token.mark {
    case .closeQuote, .closeBracket, .stop, .ellipsis, .question, .exclamation, .quote: return true
    default: return false
    }
  }
}
