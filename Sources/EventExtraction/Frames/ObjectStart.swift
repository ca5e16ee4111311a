import ArabicText
import Lexicons
import NewsModel

// Where the object of a blow begins: behind days, an apposition of the doer, and what it was done
// with or from, «استهدفت السرايا، الجناح العسكري للحركة، بعدد من القذائف، مقرّ قيادة».
extension SentenceReader {
  /// The token where an object begins, from behind the doer; the end where none does.
  func objectStart(from start: Int, before end: Int) -> Int {
    var index = apposition(at: restOfDoer(at: start, before: end), before: end)
    var isPast = index > start
    while index < end, index - start <= 32 {
      if isTransparent(index) {
        isPast = isPast || scan.dateAt[index] >= 0
        index += 1
      } else if isPast, index > start, scan.dateAt[index - 1] >= 0, index + 1 < end,
        scan.tokens[index + 1].mark == .comma, scan.tokens[index].kind == .word,
        !isSite(index), !spans.contains(where: { $0.tokens.contains(index) })
      {
        // «، قبل ساعات قليلة، قاعدة»: still of the time.
        index += 1
      } else if [.comma, .dash].contains(scan.tokens[index].mark) {
        guard isPast || opensAside(index + 1) else { return end }
        index += 1
      } else if isAdverb(index) {
        isPast = true
        index += 1
      } else if scan.has(.source, at: index), index + 1 < end,
        isOwned(index + 1) || endsWithHeh(index + 1)
      {
        // «وفق بيانها»
        isPast = true
        index += 2
      } else if opensAside(index) {
        isPast = true
        index = asideEnd(from: index, before: end)
      } else if scan.has(.inside, at: index), has(.enter, in: clamped(start - 6, start)) {
        return index + 1
      } else if let far = objectBehindPlace(at: index, before: end) {
        return far
      } else {
        return index
      }
    }
    return end
  }

  /// «بيانه»: a possessor, for no ة stands there.
  private func endsWithHeh(_ index: Int) -> Bool {
    scan.text.letters(of: scan.tokens[index]).last == LetterCode.heh && !endsWithMarbuta(index)
  }

  /// A day or a quotation mark parts nothing.
  func isTransparent(_ index: Int) -> Bool {
    scan.dateAt[index] >= 0 || [.quote, .openQuote, .closeQuote].contains(scan.tokens[index].mark)
  }

  /// Past what still tells of the doer: the adjective of his state, «الأخيرة» that stands for him, a
  /// name that no table knows, «هاجمت مقاومة آزال دورية».
  private func restOfDoer(at start: Int, before end: Int) -> Int {
    var index = start
    while index < end, isQuoteMark(index) { index += 1 }
    guard index < end, index > range.lowerBound, scan.tokens[index].kind == .word,
      scan.tokens[index].gap < .line, scan.dateAt[index] < 0
    else { return start }
    if has(.latter, at: index) { return index + 1 }
    // «الطائرات بدون طيار الأوكرانية»
    if scan.has(.not, at: index), has(.crewless, at: index + 1) {
      let isState = scan.senses(at: index + 2).contains { $0.kind == .adjective }
      return min(end, index + (isState ? 3 : 2))
    }
    // «استهدفت شاحنتان ملغومتان وزارتين»: a dual in ان does it.
    let letters = scan.text.letters(of: scan.tokens[index])
    if scan.isVerb(at: start - 1), letters.count > 4,
      letters.suffix(3).elementsEqual([LetterCode.teh, LetterCode.alef, LetterCode.noon]),
      let doer = nounPhrase(at: index, before: end)
    {
      return doer.tokens.upperBound
    }
    var before = start - 1
    while before > range.lowerBound, isQuoteMark(before) { before -= 1 }
    let isBehindDoer =
      spans.contains { $0.tokens.upperBound == before + 1 }
      || has([.fighters, .troops], at: before)
    guard isBehindDoer else { return start }
    let isAdjective =
      scan.actorClitics[index].isEmpty
      && scan.senses(at: index).contains { $0.kind == .adjective && $0.definite }
    if isAdjective { return min(end, max(index + 1, Int(scan.actorEnds[index]))) }
    // «طائرات التحالف العربي»
    if letters.last == LetterCode.yeh, isDefiniteNisba(index), !isSite(index),
      !spans.contains(where: { $0.tokens.contains(index) })
    {
      return index + 1
    }
    let isName =
      !scan.isCommon(at: index) && scan.words[index].classes.isEmpty && cues(at: index).isEmpty
      && !isIndefiniteObject(index) && !spans.contains { $0.tokens.contains(index) }
      && !scan.text.letters(of: scan.tokens[index]).starts(with: [LetterCode.alef, LetterCode.lam])
      && !endsWithMarbuta(index) && !isJoined(index) && !isClitic(index)
    return isName && index + 1 < end && opensNounPhrase(index + 1) ? index + 1 : start
  }

