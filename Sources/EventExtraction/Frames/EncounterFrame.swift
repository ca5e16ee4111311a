import ArabicText
import Lexicons
import NewsModel

/// A verb of two parties: «التقى الرئيس … وزير …», «اجتمع … مع», «بحث … مع».
///
/// Arabic puts the doer after the verb and the other party after him or after «مع»; headlines put
/// the doer first. A list of parties, each with its own date, is as many events.
enum EncounterFrame {
  static func drafts(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let trigger = sentence.triggers[number]
    let form = trigger.form
    let end = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    let before = sentence.subjectBefore(trigger.start)
    let isReception = sentence.has(.reception, at: trigger.start)
    let after = sentence.parties(
      from: trigger.tokens.upperBound,
      to: end,
      pastTopics: form.frame == .discuss
    ).filter { span in
      // «استقبل» takes no ب, and «التقى» only right behind it or its doer.
      if isReception, span.clitics.contains(.by) { return false }
      // «التقى وفد من الحركة، على رأسه فلان»: one of those who met.
      if sentence.has(.leading, at: span.tokens.lowerBound - 1) { return false }
      let edge =
        sentence.spans.last { $0.tokens.upperBound <= span.tokens.lowerBound }?.tokens.upperBound
        ?? trigger.tokens.upperBound
      return !sentence.isAffiliation(span, behind: max(edge, trigger.tokens.upperBound))
    }
    // «غادروا» is not said of one man.
    var actors =
      form.number == .plural && before.count == 1 && before[0].kind == .person ? [] : before
    var others = after
    let firstEnd = after.first?.tokens.upperBound ?? trigger.tokens.upperBound
    // «يبحث عن»: looks for.
    // «بحث، خلال اتصال هاتفي مع نظيره»: the call tells it.
    if form.frame == .discuss,
      sentence.triggers.contains(where: {
        $0.start > trigger.start && $0.start < end && $0.form.frame == .event
          && $0.form.needs.contains(.phone)
      })
    {
      return []
    }
    if form.frame == .discuss,
      (trigger.tokens.upperBound..<min(end, firstEnd + 2)).contains(where: {
        sentence.scan.has(.about, at: $0)
      })
    {
      return []
    }
    // «التقى وزيرا خارجية مصر وتركيا»: one phrase names both sides.
    if before.isEmpty, !isReception, !form.hasObject, after.count == 1, let all = after.first,
      EventNounFrame.isSeveral(all, in: sentence), EventNounFrame.heads([all]) >= 2,
      all.tokens.lowerBound == trigger.tokens.upperBound, all.clitics.isEmpty
    {
      return both(actors: [], after: after, trigger: trigger, end: end, in: sentence)
    }
    if form.frame == .discuss {
      let isShared = form.number == .dual || form.number == .first || before.count > 1
      // «يبحث الاثنان استئناف الحوار مع …»: with whom is of what they speak of.
      if form.number == .dual, before.count > 1 {
        return both(actors: before, after: [], trigger: trigger, end: end, in: sentence)
      }
      let with = after.firstIndex { $0.governor.contains(.with) }
      guard let with else {
        // «بحث وزيرا الخارجية المصري والتركي»: one phrase names both.
        if before.isEmpty, let first = after.first, first.clitics.isEmpty,
          first.tokens.lowerBound == trigger.tokens.upperBound,
          EventNounFrame.heads([first]) >= 2, first.kind != .pair
        {
          return both(actors: [first], after: [], trigger: trigger, end: end, in: sentence)
        }
        guard isShared && form.number != .first || pairsUp(after) else { return [] }
        return both(actors: before, after: after, trigger: trigger, end: end, in: sentence)
      }
      others = after[..<with].prefix(1) + chain(after[with...], in: sentence)
    } else if form.number == .dual, after.isEmpty || !before.isEmpty {
      return both(actors: before, after: after, trigger: trigger, end: end, in: sentence)
    } else {
      others = linked(after, in: sentence)
    }
    if form.hasObject, let met = sentence.subject(before: trigger.start),
      !actors.contains(where: { $0.means(met) })
    {
      others.append(met)
    }
    let opensWithObject =
      // «حيث سيلتقي نظراءه في دول …»
      sentence.scan.has(.counterpart, at: trigger.tokens.upperBound)
      || others.first.map { $0.clitics.contains(.by) || $0.governor.contains(.with) } ?? false
    // «أوباما يضغط باتجاه السلام ويلتقي نتنياهو»: both verbs are of who opens the headline.
    if actors.isEmpty, trigger.clitics == .and, form.tense == .imperfect,
      let head = sentence.spans.first, head.tokens.lowerBound == sentence.range.lowerBound,
      [.person, .office].contains(head.kind), isPresent(head.tokens.upperBound, in: sentence)
    {
      actors = [head]
    }
    // «وسيلتقي أيضا فلانا وعلانا»: whoever the sentence before spoke of meets all of them.
    if actors.isEmpty, trigger.isVerb, !form.hasObject, form.number == .single,
      trigger.start == sentence.range.lowerBound,
      sentence.has(.likewise, at: trigger.tokens.upperBound), sentence.memory.age <= 1,
      var doer = sentence.memory.subject, [.person, .office].contains(doer.kind),
      !others.contains(where: { $0.means(doer) })
    {
      (doer.how, doer.governor, doer.clitics) = (.pronoun, [], [])
      actors = [doer]
    }
    // «سيلتقي فلان، الذي يجول في المنطقة، وفدا من القبائل»: past the clause about him stands whom.
    if actors.isEmpty, !opensWithObject, let first = others.first, others.count == 1,
      first.tokens.lowerBound == trigger.tokens.upperBound,
      let people = behindClause(of: first, before: end, in: sentence)
    {
      actors = [first]
      others = [people]
    }
    if actors.isEmpty, !opensWithObject, let first = others.first,
      others.count > 1 || form.hasObject
    {
      actors = [first]
      others.removeFirst()
    }
    // «سيلتقي أوباما ممثلين عن …»: whom he meets stands right behind him under no name.
    if actors.isEmpty, !opensWithObject, others.count == 1,
      let people = sentence.people(
        from: others[0].tokens.upperBound,
        to: min(end, others[0].tokens.upperBound + 9),
        isMet: !isReception
      ), people.clitics.isEmpty || people.clitics == .by,
      // «أوباما، اليوم الأحد، ممثلين عن …»
      sentence.range.clamped(to: others[0].tokens.upperBound..<people.tokens.lowerBound)
        .filter({ sentence.scan.dateAt[$0] < 0 && sentence.scan.tokens[$0].kind == .word })
        .count <= 3
    {
      actors = others
      others = [people]
    }
    // «بحث الباعور مع وفد»: a last name that no table knows.
    if actors.isEmpty, form.frame == .discuss || opensWithObject, form.number == .single,
      !form.hasObject, let stranger = sentence.stranger(behind: trigger)
    {
      actors = [stranger]
    }
    if actors.isEmpty, let subject = sentence.subject(before: trigger.start),
      subject.kind == .person || subject.kind == .office || opensWithObject,
      !others.contains(where: { $0.means(subject) })
    {
      actors = [subject]
    }
    if others.count + actors.count < 2 || others.isEmpty,
      let people = sentence.people(
        from: max(
          trigger.tokens.upperBound,
          (actors + others).map(\.tokens.upperBound).max() ?? trigger.tokens.upperBound
        ),
        to: end,
        isMet: !isReception
      ) ?? sentence.people(from: trigger.tokens.upperBound, to: end)
    {
      if actors.isEmpty { actors = others }
      others = [people]
    }
    others.removeAll { other in actors.contains { $0.means(other) } }
    // «التقى الوفد، الذي زار تركيا، وزير …»: a state beside persons is where they are from or were.
    if others.contains(where: {
      [.person, .office, .institution, .organisation].contains($0.kind)
    }) {
      others.removeAll {
        $0.kind == .state && !$0.governor.contains(.with) && !$0.clitics.contains(.by)
      }
    }
    guard !actors.isEmpty, !others.isEmpty else { return [] }
    if let last = others.last, last.tokens.lowerBound >= trigger.tokens.upperBound {
      others += sentence.closing(last, before: end)
    }
    let draft = Draft(
      type: form.type,
      trigger: number,
      tokens: trigger.tokens,
      actors: actors,
      recipients: others,
      place: sentence.placeOfMeeting(trigger, to: end),
      rule: form.frame == .discuss ? "discuss-with" : "encounter"
    )
    return split(draft, in: sentence)
  }

