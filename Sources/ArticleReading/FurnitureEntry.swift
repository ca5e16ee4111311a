import ArabicText

/// One thing that news pages carry beside the article, known by its words.
public struct FurnitureEntry: Hashable, Sendable {
  /// How much a match makes furniture.
  public enum Scope: String, CaseIterable, Hashable, Sendable {
    /// The line; of a long line its first sentence.
    case line
    /// The line and at most three headlines under it.
    case links
    /// The line and at most twelve headlines under it.
    case list
    /// The line and everything after it.
    case tail
    /// The line, when it is among the last three.
    case foot
    /// From the words to the end of their line, near the end of the text.
    case rest
    /// A line of nothing but such entries.
    case menu
  }

  /// Where the words must stand.
  public enum Match: String, CaseIterable, Hashable, Sendable {
    /// They are the whole line.
    case exact
    /// A colon, a bar or the end of the line follows them.
    case label
    /// The line begins with them.
    case prefix
    /// Anywhere in a short line.
    case contains
    /// The line holds them and numbers, nothing else.
    case counter
  }

  /// How much becomes furniture.
  public let scope: Scope
  /// Where the words must stand.
  public let match: Match
  /// The words, folded and hashed.
  let words: [UInt64]

  /// An entry of a scope, a match and the words as a page writes them; `nil` when there is no word.
  public init?(scope: Scope, match: Match, form: String) {
    words = FoldedText.wordHashes(of: form)
    guard !words.isEmpty else { return nil }
    self.scope = scope
    self.match = match
  }
}