  /// Past «، الجناح العسكري لحركة …،» right behind a doer: a definite noun between two commas.
  private func apposition(at start: Int, before end: Int) -> Int {
    var index = start
    while index < end, isQuoteMark(index) { index += 1 }
    guard index + 1 < end, [.comma, .dash, .openBracket].contains(scan.tokens[index].mark) else {
      return start
    }
    let first = index + 1
    // «كتائب كذا - كتيبة المدينة، …»
    if scan.tokens[index].mark == .dash,
      let comma = (first..<min(end, first + 5)).first(where: {
        scan.tokens[$0].kind == .mark
      }), [.comma, .dash].contains(scan.tokens[comma].mark),
      !(first..<comma).contains(where: { scan.isVerb(at: $0) || scan.dateAt[$0] >= 0 })
    {
      return comma + 1
    }
    guard scan.dateAt[first] < 0, !scan.has(.relative, at: first),
      scan.text.letters(of: scan.tokens[first]).starts(with: [LetterCode.alef, LetterCode.lam])
        || scan.tokens[index].mark == .openBracket
    else { return start }
    for next in first..<min(end, first + 10) {
      if scan.isVerb(at: next) || scan.has([.that, .relative], at: next) { return start }
      if [.comma, .dash, .closeBracket].contains(scan.tokens[next].mark) { return next + 1 }
    }
    return start
  }

  /// «للمرة الثانية», «بصاروخ موجه», or a day between commas.
  private func opensAside(_ index: Int) -> Bool {
    guard index < range.upperBound else { return false }
    return scan.dateAt[index] >= 0 || scan.has(.ordinal, at: index + 1)
      || isAdverb(index) || has(.kind, at: index + (isQuoteMark(index) ? 1 : 0))
      // «عبر رمايات مكثفة»
      || has(.byMeans, at: index) && has(.direction, at: index) && !isOwned(index)
      // «، من نوع "كذا"،»
      || scan.has(.from, at: index) && has(.kind, at: index + 1)
      || (isLed(index) || isBehindBeh(index)) && !spans.contains { $0.tokens.contains(index) }
  }

  /// «مجددا», «سابقا», and no preposition.
  private func isAdverb(_ index: Int) -> Bool {
    scan.tokens[index].kind == .word
      && (scan.has([.adverb, .pastTime], at: index) && !scan.has([.inside, .at], at: index)
        || has(.hour, at: index))
  }

  /// «على الفور», «على شكل حزام»: a word that makes an adverb of the preposition before it.
  func isAdverbial(_ index: Int) -> Bool { has(.adverbial, at: index) }

  /// «الذي تبناه التنظيم», «التي يتوعد بها»: a verb right behind the relative of a blow.
  func takesUp(_ blow: Trigger, at verb: Int) -> Bool {
    scan.has(.relative, at: verb - 1) && verb - 1 >= blow.tokens.upperBound
      && (blow.tokens.upperBound..<verb - 1).allSatisfy {
        isAdjectiveOfBlow($0) || scan.dateAt[$0] >= 0
      }
  }

  /// «انتحاري», «الصاروخية», «الإسرائيلي»: an adjective of a blow.
  func isAdjectiveOfBlow(_ index: Int) -> Bool {
    scan.tokens[index].kind == .word
      && (has([.manner, .bomb, .fighter], at: index)
        || scan.senses(at: index).contains { $0.kind == .adjective }
        || isDefiniteNisba(index) || isAccusativeNisba(index))
  }

  /// «بوابل»: a word that no table knows behind ب.
  func isBehindBeh(_ index: Int) -> Bool {
    guard scan.tokens[index].kind == .word, !scan.events.isCommon(scan.words[index].hash(0)),
      scan.events.cues.cues(of: scan.words[index].hash(0)).isEmpty
    else { return false }
    let letters = scan.text.letters(of: scan.tokens[index])
    return letters.count >= 4 && letters.first == LetterCode.beh
  }

