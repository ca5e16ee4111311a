import ArabicText
import Chronology
import Lexicons
import NewsModel

/// An article, looked up word by word: what every stage of the extraction reads.
struct ArticleScan {
  let article: Article
  let text: FoldedText
  let tokens: [Token]
  let sentences: [Range<Int>]
  let expressions: [TemporalExpression]
  let events: EventLexicon
  let actors: ActorLexicon
  /// Each token's readings.
  var words: [WordReading] = []
  /// The gazetteer phrase that begins at each token: the payload, or -1.
  var actorPayloads: [Int32] = []
  /// Where that phrase ends.
  var actorEnds: [Int32] = []
  /// The proclitics before that phrase.
  var actorClitics: [Clitics] = []
  /// The trigger phrase that begins at each token: the payload, or -1.
  var triggerPayloads: [Int32] = []
  /// Where that phrase ends.
  var triggerEnds: [Int32] = []
  /// The proclitics before that phrase.
  var triggerClitics: [Clitics] = []
  /// The expression that covers each token, or -1.
  var dateAt: [Int32] = []
  /// Whether each token stands inside a quotation.
  var quoted: [Bool] = []
  /// The sentence of each token.
  var sentenceAt: [Int32] = []
  /// Whether each token is page furniture.
  var isFurniture: [Bool] = []

  init(
    article: Article,
    text: FoldedText,
    sentences: [Range<Int>],
    expressions: [TemporalExpression],
    events: EventLexicon,
    actors: ActorLexicon
  ) {
    self.article = article
    self.text = text
    self.tokens = text.tokens
    self.sentences = sentences
    self.expressions = expressions.sorted { $0.range < $1.range }
    self.events = events
    self.actors = actors
    lookUpWords()
    lookUpPhrases()
    markExpressions()
    markQuotations()
  }

  private mutating func lookUpWords() {
    words.reserveCapacity(tokens.count)
    for token in tokens {
      var word = WordReading(text, token)
      if token.kind == .word {
        for reading in 0..<word.count {
          let clitics = word.clitics(reading)
          if clitics.contains(.like) { break }
          var classes = events.classes(of: word.hash(reading))
          if !clitics.isDisjoint(with: [.by, .to]) { classes.remove(.verb) }
          if !classes.isEmpty {
            word.classes = classes
            word.classClitics = word.clitics(reading)
            break
          }
        }
      }
      words.append(word)
    }
  }

  /// Whether a word is of general use, so that it belongs to no name.
  ///
  /// A word with «ك» off is not asked: too many names begin with it.
  func isCommon(at index: Int) -> Bool {
    guard index < words.count else { return false }
    let word = words[index]
    for reading in 0..<word.count where !word.clitics(reading).contains(.like) {
      if events.isCommon(word.hash(reading)) { return true }
    }
    return false
  }

  private mutating func lookUpPhrases() {
    let count = tokens.count
    actorPayloads = [Int32](repeating: -1, count: count)
    actorEnds = actorPayloads
    actorClitics = [Clitics](repeating: [], count: count)
    triggerPayloads = actorPayloads
    triggerEnds = actorPayloads
    triggerClitics = actorClitics
    for index in tokens.indices where tokens[index].kind == .word {
      let word = words[index]
      for reading in 0..<word.count {
        if let found = actors.phrases.longest(
          from: index,
          first: word.hash(reading),
          in: tokens
        ) {
          actorPayloads[index] = found.payload
          actorEnds[index] = Int32(truncatingIfNeeded: found.end)
          actorClitics[index] = word.clitics(reading)
          break
        }
      }
      for reading in 0..<word.count {
        if let found = events.triggers.longest(
          from: index,
          first: word.hash(reading),
          in: tokens
        ) {
          triggerPayloads[index] = found.payload
          triggerEnds[index] = Int32(truncatingIfNeeded: found.end)
          triggerClitics[index] = word.clitics(reading)
          break
        }
      }
    }
  }

  private mutating func markExpressions() {
    dateAt = [Int32](repeating: -1, count: tokens.count)
    isFurniture = [Bool](repeating: false, count: tokens.count)
    sentenceAt = [Int32](repeating: 0, count: tokens.count)
    var next = 0
    var furniture = 0
    for index in tokens.indices {
      let start = Int(tokens[index].start)
      let end = Int(tokens[index].end)
      while next < expressions.count, expressions[next].range.upper <= start { next += 1 }
      if next < expressions.count, expressions[next].range.lower < end {
        dateAt[index] = Int32(truncatingIfNeeded: next)
      }
      while furniture < article.furniture.count, article.furniture[furniture].upper <= start {
        furniture += 1
      }
      if furniture < article.furniture.count, article.furniture[furniture].lower < end {
        isFurniture[index] = true
      }
    }
    for (number, sentence) in sentences.enumerated() {
      for index in sentence where index < tokens.count {
        sentenceAt[index] = Int32(truncatingIfNeeded: number)
      }
    }
  }

  /// A quotation that never closes ends with its paragraph.
  private mutating func markQuotations() {
    quoted = [Bool](repeating: false, count: tokens.count)
    var isOpen = false
    for index in tokens.indices {
      if tokens[index].gap >= .line { isOpen = false }
      switch tokens[index].mark {
      case .openQuote: isOpen = true
      case .closeQuote: isOpen = false
      case .quote: isOpen.toggle()
      default: break
      }
      quoted[index] = isOpen
    }
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
  func isVerb(at index: Int) -> Bool {
    if words[index].classes.contains(.verb) { return true }
    return triggerForms(at: index).contains { $0.tense != .noun }
  }

  /// Whether a word begins with و.
  func isJoined(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].letterCount > 3 else { return false }
    return text.letters(of: tokens[index]).first == LetterCode.waw
  }

  /// Whether a token has any of the classes.
  func has(_ classes: WordClass, at index: Int) -> Bool {
    index >= 0 && index < words.count && !words[index].classes.isDisjoint(with: classes)
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
