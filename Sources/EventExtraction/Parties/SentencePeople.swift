import ArabicText
import Lexicons
import NewsModel

// Who is meant without a name: people by their standing, and the two named before.
extension SentenceReader {
  /// People known by their standing only: «عدداً من النواب», «سفراء الدول».
  ///
  /// - Parameter isMet: whether ب may lead to them, as it does behind «التقى».
  func people(from start: Int, to end: Int, isMet: Bool = false) -> PartySpan? {
    var index = start
    while index < min(end, start + 25) {
      if scan.has(.people, at: index), !spans.contains(where: { $0.tokens.contains(index) }),
        scan.dateAt[index] < 0,
        isMet || scan.words[index].classClitics.isDisjoint(with: [.by])
      {
        let clitics = scan.words[index].classClitics
        guard
          var span = nounPhrase(at: index, before: range.upperBound, lead: clitics, isSure: true)
        else { return nil }
        span.kind = .organisation
        // «بمسؤولين في لبنان»: one word alone says too little.
        if isMet, span.tokens.count == 1, scan.has(.inside, at: span.tokens.upperBound),
          let home = spans.first(where: { $0.tokens.lowerBound == span.tokens.upperBound + 1 }),
          [.state, .city].contains(home.kind)
        {
          span.tokens = span.tokens.lowerBound..<home.tokens.upperBound
          span.name = span.tokens
        }
        return span
      }
      if scan.has(.topic, at: index) { return nil }
      index += 1
    }
    return nil
  }

  /// «قادة دول الخليج», «وزراء الخارجية العرب»: several men of several states, under no name that a table has.
  func isSeveralOfBloc(_ span: PartySpan) -> Bool {
    span.tokens.count >= 2 && [.office, .organisation].contains(span.kind)
      && scan.has(.people, at: span.tokens.lowerBound)
      && span.tokens.dropFirst().contains { index in
        scan.senses(at: index).contains { $0.kind == .bloc } || scan.has(.states, at: index)
      }
  }

  /// «اجتماع أحزاب الائتلاف مع رئيس الحكومة»: who stands right behind a noun of meeting under no name that a
  /// table has, up to the «مع» that leads the other side.
  func holders(of trigger: Trigger, before with: Int) -> PartySpan? {
    let start = trigger.tokens.upperBound
    // «لقاء عمل مطول مع», «محادثات التجارة الحرة مع»: what it is, or is about.
    func isDefinite(_ index: Int) -> Bool {
      scan.text.letters(of: scan.tokens[index]).starts(with: [LetterCode.alef, LetterCode.lam])
    }
    guard start + 1 < with, scan.has(.with, at: with), scan.tokens[start].gap == .space,
      trigger.form.shape == .indefinite, trigger.form.number == .single,
      !isDefinite(start), isDefinite(start + 1), scan.words[start].classClitics.isEmpty,
      !spans.contains(where: { (start..<with).overlaps($0.tokens) }),
      (start..<with).allSatisfy({ scan.dateAt[$0] < 0 && scan.tokens[$0].kind == .word }),
      var found = nounPhrase(at: start, before: with, isSure: true), found.tokens.upperBound == with
    else { return nil }
    found.kind = .organisation
    return found
  }

  /// «الحكومات الغربية»: many of one kind with their adjectives, as the text has them.
  func collective(at index: Int) -> PartySpan? {
    guard index < range.upperBound, has(.collective, at: index), scan.tokens[index].gap == .space,
      !spans.contains(where: { $0.tokens.contains(index) })
    else { return nil }
    var end = index + 1
    while end < range.upperBound, end - index < 3, scan.tokens[end].kind == .word,
      scan.tokens[end].gap == .space, scan.dateAt[end] < 0, scan.actorPayloads[end] < 0,
      scan.triggerPayloads[end] < 0,
      scan.text.letters(of: scan.tokens[end]).starts(with: [LetterCode.alef, LetterCode.lam]),
      scan.text.letters(of: scan.tokens[end]).last == LetterCode.heh
    {
      end += 1
    }
    var span = PartySpan(tokens: index..<end, kind: .organisation)
    span.name = span.tokens
    span.how = .unlinked
    return span
  }

