/// What an entry of the gazetteer is.
public enum ActorKind: UInt8, Sendable {
  case country
  case organisation
  case person
  case city
  case place
}

/// An entry of the gazetteer: one actor or place.
public struct ActorEntry: Sendable {
  /// The id: an ISO 3166 code, `p:…`, `o:…`, `geo:…`.
  public let id: String
  /// What it is.
  public let kind: ActorKind
  /// The name newsrooms write.
  public let name: String
  /// The English name.
  public let english: String
  /// The entry of its country, or -1.
  public var country: Int32
  /// An organisation's category; `yes` for a city that is a seat of government.
  public let category: String
}

/// What a phrase of the gazetteer can mean.
public struct ActorSense: Sendable {
  /// The kinds of meaning.
  public enum Kind: UInt8, Sendable {
    case country
    case adjective
    case organisation
    case person
    case surname
    case city
    case place
    case office
    case title
    /// The adjective of a bloc of states: «القمة العربية».
    case bloc
  }

  /// The kind of meaning.
  public let kind: Kind
  /// The entry, or the office's number for an office; -1 for a title.
  public let entry: Int32
  /// One, two or more of them.
  public let number: WordNumber
  /// Whether the form carries the article.
  public let definite: Bool
}

/// A time in which a person held an office.
public struct ActorRole: Sendable {
  /// The person's entry.
  public let person: Int32
  /// The office's number.
  public let office: Int32
  /// The country's or organisation's entry, or -1.
  public let holder: Int32
  /// The first day, as a day number; far in the past when not known.
  public let from: Int32
  /// The last day; far in the future when still held.
  public let until: Int32
}
