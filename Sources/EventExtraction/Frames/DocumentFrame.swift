import ArabicText
import Lexicons
import NewsModel

/// Agreements: «اتفق الجانبان على», «وقّع … مذكرة», «تم الاتفاق», «هدنة».
enum DocumentFrame {
  static func drafts(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    switch sentence.triggers[number].form.frame {
    case .sign: sign(number, in: sentence)
    case .agree: AgreeFrame.drafts(number, in: sentence)
    default: document(number, in: sentence)
    }
  }

  /// Who agrees or signs: whom the sentence names before the verb, and all who are joined to him behind it.
  static func doers(_ trigger: Trigger, end: Int, in sentence: SentenceReader)
    -> [PartySpan]
  {
    var all = sentence.subjectBefore(trigger.start)
    // «ستوقعان … خلال اجتماع المجلس»: the doers are told, the occasion has its own.
    let during =
      (trigger.tokens.upperBound..<max(trigger.tokens.upperBound, end)).first {
        sentence.scan.has(.during, at: $0)
      } ?? end
    // «وكانت الدولتان قد توصلتا إلى اتفاق لمساعدة اليونان»: both are told; only «مع» names more.
    let isWhole = all.count > 1 || all.contains { $0.kind == .pair }
    let after = sentence.parties(from: trigger.tokens.upperBound, to: isWhole ? during : end)
    for span in EncounterFrame.linked(
      isWhole ? after.filter { !$0.governor.isDisjoint(with: [.with, .between]) } : after,
      in: sentence,
      // «التي وقعتها الإدارة، والتي …»: what was signed is told, so only sides that are joined follow.
      isNoun: trigger.form.hasObject
    )
    where !all.contains(where: { $0.means(span) }) {
      all.append(span)
    }
    return all
  }

  private static func sign(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let scan = sentence.scan
    let trigger = sentence.triggers[number]
    let end = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    // «شهد الرئيس توقيع مذكرة بين …»: a witness signs nothing.
    let isWitnessed =
      trigger.light >= 0 && sentence.has(.venue, at: sentence.triggers[trigger.light].start)
    var all: [PartySpan]
    if trigger.form.tense == .noun {
      // «حضر التوقيع وزراء خارجية …»: who looked on.
      if sentence.has(.attended, at: trigger.start - 1) { return [] }
      all = EncounterFrame.linked(
        sentence.parties(from: trigger.tokens.upperBound, to: end),
        in: sentence
      )
      // «مذكرة تفاهم حول القطاع المالي بين تونس وبريطانيا»: past what it is about.
      if all.isEmpty {
        all = EncounterFrame.linked(
          sentence.parties(from: trigger.tokens.upperBound, to: end, pastTopics: true),
          in: sentence
        )
        if let first = all.first, first.governor.isDisjoint(with: [.with, .between]) { all = [] }
      }
      if trigger.light >= 0, !isWitnessed {
        for span in sentence.subjectOf(sentence.triggers[trigger.light], before: trigger.start)
        where span.clitics.isDisjoint(with: [.to, .by]) && !all.contains(where: { $0.means(span) })
        {
          all.insert(span, at: 0)
        }
      }
      add(sentence.unknownSides(of: trigger, before: end), to: &all)
      if all.isEmpty {
        add(sentence.sidesMeantByBetween(from: trigger.tokens.upperBound, to: end), to: &all)
      }
      let hasDate = !sentence.dates[number].isEmpty
      let governed = scan.has([.during, .after, .before, .hold], at: trigger.start - 1)
      guard trigger.light >= 0 || hasDate || governed || all.count > 1 else { return [] }
    } else {
      all = doers(trigger, end: end, in: sentence)
      if trigger.form.number == .dual, all.count < 2 {
        all = sentence.subjectBefore(trigger.start)
        if all.isEmpty { all = sentence.lastTwo(before: trigger) }
      }
      add(sentence.unknownSides(of: trigger, before: end), to: &all)
    }
    if all.isEmpty {
      all = sentence.adjectives(after: trigger.tokens.upperBound)
    }
    all = all.filter { !sentence.attends($0, behind: trigger) && !sentence.isSignedFor($0) }
    if all.isEmpty, !isWitnessed, let subject = sentence.subject(before: trigger.start) {
      all = [subject]
    }
    // «توقيع عقد لصالح مجموعة فلان»: where nobody is of a state, firms have signed.
    all =
      all.contains { $0.entry >= 0 || $0.country >= 0 || $0.office >= 0 || $0.kind == .pair }
      ? all : []
    guard !all.isEmpty else { return [] }
    return [Draft(of: all, at: number, clauseEnd: end, rule: "sign", in: sentence)]
  }

