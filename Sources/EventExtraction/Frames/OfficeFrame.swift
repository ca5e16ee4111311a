import ArabicText
import Lexicons
import NewsModel

/// An office given, taken or left: «عيّن الرئيس فلاناً سفيراً», «تولى فلان الرئاسة», «أقال الرئيس وزير الدفاع».
///
/// Who gives an office or takes it away acts, and whom he gives it to or sends away is the other side,
/// also where nobody says who gave it; whoever takes office, or leaves it, acts.
enum OfficeFrame {
  private typealias Sides = (actors: [PartySpan], others: [PartySpan])

  static func drafts(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let trigger = sentence.triggers[number]
    let isAppointment = sentence.typeName(of: trigger) == "appointment"
    // «تسلم الأمير أوراق اعتماد السفير»: what he took is no office.
    if isAppointment, sentence.handsOverPapers(after: trigger) || sentence.isTask(trigger) {
      return []
    }
    // Whom an office was given stands near; what follows is another matter.
    let end = min(
      sentence.clauseEnd(after: trigger.tokens.upperBound - 1),
      trigger.tokens.upperBound + (isAppointment ? 14 : 24)
    )
    let near =
      isAppointment
      ? given(trigger, before: end, in: sentence)
      : ObjectFrame.near(trigger, before: end, in: sentence)
    let found =
      isAppointment
      ? appointment(number, near: near, before: end, in: sentence)
      : resignation(number, near: near, before: end, in: sentence)
    guard let (actors, others) = found, !(actors + others).isEmpty,
      isTold(number, actors, others, near: near, in: sentence)
    else { return [] }
    return [ObjectFrame.draft(number, actors, others, before: end, in: sentence)]
  }

  // MARK: - Sides

  private static func appointment(
    _ number: Int,
    near: [PartySpan],
    before end: Int,
    in sentence: SentenceReader
  ) -> Sides? {
    let trigger = sentence.triggers[number]
    if trigger.form.tense == .noun {
      // «منذ تعيينه»: who was given it.
      if trigger.form.isPossessed, !sentence.has(.takes, at: trigger.start) {
        return taking(trigger, near: near, in: sentence).map { ([], $0.actors + $0.others) }
      }
      return sentence.has(.takes, at: trigger.start)
        ? taking(trigger, near: near, in: sentence)
        : giving(number, near: near, before: end, in: sentence)
    }
    // «ثم عُيّن مستشارا في ديوان ولي العهد»: the sign, or the office right behind the verb, tells the passive.
    if let given = sentence.givenBefore(trigger) {
      return (sentence.agent(behind: trigger).map { [$0] } ?? [], [given])
    }
    // «وعيّن فلان الفلاني نائبا للرئيس»: a name that no table has, right behind the verb.
    if let given = sentence.strangerGiven(behind: trigger, before: end) {
      let giver =
        sentence.agent(behind: trigger)
        ?? (trigger.clitics.contains(.and) || !sentence.subjectBefore(trigger.start).isEmpty
          ? sentence.subject(before: trigger.start) : nil)
      return (giver.map { [$0] } ?? [], [given])
    }
    var (actors, others) = ObjectFrame.sides(
      of: near,
      behind: sentence.subjectBefore(trigger.start)
    )
    // «الذي يتولى»: the doer is what stands before the relative.
    if actors.isEmpty, sentence.scan.has(.relative, at: trigger.start - 1) { return nil }
    // «عيّنه الرئيس»: whom, the text before says, or nobody knows.
    if trigger.form.hasObject {
      guard let subject = sentence.subject(before: trigger.start), subject.kind == .person,
        subject.entry >= 0, !actors.contains(where: { $0.means(subject) })
      else { return nil }
      return (actors.isEmpty ? [subject] : actors, actors.isEmpty ? [] : [subject])
    }
    if actors.isEmpty, let subject = sentence.subject(before: trigger.start) { actors = [subject] }
    if sentence.has(.takes, at: trigger.start) { return (actors, posts(others, with: actors)) }
    if let doer = sentence.agent(behind: trigger), trigger.form.tense != .imperfect,
      let given = (actors + others).first(where: { $0.tokens.upperBound <= doer.tokens.lowerBound })
    {
      return ([doer], [given])
    }
    if others.isEmpty, let only = actors.last, actors.count == 1 {
      if only.tokens.lowerBound >= trigger.tokens.upperBound,
        let given = sentence.named(behind: only.tokens.upperBound, before: end)
      {
        return (actors, [given])
      }
      if let passive = passive(trigger, of: only, in: sentence) { return passive }
    }
    return (actors, posts(others, with: actors))
  }

