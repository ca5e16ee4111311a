import ArabicText
import Lexicons
import NewsModel

// Who struck, told by the verb beside a noun of attack or by what stands around it.
extension AttackSides {
  /// «هجوم مسلحين», «خلال اقتحامها»: those who fight right behind the noun, or its possessor.
  mutating func readDoer(
    of trigger: Trigger,
    light: Trigger?,
    in sentence: SentenceReader
  ) {
    if let doer = sentence.doer(behind: trigger) ?? sentence.announcer(of: trigger),
      !targets.contains(where: { $0.means(doer) })
    {
      actors.append(doer)
      return
    }
    if let doer = sentence.claimant(of: trigger) ?? sentence.participant(in: trigger)
      ?? sentence.blamed(for: trigger) ?? sentence.doer(byMeansOf: trigger)
      ?? sentence.doerOfDeed(behind: trigger),
      !targets.contains(where: { $0.means(doer) })
    {
      actors.append(doer)
      return
    }
    let isObject = sentence.has(.object, at: trigger.start)
    if light?.form.frame != .happen,
      let found = sentence.fighters(
        at: trigger.tokens.upperBound,
        before: sentence.range.upperBound
      ),
      found.clitics.isEmpty
    {
      // «استهداف المقاومة في العراق للقواعد الأميركية»: ل leads to what was struck.
      let led = isObject ? Self.lamObject(behind: found, in: sentence) : nil
      if let led { take(led) }
      if isObject, led == nil { targets.append(found) } else { actors.append(found) }
      if !isObject || led != nil { return }
    }
    // «وتستمر الفصائل باستهداف …»
    if trigger.clitics.contains(.by), let doer = sentence.lastDoer(before: trigger.start),
      trigger.start - doer.tokens.upperBound <= 8,
      sentence.triggers.contains(where: {
        $0.tokens.upperBound == doer.tokens.lowerBound && [.light, .happen].contains($0.form.frame)
      })
    {
      actors.append(doer)
      return
    }
    if trigger.clitics.contains(.by),
      let verb = sentence.clamped(trigger.start - 8, trigger.start).last(where: {
        sentence.scan.isVerb(at: $0)
      }),
      // «اتهمت الحكومة … باستهداف»: who accuses did not do it.
      !sentence.scan.triggerForms(at: verb).contains(where: { $0.frame == .speech }),
      let found = sentence.spans.first(where: {
        $0.tokens.lowerBound == verb + 1 && AttackFrame.isFighter($0) && !sentence.isPlace($0)
      }) ?? sentence.fighters(rightAfter: verb + 1, before: trigger.start),
      found.clitics.isEmpty
    {
      actors.append(found)
      return
    }
    if let raider = sentence.raider(of: trigger) ?? sentence.continuer(of: trigger),
      !targets.contains(where: { $0.means(raider) })
    {
      actors.append(raider)
      return
    }
    let next = trigger.tokens.upperBound
    let isOwned =
      trigger.form.isPossessed && !sentence.has(.victim, at: trigger.start)
      // «فرّ القراصنة بعد محاولتهم الهجوم»
      || sentence.has(.sought, at: trigger.start - 1) && sentence.isOwned(trigger.start - 1)
        && !sentence.has(.suffered, at: trigger.start - 1)
      || next < sentence.range.upperBound && sentence.has(.fighters, at: next)
        && sentence.isOwned(next)
    guard isOwned else { return }
    let owner = sentence.spans.last { span in
      span.tokens.upperBound <= trigger.start && AttackFrame.isFighter(span)
        && !sentence.isPlace(span) && !targets.contains { $0.means(span) }
        && span.governor.isDisjoint(with: [.on, .against, .source, .topic])
    }
    // «اجتثاث تلك الفصائل بعد هجماتها»: those who fight under no name stand nearer.
    let nearer = (owner?.tokens.upperBound ?? sentence.range.lowerBound)..<trigger.start
    if let start = nearer.last(where: { sentence.has(.fighters, at: $0) }),
      let found = sentence.fighters(at: start, before: trigger.start)
    {
      actors.append(found)
    } else if let owner {
      actors.append(owner)
    }
  }

