import ArabicText
import Lexicons
import NewsModel

/// Finds the parties of an article, in its order: full names, offices with and without their
/// holders, states and their bodies, organisations, cities, and what points back to them.
struct ActorFinder {
  private let scan: ArticleScan
  private(set) var spans: [PartySpan] = []
  /// Last names met so far: hash of the name → index of the span that taught it.
  private var taught: [UInt64: Int] = [:]
  /// The last holder met of an office: office → index of the span.
  private var lastHolder: [Int32: Int] = [:]
  /// Countries that the article names anywhere.
  private var countries: Set<Int32> = []

  init(_ scan: ArticleScan) {
    self.scan = scan
    collectCountries()
    find()
  }

  private mutating func collectCountries() {
    for index in scan.tokens.indices where scan.actorPayloads[index] >= 0 {
      for sense in scan.senses(at: index) {
        switch sense.kind {
        case .country, .adjective: countries.insert(sense.entry)
        case .city: countries.insert(scan.actors.entries[Int(sense.entry)].country)
        default: break
        }
      }
    }
  }

  private mutating func find() {
    var index = 0
    while index < scan.tokens.count {
      if scan.tokens[index].kind == .word, !scan.isFurniture[index],
        let span = span(at: index), span.tokens.upperBound > index
      {
        remember(span)
        spans.append(span)
        index = span.tokens.upperBound
      } else {
        index += 1
      }
    }
  }

  private mutating func remember(_ span: PartySpan) {
    let number = spans.count
    if span.kind == .person {
      if span.entry >= 0 {
        let surname = scan.actors.surnames[Int(span.entry)]
        if surname != 0 { taught[surname] = number }
      } else if let last = span.name?.last {
        let token = scan.tokens[last]
        if token.letterCount >= 3 { taught[token.hash] = number }
      }
    }
    if span.office >= 0, span.kind == .person { lastHolder[span.office] = number }
  }

  private func span(at index: Int) -> PartySpan? {
    let word = scan.words[index]
    if scan.dateAt[index] >= 0 { return nil }
    var found: PartySpan?
    if scan.actorPayloads[index] >= 0 { found = gazetteerSpan(at: index) }
    if found == nil, word.classes.contains(.counterpart) { found = counterpart(at: index) }
    if found == nil, word.classes.contains(.pair) { found = institution(at: index) }
    if found == nil, !word.classes.isDisjoint(with: [.pair, .persons]) {
      found = PartySpan(tokens: index..<index + 1, kind: .pair, how: .pronoun)
      found?.clitics = word.classClitics
    }
    if found == nil, !word.classes.isDisjoint(with: [.institution, .body]) {
      found = institution(at: index)
    }
    if found == nil, let earlier = taughtName(at: index) { found = earlier }
    if found == nil, word.classes.contains(.lead) {
      found = officePhrase(
        from: index,
        end: index + 1,
        office: -1,
        number: .single,
        clitics: word.classClitics,
        needsName: true
      )
    }
    guard var span = found else { return nil }
    let before = span.tokens.lowerBound - 1
    if before >= 0, scan.tokens[span.tokens.lowerBound].gap < .line,
      scan.tokens[before].kind == .word
    {
      span.governor = scan.words[before].classes
    }
    return span
  }

  // MARK: - Gazetteer

  private func gazetteerSpan(at index: Int) -> PartySpan? {
    let senses = scan.senses(at: index)
    let end = Int(scan.actorEnds[index])
    let clitics = scan.actorClitics[index]
    // «فتح» and «الجمعية العامة» are common words more often than bodies.
    if scan.has(.stop, at: index), end - index <= 2, clitics.isEmpty { return nil }
    // «جامعة الملك فهد» is no king.
    if scan.has(.namesake, at: index - 1), scan.tokens[index].gap == .space { return nil }
    func simple(_ kind: PartySpan.Kind, _ sense: ActorSense) -> PartySpan {
      var span = PartySpan(tokens: index..<end, kind: kind, entry: sense.entry)
      span.country = scan.actors.entries[Int(sense.entry)].country
      span.clitics = clitics
      return span
    }
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
    if let sense = senses.first(where: { $0.kind == .country }) { return simple(.state, sense) }
    if let sense = senses.first(where: { $0.kind == .organisation }) {
      return organisation(simple(.organisation, sense))
    }
    if let span = surname(senses, index..<end, clitics) { return span }
    if let sense = senses.first(where: { $0.kind == .city }) { return simple(.city, sense) }
    if let sense = senses.first(where: { $0.kind == .place }) { return simple(.place, sense) }
    return nil
  }

