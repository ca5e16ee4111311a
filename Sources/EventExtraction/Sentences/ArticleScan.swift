import ArabicText
import Chronology
import Lexicons
import NewsModel

/// An article, looked up word by word: what every stage of the extraction reads.
///
/// One object that never changes: each reader of a sentence holds it, and a copy of its twenty
/// parts for each would cost more than the reading.
final class ArticleScan {
  let article: Article
  let text: FoldedText
  let tokens: TextColumn<Token>
  let sentences: [Range<Int>]
  let expressions: [TemporalExpression]
  let events: EventLexicon
  let actors: ActorLexicon
  /// Each token's readings.
  let words: TextColumn<WordReading>
  /// The gazetteer phrase that begins at each token: the payload, or -1.
  let actorPayloads: TextColumn<Int32>
  /// Where that phrase ends.
  let actorEnds: TextColumn<Int32>
  /// The proclitics before that phrase.
  let actorClitics: TextColumn<Clitics>
  /// The trigger phrase that begins at each token: the payload, or -1.
  let triggerPayloads: TextColumn<Int32>
  /// Where that phrase ends.
  let triggerEnds: TextColumn<Int32>
  /// The proclitics before that phrase.
  let triggerClitics: TextColumn<Clitics>
  /// Whether a finite verb stands at each token, as far as the tables know.
  let finite: TextColumn<Bool>
  /// The expression that covers each token, or -1.
  let dateAt: TextColumn<Int32>
  /// Whether each token stands inside a quotation.
  let quoted: TextColumn<Bool>
  /// The sentence of each token.
  let sentenceAt: TextColumn<Int32>
  /// Whether each token is page furniture.
  let isFurniture: TextColumn<Bool>

  init(
    article: Article,
    text: FoldedText,
    sentences: [Range<Int>],
    expressions: [TemporalExpression],
    events: EventLexicon,
    actors: ActorLexicon
  ) {
    let tokens = text.tokens
    let expressions = expressions.sorted { $0.range < $1.range }
    self.article = article
    self.text = text
    self.tokens = TextColumn(tokens, outside: .nothing)
    self.sentences = sentences
    self.expressions = expressions
    self.events = events
    self.actors = actors
    let words = Self.words(of: text, in: events)
    let noWord = WordReading(.nothing, in: UnsafeBufferPointer(start: nil, count: 0))
    self.words = TextColumn(words, outside: noWord)
    let actorPhrases = PhraseColumns(actors.phrases, words: words, tokens: tokens)
    actorPayloads = TextColumn(actorPhrases.payloads, outside: -1)
    actorEnds = TextColumn(actorPhrases.ends, outside: -1)
    actorClitics = TextColumn(actorPhrases.clitics, outside: [])
    let triggerPhrases = PhraseColumns(events.triggers, words: words, tokens: tokens)
    triggerPayloads = TextColumn(triggerPhrases.payloads, outside: -1)
    triggerEnds = TextColumn(triggerPhrases.ends, outside: -1)
    triggerClitics = TextColumn(triggerPhrases.clitics, outside: [])
    let finite = zip(words, triggerPhrases.payloads).map { word, payload in
      word.classes.contains(.verb)
        || payload >= 0 && events.forms[Int(payload)].contains { $0.tense != .noun }
    }
    self.finite = TextColumn(finite, outside: false)
    let dates = Self.overlaps(of: tokens, with: expressions.lazy.map(\.range))
    dateAt = TextColumn(dates, outside: -1)
    let furniture = Self.overlaps(of: tokens, with: article.furniture).map { $0 >= 0 }
    isFurniture = TextColumn(furniture, outside: false)
    let numbers = Self.sentenceNumbers(of: sentences, count: tokens.count)
    sentenceAt = TextColumn(numbers, outside: -1)
    quoted = TextColumn(Self.quotations(in: tokens), outside: false)
  }

  private static func words(of text: FoldedText, in events: EventLexicon) -> [WordReading] {
    text.letters.withUnsafeBufferPointer { folded in
      text.tokens.map { token in
        var word = WordReading(token, in: folded)
        guard token.kind == .word else { return word }
        for reading in 0..<word.count {
          let clitics = word.clitics(reading)
          if clitics.contains(.like) { break }
          var classes = events.classes(of: word.hash(reading))
          if !clitics.isDisjoint(with: [.by, .to]) { classes.remove(.verb) }
          // «إضافة» is no «أضافه»: the fold has made ة one with ه.
          if classes.contains(.verb), endsWithMarbuta(token, in: text) { classes.remove(.verb) }
          if !classes.isEmpty {
            word.classes = classes
            word.classClitics = clitics
            break
          }
        }
        return word
      }
    }
  }