  /// Past an aside: to the comma that closes one behind a comma, else past its genitive and one
  /// adjective.
  private func asideEnd(from index: Int, before end: Int) -> Int {
    if scan.has(.ordinal, at: index + 1) { return min(end, index + 2) }
    let isBetweenCommas =
      index > range.lowerBound
      && (scan.tokens[index - 1].mark == .comma
        || index - 1 > range.lowerBound && isQuoteMark(index - 1)
          && scan.tokens[index - 2].mark == .comma)
    if isBetweenCommas {
      let near = (index + 1)..<max(index + 1, min(end, index + 9))
      for next in near where scan.tokens[next].mark == .comma { return next }
    }
    return phraseEnd(behind: index, before: end)
  }

  /// Where the noun phrase of a preposition ends: «بصاروخين على الأقل من طائرة استطلاع | مرصداً».
  private func phraseEnd(behind index: Int, before end: Int) -> Int {
    var next = index + 1
    var bare = 0
    while next < end, next - index <= 12 {
      // «عبوات "كذا"»
      if isQuoteMark(next) || scan.quoted[next] && scan.dateAt[next] < 0 {
        next += 1
        continue
      }
      guard scan.tokens[next].kind != .mark, scan.tokens[next].gap < .line,
        !isIndefiniteObject(next), !spans.contains(where: { $0.tokens.contains(next) }),
        !scan.isVerb(at: next)
      else { break }
      if scan.has(.from, at: next) || scan.has(.on, at: next) && has(.adverbial, at: next + 1) {
        // «من طائرة استطلاع»: its noun and one genitive.
        bare = 0
        next += 2
        // «من طراز كذا»
        if has(.kind, at: next - 1) {
          while next < end,
            scan.tokens[next].kind == .number || isQuoteMark(next) || scan.quoted[next]
          {
            next += 1
          }
          if next < end, scan.tokens[next].kind == .word, !isSite(next), !isIndefiniteObject(next),
            !scan.isCommon(at: next), !isQuoteMark(next - 1)
          {
            next += 1
          }
          continue
        }
        if has(.thing, at: next - 1), next < end, scan.tokens[next].kind == .word,
          !isIndefiniteObject(next), !isSite(next), opensNounPhrase(next),
          !spans.contains(where: { $0.tokens.contains(next) })
        {
          next += 1
        }
        continue
      }
      let letters = scan.text.letters(of: scan.tokens[next])
      if scan.tokens[next].kind == .word,
        !letters.starts(with: [LetterCode.alef, LetterCode.lam])
      {
        let isAdjective = letters.last == LetterCode.heh || letters.last == LetterCode.yeh
        let isWeapon = has([.weapon, .bomb], at: next)
        // «عبوات "كذا" الموجهة | مقر القيادة»: behind an adjective with the article no genitive.
        let isDefinite = scan.text.letters(of: scan.tokens[next - 1])
          .starts(with: [LetterCode.alef, LetterCode.lam])
        guard bare == 0, isAdjective || isWeapon || has([.site, .thing], at: next),
          !isDefinite || !isSite(next)
        else { break }
        bare += isWeapon ? 0 : 1
      } else if bare > 0 {
        break
      }
      next += 1
    }
    return next
  }

  /// «استهدف في وقت مبكر أمس | المدينة السكنية»: an object behind a place or a time in «في …».
  ///
  /// Only a day or an accusative shows where such a phrase ends.
  private func objectBehindPlace(at index: Int, before end: Int) -> Int? {
    guard scan.has([.inside, .from, .during, .after, .at, .on], at: index), scan.dateAt[index] < 0
    else { return nil }
    var hasDay = false
    for next in (index + 1)..<max(index + 1, min(end, index + 10)) {
      if scan.isVerb(at: next) || scan.has([.that, .relative, .subordinate], at: next) {
        return nil
      }
      if scan.tokens[next].mark == .comma { return nil }
      if scan.dateAt[next] >= 0 {
        hasDay = true
        continue
      }
      if next > index + 1,
        isAccusative(next)
          || isIndefiniteObject(next)
            && (isSite(next) || has([.people, .member, .thing], at: next))
      {
        return next
      }
      if hasDay { return opensNounPhrase(next) ? next : nil }
    }
    return nil
  }
}
