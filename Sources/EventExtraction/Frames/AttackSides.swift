import ArabicText
import Lexicons
import NewsModel

/// Who struck and who was struck, around a noun of attack.
///
/// «الغارات التركية», «هجوم شنته الحركة على قوات …», «تعرضت له القاعدة»: the adjective, the doer of
/// the verb and what follows «على» each have their side; a state right after the noun («هجوم الأردن»)
/// is where it was, and who only tells of it has none.
struct AttackSides {
  var actors: [PartySpan] = []
  var targets: [PartySpan] = []
  /// The place that was struck: «غارات على صنعاء».
  var ground: PartySpan?

  /// No side yet.
  init() {}

  var isEmpty: Bool { actors.isEmpty && targets.isEmpty }

  init(_ number: Int, in sentence: SentenceReader, end: Int) {
    let scan = sentence.scan
    let trigger = sentence.triggers[number]
    // «القصف الإسرائيلي» names who struck, «تفجير المدمرة الأميركية» what was struck.
    let next = trigger.tokens.upperBound
    // «قصفاً عنيفاً»: an accusative has no genitive.
    let hasGenitive = !sentence.isIndefiniteObject(trigger.tokens.upperBound - 1)
    let isOfObject =
      trigger.form.shape == .indefinite && hasGenitive && next < end
      && scan.tokens[next].kind == .word
      && scan.dateAt[next] < 0 && scan.senses(at: next).isEmpty
      && (scan.text.letters(of: scan.tokens[next]).starts(with: [LetterCode.alef, LetterCode.lam])
        // «استهداف سفينة إسرائيلية»: whose it is that was struck.
        || sentence.has(.struck, at: trigger.start) && sentence.isSite(next)
          && !sentence.has(.manner, at: next)
        // «اقتحام حارة»: no adjective, for the blow is masculine.
        || sentence.has(.struck, at: trigger.start) && trigger.form.number == .single
          && sentence.endsWithMarbuta(next) && !sentence.endsWithMarbuta(next - 1)
          && !sentence.isOfManyBlows(trigger.start - 1)
          && scan.isCommon(at: next)
        || sentence.has(.object, at: trigger.start) && !sentence.has(.manner, at: next)
          && !sentence.has([.fighters, .fighter], at: next))
    // «استهداف مجاهديها قوةً إسرائيليةً»: the adjective is of what was struck.
    let isOwnMen = next < end && sentence.has(.fighters, at: next) && sentence.isOwned(next)
    // «استهدافها آليات الاحتلال الإسرائيلي»: of what was struck, for who did it is in the suffix.
    let isOfStruck =
      trigger.form.isPossessed && sentence.has([.object, .struck], at: trigger.start)
      && next < end && sentence.isSite(next)
    if !isOfObject, !isOwnMen, !isOfStruck { actors = sentence.adjectives(after: next) }
    let light = trigger.light >= 0 ? sentence.triggers[trigger.light] : nil
    if let light { readVerb(light, of: trigger, in: sentence) }
    // «نفّذ الجيش عدواناً استهدف …»: the verb before names who did it.
    if actors.isEmpty, let light, light.start > trigger.start,
      let doing = sentence.triggers.last(where: { $0.tokens.upperBound <= trigger.start }),
      doing.form.frame == .light, doing.isVerb, trigger.start - doing.tokens.upperBound <= 3,
      !sentence.crossesClause(from: doing.tokens.upperBound, to: trigger.start)
    {
      readVerb(doing, of: trigger, in: sentence)
    }
    if actors.isEmpty, let blamed = sentence.attributed(trigger) ?? sentence.accused(of: trigger) {
      actors = [blamed]
    }
    // «هجوم لمستوطنين على القرية», «قصف جوي لمروحيات»: ل leads to who did it.
    if actors.isEmpty, targets.isEmpty, let doer = sentence.fighters(led: next, by: trigger) {
      actors = [doer]
    }
    // «تعرضت قاعدة لهجوم شنه متمردون»: a second verb names who did it.
    if actors.isEmpty, let light, light.start < trigger.start,
      let doing = sentence.triggers.first(where: { $0.start >= next }),
      doing.form.frame == .light, doing.isVerb, doing.form.hasObject, doing.start - next <= 3
    {
      readVerb(doing, of: trigger, in: sentence)
    }
    let on = onward(from: trigger, before: end, in: sentence)
    let limit = min(end, trigger.tokens.upperBound + 12)
    // «هجوم قالت الحكومة إنه …»: who tells of it.
    let stop =
      (trigger.tokens.upperBound..<max(trigger.tokens.upperBound, limit)).first {
        scan.isVerb(at: $0) && $0 != light?.start && scan.dateAt[$0] < 0
      } ?? limit
    for span in sentence.parties(from: trigger.tokens.upperBound, to: stop) {
      guard !actors.contains(where: { $0.means(span) }),
        !targets.contains(where: { $0.means(span) || $0.tokens.overlaps(span.tokens) })
      else { continue }
      let isNext = (trigger.tokens.upperBound..<span.tokens.lowerBound).allSatisfy {
        scan.tokens[$0].kind == .mark && [.quote, .openQuote].contains(scan.tokens[$0].mark)
          // «هجوم تنظيم "كذا"»
          || scan.has(.heading, at: $0) && !sentence.isOwned($0)
      }
      // «استهداف إسرائيل المدنيين»: an object follows, so the state did it.
      let after = span.tokens.upperBound
      let hasObject =
        after < limit && scan.tokens[after].kind == .word && scan.tokens[after].gap == .space
        && (scan.isCommon(at: after) || sentence.isOwned(after) || sentence.isSite(after))
        && scan.words[after].classes.isEmpty
        && !scan.isVerb(at: after) && !Self.isLed(after, in: scan)
        // «استهداف قوات الاحتلال المتوغلة»: an adjective of theirs.
        && (!sentence.isDefiniteFeminine(after) || sentence.isSite(after)
          || sentence.has(.people, at: after))
      // «استهداف آليات الاحتلال»: whom it struck; «استهداف الجيش للمدنيين»: who struck.
      let isObject =
        (sentence.has(.object, at: trigger.start)
          || sentence.has(.struck, at: trigger.start)
            && isShown(trigger, by: span, in: sentence))
        && (!hasObject || trigger.form.isPossessed)
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
      // «على معسكر … وعلى تجمعات للحركة»: the list is read from its head.
      if let on, on + 4 < span.tokens.lowerBound, scan.has([.on, .against], at: on),
        !span.governor.isDisjoint(with: [.on, .against])
          || Self.isUnder(span, from: trigger.tokens.upperBound, in: scan)
      {
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
      if let craft = sentence.craft(at: next, before: end) {
        // «استهداف طائرة مسيرة لسيارة»: it struck, and ل leads to what.
        actors.append(craft)
        take(sentence.struck(from: craft.tokens.upperBound, before: end, isLed: true))
      } else {
        take(sentence.struck(from: next, before: end))
      }
    }
    // «اغتيال مهندس الطائرات … فلان الفلاني»
    if targets.isEmpty, actors.isEmpty, sentence.has(.victim, at: trigger.start),
      trigger.form.shape != .definite,
      let man = sentence.nounPhrase(at: next, before: end, isSure: true)
    {
      targets.append(man)
    }
    if actors.isEmpty, light == nil, let teller = announcer(of: trigger, in: sentence) {
      actors.append(teller)
    }
    // «هجمات مومباي»
    if trigger.form.shape == .indefinite,
      let town = sentence.spans.first(where: { $0.tokens.lowerBound == next }),
      [.city, .place].contains(town.kind), town.clitics.isEmpty
    {
      ground = town
    }
    join(before: sentence.range.upperBound, in: sentence)
    readObject(of: trigger, before: stop, end: end, in: sentence)
    if targets.isEmpty { shareStruck(of: number, in: sentence) }
    if targets.isEmpty {
      readTarget(of: trigger, before: end, in: sentence)
      readHit(of: trigger, before: end, in: sentence)
    }
    if let last = targets.last, last.kind != .thing {
      take(StruckPhrase(targets: sentence.joinedSide(to: last, before: sentence.range.upperBound)))
      take(StruckPhrase(targets: sentence.sites(joinedBehind: targets.last ?? last, before: end)))
    }
    if actors.isEmpty { readDoer(of: trigger, light: light, in: sentence) }
    if actors.isEmpty, light.map({ $0.start > trigger.start }) ?? true {
      shareDoer(of: number, end: end, in: sentence)
    }
    if let partner = sentence.partner(in: sentence.clamped(next, next + 24)), !actors.isEmpty,
      !(actors + targets).contains(where: { $0.means(partner) })
    {
      actors.append(partner)
    }
    if targets.isEmpty { readObject(of: trigger, before: stop, end: end, in: sentence) }
    if targets.isEmpty, ground == nil { readSite(of: trigger, before: end, in: sentence) }
    let isBare = targets.count == 1 && targets.allSatisfy { sentence.isBare($0) }
    if targets.isEmpty || isBare { readVictims(of: trigger, in: sentence) }
    if targets.isEmpty || isBare && targets.count == 1 { readLoss(of: trigger, in: sentence) }
    join(before: sentence.range.upperBound, in: sentence)
  }

  /// «هجوم المقاومة الشعبية والجيش»: who is joined to the doer did it with him.
  private mutating func join(before end: Int, in sentence: SentenceReader) {
    // «اشتباكات بين القوات ومقاومين بعد اقتحام …»: two who fought one another.
    guard let last = actors.last, !last.governor.contains(.between) else { return }
    actors += sentence.joinedSide(to: last, before: end)
      .filter { one in !(actors + targets).contains { $0.means(one) } }
  }

  /// «نشرت السرايا مشاهد عن قصف جنود الاحتلال»: someone else shows it, so he did it.
  private func isShown(_ trigger: Trigger, by span: PartySpan, in sentence: SentenceReader) -> Bool
  {
    guard let teller = sentence.announcer(of: trigger) else { return false }
    return !teller.means(span)
  }

  /// Notes who was struck, and where, but for those who did it.
  mutating func take(_ struck: StruckPhrase) {
    for one in struck.targets
    where !(actors + targets).contains(where: { $0.means(one) || $0.tokens.overlaps(one.tokens) }) {
      targets.append(one)
    }
    if ground == nil { ground = struck.place }
  }

  /// «استهداف آليات الجيش بصورة فعالة»: a word behind ب is no object.
  private static func isLed(_ index: Int, in scan: ArticleScan) -> Bool {
    let word = scan.words[index]
    return (0..<word.count).contains {
      word.clitics($0) == .by && scan.events.isCommon(word.hash($0))
    }
  }

  /// «بقصف كثيف لقوات …»: nothing that was struck stands between, so ل names whose strike it was.
  private func isDoerBehindLam(_ span: PartySpan, of trigger: Trigger, in sentence: SentenceReader)
    -> Bool
  {
    let next = trigger.tokens.upperBound
    // «شهدت المدينة هجوما داميا للحركة»: the verb names where it was.
    let isTold =
      trigger.light >= 0 && sentence.triggers[trigger.light].start < trigger.start
      && !sentence.has(.venue, at: sentence.triggers[trigger.light].start)
    guard span.clitics.contains(.to), actors.isEmpty, !isTold,
      targets.allSatisfy({ $0.tokens.lowerBound > span.tokens.lowerBound }),
      trigger.form.shape == .indefinite, !sentence.has(.object, at: trigger.start),
      !sentence.has(.suffered, at: trigger.start - 1)
    else { return false }
    return (next..<max(next, span.tokens.lowerBound)).allSatisfy { sentence.isAdjectiveOfBlow($0) }
  }
}
