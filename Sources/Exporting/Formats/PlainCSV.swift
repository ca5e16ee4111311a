import Chronology
import NewsModel

/// A plain table for spreadsheets: one event a row, dates in EDTF, no markup; reads back as it was.
struct PlainCSV: EventFormat {
  let name = "plain-csv"
  let fileExtension = "csv"

  static let columns = [
    "id", "date", "title", "group", "status", "place", "source", "published", "url", "text",
  ]

  func file(of sheet: ExportedSheet, words: any ExportWords) -> ExportedFile {
    var writer = CSVWriter()
    writer.add(Self.columns)
    for event in sheet.events {
      let telling = EventTelling(event, words: words)
      let source = telling.sources.first
      let date = event.date.edtf.isEmpty ? event.date.span.edtf : event.date.edtf
      writer.add([
        ExportText.plain(event.id), event.date.isUndated ? "" : ExportText.plain(date),
        telling.title, ExportText.plain(event.type.rawValue), event.status.rawValue,
        ExportText.plain(event.place?.name ?? ""), source?.outlet ?? "",
        source?.published?.description ?? "", source?.address ?? "", telling.sentence,
      ])
    }
    return ExportedFile(bytes: writer.bytes)
  }
}
