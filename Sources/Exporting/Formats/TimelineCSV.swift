import Chronology
import NewsModel

/// A table for spreadsheets in the 18 columns of TimelineJS, whose cells may hold HTML.
struct TimelineCSV: EventFormat {
  let name = "csv"
  let fileExtension = "csv"

  /// The columns, named and ordered as TimelineJS's own sheet.
  static let columns = [
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date",
    "Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type",
    "Group", "Background",
  ]

  func file(of sheet: ExportedSheet, words: any ExportWords) -> ExportedFile {
    var writer = CSVWriter()
    var leftOut: [Event] = []
    writer.add(Self.columns)
    for event in sheet.events {
      guard let days = TimelineDays(event.date) else {
        leftOut.append(event)
        continue
      }
      let telling = EventTelling(event, words: words)
      var cells = Self.cells(days.start) + [""]
      cells += days.end.map(Self.cells) ?? ["", "", ""]
      cells += [
        "", ExportText.content(TimelineSlide.date(telling, words)),
        ExportText.content(telling.title),
        TimelineSlide.text(telling, words), "", "", "", "", "",
        ExportText.content(words.typeName(event.type)), "",
      ]
      writer.add(cells)
    }
    return ExportedFile(bytes: writer.bytes, leftOut: leftOut)
  }

  private static func cells(_ fields: TimelineDays.Fields) -> [String] {
    [String(fields.year), fields.month.map(String.init) ?? "", fields.day.map(String.init) ?? ""]
  }
}

/// The words of a slide of TimelineJS.
enum TimelineSlide {
  /// The date, with the status where it did not simply happen.
  static func date(_ telling: EventTelling, _ words: any ExportWords) -> String {
    let date = words.date(of: telling.event)
    return telling.status(words).map { "\(date) (\($0))" } ?? date
  }

  /// The sentence and its sources as HTML; ``SlideMarkup`` reads it back.
  static func text(_ telling: EventTelling, _ words: any ExportWords) -> String {
    var html = telling.sentence.isEmpty ? "" : "<p>\(ExportText.content(telling.sentence))</p>"
    let sources = telling.sources.map { source in
      let name = ExportText.content(source.name(words))
      var link =
        source.address.map { "<a href=\"\(ExportText.html($0))\">\(name)</a>" }
        ?? "<cite>\(name)</cite>"
      if let day = source.published {
        link += " <time datetime=\"\(day)\">\(ExportText.content(words.day(day)))</time>"
      }
      return link
    }
    if !sources.isEmpty {
      let label = ExportText.html(words.word("entry.sources"))
      let list = sources.joined(separator: ExportText.html(words.word("list")) + " ")
      html += "<p class=\"sources\">\(label): \(list)</p>"
    }
    return html
  }
}
