import Chronology

/// One event, as all articles together tell it.
public struct Event: Hashable, Sendable {
  /// `ev-` and twelve hexadecimal digits; the same across rebuilds.
  public var id: String
  /// What kind of event it is.
  public var type: EventType
  /// How far it has come.
  public var status: EventStatus
  /// When it was.
  public var date: EventDate
  /// What the sources say of the date where they disagree; empty when they agree.
  public var conflicts: [DateConflict]
  /// Why this date and no other; `nil` when it was read from a file.
  public var dateChoice: DateChoice?
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
  /// One verbatim sentence that tells it best.
  public var headline: String
  /// The mention the headline is from.
  public var headlineMention: String
  /// Every telling, best first.
  public var mentions: [MergedMention]
  /// How many outlets tell it.
  public var sources: Int
  /// How many texts tell it that are no copies of one another.
  public var independent: Int
  /// The event that was planned and that this one carries out.
  public var fulfils: String?
  /// What people corrected of it by hand, one sentence each: what, who, why.
  public var edits: [String]

  /// An event.
  public init(
    id: String,
    type: EventType,
    status: EventStatus,
    date: EventDate,
    conflicts: [DateConflict] = [],
    dateChoice: DateChoice? = nil,
    actors: [Party],
    recipients: [Party] = [],
    place: Place? = nil,
    ordinal: Int? = nil,
    document: String? = nil,
    headline: String,
    headlineMention: String,
    mentions: [MergedMention],
    sources: Int,
    independent: Int,
    fulfils: String? = nil,
    edits: [String] = []
  ) {
    self.id = id
    self.type = type
    self.status = status
    self.date = date
    self.conflicts = conflicts
    self.dateChoice = dateChoice
    self.actors = actors
    self.recipients = recipients
    self.place = place
    self.ordinal = ordinal
    self.document = document
    self.headline = headline
    self.headlineMention = headlineMention
    self.mentions = mentions
    self.sources = sources
    self.independent = independent
    self.fulfils = fulfils
    self.edits = edits
  }

  /// Everyone who takes part, actors first.
  public var parties: [Party] { actors + recipients }
}

/// Why an event has the date it has.
public enum DateChoice: String, CaseIterable, Hashable, Codable, Sendable {
  /// No telling dates it.
  case none
  /// Only the days of the articles stand for it.
  case publication
  /// One telling dates it.
  case single
  /// All that date it have these days in common.
  case agreed
  /// It was set by hand.
  case manual
  /// Days told in full, against days that were inferred.
  case explicit
  /// The most trusted source gives it.
  case ranked
  /// The most independent texts give it.
  case majority
  /// Nothing decides; it is the earliest.
  case earliest
}

/// One reading of an event's date, and who gives it.
public struct DateConflict: Hashable, Sendable {
  /// The reading, in EDTF; empty when it has no date.
  public var value: String
  /// The outlets, or the articles where no outlet is known.
  public var sources: [String]
  /// The status these sources give where it is the status that is disputed («A says, B denies»).
  public var status: EventStatus?
  /// The id of the event that tells the disputed status.
  public var event: String?

  /// A reading and who gives it.
  public init(
    value: String,
    sources: [String],
    status: EventStatus? = nil,
    event: String? = nil
  ) {
    self.value = value
    self.sources = sources
    self.status = status
    self.event = event
  }
}

/// A telling of an event inside the merged event.
public struct MergedMention: Hashable, Sendable {
  /// The telling.
  public var mention: EventMention
  /// The article's outlet.
  public var source: String?
  /// The article's address.
  public var url: String?
  /// The article's headline.
  public var articleTitle: String?
  /// The day the article was published.
  public var published: CivilDate?
  /// Why it was merged here («same round, dates meet»); `nil` for the one the event began with.
  public var reason: String?
  /// How well it fits, 0 to 1.
  public var score: Double

  /// A telling of an event.
  public init(
    mention: EventMention,
    source: String? = nil,
    url: String? = nil,
    articleTitle: String? = nil,
    published: CivilDate? = nil,
    reason: String? = nil,
    score: Double = 1
  ) {
    self.mention = mention
    self.source = source
    self.url = url
    self.articleTitle = articleTitle
    self.published = published
    self.reason = reason
    self.score = score
  }
}
