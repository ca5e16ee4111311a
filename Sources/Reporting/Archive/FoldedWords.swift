import ArabicText

/// The words of a text as the archive's index holds them.
///
/// A word stands there as it is written and once more behind each particle that is glued to it (and,
/// then, by, like, for, the), so that a name is found however a sentence attaches it.
enum FoldedWords {
  /// The index's words of a text, with spaces between.
  static func index(of text: String) -> String {
    let folded = FoldedText(text)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(folded.letters.count * 3)
    for token in folded.tokens where token.kind != .mark {
      let letters = folded.letters(of: token)
      append(letters, to: &bytes)
      var rest = letters
      for _ in 0..<4 {
        guard let first = rest.first, particles.contains(first), rest.count > 3 else { break }
        rest = rest.dropFirst()
        append(rest, to: &bytes)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The index's words of some texts, each once, with spaces between.
  static func distinct(of texts: [String]) -> String {
    var known: Set<UInt64> = []
    var bytes: [UInt8] = []
    var isFirst = true
    for word in index(of: texts.joined(separator: "\n")).utf8.split(separator: UInt8(ascii: " ")) {
      guard known.insert(WordHash.of(word)).inserted else { continue }
      if !isFirst { bytes.append(UInt8(ascii: " ")) }
      isFirst = false
      bytes.append(contentsOf: word)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The words of a query, each of which must be found.
  static func query(_ text: String) -> [String] {
    let folded = FoldedText(text)
    return folded.tokens.filter { $0.kind != .mark }.map { token in
      var bytes: [UInt8] = []
      append(folded.letters(of: token), to: &bytes)
      return String(decoding: bytes.dropLast(), as: UTF8.self)
    }
  }

  /// Writes a word's letters; those beyond ASCII as letters of two bytes, which the index takes as
  /// they are.
  private static func append(_ letters: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    for letter in letters {
      if letter < 0x80 {
        bytes.append(letter)
      } else {
        bytes.append(0xD8 | letter >> 6 & 0x03)
        bytes.append(0x80 | letter & 0x3F)
      }
    }
    bytes.append(UInt8(ascii: " "))
  }

  private static let particles: Set<UInt8> = [
    LetterCode.waw, LetterCode.feh, LetterCode.beh, LetterCode.kaf, LetterCode.lam,
    LetterCode.alef,
  ]
}
