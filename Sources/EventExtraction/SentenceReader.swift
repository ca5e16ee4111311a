import ArabicText
import Lexicons
import NewsModel

/// One sentence with its parties, triggers and dates, and what frames ask of it.
struct SentenceReader {
  let scan: ArticleScan
  let range: Range<Int>
  let spans: [PartySpan]
  var triggers: [Trigger] = []
  /// For each trigger, the expressions that belong to it.
  var dates: [[Int32]] = []
  /// Who the last sentences spoke of.
  let memory: Memory

  /// Who an article spoke of last.
  struct Memory {
    var subject: PartySpan?
    /// How many sentences ago.
    var age = 0
    var persons: [PartySpan] = []
    var states: [PartySpan] = []
  }

  init(scan: ArticleScan, range: Range<Int>, spans: [PartySpan], memory: Memory) {
    self.scan = scan
    self.range = range
    self.spans = spans
    self.memory = memory
    matchTriggers()
    linkLightVerbs()
    shareDates()
  }

  // MARK: - Triggers

  private mutating func matchTriggers() {
    var index = range.lowerBound
    while index < range.upperBound {
      defer { index += 1 }
      guard scan.triggerPayloads[index] >= 0, !scan.isFurniture[index] else { continue }
      if spans.contains(where: { $0.tokens.contains(index) }) { continue }
      if scan.has(.stop, at: index), scan.words[index].classClitics.isEmpty { continue }
      let end = min(Int(scan.triggerEnds[index]), range.upperBound)
      let clitics = scan.triggerClitics[index]
      let forms = scan.triggerForms(at: index).filter { mayStand($0, at: index, clitics: clitics) }
      guard let form = choose(forms, at: index, end: end, clitics: clitics) else { continue }
      var trigger = Trigger(tokens: index..<end, form: form, clitics: clitics)
      // «بعد تولي», «لبحث»: written as the past verb, but a noun.
      if form.tense == .past, form.number == .single, !form.hasObject, !form.feminine,
        scan.has([.after, .before, .during, .source, .inside, .to, .from, .with], at: index - 1),
        scan.tokens[index].gap < .line, clitics.isEmpty
      {
        trigger.form.tense = .noun
      }
      triggers.append(trigger)
      index = end - 1
    }
  }

  /// «توافقا», «بحثا» are verbs of two only where a verb can stand; «نتفق» is no event.
  private func mayStand(_ form: TriggerForm, at index: Int, clitics: Clitics) -> Bool {
    if form.number == .first, form.tense == .imperfect, form.frame == .agree { return false }
    guard form.number == .dual, form.tense == .past, clitics.isEmpty, index > range.lowerBound
    else { return true }
    let before = index - 1
    if scan.tokens[before].kind == .mark || scan.tokens[index].gap >= .line { return true }
    return scan.has([.be, .qad, .that, .relative, .pair, .persons, .adverb], at: before)
      || scan.dateAt[before] >= 0 || spans.contains { $0.tokens.contains(before) }
  }

  /// One word can be several triggers («غادر» of a guest or of forces): the needs decide.
  private func choose(_ forms: [TriggerForm], at index: Int, end: Int, clitics: Clitics)
    -> TriggerForm?
  {
    // A verb takes و and ف only, and ل before an imperfect.
    if let hold = forms.first(where: { $0.frame == .light && $0.shape == .possessed }) {
      return hold
    }
    let fitting = forms.filter { form in
      if form.tense == .noun { return true }
      if clitics.isDisjoint(with: [.by, .like, .to]) { return true }
      return form.tense == .imperfect && clitics.isDisjoint(with: [.by, .like])
    }
    for form in fitting where !form.needs.isEmpty {
      if needed(form, near: index, end: end) != nil { return form }
    }
    return fitting.first { $0.needs.isEmpty }
  }

  /// The token that fills what a trigger needs.
  func needed(_ form: TriggerForm, near index: Int, end: Int) -> Int? {
    let reach =
      switch form.frame {
      case .event: 3
      case .withdraw: 6
      case .sign: form.tense == .noun ? 4 : 30
      default: 9
      }
    if form.frame == .discuss { return index }
    var next = end
    let stop = min(range.upperBound, end + reach)
    while next < stop {
      if scan.has(form.needs, at: next) { return next }
      if scan.tokens[next].kind == .mark, scan.tokens[next].mark == .semicolon { break }
      if scan.has(.that, at: next) { break }
      if next > end, scan.isVerb(at: next), form.frame != .encounter, form.frame != .sign { break }
      next += 1
    }
    // «الاتفاق الموقع», «القوات … ستعود»
    if form.frame == .sign || form.frame == .withdraw {
      var before = index - 1
      let floor = max(range.lowerBound, index - (form.tense == .noun ? 4 : 7))
      if form.frame == .sign, form.tense == .noun, form.shape != .definite { return nil }
      if form.frame == .withdraw, form.tense == .noun { return nil }
      while before >= floor {
        if scan.has(form.needs, at: before) { return before }
        if scan.isVerb(at: before) { break }
        before -= 1
      }
    }
    return nil
  }

