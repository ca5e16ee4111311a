import ArabicText
import Lexicons
import NewsModel

extension ActorFinder {
  /// «الأمير فلان ولي العهد النائب الثاني … وزير الدفاع»: what he is, told after his name.
  ///
  /// Only offices that the table gives him, and what follows them: «التقى الوزير فلان رئيس …» names
  /// another man right behind the first.
  func absorbTitles(_ span: inout PartySpan) {
    guard span.kind == .person else { return }
    if span.entry >= 0, span.how == .alias {
      absorbLineage(&span)
      absorbKnownTitles(&span)
    }
    absorbStrangersTitles(&span)
    absorbAidesTitle(&span)
    absorbApposition(&span)
  }

  /// «وعبد القادر مساهل، وزير الشؤون المغاربية»: behind a comma, and without a name of its own, an office is his.
  private func absorbApposition(_ span: inout PartySpan) {
    let next = span.tokens.upperBound + 1
    guard next < scan.tokens.count, scan.tokens[next - 1].mark == .comma,
      scan.tokens[next].gap < .line, scan.actorClitics[next].isEmpty,
      scan.senses(at: next).contains(where: { $0.kind == .office && $0.number == .single }),
      let title = namedSpan(at: next), title.kind == .office, title.name == nil,
      span.country < 0 || title.country < 0 || span.country == title.country
    else { return }
    if span.country < 0 { span.country = title.country }
    if span.office < 0 { span.office = title.office }
    span.tokens = span.tokens.lowerBound..<title.tokens.upperBound
  }

  /// «أوضح أن فلانا، مساعد وزيرة الخارجية، سيزور»: behind a name that opens its clause stands what he is,
  /// and behind a known man an aide of one of his own state.
  private func absorbAidesTitle(_ span: inout PartySpan) {
    var next = span.tokens.upperBound
    if next < scan.tokens.count, scan.tokens[next].mark == .comma { next += 1 }
    let first = span.tokens.lowerBound
    let opens = span.governor.contains(.that) || scan.tokens[first].gap >= .line
    guard opens || span.entry >= 0 && span.country >= 0,
      next < scan.tokens.count, scan.tokens[next].gap < .line, isAide(next),
      scan.words[next].classClitics.isEmpty, let title = namedSpan(at: next),
      title.kind == .office,
      span.country == title.country || opens && (span.country < 0 || title.country < 0)
    else { return }
    span.tokens = first..<title.tokens.upperBound
  }

  private func absorbKnownTitles(_ span: inout PartySpan) {
    let isBareName = span.office < 0
    var isHis = false
    for _ in 0..<6 {
      var next = span.tokens.upperBound
      // «… ولي العهد النائب الثاني لرئيس مجلس الوزراء»: a deputy of an office after his own.
      if isHis {
        while next < scan.tokens.count, scan.tokens[next].gap == .space,
          scan.has([.lead, .ordinal], at: next), scan.words[next].classClitics.isEmpty,
          !scan.isVerb(at: next)
        {
          next += 1
        }
        if next > span.tokens.upperBound, next < scan.tokens.count,
          scan.actorClitics[next] == .to || scan.actorClitics[next].isEmpty,
          scan.senses(at: next).contains(where: { $0.kind == .office }),
          let above = self.span(at: next), above.name == nil, above.kind != .person
        {
          span.tokens = span.tokens.lowerBound..<above.tokens.upperBound
          continue
        }
        next = span.tokens.upperBound
      }
      if next < scan.tokens.count, [.comma, .dash].contains(scan.tokens[next].mark) { next += 1 }
      // «ولي العهد نائب رئيس مجلس الوزراء وزير الداخلية»: one office right behind the other.
      if isHis, next < scan.tokens.count, scan.tokens[next].gap == .space,
        scan.actorClitics[next].isEmpty, Int(scan.actorEnds[next]) - next > 1,
        scan.senses(at: next).contains(where: { $0.kind == .office && $0.number == .single }),
        self.span(at: next) == nil
      {
        span.tokens = span.tokens.lowerBound..<Int(scan.actorEnds[next])
        continue
      }
      guard next < scan.tokens.count, scan.tokens[next].kind == .word,
        scan.tokens[next].gap < .line,
        scan.actorClitics[next].isEmpty || scan.actorClitics[next] == .and,
        scan.senses(at: next).contains(where: { $0.kind == .office }),
        let title = self.span(at: next), title.office >= 0,
        title.name == nil || title.kind == .office
      else { return }
      // «كيري وزير الخارجية الأميركي»: a bare name and the office of his own state.
      let isCompatriot =
        isBareName && title.country >= 0 && title.country == span.country
        && title.kind != .state
      let known =
        isCompatriot
        || scan.actors.roles.contains { $0.person == span.entry && $0.office == title.office }
      if title.kind == .person, title.entry != span.entry, title.how == .alias { return }
      // «استقبل الرئيس المصري فلان الرئيس السوداني»: the same office of another state.
      if title.country >= 0, span.country >= 0, title.country != span.country { return }
      guard known || isHis && title.kind == .office && title.clitics.isEmpty else { return }
      isHis = true
      // «سامح شكري، وزير الخارجية المصري، نظيره»: the one whose equal comes next.
      if span.office < 0, known { span.office = title.office }
      span.tokens = span.tokens.lowerBound..<title.tokens.upperBound
    }
  }