  /// «القوات الأميركية» acts for its state.
  private func organisation(_ span: PartySpan) -> PartySpan {
    guard ["armed", "government"].contains(scan.actors.entries[Int(span.entry)].category),
      span.country >= 0, scan.has(.institution, at: span.tokens.lowerBound)
    else { return span }
    var forces = span
    forces.kind = .institution
    forces.entry = span.country
    return forces
  }

  /// A last name alone counts when it was taught here, or is nobody else's and no common word.
  private func surname(
    _ senses: [ActorSense],
    _ range: Range<Int>,
    _ clitics: Clitics,
    afterOffice: Bool = false
  ) -> PartySpan? {
    let named = senses.filter { $0.kind == .surname }
    guard !named.isEmpty else { return nil }
    if let earlier = taughtName(at: range.lowerBound) { return earlier }
    guard named.count == 1, let sense = named.first else { return nil }
    let country = scan.actors.entries[Int(sense.entry)].country
    let isCommon = range.count == 1 && scan.words[range.lowerBound].isCommon
    guard afterOffice || (!isCommon && (country < 0 || countries.contains(country))) else {
      return nil
    }
    var span = PartySpan(tokens: range, kind: .person, entry: sense.entry)
    span.country = country
    span.clitics = clitics
    span.how = .surname
    return span
  }

  /// A last name that this article taught, with or without proclitics.
  private func taughtName(at index: Int) -> PartySpan? {
    let word = scan.words[index]
    for reading in 0..<word.count {
      guard let number = taught[word.hash(reading)] else { continue }
      var span = spans[number]
      span.tokens = index..<index + 1
      span.clitics = word.clitics(reading)
      span.how = .surname
      if span.entry < 0, span.antecedent < 0 {
        span.antecedent = Int32(truncatingIfNeeded: number)
      }
      return span
    }
    return nil
  }

  // MARK: - Offices

