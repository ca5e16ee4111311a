import Chronology
import NewsModel

/// Reads the line of an event as the tool writes it; whatever is unusual is left to the general
/// decoder, which also tells what is wrong with it.
enum EventScan {
  private typealias Unusual = PlainJSON.Unusual

  /// The event of a line; `nil` when it is not plainly one.
  static func event(_ line: ArraySlice<UInt8>) -> Event? {
    line.withUnsafeBufferPointer { bytes in
      var json = PlainJSON(bytes)
      guard let record = try? record(&json), (try? json.end()) != nil else { return nil }
      return record.event
    }
  }

  private static func record(_ json: inout PlainJSON) throws(Unusual) -> EventRecord {
    var schema: String?
    var id: String?
    var type: String?
    var status: EventStatus?
    var date: DateRecord?
    var headline: HeadlineRecord?
    var mentions: [MentionRecord]?
    var actors: [PartyRecord]?
    var rest = EventRecord.Rest()
    try json.object([
      "schema", "id", "type", "status", "date", "headline", "mentions", "actors", "recipients",
      "place", "ordinal", "document", "sources", "independent", "fulfils", "edits",
    ]) { (key, json) throws(Unusual) in
      switch key {
      case 0: schema = try json.string()
      case 1: id = try json.string()
      case 2: type = try json.string()
      case 3: status = try value(&json)
      case 4: date = try self.date(&json)
      case 5: headline = try self.headline(&json)
      case 6: mentions = try json.array(mention)
      case 7: actors = try json.array(party)
      case 8:
        rest.recipients = try json.optional { json throws(Unusual) in try json.array(party) }
      case 9: rest.place = try json.optional(place)
      case 10: rest.ordinal = try integer(&json)
      case 11: rest.document = try text(&json)
      case 12: rest.sources = try integer(&json)
      case 13: rest.independent = try integer(&json)
      case 14: rest.fulfils = try text(&json)
      default: rest.edits = try json.optional(texts)
      }
    }
    guard schema == "event/1", let id, let type, let status, let date, let headline, let mentions,
      let actors
    else { throw Unusual() }
    return EventRecord(
      id: id,
      type: EventType(rawValue: type),
      status: status,
      date: date,
      headline: headline,
      mentions: mentions,
      actors: actors,
      rest: rest
    )
  }

  // MARK: - Parts

  private static func date(_ json: inout PlainJSON) throws(Unusual) -> DateRecord {
    var earliest: CivilDate?
    var latest: CivilDate?
    var precision: String?
    var edtf: String?
    var basis: EventDateBasis?
    var conflict: [ConflictRecord]?
    try json.object(["earliest", "latest", "precision", "edtf", "basis", "conflict"]) {
      (key, json) throws(Unusual) in
      switch key {
      case 0: earliest = try json.optional(day)
      case 1: latest = try json.optional(day)
      case 2: precision = try json.string()
      case 3: edtf = try json.string()
      case 4: basis = try value(&json)
      default:
        conflict = try json.optional { json throws(Unusual) in
          try json.array(self.conflict)
        }
      }
    }
    guard let precision, let edtf, let basis else { throw Unusual() }
    return DateRecord(
      earliest: earliest,
      latest: latest,
      precision: precision,
      edtf: edtf,
      basis: basis,
      conflict: conflict
    )
  }

  private static func conflict(_ json: inout PlainJSON) throws(Unusual) -> ConflictRecord {
    var value: String?
    var sources: [String]?
    var status: EventStatus?
    var event: String?
    try json.object(["value", "sources", "status", "event"]) { (key, json) throws(Unusual) in
      switch key {
      case 0: value = try json.string()
      case 1: sources = try texts(&json)
      case 2: status = try json.optional(self.value)
      default: event = try text(&json)
      }
    }
    guard let value, let sources else { throw Unusual() }
    return ConflictRecord(value: value, sources: sources, status: status, event: event)
  }

