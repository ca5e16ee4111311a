import ArabicText
import Lexicons
import NewsModel

extension ActorFinder {
  /// Kings, princes and popes go by one name.
  func takesOneName(_ office: Int32, from start: Int) -> Bool {
    guard office >= 0 else {
      return scan.senses(at: start).contains { $0.kind == .title } && startsWithArticle(start, [])
    }
    return ["king", "custodian", "queen", "emir", "sultan", "pope", "crown-prince", "emperor"]
      .contains(
        scan.actors.offices[Int(office)]
      )
  }

  /// «الوزير» points to someone, «المدير» to anyone.
  func standsAlone(_ office: Int32) -> Bool {
    guard office >= 0 else { return false }
    let id = scan.actors.offices[Int(office)]
    return id.hasSuffix("minister")
      || [
        "head-of-state", "head-of-government", "king", "custodian", "queen", "emir", "sultan",
        "crown-prince",
        "secretary-general", "speaker", "vice-president", "ambassador", "supreme-leader", "pope",
        "transitional-head", "un-envoy", "envoy",
      ].contains(id)
  }

  func isEnvoy(_ office: Int32) -> Bool {
    guard office >= 0 else { return false }
    return ["envoy", "un-envoy", "ambassador", "coordinator"].contains(
      scan.actors.offices[Int(office)]
    )
  }

  /// «الحزب الحاكم», «التيار المسؤول عن»: an adjective, not an office; and offices that name nobody.
  func isAdjective(_ index: Int) -> Bool {
    if scan.has(.stop, at: index) { return true }
    guard index > 0, scan.tokens[index].gap == .space, scan.tokens[index - 1].kind == .word,
      !scan.isVerb(at: index - 1), scan.isCommon(at: index - 1)
    else { return false }
    return startsWithArticle(index - 1, scan.words[index - 1].classClitics)
  }

