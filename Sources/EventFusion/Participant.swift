import NewsModel

/// A party as merging compares it: all names are numbers of a ``NameTable``.
struct Participant: Hashable, Sendable {
  /// What the party stands for.
  enum Kind: Hashable, Sendable {
    /// A person with a name, linked or not.
    case person
    /// An office without a name: «the foreign minister of Iraq».
    case office
    /// A state, an organisation, anything that acts by its people.
    case collective
  }

  /// What the party stands for.
  let kind: Kind
  /// The gazetteer's id; 0 when there is none.
  let id: Int
  /// The folded name.
  let name: Int
  /// The office held or named; 0 when none is known.
  let office: Int
  /// The side it stands on: its state, else itself.
  let side: Int
  /// The last word of the name: what a second paper may give alone.
  let surname: Int

  /// Whether it is told in the text's own words only: «two cars», «a mosque».
  let isDescribed: Bool

  /// A party with its names numbered.
  ///
  /// - Parameter mayBeThing: whether words that no table knows may name a thing, as what was struck.
  init(_ party: Party, names: inout NameTable, mayBeThing: Bool = false) {
    isDescribed = mayBeThing && party.id == nil && party.office == nil
    name = names.number(folding: party.name)
    id = party.id.map { names.number(of: $0) } ?? 0
    office = party.office.map { names.number(folding: $0) } ?? 0
    surname = names.words(of: name).last ?? name
    if let id = party.id {
      if id.utf8.starts(with: "p:".utf8) {
        kind = .person
      } else {
        kind = party.how == .office && party.office != nil ? .office : .collective
      }
    } else if isDescribed {
      kind = .collective
    } else {
      kind = party.how == .office || party.how == .metonym ? .office : .person
    }
    if let country = party.country {
      side = names.number(of: country)
    } else {
      side = id != 0 ? id : surname
    }
  }

  /// Whether both are the same one, as far as the names tell.
  func isSame(as other: Participant, names: NameTable) -> Bool {
    if kind == .office || other.kind == .office {
      // An office and its holder, or an office named twice. Without an office only the name is left.
      guard kind != .collective, other.kind != .collective, side == other.side else {
        return id != 0 && id == other.id && kind == other.kind
      }
      if office != 0, other.office != 0 { return office == other.office }
      return name == other.name
    }
    if id != 0, other.id != 0 { return id == other.id }
    guard kind == other.kind || id == 0 || other.id == 0 else { return false }
    return names.alike(name, other.name)
  }

  /// Whether both are surely two: two names, or two offices of one state.
  func differs(from other: Participant, names: NameTable) -> Bool {
    guard kind != .collective, other.kind != .collective else { return false }
    if kind == .person, other.kind == .person { return !isSame(as: other, names: names) }
    return office != 0 && other.office != 0 && office != other.office
  }
}
