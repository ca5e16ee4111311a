import Lexicons
import NewsModel

/// Turns the names that people write in corrections into parties and places.
struct PartyNames: Sendable {
  private let actors: ActorLexicon?

  /// Names of a gazetteer; without one, names stay names.
  init(_ tables: WordTables?) { actors = tables?.events?.actors }

  /// The party of an id, a country code or a name.
  func party(_ text: String) -> Party {
    guard let actors, let entry = entry(text) else {
      return Party(id: nil, name: text, surface: text, how: .unlinked)
    }
    return Party(
      id: entry.id,
      name: entry.name,
      englishName: entry.english.isEmpty ? nil : entry.english,
      country: country(of: entry, in: actors),
      surface: entry.name,
      how: .alias
    )
  }

  /// The place of an id or a name.
  func place(_ text: String) -> Place {
    guard let actors, let entry = entry(text) else { return Place(name: text) }
    return Place(name: entry.name, id: entry.id, country: country(of: entry, in: actors))
  }

  private func entry(_ text: String) -> ActorEntry? {
    guard let actors else { return nil }
    let number = Int(actors.entry(id: text))
    if actors.entries.indices.contains(number) { return actors.entries[number] }
    return actors.entries.first { $0.name == text || $0.english == text }
  }

  private func country(of entry: ActorEntry, in actors: ActorLexicon) -> String? {
    if entry.kind == .country { return entry.id }
    let number = Int(entry.country)
    return actors.entries.indices.contains(number) ? actors.entries[number].id : nil
  }
}