  /// «أوباما يضغط … ويلتقي»: a word at the head of a sentence, right behind a man, that is an
  /// imperfect by its first letter.
  private static func isPresent(_ index: Int, in sentence: SentenceReader) -> Bool {
    let scan = sentence.scan
    guard sentence.range.contains(index), scan.tokens[index].kind == .word else { return false }
    if scan.isVerb(at: index) { return true }
    let letters = scan.text.letters(of: scan.tokens[index])
    return letters.count >= 4 && letters.first == LetterCode.yeh
  }

  /// Who stands past a relative clause about the doer, behind the comma that closes it.
  private static func behindClause(
    of doer: PartySpan,
    before end: Int,
    in sentence: SentenceReader
  ) -> PartySpan? {
    let scan = sentence.scan
    var start = doer.tokens.upperBound
    if start < end, scan.tokens[start].mark == .comma { start += 1 }
    guard start < end, scan.has(.relative, at: start) else { return nil }
    guard let comma = (start..<end).first(where: { scan.tokens[$0].mark == .comma }),
      comma + 1 < end, comma - start <= 14, scan.has(.people, at: comma + 1)
    else { return nil }
    return sentence.people(from: comma + 1, to: min(end, comma + 7))
  }

  /// «بحث X وY …»: two doers and no «مع».
  private static func pairsUp(_ after: [PartySpan]) -> Bool {
    after.count >= 2 && after[1].clitics.contains(.and)
      && after[0].governor.isDisjoint(with: [.between, .inside, .on])
      && after[1].tokens.lowerBound - after[0].tokens.upperBound <= 1
  }

