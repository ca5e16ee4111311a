import ArabicText
import Lexicons
import NewsModel

extension ActorFinder {
  /// A body with its state: «القوات الأميركية», «الحكومتين الأميركية والعراقية», «وفد حكومي أميركي».
  func institution(at index: Int) -> PartySpan? {
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
        // «وزارتي المالية والخارجية»: a ministry, and not Mali's.
        if sense.kind == .adjective, scan.has(.ministry, at: next), next == index + 1,
          !scan.has(.forces, at: index)
        {
          break
        }
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
        // «العدوان الأميركي - البريطاني»
        if sense.kind == .adjective, next + 1 < scan.tokens.count,
          scan.tokens[next].mark == .dash, scan.tokens[next + 1].gap < .line,
          scan.actorClitics[next + 1].isEmpty,
          let other = scan.senses(at: next + 1).first(where: { $0.kind == .adjective }),
          other.definite == sense.definite, other.entry != sense.entry
        {
          span.moreCountries.append(other.entry)
          next = Int(scan.actorEnds[next + 1])
          span.tokens = index..<next
        }
        continue
      }
      if span.country >= 0 { break }
      // «إدارة الرئيس بايدن», «حكومة نتنياهو»: the government of his state.
      if next == index + 1, scan.has(.cabinet, at: index), lead.isEmpty,
        senses.contains(where: { [.person, .surname, .office, .title].contains($0.kind) }),
        let leader = self.span(at: next), leader.kind == .person, leader.country >= 0
      {
        span.country = leader.country
        span.tokens = index..<leader.tokens.upperBound
        break
      }
      if let sense = senses.first(where: { $0.kind == .organisation }), lead.isEmpty || lead == .to
      {
        // «قوات الجيش السوري», «جهود الحكومة العراقية» are their state's.
        var inner = PartySpan(tokens: next..<Int(scan.actorEnds[next]), kind: .organisation)
        inner.entry = sense.entry
        inner.country = scan.actors.entries[Int(sense.entry)].country
        inner = organisation(inner)
        span.entry = inner.entry
        span.kind = inner.kind
        span.country = inner.country
        span.tokens = index..<inner.tokens.upperBound
        break
      }
      let classes = scan.words[next].classes
      if classes.contains(.from), next == index + 1 {
        next += 1
        passed += 1
        continue
      }
      guard scan.isCommon(at: next), !scan.isVerb(at: next),
        classes.isDisjoint(with: [
          .with, .between, .to, .from, .inside, .on, .at, .during, .after, .before, .that,
          .relative, .topic, .source, .be, .subordinate, .about,
        ]), !startsWithAnd(next)
      else { break }
      // «استهدف الطيران تجمعات للحوثيين»: an indefinite noun describes nothing definite.
      if lead.isEmpty, startsWithArticle(index, span.clitics), !startsWithArticle(next, []),
        !scan.has([.institution, .body], at: next)
      {
        break
      }
      next += 1
      passed += 1
    }
    if span.country < 0, span.kind != .organisation {
      return bodyOfBloc(at: index) ?? body(at: index)
    }
    // «مجموعة من الشباب الصينيين»: people of a state, who do not act for it.
    if span.kind == .institution, scan.has(.from, at: index + 1), span.tokens.count > 3,
      scan.triggerPayloads[index + 2] < 0, scan.actorPayloads[index + 2] < 0,
      !scan.has([.institution, .people, .lead, .faction, .forces, .envoy], at: index + 2)
    {
      span.kind = .organisation
      span.entry = -1
      span.country = -1
      span.moreCountries = []
      span.name = span.tokens
      span.how = .unlinked
      return span
    }
    if scan.has(.capital, at: index) {
      guard let city = scan.actors.capitals[span.country], span.kind == .institution else {
        return nil
      }
      span.kind = .city
      span.entry = city
      // «العاصمة الفرنسية باريس»
      let end = span.tokens.upperBound
      if end < scan.tokens.count,
        scan.senses(at: end).contains(where: { $0.kind == .city && $0.entry == city })
      {
        span.tokens = index..<Int(scan.actorEnds[end])
      }
      return span
    }
    if scan.has(.faction, at: index), span.kind == .institution, span.moreCountries.isEmpty {
      return faction(span)
    }
    if span.kind == .institution { span.entry = span.country }
    return span
  }

  /// «الوفد الأوروبي», «الجانب العربي»: a body of several states acts for their league.
  private func bodyOfBloc(at index: Int) -> PartySpan? {
    let next = index + 1
    guard next < scan.tokens.count, scan.tokens[next].gap == .space, scan.dateAt[next] < 0,
      scan.actorClitics[next].isEmpty, !scan.has([.faction, .capital, .forces], at: index),
      scan.has(.body, at: index) || startsWithArticle(index, scan.words[index].classClitics),
      let bloc = scan.senses(at: next).first(where: { $0.kind == .bloc })
    else { return nil }
    var span = PartySpan(tokens: index..<Int(scan.actorEnds[next]), kind: .organisation)
    span.entry = bloc.entry
    span.clitics = scan.words[index].classClitics
    return span
  }

  /// Those who are of a state and do not act for it, with what they are called: «المعارضة السورية»,
  /// «الميليشيات العراقية الموالية لإيران».
  private func faction(_ body: PartySpan) -> PartySpan? {
    // «المحتجون الحكومة …», «مستوطنين باحتلال منازل …»: what stands between is another matter.
    let inner = body.tokens.dropFirst().dropLast()
    guard inner.count <= 1,
      inner.allSatisfy({
        scan.words[$0].classClitics.isEmpty && !scan.has([.institution, .body], at: $0)
          && scan.text.letters(of: scan.tokens[$0]).first != LetterCode.beh
      })
    else { return nil }
    // «متظاهرون | القنصلية الإيرانية»: behind ن stands no genitive, and no definite adjective.
    let head = body.tokens.lowerBound
    if let first = inner.first, !startsWithArticle(head, body.clitics),
      startsWithArticle(first, []),
      scan.text.letters(of: scan.tokens[head]).last == LetterCode.noon
    {
      return nil
    }
    var next = body.tokens.upperBound
    while next < scan.tokens.count, next - body.tokens.upperBound < 4,
      scan.tokens[next].kind == .word, scan.tokens[next].gap == .space, scan.dateAt[next] < 0,
      !scan.isVerb(at: next), scan.words[next].classes.isDisjoint(with: [.relative, .subordinate])
    {
      // «الموالية لإيران»
      if scan.actorClitics[next] == .to,
        scan.senses(at: next).contains(where: { $0.kind == .country })
      {
        next = Int(scan.actorEnds[next])
        break
      }
      guard startsWithArticle(body.tokens.lowerBound, body.clitics), startsWithArticle(next, []),
        scan.actorPayloads[next] < 0
      else { break }
      next += 1
    }
    var span = body
    span.kind = .organisation
    span.entry = -1
    span.tokens = body.tokens.lowerBound..<next
    span.name = span.tokens
    span.how = .unlinked
    return span
  }

  /// «اللجنة العسكرية المشتركة»: one more adjective behind the first.
  private func isFeminineParticiple(_ index: Int) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[index])
    return letters.count >= 6 && letters.last == LetterCode.heh && scan.triggerPayloads[index] < 0
      && letters.starts(with: [LetterCode.alef, LetterCode.lam, LetterCode.meem])
  }

  /// A body that no table lists: «مجلس الدفاع», «رؤساء الأركان العرب».
  func body(at index: Int) -> PartySpan? {
    guard scan.has(.body, at: index) else { return nil }
    var next = index + 1
    // «وفد من المؤتمر الوطني»
    if scan.has(.from, at: next) { next += 1 }
    let first = next
    // «مجلس وزراء الخارجية العرب»
    while scan.has(.body, at: next), scan.tokens[next].gap == .space { next += 1 }
    while next < scan.tokens.count, next - first <= 3 {
      let token = scan.tokens[next]
      guard token.kind == .word, token.gap == .space, scan.dateAt[next] < 0,
        scan.actorPayloads[next] < 0, startsWithArticle(next, []), !scan.isVerb(at: next)
      else { break }
      guard
        scan.words[next].classes.isDisjoint(with: [.relative, .subordinate, .pastTime, .planned])
      else { break }
      // «المجلس العسكري», but «الهيئة | الدعم»: after the article only an adjective belongs.
      let ending = scan.text.letters(of: token).suffix(2)
      if startsWithArticle(index, scan.words[index].classClitics), ending.last != LetterCode.yeh,
        !ending.elementsEqual([LetterCode.yeh, LetterCode.heh]),
        next == first || !isFeminineParticiple(next)
      {
        break
      }
      next += 1
    }
    guard next > first, startsWithArticle(next - 1, []) else { return nil }
    var span = PartySpan(tokens: index..<next, kind: .organisation)
    span.clitics = scan.words[index].classClitics
    span.name = index..<next
    span.how = .unlinked
    return span
  }
}
