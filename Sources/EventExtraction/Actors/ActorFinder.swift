import ArabicText
import Lexicons
import NewsModel

/// Finds the parties of an article, in its order: full names, offices with and without their
/// holders, states and their bodies, organisations, cities, and what points back to them.
struct ActorFinder {
  let scan: ArticleScan
  private(set) var spans: [PartySpan] = []
  /// Last names met so far: hash of the name → index of the span that taught it.
  private var taught: [UInt64: Int] = [:]
  /// A bit for each last name met: most words of a text are none, and need no look-up.
  private var taughtBits: UInt64 = 0
  /// Heads of bodies met so far, with the article: «الحركة» → the index of the span of «حركة حماس».
  var taughtHeads: [UInt64: Int] = [:]
  /// The index of the span of the ministry met last.
  var lastMinistry: Int?
  /// The last holder met of an office: office → index of the span.
  var lastHolder: [Int32: Int] = [:]
  /// The last man met who held an office once: «الرئيس السابق فلان».
  var formerHolder: [Int32: Int] = [:]
  /// Countries that the article names anywhere.
  var countries: Set<Int32> = []

  init(_ scan: ArticleScan) {
    self.scan = scan
    collectCountries()
    find()
  }

  mutating func collectCountries() {
    for index in scan.tokens.indices where scan.actorPayloads[index] >= 0 {
      for sense in scan.senses(at: index) {
        switch sense.kind {
        case .country where isStateOrCity(scan.senses(at: index)): break
        case .country, .adjective: countries.insert(sense.entry)
        case .city: countries.insert(scan.actors.entries[Int(sense.entry)].country)
        default: break
        }
      }
    }
  }

  mutating func find() {
    var index = 0
    while index < scan.tokens.count {
      if scan.tokens[index].kind == .word, !scan.isFurniture[index],
        var span = span(at: index), span.tokens.upperBound > index
      {
        absorbTitles(&span)
        remember(span)
        spans.append(span)
        index = span.tokens.upperBound
      } else {
        index += 1
      }
    }
  }

  mutating func remember(_ span: PartySpan) {
    let number = spans.count
    if span.kind == .person {
      if span.entry >= 0 {
        let surname = scan.actors.surnames[Int(span.entry)]
        if surname != 0 { teach(surname, number) }
      } else if let last = span.name?.last {
        let token = scan.tokens[last]
        // «رقية السادات»: where the text has named the man himself, the last name alone stays his.
        let isKnown = taught[token.hash].map { spans[$0].entry >= 0 } ?? false
        if token.letterCount >= 3, !isKnown { teach(token.hash, number) }
      }
    }
    if span.office >= 0, span.kind == .person {
      if span.isFormer {
        formerHolder[span.office] = number
      } else {
        lastHolder[span.office] = number
        // «خادم الحرمين الشريفين» is «الملك» afterwards.
        if scan.actors.offices[Int(span.office)] == "custodian",
          let king = scan.actors.offices.firstIndex(of: "king")
        {
          lastHolder[Int32(king)] = number
        }
      }
    }
    teachHead(span, number)
  }

  private mutating func teach(_ name: UInt64, _ number: Int) {
    taught[name] = number
    taughtBits |= 1 << (name >> 58)
  }

  func span(at index: Int) -> PartySpan? {
    guard scan.dateAt[index] < 0, var span = namedSpan(at: index) else { return nil }
    govern(&span)
    return span
  }

  /// The party that begins at a token, without what stands before it.
  func namedSpan(at index: Int) -> PartySpan? {
    let word = scan.words[index]
    if let stranger = nameBeforeOffice(at: index) { return stranger }
    if scan.actorPayloads[index] >= 0,
      let named = gazetteerSpan(at: index) ?? secondCounterpart(at: index)
    {
      return named
    }
    if !word.classes.isDisjoint(with: [.counterpart, .pair, .persons]) {
      if word.classes.contains(.counterpart), let other = counterpart(at: index) { return other }
      if word.classes.contains(.pair), let both = institution(at: index) { return both }
      if !word.classes.isDisjoint(with: [.pair, .persons]) {
        var pair = PartySpan(tokens: index..<index + 1, kind: .pair, how: .pronoun)
        pair.clitics = word.classClitics
        return pair
      }
    }
    if index > 0, scan.has(.between, at: index - 1), let own = ownState(at: index) { return own }
    if !word.classes.isDisjoint(with: [.institution, .body, .faction]),
      let body = institution(at: index)
    {
      return body
    }
    if let earlier = taughtName(at: index) ?? taughtBody(at: index) { return earlier }
    if let other = otherMan(at: index) { return other }
    if let foreigner = foreignSurname(at: index) ?? joinedName(at: index) { return foreigner }
    guard word.classes.contains(.lead) else { return nil }
    return officePhrase(
      from: index,
      end: index + 1,
      office: -1,
      number: .single,
      clitics: word.classClitics,
      needsName: true
    )
  }

  // MARK: - Gazetteer

