import ArabicText
import Lexicons
import NewsModel

/// Turns spans of the text into parties with their gazetteer entries.
struct PartyMaker {
  let scan: ArticleScan
  let memory: SentenceReader.Memory
  /// The two sides of the last event told of two, when one was told of late.
  let together: [PartySpan]
  let sentenceSpans: [PartySpan]

  func parties(_ spans: [PartySpan]) -> [Party] {
    var found: [Party] = []
    func add(_ party: Party) {
      if !found.contains(where: { $0.name == party.name }) { found.append(party) }
    }
    for span in spans {
      if span.kind == .pair {
        let two = pair(span)
        for one in two { add(party(one, surface: surface(span), how: .pronoun)) }
        // «الجانبان», whoever they are: better in the text's words than two others.
        if two.isEmpty, isOfSides(span) {
          var unknown = span
          unknown.name = span.tokens
          add(party(unknown, surface: surface(span), how: .unlinked))
        }
        continue
      }
      if span.moreCountries.isEmpty {
        add(party(span, surface: surface(span), how: span.how))
        continue
      }
      for country in [span.country] + span.moreCountries {
        var one = span
        one.kind = .state
        one.entry = country
        one.country = country
        add(party(one, surface: surface(span), how: .alias))
      }
    }
    return found
  }

  /// Whom «الجانبان» means: the last two persons or states before it.
  private func pair(_ span: PartySpan) -> [PartySpan] {
    let before = sentenceSpans.filter { $0.tokens.upperBound <= span.tokens.lowerBound }
    let isPersons = scan.has(.persons, at: span.tokens.lowerBound)
    func lastTwo(_ spans: [PartySpan]) -> [PartySpan] {
      var two: [PartySpan] = []
      for one in spans.reversed() where two.count < 2 && !two.contains(where: { $0.means(one) }) {
        two.insert(one, at: 0)
      }
      return two
    }
    if !isPersons, let two = namedTogether(before) { return two }
    if isOfSides(span) { return together.count == 2 ? together : [] }
    let persons = lastTwo(memory.persons + before.filter { $0.kind == .person })
    // «التفاهم الذي تم (في روسيا)»: where it was is none of the two.
    let states = lastTwo(
      memory.salientStates
        + before.filter {
          $0.kind == .institution
            || $0.kind == .state && !isBracketed($0)
        }
    )
    if isPersons { return persons.count == 2 ? persons : states }
    // «البلدان» are never two men of one state.
    let isOfTwo = Set(persons.map(\.country)).count == 2
    return states.count == 2 ? states : isOfTwo ? persons : []
  }

  /// «الجانبان», «الطرفين»: they need be no states.
  private func isOfSides(_ span: PartySpan) -> Bool {
    let word = scan.words[span.tokens.lowerBound]
    return (0..<word.count).contains {
      scan.events.cues.cues(of: word.hash($0)).contains(.sides)
    }
  }

  /// Two states in one phrase of the sentence, the last before: «بين الوفدين الإيراني والسعودي»,
  /// «اليابان والولايات المتحدة».
  private func namedTogether(_ before: [PartySpan]) -> [PartySpan]? {
    func state(_ span: PartySpan, _ country: Int32) -> PartySpan {
      var one = span
      (one.kind, one.entry, one.country, one.moreCountries) = (.state, country, country, [])
      return one
    }
    for index in before.indices.reversed() {
      let span = before[index]
      if span.moreCountries.count == 1, let other = span.moreCountries.first, span.country >= 0 {
        return [state(span, span.country), state(span, other)]
      }
      guard index > 0, span.kind == .state, span.clitics == .and else { continue }
      let first = before[index - 1]
      let isTwo =
        first.kind == .state && !first.clitics.contains(.and) && !isBracketed(first)
        && span.tokens.lowerBound == first.tokens.upperBound && !first.means(span)
        && first.governor.isDisjoint(with: [.inside, .to, .from, .side, .at, .topic])
      let isThree =
        index + 1 < before.count && before[index + 1].clitics == .and
        && before[index + 1].tokens.lowerBound == span.tokens.upperBound
      if isTwo, !isThree { return [first, span] }
    }
    return nil
  }

