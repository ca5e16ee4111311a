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
    var span = PartySpan(tokens: start..<end, kind: .office, office: office)
    span.clitics = clitics
    span.how = .office
    var next = end
    var committed = end
    var body: Int32 = -1
    var steps = 0
    var isNamed = false
    var hasPassed = false
    var principals = principalOffices(from: start, end: end, clitics: clitics)
    var servesAnother = false
    walk: while next < scan.tokens.count, steps < 14 {
      steps += 1
      let token = scan.tokens[next]
      guard token.gap < .wide, !scan.isFurniture[next], scan.dateAt[next] < 0 else { break }
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
      if next == end, end - start == 1, !startsWithArticle(start, clitics),
        senses.contains(where: { $0.kind == .person || $0.kind == .surname }),
        scan.actorClitics[next].isEmpty
      {
        if isAide(start) {
          if let man = senses.first(where: { $0.kind == .person || $0.kind == .surname }) {
            span.country = scan.actors.entries[Int(man.entry)].country
          }
          next = Int(scan.actorEnds[next])
          (committed, servesAnother) = (next, true)
          continue
        }
        if office >= 0 { return nil }
      }
      // «الرئيس محمود محمود عباس»: a slip of the pen.
      if next + 1 < scan.tokens.count, scan.tokens[next].hash == scan.tokens[next + 1].hash,
        scan.senses(at: next + 1).contains(where: { $0.kind == .person })
      {
        next += 1
        continue
      }
      let phraseEnd = Int(scan.actorEnds[next])
      let lead = scan.actorClitics[next]
      if let sense = senses.first(where: { $0.kind == .person }), lead.isEmpty {
        if serves(sense.entry, in: principals, not: office) {
          (next, committed, principals, servesAnother) = (phraseEnd, phraseEnd, [], true)
          continue
        }
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
        if serves(named.entry, in: principals, not: office) {
          (next, committed, principals, servesAnother) = (phraseEnd, phraseEnd, [], true)
          continue
        }
        span.entry = named.entry
        span.kind = .person
        span.name = named.name
        span.antecedent = named.antecedent
        span.how = .alias
        committed = phraseEnd
        isNamed = true
        break
      }
      // «المندوب الدائم للسعودية»: the state, though its adjective is spelt alike.
      let isOfState = lead == .to && senses.contains { $0.kind == .country }
      if let sense = senses.first(where: { $0.kind == .adjective }), !isOfState {
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
      // «الموفد الشخصي للرئيس … فلان إلى لبنان علان», «مبعوث الرئيس … فلان»: whose man he is.
      let isOfAnother =
        lead == .to && office >= 0
        || next == end && lead.isEmpty && !startsWithArticle(start, clitics)
          && (isEnvoy(office) || end - start == 1 && isAide(start))
        || lead.isEmpty && next == end + 1 && scan.has(.about, at: end) && isAide(start)
      if isOfAnother, let principal = senses.first(where: { $0.kind == .office }),
        let inner = officePhrase(
          from: next,
          end: phraseEnd,
          office: principal.entry,
          number: principal.number,
          clitics: lead
        )
      {
        if number == .single, let whole = ownName(of: inner, from: start, office, clitics) {
          return whole
        }
        next = inner.tokens.upperBound
        committed = next
        servesAnother = isAide(start) && !startsWithArticle(start, clitics)
        if span.country < 0 { span.country = inner.country }
        continue
      }
      // «رئيس الوزراء وزير الخارجية القطري فلان»: one man, if the table gives him both.
      if let second = senses.first(where: { $0.kind == .office }), lead.isEmpty, office >= 0,
        next == end, span.country < 0, body < 0,
        let inner = officePhrase(
          from: next,
          end: phraseEnd,
          office: second.entry,
          number: second.number,
          clitics: lead
        ), inner.kind == .person, inner.entry >= 0,
        scan.actors.roles.contains(where: { $0.person == inner.entry && $0.office == office })
      {
        var whole = inner
        whole.tokens = start..<inner.tokens.upperBound
        whole.clitics = clitics
        return whole
      }
      if let nested = senses.first(where: { $0.kind == .office || $0.kind == .title }), lead.isEmpty
      {
        // «وزير الخارجية التركي الرئيس السوري»: the second is another man.
        let isSame =
          nested.kind == .title || isPersonalTitle(nested.entry)
          || isAmbassador(nested.entry) && isEnvoy(office) && committed > end
          || span.country < 0 && body < 0 && office < 0
        if !isSame { break }
        // «المتحدث باسم الرئيس التركي فلان»
        if nested.kind == .office, isAide(start) { principals.append(nested.entry) }
        next = phraseEnd
        continue
      }
      if let sense = senses.first(where: { $0.kind == .country }) {
        let known = span.country >= 0
        if lead.isEmpty, !known {
          span.country = sense.entry
        } else if lead == .and, number != .single, known {
          span.moreCountries.append(sense.entry)
        } else if lead != .to,
          !lead.isEmpty || scan.has([.inside, .to, .from], at: next - 1)
            // «زار وزير الخارجية الإيراني العراق»: where he went.
            || committed > end && isAdjectiveOfState(committed - 1)
        {
          break
        } else if lead == .to, !known {
          span.country = sense.entry
        }
        next = phraseEnd
        committed = next
        continue
      }
      // «سلطان عمان»: the office tells the state, though a city is spelt alike.
      if next == end, lead.isEmpty, span.country < 0, let only = onlyState(of: office),
        senses.contains(where: { $0.kind == .city })
      {
        span.country = only
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
          // «رئيس برلمان طرابلس»
          || lead.isEmpty && next == end && end - start > 1 && !startsWithArticle(end - 1, [])
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
      // «وصل مبعوث الرئيس إلى سوريا»: where he went, unless his name follows.
      let isStationed =
        servesAnother && classes.contains(.inside) && next + 1 < scan.tokens.count
        && scan.senses(at: next + 1).contains { [.country, .city].contains($0.kind) }
      if goesOut || isStationed {
        next = Int(scan.actorEnds[next + 1])
        if !servesAnother { committed = next }
        continue
      }
      if next == end, classes.contains(.about), isAide(start) {
        next += 1
        continue
      }
      // «سفير … لدى», «وزير الدولة في وزارة الخارجية»: the body he serves.
      if scan.words[next].classClitics.isEmpty,
        classes.contains(.at) || classes.contains(.inside) && office >= 0 && isServed(next + 1)
      {
        next += 1
        continue
      }
      // «وزراء خارجية كل من تونس ومصر»
      if classes.contains(.each), number != .single, next + 1 < scan.tokens.count,
        scan.has(.from, at: next + 1)
      {
        next += 2
        continue
      }
      if classes.contains(.pastTime) {
        span.isFormer = true
        next += 1
        committed = next
        continue
      }
      let names = nameRun(at: next)
      if names > 1 || names == 1 && takesOneName(office, from: start), office >= 0 || needsName,
        number == .single
      {
        // «محافظ دومة الجندل الدكتور فلان»: what he heads, for his name follows.
        if next == end, end - start == 1, !startsWithArticle(start, clitics),
          isTitledName(at: next + names)
        {
          next += names
          continue
        }
        span.name = next..<next + names
        span.kind = .person
        span.how = .unlinked
        let foreigner = foreigner(named: next..<next + names)
        if foreigner >= 0 {
          span.entry = foreigner
          span.name = nil
          span.how = .alias
        }
        committed = next + names
        isNamed = true
        break
      }
      // «القائد العام اجتماعا»: the object of the verb before him.
      if scan.triggerForms(at: next).contains(where: { $0.frame == .event }) { break }
      guard scan.isCommon(at: next) || isNisba(next, like: start),
        passesOver(next, from: end, office: office)
      else { break }
      // «أكدت الوزيرة دعم جهود …»: behind a definite office stands no bare noun of its own.
      if next == end, end - start == 1, startsWithArticle(start, clitics),
        !startsWithArticle(next, []), scan.words[next].classClitics.isEmpty,
        scan.triggerPayloads[next] >= 0, scan.triggerClitics[next].isEmpty
      {
        break
      }
      hasPassed = true
      next += 1
    }
    // Whose man he is was told, and not his name: in the text's own words.
    if !isNamed, servesAnother || isUntoldAide(start..<end, office, committed: committed, clitics) {
      span.tokens = start..<committed
      span.how = .unlinked
      if servesAnother { span.name = span.tokens }
      // «مستشار الأمن القومي للرئيس»: the one who holds it in the principal's state.
      if office >= 0 {
        resolveOffice(&span, body: body, number: number)
        if span.kind == .person { span.how = .office }
      }
      return span
    }
    if needsName, !isNamed { return nil }
    // «نائب وزير الصحة»: of which ministry.
    if !isNamed, committed == end, end - start > 1, !startsWithArticle(end - 1, []),
      scan.has(.ministry, at: end), scan.tokens[end].gap == .space, startsWithArticle(end, [])
    {
      committed = end + 1
    }
    // «رئيس تحرير صحيفة» is no head of state.
    if hasPassed, end - start == 1, !startsWithArticle(start, clitics) { span.office = -1 }
    span.tokens = start..<committed
    if span.country < 0, body >= 0 { span.country = scan.actors.entries[Int(body)].country }
    if span.kind == .person, span.entry >= 0, span.country < 0 {
      span.country = scan.actors.entries[Int(span.entry)].country
    }
    // «وزيرة خارجيته»: whose, no table says.
    let isConstruct =
      !isNamed && end - start == 1 && committed == end && !startsWithArticle(start, clitics)
      && end < scan.tokens.count && scan.tokens[end].kind == .word && scan.tokens[end].gap == .space
    if isConstruct { return nil }
    if !isNamed { resolveOffice(&span, body: body, number: number) }
    if span.kind == .office, committed == end {
      // «رئيس» alone is a common word; «رئيس الوزراء» and «الرئيس» point to someone.
      let isDefinite = startsWithArticle(start, clitics)
      if end - start == 1, isAdjective(start) { return nil }
      guard body >= 0 || standsAlone(office) else { return nil }
      guard end - start > 1 || isDefinite, number == .single else { return nil }
    }
    if span.kind == .office, office < 0 { return nil }
    return span
  }
}