  func gazetteerSpan(at index: Int) -> PartySpan? {
    var senses = scan.senses(at: index)
    let end = Int(scan.actorEnds[index])
    let clitics = scan.actorClitics[index]
    // «فتح» and «الجمعية العامة» are common words more often than bodies.
    if scan.has(.stop, at: index), end - index <= 2, clitics.isEmpty {
      return official(at: index, end, senses)
    }
    senses = stateOrCity(senses, at: index)
    // «جامعة الملك فهد» is no king.
    if scan.has(.namesake, at: index - 1), scan.tokens[index].gap == .space {
      senses = senses.without([.person, .surname, .office, .title])
    }
    // «مستشفى القدس» in another city is named after it.
    if index > 0, scan.has(.house, at: index - 1), scan.tokens[index].gap == .space, clitics.isEmpty
    {
      senses = senses.without([.city, .place])
    }
    func simple(_ kind: PartySpan.Kind, _ sense: ActorSense) -> PartySpan {
      var span = PartySpan(tokens: index..<end, kind: kind, entry: sense.entry)
      span.country = scan.actors.entries[Int(sense.entry)].country
      span.clitics = clitics
      return span
    }
    if let deputy = deputyHeir(at: index, end, senses) { return deputy }
    if let other = longerLineage(at: index, end, senses) { return other }
    for sense in senses {
      switch sense.kind {
      case .office:
        if let span = officePhrase(
          from: index,
          end: end,
          office: sense.entry,
          number: sense.number,
          clitics: clitics
        ) {
          // «وسيستقبل رئيسي سلطان عمان»: a man of that name, and not two presidents.
          if sense.number == .dual, span.moreCountries.isEmpty, let named = taughtName(at: index) {
            return named
          }
          return span
        }
      case .title:
        if let span = officePhrase(
          from: index,
          end: end,
          office: -1,
          number: .single,
          clitics: clitics,
          needsName: true
        ) {
          return span
        }
      default: break
      }
    }
    if let sense = senses.first(where: { $0.kind == .person }) { return simple(.person, sense) }
    if let sense = senses.first(where: { $0.kind == .country }) {
      return secondHolder(at: index, end) ?? simple(.state, sense)
    }
    if let sense = senses.first(where: { $0.kind == .organisation }) {
      // «مجلس الأمن القومي» is not the Security Council.
      if scan.actors.entries[Int(sense.entry)].category == "international", isNarrowed(index, end) {
        return nil
      }
      if isOfAnotherState(sense.entry, end) { return nil }
      if let faction = longerFaction(at: index, end) { return faction }
      return organisation(simple(.organisation, sense))
    }
    if let span = surname(senses, index..<end, clitics) { return span }
    if let sense = senses.first(where: { $0.kind == .city }) { return simple(.city, sense) }
    if let sense = senses.first(where: { $0.kind == .place }) { return simple(.place, sense) }
    return nil
  }

  /// «القوات الأميركية» acts for its state; «قوات الدعم السريع», «الجيش الوطني السوري» and «المقاومة
  /// الفلسطينية», which bear arms too, do not.
  func organisation(_ span: PartySpan) -> PartySpan {
    if let contingent = contingent(of: span) { return contingent }
    let category = scan.actors.entries[Int(span.entry)].category
    guard span.country >= 0,
      category == "forces"
        || category == "government" && scan.has(.institution, at: span.tokens.lowerBound)
    else { return span }
    var forces = span
    forces.kind = .institution
    forces.entry = span.country
    return forces
  }

  /// A last name alone counts when it was taught here, or is nobody else's and no common word.
  func surname(
    _ senses: ActorSenses,
    _ range: Range<Int>,
    _ clitics: Clitics,
    afterOffice: Bool = false
  ) -> PartySpan? {
    let named = senses.filter { $0.kind == .surname }
    guard !named.isEmpty, !isPreposition(range.lowerBound) else { return nil }
    if let earlier = taughtName(at: range.lowerBound) { return earlier }
    guard named.count == 1, let sense = named.first, !followsOtherName(range.lowerBound) else {
      return nil
    }
    let country = scan.actors.entries[Int(sense.entry)].country
    let isCommon = range.count == 1 && scan.isCommon(at: range.lowerBound)
    guard
      afterOffice
        || !isCommon
          && (country < 0 || countries.contains(country)
            || isLeader(sense, senses, at: range.lowerBound))
    else { return nil }
    var span = PartySpan(tokens: range, kind: .person, entry: sense.entry)
    span.country = country
    span.clitics = clitics
    span.how = .surname
    return span
  }

  /// Whether a last name is that of someone who leads a state on the article's day: headlines and
  /// leads name him by it alone, and never his state.
  private func isLeader(_ sense: ActorSense, _ senses: ActorSenses, at index: Int) -> Bool {
    guard let day = scan.article.date, senses.allSatisfy({ $0.kind == .surname }),
      !followsName(index)
    else { return false }
    return scan.actors.leads(sense.entry, on: day)
  }

  /// «أحمد المالكي»: a word that no table knows right before a last name is a first name.
  private func followsName(_ index: Int) -> Bool {
    let before = index - 1
    guard before >= 0, scan.tokens[index].gap == .space, scan.tokens[before].kind == .word,
      scan.dateAt[before] < 0, scan.triggerPayloads[before] < 0, scan.actorPayloads[before] < 0
    else { return false }
    return scan.words[before].classes.isEmpty && !scan.isCommon(at: before)
  }

  /// A last name that this article taught, with or without proclitics.
  func taughtName(at index: Int) -> PartySpan? {
    guard !isPreposition(index) else { return nil }
    let word = scan.words[index]
    for reading in 0..<word.count {
      let hash = word.hash(reading)
      guard taughtBits & 1 << (hash >> 58) != 0, let number = taught[hash] else { continue }
      return recalled(number, at: index, clitics: word.clitics(reading))
    }
    return nil
  }

  /// An earlier span, meant again by the one word at an index.
  func recalled(_ number: Int, at index: Int, clitics: Clitics) -> PartySpan {
    var span = spans[number]
    span.tokens = index..<index + 1
    span.clitics = clitics
    // «التقى مع فلان. وتولى فلان»: what stood before the name there stands not here.
    span.governor = []
    span.how = .surname
    if span.entry < 0, span.antecedent < 0 {
      span.antecedent = Int32(truncatingIfNeeded: number)
    }
    return span
  }
}
