import ArabicText
import Lexicons
import NewsModel

// Who struck as others have it: accused of it, answerable for it, behind it; and who struck by what
// he did else.
extension SentenceReader {
  /// «الموظفة المتهمة بالاعتداء», «فلان مسؤول عن شن هجمات», «أقر بتهمة التخطيط للهجمات», «عناصر
  /// تقف وراء التفجيرات»: who is said to have done it.
  func blamed(for trigger: Trigger) -> PartySpan? {
    let near = clamped(trigger.start - 7, trigger.start)
    guard let word = near.last(where: { has(.blamed, at: $0) }) else { return nil }
    let next = word + 1
    // «توجيه الاتهام لفلان بتفجير»
    if next < trigger.start, hasClitic(.to, at: next) || span(at: next)?.clitics == .to {
      return leads(to: trigger, from: span(at: next)?.tokens.upperBound ?? next + 1)
        ? span(at: next) ?? nounPhrase(at: next, before: trigger.start, lead: .to, isSure: true)
        : nil
    }
    guard leads(to: trigger, from: next) else { return nil }
    // «فلان أقر بتهمة …»
    let edge = isLed(word) && scan.isVerb(at: word - 1) ? word - 1 : word
    if var named = spans.last(where: {
      $0.tokens.upperBound == edge && $0.clitics.isEmpty && !isPlace($0)
    }) {
      // «خالد الشيخ فلان»
      if named.entry < 0, has(.givenName, at: named.tokens.lowerBound - 1) {
        named.tokens = named.tokens.lowerBound - 1..<edge
        named.name = named.tokens
      }
      return named
    }
    return fighters(rightBefore: edge) ?? described(by: word) ?? manyFighters(before: edge)
      ?? antecedent(of: edge, isSure: true)
  }

  /// «اتهمت أنقرة الحزب بالوقوف وراء الهجوم», «تتهم واشنطن فلانا بالضلوع في جرائم، بما فيها الهجوم»: the accused
  /// stands right before the charge, behind whoever accuses him.
  func accused(of trigger: Trigger) -> PartySpan? {
    guard
      let verb = triggers.last(where: {
        $0.isVerb && $0.start < trigger.start && trigger.start - $0.start <= 30
          && !$0.form.hasObject && $0.form.type >= 0
          && scan.events.types[Int($0.form.type)].id == "accusation"
      })
    else { return nil }
    let from = verb.tokens.upperBound
    guard let charge = clamped(from + 1, trigger.tokens.upperBound).first(where: { isCharge($0) }),
      !clamped(charge, trigger.start).contains(where: {
        scan.has([.that, .subordinate], at: $0) || scan.isVerb(at: $0) && scan.dateAt[$0] < 0
      })
    else { return nil }
    let named = spans.filter {
      $0.tokens.lowerBound >= from && $0.tokens.upperBound <= charge
        && $0.clitics.isSubset(of: .and)
    }
    // One alone behind the verb may be who accuses.
    let isAccuserTold = !subjectBefore(verb.start).isEmpty
    if let last = named.last, last.tokens.upperBound == charge {
      if named.count > 1 || isAccuserTold || last.tokens.lowerBound > from { return last }
      return nil
    }
    return fighters(rightBefore: charge).flatMap { $0.tokens.lowerBound > from ? $0 : nil }
  }

  /// «بالوقوف وراء», «بتنفيذ», «باستهداف»: what someone is accused of, behind ب.
  private func isCharge(_ index: Int) -> Bool {
    scan.tokens[index].kind == .word && scan.dateAt[index] < 0
      && scan.text.letters(of: scan.tokens[index]).first == LetterCode.beh
      && !spans.contains { $0.tokens.contains(index) }
      && (isLed(index) || isBehindBeh(index) || isClitic(index)
        || scan.triggerClitics[index] == .by)
  }

  /// «نسبت أنقرة الهجوم إلى الحزب», «ألقي باللائمة في الهجومين على متمردين»: behind the preposition of the word
  /// of blame stands who is said to have done it.
  func attributed(_ trigger: Trigger) -> PartySpan? {
    for word in clamped(trigger.start - 14, trigger.tokens.upperBound + 12)
    where has(.blamed, at: word) && has(.agency, at: word) {
      for index in clamped(word + 1, word + 7) where scan.has([.to, .on], at: index) {
        guard
          !clamped(word + 1, index).contains(where: {
            scan.isVerb(at: $0) || scan.has([.that, .relative], at: $0)
              || scan.tokens[$0].mark == .comma
          })
        else { break }
        let next = isQuoteMark(index + 1) ? index + 2 : index + 1
        if let named = span(at: next) {
          return AttackFrame.isFighter(named) || named.kind == .person ? named : nil
        }
        return nounPhrase(at: next, before: range.upperBound, isSure: true)
      }
    }
    return nil
  }

  /// «عناصر معارضة»: those who fight, told by a noun phrase that ends at a token.
  private func manyFighters(before edge: Int) -> PartySpan? {
    clamped(edge - 4, edge).first { has(.fighters, at: $0) }
      .flatMap { nounPhrase(at: $0, before: edge, isSure: true) }
      .flatMap { $0.tokens.upperBound == edge ? $0 : nil }
  }