  /// An office with what belongs to it: adjectives, country, body, titles and the name.
  ///
  /// «رئيس لجنة العلاقات الخارجية بمجلس الشيوخ الأميركي السيناتور الديمقراطي فلان الفلاني» is one
  /// party. What was passed over on the way to a name counts only if the name comes.
  private func officePhrase(
    from start: Int,
    end: Int,
    office: Int32,
    number: WordNumber,
    clitics: Clitics,
    needsName: Bool = false
  ) -> PartySpan? {
    var span = PartySpan(tokens: start..<end, kind: .office, office: office)
    span.clitics = clitics
    span.how = .office
    var next = end
    var committed = end
    var body: Int32 = -1
    var steps = 0
    var isNamed = false
    walk: while next < scan.tokens.count, steps < 14 {
      steps += 1
      let token = scan.tokens[next]
      guard token.gap < .line, !scan.isFurniture[next], scan.dateAt[next] < 0 else { break }
      if token.kind == .mark {
        switch token.mark {
        case .comma, .openQuote, .quote, .dash:
          guard next + 1 < scan.tokens.count, committed > end || next > end || office >= 0,
            beginsName(at: next + 1, min: token.mark == .comma ? 2 : 1)
          else { break walk }
          next += 1
          continue
        case .hash, .underscore:
          next += 1
          continue
        default: break walk
        }
      }
      guard token.kind == .word else { break }
      let senses = scan.senses(at: next)
      // «مستشار ترامب» is not Trump.
      if next == end, end - start == 1, office >= 0, !startsWithArticle(start, clitics),
        senses.contains(where: { $0.kind == .person || $0.kind == .surname })
      {
        return nil
      }
      let phraseEnd = Int(scan.actorEnds[next])
      let lead = scan.actorClitics[next]
      if let sense = senses.first(where: { $0.kind == .person }), lead.isEmpty {
        span.entry = sense.entry
        span.kind = .person
        span.how = .alias
        committed = phraseEnd
        isNamed = true
        break
      }
      if lead.isEmpty,
        let named = surname(senses, next..<max(next, phraseEnd), lead, afterOffice: true),
        nameRun(at: phraseEnd) == 0
      {
        span.entry = named.entry
        span.kind = .person
        span.name = named.name
        span.antecedent = named.antecedent
        span.how = .alias
        committed = phraseEnd
        isNamed = true
        break
      }
      if let sense = senses.first(where: { $0.kind == .adjective }) {
        if lead.isEmpty {
          if span.country < 0 {
            span.country = sense.entry
          } else if number != .single {
            span.moreCountries.append(sense.entry)
          } else if span.country != sense.entry {
            break
          }
        } else if lead == .and, number != .single, span.country >= 0 {
          span.moreCountries.append(sense.entry)
        } else {
          break
        }
        next = phraseEnd
        committed = next
        continue
      }
      if let nested = senses.first(where: { $0.kind == .office || $0.kind == .title }), lead.isEmpty
      {
        // «وزير الخارجية التركي الرئيس السوري»: the second is another man.
        let isSame =
          nested.kind == .title || isPersonalTitle(nested.entry)
          || span.country < 0 && body < 0 && office < 0
        if !isSame { break }
        next = phraseEnd
        continue
      }
      if let sense = senses.first(where: { $0.kind == .country }) {
        let known = span.country >= 0
        if lead.isEmpty, !known {
          span.country = sense.entry
        } else if lead == .and, number != .single, known {
          span.moreCountries.append(sense.entry)
        } else if lead != .to, !lead.isEmpty || scan.has([.inside, .to, .from], at: next - 1) {
          break
        } else if lead == .to, !known {
          span.country = sense.entry
        }
        next = phraseEnd
        committed = next
        continue
      }
      if let sense = senses.first(where: { $0.kind == .organisation }),
        lead.isDisjoint(with: [.and, .like])
      {
        if body < 0 { body = sense.entry }
        next = phraseEnd
        committed = next
        continue
      }
      if senses.contains(where: { $0.kind == .city || $0.kind == .place }),
        lead == .to || scan.has(.at, at: next - 1)
      {
        next = phraseEnd
        committed = next
        continue
      }
      let classes = scan.words[next].classes
      if scan.isVerb(at: next) { break }
      let goesOut =
        classes.contains(.to) && isEnvoy(office) && next + 1 < scan.tokens.count
        && scan.senses(at: next + 1).contains {
          [.country, .city, .place, .organisation].contains($0.kind)
        }
      if goesOut {
        next = Int(scan.actorEnds[next + 1])
        committed = next
        continue
      }
      if classes.contains(.at), scan.words[next].classClitics.isEmpty {
        next += 1
        continue
      }
      if classes.contains(.pastTime) {
        next += 1
        committed = next
        continue
      }
      let names = nameRun(at: next)
      if names > 0, office >= 0 || needsName {
        span.name = next..<next + names
        span.kind = .person
        span.how = .unlinked
        committed = next + names
        isNamed = true
        break
      }
      guard scan.words[next].isCommon, passesOver(next, from: end, office: office) else { break }
      next += 1
    }
    if needsName, !isNamed { return nil }
    span.tokens = start..<committed
    if span.country < 0, body >= 0 { span.country = scan.actors.entries[Int(body)].country }
    if span.kind == .person, span.entry >= 0, span.country < 0 {
      span.country = scan.actors.entries[Int(span.entry)].country
    }
    if !isNamed { resolveOffice(&span, body: body, number: number) }
    if span.kind == .office, committed == end {
      // «رئيس» alone is a common word; «رئيس الوزراء» and «الرئيس» point to someone.
      let isDefinite = startsWithArticle(start, clitics)
      if end - start == 1, isAdjective(start) { return nil }
      guard end - start > 1 || isDefinite, number == .single else { return nil }
    }
    if span.kind == .office, office < 0 { return nil }
    return span
  }

