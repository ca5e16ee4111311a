import ArabicText
import Lexicons
import NewsModel

// The words that can stand in an office phrase; each reading is `nil` where the word is another.
extension OfficePhraseReader {
  /// Takes the word and ends the phrase behind it for now.
  mutating func commit(to end: Int) -> Step {
    next = end
    committed = end
    return .goesOn
  }

  private mutating func pass(_ words: Int = 1) -> Step {
    next += words
    return .goesOn
  }

  private mutating func named(until end: Int) -> Step {
    span.kind = .person
    committed = end
    isNamed = true
    return .ends
  }

  // MARK: - Names

  /// «مستشار ترامب» is not Trump.
  mutating func principalByName(_ word: Word) -> Step? {
    guard isFirst, isOneWord, !isDefinite, word.lead.isEmpty,
      let man = word.senses.first(where: { $0.kind == .person || $0.kind == .surname })
    else { return nil }
    guard isAide else { return office >= 0 ? .told(nil) : nil }
    span.country = scan.actors.entries[Int(man.entry)].country
    servesAnother = true
    return commit(to: word.end)
  }

  /// «الرئيس محمود محمود عباس»: a slip of the pen.
  mutating func slip() -> Step? {
    guard next + 1 < scan.tokens.count, scan.tokens[next].hash == scan.tokens[next + 1].hash,
      scan.senses(at: next + 1).contains(where: { $0.kind == .person })
    else { return nil }
    return pass()
  }

  /// A man of the tables, by his whole or his last name.
  mutating func name(_ word: Word) -> Step? {
    guard word.lead.isEmpty else { return nil }
    if let sense = word.senses.first(where: { $0.kind == .person }) {
      if let principal = principal(named: sense.entry, word) { return principal }
      span.entry = sense.entry
      span.how = .alias
      return named(until: word.end)
    }
    guard
      let found = finder.surname(
        word.senses,
        next..<max(next, word.end),
        word.lead,
        afterOffice: true
      ), finder.nameRun(at: word.end) == 0
    else { return nil }
    if let principal = principal(named: found.entry, word) { return principal }
    span.entry = found.entry
    span.name = found.name
    span.antecedent = found.antecedent
    span.how = .alias
    return named(until: word.end)
  }

  /// «مساعد وزير الخارجية بلينكن»: the name is the minister's.
  private mutating func principal(named person: Int32, _ word: Word) -> Step? {
    guard finder.serves(person, in: principals, not: office) else { return nil }
    (principals, servesAnother) = ([], true)
    return commit(to: word.end)
  }

  /// A name that no table has.
  mutating func strangersName() -> Step? {
    let names = finder.nameRun(at: next)
    guard
      names > 1 || names == 1 && finder.takesOneName(office, from: head.lowerBound),
      office >= 0 || needsName, number == .single
    else { return nil }
    // «محافظ دومة الجندل الدكتور فلان»: what he heads, for his name follows.
    if isFirst, isOneWord, !isDefinite, finder.isTitledName(at: next + names) {
      return pass(names)
    }
    let name = next..<next + names
    span.name = name
    span.how = .unlinked
    let foreigner = finder.foreigner(named: name)
    if foreigner >= 0 {
      span.entry = foreigner
      span.name = nil
      span.how = .alias
    }
    return named(until: name.upperBound)
  }

  // MARK: - Offices

  /// «الموفد الشخصي للرئيس … فلان إلى لبنان علان», «مبعوث الرئيس … فلان»: whose man he is.
  mutating func principal(_ word: Word) -> Step? {
    let isOfAnother =
      word.lead == .to && office >= 0
      || isFirst && word.lead.isEmpty && !isDefinite
        && (finder.isEnvoy(office) || isOneWord && isAide)
      || word.lead.isEmpty && next == head.upperBound + 1
        && scan.has(.about, at: head.upperBound) && isAide
    guard isOfAnother, let inner = innerOffice(word) else { return nil }
    if number == .single,
      let whole = finder.ownName(of: inner, from: head.lowerBound, office, clitics)
    {
      return .told(whole)
    }
    servesAnother = isAide && !isDefinite
    if span.country < 0 { span.country = inner.country }
    return commit(to: inner.tokens.upperBound)
  }

  /// «رئيس الوزراء وزير الخارجية القطري فلان»: one man, if the table gives him both.
  mutating func secondOffice(_ word: Word) -> Step? {
    guard word.lead.isEmpty, office >= 0, isFirst, span.country < 0, body < 0,
      let inner = innerOffice(word), inner.kind == .person, inner.entry >= 0,
      scan.actors.roles.contains(where: { $0.person == inner.entry && $0.office == office })
    else { return nil }
    var whole = inner
    whole.tokens = head.lowerBound..<inner.tokens.upperBound
    whole.clitics = clitics
    return .told(whole)
  }

  private func innerOffice(_ word: Word) -> PartySpan? {
    guard let inner = word.senses.first(where: { $0.kind == .office }) else { return nil }
    return finder.officePhrase(
      from: next,
      end: word.end,
      office: inner.entry,
      number: inner.number,
      clitics: word.lead
    )
  }

