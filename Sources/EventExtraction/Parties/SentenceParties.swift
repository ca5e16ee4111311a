import ArabicText
import Lexicons
import NewsModel

extension SentenceReader {
  /// Whether no comma and no verb stands between two tokens.
  func isUnbroken(from start: Int, to end: Int) -> Bool {
    (start..<max(start, end)).allSatisfy {
      scan.tokens[$0].mark != .comma && !scan.isVerb(at: $0)
    }
  }

  /// A span after «وفق», «بحسب» is a source, one after «حول» a topic.
  func isAside(_ span: PartySpan) -> Bool {
    if !span.governor.isDisjoint(with: [.source, .topic]) { return true }
    if isRepresented(span) { return true }
    // «تلفزيون الصين», «صحيفة إسرائيل اليوم»: part of a paper's name.
    if span.governor.contains(.media), [.state, .city].contains(span.kind), span.clitics.isEmpty {
      return true
    }
    // «حول الوضع في سوريا»: the topic word stands a little before.
    var index = span.tokens.lowerBound - 1
    let floor = max(range.lowerBound, index - 4)
    while index >= floor {
      // «وبحسب القناة أن فلاناً وصل»: behind «أن» nobody is the source.
      if scan.has(.that, at: index) { return false }
      if scan.has([.source], at: index) { return true }
      if scan.tokens[index].kind == .mark { return false }
      index -= 1
    }
    return false
  }

  /// «ممثلين عن الرئيس ووزير الدفاع»: for whom others are there.
  private func isRepresented(_ span: PartySpan) -> Bool {
    let before = span.tokens.lowerBound
    if span.clitics == .and, let last = spans.last(where: { $0.tokens.upperBound == before }) {
      return isRepresented(last)
    }
    return span.governor.contains(.about) && before - 2 >= range.lowerBound
      && scan.has([.aide, .people], at: before - 2)
  }

  /// The parties between two tokens, in order; what comes after a topic word is left out.
  func parties(from start: Int, to end: Int, pastTopics: Bool = false) -> [PartySpan] {
    guard start < end else { return [] }
    var limit = end
    if !pastTopics,
      let topic = (start..<end).first(where: { scan.has(.topic, at: $0) || has(.backdrop, at: $0) })
    {
      // «بحث … سبل التعاون مع»: the co-party may still follow.
      limit = topic
    }
    // «اجتمع فلان خلال زيارته إلى … مع علان»: past «خلال» only a co-party belongs.
    let during = (start..<limit).first { scan.has(.during, at: $0) } ?? limit
    var isPast = false
    return spans.filter { span in
      guard span.tokens.lowerBound >= start, span.tokens.lowerBound < limit, !isPlace(span),
        !isAside(span)
      else { return false }
      guard span.tokens.lowerBound > during,
        spans.contains(where: { $0.tokens.lowerBound >= start && $0.tokens.upperBound <= during })
      else { return true }
      if !span.governor.isDisjoint(with: [.with, .between]) { isPast = true }
      return isPast
    }
  }

  /// Who means to do what a verbal noun names: «يعتزم الرئيس … زيارة», «قرر فلان تأجيل».
  func intending(_ trigger: Trigger) -> [PartySpan] {
    guard !trigger.isVerb else { return [] }
    // «الرئيس، فلان، يعتزم تعيين …»
    let verb = trigger.start - 1
    if scan.has(.planned, at: verb), scan.words[verb].classClitics.isEmpty,
      let first = scan.text.letters(of: scan.tokens[verb]).first,
      first == LetterCode.yeh || first == LetterCode.teh
    {
      let before = subjectBefore(verb)
      if !before.isEmpty { return before }
    }
    // «أعلن الوزير الأول …، بينما أعلن الوزير، فلان، عزمه زيارة …»: whom the nearest verb names.
    if scan.has(.planned, at: verb),
      let doer = spans.last(where: {
        $0.tokens.upperBound <= verb && $0.clitics.isEmpty && !isPlace($0)
          && scan.isVerb(at: $0.tokens.lowerBound - 1)
      }), let last = scan.text.letters(of: scan.tokens[verb]).last,
      [LetterCode.heh, LetterCode.alef].contains(last)
    {
      return [doer]
    }
    guard
      let doer = spans.last(where: { $0.tokens.upperBound <= trigger.start && !isPlace($0) }),
      doer.clitics.isEmpty, doer.tokens.lowerBound > range.lowerBound,
      (doer.tokens.upperBound..<trigger.start).allSatisfy({ scan.dateAt[$0] >= 0 }),
      scan.has(.planned, at: doer.tokens.lowerBound - 1),
      scan.text.letters(of: scan.tokens[doer.tokens.lowerBound - 1]).first != LetterCode.alef
    else { return [] }
    return [doer]
  }

