import Chronology

/// The type of an event, by its id, such as `meeting` or `visit`.
///
/// A string and no enumeration, so that a table file adds a type without a line of code.
public struct EventType: RawRepresentable, Hashable, Codable, Sendable {
  /// The id, as in the JSON contracts.
  public let rawValue: String

  /// A type by its id.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// How far an event has come.
public enum EventStatus: String, CaseIterable, Hashable, Codable, Sendable {
  case occurred
  case ongoing
  case planned
  case postponed
  case cancelled
  case denied
  case hypothetical
  case recurring
  case unclear
}

/// The date of an event, and what it rests on.
public struct EventDate: Hashable, Codable, Sendable {
  /// When it was, as far as known.
  public var span: UncertainDate
  /// The same in EDTF; empty when undated.
  public var edtf: String
  /// What it rests on.
  public var basis: EventDateBasis
  /// The phrase that gave it.
  public var phrase: String?
  /// The rule that read the phrase.
  public var rule: String?

  /// A date of an event.
  public init(
    span: UncertainDate,
    edtf: String,
    basis: EventDateBasis,
    phrase: String? = nil,
    rule: String? = nil
  ) {
    self.span = span
    self.edtf = edtf
    self.basis = basis
    self.phrase = phrase
    self.rule = rule
  }

  /// Whether nothing is known of when it was.
  public var isUndated: Bool { span.earliest == nil && span.latest == nil }

  /// No date at all.
  public static let undated = EventDate(
    span: UncertainDate(earliest: nil, latest: nil, grain: .day),
    edtf: "",
    basis: .none
  )
}

/// What the date of an event rests on.
public enum EventDateBasis: String, Hashable, Codable, Sendable {
  case explicit
  case article
  case weekday
  case narrative
  case event
  case holiday
  case sentence
  case paragraph
  case publication
  case manual
  case none
}

/// One telling of an event in one article.
public struct EventMention: Hashable, Codable, Sendable {
  /// `<article>.<ordinal in it>`.
  public var id: String
  /// The article's id.
  public var article: String
  /// What kind of event it is.
  public var type: EventType
  /// Where the trigger stands.
  public var range: TextRange
  /// The trigger's words.
  public var trigger: String
  /// Where the sentence stands.
  public var sentenceRange: TextRange
  /// The sentence, word for word.
  public var sentence: String
  /// How far it has come.
  public var status: EventStatus
  /// When it was.
  public var date: EventDate
  /// Who did it.
  public var actors: [Party]
  /// To whom, or about whom.
  public var recipients: [Party]
  /// Where it was.
  public var place: Place?
  /// The number of a round or session.
  public var ordinal: Int?
  /// The name of the document that was signed or issued.
  public var document: String?
  /// Who is quoted as telling it.
  public var attribution: String?
  /// The rule that found it.
  public var rule: String
  /// How many whole sentences precede it in its article.
  public var sentenceIndex: Int

  /// A mention.
  public init(
    id: String,
    article: String,
    type: EventType,
    range: TextRange,
    trigger: String,
    sentenceRange: TextRange,
    sentence: String,
    status: EventStatus,
    date: EventDate,
    actors: [Party],
    recipients: [Party],
    place: Place? = nil,
    ordinal: Int? = nil,
    document: String? = nil,
    attribution: String? = nil,
    rule: String,
    sentenceIndex: Int
  ) {
    self.id = id
    self.article = article
    self.type = type
    self.range = range
    self.trigger = trigger
    self.sentenceRange = sentenceRange
    self.sentence = sentence
    self.status = status
    self.date = date
    self.actors = actors
    self.recipients = recipients
    self.place = place
    self.ordinal = ordinal
    self.document = document
    self.attribution = attribution
    self.rule = rule
    self.sentenceIndex = sentenceIndex
  }

  /// Everyone who takes part, actors first.
  public var parties: [Party] { actors + recipients }
}