  /// A title, or a further office of the same man.
  mutating func title(_ word: Word) -> Step? {
    guard word.lead.isEmpty,
      let nested = word.senses.first(where: { $0.kind == .office || $0.kind == .title })
    else { return nil }
    // «وزير الخارجية التركي الرئيس السوري»: the second is another man.
    let isSame =
      nested.kind == .title || finder.isPersonalTitle(nested.entry)
      || finder.isAmbassador(nested.entry) && finder.isEnvoy(office) && committed > head.upperBound
      || span.country < 0 && body < 0 && office < 0
    guard isSame else { return .ends }
    // «المتحدث باسم الرئيس التركي فلان»
    if nested.kind == .office, isAide { principals.append(nested.entry) }
    next = word.end
    return .goesOn
  }

  // MARK: - Other words

  mutating func particle() -> Step? {
    let classes = scan.words[next].classes
    if scan.isVerb(at: next) { return .ends }
    if let station = station(classes) { return station }
    let behind = next + 1 < scan.tokens.count ? scan.senses(at: next + 1) : ActorSenses()
    let goesOut =
      classes.contains(.to) && finder.isEnvoy(office) && !isGoal()
      && behind.contains { [.country, .city, .place, .organisation].contains($0.kind) }
    // «وصل مبعوث الرئيس إلى سوريا»: where he went, unless his name follows.
    let isStationed =
      servesAnother && classes.contains(.inside)
      && behind.contains { [.country, .city].contains($0.kind) }
    if goesOut || isStationed {
      next = Int(scan.actorEnds[next + 1])
      if !servesAnother { committed = next }
      return .goesOn
    }
    // «وزير الصناعة في مالي موسى ديالو»: where he is minister, if his name follows.
    if classes.contains(.inside), finder.isMinister(office), number == .single, span.country < 0,
      next + 1 < scan.tokens.count, scan.actorClitics[next + 1].isEmpty,
      let state = behind.first(where: { $0.kind == .country }),
      finder.nameRun(at: Int(scan.actorEnds[next + 1])) >= 2
    {
      span.country = state.entry
      return commit(to: Int(scan.actorEnds[next + 1]))
    }
    if isFirst, classes.contains(.about), isAide { return pass() }
    // «سفير … لدى», «وزير الدولة في وزارة الخارجية»: the body he serves.
    if scan.words[next].classClitics.isEmpty,
      classes.contains(.at)
        || classes.contains(.inside) && office >= 0
          && finder.isServed(next + 1)
    {
      return pass()
    }
    // «وزراء خارجية كل من تونس ومصر»
    if classes.contains(.each), number != .single, next + 1 < scan.tokens.count,
      scan.has(.from, at: next + 1)
    {
      return pass(2)
    }
    guard classes.contains(.pastTime) else { return nil }
    span.isFormer = true
    return commit(to: next + 1)
  }

  /// «سفير اليابان لدى ليبيا فلان», «وزير التجارة في مالي فلان»: where he serves, for his name follows.
  private mutating func station(_ classes: WordClass) -> Step? {
    let place = next + 1
    guard !classes.isDisjoint(with: [.inside, .at]), scan.words[next].classClitics.isEmpty,
      place < scan.tokens.count, scan.tokens[place].gap == .space, scan.dateAt[place] < 0,
      scan.actorClitics[place].isEmpty, number == .single,
      finder.isEnvoy(office) || span.country < 0 && body < 0,
      let state = scan.senses(at: place).first(where: { $0.kind == .country })
    else { return nil }
    let end = Int(scan.actorEnds[place])
    let name = end < scan.tokens.count && scan.tokens[end].mark == .comma ? end + 1 : end
    let home = finder.isEnvoy(office) ? span.country : state.entry
    guard finder.beginsOwnName(at: name, of: home) else { return nil }
    if !finder.isEnvoy(office) { span.country = state.entry }
    next = end
    return .goesOn
  }

  /// «وصل المبعوث الدولي إلى مسقط»: where he went, unless his name follows.
  private func isGoal() -> Bool {
    let before = head.lowerBound - 1
    guard before >= 0, scan.tokens[head.lowerBound].gap == .space, next + 1 < scan.tokens.count
    else { return false }
    return scan.triggerForms(at: before).contains { $0.frame == .go }
      && !finder.beginsName(at: Int(scan.actorEnds[next + 1]), min: 2)
  }

  /// A common word or an adjective, which counts only if a name follows.
  mutating func passedOver() -> Step {
    // «القائد العام اجتماعا», «وزير الخارجية الألماني زيارته»: the object of the verb before him.
    if scan.triggerForms(at: next).contains(where: {
      $0.tense == .noun && [.event, .journey].contains($0.frame)
    }) {
      return .ends
    }
    guard scan.isCommon(at: next) || finder.isNisba(next, like: head.lowerBound),
      finder.passesOver(next, from: head.upperBound, office: office)
    else { return .ends }
    // «أكدت الوزيرة دعم جهود …»: behind a definite office stands no bare noun of its own.
    if isFirst, isOneWord, isDefinite, !finder.startsWithArticle(next, []),
      scan.words[next].classClitics.isEmpty,
      scan.triggerPayloads[next] >= 0, scan.triggerClitics[next].isEmpty
    {
      return .ends
    }
    // «نظيره الإيطالي العلاقات …»: behind his state nothing of his is passed over.
    if committed == head.upperBound { hasPassed = true }
    return pass()
  }
}
