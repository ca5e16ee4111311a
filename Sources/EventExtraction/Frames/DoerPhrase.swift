import ArabicText
import Lexicons
import NewsModel

// Who struck, where no verb of attack has him as its subject: behind «من قبل», before «مشاهد عن», or in
// words that no table knows.
extension SentenceReader {
  /// «اقتحام السفارة من قبل محتجين», «على يد مسلحين»: who did it stands behind the preposition.
  func doer(behind trigger: Trigger) -> PartySpan? {
    // «هجوم من مسلحين»
    let from = trigger.tokens.upperBound
    if scan.has(.from, at: from), !has(.agency, at: from + 1),
      let found = fighters(at: from + 1, before: range.upperBound, orOne: true)
    {
      return found
    }
    for index in clamped(from, from + 18) {
      if scan.has(.that, at: index) { return nil }
      guard scan.has([.from, .on], at: index), has(.agency, at: index + 1) else { continue }
      let start = index + 2
      if let doer = spans.first(where: { $0.tokens.lowerBound == start }) {
        return AttackFrame.isFighter(doer) ? doer : nil
      }
      return fighters(at: start, before: range.upperBound, orOne: true)
        ?? nounPhrase(at: start, before: range.upperBound, isSure: true)
    }
    return nil
  }

  /// «أعلنت المقاومة استهداف …», «بثّت الكتائب، الجناح …، مشاهد عن قصف …»: who announces or shows it did
  /// it, if he is under arms.
  func announcer(of trigger: Trigger) -> PartySpan? {
    guard has([.object, .struck], at: trigger.start) || has(.masdar, at: trigger.start),
      trigger.clitics.isEmpty,
      let verb = clamped(trigger.start - 18, trigger.start).last(where: { isTelling($0) }),
      !clamped(verb + 1, trigger.start).contains(where: { index in
        scan.has([.that, .subordinate], at: index)
          || scan.has(.about, at: index) && !has(.footage, at: index - 1)
          || scan.isVerb(at: index) && !isTelling(index) && !has(.footage, at: index - 1)
      })
    else { return nil }
    let named = spans.first { span in
      span.tokens.lowerBound > verb && span.tokens.upperBound <= trigger.start
        && span.tokens.lowerBound - verb <= 3
    }
    if let named { return AttackFrame.isUnderArms(named, in: self) ? named : nil }
    return fighters(rightAfter: verb + 1, before: trigger.start)
      ?? subjectBefore(verb).first { AttackFrame.isUnderArms($0, in: self) }
      // «القوات المسلحة تعلن استهداف …»
      ?? fighters(rightBefore: verb).flatMap { opensSentenceOrClause($0) ? $0 : nil }
  }

  /// Whether a definite phrase stands where a clause begins: behind a mark, or first.
  private func opensSentenceOrClause(_ span: PartySpan) -> Bool {
    let first = span.tokens.lowerBound
    let letters = scan.text.letters(of: scan.tokens[first])
      .dropFirst(span.clitics.rawValue.nonzeroBitCount)
    return (first == range.lowerBound || scan.tokens[first - 1].kind == .mark)
      && letters.starts(with: [LetterCode.alef, LetterCode.lam])
  }

  /// «هجوم تبناه التنظيم», «أعلنت الحركة مسؤوليتها عن التفجير»: who takes it on himself did it.
  func claimant(of trigger: Trigger) -> PartySpan? {
    for index in clamped(trigger.start - 14, trigger.tokens.upperBound + 24) {
      guard has(.adoption, at: index),
        // «الهجوم الذي تبنته الحركة، وقتل شرطي في هجوم»: another's.
        !clamped(index + 1, trigger.start).contains(where: { startsClause($0) })
      else { continue }
      let behind = spans.first {
        (index + 1...index + 3).contains($0.tokens.lowerBound) && $0.clitics.isEmpty
          && AttackFrame.isUnderArms($0, in: self) && $0.governor.isDisjoint(with: [.about, .on])
      }
      if let behind { return behind }
      guard index < trigger.start else { continue }
      // «حمّل الجيش المتمردين مسؤولية …»: right before it stands who is said to have done it.
      if let found = fighters(rightBefore: index) { return found }
      let before = spans.last {
        $0.tokens.upperBound <= index && index - $0.tokens.upperBound <= 4 && $0.clitics.isEmpty
          && AttackFrame.isUnderArms($0, in: self)
      }
      if let before { return before }
      // «أعلنت جماعة متشددة مسؤوليتها عن»
      if let telling = clamped(index - 14, index).last(where: { isTelling($0) }),
        scan.has([.faction, .heading], at: telling + 1)
          || has([.fighters, .part, .member], at: telling + 1),
        let unknown = nounPhrase(at: telling + 1, before: index, isSure: true)
      {
        return unknown
      }
    }
    return nil
  }

