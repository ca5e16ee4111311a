import DataFiles
import Lexicons

/// The names that filters choose by: a name nobody knows would choose nothing, in silence.
public struct Vocabulary: Sendable {
  /// The ids of event types.
  private let types: [String]
  /// The ids and names of parties.
  private let parties: Set<String>
  /// The ids of parties, sorted.
  private let ids: [String]
  /// The id of a party by its English name in small letters.
  private let english: [String: String]

  init(events: EventLexicon, actors: ActorLexicon) {
    types = events.types.map(\.id).filter { $0 != "light" }.sorted()
    ids = actors.entries.map(\.id).sorted()
    parties = Set(ids).union(actors.entries.map(\.name))
    var english: [String: String] = [:]
    for entry in actors.entries where english[entry.english.lowercased()] == nil {
      english[entry.english.lowercased()] = entry.id
    }
    self.english = english
  }

  /// What to do about a type of event that is unknown; `nil` when it is known.
  func remedy(forType type: String) -> String? {
    guard !types.contains(type) else { return nil }
    if let meant = Spelling.nearest(to: type, among: types) { return "did you mean ‘\(meant)’?" }
    return "use \(types.joined(separator: ", "))"
  }

  /// What to do about a party that is unknown; `nil` when it is known.
  func remedy(forParty party: String) -> String? {
    guard !parties.contains(party) else { return nil }
    // Two letters are near to any two others, so short names get no guess.
    let meant =
      english[party.lowercased()]
      ?? (ids.contains(party.uppercased()) ? party.uppercased() : nil)
      ?? (party.utf8.count > 4 ? Spelling.nearest(to: party, among: ids) : nil)
    if let meant { return "did you mean ‘\(meant)’?" }
    return "use a country’s two letters (IQ, US), an id (p:biden, o:un) or the Arabic name"
  }
}

extension EventFilter {
  /// Whether it holds names that are checked by the word tables.
  var namesWords: Bool { !types.isEmpty || !parties.isEmpty }

  /// Complains of names from the command line that nobody knows.
  func check(by vocabulary: @autoclosure () -> Vocabulary?) throws(Fault) {
    // The names of all entries take time to gather; most runs name none.
    guard !types.isEmpty || !parties.isEmpty, let vocabulary = vocabulary() else { return }
    for type in types {
      guard let remedy = vocabulary.remedy(forType: type) else { continue }
      throw Fault(.usage, "--type ‘\(type)’ is not known", remedy: remedy)
    }
    for party in parties {
      guard let remedy = vocabulary.remedy(forParty: party) else { continue }
      throw Fault(.usage, "--party ‘\(party)’ is not known", remedy: remedy)
    }
  }
}
