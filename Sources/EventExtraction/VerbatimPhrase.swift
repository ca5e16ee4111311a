import ArabicText
import Lexicons
import NewsModel

// Whom or what the text names in words that no table has: a party in the text's own words is better
// than none.
extension SentenceReader {
  /// The noun phrase that begins at a token, as the text has it: «ولاية المهدية», «عدد من المكاتب».
  ///
  /// - Parameters:
  ///   - start: its first word, which may carry ل or ب.
  ///   - end: where the clause ends.
  ///   - clitics: the proclitics of its first word that are none of its own.
  /// - Returns: at most seven words; `nil` when a known party, a number, a day or a verb stands there.
  func verbatim(from start: Int, before end: Int, clitics: Clitics = []) -> PartySpan? {
    var first = start
    while first < end, [.quote, .openQuote].contains(scan.tokens[first].mark) { first += 1 }
    var index = first
    while index < min(end, first + 7), continuesPhrase(index, from: first) { index += 1 }
    while index > first, trails(index - 1) { index -= 1 }
    guard index > first, index - first > 1 || scan.tokens[first].letterCount > 4 else { return nil }
    var span = PartySpan(tokens: first..<index, kind: .thing)
    span.name = span.tokens
    span.clitics = clitics
    span.how = .unlinked
    return span
  }

  /// Whether a word goes on a noun phrase.
  private func continuesPhrase(_ index: Int, from first: Int) -> Bool {
    let token = scan.tokens[index]
    if token.kind == .mark {
      return [.quote, .openQuote, .closeQuote].contains(token.mark) && token.gap < .line
    }
    guard token.kind == .word || index > first, index == first || token.gap < .line,
      scan.dateAt[index] < 0, !scan.isVerb(at: index)
    else { return false }
    // «عدد من المكاتب»
    if index > first, scan.has(.from, at: index), scan.has(.people, at: index - 1) { return true }
    if scan.has(
      [
        .relative, .inside, .with, .at, .during, .after, .before, .that, .between, .topic, .source,
        .subordinate, .against, .on, .to, .about, .qad, .be, .not, .since, .from, .adverb,
        .pastTime, .future,
      ],
      at: index
    ) {
      return false
    }
    guard index > first else { return true }
    // «ولاية الجبل مرفوقا»: how he went.
    let letters = scan.text.letters(of: token)
    if index - first >= 2, letters.count >= 5, letters.last == LetterCode.alef,
      letters.first != LetterCode.alef, scan.actorPayloads[index] < 0
    {
      return false
    }
    return !hasClitic(.to, at: index) && !hasClitic(.by, at: index) && !hasClitic(.and, at: index)
      && !spans.contains {
        $0.tokens.lowerBound == index && !$0.clitics.isEmpty
      }
  }

  /// A quotation mark that nothing closes, or a word that only leads on.
  private func trails(_ index: Int) -> Bool {
    [.quote, .openQuote].contains(scan.tokens[index].mark) || scan.has(.from, at: index)
  }

  /// What a journey went to under no name that a table has: «زيارة إلى منطقة الجبال», «بزيارة مفاجئة
  /// لبيت الشباب», «الزيارة التي قام بها الوزير إلى دولة خليجية».
  func visited(behind trigger: Trigger, before end: Int) -> PartySpan? {
    let light = trigger.light >= 0 ? triggers[trigger.light] : nil
    var index = trigger.tokens.upperBound
    var isNear = true
    while index < min(end, trigger.tokens.upperBound + 24) {
      if let light, light.tokens.contains(index) {
        index = light.tokens.upperBound
        continue
      }
      if let span = spans.first(where: { $0.tokens.contains(index) }) {
        if isNear, span.clitics.contains(.to), span.kind == .organisation { return span }
        isNear = false
        index = span.tokens.upperBound
        continue
      }
      if scan.has(.to, at: index), scan.words[index].classClitics.isEmpty {
        return capital(behind: index + 1) ?? verbatim(from: index + 1, before: end)
      }
      if scan.tokens[index].kind == .word, scan.dateAt[index] < 0 {
        if isNear, leads(index) { return verbatim(from: index, before: end, clitics: .to) }
        guard !scan.isVerb(at: index) || scan.has(.relative, at: index - 1),
          !scan.has([.that, .during, .after, .before, .with, .topic], at: index)
        else { return nil }
      }
      index += 1
    }
    return nil
  }