  /// «اشتباكات بين قوات الاحتلال وشبان بعد اقتحام الحي»: who went in is the one force that the sentence names.
  func raider(of trigger: Trigger) -> PartySpan? {
    guard has(.raid, at: trigger.start), !trigger.form.isPossessed, trigger.light < 0,
      scan.follows([.during, .after, .before, .inside], at: trigger.start)
        || has(.result, at: trigger.start - 1)
    else { return nil }
    // «أصيب شاب برصاص الاحتلال خلال اقتحام البلدة»: whose shots they were.
    if let shot = range.last(where: { has(.weapon, at: $0) && isLed($0) }),
      let force = spans.first(where: { $0.tokens.lowerBound == shot + 1 })
        ?? fighters(at: shot + 1, before: range.upperBound),
      force.clitics.isEmpty, AttackFrame.isFighter(force)
    {
      return force
    }
    let forces = spans.filter {
      AttackFrame.isUnderArms($0, in: self) && !isPlace($0) && !isAside($0)
    }
    guard let first = forces.first, forces.allSatisfy({ $0.means(first) }),
      !range.contains(where: { index in
        has(.fighters, at: index) && !forces.contains { $0.tokens.contains(index) }
          && scan.text.letters(of: scan.tokens[index]).starts(with: [
            LetterCode.alef, LetterCode.lam,
          ])
      })
    else { return nil }
    return first
  }

  /// «المقاومة … تؤكد مواصلتها استهداف …»: whose going on it is, the one force named before.
  func continuer(of trigger: Trigger) -> PartySpan? {
    let before = trigger.start - 1
    guard has([.ongoing, .reached], at: before), isOwned(before), trigger.clitics.isEmpty else {
      return nil
    }
    let forces = spans.filter {
      $0.tokens.upperBound <= before && AttackFrame.isUnderArms($0, in: self) && !isPlace($0)
        && $0.clitics.isSubset(of: .and)
    }
    guard let first = forces.first, forces.allSatisfy({ $0.means(first) }) else { return nil }
    return first
  }

  /// «نفق تعرض لقصف»: a place or a thing right before a verb that has it as its subject.
  func site(rightBefore verb: Int) -> PartySpan? {
    for start in clamped(verb - 3, verb) where isSite(start) {
      if let thing = nounPhrase(at: start, before: verb, isSure: true),
        thing.tokens.upperBound == verb
      {
        return thing
      }
    }
    return nil
  }

  /// «أراد التحالف تبرير الحملة التي يشنها»: those who fight behind the last verb before a token.
  func fighters(behindVerbBefore index: Int) -> PartySpan? {
    clamped(index - 12, index).last { scan.isVerb(at: $0) }
      .flatMap { fighters(rightAfter: $0 + 1, before: index) }
  }

  /// «شاركت القوات التركية في هجوم», «مشاركة الحلف في الغارات»: who takes part.
  func participant(in trigger: Trigger) -> PartySpan? {
    guard scan.has(.inside, at: trigger.start - 1),
      let joining = clamped(trigger.start - 12, trigger.start).last(where: { has(.joining, at: $0) }
      )
    else { return nil }
    let named = spans.last {
      $0.tokens.lowerBound > joining && $0.tokens.upperBound <= trigger.start
        && AttackFrame.isFighter($0) && !isPlace($0)
    }
    if let named { return named }
    // «الإرهابي الرابع، الذي شارك في الهجوم», «قواتها الجوية شاركت في غارات»
    guard scan.isVerb(at: joining) else { return nil }
    let relative = scan.has(.relative, at: joining - 1) ? joining - 1 : joining
    return antecedent(of: scan.tokens[relative - 1].mark == .comma ? relative - 1 : relative)
  }

  /// «أعلن», «تبنّى», «بثّ»: a verb that tells or claims.
  private func isTelling(_ index: Int) -> Bool {
    guard !scan.has([.that, .about], at: index) else { return false }
    return has(.claim, at: index)
      || scan.triggerForms(at: index).contains { $0.frame == .speech && $0.tense != .noun }
  }

  /// Whoever a verb of doing names as no table knows him: «ينفذ المتطرفون تفجيرات», «قوات الشرطة التي
  /// شنت هجمات», «فصائل معارضة تشن هجوما».
  func doerPhrase(of verb: Trigger, before limit: Int) -> PartySpan? {
    let isResumed = has(.resumed, at: verb.tokens.upperBound)
    if verb.form.number == .single, !verb.form.hasObject {
      // «التي قام فيها مجرمون بتفجير»
      let start = verb.tokens.upperBound + (isResumed ? 1 : 0)
      if let thing = nounPhrase(at: start, before: limit),
        (thing.tokens.upperBound..<max(thing.tokens.upperBound, limit)).allSatisfy({
          scan.dateAt[$0] >= 0 || has(.part, at: $0) || scan.has(.from, at: $0)
        }), !has(.part, at: start), scan.triggerPayloads[start] < 0
      {
        return thing
      }
    }
    guard verb.clitics.isEmpty, !isResumed else { return nil }
    if scan.has(.relative, at: verb.start - 1) {
      // «المجموعة التي نفذت هجمات», not «الحرب التي تقوم على التوغل».
      guard limit - verb.tokens.upperBound <= 3,
        (verb.tokens.upperBound..<max(verb.tokens.upperBound, limit)).allSatisfy({ index in
          scan.tokens[index].kind != .mark && !scan.isVerb(at: index)
            && !scan.has([.on, .to], at: index)
        })
      else { return nil }
      return fighters(rightBefore: verb.start - 1) ?? antecedent(of: verb.start - 1)
    }
    return subjectPhrase(before: verb.start)
  }

