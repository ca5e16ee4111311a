import Chronology
import NewsModel

/// An event as `event.schema.json` writes it, on its way back into an ``Event``.
struct EventRecord: Decodable {
  /// The event that the record tells.
  let event: Event

  /// Decodes a record; only the keys that the schema requires must be there.
  init(from decoder: any Decoder) throws {
    let record = try decoder.container(keyedBy: Key.self)
    let id = try record.decode(String.self, forKey: .id)
    let type = EventType(rawValue: try record.decode(String.self, forKey: .type))
    let status = try record.decode(EventStatus.self, forKey: .status)
    let date = try record.decode(DateRecord.self, forKey: .date)
    let headline = try record.decode(HeadlineRecord.self, forKey: .headline)
    let tellings = try record.decode([MentionRecord].self, forKey: .mentions)
    self.init(
      id: id,
      type: type,
      status: status,
      date: date,
      headline: headline,
      mentions: tellings,
      actors: try record.decode([PartyRecord].self, forKey: .actors),
      rest: Rest(
        recipients: try record.decodeIfPresent([PartyRecord].self, forKey: .recipients),
        place: try record.decodeIfPresent(Place.self, forKey: .place),
        ordinal: try record.decodeIfPresent(Int.self, forKey: .ordinal),
        document: try record.decodeIfPresent(String.self, forKey: .document),
        sources: try record.decodeIfPresent(Int.self, forKey: .sources),
        independent: try record.decodeIfPresent(Int.self, forKey: .independent),
        fulfils: try record.decodeIfPresent(String.self, forKey: .fulfils),
        edits: try record.decodeIfPresent([String].self, forKey: .edits)
      )
    )
  }

  /// What a record may leave out.
  struct Rest {
    var recipients: [PartyRecord]?
    var place: Place?
    var ordinal: Int?
    var document: String?
    var sources: Int?
    var independent: Int?
    var fulfils: String?
    var edits: [String]?
  }

  /// A record of its parts.
  init(
    id: String,
    type: EventType,
    status: EventStatus,
    date: DateRecord,
    headline: HeadlineRecord,
    mentions: [MentionRecord],
    actors: [PartyRecord],
    rest: Rest
  ) {
    let documents = Set(mentions.map(\.doc)).count
    event = Event(
      id: id,
      type: type,
      status: status,
      date: date.date,
      conflicts: date.conflicts,
      actors: actors.map(\.party),
      recipients: (rest.recipients ?? []).map(\.party),
      place: rest.place,
      ordinal: rest.ordinal,
      document: rest.document,
      headline: headline.text,
      headlineMention: headline.mention,
      mentions: mentions.map { $0.merged(type: type, status: status, date: date.date) },
      sources: rest.sources ?? max(1, documents),
      independent: rest.independent ?? max(1, documents),
      fulfils: rest.fulfils,
      edits: rest.edits ?? []
    )
  }

  private enum Key: String, CodingKey {
    case id
    case type
    case status
    case date
    case actors
    case recipients
    case place
    case ordinal
    case document
    case headline
    case mentions
    case sources
    case independent
    case fulfils
    case edits
  }
}

/// The sentence that tells it best.
struct HeadlineRecord: Decodable {
  var text: String
  var mention: String
}

/// Who takes part.
struct PartyRecord: Decodable {
  var id: String?
  var name: String
  var name_en: String?
  var country: String?
  var office: String?
  var surface: String?
  var how: PartyReference?

  var party: Party {
    Party(
      id: id,
      name: name,
      englishName: name_en,
      country: country,
      office: office,
      surface: surface ?? name,
      how: how ?? (id == nil ? .unlinked : .alias)
    )
  }
}

/// When it was.
struct DateRecord: Decodable {
  var earliest: CivilDate?
  var latest: CivilDate?
  var precision: String
  var edtf: String
  var basis: EventDateBasis
  var conflict: [ConflictRecord]?

  var date: EventDate {
    EventDate(
      span: UncertainDate(
        earliest: earliest,
        latest: latest,
        grain: Grain(rawValue: precision) ?? .day
      ),
      edtf: edtf,
      basis: basis
    )
  }

  var conflicts: [DateConflict] {
    (conflict ?? []).map {
      DateConflict(value: $0.value, sources: $0.sources, status: $0.status, event: $0.event)
    }
  }
}

/// What sources say otherwise.
struct ConflictRecord: Decodable {
  var value: String
  var sources: [String]
  var status: EventStatus?
  var event: String?
}

/// A sentence that tells it.
struct MentionRecord: Decodable {
  var id: String
  var doc: String
  var url: String?
  var source: String?
  var published: CivilDate?
  var start: Int
  var end: Int
  var text: String
  var trigger: String?
  var rule: String
  var date_text: String?
  var date_rule: String?
  var attribution: String?
  var score: Double?
  var merge: String?
  var sentence_start: Int
  var sentence_end: Int
  var status: String?

  func merged(type: EventType, status: EventStatus, date: EventDate) -> MergedMention {
    var told = EventDate.undated
    told.phrase = date_text
    told.rule = date_rule
    return MergedMention(
      mention: EventMention(
        id: id,
        article: doc,
        type: type,
        range: TextRange(start, end),
        trigger: trigger ?? "",
        sentenceRange: TextRange(sentence_start, sentence_end),
        sentence: text,
        status: self.status.flatMap(EventStatus.init) ?? status,
        date: told,
        actors: [],
        recipients: [],
        attribution: attribution,
        rule: rule,
        sentenceIndex: 0
      ),
      source: source,
      url: url,
      published: published,
      reason: merge,
      score: score ?? 1
    )
  }
}