  private func isEnvoy(_ office: Int32) -> Bool {
    guard office >= 0 else { return false }
    return ["envoy", "un-envoy", "ambassador", "coordinator"].contains(
      scan.actors.offices[Int(office)]
    )
  }

  /// «الحزب الحاكم», «التيار المسؤول عن»: an adjective, not an office; and offices that name nobody.
  private func isAdjective(_ index: Int) -> Bool {
    if scan.has(.stop, at: index) { return true }
    guard index > 0, scan.tokens[index].gap == .space, scan.tokens[index - 1].kind == .word,
      !scan.isVerb(at: index - 1), scan.words[index - 1].isCommon
    else { return false }
    return startsWithArticle(index - 1, scan.words[index - 1].classClitics)
  }

  /// Senators and deputies carry their office as a title before the name.
  private func isPersonalTitle(_ office: Int32) -> Bool {
    guard office >= 0 else { return false }
    return ["senator", "mp", "judge", "cleric"].contains(scan.actors.offices[Int(office)])
  }

  /// Words that may stand between an office and its name: its adjectives and its department.
  private func passesOver(_ index: Int, from end: Int, office: Int32) -> Bool {
    let word = scan.words[index]
    let blocking: WordClass = [
      .not, .deny, .future, .planned, .condition, .that, .relative, .with, .between, .to, .from,
      .inside, .on, .during, .after, .before, .topic, .source, .be, .qad, .background, .subordinate,
      .verb, .adverb, .headed,
    ]
    if !word.classes.isDisjoint(with: blocking) { return false }
    if word.classClitics == .and || startsWithAnd(index) {
      return word.classes.contains(.ministry) && index - end < 4
    }
    return index - end < 8
  }

  private func startsWithAnd(_ index: Int) -> Bool {
    let word = scan.words[index]
    guard word.count > 1, word.clitics(1) == .and else { return false }
    return !scan.events.isCommon(word.hash(0))
  }

