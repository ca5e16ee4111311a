import Chronology
import NewsModel

/// The JSON of TimelineJS, which draws a timeline on a web page; its texts are HTML.
struct TimelineJSON: EventFormat {
  let name = "json"
  let fileExtension = "json"

  func file(of sheet: ExportedSheet, words: any ExportWords) -> ExportedFile {
    var writer = JSONWriter(reserving: sheet.events.count &* 512)
    var leftOut: [Event] = []
    writer.beginObject()
    let title = ExportText.content(sheet.title)
    if !title.isEmpty {
      writer.key("title")
      writer.beginObject()
      writer.key("text")
      writer.beginObject()
      writer.key("headline")
      writer.string(title)
      writer.endObject()
      writer.endObject()
    }
    writer.key("events")
    writer.beginArray()
    for event in sheet.events {
      guard let days = TimelineDays(event.date) else {
        leftOut.append(event)
        continue
      }
      write(EventTelling(event, words: words), days, words, to: &writer)
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return ExportedFile(bytes: writer.bytes, leftOut: leftOut)
  }

  private func write(
    _ telling: EventTelling,
    _ days: TimelineDays,
    _ words: any ExportWords,
    to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key("unique_id")
    writer.string(ExportText.html(telling.event.id))
    writer.key("start_date")
    write(days.start, to: &writer)
    if let end = days.end {
      writer.key("end_date")
      write(end, to: &writer)
    }
    writer.key("display_date")
    writer.string(ExportText.content(TimelineSlide.date(telling, words)))
    writer.key("group")
    writer.string(ExportText.content(words.typeName(telling.event.type)))
    writer.key("text")
    writer.beginObject()
    writer.key("headline")
    writer.string(ExportText.content(telling.title))
    writer.key("text")
    writer.string(TimelineSlide.text(telling, words))
    writer.endObject()
    writer.endObject()
  }

  private func write(_ fields: TimelineDays.Fields, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("year")
    writer.integer(fields.year)
    if let month = fields.month {
      writer.key("month")
      writer.integer(month)
    }
    if let day = fields.day {
      writer.key("day")
      writer.integer(day)
    }
    writer.endObject()
  }
}