  /// Whether a word is written with ة at its end, an ending of case apart.
  private static func endsWithMarbuta(_ token: Token, in text: FoldedText) -> Bool {
    var end = Int(token.end)
    guard end <= text.bytes.count else { return false }
    if end >= 4, text.bytes[end - 2] == 0xD9, (0x8B...0x92).contains(text.bytes[end - 1]) {
      end -= 2
    }
    return end >= 2 && text.bytes[end - 2] == 0xD8 && text.bytes[end - 1] == 0xA9
  }

  /// For each token, the number of the range that overlaps it, or -1; the ranges are in order.
  private static func overlaps(
    of tokens: [Token],
    with ranges: some RandomAccessCollection<TextRange>
  ) -> [Int32] {
    var numbers = [Int32](repeating: -1, count: tokens.count)
    guard var range = ranges.first else { return numbers }
    var next = ranges.startIndex
    var number: Int32 = 0
    for index in tokens.indices {
      while range.upper <= Int(tokens[index].start) {
        ranges.formIndex(after: &next)
        guard next < ranges.endIndex else { return numbers }
        range = ranges[next]
        number += 1
      }
      if range.lower < Int(tokens[index].end) { numbers[index] = number }
    }
    return numbers
  }

  private static func sentenceNumbers(of sentences: [Range<Int>], count: Int) -> [Int32] {
    var numbers = [Int32](repeating: 0, count: count)
    for (number, sentence) in sentences.enumerated() {
      for index in sentence where index < count {
        numbers[index] = Int32(truncatingIfNeeded: number)
      }
    }
    return numbers
  }

  /// A quotation that never closes ends with its paragraph.
  private static func quotations(in tokens: [Token]) -> [Bool] {
    var isOpen = false
    return tokens.map { token in
      if token.gap >= .line { isOpen = false }
      switch token.mark {
      case .openQuote: isOpen = true
      case .closeQuote: isOpen = false
      case .quote: isOpen.toggle()
      default: break
      }
      return isOpen
    }
  }
}

/// The phrases of a table that begin at each token of a text.
private struct PhraseColumns {
  var payloads: [Int32]
  var ends: [Int32]
  var clitics: [Clitics]

  init(_ table: PhraseTable, words: [WordReading], tokens: [Token]) {
    payloads = [Int32](repeating: -1, count: tokens.count)
    ends = payloads
    clitics = [Clitics](repeating: [], count: tokens.count)
    tokens.withUnsafeBufferPointer { tokens in
      for index in tokens.indices where tokens[index].kind == .word {
        let word = words[index]
        for reading in 0..<word.count {
          let first = word.hash(reading)
          guard table.begins(with: first),
            let found = table.longest(from: index, first: first, in: tokens)
          else { continue }
          payloads[index] = found.payload
          ends[index] = Int32(truncatingIfNeeded: found.end)
          clitics[index] = word.clitics(reading)
          break
        }
      }
    }
  }
}

// MARK: - Questions

extension ArticleScan {
  /// Whether a word is of general use, so that it belongs to no name.
  ///
  /// A word with «ك» off is not asked: too many names begin with it.
  func isCommon(at index: Int) -> Bool {
    let word = words[index]
    for reading in 0..<word.count where !word.clitics(reading).contains(.like) {
      if events.isCommon(word.hash(reading)) { return true }
    }
    return false
  }

  /// The meanings of the gazetteer phrase at a token.
  func senses(at index: Int) -> ActorSenses {
    let payload = Int(actorPayloads[index])
    return payload >= 0 ? actors.senses[payload] : ActorSenses()
  }

  /// The trigger forms at a token.
  func triggerForms(at index: Int) -> [TriggerForm] {
    let payload = Int(triggerPayloads[index])
    return payload >= 0 ? events.forms[payload] : []
  }

  /// Whether a finite verb stands at a token, as far as the tables know.
  func isVerb(at index: Int) -> Bool { finite[index] }

  /// The proclitic that a token is on its own: «و», «لـ», «بـ».
  func loneClitic(at index: Int) -> Clitics? {
    guard tokens.indices.contains(index), tokens[index].kind == .word,
      tokens[index].letterCount == 1
    else { return nil }
    switch text.letters(of: tokens[index]).first {
    case LetterCode.waw: return .and
    case LetterCode.lam: return .to
    case LetterCode.beh: return .by
    default: return nil
    }
  }

  /// Whether a word begins with و.
  func isJoined(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].letterCount > 3 else { return false }
    return text.letters(of: tokens[index]).first == LetterCode.waw
  }

  /// Whether a token has any of the classes.
  func has(_ classes: WordClass, at index: Int) -> Bool {
    !words[index].classes.isDisjoint(with: classes)
  }

  /// Whether the word before a token, quotation marks apart, has any of the classes.
  func follows(_ classes: WordClass, at index: Int) -> Bool {
    var before = index - 1
    while before >= 0, [.openQuote, .quote].contains(tokens[before].mark) { before -= 1 }
    return has(classes, at: before)
  }

  /// The words of a token range.
  func surface(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last, last < tokens.count else { return "" }
    return text.text(Int(tokens[first].start)..<Int(tokens[last].end))
  }
}