  private func startsWithArticle(_ index: Int, _ clitics: Clitics) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[index])
    var start = letters.startIndex
    if clitics.contains(.and) { start += 1 }
    if clitics.contains(.to) {
      return letters.endIndex - start > 2 && letters[start] == LetterCode.lam
        && letters[start + 1] == LetterCode.lam
    }
    if !clitics.isDisjoint(with: [.by, .like]) { start += 1 }
    return letters.endIndex - start > 2 && letters[start] == LetterCode.alef
      && letters[start + 1] == LetterCode.lam
  }

  /// An office without a name: who was met in it here, else who holds it by the table.
  private func resolveOffice(_ span: inout PartySpan, body: Int32, number: WordNumber) {
    guard number == .single, span.office >= 0 else { return }
    if scan.actors.offices[Int(span.office)] == "minister", let met = lastMinister(of: span.country)
    {
      let earlier = spans[met]
      span.entry = earlier.entry
      span.name = earlier.name
      span.country = earlier.country
      span.kind = .person
      return
    }
    let holder = body >= 0 && scan.actors.entries[Int(body)].country < 0 ? body : span.country
    if let met = lastHolder[span.office] {
      let earlier = spans[met]
      if holder < 0 || earlier.country == holder || earlier.country < 0 {
        span.entry = earlier.entry
        span.name = earlier.name
        span.country = earlier.country
        span.antecedent =
          earlier.antecedent >= 0 ? earlier.antecedent : Int32(truncatingIfNeeded: met)
        span.kind = .person
        return
      }
    }
    guard holder >= 0 else { return }
    let person = scan.actors.holder(of: span.office, in: holder, on: scan.article.date)
    if person >= 0 {
      span.entry = person
      span.kind = .person
    }
  }

  /// «الوزير التركي»: the minister met last, of that state if it is named.
  private func lastMinister(of country: Int32) -> Int? {
    spans.lastIndex {
      $0.kind == .person && $0.office >= 0 && (country < 0 || $0.country == country)
        && scan.actors.offices[Int($0.office)].hasSuffix("minister")
    }
  }

  /// «نظيره الأميركي فلان»: the same office in the next state.
  private func counterpart(at index: Int) -> PartySpan? {
    guard let last = spans.last(where: { $0.office >= 0 }),
      index - last.tokens.upperBound < 60
    else {
      return officePhrase(
        from: index,
        end: index + 1,
        office: -1,
        number: .single,
        clitics: scan.words[index].classClitics,
        needsName: true
      )
    }
    return officePhrase(
      from: index,
      end: index + 1,
      office: last.office,
      number: .single,
      clitics: scan.words[index].classClitics
    )
  }

  // MARK: - Bodies

  /// A body with its state: «القوات الأميركية», «الحكومتين الأميركية والعراقية», «وفد حكومي أميركي».
  private func institution(at index: Int) -> PartySpan? {
    var next = index + 1
    var span = PartySpan(tokens: index..<index + 1, kind: .institution)
    span.clitics = scan.words[index].classClitics
    var passed = 0
    while next < scan.tokens.count, passed < 5 {
      let token = scan.tokens[next]
      guard token.kind == .word, token.gap < .line, scan.dateAt[next] < 0 else { break }
      let senses = scan.senses(at: next)
      let lead = scan.actorClitics[next]
      if let sense = senses.first(where: { $0.kind == .adjective || $0.kind == .country }) {
        if span.country < 0 {
          guard lead.isEmpty || lead == .to && sense.kind == .country else { break }
          span.country = sense.entry
        } else if lead == .and, sense.kind == .adjective {
          span.moreCountries.append(sense.entry)
        } else {
          break
        }
        next = Int(scan.actorEnds[next])
        span.tokens = index..<next
        continue
      }
      if span.country >= 0 { break }
      if let sense = senses.first(where: { $0.kind == .organisation }), lead.isEmpty || lead == .to
      {
        span.entry = sense.entry
        span.kind = .organisation
        span.country = scan.actors.entries[Int(sense.entry)].country
        span.tokens = index..<Int(scan.actorEnds[next])
        break
      }
      let classes = scan.words[next].classes
      if classes.contains(.from), next == index + 1 {
        next += 1
        passed += 1
        continue
      }
      guard scan.words[next].isCommon, !scan.isVerb(at: next),
        classes.isDisjoint(with: [
          .with, .between, .to, .from, .inside, .on, .at, .during, .after, .before, .that,
          .relative, .topic, .source, .be, .subordinate,
        ]), !startsWithAnd(next)
      else { break }
      next += 1
      passed += 1
    }
    if span.country < 0, span.kind != .organisation { return body(at: index) }
    if scan.has(.capital, at: index) {
      guard let city = scan.actors.capitals[span.country], span.kind == .institution else {
        return nil
      }
      span.kind = .city
      span.entry = city
      return span
    }
    if span.kind == .institution { span.entry = span.country }
    return span
  }

  /// A body that no table lists: «مجلس الدفاع», «رؤساء الأركان العرب».
  private func body(at index: Int) -> PartySpan? {
    guard scan.has(.body, at: index) else { return nil }
    var next = index + 1
    // «وفد من المؤتمر الوطني»
    if scan.has(.from, at: next) { next += 1 }
    let first = next
    while next < scan.tokens.count, next - first <= 3 {
      let token = scan.tokens[next]
      guard token.kind == .word, token.gap == .space, scan.dateAt[next] < 0,
        scan.actorPayloads[next] < 0, startsWithArticle(next, []), !scan.isVerb(at: next)
      else { break }
      guard
        scan.words[next].classes.isDisjoint(with: [.relative, .subordinate, .pastTime, .planned])
      else { break }
      next += 1
    }
    guard next > first else { return nil }
    var span = PartySpan(tokens: index..<next, kind: .organisation)
    span.clitics = scan.words[index].classClitics
    span.name = index..<next
    span.how = .unlinked
    return span
  }

  // MARK: - Names that no table knows

  /// Whether a person's name begins at a token: known, or a run of at least so many unknown words.
  private func beginsName(at index: Int, min: Int) -> Bool {
    guard index < scan.tokens.count else { return false }
    var next = index
    if scan.tokens[next].mark == .hash { next += 1 }
    guard next < scan.tokens.count, scan.tokens[next].kind == .word else { return false }
    if scan.actorClitics[next].isEmpty,
      scan.senses(at: next).contains(where: {
        $0.kind == .person || $0.kind == .surname || $0.kind == .title
      })
    {
      return true
    }
    return nameRun(at: next) >= min
  }

  /// How many words from a token on make a personal name that no table knows.
  private func nameRun(at index: Int) -> Int {
    var next = index
    var names = 0
    while next < scan.tokens.count, names < 4, next - index < 6 {
      let token = scan.tokens[next]
      if token.mark == .underscore, names > 0 {
        next += 1
        continue
      }
      let isTag = next > 0 && scan.tokens[next - 1].mark == .underscore
      guard token.kind == .word, token.gap <= .space, scan.dateAt[next] < 0,
        token.gap != .glued || next == index || isTag, token.letterCount >= 2
      else { break }
      let letters = scan.text.letters(of: token)
      guard let first = letters.first, LetterCode.isArabic(first) else { break }
      let word = scan.words[next]
      // «والملحقيات», «وصهره»: و joins something else.
      if first == LetterCode.waw, letters.count >= 4,
        names > 0 || letters.dropFirst().starts(with: [LetterCode.alef, LetterCode.lam])
      {
        break
      }
      if !word.classes.isSubset(of: names > 0 ? [.joint, .ordinal] : .joint) { break }
      if scan.isVerb(at: next) { break }
      let senses = scan.senses(at: next)
      if senses.contains(where: { $0.kind != .surname && $0.kind != .person && $0.kind != .city }),
        names == 0 || scan.actorEnds[next] > 0
      {
        break
      }
      let hasArticle =
        letters.count > 3 && first == LetterCode.alef
        && letters[letters.startIndex + 1] == LetterCode.lam && isPlainAlef(token)
      if word.isCommon {
        // «عبد», «بن», «أبو» join names; «…ي» with the article is a last name after a first.
        guard
          isJoint(next) || word.classes.contains(.ordinal)
            || names > 0 && hasArticle && letters.last == LetterCode.yeh
            || names > 0 && !hasArticle && isUnknownName(at: next + 1)
        else { break }
        if isJoint(next) {
          next += 1
          continue
        }
      } else if hasArticle, names == 0 {
        break
      }
      names += 1
      next += 1
    }
    while next > index, isJoint(next - 1) { next -= 1 }
    return names == 0 ? 0 : next - index
  }

  /// ا of the article, not إ of a foreign name.
  private func isPlainAlef(_ token: Token) -> Bool {
    let start = Int(token.start)
    guard start + 1 < scan.text.bytes.count else { return false }
    return scan.text.bytes[start] == 0xD8 && scan.text.bytes[start + 1] == 0xA7
  }

  /// A word that can only be part of a name: «رجب طيب أردوغان» has a common word inside.
  private func isUnknownName(at index: Int) -> Bool {
    guard index < scan.tokens.count else { return false }
    let token = scan.tokens[index]
    let word = scan.words[index]
    return token.kind == .word && token.gap == .space && token.letterCount >= 4 && !word.isCommon
      && word.classes.isEmpty && !scan.isVerb(at: index) && scan.dateAt[index] < 0
      && scan.actorPayloads[index] < 0
  }

  /// عبد, بن, أبو, آل: parts of names that are none alone.
  private func isJoint(_ index: Int) -> Bool { scan.has(.joint, at: index) }
}
