import Chronology
import NewsModel

/// How a merged event is packed, so that a sheet is made without merging anything again.
///
/// Its tellings stand at offsets in code points, as those of events that are read from a file do:
/// their articles are not at hand when a sheet is made.
extension ByteFields {
  /// Packs an event whose tellings stand at offsets in code points.
  mutating func append(_ event: Event) {
    append(event.id)
    append(event.type.rawValue)
    append(event.status.rawValue)
    append(event.date)
    append(event.conflicts) { fields, conflict in
      fields.append(conflict.value)
      fields.append(conflict.sources) { $0.append($1) }
      fields.append(conflict.status?.rawValue)
      fields.append(conflict.event)
    }
    append(event.dateChoice?.rawValue)
    append(event.actors) { $0.append($1) }
    append(event.recipients) { $0.append($1) }
    append(event.place)
    append(event.ordinal.map(String.init))
    append(event.document)
    append(event.headline)
    append(event.headlineMention)
    append(event.mentions) { fields, merged in
      let mention = merged.mention
      fields.append(
        ArchivedMention(
          mention,
          points: mention.range,
          sentencePoints: mention.sentenceRange
        )
      )
      fields.append(merged.source)
      fields.append(merged.url)
      fields.append(merged.articleTitle)
      fields.append(merged.published)
      fields.append(merged.reason)
      fields.append(merged.score.bitPattern)
    }
    append(event.sources)
    append(event.independent)
    append(event.fulfils)
    append(event.edits) { $0.append($1) }
  }
}

extension ByteReader {
  /// The next event.
  mutating func event() throws(Damage) -> Event {
    Event(
      id: try text(),
      type: EventType(rawValue: try text()),
      status: try word(EventStatus.self),
      date: try date(),
      conflicts: try list { reader throws(Damage) in
        DateConflict(
          value: try reader.text(),
          sources: try reader.list { reader throws(Damage) in try reader.text() },
          status: try reader.optionalText().flatMap(EventStatus.init),
          event: try reader.optionalText()
        )
      },
      dateChoice: try optionalText().flatMap(DateChoice.init),
      actors: try list { reader throws(Damage) in try reader.party() },
      recipients: try list { reader throws(Damage) in try reader.party() },
      place: try place(),
      ordinal: try optionalText().flatMap { Int($0) },
      document: try optionalText(),
      headline: try text(),
      headlineMention: try text(),
      mentions: try list { reader throws(Damage) in
        MergedMention(
          mention: try reader.mention().mention,
          source: try reader.optionalText(),
          url: try reader.optionalText(),
          articleTitle: try reader.optionalText(),
          published: try reader.day(),
          reason: try reader.optionalText(),
          score: Double(bitPattern: try reader.number())
        )
      },
      sources: try count(),
      independent: try count(),
      fulfils: try optionalText(),
      edits: try list { reader throws(Damage) in try reader.text() }
    )
  }
}

extension Event {
  /// The event as the archive packs it.
  public var archivedBytes: [UInt8] {
    var fields = ByteFields()
    fields.append(self)
    return fields.bytes
  }
}
