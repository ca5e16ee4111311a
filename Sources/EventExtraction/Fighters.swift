import ArabicText
import Lexicons
import NewsModel

extension SentenceReader {
  /// Who fights, told by his standing only: «مسلحون», «مقاتلو العشائر», «فصائل معارضة».
  ///
  /// No table knows them, but the text names them as the side that struck or was struck. Where a
  /// known party follows («مقاتلو حماس») that one is meant, so nothing is found.
  func fighters(at index: Int, before end: Int, orOne: Bool = false) -> PartySpan? {
    guard index >= range.lowerBound, index < end, scan.tokens[index].kind == .word,
      scan.dateAt[index] < 0, !spans.contains(where: { $0.tokens.contains(index) }),
      let clitics = fighterClitics(at: index, orOne: orOne), !isOwned(index)
    else { return nil }
    var next = index + 1
    var country: Int32 = -1
    while next < end, next - index <= 3, scan.tokens[next].kind == .word,
      scan.tokens[next].gap == .space, scan.dateAt[next] < 0
    {
      if let span = spans.first(where: { $0.tokens.contains(next) }) {
        let isInner = span.clitics.isEmpty && AttackFrame.isFighter(span)
        return isInner ? nil : phrase(index..<next, clitics, of: country)
      }
      if let sense = scan.senses(at: next).first(where: { $0.kind == .adjective }) {
        country = sense.entry
      }
      guard scan.triggerPayloads[next] < 0, !scan.isVerb(at: next), qualifies(next) else { break }
      next += 1
    }
    return phrase(index..<next, clitics, of: country)
  }

  /// The first who fight between two tokens, with nothing but dates and adverbs before them.
  func fighters(rightAfter start: Int, before end: Int) -> PartySpan? {
    var index = start
    while index < min(end, start + 6) {
      if let found = fighters(at: index, before: end, orOne: true) { return found }
      guard
        scan.dateAt[index] >= 0 || scan.has([.adverb, .pastTime], at: index)
          || [.quote, .openQuote].contains(scan.tokens[index].mark)
      else { return nil }
      index += 1
    }
    return nil
  }

  /// Those who fight among what a verb strikes: «استهدفت حشود الاحتلال», «مواقع للمسلحين».
  func fighters(struckFrom start: Int, before end: Int) -> PartySpan? {
    for index in start..<max(start, min(end, start + 6)) {
      if scan.dateAt[index] >= 0 { continue }
      if let found = fighters(at: index, before: end) { return found }
      if scan.has([.inside, .from, .at, .during, .after, .relative, .that, .side], at: index)
        || scan.isVerb(at: index) || scan.tokens[index].kind == .mark
      {
        return nil
      }
    }
    return nil
  }

  /// Whom «استهداف» strikes: the first who fights in its genitive, «استهداف تجمعات آليات الجيش».
  func struck(from start: Int, before end: Int, but actors: [PartySpan]) -> PartySpan? {
    let named = spans.first { span in
      (start..<max(start, min(end, start + 5))).contains(span.tokens.lowerBound)
        && AttackFrame.isFighter(span) && !isPlace(span) && span.clitics.isEmpty
        && !actors.contains { $0.means(span) }
        && span.governor.isDisjoint(with: [.with, .from, .between, .to, .inside])
    }
    return named ?? fighters(struckFrom: start, before: end)
  }

  /// «قالت المقاومة إنها استهدفت»: who tells it did it.
  func fighters(tellingBefore index: Int) -> PartySpan? {
    for start in range.lowerBound..<min(max(range.lowerBound, index - 1), range.lowerBound + 4) {
      if let found = fighters(at: start, before: index) { return found }
      if let span = spans.first(where: { $0.tokens.lowerBound == start }) {
        return AttackFrame.isUnderArms(span, in: self) ? span : nil
      }
    }
    return nil
  }

  /// Those who fight right before a verb: «أن المقاومة استهدفت», «فصائل مسلحة شنت».
  ///
  /// Of «مجاهديها استهدفوا» the one whose they are is meant: the fighter named last.
  func fighters(rightBefore index: Int) -> PartySpan? {
    for start in max(range.lowerBound, index - 4)..<max(range.lowerBound, index) {
      if let found = fighters(at: start, before: index), found.tokens.upperBound == index,
        found.clitics.isDisjoint(with: [.by, .to])
      {
        return found
      }
    }
    guard index - 1 >= range.lowerBound, has(.fighters, at: index - 1), isOwned(index - 1) else {
      return nil
    }
    return spans.last { span in
      span.tokens.upperBound <= index && AttackFrame.isFighter(span) && !isPlace(span)
        && span.governor.isDisjoint(with: [.on, .against])
    }
  }