  /// Adds those sides that are not told yet.
  private static func add(_ sides: [PartySpan], to all: inout [PartySpan]) {
    for side in sides where !all.contains(where: { $0.means(side) || $0.tokens == side.tokens }) {
      // «توقيع الحركة اتفاقا مع …»: who stands first acts.
      let isFirst = all.first.map { side.tokens.lowerBound < $0.tokens.lowerBound } ?? true
      all.insert(side, at: isFirst ? 0 : all.count)
    }
  }

  private static func document(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let scan = sentence.scan
    let trigger = sentence.triggers[number]
    // «مشروع قرار» is not yet one.
    if scan.events.types[Int(trigger.form.type)].id == "vote", scan.has(.law, at: trigger.start - 1)
    {
      return []
    }
    // «مشروع اتفاقية», «مسودة مذكرة»
    if sentence.has(.draft, at: trigger.start - 1) { return [] }
    // A signing verb beside it tells the event already.
    if sentence.triggers.contains(where: {
      ($0.form.frame == .sign || $0.form.frame == .agree)
        && abs($0.start - trigger.start) <= 10
    }) {
      return []
    }
    let end = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    let light = trigger.light >= 0
    let hasDate = !sentence.dates[number].isEmpty || light && !sentence.dates[trigger.light].isEmpty
    var all = sentence.adjectives(after: trigger.tokens.upperBound)
    // «تفاهم يسمح بعقد لقاء بين …»: what it brings about has sides of its own.
    let brings = (trigger.tokens.upperBound..<max(trigger.tokens.upperBound, end)).first { index in
      let first = scan.text.letters(of: scan.tokens[index]).first
      return scan.tokens[index].kind == .word && scan.isVerb(at: index)
        && (first == LetterCode.yeh || first == LetterCode.teh)
        && !scan.triggerForms(at: index).contains { $0.frame == .light || $0.frame == .happen }
    }
    let near = sentence.parties(
      from: trigger.tokens.upperBound,
      to: min(brings ?? end, trigger.tokens.upperBound + 20),
      pastTopics: true
    )
    // «تم الاتفاق، خلال اجتماع الأحزاب مع رئيس الحكومة، على»: who met agreed.
    let met = light ? sentence.sidesOfOccasion(behind: trigger) : []
    if all.isEmpty, met.count > 1 { all = met }
    for span in EncounterFrame.linked(near, in: sentence)
    where !all.contains(where: { $0.means(span) }) {
      let isBound =
        !span.governor.isDisjoint(with: [.with, .between, .at]) || span.clitics.contains(.and)
        || span.tokens.lowerBound - trigger.tokens.upperBound <= 2
      if isBound { all.append(span) }
    }
    let isTruce = sentence.typeName(of: trigger) == "ceasefire"
    var announced = announcers(of: trigger, in: sentence)
    if isTruce, all.isEmpty, announced.isEmpty {
      announced = TruceSides.announcers(of: trigger, in: sentence)
    }
    for span in announced where !all.contains(where: { $0.means(span) }) { all.append(span) }
    add(sentence.unknownSides(of: trigger, before: brings ?? end), to: &all)
    let own = all.count
    if light {
      let verb = sentence.triggers[trigger.light]
      // «الهدنة التي أعلنها التحالف»
      let limit = isTruce && verb.start > trigger.start ? end : trigger.start
      let told =
        limit == end && verb.form.frame == .speech
        ? Array(sentence.parties(from: verb.tokens.upperBound, to: end).prefix(1))
        : sentence.subjectOf(verb, before: trigger.start)
      // Who mediates is no side of his own, but takes part.
      if all.isEmpty, limit == end, sentence.typeName(of: verb) == "mediation" {
        all = TruceSides.sides(of: trigger, hasDate: hasDate, in: sentence)
        if all.isEmpty { return [] }
        add(told, to: &all)
      }
      for span in told where !all.contains(where: { $0.means(span) }) {
        all.insert(span, at: 0)
      }
      // «عقد الحزب اتفاقا مع …»
      if verb.isVerb, verb.start < trigger.start,
        let doer = sentence.bodyInOwnWords(
          at: verb.tokens.upperBound,
          before: trigger.start,
          isSubject: true
        )
      {
        all.insert(doer, at: 0)
      }
    }
    let governed = scan.has([.after, .hold, .start], at: trigger.start - 1)
    // «الاتفاق النووي مع …» is a name: the date of the sentence is of something else.
    guard
      light || !announced.isEmpty || hasDate && (isTruce || trigger.form.shape != .definite)
        || own >= 2
          && (governed || trigger.form.shape == .indefinite && !isTopic(trigger, in: sentence))
    else { return [] }

    if all.isEmpty, isTruce {
      all = TruceSides.sides(of: trigger, hasDate: hasDate, in: sentence)
    }
    // «أعلن الاتحاد … التوصل إلى اتفاق مع …»: the other side is who announces it.
    if let first = all.first, first.governor.contains(.with),
      all.allSatisfy({ $0.governor.contains(.with) || $0.clitics.contains(.and) }),
      sentence.triggers.contains(where: {
        $0.isVerb && $0.form.frame == .speech && $0.start < trigger.start
          && trigger.start - $0.tokens.upperBound <= 14
      }), let subject = sentence.subject(before: trigger.start), subject.kind != .pair,
      !all.contains(where: { $0.means(subject) })
    {
      all.insert(subject, at: 0)
    }
    guard !all.isEmpty else { return [] }
    // It takes two to agree; a truce may be one side's.
    let id = sentence.typeName(of: trigger)
    let sides = all.reduce(0) { $0 + ($1.kind == .pair ? 2 : 1 + $1.moreCountries.count) }
    if id == "agreement", sides < 2, all[0].kind != .organisation || all[0].entry < 0 { return [] }
    return [
      Draft(
        of: all,
        at: number,
        clauseEnd: end,
        rule: light ? "document-light" : "document",
        in: sentence
      )
    ]
  }