  private static func both(
    actors: [PartySpan],
    after: [PartySpan],
    trigger: Trigger,
    end: Int,
    in sentence: SentenceReader
  ) -> [Draft] {
    var all = actors
    for span in linked(after, in: sentence) where !all.contains(where: { $0.means(span) }) {
      all.append(span)
    }
    let number = sentence.triggers.firstIndex { $0.start == trigger.start } ?? 0
    guard EventNounFrame.heads(all) >= 2 else { return [] }
    return [Draft(of: all, at: number, clauseEnd: end, rule: "encounter-both", in: sentence)]
  }

  /// «التقى … فلاناً في 31 يناير، وفلاناً في 1 فبراير»: each with its own date is its own event.
  private static func split(_ draft: Draft, in sentence: SentenceReader) -> [Draft] {
    guard draft.recipients.count > 1 else { return [draft] }
    var own: [Int32] = []
    for (index, span) in draft.recipients.enumerated() {
      let next =
        index + 1 < draft.recipients.count
        ? draft.recipients[index + 1].tokens.lowerBound : sentence.range.upperBound
      let date = (span.tokens.upperBound..<max(span.tokens.upperBound, next)).first {
        sentence.scan.dateAt[$0] >= 0
      }
      own.append(date.map { sentence.scan.dateAt[$0] } ?? -1)
    }
    guard own.filter({ $0 >= 0 }).count >= 2 else { return [draft] }
    return draft.recipients.indices.map { index in
      var one = draft
      one.recipients = [draft.recipients[index]]
      one.ownDate = own[index]
      if index > 0 { one.tokens = draft.recipients[index].tokens }
      return one
    }
  }
}
