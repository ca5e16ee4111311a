import ArabicText
import Lexicons
import NewsModel

// What is struck together: «مسجداً ومدرسة», «بلدتي كذا وكذا، وأطراف بلدة …», «على معسكر … وعلى تجمعات».
extension SentenceReader {
  /// The noun phrase at a token and those joined to it by و: «مسجداً ومدرسة», «موقعَي … ومقرّ …».
  func nounPhrases(
    at start: Int,
    before end: Int,
    lead: Clitics = [],
    isSure: Bool = false
  ) -> [PartySpan] {
    guard let first = nounPhrase(at: start, before: end, lead: lead, isSure: isSure) else {
      return []
    }
    return [first] + nounPhrases(joinedBehind: first, before: end)
  }

  /// The noun phrases joined by و to one, right behind it or behind what tells where it stands.
  func nounPhrases(joinedBehind first: PartySpan, before end: Int) -> [PartySpan] {
    var found: [PartySpan] = []
    var edge = first.tokens.upperBound
    while found.count < 5, let next = joinedStart(behind: edge, before: end, of: first) {
      if var span = spans.first(where: { $0.tokens.lowerBound == next && $0.clitics == .and }) {
        guard [.city, .place, .state].contains(span.kind) || AttackFrame.isFighter(span) else {
          break
        }
        // «غارات على البلدة والجيش يقتحم المدينة»: what the next clause is about.
        guard !opensPresentClause(span.tokens.upperBound) else { break }
        if [.city, .place, .state].contains(span.kind) { span.kind = .thing }
        found.append(span)
        edge = span.tokens.upperBound
        continue
      }
      let isLed = scan.has([.on, .against, .to], at: next - 1) || has(.likewise, at: next - 1)
      let lead: Clitics = isLed ? [] : .and
      guard let more = nounPhrase(at: next, before: end, lead: lead, isSure: true) else { break }
      if isOnAgain(next - 1), let owner = owner(from: next, before: end, isLed: false).targets.first
      {
        found.append(owner)
      } else {
        found.append(linked(more))
      }
      edge = more.tokens.upperBound
    }
    return found
  }

  /// «ضد الحركة في الشمال ومواقع الجماعة»: what stands somewhere, joined by و to who was struck.
  func sites(joinedBehind first: PartySpan, before end: Int) -> [PartySpan] {
    guard let next = joinedStart(behind: first.tokens.upperBound, before: end, of: first),
      isSite(next), !has(.settlement, at: next)
    else { return [] }
    let owned = owner(from: next + 1, before: end, isLed: false)
    return owned.targets.isEmpty ? nounPhrases(joinedBehind: first, before: end) : owned.targets
  }

  /// Where a noun joined by و begins, at a token or past a place and a comma.
  private func joinedStart(behind edge: Int, before end: Int, of first: PartySpan) -> Int? {
    var index = edge
    while index < end, isQuoteMark(index) { index += 1 }
    if index < end, isJoinedNoun(index) { return index }
    // «بلدتي كذا وكذا»: behind a name a name.
    if index < end,
      first.tokens.contains(where: { has(.settlement, at: $0) })
        || isDualConstruct(first.tokens.lowerBound),
      isJoinedName(index)
    {
      return index
    }
    // «قرى كذا، وكذا، وكذا»
    if index + 1 < end, scan.tokens[index].mark == .comma,
      has(.settlement, at: first.tokens.lowerBound), isJoinedName(index + 1)
    {
      return index + 1
    }
    // «وكذا مخازن الأسلحة»
    if index + 1 < end, has(.likewise, at: index), opensWithAnd(index) { return index + 1 }
    // «قريتي … شمال غربي المدينة، وبلدة …»: past where it stands.
    // «على معسكر في المنطقة، وعلى تجمعات»
    if index < end, isOnAgain(index) { return index + 1 }
    if index + 1 < end, scan.loneClitic(at: index) == .and, isQuoteMark(index + 1) {
      return index + 1
    }
    guard index < end,
      scan.has([.inside, .before], at: index) || has(.direction, at: index)
        || scan.tokens[index].mark == .comma || isJoinedConstruct(index, before: end)
    else { return nil }
    // «وخفر السواحل، إضافة إلى معسكر كذا»
    if isJoinedConstruct(index, before: end) {
      return clamped(index + 2, min(end - 2, index + 6))
        .first { has(.besides, at: $0) && scan.has(.to, at: $0 + 1) && isStrikable($0 + 2) }
        .map { $0 + 2 }
    }
    for next in index..<min(end, index + 14) {
      if scan.isVerb(at: next) && !isAccusative(next)
        || scan.has([.that, .relative, .subordinate], at: next)
      {
        return nil
      }
      // «، محدثة دمارا في …»: behind a comma another thing is told.
      if scan.tokens[next].mark == .comma, next + 1 < end, !goesOnBehindComma(next + 1) {
        return nil
      }
      // «في الشرق وكذا مخازن الأسلحة»
      if has(.likewise, at: next), next + 1 < end, isSite(next + 1), opensWithAnd(next) {
        return next + 1
      }
      if next + 1 < end, isOnAgain(next) { return next + 1 }
      // «مقر شرق المدينة وثكنة»
      if next > index, next - index <= 6, isJoinedNoun(next),
        isSite(next) || has(.part, at: next), scan.tokens[next].gap == .space,
        !spans.contains(where: { $0.tokens.contains(next) && $0.kind == .city })
      {
        return next
      }
      // «مدينة كذا، إضافة إلى موقع كذا»
      if has(.besides, at: next), next + 2 < end, scan.has(.to, at: next + 1) {
        return isStrikable(next + 2) ? next + 2 : nil
      }
      if scan.tokens[next].mark == .comma, next + 1 < end, isJoinedNoun(next + 1),
        isSite(next + 1) || isIndefiniteObject(next + 1)
      {
        return next + 1
      }
    }
    return nil
  }