  /// «أعلنت الدولتان الاتفاق على تبادل السفراء», «أكد الجانبان اتفاقهما على»: the two who tell what they agreed on.
  static func announcers(
    of trigger: Trigger,
    in sentence: SentenceReader
  ) -> [PartySpan] {
    guard trigger.clitics.isEmpty, trigger.form.shape != .indefinite,
      sentence.scan.has(.on, at: trigger.tokens.upperBound),
      let verb = sentence.triggers.last(where: { $0.isVerb && $0.start < trigger.start }),
      verb.form.frame == .speech, [.past, .passive].contains(verb.form.tense),
      trigger.start - verb.tokens.upperBound <= 14,
      !sentence.crossesClause(from: verb.tokens.upperBound, to: trigger.start)
    else { return [] }
    let before = sentence.subjectBefore(verb.start)
    let both =
      before.isEmpty
      ? EncounterFrame.linked(
        sentence.parties(from: verb.tokens.upperBound, to: trigger.start),
        in: sentence
      ) : before
    return EventNounFrame.heads(both) >= 2 ? both : []
  }

  /// «تتحدث الصحف عن اتفاق»: what is talked of; «أعلن عن اتفاق» tells that it was reached.
  private static func isTopic(_ trigger: Trigger, in sentence: SentenceReader) -> Bool {
    guard sentence.scan.has(.about, at: trigger.start - 1) else { return false }
    return !sentence.triggers.contains { verb in
      verb.isVerb && verb.start < trigger.start && verb.form.frame == .speech
        && trigger.start - verb.tokens.upperBound <= 8
    }
  }
}
