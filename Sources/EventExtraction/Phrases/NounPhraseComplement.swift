import ArabicText
import Lexicons
import NewsModel

// What tells closer which one is meant: a part of whom, a number, an owner behind ل, and for what is
// indefinite where it stands.
extension NounPhraseReader {
  /// «مجموعة من قناصة العدو»: what is counted follows.
  mutating func takePart() -> Bool {
    guard
      sentence.has([.many, .part, .somebody], at: next - 1)
        || scan.tokens[next - 1].kind == .number,
      next + 1 < end, scan.tokens[next + 1].kind == .word,
      scan.words[next + 1].classes.isDisjoint(with: SentenceReader.particles),
      scan.dateAt[next + 1] < 0
    else { return false }
    let inner = next + 1
    if let span = sentence.spans.first(where: { $0.tokens.contains(inner) }) {
      guard span.tokens.lowerBound == inner, span.clitics.isEmpty else { return false }
      next = min(end, span.tokens.upperBound)
      isClosed = true
      return true
    }
    isClosed = hasArticle(inner, []) || sentence.endsWithOwner(inner)
    next = inner + 1
    return true
  }

  /// «نقطة للضبط الميداني», «مقر تابع لبرنامج …»: whose it is, behind ل.
  mutating func takeOwner(_ index: Int) -> Bool {
    var index = index
    while index < end, scan.loneClitic(at: index) == .to || sentence.isQuoteMark(index) {
      index += 1
    }
    // «للمرة الأولى» is no owner.
    guard index < end, scan.tokens[index].kind == .word, scan.dateAt[index] < 0,
      !scan.has(.ordinal, at: index + 1)
    else { return false }
    if let span = sentence.spans.first(where: { $0.tokens.lowerBound == index }) {
      guard span.clitics.isSubset(of: .to), span.tokens.upperBound <= end else { return false }
      next = span.tokens.upperBound
    } else {
      let letters = scan.text.letters(of: scan.tokens[index])
      guard letters.first == LetterCode.lam || index > next + 1, letters.count > 3,
        !sentence.isIndefiniteObject(index), !scan.isVerb(at: index)
      else { return false }
      next = index + 1
      // «للضبط الميداني», «لعائلة فلان الفلاني»
      while next < end, scan.tokens[next].kind == .word, scan.tokens[next].gap == .space,
        scan.dateAt[next] < 0, !scan.isVerb(at: next), !sentence.isClitic(next),
        !sentence.isOwned(next) || sentence.has(.resumed, at: next),
        !sentence.opensWithAnd(next), !sentence.isBehindBeh(next),
        !sentence.isPresentVerb(next), !sentence.has([.direction, .result], at: next),
        scan.words[next].classes.isDisjoint(with: SentenceReader.particles),
        sentence.spans.first(where: { $0.tokens.contains(next) })
          .map({ [.city, .place].contains($0.kind) && $0.clitics.isEmpty }) ?? true, words < 8
      {
        next += 1
        words += 1
      }
    }
    // «تابع لـ"جيش" الاحتلال»
    if next + 1 < end, sentence.isQuoteMark(next), sentence.isQuoteMark(index - 1),
      let span = sentence.spans.first(where: { $0.tokens.lowerBound == next + 1 }),
      span.clitics.isEmpty, span.tokens.upperBound <= end
    {
      next = span.tokens.upperBound
    }
    // «للمراقبة والتجسس»: two purposes of one thing.
    if next < end, next == index + 1, scan.tokens[next].gap == .space, !sentence.isSite(next),
      scan.text.letters(of: scan.tokens[index]).starts(with: [LetterCode.lam, LetterCode.lam]),
      scan.text.letters(of: scan.tokens[next]).starts(with: [
        LetterCode.waw, LetterCode.alef, LetterCode.lam,
      ]), !sentence.spans.contains(where: { $0.tokens.contains(next) })
    {
      next += 1
    }
    // «للفرقة 36»
    if next < end, scan.tokens[next].kind == .number { _ = takeNumber() }
    words = 8
    return true
  }