  /// «مع تكثيف الجيش قصفه المناطق، واستهداف المنشآت»: a noun of attack joined to another has its doer.
  mutating func shareDoer(of number: Int, end: Int, in sentence: SentenceReader) {
    let trigger = sentence.triggers[number]
    guard number > 0, trigger.clitics == .and else { return }
    let first = sentence.triggers[number - 1]
    guard first.form.frame == .blow, !first.isVerb, trigger.start - first.start <= 12,
      !(first.start..<trigger.start).contains(where: { sentence.scan.isVerb(at: $0) })
    else { return }
    actors = AttackSides(number - 1, in: sentence, end: end).actors
      .filter { doer in !targets.contains { $0.means(doer) } }
  }

  /// «غارات جوية وقصفا مدفعيا استهدف أحياء»: a verb behind the second of two blows tells of both.
  mutating func shareStruck(of number: Int, in sentence: SentenceReader) {
    guard number + 1 < sentence.triggers.count else { return }
    let (first, second) = (sentence.triggers[number], sentence.triggers[number + 1])
    guard second.form.frame == .blow, !second.isVerb, second.clitics == .and, second.light >= 0,
      second.start - first.tokens.upperBound <= 3
    else { return }
    let verb = sentence.triggers[second.light]
    guard verb.form.frame == .strike, verb.start > second.start else { return }
    take(
      sentence.struck(from: verb.tokens.upperBound, before: sentence.range.upperBound, isSure: true)
    )
  }

  /// «أعلنت سرايا القدس استهداف موقع»: a force right before a bare noun, right behind the verb that
  /// announces it, did it.
  func announcer(of trigger: Trigger, in sentence: SentenceReader) -> PartySpan? {
    guard trigger.form.shape == .indefinite, trigger.clitics.isEmpty,
      sentence.has([.object, .struck], at: trigger.start),
      let teller = sentence.spans.last(where: { $0.tokens.upperBound == trigger.start }),
      AttackFrame.isUnderArms(teller, in: sentence),
      sentence.triggers.contains(where: {
        $0.isVerb && $0.form.frame == .speech && $0.tokens.upperBound == teller.tokens.lowerBound
      }), !targets.contains(where: { $0.means(teller) })
    else { return nil }
    return teller
  }