  /// «إلى العاصمة الأفغانية، كابول»: the city behind the words for it.
  private func capital(behind index: Int) -> PartySpan? {
    guard scan.has(.capital, at: index) else { return nil }
    return spans.first {
      [.city, .place].contains($0.kind) && $0.tokens.lowerBound > index
        && $0.tokens.lowerBound - index <= 4
    }
  }

  /// Who else is joined by و to a party, under no name that a table has: «الوزير فلان ومعاون قائد الجيش»,
  /// «المتحف ومجلس النواب».
  func verbatimJoined(to last: PartySpan, before end: Int, places: Bool = false) -> PartySpan? {
    var index = last.tokens.upperBound
    if index < end, [.closeQuote, .quote].contains(scan.tokens[index].mark) { index += 1 }
    if !places, index + 1 < end, scan.tokens[index].mark == .comma { index += 1 }
    // «، وكذلك رئيس البرلمان»
    var isAdded = false
    if index + 1 < end, has(.likewise, at: index) {
      isAdded = true
      index += 1
    }
    guard index < end, scan.tokens[index].kind == .word, scan.tokens[index].gap < .line,
      scan.triggerPayloads[index] < 0, !scan.isVerb(at: index), scan.dateAt[index] < 0,
      !spans.contains(where: { $0.tokens.contains(index) }),
      isAdded || scan.text.letters(of: scan.tokens[index]).first == LetterCode.waw
    else { return nil }
    let word = scan.words[index]
    let wanted: WordClass = places ? [.body, .institution, .namesake] : [.lead, .people, .body]
    let isHead = ((isAdded ? 0 : 1)..<max(1, word.count)).contains { reading in
      word.clitics(reading) == (isAdded ? [] : .and)
        && !scan.events.classes(of: word.hash(reading)).isDisjoint(with: wanted)
    }
    guard isHead else { return nil }
    return verbatim(from: index, before: end, clitics: isAdded ? [] : .and)
  }

  /// Who closes a list of parties under no name of his own, as the text has it.
  func closing(_ last: PartySpan, before end: Int) -> [PartySpan] {
    var found: [PartySpan] = []
    var edge = last
    while found.count < 3,
      let more = people(closing: edge, before: end) ?? verbatimJoined(to: edge, before: end)
        ?? surnameJoined(to: edge, before: end)
    {
      found.append(more)
      edge = more
    }
    return found
  }

  /// «مع بريفال وبيليريف:»: a last name that no table knows, joined to a man and closing the phrase.
  private func surnameJoined(to last: PartySpan, before end: Int) -> PartySpan? {
    let index = last.tokens.upperBound
    guard last.kind == .person,
      !last.governor.isDisjoint(with: [.with, .between])
        || last.clitics.contains(.by) || last.clitics.contains(.and),
      index + 1 < range.upperBound, index < end, scan.tokens[index].kind == .word,
      scan.tokens[index].gap == .space, scan.tokens[index].letterCount >= 6,
      scan.text.letters(of: scan.tokens[index]).first == LetterCode.waw,
      scan.tokens[index + 1].kind == .mark, !scan.isCommon(at: index),
      scan.words[index].classes.isEmpty, scan.actorPayloads[index] < 0,
      scan.triggerPayloads[index] < 0, scan.dateAt[index] < 0, !scan.isVerb(at: index),
      !spans.contains(where: { $0.tokens.contains(index) })
    else { return nil }
    return verbatim(from: index, before: index + 1, clitics: .and)
  }

  /// «لبيت الشباب»: a noun under ل that is no purpose, as «لتفقد», «للمشاركة», «لافتتاح» are.
  private func leads(_ index: Int) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[index])
    guard letters.count >= 4, letters.first == LetterCode.lam, scan.triggerPayloads[index] < 0,
      !scan.has(.topic, at: index), !has([.sought, .unreal], at: index)
    else { return false }
    let word = scan.words[index]
    let isPlaceWord = (1..<max(1, word.count)).contains { reading in
      word.clitics(reading) == .to
        && !scan.events.classes(of: word.hash(reading)).isDisjoint(with: [
          .namesake, .people, .body, .capital,
        ])
    }
    if isPlaceWord { return true }
    let stem = letters[(letters.startIndex + 1)...].drop { $0 == LetterCode.lam }
    guard let first = stem.first, first != LetterCode.teh, first != LetterCode.alef else {
      return false
    }
    return first != LetterCode.meem || stem.last != LetterCode.heh
  }
}
