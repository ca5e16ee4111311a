import ArabicText
import Lexicons
import NewsModel

extension SentenceReader {
  /// Who fights, told by his standing only: «مسلحون», «مقاتلو العشائر», «فصائل معارضة».
  ///
  /// No table knows them, but the text names them as the side that struck or was struck. Where a
  /// known party follows («مقاتلو حماس») that one is meant, so nothing is found.
  func fighters(at index: Int, before end: Int, orOne: Bool = false) -> PartySpan? {
    guard index >= range.lowerBound, index < end, scan.tokens[index].kind == .word,
      scan.dateAt[index] < 0, !spans.contains(where: { $0.tokens.contains(index) }),
      let clitics = fighterClitics(at: index, orOne: orOne), !isOwned(index)
    else { return nil }
    return phrase(from: index, clitics, before: end)
  }

  /// People who are struck and never strike, in their own words: «مدنيين», «عمال الإغاثة».
  func people(at index: Int, before end: Int) -> PartySpan? {
    guard index >= range.lowerBound, index < end, scan.tokens[index].kind == .word,
      scan.dateAt[index] < 0, !spans.contains(where: { $0.tokens.contains(index) }),
      let clitics = clitics(of: .people, at: index), !isOwned(index)
    else { return nil }
    return phrase(from: index, clitics, before: end)
  }

  /// The words that tell closer who they are: «المسلحون الملثمون», «قوات الأمن», «قوات صالح»,
  /// «القوات الموالية للرئيس».
  private func phrase(from index: Int, _ clitics: Clitics, before end: Int) -> PartySpan? {
    var next = index + 1
    var country: Int32 = -1
    let isDefinite = carriesArticle(index, clitics)
    // «"الجيش" الإسرائيلي»
    if next + 1 < end, isQuoteMark(next), next > range.lowerBound + 1, isQuoteMark(index - 1),
      scan.senses(at: next + 1).contains(where: { $0.kind == .adjective })
    {
      next += 1
    }
    // «مسلحو "الحركة"», «عناصر من المقاومة»: those of whom the name follows.
    if next + 1 < end, !isDefinite,
      isQuoteMark(next) && scan.text.letters(of: scan.tokens[index]).last != LetterCode.noon
        || scan.has(.from, at: next),
      let named = spans.first(where: { $0.tokens.lowerBound == next + 1 }),
      AttackFrame.isFighter(named), named.clitics.isEmpty
    {
      return nil
    }
    while next < end, next - index <= 4, scan.tokens[next].kind == .word,
      scan.tokens[next].gap == .space, scan.dateAt[next] < 0
    {
      if let span = spans.first(where: { $0.tokens.contains(next) }) {
        guard span.tokens.lowerBound == next else { break }
        let isMan = [.person, .office].contains(span.kind)
        if isMan, span.clitics.isEmpty, !isDefinite,
          next == index + 1 || scan.has(.pastTime, at: next - 1)
        {
          next = span.tokens.upperBound
          break
        }
        if span.clitics == .to, has(.loyal, at: next - 1) {
          next = span.tokens.upperBound
          break
        }
        // «مقاتلو حماس», but «مقاومون | قوات الاحتلال»: ن parts a plural from what follows.
        let isApart = scan.text.letters(of: scan.tokens[next - 1]).last == LetterCode.noon
        // «مسلحين حوثيين»: the same ending, so the same men.
        if isApart, span.clitics.isEmpty, span.entry >= 0, AttackFrame.isFighter(span),
          scan.text.letters(of: scan.tokens[next]).suffix(2)
            .elementsEqual(scan.text.letters(of: scan.tokens[index]).suffix(2))
        {
          var known = span
          known.tokens = index..<span.tokens.upperBound
          known.clitics = clitics
          return known
        }
        let isInner = span.clitics.isEmpty && AttackFrame.isFighter(span) && !isApart
        return isInner ? nil : phrase(index..<next, clitics, of: country)
      }
      if scan.has(.not, at: next), has(.crewless, at: next + 1) {
        next += 2
        continue
      }
      if let sense = scan.senses(at: next).first(where: { $0.kind == .adjective }) {
        country = sense.entry
      }
      // «الموالية للرئيس السابق فلان»: to the man, else to his office.
      if has(.loyal, at: next - 1),
        let served = spans.first(where: {
          (next...next + 3).contains($0.tokens.lowerBound) && $0.kind == .person
        })
      {
        next = served.tokens.upperBound
        break
      }
      if has(.loyal, at: next - 1), hasClitic(.to, at: next) {
        next += scan.has(.pastTime, at: next + 1) ? 2 : 1
        break
      }
      let isGenitive = !isDefinite && next == index + 1
      // «قوات صالح»: a man by his one name.
      if isGenitive, has(.givenName, at: next), scan.words[next].classes.isEmpty {
        next += 1
        break
      }
      // «الجيش | المتمردين»: one man's host and another's.
      if has(.fighters, at: next), isDefinite, !endsInNoon(index), endsInNoon(next) { break }
      guard scan.triggerPayloads[next] < 0, !scan.isVerb(at: next),
        isGenitive ? qualifies(next) : describesFighters(next)
      else { break }
      next += 1
    }
    return phrase(index..<next, clitics, of: country)
  }

