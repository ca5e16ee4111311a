import Chronology
import NewsModel

/// How a mention is packed: a tenth of the time that JSON takes, and every build reads all of them.
extension ByteFields {
  /// Packs a mention and its offsets in code points.
  mutating func append(_ archived: ArchivedMention) {
    let mention = archived.mention
    append(mention.id)
    append(mention.article)
    append(mention.type.rawValue)
    append(mention.range)
    append(mention.trigger)
    append(mention.sentenceRange)
    append(mention.sentence)
    append(mention.status.rawValue)
    append(mention.date)
    append(mention.actors) { $0.append($1) }
    append(mention.recipients) { $0.append($1) }
    append(mention.place)
    append(mention.ordinal.map(String.init))
    append(mention.document)
    append(mention.attribution)
    append(mention.rule)
    append(mention.sentenceIndex)
    append(archived.points)
    append(archived.sentencePoints)
  }

  mutating func append(_ date: EventDate) {
    append(date.span.earliest)
    append(date.span.latest)
    append(date.span.grain.rawValue)
    append(date.span.modifier?.rawValue)
    append(Int(date.span.stated.rawValue))
    append(date.edtf)
    append(date.basis.rawValue)
    append(date.phrase)
    append(date.rule)
  }

  mutating func append(_ party: Party) {
    append(party.id)
    append(party.name)
    append(party.englishName)
    append(party.country)
    append(party.office)
    append(party.surface)
    append(party.how.rawValue)
  }

  mutating func append(_ place: Place?) {
    append(place?.name)
    guard let place else { return }
    append(place.id)
    append(place.country)
  }
}

extension ByteReader {
  /// The next mention.
  mutating func mention() throws(Damage) -> ArchivedMention {
    let mention = EventMention(
      id: try text(),
      article: try text(),
      type: EventType(rawValue: try text()),
      range: try range(),
      trigger: try text(),
      sentenceRange: try range(),
      sentence: try text(),
      status: try word(EventStatus.self),
      date: try date(),
      actors: try list { reader throws(Damage) in try reader.party() },
      recipients: try list { reader throws(Damage) in try reader.party() },
      place: try place(),
      ordinal: try optionalText().flatMap { Int($0) },
      document: try optionalText(),
      attribution: try optionalText(),
      rule: try text(),
      sentenceIndex: try count()
    )
    return ArchivedMention(mention, points: try range(), sentencePoints: try range())
  }

  mutating func date() throws(Damage) -> EventDate {
    let earliest = try day()
    let latest = try day()
    let grain = try word(Grain.self)
    let modifier = try optionalText().flatMap(DateModifier.init)
    let stated = StatedFields(rawValue: UInt8(truncatingIfNeeded: try number()))
    let span = UncertainDate(
      earliest: earliest,
      latest: latest,
      grain: grain,
      modifier: modifier,
      stated: stated
    )
    return EventDate(
      span: span,
      edtf: try text(),
      basis: try word(EventDateBasis.self),
      phrase: try optionalText(),
      rule: try optionalText()
    )
  }

  mutating func party() throws(Damage) -> Party {
    Party(
      id: try optionalText(),
      name: try text(),
      englishName: try optionalText(),
      country: try optionalText(),
      office: try optionalText(),
      surface: try text(),
      how: try word(PartyReference.self)
    )
  }

  mutating func place() throws(Damage) -> Place? {
    guard let name = try optionalText() else { return nil }
    return Place(name: name, id: try optionalText(), country: try optionalText())
  }
}
