import ArabicText
import Lexicons
import NewsModel

// Who does what a token tells, where he does not stand beside it.
extension SentenceReader {
  /// «وكانت الجماعة، وهي …، قد أعلنت»: between كان and قد stands the doer, whatever is said of him.
  func doer(betweenBeAndQad index: Int) -> [PartySpan] {
    guard scan.has(.qad, at: index - 1) else { return [] }
    var opener = index - 2
    let floor = max(range.lowerBound, index - 40)
    while opener >= floor, !scan.has(.be, at: opener) {
      if scan.has([.qad, .that], at: opener) { return [] }
      opener -= 1
    }
    guard opener >= floor,
      let doer = spans.first(where: { $0.tokens.lowerBound > opener }),
      doer.tokens.lowerBound - opener <= 2, doer.tokens.upperBound < index, doer.clitics.isEmpty,
      !isPlace(doer)
    else { return [] }
    return [doer] + joined(to: doer, before: index)
  }

  /// Three of one kind joined by و, the last before a token: «تونس والجزائر ومصر», else three men.
  func lastThree(before index: Int) -> [PartySpan]? {
    let before = spans.filter { $0.tokens.upperBound <= index }
    return lastThree(of: .state, in: before) ?? lastThree(of: .person, in: before)
  }

  private func lastThree(of kind: PartySpan.Kind, in before: [PartySpan]) -> [PartySpan]? {
    for end in before.indices.reversed() where end >= 2 {
      let three = Array(before[(end - 2)...end])
      let isRun =
        three[1].clitics == .and && three[2].clitics == .and
        && three.allSatisfy { $0.kind == kind && $0.moreCountries.isEmpty }
        && zip(three, three.dropFirst()).allSatisfy {
          $1.tokens.lowerBound - $0.tokens.upperBound <= 1
        }
      let isLonger = end >= 3 && before[end - 2].clitics == .and
      if isRun, !isLonger { return three }
    }
    return nil
  }

  /// «اقتحام السفارة من قبل محتجين»: who did it stands behind «من قبل».
  func doer(behind trigger: Trigger) -> PartySpan? {
    for index in clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 14) {
      if scan.has([.that, .relative], at: index) { return nil }
      guard scan.has(.from, at: index), scan.has(.before, at: index + 1) else { continue }
      let doer = spans.first { $0.tokens.lowerBound == index + 2 }
      if let doer { return AttackFrame.isFighter(doer) ? doer : nil }
      return fighters(at: index + 2, before: range.upperBound, orOne: true)
    }
    return nil
  }

  /// «أعلنت المقاومة استهداف …»: who announces it did it, if he is under arms.
  func announcer(of trigger: Trigger) -> PartySpan? {
    guard has(.object, at: trigger.start), trigger.clitics.isEmpty, !trigger.form.isPossessed,
      let verb = clamped(trigger.start - 12, trigger.start).last(where: { scan.isVerb(at: $0) }),
      scan.triggerForms(at: verb).contains(where: { $0.frame == .speech && $0.tense != .noun }),
      !(verb..<trigger.start).contains(where: { scan.has([.that, .about], at: $0) })
    else { return nil }
    let named = spans.first { span in
      span.tokens.lowerBound > verb && span.tokens.upperBound <= trigger.start
        && span.tokens.lowerBound - verb <= 3
    }
    if let named { return AttackFrame.isUnderArms(named, in: self) ? named : nil }
    return fighters(rightAfter: verb + 1, before: trigger.start)
      ?? subjectBefore(verb).first { AttackFrame.isUnderArms($0, in: self) }
  }
}
