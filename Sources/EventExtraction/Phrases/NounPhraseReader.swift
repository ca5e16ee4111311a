import ArabicText
import Lexicons
import NewsModel

/// Reads one noun phrase in the text's own words, word by word: its head, its genitives and adjectives, and
/// the name behind a title, as far as a preposition, a verb, a day or a comma.
struct NounPhraseReader {
  let sentence: SentenceReader
  let head: Int
  let end: Int
  let lead: Clitics
  /// The token behind what has been read.
  var next: Int
  /// Whether a word with the article or a name closed the genitives: only adjectives follow.
  var isClosed = false
  var words = 0
  /// Whether the name of a man is being read: «الوزير فلان الفلاني».
  private var isNaming = false
  /// Whether it tells only where another stands, so that nothing more is told of it.
  var isInner = false
  /// Whether it is the subject of a verb before it, so that an object may follow.
  var isSubject = false

  init(sentence: SentenceReader, head: Int, end: Int, lead: Clitics) {
    self.sentence = sentence
    self.head = head
    self.end = end
    self.lead = lead
    next = head
  }

  var scan: ArticleScan { sentence.scan }

  mutating func read() {
    if let span = sentence.spans.first(where: { $0.tokens.lowerBound == head }) {
      isClosed = true
      next = min(end, span.tokens.upperBound)
    } else {
      isClosed = hasArticle(head, lead)
      next = head + 1
    }
    words = 1
    while next < end, words < 8, takeNext() { words += 1 }
    if !takeLying() { takeClause() }
    // «مركزا للتجسس، تابعا للجيش»
    if next + 2 < end, scan.tokens[next].mark == .comma, sentence.isAccusative(next + 1),
      sentence.has(.loyal, at: next + 1), !isInner
    {
      let comma = next
      next += 1
      if !takeOwner(next + 1) { next = comma }
    }
    // Half a pair of quotation marks is left out.
    while next - 1 > head, sentence.isQuoteMark(next - 1),
      !isClosing(next - 1) || !(head..<next - 1).contains(where: { sentence.isQuoteMark($0) })
    {
      next -= 1
    }
  }

