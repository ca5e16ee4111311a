import ArabicText
import Lexicons

/// Months that a text writes as one word with the definite word behind: «مارسالماضي», «أكتوبرالساعة».
///
/// Only words that no table knows are parted, and only behind a month's whole name, so that «مايوركا»
/// stays an island.
struct GluedMonths {
  /// Where the months end.
  private(set) var words = PartedWords()

  /// The shortest word that can hold a month of four letters and a definite word behind it.
  private static let shortest = 8

  init(in text: FoldedText, lexicon: DateLexicon) {
    text.letters.withUnsafeBufferPointer { letters in
      text.tokens.withUnsafeBufferPointer { tokens in
        for index in tokens.indices where tokens[index].letterCount >= Self.shortest {
          let token = tokens[index]
          guard token.kind == .word else { continue }
          let start = Int(token.lettersStart)
          let last = start + Int(token.letterCount) - 4
          var position = start + 4
          while position <= last {
            if letters[position] == LetterCode.alef, letters[position + 1] == LetterCode.lam,
              lexicon.isUnknown(token.hash),
              lexicon.isMonth(WordHash.of(letters[start..<position]))
            {
              words.places.append((index, position - start))
              break
            }
            position += 1
          }
        }
      }
    }
  }
}
