import ArabicText
import Lexicons
import NewsModel

/// What a blow struck: who, or whose it is, and where it stood.
struct StruckPhrase {
  var targets: [PartySpan] = []
  var place: PartySpan?
}

// Whom a blow struck is told by whose the thing is: «مواقع الحوثيين», «عدداً من آليات الجيش»,
// «المواقع العسكرية الإسرائيلية», «مبنى يتحصن فيه جنود».
extension SentenceReader {
  /// What stands at a token as the object of a blow.
  ///
  /// - Parameters:
  ///   - start: the token behind the doer, the noun or «على».
  ///   - end: where the clause ends.
  ///   - isLed: whether ل leads to the object, «استهدافه للمدنيين».
  func struck(from start: Int, before end: Int, isLed: Bool = false) -> StruckPhrase {
    var phrase = StruckPhrase()
    var index = objectStart(from: start, before: end)
    var nouns = isLed ? 1 : 0
    while index < end, nouns <= 6 {
      if isTransparent(index) {
        index += 1
        continue
      }
      guard scan.tokens[index].kind == .word, nouns == 0 || scan.tokens[index].gap < .line else {
        break
      }
      if let found = target(at: index, behind: nouns, before: end) {
        phrase.targets = [found] + joined(toStruck: found, before: end)
        break
      }
      if let span = spans.first(where: { $0.tokens.contains(index) }) {
        if [.city, .place, .state].contains(span.kind), span.clitics.isSubset(of: [.to]) {
          phrase.place = span
        }
        break
      }
      if let inside = lodged(from: index, before: end), nouns > 0 {
        index = inside
        continue
      }
      if scan.words[index].classes.contains(.from), nouns > 0 {
        guard isAmount(index - 1) else { break }
        index += 1
        continue
      }
      if endsObject(index) || self.isLed(index) || nouns > 0 && scan.isVerb(at: index) { break }
      // «مواقع وتجمعات الحوثيين»: a second noun before the genitive of both.
      if isJoined(index), nouns == 0 || !goesOn(index, before: end) { break }
      // «على الحدود السورية الأردنية»: the ground of two states is nobody's.
      if nouns == 0, hasTwoStates(behind: index) { break }
      nouns += 1
      index += 1
    }
    return phrase
  }

  /// Who stands at a token as the one struck, or as the owner of what was.
  private func target(at index: Int, behind nouns: Int, before end: Int) -> PartySpan? {
    guard index < end, scan.tokens[index].kind == .word else { return nil }
    let allowed: Clitics = nouns > 0 ? [.to] : []
    if let span = spans.first(where: { $0.tokens.contains(index) }) {
      let stands =
        span.tokens.lowerBound == index && AttackFrame.isFighter(span) && !isPlace(span)
        && span.clitics.isSubset(of: allowed)
      return stands ? span : nil
    }
    // «وزارة المالية» is not Mali's.
    let isMinistry = scan.has(.ministry, at: index) && !scan.has(.forces, at: index - 1)
    if nouns > 0, !isMinistry, scan.actorClitics[index].isEmpty,
      let sense = scan.senses(at: index).first(where: { $0.kind == .adjective })
    {
      var state = PartySpan(
        tokens: index..<Int(scan.actorEnds[index]),
        kind: .state,
        entry: sense.entry
      )
      state.country = sense.entry
      return state
    }
    guard let found = fighters(at: index, before: end) ?? people(at: index, before: end),
      found.clitics.isSubset(of: allowed)
    else { return nil }
    return found
  }

  /// «الحوثيين وقوات صالح», «الجيش ومواقع المسلحين»: who else was struck.
  private func joined(toStruck first: PartySpan, before end: Int) -> [PartySpan] {
    var found = joinedSide(to: first, before: end)
    let edge = (found.last ?? first).tokens.upperBound
    if edge + 1 < end, isJoined(edge), scan.isCommon(at: edge), !scan.isVerb(at: edge),
      !spans.contains(where: { $0.tokens.contains(edge) }),
      let other = target(at: edge + 1, behind: 1, before: end)
    {
      found.append(other)
    }
    return found.filter { !$0.means(first) }
  }

  /// Who is joined to a side by و: «المقاومة الشعبية والجيش الوطني», «الحوثيين وقوات صالح».
  func joinedSide(to first: PartySpan, before end: Int) -> [PartySpan] {
    var found: [PartySpan] = []
    var edge = first.tokens.upperBound
    while found.count < 3 {
      while edge < end, [.quote, .closeQuote, .openQuote].contains(scan.tokens[edge].mark) {
        edge += 1
      }
      guard edge < end, scan.tokens[edge].kind == .word, scan.tokens[edge].gap < .line else {
        break
      }
      let next =
        spans.first { $0.tokens.lowerBound == edge && AttackFrame.isFighter($0) && !isPlace($0) }
        ?? fighters(at: edge, before: end, orOne: first.how == .unlinked)
      guard let next, next.clitics == .and else { break }
      if !next.means(first) { found.append(next) }
      edge = next.tokens.upperBound
    }
    return found
  }

