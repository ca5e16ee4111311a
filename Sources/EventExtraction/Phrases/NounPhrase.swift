import ArabicText
import Lexicons
import NewsModel

// A party in the text's own words: «مسجداً», «سيارتين مدنيتين», «مجموعة من قناصة العدو»,
// «مقر قيادة تابعاً للجيش». A head, its genitives and adjectives, as far as a preposition, a verb,
// a day or a comma.
extension SentenceReader {
  /// The noun phrase that begins at a token; `nil` where none can.
  ///
  /// - Parameters:
  ///   - lead: the proclitics that the first word may carry, «لمنزل», «وتجمعات».
  ///   - isSure: whether only a noun can stand here, so that a word no table knows is one.
  ///   - isSubject: whether it is the subject of the verb before it, so that an object may follow.
  func nounPhrase(
    at start: Int,
    before end: Int,
    lead: Clitics = [],
    isSure: Bool = false,
    isSubject: Bool = false
  ) -> PartySpan? {
    var index = start
    while index < end, isQuoteMark(index) { index += 1 }
    // «3 مسلحين», «هذه المواقع»
    while index < end,
      scan.tokens[index].kind == .number && scan.dateAt[index] < 0 || has(.pointing, at: index)
    {
      index += 1
    }
    guard index < end, opensNounPhrase(index, lead: lead, isSure: isSure) else { return nil }
    var phrase = NounPhraseReader(sentence: self, head: index, end: end, lead: lead)
    phrase.isSubject = isSubject
    phrase.read()
    guard phrase.next > index else { return nil }
    var span = PartySpan(tokens: start..<phrase.next, kind: .thing)
    span.clitics = index == start ? lead : []
    span.how = .unlinked
    span.name = span.tokens
    if start > range.lowerBound { span.governor = scan.words[start - 1].classes }
    return span
  }

  /// Whether a noun phrase can begin at a token.
  func opensNounPhrase(_ index: Int, lead: Clitics = [], isSure: Bool = false) -> Bool {
    let token = scan.tokens[index]
    guard token.kind == .word, token.gap < .line, token.letterCount >= 2, scan.dateAt[index] < 0,
      !scan.isVerb(at: index) || isAccusative(index),
      scan.words[index].classes.isDisjoint(with: Self.particles), !scan.has(.joint, at: index),
      !isPresentVerb(index),
      !has([.direction, .manner, .result, .kind, .resumed, .any], at: index)
    else { return false }
    if let span = spans.first(where: { $0.tokens.contains(index) }) {
      return span.tokens.lowerBound == index && span.clitics.isSubset(of: lead)
        && span.kind != .pair
    }
    if isClitic(index, but: lead) || !lead.contains(.and) && opensWithAnd(index) { return false }
    if !isSure, isBehindBeh(index) { return false }
    return isSure || isIndefiniteObject(index) || scan.isCommon(at: index) || isSite(index)
      || scan.text.letters(of: token).starts(with: [LetterCode.alef, LetterCode.lam])
      || has([.people, .troops, .fighters, .fighter, .thing, .part], at: index)
      || endsWithMarbuta(index) || isSoundPlural(index)
  }

  /// Whether a word begins with و that joins it, and is no word of its own.
  func opensWithAnd(_ index: Int) -> Bool {
    guard scan.text.letters(of: scan.tokens[index]).first == LetterCode.waw else { return false }
    let word = scan.words[index]
    return scan.loneClitic(at: index) == .and || isJoined(index)
      || word.count > 1 && !scan.events.isCommon(word.hash(0))
  }