  private func endsInNoon(_ index: Int) -> Bool {
    scan.text.letters(of: scan.tokens[index]).last == LetterCode.noon
  }

  /// The first who fight between two tokens, with nothing but dates and adverbs before them.
  func fighters(rightAfter start: Int, before end: Int) -> PartySpan? {
    var index = start
    var counted: Int?
    while index < min(end, start + 6) {
      if var found = fighters(at: index, before: end, orOne: true) {
        if let counted, found.entry < 0 {
          found.tokens = counted..<found.tokens.upperBound
          found.name = found.tokens
        }
        return found
      }
      // «عشرات المستوطنين»
      if counted == nil, has(.many, at: index) {
        counted = index
        index += 1
        continue
      }
      guard
        scan.dateAt[index] >= 0 || scan.has([.adverb, .pastTime], at: index)
          || [.quote, .openQuote].contains(scan.tokens[index].mark)
      else { return nil }
      index += 1
    }
    return nil
  }

  /// «قالت المقاومة إنها استهدفت»: who tells it did it.
  func fighters(tellingBefore index: Int) -> PartySpan? {
    for start in range.lowerBound..<min(max(range.lowerBound, index - 1), range.lowerBound + 4) {
      if let found = fighters(at: start, before: index) { return found }
      if let span = spans.first(where: { $0.tokens.lowerBound == start }) {
        return AttackFrame.isUnderArms(span, in: self) ? span : nil
      }
    }
    return nil
  }

  /// Those who fight right before a verb: «أن المقاومة استهدفت», «فصائل مسلحة شنت».
  ///
  /// Of «مجاهديها استهدفوا» the one whose they are is meant: the fighter named last.
  func fighters(rightBefore index: Int) -> PartySpan? {
    for start in max(range.lowerBound, index - 4)..<max(range.lowerBound, index) {
      if let found = fighters(at: start, before: index), found.tokens.upperBound == index,
        found.clitics.isDisjoint(with: [.by, .to])
      {
        return found
      }
    }
    // «المقاومين في غزة يواصلون»: where they are stands between.
    if let place = spans.last(where: { $0.tokens.upperBound == index }),
      [.city, .place, .state].contains(place.kind),
      scan.has(.inside, at: place.tokens.lowerBound - 1),
      var found = fighters(rightBefore: place.tokens.lowerBound - 1)
    {
      // Those of there, for no table knows which they are.
      if found.entry < 0, found.tokens.upperBound == place.tokens.lowerBound - 1 {
        found.tokens = found.tokens.lowerBound..<place.tokens.upperBound
        found.name = found.tokens
      }
      return found
    }
    guard index - 1 >= range.lowerBound, has(.fighters, at: index - 1), isOwned(index - 1) else {
      return nil
    }
    return spans.last { span in
      span.tokens.upperBound <= index && AttackFrame.isFighter(span) && !isPlace(span)
        && span.governor.isDisjoint(with: [.on, .against])
    }
  }