  /// The token where an object begins: past days, «للمرة الثانية» and what it was done with.
  private func objectStart(from start: Int, before end: Int) -> Int {
    var index = start
    var isPast = false
    while index < end {
      if isTransparent(index) {
        isPast = isPast || scan.dateAt[index] >= 0
        index += 1
      } else if scan.tokens[index].mark == .comma, isPast || opensAside(index + 1) {
        index += 1
      } else if scan.has([.adverb, .pastTime], at: index) {
        isPast = true
        index += 1
      } else if opensAside(index) {
        isPast = true
        index = asideEnd(from: index, before: end)
      } else {
        return index
      }
    }
    return index
  }

  /// A day or a quotation mark parts nothing.
  private func isTransparent(_ index: Int) -> Bool {
    scan.dateAt[index] >= 0 || [.quote, .openQuote, .closeQuote].contains(scan.tokens[index].mark)
  }

  /// «للمرة الثانية», «بصاروخ موجه», or a day between commas.
  private func opensAside(_ index: Int) -> Bool {
    guard index < range.upperBound else { return false }
    return scan.dateAt[index] >= 0 || scan.has(.ordinal, at: index + 1)
      || isLed(index) && !spans.contains { $0.tokens.contains(index) }
  }

  /// Past an aside: to the comma that closes it, else past its genitive and one adjective.
  private func asideEnd(from index: Int, before end: Int) -> Int {
    if scan.has(.ordinal, at: index + 1) { return min(end, index + 2) }
    let near = (index + 1)..<max(index + 1, min(end, index + 9))
    for next in near where scan.tokens[next].mark == .comma { return next }
    var next = index + 1
    var bare = 0
    while next < end, scan.tokens[next].kind == .word,
      !spans.contains(where: { $0.tokens.contains(next) })
    {
      let letters = scan.text.letters(of: scan.tokens[next])
      if !letters.starts(with: [LetterCode.alef, LetterCode.lam]) {
        guard bare == 0, letters.last == LetterCode.heh || letters.last == LetterCode.yeh else {
          break
        }
        bare += 1
      }
      next += 1
    }
    return next
  }

  /// «عدداً من», «مجموعة من»: what is counted follows.
  private func isAmount(_ index: Int) -> Bool {
    guard index >= range.lowerBound, scan.tokens[index].kind == .word else { return false }
    let last = scan.text.letters(of: scan.tokens[index]).last
    return has([.many, .thing], at: index) || last == LetterCode.alef || last == LetterCode.heh
  }

  /// Whether a word ends the object: a preposition, «الذي», another clause.
  private func endsObject(_ index: Int) -> Bool {
    scan.has(
      [
        .relative, .inside, .with, .at, .during, .after, .before, .that, .between, .topic, .source,
        .subordinate, .against, .on, .to, .about, .qad, .be, .not,
      ],
      at: index
    )
  }

  /// «مبنى يتحصن فيه جنود», «منزلاً تتمركز قوة فيه»: the token of those inside.
  private func lodged(from index: Int, before end: Int) -> Int? {
    guard scan.has(.relative, at: index) || scan.isVerb(at: index) || has(.lodging, at: index + 1)
    else { return nil }
    return (index + 1..<max(index + 1, min(end, index + 4))).first { has(.lodging, at: $0) }
      .map { $0 + 1 }
  }

  /// «وتجمعات الحوثيين», «والأطفال»: a noun that shares the genitive of the one before it.
  private func goesOn(_ index: Int, before end: Int) -> Bool {
    target(at: index + 1, behind: 1, before: end) != nil
      || scan.text.letters(of: scan.tokens[index]).starts(with: [
        LetterCode.waw, LetterCode.alef, LetterCode.lam,
      ])
  }

  /// Whether a word carries و.
  func isJoined(_ index: Int) -> Bool { hasClitic(.and, at: index) }

  /// Whether a word of general use carries ب.
  func isLed(_ index: Int) -> Bool { hasClitic(.by, at: index) }

  /// Whether a known word at a token carries a proclitic.
  func hasClitic(_ clitic: Clitics, at index: Int) -> Bool {
    guard range.contains(index) else { return false }
    let word = scan.words[index]
    return (0..<word.count).contains {
      word.clitics($0).contains(clitic)
        && (scan.events.isCommon(word.hash($0))
          || !scan.events.cues.cues(of: word.hash($0)).isEmpty)
    }
  }

  /// Whether two adjectives of states stand behind a word: «الحدود السورية التركية».
  private func hasTwoStates(behind index: Int) -> Bool {
    let first = index + 1
    guard first < range.upperBound,
      scan.senses(at: first).contains(where: { $0.kind == .adjective })
    else { return false }
    let next = Int(scan.actorEnds[first])
    return next < range.upperBound && scan.actorClitics[next].isEmpty
      && scan.senses(at: next).contains { $0.kind == .adjective }
  }
}
