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
    var holder = PartySpan(
      tokens: index..<Int(scan.actorEnds[end]),
      kind: .person,
      entry: sense.entry,
      office: last.office
    )
    holder.country = scan.actors.entries[Int(sense.entry)].country
    holder.clitics = .and
    return holder
  }

  /// «صلاح المالكي»: behind a first name that others bear, a last name is another man's.
  func followsOtherName(_ index: Int) -> Bool {
    let before = index - 1
    guard before >= 0, scan.tokens[index].gap == .space, scan.tokens[before].kind == .word,
      scan.dateAt[before] < 0, scan.words[before].classes.isEmpty, !scan.isVerb(at: before)
    else { return false }
    let word = scan.words[before]
    return (0..<word.count).contains {
      scan.events.cues.cues(of: word.hash($0)).contains(.givenName)
    }
  }
}