  private static func headline(_ json: inout PlainJSON) throws(Unusual) -> HeadlineRecord {
    var text: String?
    var mention: String?
    try json.object(["text", "mention"]) { (key, json) throws(Unusual) in
      if key == 0 { text = try json.string() } else { mention = try json.string() }
    }
    guard let text, let mention else { throw Unusual() }
    return HeadlineRecord(text: text, mention: mention)
  }

  private static func place(_ json: inout PlainJSON) throws(Unusual) -> Place {
    var name: String?
    var id: String?
    var country: String?
    try json.object(["name", "id", "country"]) { (key, json) throws(Unusual) in
      switch key {
      case 0: name = try json.string()
      case 1: id = try text(&json)
      default: country = try text(&json)
      }
    }
    guard let name else { throw Unusual() }
    return Place(name: name, id: id, country: country)
  }

  private static func party(_ json: inout PlainJSON) throws(Unusual) -> PartyRecord {
    var party = PartyRecord(name: "")
    var isNamed = false
    try json.object(["id", "name", "name_en", "country", "office", "surface", "how"]) {
      (key, json) throws(Unusual) in
      switch key {
      case 0: party.id = try text(&json)
      case 1:
        party.name = try json.string()
        isNamed = true
      case 2: party.name_en = try text(&json)
      case 3: party.country = try text(&json)
      case 4: party.office = try text(&json)
      case 5: party.surface = try text(&json)
      default: party.how = try json.optional(value)
      }
    }
    guard isNamed else { throw Unusual() }
    return party
  }

  private static func mention(_ json: inout PlainJSON) throws(Unusual) -> MentionRecord {
    var mention = MentionRecord(
      id: "",
      doc: "",
      start: 0,
      end: 0,
      text: "",
      rule: "",
      sentence_start: 0,
      sentence_end: 0
    )
    // The keys that must be there come first.
    let keys: [StaticString] = [
      "id", "doc", "start", "end", "text", "rule", "sentence_start", "sentence_end", "url",
      "source", "published", "trigger", "date_text", "date_rule", "attribution", "score", "merge",
      "status",
    ]
    var found = 0
    try json.object(keys) { (key, json) throws(Unusual) in
      if key < 8 { found += 1 }
      switch key {
      case 0: mention.id = try json.string()
      case 1: mention.doc = try json.string()
      case 2: mention.start = try json.integer()
      case 3: mention.end = try json.integer()
      case 4: mention.text = try json.string()
      case 5: mention.rule = try json.string()
      case 6: mention.sentence_start = try json.integer()
      case 7: mention.sentence_end = try json.integer()
      case 8: mention.url = try text(&json)
      case 9: mention.source = try text(&json)
      case 10: mention.published = try json.optional(day)
      case 11: mention.trigger = try text(&json)
      case 12: mention.date_text = try text(&json)
      case 13: mention.date_rule = try text(&json)
      case 14: mention.attribution = try text(&json)
      case 15: mention.score = try json.optional { json throws(Unusual) in try json.double() }
      case 16: mention.merge = try text(&json)
      default: mention.status = try text(&json)
      }
    }
    guard found == 8 else { throw Unusual() }
    return mention
  }

  // MARK: - Plain values

  private static func text(_ json: inout PlainJSON) throws(Unusual) -> String? {
    try json.optional { json throws(Unusual) in try json.string() }
  }

  private static func texts(_ json: inout PlainJSON) throws(Unusual) -> [String] {
    try json.array { json throws(Unusual) in try json.string() }
  }

  private static func integer(_ json: inout PlainJSON) throws(Unusual) -> Int? {
    try json.optional { json throws(Unusual) in try json.integer() }
  }

  private static func day(_ json: inout PlainJSON) throws(Unusual) -> CivilDate {
    guard let day = CivilDate(iso: try json.string()) else { throw Unusual() }
    return day
  }

  private static func value<Value: RawRepresentable<String>>(
    _ json: inout PlainJSON
  ) throws(Unusual) -> Value {
    guard let value = Value(rawValue: try json.string()) else { throw Unusual() }
    return value
  }
}