  /// «مقاتليها»: whose fighters they are is told before.
  func isOwned(_ index: Int) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[index]).suffix(2)
    return letters.elementsEqual([LetterCode.heh, LetterCode.alef])
      || letters.elementsEqual([LetterCode.heh, LetterCode.meem])
  }

  private func phrase(_ tokens: Range<Int>, _ clitics: Clitics, of country: Int32) -> PartySpan {
    var span = PartySpan(tokens: tokens, kind: .organisation)
    span.country = country
    span.name = tokens
    span.clitics = clitics
    span.how = .unlinked
    if tokens.lowerBound > range.lowerBound {
      span.governor = scan.words[tokens.lowerBound - 1].classes
    }
    return span
  }

  /// The proclitics before a word of those who fight; `nil` for any other word.
  private func fighterClitics(at index: Int, orOne: Bool) -> Clitics? {
    let word = scan.words[index]
    let wanted: EventCue = orOne ? [.fighters, .fighter] : .fighters
    for reading in 0..<word.count where !word.clitics(reading).contains(.like) {
      if !scan.events.cues.cues(of: word.hash(reading)).isDisjoint(with: wanted) {
        return word.clitics(reading)
      }
    }
    return nil
  }

  /// Whether a word describes the one before it: it has the article or ends as an adjective does.
  private func qualifies(_ index: Int) -> Bool {
    guard
      scan.words[index].classes.isDisjoint(with: [
        .relative, .inside, .at, .during, .that, .topic, .to, .on, .from, .with, .between, .after,
        .before, .against, .be, .not, .subordinate, .side,
      ])
    else { return false }
    let letters = scan.text.letters(of: scan.tokens[index])
    guard letters.count >= 4 else { return false }
    if letters.starts(with: [LetterCode.alef, LetterCode.lam]) { return true }
    return letters.last == LetterCode.yeh
      || letters.suffix(2).elementsEqual([LetterCode.yeh, LetterCode.heh])
      || letters.suffix(2).elementsEqual([LetterCode.yeh, LetterCode.noon])
      || letters.suffix(2).elementsEqual([LetterCode.waw, LetterCode.noon])
  }
}

extension SentenceReader {
  /// Who did what the last verb before a token tells, when he stands right behind that verb:
  /// «واستولى التنظيم على بلدات، وشنّ هجمات».
  func lastDoer(before index: Int) -> PartySpan? {
    spans.last { span in
      let before = span.tokens.lowerBound - 1
      return span.tokens.upperBound <= index && before >= range.lowerBound
        && (scan.isVerb(at: before) || before == range.lowerBound) && span.clitics.isEmpty
        && AttackFrame.isFighter(span)
        && !isPlace(span)
    }
  }

  /// «وشنّ», «فيما شنّت», «كما استهدفت»: a verb that goes on with whoever the last verb named.
  func goesOn(_ verb: Trigger) -> Bool {
    verb.clitics.contains(.and)
      || verb.clitics.isEmpty && scan.has([.subordinate, .moreover], at: verb.start - 1)
  }

  /// Whether someone who can strike or be struck stands near a noun of attack.
  func namesFighters(around trigger: Trigger) -> Bool {
    let near = clamped(trigger.start - 10, trigger.tokens.upperBound + 12)
    return spans.contains { span in
      near.contains(span.tokens.lowerBound) && AttackFrame.isUnderArms(span, in: self)
        && !isPlace(span)
        && !isAside(span) && !isTeller(span)
    } || near.contains { has(.fighters, at: $0) }
  }

  /// Whether a span tells, or feels, what happened: «قالت الحكومة», «أدانت المنظمة».
  private func isTeller(_ span: PartySpan) -> Bool {
    let (before, after) = (span.tokens.lowerBound - 1, span.tokens.upperBound)
    return triggers.contains {
      $0.isVerb && $0.form.frame == .speech
        && ($0.tokens.upperBound - 1 == before || $0.start == after)
    }
  }
}
