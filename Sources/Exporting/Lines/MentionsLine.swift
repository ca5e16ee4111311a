import Chronology
import NewsModel

/// One line of `tarikh events --jsonl --mentions`: an article and the events it tells.
public struct MentionsLine: Sendable {
  private let id: String
  private let date: CivilDate?
  private let text: String
  private let mentions: [EventMention]

  /// A line.
  ///
  /// - Parameters:
  ///   - id: the article's id.
  ///   - date: the article's own day.
  ///   - text: the text that the mentions' offsets count in.
  ///   - mentions: what it tells.
  public init(id: String, date: CivilDate?, text: String, mentions: [EventMention]) {
    self.id = id
    self.date = date
    self.text = text
    self.mentions = mentions
  }

  /// Writes the line with its line end.
  public func write(to writer: inout JSONWriter) {
    let offsets = MentionOffsets(mentions, in: text)
    writer.beginObject()
    writer.key("id")
    writer.string(id)
    writer.key("date")
    writer.day(date)
    writer.key("mentions")
    writer.beginArray()
    for mention in mentions { MentionsLine.write(mention, at: offsets[mention], to: &writer) }
    writer.endArray()
    writer.endObject()
    writer.endLine()
  }

  private static func write(
    _ mention: EventMention,
    at place: MentionOffsets.Place,
    to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key("id")
    writer.string(mention.id)
    writer.key("type")
    writer.string(mention.type.rawValue)
    writer.key("start")
    writer.integer(place.start)
    writer.key("end")
    writer.integer(place.end)
    writer.key("trigger")
    writer.string(mention.trigger)
    writer.key("text")
    writer.string(mention.sentence)
    writer.key("sentence_start")
    writer.integer(place.sentenceStart)
    writer.key("sentence_end")
    writer.integer(place.sentenceEnd)
    writer.key("status")
    writer.string(mention.status.rawValue)
    writer.key("date")
    write(mention.date, to: &writer)
    writer.key("actors")
    writer.parties(mention.actors)
    writer.key("recipients")
    writer.parties(mention.recipients)
    writer.key("place")
    writer.place(mention.place)
    writer.key("ordinal")
    writer.integer(mention.ordinal)
    writer.key("attribution")
    writer.string(mention.attribution)
    writer.key("rule")
    writer.string(mention.rule)
    writer.endObject()
  }

  private static func write(_ date: EventDate, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("earliest")
    writer.day(date.span.earliest)
    writer.key("latest")
    writer.day(date.span.latest)
    writer.key("precision")
    writer.string(date.precision)
    writer.key("edtf")
    writer.string(date.edtf.nonEmpty)
    writer.key("basis")
    writer.string(date.basis.rawValue)
    writer.key("text")
    writer.string(date.phrase)
    writer.key("rule")
    writer.string(date.rule)
    writer.endObject()
  }
}