  /// «المجموعة التي نفذت …»: the noun phrase right before a relative.
  func antecedent(of relative: Int, isSure: Bool = false) -> PartySpan? {
    let floor = max(range.lowerBound, relative - 5)
    for start in (floor..<max(floor, relative)).reversed() {
      if spans.contains(where: { $0.tokens.contains(start) }) || scan.isVerb(at: start) {
        return nil
      }
      guard
        start == range.lowerBound || scan.tokens[start - 1].kind == .mark
          || !scan.words[start - 1].classes.isDisjoint(with: Self.particles)
      else { continue }
      guard let phrase = nounPhrase(at: start, before: relative, isSure: isSure),
        phrase.tokens.upperBound == relative
      else { return nil }
      return phrase
    }
    return nil
  }

  /// The noun phrase that ends right before a verb as its subject, in the text's own words:
  /// «فصائل إسلامية ومقاتلة تشن», «إن أربعمئة من الانفصاليين هاجموا».
  func subjectPhrase(before verb: Int) -> PartySpan? {
    let floor = max(range.lowerBound, verb - 10)
    for start in (floor..<max(floor, verb)).reversed() {
      if scan.isVerb(at: start) || scan.dateAt[start] >= 0 { return nil }
      guard start == range.lowerBound || opensClause(start) else { continue }
      guard let first = nounPhrase(at: start, before: verb, isSure: true) else { return nil }
      let all = [first] + nounPhrases(joinedBehind: first, before: verb)
      guard let last = all.last, last.tokens.upperBound == verb else { return nil }
      var whole = first
      whole.tokens = first.tokens.lowerBound..<last.tokens.upperBound
      return whole
    }
    return nil
  }

  /// «مجزرة إسرائيلية جديدة، استهدفت …», «عمليات للحركة تستهدف …»: whose the blow or the weapon is that a verb
  /// right behind it has as its subject.
  func ownerOfWeapon(before verb: Int) -> [PartySpan] {
    var index = verb - 1
    if index > range.lowerBound, scan.tokens[index].mark == .comma { index -= 1 }
    if let owner = spans.last(where: { $0.tokens.upperBound == index + 1 }), owner.clitics == .to,
      AttackFrame.isFighter(owner),
      isWeaponOrBlow(owner.tokens.lowerBound - 1) || isWeaponOrBlow(owner.tokens.lowerBound - 2)
    {
      return [owner]
    }
    // «عمليات للقوات المسلحة والحركة»
    if let last = spans.last(where: { $0.tokens.upperBound == index + 1 }), last.clitics == .and,
      let first = spans.last(where: { $0.tokens.upperBound == last.tokens.lowerBound }),
      first.clitics == .to, AttackFrame.isFighter(first), AttackFrame.isFighter(last),
      isWeaponOrBlow(first.tokens.lowerBound - 1) || isWeaponOrBlow(first.tokens.lowerBound - 2)
    {
      return [first, last]
    }
    // «نفذت الحركة عشر عمليات عسكرية استهدفت …»
    if let blow = clamped(index - 1, index + 1).first(where: { isWeaponOrBlow($0) }),
      let doer = lastDoer(before: blow), blow - doer.tokens.upperBound <= 3,
      triggers.contains(where: {
        $0.tokens.upperBound == doer.tokens.lowerBound && $0.form.frame == .light
      })
    {
      return [doer]
    }
    let floor = max(range.lowerBound + 1, index - 3)
    while index >= floor, has(.manner, at: index) { index -= 1 }
    while index >= floor {
      guard scan.tokens[index].kind == .word, scan.tokens[index].gap == .space,
        scan.dateAt[index] < 0, !spans.contains(where: { $0.tokens.contains(index) })
      else { return [] }
      if isWeaponOrBlow(index - 1), scan.actorClitics[index].isEmpty {
        return adjectives(after: index)
      }
      guard
        scan.senses(at: index).contains(where: { $0.kind == .adjective })
          || has(.manner, at: index) || has(.crewless, at: index)
      else { return [] }
      index -= 1
    }
    return []
  }

  /// «صواريخ», «مجزرة», «عمليات»: what strikes, or is struck with.
  private func isWeaponOrBlow(_ index: Int) -> Bool {
    range.contains(index) && scan.tokens[index].kind == .word
      && (has([.weapon, .bomb, .crewless], at: index)
        || scan.triggerForms(at: index).contains { $0.frame == .blow && $0.tense == .noun })
  }

  /// Whether a clause opens at a token: behind «أنّ», a quotation mark or a colon.
  private func opensClause(_ index: Int) -> Bool {
    let before = index - 1
    return scan.has(.that, at: before)
      || [.quote, .openQuote, .colon].contains(scan.tokens[before].mark)
        && scan.tokens[before].gap > .glued
  }
}