  /// Ties «عقد», «جرى», «يقوم بـ» to the noun that they say happens.
  private mutating func linkLightVerbs() {
    for (number, trigger) in triggers.enumerated()
    where trigger.form.frame == .light || trigger.form.frame == .happen {
      let reach = trigger.form.frame == .happen ? 2 : 22

      // «اجتماع عقد في», «اللقاء الذي جرى»
      if let before = triggers[..<number].lastIndex(where: { !$0.isVerb && $0.light < 0 }) {
        let distance = trigger.start - triggers[before].tokens.upperBound
        let isRelative =
          scan.has(.relative, at: trigger.start - 1) || trigger.form.tense == .noun
          || distance <= 6
            && (triggers[before].tokens.upperBound..<trigger.start).contains {
              scan.has(.relative, at: $0)
            }
        let adjacent = distance == 0 || isRelative && distance <= 6
        let isPossessed = trigger.form.tense == .noun && trigger.form.shape == .possessed
        if trigger.form.tense == .noun
          ? isPossessed && distance <= 8 : adjacent && trigger.clitics.isEmpty
        {
          triggers[before].light = number
          continue
        }
      }
      for next in triggers[(number + 1)...].indices {
        let candidate = triggers[next]
        if candidate.isVerb {
          if candidate.form.frame == .light || candidate.form.frame == .happen { continue }
          break
        }
        if candidate.start - trigger.tokens.upperBound > reach { break }
        if crossesClause(from: trigger.tokens.upperBound, to: candidate.start) { break }
        if (trigger.tokens.upperBound..<candidate.start).contains(where: {
          scan.has(.relative, at: $0)
        }) {
          break
        }
        if candidate.light < 0 { triggers[next].light = number }
        break
      }
    }
  }

  /// Whether a new clause opens between two tokens.
  func crossesClause(from start: Int, to end: Int) -> Bool {
    var index = start
    while index < end {
      if scan.has([.that, .subordinate], at: index) { return true }
      if scan.tokens[index].mark == .semicolon { return true }
      index += 1
    }
    return false
  }

  // MARK: - Dates

  /// Gives each date to the verb or event noun nearest before it; one that opens the sentence
  /// belongs to the first verb after it.
  private mutating func shareDates() {
    dates = [[Int32]](repeating: [], count: triggers.count)
    var seen: Int32 = -1
    for index in range where scan.dateAt[index] >= 0 && scan.dateAt[index] != seen {
      seen = scan.dateAt[index]
      let expression = scan.expressions[Int(seen)]
      guard expression.first != nil || expression.last != nil,
        expression.kind != .duration || expression.relation != nil, expression.kind != .set
      else { continue }
      if let owner = owner(of: index) { dates[owner].append(seen) }
    }
  }

  private func owner(of index: Int) -> Int? {
    let before = triggers.lastIndex { $0.start < index }
    // A plain verb between takes the date to itself.
    if let number = before {
      let blocked = (triggers[number].tokens.upperBound..<index).contains {
        scan.words[$0].classes.contains(.verb) && !scan.has(.relative, at: $0 - 1)
      }
      if blocked { return nil }
      let form = triggers[number].form
      // «أعلن أن … سيزور … غداً»: what is said has its own date.
      if form.frame == .speech,
        (triggers[number].tokens.upperBound..<index).contains(where: {
          scan.has(.that, at: $0) || scan.tokens[$0].mark == .colon || opensQuote($0)
        })
      {
        return triggers.indices.first { $0 > number && triggers[$0].isVerb }
      }
      // «اتفقا على … موعداً»: a date after «على» is of what they agreed on.
      if form.frame == .agree,
        (triggers[number].tokens.upperBound..<index).contains(where: { scan.has(.on, at: $0) })
      {
        return nil
      }
      // A noun's own date stands close by; «بنهاية العام» far off is of something else.
      if form.tense == .noun {
        let distance = index - triggers[number].tokens.upperBound
        let relation = scan.expressions[Int(scan.dateAt[index])].relation
        let reach = relation == .by || relation == .until || relation == .within ? 6 : 18
        if distance > reach, triggers[number].light < 0 { return nil }
      }
      return number
    }
    let hasVerbBefore = (range.lowerBound..<index).contains {
      scan.words[$0].classes.contains(.verb)
    }
    if hasVerbBefore { return nil }
    return triggers.firstIndex { $0.isVerb } ?? triggers.indices.first
  }

