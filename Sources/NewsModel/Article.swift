import Chronology

/// One news article, as read.
public struct Article: Hashable, Sendable {
  /// Unique in a run: given by the input, or made from the file's name.
  public var id: String
  /// The day it was published, in the time zone of its outlet; `nil` when unknown.
  public var date: CivilDate?
  /// Where `date` comes from.
  public var dateBasis: DateBasis
  /// The day it was last changed, when its page or feed says so; nothing is dated by it.
  public var modified: CivilDate?
  /// The headline, when it came apart from the text.
  public var title: String?
  /// The text that all offsets count in.
  public var text: String
  /// The outlet.
  public var source: String?
  /// The address it was published at.
  public var url: String?
  /// The country of its newsroom, by its two letters (ISO 3166-1), when the user told it.
  public var country: String?
  /// What in the text is page furniture, not reporting: menus, cookie notices, comment counters.
  ///
  /// Ordered and disjoint. Dates inside are still read (a date line may stand there); events never.
  public var furniture: [TextRange]

  /// An article; everything but the id and text may be missing.
  public init(
    id: String,
    date: CivilDate? = nil,
    dateBasis: DateBasis? = nil,
    modified: CivilDate? = nil,
    title: String? = nil,
    text: String,
    source: String? = nil,
    url: String? = nil,
    country: String? = nil,
    furniture: [TextRange] = []
  ) {
    self.id = id
    self.date = date
    self.dateBasis = dateBasis ?? (date == nil ? .none : .given)
    self.modified = modified
    self.title = title
    self.text = text
    self.source = source
    self.url = url
    self.country = country
    self.furniture = furniture
  }
}

/// Where an article's own date comes from.
public enum DateBasis: String, Hashable, Codable, Sendable {
  /// The input or the user said it.
  case given
  /// The page's metadata said it.
  case metadata
  /// The article's text proves it.
  case text
  /// Other articles prove it.
  case inferred
  /// It is not known.
  case none
}
