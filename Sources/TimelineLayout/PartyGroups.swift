import NewsModel

/// Sorts events by the party that acts: its state where it stands for one, else itself.
struct PartyGroups {
  /// A party and what it does.
  struct Group {
    var key: String
    var name: String
    var entries: [SheetEntry]
  }

  private let names: [String: String]
  private let sheet: Sheet

  init(timeline: Timeline, sheet: Sheet) {
    self.sheet = sheet
    var names = timeline.placeNames
    // A state that takes part itself brings its name along.
    for party in (timeline.events + timeline.undated).flatMap(\.parties) {
      guard let id = party.id, id == party.country, names[id] == nil else { continue }
      names[id] = PartyGroups.ownName(party, sheet: sheet)
    }
    self.names = names
  }

  /// The groups, the largest first; the smaller ones of more than `most` become one of others.
  func groups(of entries: [SheetEntry], most: Int) -> [Group] {
    var groups: [Group] = []
    var places: [String: Int] = [:]
    for entry in entries {
      let key = entry.event.parties.first.map(self.key) ?? ""
      if let place = places[key] {
        groups[place].entries.append(entry)
      } else {
        places[key] = groups.count
        groups.append(
          Group(key: key, name: name(entry.event.parties.first), entries: [entry])
        )
      }
    }
    // Nobody's events come last.
    groups = groups.enumerated().sorted {
      let first = ($0.element.key.isEmpty ? 1 : 0, -$0.element.entries.count, $0.offset)
      let second = ($1.element.key.isEmpty ? 1 : 0, -$1.element.entries.count, $1.offset)
      return first < second
    }.map(\.element)
    guard groups.count > most, most > 1 else { return groups }
    let others = Group(
      key: PartyGroups.others,
      name: sheet.labels.word("party.others"),
      entries: groups[(most - 1)...].flatMap(\.entries).sorted { $0.index < $1.index }
    )
    return Array(groups.prefix(most - 1)) + [others]
  }

  /// The key of a party's group.
  func key(_ party: Party) -> String { party.country ?? party.id ?? party.name }

  /// The key of the group of others.
  static let others = "\u{1}others"

  private func name(_ party: Party?) -> String {
    guard let party else { return sheet.labels.word("party.unknown") }
    if let country = party.country { return names[country] ?? country }
    let name = PartyGroups.ownName(party, sheet: sheet)
    return name.isEmpty ? sheet.labels.word("party.unknown") : name
  }

  private static func ownName(_ party: Party, sheet: Sheet) -> String {
    let english = sheet.labels.language == "en" ? party.englishName : nil
    return sheet.inset(english ?? party.name)
  }
}
