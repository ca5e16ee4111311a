import ArabicText
import Lexicons
import NewsModel

/// Whom and what a sentence names, as another sentence can take it up.
struct SentenceNames {
  /// The entries of the gazetteer that stand in it.
  var entries: Set<Int32> = []
  /// Its words, with and without what is joined to them.
  var words: Set<UInt64> = []
}

extension ArticleScan {
  /// What some tokens name, with the parties that were found among them.
  func names(in range: Range<Int>, spans: some Sequence<PartySpan>) -> SentenceNames {
    SentenceNames(
      entries: Set(spans.map(\.entry).filter { $0 >= 0 }),
      words: Set(range.flatMap { forms(of: $0) })
    )
  }

  /// The hashes of a word: as it stands, without proclitics, without its article and the alif of an accusative.
  ///
  /// «استهدف التفجير القطار» goes back to «فجروا قطارا».
  func forms(of index: Int) -> [UInt64] {
    let token = tokens[index]
    guard token.kind == .word, token.letterCount > 2 else { return [] }
    let word = words[index]
    var hashes = (0..<word.count).map { word.hash($0) }
    var letters = text.letters(of: token)[...]
    let isDefinite = letters.count > 4 && letters.starts(with: [LetterCode.alef, LetterCode.lam])
    if isDefinite {
      letters = letters.dropFirst(2)
      hashes.append(WordHash.of(letters))
    } else if letters.count > 3, letters.last == LetterCode.alef {
      hashes.append(WordHash.of(letters.dropLast()))
    }
    return hashes
  }
}

/// A party or place of an event, as another sentence can name it.
struct KnownSide {
  /// Whether it is the other side, or where it was.
  var isStruck: Bool
  /// Whether it is where it was.
  var isPlace: Bool
  /// The gazetteer's entry, or -1.
  var entry: Int32
  /// For each telling word of its name, the forms that it can take.
  var words: [Set<UInt64>]
  /// The same of every noun of its phrase, whether it tells one party from another or not: «نفقا في رفح».
  var phrase: [Set<UInt64>]

  /// Whether a sentence names it.
  func isNamed(in names: SentenceNames) -> Bool {
    if entry >= 0, names.entries.contains(entry) { return true }
    return !words.isEmpty && words.allSatisfy { !$0.isDisjoint(with: names.words) }
  }

  /// Whether a sentence names it by its first word and by half of all: «نفقا في رفح» for «نفقا بمنطقة رفح الحدودية».
  func isLargelyNamed(in names: SentenceNames) -> Bool {
    if isNamed(in: names) { return true }
    guard let head = phrase.first, !head.isDisjoint(with: names.words) else { return false }
    return phrase.count(where: { !$0.isDisjoint(with: names.words) }) * 2 >= phrase.count
  }
}
