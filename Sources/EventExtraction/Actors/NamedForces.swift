import ArabicText
import Lexicons
import NewsModel

// Forces and factions told more closely than the gazetteer tells them.
extension ActorFinder {
  /// «المليشيات العراقية المسلحة الموالية لإيران»: those of a state who are told more closely are a
  /// party of their own.
  func longerFaction(at index: Int, _ end: Int) -> PartySpan? {
    guard scan.has(.faction, at: index), index + 1 < scan.tokens.count,
      scan.senses(at: index + 1).contains(where: { $0.kind == .adjective }),
      let faction = institution(at: index), faction.how == .unlinked,
      faction.tokens.upperBound > end
    else { return nil }
    return faction
  }

  /// «قوات حفظ السلام السنغالية»: the state's own men among those of a body of many states.
  func contingent(of span: PartySpan) -> PartySpan? {
    let end = span.tokens.upperBound
    guard scan.has(.forces, at: span.tokens.lowerBound), end < scan.tokens.count,
      scan.tokens[end].gap == .space, scan.actorClitics[end].isEmpty, span.country < 0,
      let sense = scan.senses(at: end).first(where: { $0.kind == .adjective && $0.definite })
    else { return nil }
    var forces = span
    forces.kind = .institution
    forces.entry = sense.entry
    forces.country = sense.entry
    forces.tokens = span.tokens.lowerBound..<Int(scan.actorEnds[end])
    return forces
  }

  /// «وزيري خارجية العراق فلان وتركيا علان»: the second state of an office of two, with its holder.
  func secondHolder(at index: Int, _ end: Int) -> PartySpan? {
    guard scan.actorClitics[index] == .and, let last = spans.last, last.kind == .person,
      last.office >= 0, last.tokens.upperBound == index, end < scan.tokens.count,
      scan.tokens[end].gap == .space, scan.actorClitics[end].isEmpty,
      scan.senses(at: last.tokens.lowerBound).contains(where: {
        $0.kind == .office && $0.number != .single
      }),
      let sense = scan.senses(at: end).first(where: { $0.kind == .person })
    else { return nil }
    return joined(sense.entry, index..<Int(scan.actorEnds[end]), office: last.office)
  }

  /// A man the tables know, joined by و to one of his office.
  private func joined(_ entry: Int32, _ tokens: Range<Int>, office: Int32) -> PartySpan {
    var holder = PartySpan(tokens: tokens, kind: .person, entry: entry, office: office)
    holder.country = scan.actors.entries[Int(entry)].country
    holder.clitics = .and
    return holder
  }

  /// «نظيريه الأردني فلان الفلاني والمصري علان العلاني»: the adjective of a second state, and its man.
  func secondCounterpart(at index: Int) -> PartySpan? {
    guard scan.actorClitics[index] == .and, let last = spans.last, last.kind == .person,
      last.office >= 0 || scan.has(.counterpart, at: last.tokens.lowerBound),
      last.tokens.upperBound == index || last.tokens.upperBound + 1 == index,
      let state = scan.senses(at: index).first(where: { $0.kind == .adjective })
    else { return nil }
    let end = Int(scan.actorEnds[index])
    guard end < scan.tokens.count, scan.tokens[end].gap == .space else { return nil }
    if let known = scan.senses(at: end).first(where: { $0.kind == .person }) {
      return joined(known.entry, index..<Int(scan.actorEnds[end]), office: last.office)
    }
    let names = nameRun(at: end)
    guard names >= 2 else { return nil }
    var holder = PartySpan(tokens: index..<end + names, kind: .person, office: last.office)
    holder.country = state.entry
    holder.name = end..<end + names
    holder.clitics = .and
    holder.how = .unlinked
    return holder
  }

  /// «قال الرئيس إن المحادثات بين بلاده والقوى الكبرى»: the state of the man named last.
  func ownState(at index: Int) -> PartySpan? {
    guard scan.events.cues.cues(of: scan.words[index].hash(0)).contains(.ownState),
      let man = spans.last(where: { [.person, .office].contains($0.kind) && $0.country >= 0 }),
      index - man.tokens.upperBound < 40
    else { return nil }
    var state = PartySpan(tokens: index..<index + 1, kind: .state, entry: man.country)
    state.country = man.country
    return state
  }

  /// «على» with ى, which folds to the name «علي».
  func isPreposition(_ index: Int) -> Bool {
    let end = Int(scan.tokens[index].end)
    return scan.has(.on, at: index) && end >= 1 && end <= scan.text.bytes.count
      && scan.text.bytes[end - 1] == 0x89
  }

  /// «قوات الاحتلال الأميركي»: the adjective behind a force names another state than the table.
  func isOfAnotherState(_ entry: Int32, _ end: Int) -> Bool {
    let body = scan.actors.entries[Int(entry)]
    guard ["armed", "forces"].contains(body.category), body.country >= 0,
      end < scan.tokens.count,
      scan.tokens[end].gap == .space, scan.actorClitics[end].isEmpty
    else { return false }
    let senses = scan.senses(at: end)
    return senses.contains { $0.kind == .adjective && $0.definite }
      && !senses.contains { $0.kind == .adjective && $0.entry == body.country }
  }

  /// Whether an adjective makes a council another one: «مجلس الأمن القومي», «مجلس الأمن الروسي».
  func isNarrowed(_ start: Int, _ end: Int) -> Bool {
    guard end < scan.tokens.count, scan.tokens[end].gap == .space else { return false }
    if scan.has(.narrowing, at: end) { return true }
    return scan.has(.body, at: start) && scan.actorClitics[end].isEmpty
      && scan.senses(at: end).contains { $0.kind == .adjective && $0.definite }
      && scan.text.letters(of: scan.tokens[end]).last == LetterCode.yeh
  }
}
