import NewsModel

/// JSON Lines: one event a line, as `event.schema.json` says, with all that is known of it.
struct EventLinesFormat: EventFormat {
  let name = "jsonl"
  let fileExtension = "jsonl"
  let line: EventLine
  /// The types that the schema knows; the groups of a table of the user's own become `other`.
  let types: Set<EventType>

  func file(of sheet: ExportedSheet, words: any ExportWords) -> ExportedFile {
    var writer = JSONWriter(reserving: sheet.events.count &* 2048)
    for var event in sheet.events {
      if !types.contains(event.type) { event.type = EventType(rawValue: "other") }
      line.write(event, offsets: sheet.offsets, to: &writer)
    }
    return ExportedFile(bytes: writer.bytes)
  }
}
