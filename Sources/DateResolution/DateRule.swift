import Lexicons

/// One way of telling a time in Arabic.
///
/// A rule looks at the tokens from one index on and reads the longest phrase of its kind. It knows
/// nothing of the reference date.
protocol DateRule: Sendable {
  /// The name that results carry; stable, for it is part of the JSON contract.
  var name: String { get }
  /// What the first word can be. Rules are only asked where this holds.
  var starts: [DateWordClass] { get }
  /// Whether the phrase can begin with a number in digits.
  var startsWithNumber: Bool { get }
  /// Reads a phrase that begins at a token, or nothing.
  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading?
}

extension DateRule {
  var startsWithNumber: Bool { false }
}

/// A phrase as read: what it says and which tokens it took.
struct Reading: Sendable {
  var phrase: DatePhrase
  /// The first token; with proclitics to be left out, see `leadingLetters`.
  var start: Int
  /// The token after the last one.
  var end: Int
  /// Letters of proclitics at the first token that are no part of the phrase.
  var leadingLetters: Int = 0
  var rule: String
  /// The offset after the last byte, when it is not the end of the last token.
  var isAmbiguous = false
}