  /// «معسكر اللواء 12»: a number that names, and counts nothing behind it.
  mutating func takeNumber() -> Bool {
    guard scan.tokens[next].gap == .space, scan.dateAt[next] < 0, next - 1 >= head,
      scan.tokens[next - 1].kind == .word, hasArticle(next - 1, []) || hasArticle(next - 1, .to)
    else { return false }
    let behind = next + 1
    // «اللواء 17 مشاة»
    if sentence.isSite(next - 1), hasArticle(next - 1, []), behind < end,
      scan.tokens[behind].kind == .word, scan.tokens[behind].gap == .space,
      scan.words[behind].classes.isDisjoint(with: SentenceReader.particles),
      scan.dateAt[behind] < 0, !scan.isVerb(at: behind), !sentence.has(.direction, at: behind),
      !sentence.isClitic(behind)
    {
      next += 2
      return true
    }
    let counts =
      behind < end && scan.tokens[behind].kind == .word && scan.tokens[behind].gap == .space
      && scan.words[behind].classes.isDisjoint(with: SentenceReader.particles)
      && scan.dateAt[behind] < 0 && !sentence.has(.direction, at: behind)
      && !hasArticle(behind, [])
    guard !counts else { return false }
    next += 1
    return true
  }

  /// «جندي من القوات الدولية», «عناصر من المقاومة»: of whom they are.
  mutating func takeOrigin() -> Bool {
    // «وزراء الخارجية من دول المنطقة», «كبار المسؤولين من مدنيين وعسكريين»
    if scan.has(.people, at: head), !isInner { return takeKinds() }
    guard !isClosed, next == head + 1 || isIndefiniteAdjective(next - 1),
      sentence.has([.people, .fighters, .fighter, .troops, .somebody, .member], at: head),
      next + 1 < end, scan.tokens[next + 1].kind == .word, scan.dateAt[next + 1] < 0
    else { return false }
    let inner = next + 1
    if let span = sentence.spans.first(where: { $0.tokens.contains(inner) }) {
      guard span.tokens.lowerBound == inner, span.clitics.isEmpty,
        AttackFrame.isFighter(span) || [.city, .place].contains(span.kind),
        span.tokens.upperBound <= end
      else { return false }
      next = span.tokens.upperBound
    } else {
      guard let found = sentence.fighters(at: inner, before: end), found.clitics.isEmpty else {
        return false
      }
      next = found.tokens.upperBound
    }
    isClosed = true
    words = 8
    return true
  }

  /// «الجهة الشرقية من مدرجات المطار», «أحياء عدة من العاصمة»: of what a site or a part of it is.
  mutating func takePortion() -> Bool {
    let inner = next + 1
    guard !isInner, sentence.has([.site, .settlement, .part], at: head), inner < end,
      scan.tokens[inner].kind == .word, scan.tokens[inner].gap < .line, scan.dateAt[inner] < 0
    else { return false }
    if let span = sentence.spans.first(where: { $0.tokens.lowerBound == inner }) {
      guard [.city, .place, .state].contains(span.kind), span.clitics.isEmpty,
        span.tokens.upperBound <= end
      else { return false }
      next = span.tokens.upperBound
      words = 8
      return true
    }
    guard sentence.has([.site, .settlement, .facility], at: inner) else { return false }
    return takeInner(inner)
  }

  /// The noun phrase behind a preposition that belongs to this one.
  mutating func takeInner(_ inner: Int) -> Bool {
    guard inner < end, sentence.opensNounPhrase(inner),
      !scan.triggerForms(at: inner).contains(where: { $0.tense != .noun })
    else { return false }
    var phrase = NounPhraseReader(sentence: sentence, head: inner, end: end, lead: [])
    phrase.isInner = true
    phrase.read()
    guard phrase.next > inner else { return false }
    next = phrase.next
    words = 8
    return true
  }

  /// Of what kinds, or from where, people are who have no name.
  private mutating func takeKinds() -> Bool {
    let inner = next + 1
    guard takeInner(inner) else { return false }
    // «من مدنيين وعسكريين»: one more in the same ending.
    let ending = scan.text.letters(of: scan.tokens[next - 1]).suffix(2)
    if next == inner + 1, next < end, sentence.opensWithAnd(next), scan.tokens[next].gap == .space,
      ending.elementsEqual([LetterCode.yeh, LetterCode.noon]),
      scan.text.letters(of: scan.tokens[next]).suffix(2).elementsEqual(ending)
    {
      next += 1
    }
    words = 8
    return true
  }