  /// «عائلتين», «مركبات»: a dual or a plural by its ending.
  private func isSoundPlural(_ index: Int) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[index])
    guard letters.count >= 5 else { return false }
    return letters.suffix(2).elementsEqual([LetterCode.yeh, LetterCode.noon])
      || letters.suffix(2).elementsEqual([LetterCode.waw, LetterCode.noon])
        && letters.first != LetterCode.yeh
      || letters.suffix(2).elementsEqual([LetterCode.alef, LetterCode.teh])
  }

  /// Whether a word carries ب, ل or ك, and is no word of its own.
  func isClitic(_ index: Int, but lead: Clitics = []) -> Bool {
    let word = scan.words[index]
    let all = scan.text.letters(of: scan.tokens[index])
    if !lead.contains(.to), all.count > 4, all.starts(with: [LetterCode.lam, LetterCode.lam]) {
      return true
    }
    let own = scan.events.cues.cues(of: word.hash(0))
    if !own.isEmpty { return false }
    if scan.events.isCommon(word.hash(0)) {
      // «بمقاطعة»: common with ب as it is without.
      return scan.tokens[index].letterCount >= 5
        && (1..<max(1, word.count)).contains {
          !word.clitics($0).isSubset(of: lead.union(.and)) && scan.events.isCommon(word.hash($0))
        }
    }
    let letters = scan.text.letters(of: scan.tokens[index])
    let article = [LetterCode.alef, LetterCode.lam]
    if letters.count > 4, [LetterCode.beh, LetterCode.kaf].contains(letters.first ?? 0),
      letters.dropFirst().starts(with: article)
    {
      return true
    }
    return (1..<max(1, word.count)).contains { reading in
      let clitics = word.clitics(reading)
      return !clitics.isSubset(of: lead.union(.and))
        && (scan.events.isCommon(word.hash(reading))
          || !scan.events.cues.cues(of: word.hash(reading)).isEmpty)
    }
  }

  /// «مسجداً», «مركزا»: a word with the ending of the indefinite accusative, written out or not.
  func isIndefiniteObject(_ index: Int) -> Bool {
    if isAccusative(index) { return true }
    let letters = scan.text.letters(of: scan.tokens[index])
    guard letters.count >= 3, letters.last == LetterCode.alef,
      !letters.starts(with: [LetterCode.alef, LetterCode.lam])
    else { return false }
    let stem = letters.dropLast()
    // «عماراتها», «دوريتهما»: the suffix of a possessor.
    if stem.last == LetterCode.heh
      || stem.suffix(2).elementsEqual([LetterCode.heh, LetterCode.meem])
    {
      return false
    }
    return isKnownNoun(stem) || stem.first == LetterCode.waw && isKnownNoun(stem.dropFirst())
  }

  /// Whether letters are a noun of general use, or one of a site.
  private func isKnownNoun(_ letters: ArraySlice<UInt8>) -> Bool {
    let hash = WordHash.of(letters)
    // «حيا»
    if letters.count < 3 { return scan.events.cues.cues(of: hash).contains(.settlement) }
    return scan.events.isCommon(hash)
      || !scan.events.cues.cues(of: hash)
        .isDisjoint(with: [.site, .thing, .facility, .member, .fighter, .troops])
  }

  /// «مواقع يشتبه»: a word of general use that begins as the present tense does.
  func isPresentVerb(_ index: Int) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[index])
    return letters.count >= 4 && letters.first == LetterCode.yeh && !endsWithMarbuta(index)
      && scan.events.isCommon(scan.words[index].hash(0))
  }

  /// Whether a word names what can be struck where it stands: a building, a site, a vehicle.
  func isSite(_ index: Int) -> Bool { has([.site, .settlement, .facility, .thing], at: index) }

  /// Whether a mark at a token opens or closes a quotation.
  func isQuoteMark(_ index: Int) -> Bool {
    [.quote, .openQuote, .closeQuote].contains(scan.tokens[index].mark)
  }

  /// Words that no noun phrase opens with or runs over.
  static let particles: WordClass = [
    .relative, .inside, .to, .on, .from, .with, .between, .after, .before, .against, .be, .not,
    .qad, .that, .topic, .source, .subordinate, .during, .at, .about, .since, .adverb, .future,
    .therein, .pastTime, .moreover, .headed,
  ]
}
