import ArabicText
import Lexicons
import NewsModel

// Who struck, where no verb of attack has him as its subject: behind «من قبل», before «مشاهد عن», or in
// words that no table knows.
extension SentenceReader {
  /// «اقتحام السفارة من قبل محتجين», «على يد مسلحين»: who did it stands behind the preposition.
  func doer(behind trigger: Trigger) -> PartySpan? {
    for index in clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 18) {
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
  }

  /// «هجوم تبناه التنظيم», «أعلنت الحركة مسؤوليتها عن التفجير»: who takes it on himself did it.
  func claimant(of trigger: Trigger) -> PartySpan? {
    for index in clamped(trigger.start - 14, trigger.tokens.upperBound + 24) {
      guard has(.adoption, at: index) else { continue }
      let behind = spans.first {
        (index + 1...index + 3).contains($0.tokens.lowerBound) && $0.clitics.isEmpty
          && AttackFrame.isUnderArms($0, in: self) && $0.governor.isDisjoint(with: [.about, .on])
      }
      if let behind { return behind }
      guard index < trigger.start else { continue }
      let before = spans.last {
        $0.tokens.upperBound <= index && index - $0.tokens.upperBound <= 4 && $0.clitics.isEmpty
          && AttackFrame.isUnderArms($0, in: self)
      }
      if let before { return before }
    }
    return nil
  }

  /// «شاركت القوات التركية في هجوم», «مشاركة الحلف في الغارات»: who takes part.
  func participant(in trigger: Trigger) -> PartySpan? {
    guard scan.has(.inside, at: trigger.start - 1),
      let joining = clamped(trigger.start - 12, trigger.start).last(where: { has(.joining, at: $0) }
      )
    else { return nil }
    return spans.last {
      $0.tokens.lowerBound > joining && $0.tokens.upperBound <= trigger.start
        && AttackFrame.isFighter($0) && !isPlace($0)
    }
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
    if verb.form.number == .single, !verb.form.hasObject {
      let start = verb.tokens.upperBound
      if let thing = nounPhrase(at: start, before: limit),
        (thing.tokens.upperBound..<max(thing.tokens.upperBound, limit)).allSatisfy({
          scan.dateAt[$0] >= 0 || has(.part, at: $0) || scan.has(.from, at: $0)
        }), !has(.part, at: start), scan.triggerPayloads[start] < 0
      {
        return thing
      }
    }
    guard verb.clitics.isEmpty else { return nil }
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
  private func antecedent(of relative: Int) -> PartySpan? {
    let floor = max(range.lowerBound, relative - 5)
    for start in (floor..<max(floor, relative)).reversed() {
      if spans.contains(where: { $0.tokens.contains(start) }) || scan.isVerb(at: start) {
        return nil
      }
      guard
        start == range.lowerBound || scan.tokens[start - 1].kind == .mark
          || !scan.words[start - 1].classes.isDisjoint(with: Self.particles)
      else { continue }
      guard let phrase = nounPhrase(at: start, before: relative), phrase.tokens.upperBound == relative
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

  /// Whether a clause opens at a token: behind «أنّ», a quotation mark or a colon.
  private func opensClause(_ index: Int) -> Bool {
    let before = index - 1
    return scan.has(.that, at: before)
      || [.quote, .openQuote, .colon].contains(scan.tokens[before].mark)
        && scan.tokens[before].gap > .glued
  }
}
