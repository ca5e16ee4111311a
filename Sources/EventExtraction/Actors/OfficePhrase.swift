import ArabicText
import Lexicons
import NewsModel

extension ActorFinder {
  /// An office with what belongs to it: adjectives, country, body, titles and the name.
  ///
  /// «رئيس لجنة العلاقات الخارجية بمجلس الشيوخ الأميركي السيناتور الديمقراطي فلان الفلاني» is one
  /// party. What was passed over on the way to a name counts only if the name comes.
  func officePhrase(
    from start: Int,
    end: Int,
    office: Int32,
    number: WordNumber,
    clitics: Clitics,
    needsName: Bool = false
  ) -> PartySpan? {
    var reader = OfficePhraseReader(
      finder: self,
      head: start..<end,
      office: office,
      number: number,
      clitics: clitics,
      needsName: needsName
    )
    return reader.phrase()
  }
}

/// Reads an office phrase word by word, from behind the words that name the office.
struct OfficePhraseReader {
  let finder: ActorFinder
  /// The words that name the office.
  let head: Range<Int>
  /// The office; -1 where only a title or a word like «رئيس» stands.
  let office: Int32
  let number: WordNumber
  let clitics: Clitics
  /// Whether the phrase counts only with a name.
  let needsName: Bool

  var span: PartySpan
  /// The next word to read.
  var next: Int
  /// Where the phrase ends for sure.
  var committed: Int
  /// The body it is an office of.
  var body: Int32 = -1
  /// The word for what he is minister of.
  var portfolio: Int?
  /// Where the words for what he is minister of end so far; -1 where none stand.
  var portfolioEnd = -1
  var isNamed = false
  /// Whether a common word was passed over.
  var hasPassed = false
  /// The offices of those whom an aide serves.
  var principals: [Int32]
  /// Whether whom he serves was told.
  var servesAnother = false

  /// How many words are read at the most.
  private static let reach = 14

  /// What reading a word came to.
  enum Step {
    case goesOn
    case ends
    /// The whole phrase is told, or there is none.
    case told(PartySpan?)
  }

  /// A word, looked up.
  struct Word {
    let senses: ActorSenses
    /// Where the phrase of the tables that begins there ends.
    let end: Int
    /// What leans on it.
    let lead: Clitics
  }

  init(
    finder: ActorFinder,
    head: Range<Int>,
    office: Int32,
    number: WordNumber,
    clitics: Clitics,
    needsName: Bool
  ) {
    self.finder = finder
    self.head = head
    self.office = office
    self.number = number
    self.clitics = clitics
    self.needsName = needsName
    span = PartySpan(tokens: head, kind: .office, office: office)
    span.clitics = clitics
    span.how = .office
    next = head.upperBound
    committed = head.upperBound
    // «وزير التجارة» is one word of the tables.
    if head.count > 1, finder.scan.has(.ministry, at: head.upperBound - 1) {
      (portfolio, portfolioEnd) = (head.upperBound - 1, head.upperBound)
    }
    principals = finder.principalOffices(
      from: head.lowerBound,
      end: head.upperBound,
      clitics: clitics
    )
  }

  var scan: ArticleScan { finder.scan }
  /// Whether the office is one word.
  var isOneWord: Bool { head.count == 1 }
  /// Whether the word to read stands right behind the office.
  var isFirst: Bool { next == head.upperBound }
  /// «الرئيس»: the office has the article.
  var isDefinite: Bool { finder.startsWithArticle(head.lowerBound, clitics) }
  /// «مبعوث», «مساعد».
  var isAide: Bool { finder.isAide(head.lowerBound) }

  mutating func phrase() -> PartySpan? {
    var steps = 0
    reading: while next < scan.tokens.count, steps < Self.reach {
      steps += 1
      switch step() {
      case .goesOn: continue
      case .ends: break reading
      case .told(let whole): return whole
      }
    }
    return ending()
  }