  /// «عُيّن فلان سفيراً», «… فلان ثم عُيّن سفيراً»: one stands there and the office, so it was given to him; by
  /// whom, only a verb joined to the last one says.
  private static func passive(
    _ trigger: Trigger,
    of only: PartySpan,
    in sentence: SentenceReader
  ) -> Sides? {
    guard [.person, .office].contains(only.kind) else { return nil }
    if only.tokens.lowerBound >= trigger.tokens.upperBound, only.how != .pronoun {
      if only.tokens.lowerBound == trigger.tokens.upperBound,
        let two = sentence.titleAndAppointee(of: only)
      {
        return ([two.giver], [two.appointee])
      }
      // «عيّن الرئيس فلان مسؤولين بارزين»: whom, and no office that he himself got.
      let next = sentence.objectEdge(from: only.tokens.upperBound)
      if next < sentence.range.upperBound, sentence.scan.has(.people, at: next),
        !sentence.scan.has(.post, at: next),
        let given = sentence.nounPhrase(at: next, before: sentence.range.upperBound, isSure: true)
      {
        return ([only], [given])
      }
      if trigger.clitics.contains(.and), let giver = sentence.subject(before: trigger.start),
        giver.tokens.lowerBound >= sentence.range.lowerBound, !giver.means(only)
      {
        return ([giver], [only])
      }
      return ([], [only])
    }
    let next = sentence.objectEdge(from: trigger.tokens.upperBound)
    let isOffice =
      sentence.range.contains(next) && sentence.scan.has(.post, at: next)
      && sentence.isIndefiniteObject(next)
    return isOffice ? ([], [only]) : nil
  }

  /// Who took office: «تولي فلان الحكم», «منذ توليه الرئاسة».
  private static func taking(
    _ trigger: Trigger,
    near: [PartySpan],
    in sentence: SentenceReader
  ) -> Sides? {
    if trigger.form.isPossessed {
      let owner = sentence.subject(before: trigger.start)
      return owner.flatMap { $0.kind == .person ? ([$0], []) : nil }
    }
    let (actors, others) = ObjectFrame.sides(of: near, behind: [])
    if actors.isEmpty, let subject = sentence.subject(before: trigger.start) {
      return ([subject], posts(others, with: [subject]))
    }
    return (actors, posts(others, with: actors))
  }

  /// Who gives an office that a noun tells, and to whom: «يعتزم الرئيس تعيين فلان», «تكليف فلان مبعوثاً».
  private static func giving(
    _ number: Int,
    near: [PartySpan],
    before end: Int,
    in sentence: SentenceReader
  ) -> Sides? {
    let trigger = sentence.triggers[number]
    let first = trigger.tokens.upperBound
    // «تعيين بريشتينا، في أيار، رؤساء بلديات»: who gives it stands right behind the noun, and what men he chose.
    if let doer = near.first(where: { $0.tokens.lowerBound == first && $0.clitics.isEmpty })
      ?? sentence.spans.first(where: { $0.tokens.lowerBound == first }),
      [.state, .city, .institution, .organisation].contains(doer.kind)
    {
      var edge = sentence.objectEdge(from: doer.tokens.upperBound)
      if sentence.scan.has(.inside, at: edge), sentence.scan.dateAt[edge + 1] >= 0 {
        edge = sentence.objectEdge(from: edge + 1)
      }
      if edge < end, sentence.scan.has(.post, at: edge),
        !sentence.spans.contains(where: { $0.tokens.contains(edge) }),
        var given = sentence.nounPhrase(at: edge, before: end, isSure: true)
      {
        given.kind = .office
        return ([doer], [given])
      }
    }
    // «بتكليف من الرئيس»: who gives it.
    let near = near.filter {
      $0.governor.isDisjoint(with: [.from, .with, .inside, .at, .about]) && $0.clitics.isEmpty
        && ![.state, .city].contains($0.kind)
    }
    let known = near.first { $0.kind == .person } ?? near.first
    guard let doer = sentence.agent(behind: trigger) ?? sentence.giver(of: number),
      !(known?.means(doer) ?? false)
    else {
      // Nobody gives it: then a table must know to whom, or what, it was given.
      return known.flatMap { $0.tokens.lowerBound - first <= 4 ? ([], [$0]) : nil }
    }
    // «تعيين فلان الفلاني محافظا»: a name without a title, as the text has it.
    if !near.contains(where: { $0.tokens.lowerBound == first }), known?.kind != .office,
      let given = sentence.nounPhrase(at: first, before: end, isSure: true)
    {
      return ([doer], [given])
    }
    return known.map { ([doer], [$0]) }
  }