  /// Takes the next word, if it belongs here.
  private mutating func takeNext() -> Bool {
    let token = scan.tokens[next]
    if sentence.isQuoteMark(next) { return takeQuotation() }
    if token.kind == .number { return takeNumber() }
    guard token.kind == .word, token.gap < .line, token.gap != .glued || quoteBefore,
      scan.dateAt[next] < 0, !scan.isVerb(at: next) || isNameLikeVerb
    else { return false }
    if scan.has(.from, at: next) { return takePart() || takeOrigin() || takePortion() }
    // «ممثلين عن المجتمع المدني»
    if scan.has(.about, at: next), next == head + 1, scan.has(.people, at: head), !isInner {
      return takeInner(next + 1)
    }
    if opensWithFa(next) || sentence.isReflexive(next) { return false }
    if scan.has(.inside, at: next) { return takeWhere(next + 1) }
    if takesWhereBehindBeh() { return true }
    if sentence.has(.loyal, at: next), takeOwner(next + 1) { return true }
    // «الوفد المرافق له»
    if sentence.has(.resumed, at: next), next > head + 1, isClosed, hasArticle(next - 1, []),
      hasArticle(head, lead)
    {
      next += 1
      words = 8
      return true
    }
    // «مهندس الطائرات بدون طيار»
    if scan.has(.not, at: next), sentence.has(.crewless, at: next + 1), next + 1 < end {
      next += 2
      if !isClosed { words = 8 }
      return true
    }
    guard scan.words[next].classes.isDisjoint(with: SentenceReader.particles),
      !sentence.has([.direction, .result], at: next)
    else { return false }
    if let span = sentence.spans.first(where: { $0.tokens.contains(next) }) {
      return take(span)
    }
    let isAdjective =
      scan.actorClitics[next].isEmpty
      && scan.senses(at: next).contains { $0.kind == .adjective || $0.kind == .bloc }
    if isAdjective {
      isClosed = isClosed || hasArticle(next, [])
      next = min(end, max(next + 1, Int(scan.actorEnds[next])))
      return true
    }
    // «منطقة بوردو», «بلدة كذا بريف كذا»
    if sentence.isBehindBeh(next),
      !sentence.has(.settlement, at: head) || !isClosed && next > head + 1,
      !sentence.has(.settlement, at: next - 1)
    {
      return false
    }
    if sentence.isClitic(next, but: []) { return takeOwner(next) }
    if sharesGenitive(next) {
      next += 1
      return true
    }
    if sentence.opensWithAnd(next) || sentence.isPresentVerb(next) { return false }
    // «رجل | شرطيا», «عصابة | سجنا»: an accusative behind what is none is the object of a verb.
    if sentence.isIndefiniteObject(next), !mayBeAccusative { return false }
    if hasArticle(next, []) {
      if isSubject, opensObject(next) { return false }
      // «منتجع سوسة | الإرهابي»: an adjective of the blow, for a town is not so.
      if sentence.has(.bomb, at: next), sentence.isBehindTown(next) { return false }
      // «سيارة المدني»: an indefinite accusative has no genitive.
      guard isClosed || !sentence.isIndefiniteObject(head) else { return false }
      isClosed = true
      // «مركز الملك فلان»: a name that a table knows, and no party here.
      next = min(end, max(next + 1, Int(scan.actorEnds[next])))
      return true
    }
    // «مركز الملك فلان»: behind a title the name.
    if isName(next) || sentence.has(.givenName, at: next),
      isNaming || isClosed && isTitle(next - 1) || isNamedByBoth
    {
      isNaming = true
      next += 1
      return true
    }
    guard !isClosed, !isSubject || !opensObject(next) else { return false }
    // «جماعة متشددة تتخذ من …», «أشخاص ليبيين مصرعهم»: behind an adjective stands no genitive.
    if isIndefiniteNisba(next - 1), !isIndefiniteAdjective(next) { return false }
    if next - 1 > head, sentence.isOwned(next), isIndefiniteAdjective(next - 1) { return false }
    if sentence.isIndefiniteObject(head) || isCounted {
      // «مركزا إسلاميا», «سيارتين مدنيتين»: adjectives alone.
      guard isIndefiniteAdjective(next) else { return false }
    } else if !scan.isCommon(at: next), !sentence.isSite(next), sentence.cues(at: next).isEmpty {
      // A name that no table knows: «بلدة قباطية», «منزل فلان الفلاني».
      isClosed = !isName(next + 1)
    }
    next += 1
    return true
  }

  /// «بلدة عين كذا»: right behind a place, before a name, stands no verb.
  private var isNameLikeVerb: Bool {
    next == head + 1 && isName(next + 1) && scan.tokens[next].letterCount == 3
      && (sentence.has(.settlement, at: head) || sentence.isSite(head))
  }

  /// «مواقع الحوثيين», «مدينة أبها», «حشود الاحتلال».
  private mutating func take(_ span: PartySpan) -> Bool {
    guard span.tokens.lowerBound == next, span.tokens.upperBound <= end else { return false }
    if span.clitics == .to {
      let isOwner = AttackFrame.isFighter(span) && (!isClosed || sentence.has(.loyal, at: next - 1))
      // «الأحياء الشرقية لخان يونس»
      let isWhole = [.city, .place].contains(span.kind) && sentence.isSite(head)
      guard isOwner || isWhole else { return false }
      next = span.tokens.upperBound
      words = 8
      return true
    }
    guard span.clitics.isEmpty, !isClosed, !sentence.isIndefiniteObject(head), span.kind != .pair,
      !isSubject || !hasNoGenitive
    else {
      return false
    }
    isClosed = true
    next = span.tokens.upperBound
    return true
  }

  /// «موقع "بركة ريشا"»: a name in quotation marks, or a mark that closes one.
  mutating func takeQuotation() -> Bool {
    if isClosing(next) {
      next += 1
      return next < end
    }
    guard let close = (next + 1..<min(end, next + 6)).first(where: { sentence.isQuoteMark($0) })
    else { return false }
    next = close + 1
    isClosed = true
    return true
  }

