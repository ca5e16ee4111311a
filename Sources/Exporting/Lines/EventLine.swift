import Chronology
import NewsModel

/// Writes merged events, one a line, as `event.schema.json` says: `tarikh events --jsonl`.
public struct EventLine: Sendable {
  private let plover: PloverTable
  private let hijri: @Sendable (CivilDate) -> String?

  /// A writer of events.
  ///
  /// - Parameters:
  ///   - plover: the codes that are published beside our types.
  ///   - hijri: the Hijri day of a Gregorian one, as `1442-12-16`.
  public init(
    plover: PloverTable,
    hijri: @escaping @Sendable (CivilDate) -> String? = { _ in nil }
  ) {
    self.plover = plover
    self.hijri = hijri
  }

  /// Writes one event with its line end.
  ///
  /// - Parameter offsets: where its mentions stand in code points.
  public func write(
    _ event: Event,
    offsets: MentionOffsets = MentionOffsets(),
    to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key("schema")
    writer.string("event/1")
    writer.key("id")
    writer.string(event.id)
    writer.key("type")
    writer.string(event.type.rawValue)
    writer.key("plover")
    write(plover[event.type], to: &writer)
    writer.key("status")
    writer.string(event.status.rawValue)
    writer.key("date")
    write(event.date, conflicts: event.conflicts, to: &writer)
    writer.key("actors")
    writer.parties(event.actors)
    writer.key("recipients")
    writer.parties(event.recipients)
    writer.key("place")
    writer.place(event.place)
    writer.key("ordinal")
    writer.integer(event.ordinal)
    writer.key("document")
    writer.string(event.document)
    writer.key("headline")
    writer.beginObject()
    writer.key("text")
    writer.string(event.headline)
    writer.key("lang")
    writer.string("ar")
    writer.key("mention")
    writer.string(event.headlineMention)
    writer.endObject()
    writer.key("sources")
    writer.integer(max(1, event.sources))
    writer.key("independent")
    writer.integer(max(1, event.independent))
    writer.key("mentions")
    writer.beginArray()
    for merged in event.mentions { write(merged, at: offsets[merged.mention], to: &writer) }
    writer.endArray()
    writer.key("fulfils")
    writer.string(event.fulfils)
    writer.key("edits")
    writer.strings(event.edits)
    writer.endObject()
    writer.endLine()
  }

  private func write(_ code: PloverTable.Code?, to writer: inout JSONWriter) {
    guard let code else {
      writer.null()
      return
    }
    writer.beginObject()
    writer.key("event")
    writer.string(code.event)
    writer.key("mode")
    writer.string(code.mode)
    writer.key("contexts")
    writer.strings([])
    writer.key("cameo")
    writer.string(code.cameo)
    writer.endObject()
  }

  private func write(
    _ date: EventDate,
    conflicts: [DateConflict],
    to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key("earliest")
    writer.day(date.span.earliest)
    writer.key("latest")
    writer.day(date.span.latest)
    writer.key("time")
    writer.null()
    writer.key("precision")
    writer.string(date.precision)
    writer.key("edtf")
    writer.string(date.edtf)
    writer.key("hijri")
    if let day = date.span.earliest, day == date.span.latest {
      writer.string(hijri(day))
    } else {
      writer.null()
    }
    writer.key("basis")
    writer.string(date.basis.rawValue)
    writer.key("conflict")
    writer.beginArray()
    for conflict in conflicts {
      writer.beginObject()
      writer.key("value")
      writer.string(conflict.value)
      writer.key("sources")
      writer.strings(conflict.sources)
      writer.key("status")
      writer.string(conflict.status?.rawValue)
      writer.key("event")
      writer.string(conflict.event)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  private func write(
    _ merged: MergedMention,
    at place: MentionOffsets.Place,
    to writer: inout JSONWriter
  ) {
    let mention = merged.mention
    writer.beginObject()
    writer.key("id")
    writer.string(mention.id)
    writer.key("doc")
    writer.string(mention.article)
    writer.key("url")
    writer.string(merged.url)
    writer.key("source")
    writer.string(merged.source)
    writer.key("published")
    writer.day(merged.published)
    writer.key("start")
    writer.integer(place.start)
    writer.key("end")
    writer.integer(place.end)
    writer.key("text")
    writer.string(mention.sentence)
    writer.key("trigger")
    writer.string(mention.trigger)
    writer.key("rule")
    writer.string(mention.rule)
    writer.key("date_text")
    writer.string(mention.date.phrase)
    writer.key("date_rule")
    writer.string(mention.date.rule)
    writer.key("attribution")
    writer.string(mention.attribution)
    writer.key("score")
    writer.number(merged.score)
    writer.key("merge")
    writer.string(merged.reason)
    writer.key("sentence_start")
    writer.integer(place.sentenceStart)
    writer.key("sentence_end")
    writer.integer(place.sentenceEnd)
    writer.key("status")
    writer.string(mention.status.rawValue)
    writer.endObject()
  }
}
