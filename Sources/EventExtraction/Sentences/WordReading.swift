import ArabicText
import Lexicons

/// The proclitics that a written word begins with.
struct Clitics: OptionSet, Sendable {
  let rawValue: UInt8
  /// و or ف.
  static let and = Clitics(rawValue: 1)
  /// ب.
  static let by = Clitics(rawValue: 2)
  /// ل.
  static let to = Clitics(rawValue: 4)
  /// ك.
  static let like = Clitics(rawValue: 8)
}

/// A written word as lexicons look it up: whole, and with its possible proclitics off.
///
/// A proclitic comes off only where the remainder is a known word and the whole is not; which of
/// the readings holds is for each lexicon to say, so all are kept.
struct WordReading {
  /// The hash of the whole word, then of the word without its proclitics, one by one.
  var hashes: (UInt64, UInt64, UInt64)
  /// What was taken off for the second and third hash.
  var clitics: (Clitics, Clitics)
  /// How many of the hashes hold.
  var count: Int
  /// What the word does in the sentence.
  var classes: WordClass = []
  /// The proclitics taken off to read ``classes``.
  var classClitics: Clitics = []

  /// The readings of a token; `folded` holds the folded letters of its text.
  init(_ token: Token, in folded: UnsafeBufferPointer<UInt8>) {
    hashes = (token.hash, 0, 0)
    clitics = ([], [])
    count = 1
    guard token.kind == .word, token.letterCount >= 3 else { return }
    let lowest = Int(token.lettersStart)
    guard lowest >= 0, lowest + Int(token.letterCount) <= folded.count else { return }
    let letters = folded[lowest..<lowest + Int(token.letterCount)]
    var start = letters.startIndex
    var taken: Clitics = []
    for _ in 0..<2 {
      guard letters.endIndex - start >= 3 else { return }
      let first = letters[start]
      let clitic: Clitics
      switch first {
      case LetterCode.waw where taken.isEmpty, LetterCode.feh where taken.isEmpty: clitic = .and
      case LetterCode.beh: clitic = .by
      case LetterCode.lam: clitic = .to
      case LetterCode.kaf: clitic = .like
      default: return
      }
      guard taken.isEmpty || taken == .and else { return }
      taken.insert(clitic)
      var hash: UInt64
      if clitic == .to, letters[start + 1] == LetterCode.lam {
        // «للعراق» is ل and «العراق».
        hash = WordHash.adding(
          LetterCode.lam,
          to: WordHash.adding(LetterCode.alef, to: WordHash.seed)
        )
        for letter in letters[(start + 2)...] { hash = WordHash.adding(letter, to: hash) }
        // «للبنان» is ل and «لبنان».
        if count == 1 {
          hashes.2 = WordHash.of(letters[(start + 1)...])
          clitics = (taken, taken)
          hashes.1 = hash
          count = 3
          return
        }
      } else {
        hash = WordHash.of(letters[(start + 1)...])
      }
      if count == 1 {
        hashes.1 = hash
        clitics.0 = taken
      } else {
        hashes.2 = hash
        clitics.1 = taken
      }
      count += 1
      start += 1
    }
  }

  /// The hash of a reading.
  func hash(_ reading: Int) -> UInt64 {
    reading == 0 ? hashes.0 : reading == 1 ? hashes.1 : hashes.2
  }

  /// The proclitics of a reading.
  func clitics(_ reading: Int) -> Clitics {
    reading == 0 ? [] : reading == 1 ? clitics.0 : clitics.1
  }
}