  /// «مقاتليها»: whose fighters they are is told before.
  func isOwned(_ index: Int) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[index]).suffix(2)
    return letters.elementsEqual([LetterCode.heh, LetterCode.alef])
      || letters.elementsEqual([LetterCode.heh, LetterCode.meem])
  }

  private func phrase(_ tokens: Range<Int>, _ clitics: Clitics, of country: Int32) -> PartySpan? {
    var span = PartySpan(tokens: tokens, kind: .organisation)
    let head = tokens.lowerBound
    // «جنود إسرائيليون», «الاحتلال الأميركي» act for their state.
    if country >= 0, has(.troops, at: head) {
      span.kind = .institution
      span.entry = country
      span.country = country
      span.clitics = clitics
      if head > range.lowerBound { span.governor = scan.words[head - 1].classes }
      return span
    }
    // «قوات», «جنود» alone are nobody's.
    if tokens.count == 1, has([.troops, .people], at: head), !carriesArticle(head, clitics),
      ![LetterCode.noon, LetterCode.heh].contains(
        scan.text.letters(of: scan.tokens[head]).last ?? LetterCode.noon
      )
    {
      return nil
    }
    span.country = country
    span.name = tokens
    span.clitics = clitics
    span.how = .unlinked
    if tokens.lowerBound > range.lowerBound {
      span.governor = scan.words[tokens.lowerBound - 1].classes
    }
    return span
  }

  /// The proclitics before a word of those who fight; `nil` for any other word.
  private func fighterClitics(at index: Int, orOne: Bool) -> Clitics? {
    clitics(of: orOne ? [.fighters, .troops, .fighter] : [.fighters, .troops], at: index)
  }

  /// The proclitics before a word that has a cue; `nil` for any other word.
  private func clitics(of wanted: EventCue, at index: Int) -> Clitics? {
    let word = scan.words[index]
    for reading in 0..<word.count where !word.clitics(reading).contains(.like) {
      if !scan.events.cues.cues(of: word.hash(reading)).isDisjoint(with: wanted) {
        return word.clitics(reading)
      }
    }
    return nil
  }

  /// Whether a word has the article behind its proclitics.
  private func carriesArticle(_ index: Int, _ clitics: Clitics) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[index])
      .dropFirst(clitics.rawValue.nonzeroBitCount)
    return clitics.contains(.to)
      ? letters.first == LetterCode.lam
      : letters.starts(with: [LetterCode.alef, LetterCode.lam])
  }

  /// «المسلحون الملثمون», «الفصائل المسلحة»: an adjective, and not what they struck.
  private func describesFighters(_ index: Int) -> Bool {
    // «مسلحون أكراد»
    guard qualifies(index), !scan.has(.namesake, at: index) else { return false }
    let letters = scan.text.letters(of: scan.tokens[index])
    return letters.last == LetterCode.yeh || letters.last == LetterCode.heh
      || letters.suffix(2).elementsEqual([LetterCode.yeh, LetterCode.noon])
      || letters.suffix(2).elementsEqual([LetterCode.waw, LetterCode.noon])
  }

  /// Whether a word describes the one before it: it has the article or ends as an adjective does.
  private func qualifies(_ index: Int) -> Bool {
    // «مسلحون أكراد»
    if has(.ethnic, at: index) { return true }
    guard
      scan.words[index].classes.isDisjoint(with: [
        .relative, .inside, .at, .during, .that, .topic, .to, .on, .from, .with, .between, .after,
        .before, .against, .be, .not, .subordinate, .side,
      ])
    else { return false }
    let letters = scan.text.letters(of: scan.tokens[index])
    // «مسلحون يستقلون»: what they do.
    guard letters.count >= 4, !isJoined(index),
      letters.first != LetterCode.yeh
        || !letters.suffix(2).elementsEqual([LetterCode.waw, LetterCode.noon])
    else { return false }
    if letters.starts(with: [LetterCode.alef, LetterCode.lam]) { return true }
    return letters.last == LetterCode.yeh
      || letters.suffix(2).elementsEqual([LetterCode.yeh, LetterCode.heh])
      || letters.suffix(2).elementsEqual([LetterCode.yeh, LetterCode.noon])
      || letters.suffix(2).elementsEqual([LetterCode.waw, LetterCode.noon])
  }
}