  /// Whom the verb beside the noun names: «شن الجيش …», «شنته الحركة», «تعرضت القاعدة لـ», «استهدف …».
  mutating func readVerb(
    _ verb: Trigger,
    of trigger: Trigger,
    in sentence: SentenceReader
  ) {
    let scan = sentence.scan
    if verb.start < trigger.start {
      let between = sentence.parties(from: verb.tokens.upperBound, to: trigger.start)
        .filter(AttackFrame.isFighter)
      if sentence.has(.suffered, at: verb.start) {
        // «تعرضت قافلة للجيش أمس لهجوم»
        if !verb.form.hasObject {
          take(sentence.struck(from: verb.tokens.upperBound, before: trigger.start, isSure: true))
          if !targets.isEmpty { return }
        }
        let struck = between.isEmpty ? sentence.subjectBefore(verb.start) : between
        // «فلان الذي تعرض للاغتيال»
        targets += struck.filter { AttackFrame.isFighter($0) || $0.kind == .person }.prefix(1)
        if targets.isEmpty, scan.has(.relative, at: verb.start - 1),
          let man = sentence.man(namedBefore: verb.start - 1)
        {
          targets = [man]
        }
        if targets.isEmpty, !verb.form.hasObject,
          let thing = sentence.nounPhrase(at: verb.tokens.upperBound, before: trigger.start)
            ?? sentence.subjectPhrase(before: verb.start)
            ?? sentence.site(rightBefore: verb.start)
        {
          targets = [thing]
        }
        return
      }
      guard verb.form.frame != .happen, !sentence.has(.venue, at: verb.start), actors.isEmpty else {
        return
      }
      var doers = between.filter { $0.governor.isDisjoint(with: [.on, .against, .with]) }
      if doers.isEmpty {
        // «شنت نحو ثلاثين طائرة تركية»: the adjective names whose they are.
        doers += Self.state(from: verb.tokens.upperBound, to: trigger.start, in: scan)
      }
      if doers.isEmpty,
        let found = sentence.fighters(
          rightAfter: verb.tokens.upperBound
            + (sentence.has(.resumed, at: verb.tokens.upperBound) ? 1 : 0),
          before: trigger.start
        )
      {
        doers = [found]
      }
      if doers.isEmpty {
        doers = sentence.subjectBefore(verb.start).filter(AttackFrame.isFighter)
      }
      if doers.isEmpty, verb.clitics.isEmpty,
        let found = sentence.fighters(rightBefore: verb.start)
      {
        doers = [found]
      }
      if doers.isEmpty, let doer = sentence.relativeDoer(of: verb) { doers = [doer] }
      if doers.isEmpty, sentence.goesOn(verb),
        let doer = sentence.lastDoer(before: verb.start)
      {
        doers = [doer]
      }
      if doers.isEmpty, verb.form.frame == .light,
        let phrase = sentence.doerPhrase(of: verb, before: trigger.start)
      {
        doers = [phrase]
      }
      for doer in doers.prefix(1) where !actors.contains(where: { $0.means(doer) }) {
        actors.append(doer)
      }
      return
    }
    // «التفجيرات التي شهدتها العاصمة»: where it was, not who did it.
    if sentence.has(.venue, at: verb.start) { return }
    // «هجوم قام به الجيش», «التي تعرضت لها القاعدة»
    let isResumed =
      verb.tokens.upperBound < sentence.range.upperBound
      && sentence.has(.resumed, at: verb.tokens.upperBound)
    let behind = verb.tokens.upperBound + (isResumed ? 1 : 0)
    var next = sentence.parties(
      from: verb.tokens.upperBound,
      to: min(sentence.range.upperBound, behind + 3)
    ).first { AttackFrame.isFighter($0) || Self.isSeat($0, behind: verb) }
    let isDone = verb.form.frame == .light && (verb.form.hasObject || isResumed)
    if isDone || verb.form.hasObject, actors.isEmpty, !sentence.has(.suffered, at: verb.start),
      let found = sentence.fighters(rightAfter: behind, before: sentence.range.upperBound),
      next.map({ found.tokens.lowerBound < $0.tokens.lowerBound }) ?? true
    {
      actors.append(found)
      next = nil
    }
    if isDone, next == nil, actors.isEmpty, !sentence.has(.aiming, at: behind),
      Self.state(from: behind, to: min(sentence.range.upperBound, behind + 3), in: scan).isEmpty,
      let thing = sentence.nounPhrase(at: behind, before: sentence.range.upperBound, isSure: true)
    {
      actors.append(thing)
    }
    if sentence.has(.suffered, at: verb.start), next == nil, isResumed {
      take(sentence.struck(from: behind, before: sentence.range.upperBound, isSure: true))
    }
    if next == nil, verb.form.frame == .strike, !verb.form.hasObject {
      take(
        sentence.struck(
          from: verb.tokens.upperBound,
          before: sentence.range.upperBound,
          isSure: true
        )
      )
    }
    if next == nil, verb.form.hasObject, actors.isEmpty {
      actors += Self.state(
        from: verb.tokens.upperBound,
        to: min(sentence.range.upperBound, verb.tokens.upperBound + 3),
        in: scan
      )
    }
    // «أعلن التحالف … الغارات التي يشنها على …»: whoever the last verb named.
    if verb.form.hasObject, actors.isEmpty, verb.form.frame == .light,
      next.map({ !$0.governor.isDisjoint(with: [.on, .against]) }) ?? true,
      scan.has([.on, .against], at: verb.tokens.upperBound),
      let doer = sentence.lastDoer(before: trigger.start)
        ?? sentence.fighters(behindVerbBefore: trigger.start)
    {
      actors.append(doer)
    }
    guard let next, next.clitics.isDisjoint(with: [.by]) else { return }
    if sentence.has(.suffered, at: verb.start) || verb.form.frame == .strike {
      if verb.form.frame == .strike || verb.form.hasObject || verb.form.number == .single {
        targets.append(next)
      }
    } else if !next.governor.isDisjoint(with: [.on, .against]) {
      // «حملة القصف التي يشنها على اليمن»
      targets.append(next)
    } else if verb.form.hasObject || isResumed, !actors.contains(where: { $0.means(next) }) {
      actors.append(next)
    }
  }
}
