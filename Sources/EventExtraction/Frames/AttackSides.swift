import ArabicText
import Lexicons
import NewsModel

/// Who struck and who was struck, around a noun of attack.
///
/// «الغارات التركية», «هجوم شنته الحركة على قوات …», «تعرضت له القاعدة»: the adjective, the doer of
/// the verb and what follows «على» each have their side; a state right after the noun («هجوم الأردن»)
/// is where it was, and who only tells of it has none.
struct AttackSides {
  private(set) var actors: [PartySpan] = []
  private(set) var targets: [PartySpan] = []
  /// The place that was struck: «غارات على صنعاء».
  private(set) var ground: PartySpan?

  var isEmpty: Bool { actors.isEmpty && targets.isEmpty }

  init(_ number: Int, in sentence: SentenceReader, end: Int) {
    let scan = sentence.scan
    let trigger = sentence.triggers[number]
    // «القصف الإسرائيلي» names who struck, «تفجير المدمرة الأميركية» what was struck.
    let next = trigger.tokens.upperBound
    let isOfObject =
      trigger.form.shape == .indefinite && next < end && scan.tokens[next].kind == .word
      && scan.dateAt[next] < 0 && scan.senses(at: next).isEmpty
      && (scan.text.letters(of: scan.tokens[next]).starts(with: [LetterCode.alef, LetterCode.lam])
        // «استهداف سفينة إسرائيلية»: whose it is that was struck.
        || sentence.has(.object, at: trigger.start) && !sentence.has(.manner, at: next)
          && !sentence.has([.fighters, .fighter], at: next))
    if !isOfObject { actors = sentence.adjectives(after: next) }
    let light = trigger.light >= 0 ? sentence.triggers[trigger.light] : nil
    if let light { readVerb(light, of: trigger, in: sentence) }
    let limit = min(end, trigger.tokens.upperBound + 12)
    // «هجوم قالت الحكومة إنه …»: who tells of it.
    let stop =
      (trigger.tokens.upperBound..<max(trigger.tokens.upperBound, limit)).first {
        scan.isVerb(at: $0) && $0 != light?.start
      } ?? limit
    for span in sentence.parties(from: trigger.tokens.upperBound, to: stop) {
      guard !actors.contains(where: { $0.means(span) }),
        !targets.contains(where: { $0.means(span) })
      else { continue }
      let isNext = (trigger.tokens.upperBound..<span.tokens.lowerBound).allSatisfy {
        scan.tokens[$0].kind == .mark && [.quote, .openQuote].contains(scan.tokens[$0].mark)
      }
      // «استهداف إسرائيل المدنيين»: an object follows, so the state did it.
      let after = span.tokens.upperBound
      let hasObject =
        after < limit && scan.tokens[after].kind == .word && scan.tokens[after].gap == .space
        && scan.isCommon(at: after) && scan.words[after].classes.isEmpty
        && !scan.isVerb(at: after) && !Self.isLed(after, in: scan)
      // «استهداف آليات الاحتلال»: whom it struck; «استهداف الجيش للمدنيين»: who struck.
      let isObject =
        sentence.has(.object, at: trigger.start) && !hasObject
        && !(after < limit && scan.words[after].classClitics.contains(.to))
        && !sentence.spans.contains { $0.tokens.lowerBound == after && $0.clitics.contains(.to) }
      if isNext, span.kind == .person, span.clitics.isEmpty { targets.append(span) }
      guard AttackFrame.isFighter(span) else { continue }
      if isDoerBehindLam(span, of: trigger, in: sentence) {
        actors.append(span)
        continue
      }
      // «تم استهداف القوات»: a passive has no doer.
      let isPassive = light?.form.frame == .happen && sentence.has(.struck, at: trigger.start)
      if isNext, isPassive || isObject, span.clitics.isEmpty {
        targets.append(span)
        continue
      }
      if Self.isUnder(span, from: trigger.tokens.upperBound, in: scan)
        || !span.governor.isDisjoint(with: [.on, .against]) || span.clitics.contains(.to)
      {
        targets.append(span)
      } else if span.clitics == .and, let last = targets.last,
        last.tokens.upperBound == span.tokens.lowerBound
      {
        targets.append(span)
      } else if isNext, span.clitics.isEmpty, span.kind != .state || hasObject, actors.isEmpty {
        actors.append(span)
      }
    }
    if targets.isEmpty, isOfObject, actors.isEmpty, !sentence.has(.victim, at: trigger.start) {
      take(sentence.struck(from: next, before: end))
    }
    if actors.isEmpty, light == nil, let teller = announcer(of: trigger, in: sentence) {
      actors.append(teller)
    }
    let isConstruct =
      sentence.has(.struck, at: trigger.start) && trigger.form.shape == .indefinite
      && next < end && scan.senses(at: next).isEmpty
    if targets.isEmpty, !actors.isEmpty, !sentence.has(.victim, at: trigger.start),
      sentence.has(.object, at: trigger.start) || isConstruct
    {
      // «استهداف مقاتليها القوات»: what was struck stands behind whoever did it.
      let isOwn = sentence.has(.fighters, at: next) && sentence.isOwned(next)
      let doer = actors.last { $0.tokens.lowerBound >= next && $0.tokens.lowerBound - next <= 2 }
      let edge = doer?.tokens.upperBound ?? (isOwn ? next + 1 : next)
      // «استهدافه للمدنيين», «اقتحامها لمخيم»
      let isLed = sentence.hasClitic(.to, at: edge)
      take(sentence.struck(from: edge, before: stop, isLed: isLed))
    }
    if targets.isEmpty { readTarget(of: trigger, before: stop, in: sentence) }
    if let last = targets.last {
      take(StruckPhrase(targets: sentence.joinedSide(to: last, before: sentence.range.upperBound)))
    }
    if actors.isEmpty { readDoer(of: trigger, light: light, in: sentence) }
    // «هجوم المقاومة الشعبية والجيش»: who is joined to the doer did it with him.
    if let last = actors.last {
      actors += sentence.joinedSide(to: last, before: sentence.range.upperBound)
        .filter { one in !(actors + targets).contains { $0.means(one) } }
    }
  }

