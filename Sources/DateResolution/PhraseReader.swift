import ArabicText
import Lexicons

/// The tokens of one text with what the lexicon says of each; what rules read from.
///
/// Every access is checked: past either end stand words that are nothing.
struct PhraseReader: ~Copyable {
  let tokens: UnsafeBufferPointer<Token>
  let words: UnsafeBufferPointer<DateWord>
  /// The folded letters of all tokens.
  let folded: UnsafeBufferPointer<UInt8>
  /// The bytes of the text, for the few words that folding makes alike.
  let bytes: [UInt8]
  let lexicon: DateLexicon
  /// What was read last, for several rules begin with the same day or amount.
  let recent = RecentReadings()

  @inline(__always)
  func word(_ index: Int) -> DateWord {
    index >= 0 && index < words.count ? words[index] : .none
  }

  @inline(__always)
  func role(_ index: Int) -> DateWordClass { word(index).role }

  @inline(__always)
  func mark(_ index: Int) -> Mark {
    index >= 0 && index < tokens.count ? tokens[index].mark : .none
  }

  @inline(__always)
  func isNumber(_ index: Int) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].kind == .number
  }

  func isWord(_ index: Int) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].kind == .word
  }

  func gap(_ index: Int) -> Token.Gap {
    index >= 0 && index < tokens.count ? tokens[index].gap : .paragraph
  }

  /// Whether the token follows the one before on the same line.
  func continues(_ index: Int) -> Bool {
    index > 0 && index < tokens.count && tokens[index].gap < .wide
  }

  /// Whether the word may stand inside a phrase: on the same line, no conjunction or preposition
  /// letter before it.
  func continuesPlain(_ index: Int) -> Bool {
    continues(index) && word(index).procliticLetters == 0
  }

  /// The role of the preposition before a token: «على مدى» and «في غضون» are two words.
  func governor(of index: Int) -> DateWordClass {
    if role(index - 1) != .none { return role(index - 1) }
    for length in 2...3 where index >= length && Int(word(index - length).length) == length {
      return role(index - length)
    }
    return .none
  }

  /// The index behind a word of this role, when it stands here on the same line.
  func skip(_ role: DateWordClass, at index: Int) -> Int? {
    continues(index) && self.role(index) == role && word(index).procliticLetters == 0
      ? index + Int(word(index).length) : nil
  }

  /// A number in digits at a token, when it is one that can be read.
  func digits(_ index: Int) -> Int? {
    guard index >= 0, index < tokens.count, tokens[index].kind == .number else { return nil }
    let number = Int(tokens[index].number)
    return number < 0 ? nil : number
  }

  func digitCount(_ index: Int) -> Int {
    index >= 0 && index < tokens.count ? Int(tokens[index].letterCount) : 0
  }

  /// Whether a word is exactly this one letter, as in «و20» or «2021م».
  func isLetter(_ code: UInt8, at index: Int) -> Bool {
    guard index >= 0, index < tokens.count, tokens[index].letterCount == 1 else { return false }
    return tokens[index].hash == WordHash.adding(code, to: WordHash.seed)
  }

  /// Whether a word is written with a hamza below its alef: «إب» is a city, «آب» a month.
  func hasHamzaBelow(_ index: Int) -> Bool { writes(0xD8, 0xA5, in: index) }

  /// Whether a word is written with أ: «لأمس» is of yesterday, «لامس» a verb.
  func hasHamzaAbove(_ index: Int) -> Bool { writes(0xD8, 0xA3, in: index) }

  /// Whether a word is written with آ: «آب» is a month, «أب» a father.
  func hasMadda(_ index: Int) -> Bool { writes(0xD8, 0xA2, in: index) }

  /// Whether a word holds a letter of these two bytes.
  private func writes(_ lead: UInt8, _ trail: UInt8, in index: Int) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    let start = Int(tokens[index].start)
    let end = min(Int(tokens[index].end), bytes.count)
    guard start + 1 < end else { return false }
    for position in start..<end - 1 where bytes[position] == lead {
      if bytes[position + 1] == trail { return true }
    }
    return false
  }

  /// Whether a word is written with the double fatha of an adverb: «غداً».
  func hasTanween(_ index: Int) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    let start = Int(tokens[index].start)
    let end = min(Int(tokens[index].end) + 2, bytes.count)
    guard start + 1 < end else { return false }
    for position in start..<end - 1 where bytes[position] == 0xD9 {
      if bytes[position + 1] == 0x8B { return true }
    }
    return false
  }

  /// The index behind «و» or «ال» or «الـ» glued before digits: they are words of their own there.
  func skipArticle(at index: Int) -> Int {
    guard isWord(index), isNumber(index + 1), gap(index + 1) <= .space,
      tokens[index].letterCount <= 4
    else { return index }
    return Self.articles.contains(tokens[index].hash) ? index + 1 : index
  }

  /// Whether «والـ» stands here, with digits behind it: «بين الـ17 والـ24».
  func isJoinedArticle(_ index: Int) -> Bool {
    guard isWord(index), isNumber(index + 1), gap(index + 1) <= .space,
      tokens[index].letterCount == 3
    else { return false }
    return tokens[index].hash == Self.joinedArticle
  }

  private static let joinedArticle = WordHash.of([LetterCode.waw, LetterCode.alef, LetterCode.lam])

  /// Whether «ال» or «الـ» stands here, with nothing before it, and digits behind it.
  func isBareArticle(_ index: Int) -> Bool {
    guard isWord(index), isNumber(index + 1), gap(index + 1) <= .space,
      tokens[index].letterCount == 2
    else { return false }
    return tokens[index].hash == Self.article
  }

  private static let article = WordHash.of([LetterCode.alef, LetterCode.lam])

  private static let articles: Set<UInt64> = {
    let alef = LetterCode.alef
    let lam = LetterCode.lam
    let bare: [[UInt8]] = [[alef, lam], [lam, lam]]
    return Set(
      (bare + [[LetterCode.waw, alef, lam], [LetterCode.beh, alef, lam]]).map { WordHash.of($0) }
    )
  }()
}

/// The day and the amount that were read last, each with the token it was read at.
final class RecentReadings {
  var day: (start: Int, reading: Reading?) = (-1, nil)
  var count: (start: Int, reading: CountReading?) = (-1, nil)
}
