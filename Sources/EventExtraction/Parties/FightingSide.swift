import ArabicText
import Lexicons
import NewsModel

// Who stands at a token as one side of a fight, where the grammar says that a side stands there.
extension SentenceReader {
  /// A party that a table knows, those who fight under no name, people, or a noun phrase in the text's words.
  ///
  /// - Parameters:
  ///   - start: the token behind «بين», «مع», «على يد», or the one that و joins.
  ///   - lead: the proclitics that its first word may carry.
  func side(at start: Int, before end: Int, lead: Clitics = []) -> PartySpan? {
    var index = start
    while index < end, isQuoteMark(index) { index += 1 }
    // «تنظيم "كذا"»
    if index + 1 < end, scan.has(.heading, at: index), isQuoteMark(index + 1) { index += 2 }
    guard index < end, scan.tokens[index].kind != .mark else { return nil }
    if let span = spans.first(where: { $0.tokens.lowerBound == index }) {
      let isSide = AttackFrame.isFighter(span) || span.kind == .pair || span.kind == .person
      return isSide && span.clitics.isSubset(of: lead) ? span : nil
    }
    // «عناصر من الجيش», «مقاتلي الحركة»: theirs of whom the name follows, in the words for all.
    let isOfSome = has([.fighters, .fighter, .troops, .member, .part], at: index)
    if isOfSome, scan.dateAt[index] < 0,
      var whole = spans.first(where: {
        (index + 1...index + 2).contains($0.tokens.lowerBound) && $0.clitics.isEmpty
          && AttackFrame.isFighter($0)
      }), whole.tokens.lowerBound == index + 1 || scan.has(.from, at: index + 1)
    {
      whole.tokens = index..<whole.tokens.upperBound
      whole.clitics = lead
      if index > range.lowerBound { whole.governor = scan.words[index - 1].classes }
      return whole
    }
    if let found = fighters(at: index, before: end, orOne: true) ?? people(at: index, before: end) {
      return found.clitics.isSubset(of: lead) ? found : nil
    }
    return nounPhrase(at: index, before: end, lead: lead, isSure: true)
  }

  /// Whether a side is one that fights: a force, those under arms, or who is told by his fighting.
  func isUnderArms(_ side: PartySpan) -> Bool {
    AttackFrame.isUnderArms(side, in: self)
      || has([.fighters, .fighter, .troops], in: side.tokens)
      || side.tokens.contains { scan.has(.forces, at: $0) }
  }

  /// Who did it as subject of a verb: right behind it, right before it, or as of the verb before.
  func fighter(doing verb: Trigger, before end: Int) -> PartySpan? {
    let next = verb.tokens.upperBound
    if verb.form.number == .single {
      if let span = spans.first(where: { $0.tokens.lowerBound == next }) {
        return AttackFrame.isFighter(span) && span.clitics.isEmpty && !isPlace(span) ? span : nil
      }
      if let found = fighters(rightAfter: next, before: end), found.clitics.isEmpty { return found }
    }
    if verb.clitics.isEmpty {
      if let span = subjectBefore(verb.start).last {
        return AttackFrame.isFighter(span) ? span : nil
      }
      if let found = fighters(rightBefore: verb.start) { return found }
    }
    if goesOn(verb), verb.form.number == .single, let doer = lastDoer(before: verb.start) {
      return doer
    }
    return nil
  }
}
