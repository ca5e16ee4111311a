import ArabicText
import Lexicons
import NewsModel

/// Killing, hurting and carrying off by those under arms: «قتلت القوات ثلاثة مسلحين», «قُتل شاب برصاص الجيش»,
/// «مقتل قائد على يد مسلحين», «خطف مسلحون أربعة مزارعين».
///
/// No short vowel tells «قَتَل» from «قُتِل»: the active needs its doer and its object in a row, the passive who
/// did it behind a preposition. Where a blow tells it («قُتل ثلاثة في غارة») the blow is the event.
enum KillingFrame {
  static func drafts(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let trigger = sentence.triggers[number]
    let end = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    if sentence.triggers.contains(where: { $0.light == number }) { return [] }
    guard
      let sides = suffered(by: trigger, before: end, in: sentence)
        ?? done(by: trigger, before: end, in: sentence)
    else { return [] }
    return [
      Draft(
        type: trigger.form.type,
        trigger: number,
        tokens: trigger.tokens,
        actors: [sides.doer],
        recipients: Array(sides.struck.prefix(4)),
        place: sentence.struckPlace(of: trigger, to: end),
        rule: trigger.isVerb ? "attack" : "attack-killing"
      )
    ]
  }

  private typealias Sides = (doer: PartySpan, struck: [PartySpan])

  // MARK: - Passive

  /// «قُتل شاب برصاص الجيش», «مقتل قائد على يد مسلحين», «فلان الذي قُتل بنيران …».
  private static func suffered(
    by trigger: Trigger,
    before end: Int,
    in sentence: SentenceReader
  ) -> Sides? {
    guard !trigger.form.hasObject,
      let found = sentence.killer(behind: trigger, before: end)
    else { return nil }
    var struck = sentence.struck(from: trigger.tokens.upperBound, before: found.edge, isSure: true)
      .targets
    if let man = sentence.spans.first(where: {
      $0.tokens.lowerBound == trigger.tokens.upperBound && $0.kind == .person && $0.clitics.isEmpty
    }) {
      struck = [man]
    }
    if struck.isEmpty, trigger.isVerb, trigger.clitics.isEmpty {
      struck = sentence.subjectBefore(trigger.start).filter {
        AttackFrame.isFighter($0) || $0.kind == .person
      }
      if struck.isEmpty, let phrase = sentence.subjectPhrase(before: trigger.start) {
        struck = [phrase]
      }
    }
    struck.removeAll { one in
      one.means(found.doer) || one.tokens.overlaps(found.doer.tokens)
        // «وإصابة ثمانية آخرين»: of whom the word before told.
        || one.tokens.allSatisfy {
          sentence.has([.somebody, .part, .many], at: $0)
            || sentence.scan.tokens[$0].kind == .number
        }
    }
    return struck.isEmpty ? nil : (found.doer, struck)
  }

  // MARK: - Active

  /// «قتلت القوات ثلاثة مسلحين», «مسلحون يخطفون سياحا», «اقتحمت القوات المخيم وقتلت شابين».
  private static func done(
    by trigger: Trigger,
    before end: Int,
    in sentence: SentenceReader
  ) -> Sides? {
    let scan = sentence.scan
    guard trigger.isVerb, trigger.form.tense != .passive, !trigger.form.hasObject,
      let doer = sentence.fighter(doing: trigger, before: end),
      sentence.isUnderArms(doer) || doer.kind == .institution
        || trigger.form.feminine && doer.kind == .state
    else { return nil }
    // «قُتل عشرة وقُتل …»: a masculine verb that goes on may be a passive.
    let isBehind = doer.tokens.lowerBound >= trigger.tokens.upperBound
    if !isBehind, trigger.clitics.contains(.and), !trigger.form.feminine { return nil }
    var start = isBehind ? doer.tokens.upperBound : trigger.tokens.upperBound
    while start < end,
      scan.dateAt[start] >= 0 || scan.has([.adverb, .pastTime], at: start)
        || sentence.isQuoteMark(start)
    {
      start += 1
    }
    guard start < end, isVictim(start, in: sentence) else { return nil }
    let struck = sentence.struck(from: start, before: end, isSure: true).targets
      .filter { !$0.means(doer) }
    return struck.isEmpty ? nil : (doer, struck)
  }

  /// Whether what a killing has as its object begins at a token: a number, people, an accusative.
  private static func isVictim(_ index: Int, in sentence: SentenceReader) -> Bool {
    let scan = sentence.scan
    guard scan.tokens[index].gap < .line else { return false }
    if scan.tokens[index].kind == .number { return true }
    guard scan.tokens[index].kind == .word, !scan.isVerb(at: index), !sentence.isLed(index),
      !sentence.opensWithAnd(index), !sentence.isClitic(index)
    else { return false }
    if let span = sentence.spans.first(where: { $0.tokens.contains(index) }) {
      return span.tokens.lowerBound == index && span.kind == .person && span.clitics.isEmpty
    }
    return sentence.has(
      [.people, .fighters, .fighter, .member, .troops, .somebody, .part, .many, .thing],
      at: index
    ) || sentence.isIndefiniteObject(index)
  }
}

extension SentenceReader {
  /// «بنيران الجيش», «برصاص مسلحين», «برصاص إسرائيلي», «على يد القوات», «من قبل مستوطنين»: who did it behind a
  /// word of killing, and the token at which he is led in.
  func killer(behind trigger: Trigger, before end: Int) -> (doer: PartySpan, edge: Int)? {
    let from = trigger.tokens.upperBound
    for index in clamped(from, min(end, from + 18)) {
      if scan.has([.that, .relative], at: index) { return nil }
      // «استشهد أربعة وأصيب ثمانية برصاص …»: both by the same.
      let goesOn = has(.casualty, at: index) && scan.isJoined(index)
      if scan.isVerb(at: index), scan.dateAt[index] < 0, !goesOn { return nil }
      let start: Int
      if scan.has([.from, .on], at: index), has(.agency, at: index + 1) {
        start = index + 2
      } else if isLed(index), has(.weapon, at: index) {
        start = index + 1
      } else {
        continue
      }
      if let state = adjectives(after: start).first { return (state, index) }
      if let span = spans.first(where: { $0.tokens.lowerBound == start }), span.clitics == .to,
        AttackFrame.isFighter(span)
      {
        return (span, index)
      }
      guard let doer = side(at: start, before: end), doer.clitics.isEmpty,
        AttackFrame.isFighter(doer) && !isPlace(doer) || isUnderArms(doer)
          || has([.fighters, .fighter, .member], in: doer.tokens)
      else { continue }
      return (doer, index)
    }
    return nil
  }
}