  /// «وفد برلماني تركي»: an adjective of belonging, with the article where its noun has it; no list has them
  /// all.
  func isNisba(_ index: Int, like noun: Int) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[index])
    return letters.count >= 5 && scan.actorPayloads[index] < 0
      && startsWithArticle(index, []) == startsWithArticle(noun, scan.words[noun].classClitics)
      && (scan.endsAsNisba(index)
        || letters.suffix(2).elementsEqual([LetterCode.yeh, LetterCode.alef]))
  }

  /// «مسؤول إسرائيلي», «المسؤول المكلف بتسيير الوزارة، فلان»: a word that is an adjective more often is an
  /// office where his state or his name follows.
  func official(at index: Int, _ end: Int, _ senses: ActorSenses) -> PartySpan? {
    guard let office = senses.first(where: { $0.kind == .office }) else { return nil }
    let span = officePhrase(
      from: index,
      end: end,
      office: office.entry,
      number: office.number,
      clitics: scan.actorClitics[index]
    )
    guard let span, span.kind == .person || span.country >= 0, span.tokens.upperBound > end else {
      return nil
    }
    return span
  }

  func isAdjectiveOfState(_ index: Int) -> Bool {
    scan.senses(at: index).contains { $0.kind == .adjective }
  }

  /// Whether a ministry or a body of the gazetteer stands at a token.
  func isServed(_ index: Int) -> Bool {
    guard index < scan.tokens.count, scan.tokens[index].gap < .line,
      scan.actorClitics[index].isEmpty
    else { return false }
    return scan.has(.institution, at: index)
      || scan.senses(at: index).contains { $0.kind == .organisation }
  }

  /// Senators and deputies carry their office as a title before the name.
  func isPersonalTitle(_ office: Int32) -> Bool {
    guard office >= 0 else { return false }
    return ["senator", "mp", "judge", "cleric"].contains(scan.actors.offices[Int(office)])
  }

  func isAmbassador(_ office: Int32) -> Bool {
    office >= 0 && scan.actors.offices[Int(office)] == "ambassador"
  }

  /// The state of a crowned or supreme office that no other state of the table has.
  func onlyState(of office: Int32) -> Int32? {
    guard office >= 0,
      ["sultan", "supreme-leader", "custodian"].contains(scan.actors.offices[Int(office)])
    else { return nil }
    let holders = Set(scan.actors.roles.lazy.filter { $0.office == office }.map(\.holder))
    return holders.count == 1 ? holders.first : nil
  }

  /// Words that may stand between an office and its name: its adjectives and its department.
  func passesOver(_ index: Int, from end: Int, office: Int32) -> Bool {
    let word = scan.words[index]
    let blocking: WordClass = [
      .not, .deny, .future, .planned, .condition, .that, .relative, .with, .between, .to, .from,
      .inside, .on, .during, .after, .before, .topic, .source, .be, .qad, .background, .subordinate,
      .verb, .adverb, .headed,
    ]
    if !word.classes.isDisjoint(with: blocking) { return false }
    // «رئيسا للأركان خلفا للجنرال فلان»: whom he follows is another.
    if scan.events.cues.cues(of: word.hash(0)).contains(.successor) { return false }
    if word.classClitics == .and || startsWithAnd(index) {
      return word.classes.contains(.ministry) && index - end < 4
    }
    return index - end < 8
  }

  func startsWithAnd(_ index: Int) -> Bool {
    let word = scan.words[index]
    guard word.count > 1, word.clitics(1) == .and else { return false }
    // «وأطلع»: a word of its own behind و, though written together it is a common word as well.
    return !scan.events.isCommon(word.hash(0))
      || scan.tokens[index].letterCount >= 5 && scan.events.isCommon(word.hash(1))
        && !startsWithArticle(index, .and)
  }

  func startsWithArticle(_ index: Int, _ clitics: Clitics) -> Bool {
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
  func resolveOffice(
    _ span: inout PartySpan,
    body: Int32,
    number: WordNumber,
    portfolio: Int?
  ) {
    guard number == .single, span.office >= 0 else { return }
    // «خادم الحرمين الشريفين» is of one state wherever it stands.
    if span.country < 0, scan.actors.offices[Int(span.office)] == "custodian",
      let only = onlyState(of: span.office)
    {
      span.country = only
    }
    if scan.actors.offices[Int(span.office)] == "minister" {
      guard let met = lastMinister(of: span.country, portfolio: portfolio) else { return }
      let earlier = spans[met]
      span.entry = earlier.entry
      span.name = earlier.name
      span.country = earlier.country
      span.kind = .person
      return
    }
    let holder = body >= 0 && scan.actors.entries[Int(body)].country < 0 ? body : span.country
    if let met = span.isFormer ? formerHolder[span.office] : lastHolder[span.office] {
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
    // A state has many ambassadors and envoys.
    guard holder >= 0, !isEnvoy(span.office), !span.isFormer else { return }
    let person = scan.actors.holder(of: span.office, in: holder, on: scan.article.date)
    if person >= 0 {
      span.entry = person
      span.kind = .person
    }
  }

  /// «الوزير التركي», «وزيرة السياحة»: the minister met last, of that state and for that if it is told.
  private func lastMinister(of country: Int32, portfolio: Int?) -> Int? {
    let told = portfolio.map { scan.tokens[$0].hash }
    return spans.lastIndex { earlier in
      earlier.kind == .person && !earlier.isFormer && isMinister(earlier.office)
        && (country < 0 || earlier.country == country)
        && (told == nil || earlier.tokens.contains { scan.tokens[$0].hash == told })
    }
  }

  /// «نظيره الأميركي فلان»: the same office in the next state.
  func counterpart(at index: Int) -> PartySpan? {
    let equal = officeOfEqual(before: index)
    return officePhrase(
      from: index,
      end: index + 1,
      office: equal,
      number: .single,
      clitics: scan.words[index].classClitics,
      needsName: equal < 0
    )
  }

  /// The office of the man whose equal is meant: told with him, or by the table where his name stands alone.
  private func officeOfEqual(before index: Int) -> Int32 {
    if let man = spans.last, man.kind == .person, man.entry >= 0,
      man.office < 0 || isGeneric(man.office),
      index - man.tokens.upperBound < 60
    {
      let held = scan.actors.office(of: man.entry, on: scan.article.date)
      if held >= 0 { return held }
    }
    guard let last = spans.last(where: { $0.office >= 0 }), index - last.tokens.upperBound < 60
    else {
      return -1
    }
    return last.office
  }

  /// «الوزير»: of which ministry, the table says.
  private func isGeneric(_ office: Int32) -> Bool {
    office >= 0 && scan.actors.offices[Int(office)] == "minister"
  }
}