  private func isClosing(_ index: Int) -> Bool {
    scan.tokens[index].mark == .closeQuote
      || scan.tokens[index].mark == .quote && !scan.quoted[index]
  }

  private var quoteBefore: Bool { next > head && sentence.isQuoteMark(next - 1) }

  /// «سيارتين», «مسلحين»: a dual or a plural in ين has no genitive.
  var isCounted: Bool {
    let letters = scan.text.letters(of: scan.tokens[head])
    // «معاون رئيس الأركان»
    guard !scan.has(.lead, at: head) else { return false }
    return letters.count >= 5
      && (letters.suffix(2).elementsEqual([LetterCode.yeh, LetterCode.noon])
        || letters.suffix(2).elementsEqual([LetterCode.waw, LetterCode.noon]))
  }

  func isIndefiniteAdjective(_ index: Int) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[index])
    guard letters.count >= 3, let last = letters.last else { return false }
    return last == LetterCode.alef || last == LetterCode.heh || last == LetterCode.yeh
      || letters.suffix(2).elementsEqual([LetterCode.yeh, LetterCode.noon])
      || letters.suffix(2).elementsEqual([LetterCode.waw, LetterCode.noon])
  }

  /// «المهندس التونسي فلان الفلاني»: a first and a last name behind what someone is.
  private var isNamedByBoth: Bool {
    isClosed && sentence.has(.givenName, at: next) && next + 1 < end
      && scan.tokens[next + 1].gap == .space && scan.tokens[next + 1].kind == .word
      && (isName(next + 1)
        || hasArticle(next + 1, []) && !scan.isCommon(at: next + 1) && scan.dateAt[next + 1] < 0)
      && scan.words[next].classClitics.isEmpty && !sentence.isSite(head)
  }

  /// «إسلامية»: behind the head an adjective that tells of what kind.
  private func isIndefiniteNisba(_ index: Int) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[index])
    return index > head && letters.count >= 5
      && letters.suffix(2).elementsEqual([LetterCode.yeh, LetterCode.heh])
      && !sentence.isSite(index)
  }

  func isTitle(_ index: Int) -> Bool {
    scan.has(.lead, at: index)
      || scan.senses(at: index).contains { [.title, .office].contains($0.kind) }
  }

  func isName(_ index: Int) -> Bool {
    index < end && scan.tokens[index].kind == .word && scan.tokens[index].gap == .space
      && !scan.isCommon(at: index) && scan.words[index].classes.isEmpty
      && sentence.cues(at: index).isEmpty && scan.dateAt[index] < 0
  }

  /// «مواقع وتجمعات الحوثيين», «قرى وبلدات»: two nouns before the genitive of both; «وزارتي المالية
  /// والخارجية»: two genitives of one noun.
  private func sharesGenitive(_ index: Int) -> Bool {
    if isClosed, scan.has(.ministry, at: index), scan.has(.ministry, at: index - 1) { return true }
    return index == head + 1 && index + 1 < end && !isClosed && !sentence.isIndefiniteObject(head)
      && !isCounted && sentence.opensWithAnd(index) && sentence.isSite(index)
      && !sentence.isIndefiniteObject(index) && scan.tokens[index + 1].kind == .word
      && scan.words[index + 1].classes.isDisjoint(with: SentenceReader.particles)
  }

  func hasArticle(_ index: Int, _ clitics: Clitics) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[index])
      .dropFirst(clitics.rawValue.nonzeroBitCount)
    return clitics.contains(.to)
      ? letters.first == LetterCode.lam
      : letters.count > 3 && letters.starts(with: [LetterCode.alef, LetterCode.lam])
        && !opensWithMadda(index, clitics)
  }

  /// «آلية»: آ is written like the alef of the article once letters are folded.
  private func opensWithMadda(_ index: Int, _ clitics: Clitics) -> Bool {
    let bytes = scan.text.bytes
    let start = scan.text.offset(
      afterLetters: clitics.rawValue.nonzeroBitCount,
      of: scan.tokens[index]
    )
    return start + 1 < bytes.count && bytes[start] == 0xD8 && bytes[start + 1] == 0xA2
  }
}