  /// «منزلا في كفركلا», «قياديا في تنظيم القاعدة»: an indefinite noun alone tells not which one.
  mutating func takeWhere(_ inner: Int) -> Bool {
    let isOfPeople = scan.has(.people, at: head)
    // «مبنيين في "المنارة"»
    if !isClosed, !isInner, inner < end, sentence.isQuoteMark(inner), scan.quoted[inner + 1],
      let close = (inner + 1..<min(end, inner + 5)).first(where: { sentence.isQuoteMark($0) })
    {
      next = close + 1
      words = 8
      return true
    }
    guard !isClosed || isOfPeople, !isInner, inner < end, scan.tokens[inner].kind == .word,
      scan.dateAt[inner] < 0, !isNamesOwnPlace,
      !scan.triggerForms(at: inner).contains(where: { [.blow, .event].contains($0.frame) })
    else { return false }
    if let span = sentence.spans.first(where: { $0.tokens.contains(inner) }) {
      guard span.tokens.lowerBound == inner, span.clitics.isEmpty, span.kind != .person,
        span.tokens.upperBound <= end,
        !isOfPeople || [.organisation, .institution].contains(span.kind)
      else { return false }
      next = span.tokens.upperBound
      words = 8
      return true
    }
    if isOfPeople {
      // «المسؤولين في دول مجلس التعاون»
      guard scan.isCommon(at: inner), !sentence.isSite(inner), !hasArticle(inner, []),
        let span = sentence.spans.first(where: { $0.tokens.lowerBound == inner + 1 }),
        span.kind == .organisation, span.clitics.isEmpty, span.tokens.upperBound <= end
      else { return false }
      next = span.tokens.upperBound
      words = 8
      return true
    }
    // «في كفركلا»: a name that no table knows.
    if isName(inner), scan.text.letters(of: scan.tokens[inner]).count >= 4 {
      next = inner + 1
      while next < end, isName(next) { next += 1 }
      words = 8
      return true
    }
    guard
      // «عامل في شركة القطارات»
      sentence.has([.site, .settlement, .facility, .privateSphere], at: inner)
        || scan.has([.body, .institution, .heading], at: inner)
    else { return false }
    var place = NounPhraseReader(sentence: sentence, head: inner, end: end, lead: [])
    place.isInner = true
    place.read()
    // «مناطق متعددة في القطاع»: one word is enough where it is definite.
    guard place.next > inner + 1 || sentence.has(.settlement, at: inner) && hasArticle(inner, [])
    else { return false }
    next = place.next
    words = 8
    return true
  }

  /// «البلدة القديمة بنابلس», «مناطق أخرى بالضفة»: the town behind ب.
  mutating func takesWhereBehindBeh() -> Bool {
    guard !isInner, sentence.isSite(head),
      let span = sentence.spans.first(where: { $0.tokens.lowerBound == next }),
      span.clitics == .by, [.city, .place, .state].contains(span.kind),
      span.tokens.upperBound <= end
    else { return false }
    next = span.tokens.upperBound
    words = 8
    return true
  }

  /// «بلدة كذا»: a town named.
  private var isNamesOwnPlace: Bool { sentence.has(.settlement, at: head) && next > head + 1 }

  /// «منزله فاستشهد»: ف opens what came of it.
  func opensWithFa(_ index: Int) -> Bool {
    guard scan.text.letters(of: scan.tokens[index]).first == LetterCode.feh else { return false }
    let word = scan.words[index]
    guard !scan.events.isCommon(word.hash(0)), scan.events.cues.cues(of: word.hash(0)).isEmpty,
      scan.events.classes(of: word.hash(0)).isEmpty
    else { return false }
    return (1..<max(1, word.count)).contains {
      word.clitics($0) == .and
        && (scan.events.isCommon(word.hash($0))
          || !scan.events.cues.cues(of: word.hash($0)).isEmpty)
    }
  }
}