  private func opensQuote(_ index: Int) -> Bool {
    let mark = scan.tokens[index].mark
    return (mark == .openQuote || mark == .quote && scan.quoted[index]) && !isShortQuote(index)
  }

  // MARK: - Clauses

  /// Where the clause of a token ends: a content clause, a new verb after و, a quotation.
  func clauseEnd(after index: Int, crossingThat: Bool = false) -> Int {
    var next = index + 1
    while next < range.upperBound {
      let token = scan.tokens[next]
      if token.kind == .mark {
        switch token.mark {
        case .semicolon, .ellipsis, .colon, .bullet, .bar: return next
        case .stop where next + 1 < range.upperBound && scan.tokens[next + 1].gap > .glued:
          return next
        case .openQuote, .quote:
          if scan.quoted[next] != scan.quoted[index], !isShortQuote(next) { return next }
        default: break
        }
      } else {
        if scan.has([.that], at: next), !crossingThat { return next }
        if scan.has([.subordinate], at: next), scan.words[next].classClitics.isEmpty {
          return next
        }
        if startsClause(next) { return next }
      }
      next += 1
    }
    return range.upperBound
  }

  /// A quotation of at most four words, as around a name.
  private func isShortQuote(_ index: Int) -> Bool {
    var next = index + 1
    while next < range.upperBound, next - index <= 5 {
      if scan.tokens[next].mark == .closeQuote || scan.tokens[next].mark == .quote { return true }
      next += 1
    }
    return false
  }

  /// Where the clause of a token begins.
  func clauseStart(before index: Int) -> Int {
    var next = index - 1
    while next >= range.lowerBound {
      let token = scan.tokens[next]
      if token.kind == .mark {
        switch token.mark {
        case .semicolon, .ellipsis, .colon, .bullet, .bar: return next + 1
        case .openQuote where !isShortQuote(next): return next + 1
        default: break
        }
      } else if scan.has(.that, at: next) {
        return next + 1
      } else if scan.has(.subordinate, at: next), scan.words[next].classClitics.isEmpty {
        return next + 1
      } else if startsClause(next) {
        return next
      }
      next -= 1
    }
    return range.lowerBound
  }

  /// A finite verb after و, ف or a comma.
  private func startsClause(_ index: Int) -> Bool {
    let clitics: Clitics
    if scan.words[index].classes.contains(.verb) {
      clitics = scan.words[index].classClitics
    } else if scan.triggerForms(at: index).contains(where: { $0.tense != .noun }),
      !spans.contains(where: { $0.tokens.contains(index) })
    {
      clitics = scan.triggerClitics[index]
    } else {
      return false
    }
    if clitics == .and { return true }
    return clitics.isEmpty && index > range.lowerBound && scan.tokens[index - 1].mark == .comma
  }

  // MARK: - Parties

  /// Whether a span is where something is, and not who does it.
  func isPlace(_ span: PartySpan) -> Bool {
    switch span.kind {
    case .place: return true
    case .city:
      let entry = scan.actors.entries[Int(span.entry)]
      if entry.category != "yes" { return true }
      return !span.governor.isDisjoint(with: [.inside, .to, .from, .at])
        || span.clitics.contains(.by)
        || span.clitics.contains(.to)
    case .state:
      return !span.governor.isDisjoint(with: [.inside, .to, .from])
    default: return false
    }
  }

  /// A span after «وفق», «بحسب» is a source, one after «حول» a topic.
  func isAside(_ span: PartySpan) -> Bool {
    if !span.governor.isDisjoint(with: [.source, .topic]) { return true }
    // «حول الوضع في سوريا»: the topic word stands a little before.
    var index = span.tokens.lowerBound - 1
    let floor = max(range.lowerBound, index - 4)
    while index >= floor {
      if scan.has([.source], at: index) { return true }
      if scan.tokens[index].kind == .mark { return false }
      index -= 1
    }
    return false
  }

  /// The parties between two tokens, in order; what comes after a topic word is left out.
  func parties(from start: Int, to end: Int, pastTopics: Bool = false) -> [PartySpan] {
    guard start < end else { return [] }
    var limit = end
    if !pastTopics, let topic = (start..<end).first(where: { scan.has(.topic, at: $0) }) {
      // «بحث … سبل التعاون مع»: the co-party may still follow.
      limit = topic
    }
    return spans.filter {
      $0.tokens.lowerBound >= start && $0.tokens.lowerBound < limit && !isPlace($0) && !isAside($0)
    }
  }

  /// The place between two tokens: a city, state or building after «في», «إلى», «من» or ب.
  func place(from start: Int, to end: Int) -> PartySpan? {
    spans.first {
      $0.tokens.lowerBound >= start && $0.tokens.lowerBound < end
        && [.city, .state, .place].contains($0.kind)
        && (!$0.governor.isDisjoint(with: [.inside, .to, .from, .at])
          || !$0.clitics.isDisjoint(with: [.by, .to]))
    }
  }