  /// «… مع فلان، إضافة إلى عدد من المسؤولين», «… فلانا وعددا من الوزراء»: who closes a list under no
  /// name of his own.
  func people(closing last: PartySpan, before end: Int) -> PartySpan? {
    var index = last.tokens.upperBound
    guard index + 1 < end else { return nil }
    var isAdded = false
    if scan.tokens[index].mark == .comma { index += 1 }
    if index + 1 < end, has(.besides, at: index), scan.has([.to, .about], at: index + 1) {
      index += 2
      isAdded = true
    }
    guard index < end, scan.has(.people, at: index),
      isAdded || scan.words[index].classClitics == .and,
      let found = people(from: index, to: min(end, index + 6)), found.tokens.lowerBound == index,
      found.tokens.count > 1
    else { return nil }
    return found
  }

  /// «لقاء مع سفراء الدول», «محادثات يجريها غداً مع كبار المسؤولين»: whom «مع» names under no name
  /// that a table knows, as the text has it.
  func unnamedSide(behind trigger: Trigger, before end: Int) -> PartySpan? {
    let start = trigger.tokens.upperBound
    // «تلقى اتصالا من عدد من المسؤولين»
    let isCall = trigger.form.needs.contains(.phone)
    guard
      let with = clamped(start, min(end, start + 8)).first(where: {
        scan.has([.with, .topic, .that, .during, .after, .before], at: $0)
          || isCall && scan.has(.from, at: $0)
      }), scan.has(isCall ? [.with, .from] : .with, at: with), with + 1 < end,
      // «هذا الحوار والتعاطي مع العالم الإسلامي»: of another noun.
      (start..<with).allSatisfy({ index in
        scan.dateAt[index] >= 0 || scan.isVerb(at: index)
          || scan.has([.relative, .adverb, .phone], at: index)
          || scan.triggerPayloads[index] >= 0
          || spans.contains { $0.tokens.contains(index) }
      }), scan.tokens[with + 1].gap == .space,
      !spans.contains(where: { $0.tokens.contains(with + 1) })
    else { return nil }
    // «أجرت المجلة حوارا مع …»: an interview.
    let opener = trigger.light >= 0 ? triggers[trigger.light].start : trigger.start
    if clamped(opener, trigger.start).contains(where: { scan.has(.media, at: $0) }) { return nil }
    guard let found = people(from: with + 1, to: min(end, with + 6)),
      found.tokens.lowerBound == with + 1, found.tokens.count > 1
    else { return nil }
    return governed(found)
  }

  /// «انتخاب فلان رئيسا», «الانتخابات بين فلان وعلان»: who was elected, or who stood.
  func candidates(behind trigger: Trigger, before end: Int) -> [PartySpan] {
    let start = trigger.tokens.upperBound
    let near = spans.filter {
      $0.kind == .person && $0.how != .pronoun && $0.tokens.lowerBound >= start
        && $0.tokens.lowerBound < min(end, start + 12)
    }
    guard let first = near.first else { return [] }
    if first.governor.contains(.between) { return [first] + joined(to: first, before: end) }
    let isElected =
      first.tokens.lowerBound == start && first.clitics.isEmpty
      && trigger.form.number == .single
    return isElected ? [first] : []
  }

  private func governed(_ span: PartySpan) -> PartySpan {
    var side = span
    side.governor = .with
    return side
  }

  /// «إن طهران ومسقط تربطهما علاقات، وقد وقّعتا …»: the two that one phrase of the sentence names before a dual
  /// verb; else whom the sentences before mean.
  func lastTwo(before trigger: Trigger) -> [PartySpan] {
    let before = spans.filter { $0.tokens.upperBound <= trigger.start }
    for place in before.indices.dropFirst().reversed() {
      let (first, second) = (before[place - 1], before[place])
      guard second.clitics == .and, second.tokens.lowerBound - first.tokens.upperBound <= 1,
        first.clitics.isEmpty, first.kind == second.kind, !isAside(first),
        [.state, .institution, .person, .office, .organisation].contains(first.kind)
          || first.kind == .city && actsAsState(first),
        first.kind != .state || !isPlace(first)
      else { continue }
      return [first, second].map {
        var side = $0
        side.how = .pronoun
        return side
      }
    }
    return lastTwo(persons: false)
  }

  /// The two whom «الجانبان» and a bare dual verb mean.
  func lastTwo(persons: Bool) -> [PartySpan] {
    // Whoever was named last: two heads of state, or their states.
    func place(_ spans: [PartySpan]) -> Int {
      spans.count < 2 ? -1 : spans.suffix(2).map(\.tokens.lowerBound).min() ?? -1
    }
    let known =
      place(memory.persons) >= 0 && (persons || place(memory.persons) > place(memory.states))
    let two = known ? memory.persons : memory.salientStates
    return two.suffix(2).map {
      var span = $0
      span.how = .pronoun
      span.governor = []
      span.clitics = []
      return span
    }
  }
}
