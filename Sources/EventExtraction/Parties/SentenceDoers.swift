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

  /// «وكانت تركيا، التي تعتبر الحزب منظمة محظورة، بدأت مفاوضات»: whom the clause that a comma closes right before a
  /// verb is about.
  func headOfRelative(before index: Int) -> PartySpan? {
    guard index - 1 > range.lowerBound, scan.tokens[index - 1].mark == .comma,
      let last = spans.last(where: { $0.tokens.upperBound <= index }),
      let relative = (range.lowerBound..<last.tokens.lowerBound).last(where: {
        scan.has(.relative, at: $0) && scan.tokens[$0].letterCount > 3
      }), scan.isVerb(at: relative + 1), index - relative <= 16,
      !(relative..<index - 1).contains(where: { scan.tokens[$0].mark == .comma }),
      let head = spans.last(where: { $0.tokens.upperBound <= relative }),
      relative - head.tokens.upperBound <= 1, head.clitics.isDisjoint(with: [.by, .to]),
      !isPlace(head), head.governor.isDisjoint(with: [.with, .topic, .source, .between]),
      relative == head.tokens.upperBound || scan.tokens[relative - 1].mark == .comma
    else { return nil }
    // «التقى فلان الرئيس، الذي زار المدينة، وصل»: only who opens his clause, or stands behind «كان», goes on.
    let before = head.tokens.lowerBound - 1
    return before < range.lowerBound || scan.has([.be, .that], at: before) ? head : nil
  }

  /// Who the sentence speaks of before a token; else whom the last sentences spoke of.
  func subject(before index: Int) -> PartySpan? {
    let before = spans.filter {
      $0.tokens.upperBound <= index && !isPlace($0) && !isAside($0)
        && $0.governor.isDisjoint(with: [.with, .topic, .between])
        && $0.clitics.isDisjoint(with: [.by])
    }
    // «قال عريقات إن عباس شدد خلال لقائه»: who the inner clause speaks of comes first.
    let that = (range.lowerBound..<max(range.lowerBound, index)).last {
      scan.has(.that, at: $0) && !scan.has([.before, .after], at: $0 - 1)
    }
    let inner = that.flatMap { opener in
      before.first { $0.tokens.lowerBound > opener && [.person, .office].contains($0.kind) }
        // «قال كيربي إن واشنطن تواصل»: right behind «إن» stands who does it.
        ?? before.first { $0.tokens.lowerBound == opener + 1 && $0.clitics.isEmpty }
    }
    // «وقامت الوزيرة …، والتقت»: after و goes on whoever did what the last verb tells.
    let goesOn =
      index < range.upperBound && scan.triggerPayloads[index] >= 0
      && scan.triggerClitics[index] == .and && scan.isVerb(at: index)
    let last =
      !goesOn
      ? nil
      : before.last {
        [.person, .office].contains($0.kind) && $0.clitics.isEmpty
          && $0.tokens.lowerBound > max(range.lowerBound, that ?? 0)
          && scan.isVerb(at: $0.tokens.lowerBound - 1)
      }
    if var named = last ?? inner ?? before.first(where: { [.person, .office].contains($0.kind) })
      ?? before.first(where: { $0.kind != .city || actsAsState($0) })
    {
      named.how = .pronoun
      return named
    }
    if var later = subjectAhead(of: index) {
      later.how = .pronoun
      return later
    }
    guard memory.age <= 2, var subject = memory.subject, !isStrangersWord(before: index) else {
      return nil
    }
    subject.how = .pronoun
    // Its preposition and proclitics were those of another sentence.
    subject.governor = []
    subject.clitics = []
    return subject
  }

  /// «واتفق الملك والرئيس، خلال لقاء في القصر»: several whom the verb before names as its doers; an
  /// indefinite noun behind «خلال» is of them all.
  func doersTogether(before trigger: Trigger) -> [PartySpan]? {
    guard
      let verb = (range.lowerBound..<trigger.start).last(where: { scan.isVerb(at: $0) }),
      !crossesClause(from: verb, to: trigger.start),
      let first = spans.first(where: { $0.tokens.lowerBound == verb + 1 }), first.clitics.isEmpty,
      [.person, .office, .state].contains(first.kind), !isPlace(first)
    else { return nil }
    let all = [first] + joined(to: first, before: trigger.start)
    return all.count >= 2 || !first.moreCountries.isEmpty ? all : nil
  }

  /// «واشنطن تواصل», «إن بغداد»: a capital does something only beside a verb or at the head.
  func actsAsState(_ city: PartySpan) -> Bool {
    let (before, after) = (city.tokens.lowerBound - 1, city.tokens.upperBound)
    return before < range.lowerBound || scan.has(.that, at: before) || scan.isVerb(at: before)
      || after < range.upperBound && scan.isVerb(at: after)
  }

  /// «وأبان اليامي أنه بحث»: a name that no table knows stands right behind the last verb of saying,
  /// so nobody whom the text spoke of before is meant.
  private func isStrangersWord(before index: Int) -> Bool {
    guard
      let verb = triggers.last(where: {
        $0.start < index && $0.form.frame == .speech && $0.isVerb && $0.form.number == .single
      }), !verb.form.hasObject
    else { return false }
    let next = verb.tokens.upperBound
    return next < index && scan.tokens[next].kind == .word && scan.tokens[next].letterCount >= 4
      && scan.tokens[next].gap == .space && scan.dateAt[next] < 0 && !scan.isCommon(at: next)
      && scan.words[next].classes.isEmpty && scan.senses(at: next).isEmpty
      && scan.triggerPayloads[next] < 0 && cues(at: next).isEmpty
      && !spans.contains { $0.tokens.contains(next) }
  }

  /// «وافق الملك على تكليف فلان»: who agreed to what a noun tells.
  func consenting(to trigger: Trigger) -> PartySpan? {
    guard trigger.form.tense == .noun,
      scan.has(.on, at: trigger.start - 1) || trigger.clitics.contains(.by),
      let verb = clamped(trigger.start - 24, trigger.start).last(where: {
        has(.agreed, at: $0) && !scan.has(.that, at: $0 - 1)
      }), !crossesClause(from: verb, to: trigger.start)
    else { return nil }
    let behind = spans.first { span in
      span.tokens.lowerBound > verb && span.tokens.lowerBound - verb <= 2
        && span.tokens.upperBound <= trigger.start && span.clitics.isEmpty
    }
    return behind ?? subjectBefore(verb).first
  }

  /// «من جانب فلان», «من قبل المجلس»: who did what a passive tells.
  func agent(behind trigger: Trigger) -> PartySpan? {
    for index in clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 20) {
      if scan.has([.that, .relative], at: index) { return nil }
      guard scan.has(.from, at: index), has(.agency, at: index + 1), index + 2 < range.upperBound
      else { continue }
      if let doer = spans.first(where: { $0.tokens.lowerBound == index + 2 }) {
        return isPlace(doer) ? nil : doer
      }
      // «جانب الرئيس التونسي» was read as a body.
      guard var doer = spans.first(where: { $0.tokens.lowerBound == index + 1 }),
        doer.tokens.count > 1
      else { return nil }
      doer.tokens = index + 2..<doer.tokens.upperBound
      return doer
    }
    return nil
  }

  /// «أوضح المتحدث أن رحلة تقل ركابا وصلت»: behind a bare «أن» stands who does it, and no party.
  func hasStranger(before trigger: Trigger) -> Bool {
    guard
      let that = clamped(trigger.start - 10, trigger.start).last(where: {
        scan.has(.that, at: $0) && scan.tokens[$0].letterCount == 2
      }), that + 1 < trigger.start, trigger.clitics.isEmpty
    else { return false }
    return !scan.isVerb(at: that + 1) && scan.dateAt[that + 1] < 0
      && !spans.contains { $0.tokens.contains(that + 1) }
  }

  /// A name that no table knows right behind a verb, followed by «مع» or a day: «بحث الباعور مع».
  func stranger(behind trigger: Trigger) -> PartySpan? {
    let next = trigger.tokens.upperBound
    guard trigger.isVerb, next + 1 < range.upperBound, scan.tokens[next].kind == .word,
      scan.tokens[next].gap == .space, scan.tokens[next].letterCount >= 4, scan.dateAt[next] < 0,
      !scan.isCommon(at: next), scan.words[next].classes.isEmpty, cues(at: next).isEmpty,
      scan.senses(at: next).isEmpty, scan.triggerPayloads[next] < 0,
      !spans.contains(where: { $0.tokens.contains(next) }),
      scan.has(.with, at: next + 1) || scan.dateAt[next + 1] >= 0
    else { return nil }
    return nounPhrase(at: next, before: next + 1, isSure: true)
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

  /// «واستهدفت مبنى …», «كما قصفت …»: a verb that opens its sentence goes on with the force that the
  /// sentence before spoke of.
  func doerBefore(openingVerb trigger: Trigger) -> PartySpan? {
    guard trigger.form.tense == .past, !trigger.form.hasObject, trigger.form.number != .first,
      goesOn(trigger), trigger.start - range.lowerBound <= 2, memory.age <= 1,
      !namesSubject(behind: trigger),
      var doer = memory.subject, AttackFrame.isUnderArms(doer, in: self), !isPlace(doer)
    else { return nil }
    doer.how = .pronoun
    return doer
  }

  /// «وهاجم المتظاهرون …», «واستهدفت غارات …»: the verb's own subject, or what may be it.
  private func namesSubject(behind trigger: Trigger) -> Bool {
    let next = trigger.tokens.upperBound
    guard next < range.upperBound else { return false }
    if scan.text.letters(of: scan.tokens[next]).starts(with: [LetterCode.alef, LetterCode.lam]) {
      return true
    }
    return triggers.contains {
      !$0.isVerb && $0.form.frame == .blow && (next..<next + 3).contains($0.start)
    }
  }

  /// The spans joined by و to one, right behind it: «الصين وكوريا واليابان».
  func joined(to owner: PartySpan, before limit: Int) -> [PartySpan] {
    guard let start = spans.firstIndex(where: { $0.tokens == owner.tokens }) else { return [] }
    var edge = owner.tokens.upperBound
    var found: [PartySpan] = []
    for span in spans[(start + 1)...] {
      guard span.tokens.upperBound <= limit, span.clitics == .and,
        span.tokens.lowerBound - edge <= 1
      else { break }
      found.append(span)
      edge = span.tokens.upperBound
    }
    return found
  }

  /// Who does what a verb says: the party after it, else the one before it.
  func subjectOf(_ verb: Trigger, before limit: Int) -> [PartySpan] {
    // «شهدت الدوحة توقيع …»: where it was.
    let isVenue =
      has(.venue, at: verb.start) || verb.form.tense == .noun && has(.hostVerb, at: verb.start)
    func doers(_ spans: [PartySpan]) -> [PartySpan] {
      isVenue ? spans.filter { $0.kind != .city && $0.kind != .state } : spans
    }
    if verb.start < limit {
      let after = parties(from: verb.tokens.upperBound, to: limit)
      if !after.isEmpty { return doers(EncounterFrame.linked(after, in: self)) }
    }
    return doers(subjectBefore(verb.start))
  }
}
