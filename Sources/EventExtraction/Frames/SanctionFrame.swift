import ArabicText
import Lexicons
import NewsModel

/// Sanctions laid on someone or lifted: «فرضت … عقوبات على», «رفع العقوبات عن».
///
/// Who lays them acts; who stands behind «على» is struck, and nobody of a clause beyond it.
enum SanctionFrame {
  static func drafts(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let scan = sentence.scan
    let trigger = sentence.triggers[number]
    let isNoun = trigger.form.tense == .noun
    let start = trigger.tokens.upperBound
    let end = min(sentence.clauseEnd(after: start - 1), start + 24)
    // «رفع العقوبات عن المصرف»
    let isRelief = sentence.typeName(of: trigger) == "sanction-relief"
    let on = (start..<max(start, end)).first { index in
      scan.has(isRelief ? [.on, .against, .about] : [.on, .against], at: index)
        && !sentence.has(.adverbial, at: index + 1)
    }
    let others =
      on.map { struck(behind: $0, before: end, in: sentence) }
      ?? owners(trigger, before: end, in: sentence)
    // «رفع العقوبات التي فرضها المجلس»: who laid them is not who lifts them.
    let relative = (start..<max(start, end)).first {
      scan.has(.relative, at: $0) && scan.tokens[$0].letterCount > 2
    }
    let limit = min(on ?? end, relative ?? end)
    let near = ObjectFrame.near(trigger, before: limit, in: sentence).filter { span in
      span.clitics.isDisjoint(with: [.to, .by]) && !sentence.isPlace(span)
        && span.governor.isDisjoint(with: [.about, .from, .with])
        && (!isNoun || span.tokens.lowerBound - start <= 3)
        && !others.contains { $0.means(span) }
    }
    var actors = isNoun ? near : sentence.subjectBefore(trigger.start)
    if actors.isEmpty { actors = EncounterFrame.linked(near, in: sentence) }
    if actors.isEmpty, trigger.light >= 0 {
      actors = sentence.subjectOf(sentence.triggers[trigger.light], before: trigger.start)
    }
    // «قانون يفرض», «القرار الذي يفرض»: the doer is what stands before the relative.
    if actors.isEmpty, !isNoun, scan.has(.relative, at: trigger.start - 1) { return [] }
    // «فرضت الحكومات الغربية عقوبات»: who did it is told, under a name that no table knows.
    if actors.isEmpty, !isNoun, let doer = sentence.collective(at: start) { actors = [doer] }
    if actors.isEmpty,
      let doer = isNoun
        ? sentence.doer(governing: trigger) ?? sentence.intending(trigger).first : nil
    {
      actors = [doer]
    }
    if actors.isEmpty, let subject = sentence.subject(before: trigger.start) { actors = [subject] }
    if trigger.isVerb, trigger.form.number == .first { actors = actors.map(sentence.ownState) }
    actors.removeAll { actor in others.contains { $0.means(actor) } }
    guard !actors.isEmpty,
      (actors + others).contains(where: {
        AttackFrame.isFighter($0) && $0.how != .pronoun || $0.kind == .city
      })
    else { return [] }
    if isNoun {
      guard
        trigger.light >= 0 || ObjectFrame.isAnnounced(number, in: sentence)
          || !sentence.dates[number].isEmpty || actors.contains(where: { $0.how != .pronoun })
      else { return [] }
    }
    return [ObjectFrame.draft(number, actors, others, before: end, in: sentence)]
  }

  /// Who stands behind «على»: those whom a table knows, the states of an adjective, or the text's own words.
  private static func struck(
    behind on: Int,
    before end: Int,
    in sentence: SentenceReader
  ) -> [PartySpan] {
    var start = on + 1
    while start < end, sentence.isQuoteMark(start) { start += 1 }
    guard start < end else { return [] }
    if let first = sentence.spans.first(where: { $0.tokens.contains(start) }) {
      // «حصار على المدينة القديمة»: a siege.
      guard first.tokens.lowerBound == start, first.kind != .place else { return [] }
      let all = [first] + sentence.joined(to: first, before: end)
      return all + (all.last.map { sentence.closing($0, before: end) } ?? [])
    }
    let isOfMen =
      sentence.scan.tokens[start].kind == .number
      || (start..<min(end, start + 2)).contains { index in
        sentence.scan.has(.people, at: index)
          || sentence.has([.people, .member, .fighters], at: index)
      }
    // «على شركات صينية»: what is of a state stands for it; «على ثلاثة مستوطنين» are men.
    if !isOfMen {
      let states = sentence.statesOfAdjectives(from: start, to: min(end, start + 4))
      if !states.isEmpty { return states }
    }
    // «رفع التجميد عن مساعداته لمصر»: whose a frozen thing was to be.
    if !isOfMen,
      let receiver = sentence.spans.first(where: { span in
        span.tokens.lowerBound > start && span.tokens.lowerBound < min(end, start + 5)
          && span.clitics == .to && [.state, .city, .institution].contains(span.kind)
      })
    {
      return [receiver]
    }
    return sentence.nounPhrases(at: start, before: end, isSure: true)
  }

  /// «العقوبات الأميركية», «عقوباته على سوريا», «العقوبات عن سوريا»: who else the noun names as struck.
  private static func owners(
    _ trigger: Trigger,
    before end: Int,
    in sentence: SentenceReader
  ) -> [PartySpan] {
    ObjectFrame.near(trigger, before: end, in: sentence).filter {
      $0.governor.contains(.about) || $0.governor.contains(.on)
    }
  }
}