  private mutating func step() -> Step {
    let token = scan.tokens[next]
    guard token.gap < .wide, !scan.isFurniture[next], scan.dateAt[next] < 0 else { return .ends }
    if token.kind == .mark { return mark(token) }
    guard token.kind == .word else { return .ends }
    let word = Word(
      senses: scan.senses(at: next),
      end: Int(scan.actorEnds[next]),
      lead: scan.actorClitics[next]
    )
    return principalByName(word) ?? slip() ?? name(word) ?? portfolio(word) ?? adjective(word)
      ?? principal(word) ?? secondOffice(word) ?? title(word) ?? country(word) ?? body(word)
      ?? particle()
      ?? strangersName() ?? passedOver()
  }

  private mutating func mark(_ token: Token) -> Step {
    switch token.mark {
    case .comma, .openQuote, .quote, .dash:
      guard next + 1 < scan.tokens.count, committed > head.upperBound || !isFirst || office >= 0,
        finder.beginsName(at: next + 1, min: token.mark == .comma ? 2 : 1)
      else { return .ends }
    case .openBracket:
      guard let end = endOfBrackets(), finder.beginsName(at: end, min: 2) else { return .ends }
      next = end
      return .goesOn
    case .hash, .underscore: break
    default: return .ends
    }
    next += 1
    return .goesOn
  }

  /// «رئيس المكتب السياسي لحركة المقاومة الإسلامية (حماس) فلان»: behind the short name of the body, no more than
  /// two words in brackets.
  private func endOfBrackets() -> Int? {
    (next + 2...next + 3).first {
      $0 + 1 < scan.tokens.count && scan.tokens[$0].mark == .closeBracket
    }.map { $0 + 1 }
  }

  /// What was read, as a party; `nil` where it names nobody.
  private mutating func ending() -> PartySpan? {
    // Whose man he is was told, and not his name: in the text's own words.
    if !isNamed,
      servesAnother || finder.isUntoldAide(head, office, committed: committed, clitics)
    {
      return untoldAide()
    }
    if needsName, !isNamed { return nil }
    let end = head.upperBound
    // «مدير عام الصحة»: of which part of the state.
    if !isNamed, committed == end, !isOneWord, !finder.startsWithArticle(end - 1, []),
      scan.has(.ministry, at: end), scan.tokens[end].gap == .space,
      finder.startsWithArticle(end, [])
    {
      committed = end + 1
      // «الدفاع المدني»
      if committed < scan.tokens.count, isNarrowing(committed) { committed += 1 }
    }
    // «رئيس تحرير صحيفة» is no head of state.
    if hasPassed, isOneWord, !isDefinite { span.office = -1 }
    span.tokens = head.lowerBound..<committed
    if span.country < 0, body >= 0 { span.country = scan.actors.entries[Int(body)].country }
    if span.kind == .person, span.entry >= 0, span.country < 0 {
      span.country = scan.actors.entries[Int(span.entry)].country
    }
    // «وزيرة خارجيته»: whose, no table says.
    let isConstruct =
      !isNamed && isOneWord && committed == end && !isDefinite
      && end < scan.tokens.count && scan.tokens[end].kind == .word && scan.tokens[end].gap == .space
    if isConstruct { return nil }
    if !isNamed {
      finder.resolveOffice(&span, body: body, number: number, portfolio: portfolio)
    }
    if span.kind == .office, committed == end {
      // «رئيس» alone is a common word; «رئيس الوزراء» and «الرئيس» point to someone.
      if isOneWord, finder.isAdjective(head.lowerBound) { return nil }
      guard body >= 0 || finder.standsAlone(office) else { return nil }
      guard !isOneWord || isDefinite, number == .single else { return nil }
    }
    if span.kind == .office, office < 0 { return nil }
    return span
  }

  private func untoldAide() -> PartySpan {
    var aide = span
    aide.tokens = head.lowerBound..<committed
    aide.how = .unlinked
    if servesAnother { aide.name = aide.tokens }
    // «مستشار الأمن القومي للرئيس»: the one who holds it in the principal's state.
    if office >= 0 {
      finder.resolveOffice(&aide, body: body, number: number, portfolio: nil)
      if aide.kind == .person { aide.how = .office }
    }
    return aide
  }
}
