/// One who takes part in an event: a person, an office, a state, an organisation.
public struct Party: Hashable, Codable, Sendable {
  /// The entry of the gazetteer (`p:biden`, `IQ`, `o:un`); `nil` when none is known.
  public var id: String?
  /// The canonical Arabic name, or the words of the text when it is in no gazetteer.
  public var name: String
  /// The English name.
  public var englishName: String?
  /// The ISO 3166 code of the state it stands for.
  public var country: String?
  /// The office that was named or is held.
  public var office: String?
  /// The words of the text.
  public var surface: String
  /// How the words led to the entry.
  public var how: PartyReference

  /// A party.
  public init(
    id: String?,
    name: String,
    englishName: String? = nil,
    country: String? = nil,
    office: String? = nil,
    surface: String,
    how: PartyReference
  ) {
    self.id = id
    self.name = name
    self.englishName = englishName
    self.country = country
    self.office = office
    self.surface = surface
    self.how = how
  }

  /// The JSON keys of the contract.
  enum CodingKeys: String, CodingKey {
    case id
    case name
    case englishName = "name_en"
    case country
    case office
    case surface
    case how
  }
}

/// How words led to a party.
public enum PartyReference: String, Hashable, Codable, Sendable {
  case alias
  case surname
  case office
  case metonym
  case pronoun
  case unlinked
}

/// Where an event took place.
public struct Place: Hashable, Codable, Sendable {
  /// The canonical Arabic name.
  public var name: String
  /// The entry of the gazetteer (`geo:4140963`).
  public var id: String?
  /// The ISO 3166 code of its country.
  public var country: String?

  /// A place.
  public init(name: String, id: String? = nil, country: String? = nil) {
    self.name = name
    self.id = id
    self.country = country
  }
}