  /// «هجوم على سفينة إسرائيلية», «غارات على مواقع المسلحين»: what stands behind «على» is a state's,
  /// or those who fight under no known name.
  private mutating func readTarget(
    of trigger: Trigger,
    before stop: Int,
    in sentence: SentenceReader
  ) {
    let scan = sentence.scan
    let end = min(stop, trigger.tokens.upperBound + 6)
    let near = trigger.tokens.upperBound..<max(trigger.tokens.upperBound, end)
    guard
      let on = near.first(where: {
        scan.has([.on, .against], at: $0) && !sentence.has(.adverbial, at: $0 + 1)
      }),
      // «وقف القصف داخل المدن والعمل على تسهيل …»: another noun leads there.
      !(near.lowerBound..<on).contains(where: { scan.has(.inside, at: $0) })
        || !(near.lowerBound..<on).contains(where: { index in
          sentence.isJoined(index) && !sentence.spans.contains { $0.tokens.contains(index) }
        })
    else { return }
    take(sentence.struck(from: on + 1, before: stop))
  }

  /// Notes who was struck, and where, but for those who did it.
  private mutating func take(_ struck: StruckPhrase) {
    for one in struck.targets where !(actors + targets).contains(where: { $0.means(one) }) {
      targets.append(one)
    }
    if ground == nil { ground = struck.place }
  }

  /// «هجوم مسلحين», «خلال اقتحامها»: those who fight right behind the noun, or its possessor.
  private mutating func readDoer(
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
      }), let found = sentence.fighters(rightAfter: verb + 1, before: trigger.start),
      found.clitics.isEmpty
    {
      actors.append(found)
      return
    }
    let next = trigger.tokens.upperBound
    let isOwned =
      trigger.form.isPossessed && !sentence.has(.victim, at: trigger.start)
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

  /// «استهداف آليات الجيش بصورة فعالة»: a word behind ب is no object.
  private static func isLed(_ index: Int, in scan: ArticleScan) -> Bool {
    let word = scan.words[index]
    return (0..<word.count).contains {
      word.clitics($0) == .by && scan.events.isCommon(word.hash($0))
    }
  }

  /// «أعلنت سرايا القدس استهداف موقع»: a force right before a bare noun, right behind the verb that
  /// announces it, did it.
  private func announcer(of trigger: Trigger, in sentence: SentenceReader) -> PartySpan? {
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

  /// «بقصف كثيف لقوات …»: nothing that was struck stands between, so ل names whose strike it was.
  private func isDoerBehindLam(_ span: PartySpan, of trigger: Trigger, in sentence: SentenceReader)
    -> Bool
  {
    let next = trigger.tokens.upperBound
    let isTold = trigger.light >= 0 && sentence.triggers[trigger.light].start < trigger.start
    guard span.clitics.contains(.to), actors.isEmpty, targets.isEmpty, !isTold,
      trigger.form.shape == .indefinite, !sentence.has(.object, at: trigger.start),
      !sentence.has(.suffered, at: trigger.start - 1)
    else { return false }
    return (next..<max(next, span.tokens.lowerBound)).allSatisfy { sentence.has(.manner, at: $0) }
  }

  /// Whom the verb beside the noun names: «شن الجيش …», «شنته الحركة», «تعرضت القاعدة لـ», «استهدف …».
  private mutating func readVerb(
    _ verb: Trigger,
    of trigger: Trigger,
    in sentence: SentenceReader
  ) {
    let scan = sentence.scan
    if verb.start < trigger.start {
      let between = sentence.parties(from: verb.tokens.upperBound, to: trigger.start)
        .filter(AttackFrame.isFighter)
      if sentence.has(.suffered, at: verb.start) {
        let struck = between.isEmpty ? sentence.subjectBefore(verb.start) : between
        targets += struck.filter(AttackFrame.isFighter).prefix(1)
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
        let found = sentence.fighters(rightAfter: verb.tokens.upperBound, before: trigger.start)
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
      if doers.isEmpty, sentence.goesOn(verb),
        let doer = sentence.lastDoer(before: verb.start)
      {
        doers = [doer]
      }
      for doer in doers.prefix(1) where !actors.contains(where: { $0.means(doer) }) {
        actors.append(doer)
      }
      return
    }
    // «التفجيرات التي شهدتها العاصمة»: where it was, not who did it.
    if sentence.has(.venue, at: verb.start) { return }
    let next = sentence.parties(
      from: verb.tokens.upperBound,
      to: min(sentence.range.upperBound, verb.tokens.upperBound + 3)
    ).first { AttackFrame.isFighter($0) || Self.isSeat($0, behind: verb) }
    if next == nil, verb.form.hasObject, actors.isEmpty, !sentence.has(.suffered, at: verb.start),
      let found = sentence.fighters(
        rightAfter: verb.tokens.upperBound,
        before: sentence.range.upperBound
      )
    {
      actors.append(found)
    }
    if next == nil, verb.form.frame == .strike, !verb.form.hasObject {
      take(sentence.struck(from: verb.tokens.upperBound, before: sentence.range.upperBound))
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
    } else if verb.form.hasObject, !actors.contains(where: { $0.means(next) }) {
      actors.append(next)
    }
  }
}