  private static func resignation(
    _ number: Int,
    near: [PartySpan],
    before end: Int,
    in sentence: SentenceReader
  ) -> Sides? {
    let trigger = sentence.triggers[number]
    if trigger.form.tense == .noun, !trigger.form.isPossessed {
      return dismissal(number, near: near, before: end, in: sentence)
    }
    var (actors, others) = ObjectFrame.sides(
      of: near,
      behind: sentence.subjectBefore(trigger.start)
    )
    if actors.isEmpty, trigger.light >= 0 {
      actors = sentence.subjectOf(sentence.triggers[trigger.light], before: trigger.start)
    }
    if actors.isEmpty, let doer = sentence.collective(at: trigger.tokens.upperBound) {
      actors = [doer]
    }
    if actors.isEmpty, sentence.scan.has(.relative, at: trigger.start - 1) { return nil }
    if actors.isEmpty, let subject = sentence.subject(before: trigger.start) { actors = [subject] }
    // «يقبل الرئيس استقالة الحكومة»: whose it is stands right behind it.
    if trigger.form.needs.contains(.resignation),
      let word = sentence.clamped(trigger.tokens.upperBound, end)
        .first(where: { sentence.scan.has(.resignation, at: $0) }),
      let owner = near.first(where: { $0.tokens.lowerBound == word + 1 && $0.clitics.isEmpty })
    {
      let leaving = [owner] + sentence.joined(to: owner, before: end)
      return (leaving, actors.filter { doer in !leaving.contains { $0.means(doer) } })
    }
    // «استقال الوزير من الحكومة، ليعود الرئيس …»: whose service he leaves.
    if trigger.form.needs.isEmpty {
      let edge = actors.last?.tokens.upperBound ?? trigger.tokens.upperBound
      others = others.filter { $0.governor.contains(.from) && $0.tokens.lowerBound - edge <= 6 }
    }
    // «أقال الرئيس … قائد الشرطة»: whom he sent away stands behind him, known or not.
    if trigger.form.needs.contains(.post), !trigger.form.hasObject {
      let doer = actors.last { $0.tokens.lowerBound >= trigger.tokens.upperBound }
      let edge = doer?.tokens.upperBound ?? trigger.tokens.upperBound
      if let sent = sentence.named(behind: edge, before: end) { others = [sent] }
    }
    return (actors, others)
  }

  /// Who sends whom away: «إقالة الوزير», «قرر الرئيس إقالة الوزير».
  private static func dismissal(
    _ number: Int,
    near: [PartySpan],
    before end: Int,
    in sentence: SentenceReader
  ) -> Sides? {
    let first = sentence.triggers[number].tokens.upperBound
    let sent =
      sentence.named(behind: first, before: end)
      ?? near.first { $0.tokens.lowerBound == first || $0.kind == .person }
    guard let sent else { return nil }
    if let doer = sentence.giver(of: number), !doer.means(sent) { return ([doer], [sent]) }
    return sent.kind == .thing ? nil : ([], [sent])
  }

  // MARK: - Who stands there

  /// The spans behind a verb or noun of appointment that can be its sides.
  private static func given(
    _ trigger: Trigger,
    before end: Int,
    in sentence: SentenceReader
  ) -> [PartySpan] {
    var near = ObjectFrame.near(trigger, before: end, in: sentence).filter {
      !($0.kind == .city && $0.clitics.contains(.to))
        && !($0.kind == .office && $0.entry < 0
          && sentence.isIndefiniteObject($0.tokens.lowerBound))
    }
    // «تولى الحكم بعد وفاة والده الملك …»
    let after = (trigger.tokens.upperBound..<end).first { sentence.scan.has(.after, at: $0) } ?? end
    near.removeAll { $0.tokens.lowerBound > after }
    // «تولى فلان السلطة متعهدا بهزيمة التنظيم»: behind him stands what he will do.
    if let edge = near.first(where: { $0.kind == .person })?.tokens.upperBound {
      near.removeAll {
        $0.tokens.lowerBound > edge
          && [.organisation, .institution, .state, .city].contains($0.kind)
      }
    }
    return near
  }

  /// The others without what only tells the office: «تكليف فلان مبعوثا إلى سوريا».
  private static func posts(_ others: [PartySpan], with actors: [PartySpan]) -> [PartySpan] {
    guard (actors + others).contains(where: { $0.kind == .person }) else { return others }
    return others.filter {
      !($0.kind == .office && $0.entry < 0 || $0.kind == .state || $0.kind == .city)
    }
  }

  // MARK: - Evidence

  private static func isTold(
    _ number: Int,
    _ actors: [PartySpan],
    _ others: [PartySpan],
    near: [PartySpan],
    in sentence: SentenceReader
  ) -> Bool {
    let trigger = sentence.triggers[number]
    let hasDate = !sentence.dates[number].isEmpty
    let isNoun = trigger.form.tense == .noun
    if sentence.typeName(of: trigger) == "appointment",
      (actors + others).allSatisfy({ $0.kind == .state })
    {
      return false
    }
    // «بعد تولي حكومة … السلطة»: whose it was is not who the sentence spoke of before.
    if isNoun, !trigger.form.isPossessed,
      !(actors + others).contains(where: {
        $0.how != .pronoun && ($0.kind == .person || $0.kind == .office)
      })
    {
      return false
    }
    let isNear = sentence.spans.contains { span in
      [.person, .office, .institution].contains(span.kind)
        && span.tokens.lowerBound - trigger.tokens.upperBound <= 6
        && trigger.start - span.tokens.upperBound <= 8
    }
    guard isNear || hasDate else { return false }
    // Whom an office was given must be named.
    if trigger.form.needs.contains(.post), near.isEmpty, !isNoun, !hasDate,
      sentence.subjectBefore(trigger.start).isEmpty
    {
      return false
    }
    return !isNoun || trigger.light >= 0 || hasDate
      || ObjectFrame.isAnnounced(number, in: sentence)
      || (actors + others).contains { $0.how != .pronoun }
  }
}