  /// Whether a verb in the present, or in the past with its own doer before it, stands right behind a phrase.
  private func opensPresentClause(_ index: Int) -> Bool {
    index < range.upperBound && scan.tokens[index].gap == .space
      && (scan.isVerb(at: index) || isPresentVerb(index)
        || scan.triggerForms(at: index).contains { $0.tense == .imperfect })
  }

  /// Whether what stands behind a comma may still tell of the same list: و, where it stands, or with what.
  private func goesOnBehindComma(_ index: Int) -> Bool {
    isBehindWaw(index) || isLed(index) || isBehindBeh(index) || scan.dateAt[index] >= 0
      || scan.has([.inside, .on, .side, .from], at: index)
      || has([.direction, .besides, .likewise], at: index) || isQuoteMark(index)
      || spans.contains { $0.tokens.lowerBound == index && !$0.clitics.isEmpty }
  }

  /// «وخفر السواحل»: a noun of general use behind و, with its genitive.
  private func isJoinedConstruct(_ index: Int, before end: Int) -> Bool {
    index + 2 < end && scan.tokens[index].kind == .word && scan.tokens[index].letterCount >= 4
      && scan.text.letters(of: scan.tokens[index]).first == LetterCode.waw
      && !scan.isVerb(at: index) && !isJoinedNoun(index)
      && scan.tokens[index + 1].kind == .word && scan.tokens[index + 1].gap == .space
      && scan.text.letters(of: scan.tokens[index + 1]).starts(with: [
        LetterCode.alef, LetterCode.lam,
      ])
  }

  /// A site, or men, or whom a table knows.
  func isStrikable(_ index: Int) -> Bool {
    isSite(index) || has([.people, .troops, .fighters], at: index)
      || spans.contains { $0.tokens.lowerBound == index }
  }

  /// «الشمالية والوسطى»: one more adjective of the noun before.
  private func isJoinedAdjective(_ index: Int) -> Bool {
    let last = scan.text.letters(of: scan.tokens[index - 1])
    return last.starts(with: [LetterCode.alef, LetterCode.lam]) && last.count >= 5
      && last.suffix(2).elementsEqual([LetterCode.yeh, LetterCode.heh])
      && !isSite(index - 1) && !isStrikable(index)
      && [LetterCode.heh, LetterCode.yeh].contains(scan.text.letters(of: scan.tokens[index]).last)
  }

  /// «وعيتا»: a word that no table knows behind و.
  private func isJoinedName(_ index: Int) -> Bool {
    let token = scan.tokens[index]
    guard token.kind == .word, token.gap == .space, token.letterCount >= 5, !scan.isVerb(at: index),
      scan.text.letters(of: token).first == LetterCode.waw, scan.dateAt[index] < 0,
      !spans.contains(where: { $0.tokens.contains(index) })
    else { return false }
    // «وحاصرت»: a verb.
    return !scan.isCommon(at: index) && scan.words[index].classes.isEmpty
      && cues(at: index).isEmpty && scan.text.letters(of: token).last != LetterCode.teh
  }

  /// «قاعدتي كذا وكذا»: two of one kind, and a name for each.
  private func isDualConstruct(_ index: Int) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[index])
    return letters.count >= 5
      && letters.suffix(2).elementsEqual([LetterCode.teh, LetterCode.yeh])
  }

  /// Whether a word begins with و.
  func isBehindWaw(_ index: Int) -> Bool {
    scan.text.letters(of: scan.tokens[index]).first == LetterCode.waw
  }

  /// «وعلى»..
  private func isOnAgain(_ index: Int) -> Bool {
    scan.has([.on, .against], at: index) && !isAdverbial(index + 1)
      && scan.text.letters(of: scan.tokens[index]).first == LetterCode.waw
  }

  /// Whether a word is a noun behind و, and no verb that a new clause opens with.
  private func isJoinedNoun(_ index: Int) -> Bool {
    guard scan.tokens[index].kind == .word, scan.tokens[index].gap < .line,
      !scan.isVerb(at: index) || isAccusative(index), scan.dateAt[index] < 0
    else { return false }
    if let span = spans.first(where: { $0.tokens.contains(index) }) {
      return span.tokens.lowerBound == index && span.clitics == .and
    }
    let letters = scan.text.letters(of: scan.tokens[index])
    guard letters.count >= (isSite(index) ? 3 : 4), letters.first == LetterCode.waw,
      scan.words[index].classes.isDisjoint(with: Self.particles)
    else { return false }
    let bare = letters.dropFirst()
    if has([.casualty, .aim, .direction], at: index) { return false }
    // «قصف على البلدة واشتباكات»: another blow, and nothing that was struck.
    if scan.triggerForms(at: index).contains(where: { $0.frame == .blow && $0.tense == .noun }) {
      return false
    }
    if bare.starts(with: [LetterCode.alef, LetterCode.lam]) { return !isJoinedAdjective(index) }
    // «مدنية وخدمية»: one more adjective.
    if endsWithMarbuta(index), endsWithMarbuta(index - 1), !isSite(index),
      bare.suffix(2).elementsEqual([LetterCode.yeh, LetterCode.heh])
    {
      return false
    }
    return isIndefiniteObject(index) || endsWithMarbuta(index) || isSite(index)
      || bare.suffix(2).elementsEqual([LetterCode.alef, LetterCode.teh])
      || has([.people, .troops, .fighters, .thing], at: index)
  }
}