  /// Whether nothing but verbal nouns, prepositions and numbers stands between a token and a blow.
  private func leads(to trigger: Trigger, from start: Int) -> Bool {
    (start..<max(start, trigger.start)).allSatisfy { index in
      scan.dateAt[index] >= 0 || scan.tokens[index].kind == .number
        || scan.tokens[index].kind == .word
          && (!scan.isVerb(at: index) || has(.reached, at: index))
          && !scan.has([.that, .relative, .not], at: index) && span(at: index) == nil
    }
  }

  /// The span that begins at a token.
  private func span(at index: Int) -> PartySpan? {
    spans.first { $0.tokens.lowerBound == index }
  }

  /// «الموظفة المتهمة»: the definite noun that an adjective of blame describes, and the adjective.
  private func described(by adjective: Int) -> PartySpan? {
    let noun = adjective - 1
    let article = [LetterCode.alef, LetterCode.lam]
    guard noun >= range.lowerBound, scan.tokens[noun].kind == .word,
      scan.text.letters(of: scan.tokens[noun]).starts(with: article),
      scan.text.letters(of: scan.tokens[adjective]).starts(with: article)
    else { return nil }
    return nounPhrase(at: noun, before: adjective + 1, isSure: true)
  }

  /// «نفّذت القوات عمليات، بينها استهداف سفن», «عملية قام بها الجيش عبر استهداف سيارة»: what was done by
  /// means of a blow, or counts as one, was done by whoever struck.
  func doer(byMeansOf trigger: Trigger) -> PartySpan? {
    let before = trigger.start - 1
    guard has(.byMeans, at: before),
      // «خلال قصف» tells when, «من خلال قصف» how.
      !scan.has(.during, at: before) || scan.has(.from, at: before - 1),
      let verb = clamped(trigger.start - 24, before).last(where: { scan.isVerb(at: $0) }),
      !clamped(verb, before).contains(where: { scan.has([.that, .subordinate], at: $0) })
    else { return nil }
    let behind = verb + (has(.resumed, at: verb + 1) ? 2 : 1)
    if let doer = span(at: behind) {
      return AttackFrame.isFighter(doer) && doer.clitics.isEmpty && !isPlace(doer) ? doer : nil
    }
    return fighters(rightAfter: behind, before: before)
      ?? subjectBefore(verb).last.flatMap { AttackFrame.isFighter($0) ? $0 : nil }
  }

  /// «حكومة الاحتلال، التي تواصل … وتواصل العدوان», «باكو التي استنفرت قواتها وشنت هجومها»: a second verb
  /// of a relative clause has the doer of the first, whom «التي» takes up.
  func relativeDoer(of verb: Trigger) -> PartySpan? {
    guard verb.clitics.contains(.and), !verb.form.hasObject,
      let relative = clamped(verb.start - 16, verb.start).last(where: {
        scan.has([.relative, .that, .subordinate], at: $0)
      }), scan.has(.relative, at: relative), relative > range.lowerBound,
      scan.words[relative + 1].classes.isDisjoint(with: Self.particles),
      span(at: relative + 2) == nil, !has([.fighters, .troops], at: relative + 2),
      !isOwned(relative + 1)
    else { return nil }
    let edge = scan.tokens[relative - 1].mark == .comma ? relative - 1 : relative
    return spans.last {
      $0.tokens.upperBound == edge
        && (AttackFrame.isFighter($0) || $0.kind == .city && $0.country >= 0)
    }
  }

  /// «استهدفت وحدات المدفعية في الكتائب، …، قوات الاحتلال»: what stands right behind the verb did it, if it can
  /// strike and an object follows.
  func object(behindUnit unit: PartySpan, of verb: Trigger, before end: Int) -> StruckPhrase? {
    let head = unit.tokens.lowerBound
    guard unit.entry < 0, verb.form.number == .single, !verb.form.hasObject,
      head == verb.tokens.upperBound,
      scan.has(.forces, at: head)
        || has([.troops, .fighters], at: head),
      !isIndefiniteObject(head)
    else { return nil }
    // «وحدات من الجيش», «وحدات المدفعية في الكتائب»: of whom they are.
    var edge = unit.tokens.upperBound
    if scan.has([.from, .inside], at: edge) {
      let whose = isQuoteMark(edge + 1) ? edge + 2 : edge + 1
      edge = span(at: whose)?.tokens.upperBound ?? whose + 1
      while edge < end, isQuoteMark(edge) { edge += 1 }
    }
    let opening =
      clamped(edge, edge + 5).first {
        scan.tokens[$0].kind == .number || isIndefiniteObject($0) || span(at: $0) != nil
          || scan.tokens[$0].kind == .mark
      } ?? edge
    let found = struck(from: opening, before: end)
    guard let first = found.targets.first,
      first.entry >= 0 || isIndefiniteObject(first.tokens.lowerBound)
        || isSite(first.tokens.lowerBound)
        || scan.tokens[first.tokens.lowerBound].kind == .number
    else { return nil }
    return found
  }

  /// «قصفت السرايا، بالاشتراك مع قوات كذا، موقع …»: who did it with the doer.
  func partner(in near: Range<Int>) -> PartySpan? {
    guard
      let with = near.first(where: { scan.has(.with, at: $0) && has(.joining, at: $0 - 1) })
    else { return nil }
    let next = with + 1
    if let named = span(at: next) { return AttackFrame.isFighter(named) ? named : nil }
    return fighters(at: next, before: range.upperBound)
      ?? nounPhrase(at: next, before: range.upperBound, isSure: true)
  }
}
