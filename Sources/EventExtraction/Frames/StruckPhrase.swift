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
  /// What stands at a token as the object of a blow: whose it is, where a table knows him, else the
  /// thing in the text's own words.
  ///
  /// - Parameters:
  ///   - start: the token behind the doer, the noun or «على».
  ///   - end: where the clause ends.
  ///   - isLed: whether ل leads to the object, «استهدافه للمدنيين».
  ///   - isSure: whether only a noun can stand there, as behind «على».
  func struck(
    from start: Int,
    before end: Int,
    isLed: Bool = false,
    isSure: Bool = false
  ) -> StruckPhrase {
    let opening = objectStart(from: start, before: end)
    var phrase = owner(from: opening, before: end, isLed: isLed)
    let lead: Clitics = isLed ? .to : []
    // «خيام النازحين», «مسجد قوات الطوارئ»: what it was, where no table knows whose.
    if let first = phrase.targets.first, first.entry < 0, first.country < 0,
      opening < first.tokens.lowerBound,
      let whole = nounPhrase(at: opening, before: end, lead: lead, isSure: isSure),
      whole.tokens.contains(first.tokens.lowerBound),
      whole.tokens.upperBound >= first.tokens.upperBound
    {
      phrase.targets[0] = whole
      // «منازل مدنيين وتجمعات سكنية»
      if phrase.targets.count == 1 {
        phrase.targets += nounPhrases(joinedBehind: whole, before: end)
      }
    }
    guard phrase.targets.isEmpty, opening < end else { return phrase }
    guard
      let thing = nounPhrase(at: opening, before: end, lead: lead, isSure: isSure)
        .map({ linked($0) })
    else {
      return phrase
    }
    // «تفجير عبوة في دبابة»: what blew up was not struck.
    if isBomb(thing) { return struckByBomb(thing, before: end) ?? phrase }
    if let place = phrase.place, isSettlement(thing, of: place) {
      phrase.targets = nounPhrases(joinedBehind: place, before: end)
    } else {
      phrase.targets = [thing] + nounPhrases(joinedBehind: thing, before: end)
    }
    return phrase
  }

  /// «مدينة أبها», «غزة»: the town itself, and nothing in it.
  private func isSettlement(_ thing: PartySpan, of place: PartySpan) -> Bool {
    thing.tokens.upperBound <= place.tokens.upperBound
      && (thing.tokens.lowerBound..<place.tokens.lowerBound).allSatisfy {
        has(.settlement, at: $0) || isQuoteMark($0)
      }
  }

  /// Whose it is that was struck: «مواقع الحوثيين», and the place that stands in the phrase.
  func owner(from opening: Int, before end: Int, isLed: Bool) -> StruckPhrase {
    var phrase = StruckPhrase()
    var index = opening
    var nouns = isLed ? 1 : 0
    while index < end, nouns <= 6 {
      if isTransparent(index) {
        index += 1
        continue
      }
      guard scan.tokens[index].kind == .word, nouns == 0 || scan.tokens[index].gap < .line else {
        break
      }
      if var found = target(at: index, behind: nouns, before: end) {
        // «القواعد الأميركية», «مواقع الحوثيين», «قافلة تابعة للحلف»: his, in the words for it.
        let isWhole =
          nouns > 0 && opening < found.tokens.lowerBound
          && scan.words[opening].classes.isDisjoint(with: Self.particles)
          && (isLed || !isClitic(opening))
          && (found.entry >= 0 || found.country >= 0)
          && !(opening..<found.tokens.lowerBound).contains { scan.dateAt[$0] >= 0 }
        if isWhole {
          found.tokens = withClosingQuote(opening..<found.tokens.upperBound, before: end)
          found.clitics = isLed ? .to : []
        }
        phrase.targets = [found] + joined(toStruck: found, before: end)
        if phrase.targets.count == 1, isWhole || found.entry < 0 {
          phrase.targets += nounPhrases(joinedBehind: found, before: end)
        }
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
      // «تعزيزات تتبع الحوثيين», «معسكرات تابعة للحرس»
      let isOwning = nouns > 0 && has(.loyal, at: index)
      if !isOwning,
        endsObject(index) || self.isLed(index) || nouns > 0 && scan.isVerb(at: index)
      {
        break
      }
      // «مواقع وتجمعات الحوثيين»: a second noun before the genitive of both.
      if isJoined(index), nouns == 0 || !goesOn(index, before: end) { break }
      // «على الحدود السورية الأردنية»: the ground of two states is nobody's.
      if nouns == 0, hasTwoStates(behind: index) { break }
      // «منزل فلان الفلاني أحد أعضاء الحركة»: a man's house is his own.
      if nouns > 0, !isOwning, isStranger(index) { break }
      nouns += 1
      index += 1
    }
    return phrase
  }

  /// A name that no table knows.
  private func isStranger(_ index: Int) -> Bool {
    !scan.isCommon(at: index) && scan.words[index].classes.isEmpty && cues(at: index).isEmpty
      && !scan.text.letters(of: scan.tokens[index]).starts(with: [LetterCode.alef, LetterCode.lam])
      && !isIndefiniteObject(index) && !scan.quoted[index]
      && !spans.contains { $0.tokens.contains(index) }
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
    // «المستشفى الإندونيسي» bears the name of a state.
    if nouns > 0, !isMinistry, !has(.facility, at: index - 1), scan.actorClitics[index].isEmpty,
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
      var other = target(at: edge + 1, behind: 1, before: end)
    {
      other.tokens = edge..<other.tokens.upperBound
      other.clitics = .and
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
      guard let next = next ?? oneName(joinedAt: edge, before: end) ?? allies(joinedAt: edge),
        next.clitics == .and
      else {
        break
      }
      if !next.means(first) { found.append(next) }
      edge = next.tokens.upperBound
    }
    return found
  }

  /// «عدداً من», «مجموعة من»: what is counted follows.
  private func isAmount(_ index: Int) -> Bool {
    guard index >= range.lowerBound, scan.tokens[index].kind == .word else { return false }
    let last = scan.text.letters(of: scan.tokens[index]).last
    return has([.many, .thing], at: index) || last == LetterCode.alef || last == LetterCode.heh
  }

  /// Whether a word ends the object: a preposition, «الذي», another clause.
  private func endsObject(_ index: Int) -> Bool {
    has(.direction, at: index)
      || scan.has(
        [
          .relative, .inside, .with, .at, .during, .after, .before, .that, .between, .topic,
          .source,
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

  /// «ميليشيات الحوثي وصالح»: a man by his one name, joined to a force.
  private func oneName(joinedAt index: Int, before end: Int) -> PartySpan? {
    // «والمخلوع صالح»: his title makes him sure.
    let isTitled =
      scan.has(.pastTime, at: index) && scan.words[index].classClitics == .and
      && index + 1 < end && has(.givenName, at: index + 1)
      && scan.tokens[index + 1].gap == .space
    guard
      isTitled
        || has(.givenName, at: index) && hasClitic(.and, at: index)
          && (index + 1 >= end || scan.tokens[index + 1].kind == .mark
            || !scan.words[index + 1].classes.isDisjoint(with: Self.particles)
            || scan.dateAt[index + 1] >= 0)
    else { return nil }
    var man = PartySpan(tokens: index..<index + (isTitled ? 2 : 1), kind: .thing)
    man.name = man.tokens
    man.clitics = .and
    man.how = .unlinked
    return man
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