  /// «اتصالاً من فلان الفلاني نائب رئيس الوزراء وزير الداخلية»: behind a preposition nobody else can
  /// stand beside a name, so the offices are his.
  private func absorbStrangersTitles(_ span: inout PartySpan) {
    guard
      span.how == .unlinked && span.name != nil
        || [.alias, .surname].contains(span.how) && span.entry >= 0,
      !span.governor.isDisjoint(with: [.with, .from]) || !span.clitics.isDisjoint(with: [.by, .to])
    else { return }
    for _ in 0..<3 {
      var next = span.tokens.upperBound
      if next < scan.tokens.count, scan.tokens[next].mark == .comma { next += 1 }
      guard next < scan.tokens.count, scan.tokens[next].kind == .word,
        scan.tokens[next].gap < .line, scan.actorClitics[next].isEmpty,
        let office = scan.senses(at: next).first(where: { $0.kind == .office }),
        office.number == .single
      else { return }
      let end = Int(scan.actorEnds[next])
      if let title = self.span(at: next), title.office >= 0 {
        guard title.name == nil, title.kind == .office || title.how == .office,
          span.country < 0 || title.country < 0 || span.country == title.country
        else { return }
        if span.country < 0 { span.country = title.country }
        span.tokens = span.tokens.lowerBound..<title.tokens.upperBound
      } else {
        guard end - next > 1 else { return }
        span.tokens = span.tokens.lowerBound..<end
      }
    }
  }

  /// «سمو ولي ولي العهد»: the heir's heir is not the heir.
  func deputyHeir(at index: Int, _ end: Int, _ senses: ActorSenses) -> PartySpan? {
    let before = index - 1
    guard before >= 0, end - index > 1, scan.tokens[index].gap == .space,
      scan.words[before].hash(0) == scan.words[index].hash(0)
        || scan.words[before].count > 1 && scan.words[before].hash(1) == scan.words[index].hash(0),
      senses.contains(where: { $0.kind == .office }),
      !spans.contains(where: { $0.tokens.contains(before) })
    else { return nil }
    var span = PartySpan(tokens: before..<end, kind: .office)
    span.name = span.tokens
    span.how = .unlinked
    return span
  }

  /// «عبد الله بن عبد العزيز الربيعة»: a house behind the father makes it another man's name.
  func longerLineage(at index: Int, _ end: Int, _ senses: ActorSenses) -> PartySpan? {
    guard end - index >= 3, end < scan.tokens.count,
      scan.has(.joint, at: end - 2) || scan.has(.joint, at: end - 3),
      senses.contains(where: { $0.kind == .person }), scan.tokens[end].kind == .word,
      scan.tokens[end].gap == .space, scan.tokens[end].letterCount >= 5, scan.dateAt[end] < 0,
      startsWithArticle(end, []), !scan.isCommon(at: end), scan.words[end].classes.isEmpty,
      scan.senses(at: end).isEmpty, scan.triggerPayloads[end] < 0, !scan.isVerb(at: end)
    else { return nil }
    var span = PartySpan(tokens: index..<end + 1, kind: .person)
    span.name = span.tokens
    span.clitics = scan.actorClitics[index]
    span.how = .unlinked
    return span
  }

  /// «الملك سلمان بن عبد العزيز آل سعود»: the fathers and the house belong to the name.
  private func absorbLineage(_ span: inout PartySpan) {
    var next = span.tokens.upperBound
    while next + 1 < scan.tokens.count, scan.has(.joint, at: next), scan.tokens[next].gap == .space,
      scan.words[next].classClitics.isEmpty, scan.tokens[next + 1].kind == .word,
      scan.tokens[next + 1].gap == .space, scan.dateAt[next + 1] < 0
    {
      next += scan.has(.joint, at: next + 1) && next + 2 < scan.tokens.count ? 3 : 2
      span.tokens = span.tokens.lowerBound..<next
    }
  }
}