  /// «(في روسيا)»: an aside.
  private func isBracketed(_ span: PartySpan) -> Bool {
    let before = span.tokens.lowerBound - 2
    return before >= 0 && span.governor.contains(.inside)
      && scan.tokens[before].mark == .openBracket
  }

  /// The words of a span, without the proclitics before it.
  ///
  /// «للحكومة» is ل and «الحكومة»: the alef that writing drops comes back.
  func surface(_ span: PartySpan) -> String {
    guard let first = span.tokens.first, let last = span.tokens.last else { return "" }
    // «لـ"قسد"»: ل is a word of its own.
    let isApart =
      span.clitics == .to && scan.text.letters(of: scan.tokens[first]).first != LetterCode.lam
    let count = isApart ? 0 : span.clitics.rawValue.nonzeroBitCount
    let start = scan.text.offset(afterLetters: count, of: scan.tokens[first])
    let words = scan.text.text(start..<Int(scan.tokens[last].end))
    return hidesArticle(first, span.clitics) ? Self.alef + words : words
  }

  /// ا, as UTF-8.
  private static let alef = String(decoding: [0xD8, 0xA7] as [UInt8], as: UTF8.self)

  /// Whether ل has swallowed the alef of the article: «للعراق», but not «للبنان», «للجنة».
  private func hidesArticle(_ index: Int, _ clitics: Clitics) -> Bool {
    guard clitics.contains(.to) else { return false }
    let letters = scan.text.letters(of: scan.tokens[index])
    let start = letters.startIndex + clitics.rawValue.nonzeroBitCount
    guard letters.endIndex - start >= 3, letters[start - 1] == LetterCode.lam,
      letters[start] == LetterCode.lam
    else { return false }
    let plain = WordHash.of(letters[start...])
    return scan.events.classes(of: plain).isEmpty
      && scan.actors.phrases.longest(from: index, first: plain, in: scan.text.tokens) == nil
  }

  private func party(_ span: PartySpan, surface: String, how: PartyReference) -> Party {
    let entries = scan.actors.entries
    let country = span.country >= 0 ? entries[Int(span.country)].id : nil
    let office = span.office >= 0 ? scan.actors.offices[Int(span.office)] : nil
    func known(_ entry: ActorEntry, how: PartyReference) -> Party {
      Party(
        id: entry.id,
        name: entry.name,
        englishName: entry.english,
        country: country,
        office: office,
        surface: surface,
        how: how
      )
    }
    switch span.kind {
    case .city where span.country >= 0:
      return known(entries[Int(span.country)], how: .metonym)
    case .institution where span.country >= 0:
      return known(entries[Int(span.country)], how: how)
    default:
      if span.entry >= 0 { return known(entries[Int(span.entry)], how: how) }
      let name = span.name.map { self.name($0, of: span) } ?? surface
      return Party(
        id: nil,
        name: name,
        country: country,
        office: office,
        surface: surface,
        how: how == .alias ? .unlinked : how
      )
    }
  }

  /// The words of a name; the proclitics come off when the name opens the span.
  private func name(_ range: Range<Int>, of span: PartySpan) -> String {
    guard range.lowerBound == span.tokens.lowerBound else { return scan.surface(range) }
    var own = span
    own.tokens = range
    return surface(own)
  }

  /// The place of a span.
  func place(_ span: PartySpan) -> Place? {
    guard span.entry >= 0 else { return nil }
    let entry = scan.actors.entries[Int(span.entry)]
    let country = span.country >= 0 ? scan.actors.entries[Int(span.country)].id : nil
    return Place(name: entry.name, id: entry.id, country: country)
  }
}
