import ArabicText
import Lexicons
import NewsModel

// Sides of a blow that the text means again without their names: «الطيران», «هذه القوات», «آلياته».
extension SentenceReader {
  /// Doers and struck with whoever is meant in the place of a word that alone is nobody's.
  func meantAgain(_ doers: [PartySpan], striking struck: [PartySpan]) -> (
    doers: [PartySpan], struck: [PartySpan]
  ) {
    let named = doers.map { doer in
      guard var one = forcesMeant(by: doer) ?? ownerOfForces(doer),
        !struck.contains(where: { $0.means(one) })
      else {
        return doer
      }
      one.tokens = doer.tokens
      one.clitics = doer.clitics
      one.how = .pronoun
      return one
    }
    let owned = struck.map { thing in
      guard var owner = owner(of: thing, besides: named) ?? body(owning: thing, besides: named)
      else { return thing }
      owner.tokens = thing.tokens
      owner.clitics = thing.clitics
      owner.how = .pronoun
      return owner
    }
    return (named, owned)
  }

  /// «قصف الطيران …» behind «طائرات التحالف», «شنت هذه القوات …»: the force named last.
  private func forcesMeant(by doer: PartySpan) -> PartySpan? {
    guard doer.entry < 0, doer.country < 0 else { return nil }
    let first = doer.tokens.lowerBound
    if doer.tokens.count == 2, has(.pointing, at: first), scan.has(.forces, at: first + 1) {
      guard memory.age <= 1, let subject = memory.subject else { return nil }
      return AttackFrame.isUnderArms(subject, in: self) ? subject : nil
    }
    guard doer.tokens.count == 1, isFleet(first) else { return nil }
    let fleet = spans.last {
      $0.tokens.upperBound <= first && isFleet($0.tokens.lowerBound) && $0.entry >= 0
    }
    if let fleet { return fleet }
    guard memory.age <= 2, let subject = memory.subject, subject.entry >= 0,
      isFleet(subject.tokens.lowerBound)
    else { return nil }
    return subject
  }

  /// «أعلنت الوزارة أن قواتها شنت»: whose forces they are.
  private func ownerOfForces(_ doer: PartySpan) -> PartySpan? {
    let first = doer.tokens.lowerBound
    guard doer.entry < 0, doer.country < 0, isOwned(first), scan.has(.forces, at: first) else {
      return nil
    }
    return spans.last {
      $0.tokens.upperBound <= first && $0.entry >= 0 && AttackFrame.isFighter($0) && !isPlace($0)
        && !isAside($0)
    }
  }

  /// «طيران», «المقاتلات»: what flies or shoots for someone.
  private func isFleet(_ index: Int) -> Bool {
    let word = scan.words[index]
    return (0..<word.count).contains {
      scan.events.cues.cues(of: word.hash($0)).contains(.fleet)
    }
  }

  /// «جنوده», «آلياتها»: the force before that a possessor takes up, if it is not who struck.
  private func owner(of thing: PartySpan, besides doers: [PartySpan]) -> PartySpan? {
    guard thing.kind == .thing, thing.entry < 0,
      let only = thing.tokens.first, isOwned(only) || endsWithPossessor(only),
      isSite(only) || has([.troops, .fighters, .people], at: only) || scan.has(.forces, at: only)
    else { return nil }
    let forces = spans.filter { span in
      span.tokens.upperBound <= only && !isPlace(span) && !isAside(span)
        && (AttackFrame.isUnderArms(span, in: self)
          || span.kind == .institution && has([.troops, .fighters], in: span.tokens))
        && !doers.contains { $0.means(span) }
    }
    guard let last = forces.last else { return nil }
    return last.entry >= 0 ? last : nil
  }

  /// «جنوده»: ه that is no ة.
  private func endsWithPossessor(_ index: Int) -> Bool {
    scan.text.letters(of: scan.tokens[index]).last == LetterCode.heh && !endsWithMarbuta(index)
  }

  /// «الهيئة وحلفائها», «والمتحالفين معها»: those who stand with a side.
  func allies(joinedAt index: Int) -> PartySpan? {
    guard has(.fighters, at: index), hasClitic(.and, at: index),
      isOwned(index) || endsWithPossessor(index)
    else { return nil }
    var allies = PartySpan(tokens: index..<index + 1, kind: .thing)
    allies.name = allies.tokens
    allies.clitics = .and
    allies.how = .unlinked
    return allies
  }

  /// «مواقع التنظيم», «معاقل الجماعة»: the armed body named last, of which no name stands there.
  private func body(owning thing: PartySpan, besides doers: [PartySpan]) -> PartySpan? {
    guard thing.kind == .thing, thing.entry < 0, let last = thing.tokens.last,
      thing.tokens.count > 1,
      has(.network, at: last),
      scan.text.letters(of: scan.tokens[last]).starts(with: [LetterCode.alef, LetterCode.lam])
    else { return nil }
    return spans.last { span in
      span.tokens.upperBound <= last && span.kind == .organisation && span.entry >= 0
        && AttackFrame.isArmed(span, in: self) && !doers.contains { $0.means(span) }
    }
  }
}
