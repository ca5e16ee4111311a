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

  var isEmpty: Bool { actors.isEmpty && targets.isEmpty }

  init(_ number: Int, in sentence: SentenceReader, end: Int) {
    let scan = sentence.scan
    let trigger = sentence.triggers[number]
    // «القصف الإسرائيلي» names who struck, «تفجير المدمرة الأميركية» what was struck.
    let next = trigger.tokens.upperBound
    let isOfObject =
      trigger.form.shape == .indefinite && next < end && scan.tokens[next].kind == .word
      && scan.senses(at: next).isEmpty
      && scan.text.letters(of: scan.tokens[next]).starts(with: [LetterCode.alef, LetterCode.lam])
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
        && !scan.isVerb(at: after)
      if isNext, span.kind == .person, span.clitics.isEmpty { targets.append(span) }
      guard AttackFrame.isFighter(span) else { continue }
      // «تم استهداف القوات»: a passive has no doer.
      if isNext, light?.form.frame == .happen, span.clitics.isEmpty {
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
      guard verb.form.frame != .happen, !sentence.has(.venue, at: verb.start) else { return }
      var doers = between.filter { $0.governor.isDisjoint(with: [.on, .against, .with]) }
      if doers.isEmpty {
        // «شنت نحو ثلاثين طائرة تركية»: the adjective names whose they are.
        doers += Self.state(from: verb.tokens.upperBound, to: trigger.start, in: scan)
      }
      if doers.isEmpty {
        doers = sentence.subjectBefore(verb.start).filter(AttackFrame.isFighter)
      }
      for doer in doers.prefix(1) where !actors.contains(where: { $0.means(doer) }) {
        actors.append(doer)
      }
      return
    }
    let next = sentence.parties(
      from: verb.tokens.upperBound,
      to: min(sentence.range.upperBound, verb.tokens.upperBound + 3)
    ).first { AttackFrame.isFighter($0) }
    if next == nil, verb.form.hasObject, actors.isEmpty {
      actors += Self.state(
        from: verb.tokens.upperBound,
        to: min(sentence.range.upperBound, verb.tokens.upperBound + 3),
        in: scan
      )
    }
    guard let next, next.clitics.isDisjoint(with: [.by]) else { return }
    if sentence.has(.suffered, at: verb.start) || verb.form.frame == .strike {
      if verb.form.frame == .strike || verb.form.hasObject || verb.form.number == .single {
        targets.append(next)
      }
    } else if verb.form.hasObject, !actors.contains(where: { $0.means(next) }) {
      actors.append(next)
    }
  }

  /// «غارات على مواقع المسلحين …»: «على» stands a word or two before.
  private static func isUnder(_ span: PartySpan, from start: Int, in scan: ArticleScan) -> Bool {
    var index = span.tokens.lowerBound - 1
    let floor = max(start, index - 3)
    while index >= floor {
      if scan.tokens[index].kind == .mark || scan.dateAt[index] >= 0 { return false }
      if scan.has([.on, .against], at: index) { return true }
      if scan.has([.inside, .from, .to, .with, .between, .source, .relative], at: index) {
        return false
      }
      index -= 1
    }
    return false
  }

  /// The state of the first adjective between two tokens: «شنتها طائرة أميركية».
  private static func state(from start: Int, to end: Int, in scan: ArticleScan) -> [PartySpan] {
    for index in start..<max(start, end) {
      guard let sense = scan.senses(at: index).first(where: { $0.kind == .adjective }) else {
        continue
      }
      var state = PartySpan(
        tokens: index..<Int(scan.actorEnds[index]),
        kind: .state,
        entry: sense.entry
      )
      state.country = sense.entry
      return [state]
    }
    return []
  }

  /// Whether a verb of attack strikes a span: right behind its doer, after «على» or «ل».
  static func isStruck(_ span: PartySpan, from doer: PartySpan?, verb: Trigger) -> Bool {
    if !span.governor.isDisjoint(with: [.on, .against]) || span.clitics.contains(.to) {
      return true
    }
    var edge = verb.tokens.upperBound
    if let doer, doer.tokens.lowerBound >= edge { edge = doer.tokens.upperBound }
    return span.clitics.isEmpty && span.governor.isDisjoint(with: [.with, .from, .between])
      && span.tokens.lowerBound - edge <= 2
  }
}