  /// The parties that stand before a verb as its subject: «X وY كانا قد وقّعا».
  func subjectBefore(_ index: Int) -> [PartySpan] {
    // «… ، والتقى»: a verb after و opens its clause, so its doer follows.
    if index < range.upperBound, scan.triggerPayloads[index] >= 0,
      scan.triggerClitics[index].contains(.and)
    {
      return []
    }
    // «… ووزير دفاعه قبل أن يغادر»: a clause of its own, told of whom the sentence speaks.
    if scan.has(.that, at: index - 1), scan.has([.before, .after], at: index - 2) { return [] }
    let told = doer(betweenBeAndQad: index)
    if !told.isEmpty { return told }
    if let head = headOfRelative(before: index) { return [head] }
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
        // «اشتباكات في المدينة والكتائب تستهدف …»: where it was is no doer.
        guard let later = found.first, later.clitics.contains(.and), !isPlace(span),
          onlyParticles(from: span.tokens.upperBound, to: edge)
        else { break }
        found.insert(span, at: 0)
        edge = span.tokens.lowerBound
      }
    }
    // «مع X قال Y» is no subject; «مع X الذي قال» is one.
    if index > range.lowerBound, scan.has(.relative, at: index - 1) {
      return Array(found.suffix(1))
    }
    if let first = found.first,
      !first.governor.isDisjoint(with: [.with, .topic, .source, .between])
        || !first.clitics.isDisjoint(with: [.by, .to])
    {
      return []
    }
    return found
  }

  /// Whether nothing but auxiliaries, dates, commas and short asides stands between two tokens.
  func onlyParticles(from start: Int, to end: Int) -> Bool {
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
        // «… فلان - تولى لاحقا …»
        if scan.tokens[index].mark == .dash, index == start, index == end - 1 { continue }
        return false
      }
      if scan.dateAt[index] >= 0 { continue }
      // «… سليمان، كما التقى»: another clause.
      if scan.has(.subordinate, at: index), scan.words[index].classClitics.isEmpty { return false }
      if scan.has(
        [.be, .qad, .future, .not, .adverb, .pastTime, .each, .inside, .relative],
        at: index
      ) {
        continue
      }
      if spans.contains(where: { $0.tokens.contains(index) }) { continue }
      // «حركة الشباب الإسلامية التي شنت»: it belongs to the name before it.
      if index == start, isDefiniteNisba(index) { continue }
      strange += 1
      if strange > 1 { return false }
    }
    return true
  }

  /// The states of the first adjectives between two tokens: «على شركات صينية», «على أفراد وكيانات روسية».
  func statesOfAdjectives(from start: Int, to end: Int) -> [PartySpan] {
    let first = clamped(start, end).first { index in
      scan.dateAt[index] < 0 && scan.actorClitics[index].isEmpty
        && !spans.contains { $0.tokens.contains(index) }
        && scan.senses(at: index).contains { $0.kind == .adjective }
    }
    return first.map { adjectives(after: $0) } ?? []
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
      // «القمة العربية», «القمة الروسية الأفريقية»
      if let bloc = scan.senses(at: next).first(where: { $0.kind == .bloc }),
        scan.actorClitics[next].isEmpty
      {
        let end = Int(scan.actorEnds[next])
        found.append(PartySpan(tokens: next..<end, kind: .organisation, entry: bloc.entry))
        next = end
        continue
      }
      if let sense = scan.senses(at: next).first(where: { $0.kind == .adjective }),
        scan.actorClitics[next].isEmpty || scan.actorClitics[next] == .and
      {
        // «لقاء ثلاثة أمريكيين»: men of a state.
        if isOfMen(next) { break }
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
      // «المؤتمر الخميس المستشارة الألمانية»: behind a day another phrase begins.
      guard scan.dateAt[next] < 0 else { break }
      let classes = scan.words[next].classes
      let isOfTalks = classes.contains(.from) && scan.has(.talks, at: next + 1)
      guard found.isEmpty, scan.isCommon(at: next) || isOfTalks || isAccusativeNisba(next),
        isOfTalks || describes(next),
        isOfTalks
          || classes.isSubset(of: [
            .ordinal, .recurring, .forces, .talks, .pastTime, .narrowing, .side,
          ]),
        scan.triggerPayloads[next] < 0 || scan.has(.talks, at: next)
      else { break }
      next += 1
      passed += 1
    }
    return found
  }

  /// «ثلاثة أمريكيين»: a plural of men right behind a word that is no dual or plural of their kind.
  private func isOfMen(_ index: Int) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[index])
    let ending = letters.suffix(3)
    guard letters.count >= 6,
      ending.elementsEqual([LetterCode.yeh, LetterCode.yeh, LetterCode.noon])
        || ending.elementsEqual([LetterCode.yeh, LetterCode.waw, LetterCode.noon])
    else { return false }
    return index > range.lowerBound
      && scan.text.letters(of: scan.tokens[index - 1]).last != LetterCode.noon
  }

  /// Whether a word can describe the noun before it: «غارات جوية أميركية», not «قصف مواقع سورية».
  private func describes(_ index: Int) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[index])
    if letters.starts(with: [LetterCode.alef, LetterCode.lam]) { return true }
    if !scan.words[index].classes.isDisjoint(with: [.ordinal, .recurring, .talks, .pastTime]) {
      return true
    }
    return letters.last == LetterCode.heh || letters.last == LetterCode.yeh
      || letters.last == LetterCode.alef || letters.last == LetterCode.noon
  }
}