  /// The parties that stand before a verb as its subject: «X وY كانا قد وقّعا».
  func subjectBefore(_ index: Int) -> [PartySpan] {
    var edge = index
    var found: [PartySpan] = []
    for span in spans.reversed() where span.tokens.upperBound <= index {
      guard span.tokens.upperBound <= edge else { continue }
      if found.isEmpty {
        guard onlyParticles(from: span.tokens.upperBound, to: edge) else { break }
        if isPlace(span) { continue }
        found.append(span)
        edge = span.tokens.lowerBound
      } else {
        // A chain: «X وY», «X, وY».
        guard let later = found.first, later.clitics.contains(.and),
          onlyParticles(from: span.tokens.upperBound, to: edge)
        else { break }
        found.insert(span, at: 0)
        edge = span.tokens.lowerBound
      }
    }
    // «مع X قال Y» is no subject.
    if let first = found.first,
      !first.governor.isDisjoint(with: [.with, .topic, .source, .between])
        || !first.clitics.isDisjoint(with: [.by, .to])
    {
      return []
    }
    return found
  }

  /// Whether nothing but auxiliaries, dates, commas and short asides stands between two tokens.
  private func onlyParticles(from start: Int, to end: Int) -> Bool {
    guard end - start <= 14 else { return false }
    var strange = 0
    for index in start..<max(start, end) {
      if scan.tokens[index].kind == .mark {
        if [
          .comma, .quote, .openQuote, .closeQuote, .openBracket, .closeBracket, .hash, .underscore,
        ]
        .contains(scan.tokens[index].mark) {
          continue
        }
        return false
      }
      if scan.dateAt[index] >= 0 { continue }
      if scan.has(
        [.be, .qad, .future, .not, .adverb, .pastTime, .each, .inside, .relative],
        at: index
      ) {
        continue
      }
      if spans.contains(where: { $0.tokens.contains(index) }) { continue }
      strange += 1
      if strange > 1 { return false }
    }
    return true
  }

  /// Who the sentence speaks of before a token; else whom the last sentences spoke of.
  func subject(before index: Int) -> PartySpan? {
    let before = spans.filter {
      $0.tokens.upperBound <= index && !isPlace($0) && !isAside($0)
        && $0.governor.isDisjoint(with: [.with, .topic, .between])
        && $0.clitics.isDisjoint(with: [.by])
    }
    if var named = before.first(where: { [.person, .office].contains($0.kind) }) ?? before.first {
      named.how = named.how == .alias || named.how == .unlinked ? .pronoun : named.how
      return named
    }
    guard memory.age <= 2, var subject = memory.subject else { return nil }
    subject.how = .pronoun
    return subject
  }

  /// The two whom «الجانبان» and a bare dual verb mean.
  func lastTwo(persons: Bool) -> [PartySpan] {
    // Whoever was named last: two heads of state, or their states.
    func place(_ spans: [PartySpan]) -> Int {
      spans.count < 2 ? -1 : spans.suffix(2).map(\.tokens.lowerBound).min() ?? -1
    }
    let known =
      place(memory.persons) >= 0 && (persons || place(memory.persons) > place(memory.states))
    let two = known ? memory.persons : memory.states
    return two.suffix(2).map {
      var span = $0
      span.how = .pronoun
      return span
    }
  }

  /// States named by adjectives right after a noun: «الحوار العراقي الأميركي».
  func adjectives(after index: Int) -> [PartySpan] {
    var found: [PartySpan] = []
    var next = index
    var passed = 0
    while next < range.upperBound, passed < 5 {
      let token = scan.tokens[next]
      if token.kind == .mark {
        guard token.mark == .dash else { break }
        next += 1
        continue
      }
      if let sense = scan.senses(at: next).first(where: { $0.kind == .adjective }),
        scan.actorClitics[next].isEmpty || scan.actorClitics[next] == .and
      {
        var span = PartySpan(
          tokens: next..<Int(scan.actorEnds[next]),
          kind: .state,
          entry: sense.entry
        )
        span.country = sense.entry
        found.append(span)
        next = Int(scan.actorEnds[next])
        continue
      }
      let classes = scan.words[next].classes
      let isOfTalks = classes.contains(.from) && scan.has(.talks, at: next + 1)
      guard found.isEmpty, scan.words[next].isCommon || isOfTalks,
        isOfTalks || classes.isSubset(of: [.ordinal, .recurring, .forces, .talks, .pastTime]),
        scan.triggerPayloads[next] < 0 || scan.has(.talks, at: next)
      else { break }
      next += 1
      passed += 1
    }
    return found
  }
}
