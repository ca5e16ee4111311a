import Chronology
import DataFiles
import NewsModel

/// A web page that lists the events by date: one file, no scripts, nothing loaded from elsewhere.
struct HTMLPage: EventFormat {
  let name = "html"
  let fileExtension = "html"
  private let style: String

  /// A page in the style of `page.css`.
  init(in folder: DataFolder) throws(DataFileError) {
    style = String(decoding: try folder.bytes(of: "export/page.css"), as: UTF8.self)
  }

  func file(of sheet: ExportedSheet, words: any ExportWords) -> ExportedFile {
    let tellings = sheet.events.map { EventTelling($0, words: words) }
    let dated = tellings.filter { !$0.event.date.isUndated }
    let undated = tellings.filter(\.event.date.isUndated)
    var sources: [EventTelling.Source] = []
    var numbers: [EventTelling.Source: Int] = [:]
    for source in (dated + undated).flatMap(\.sources) where numbers[source] == nil {
      sources.append(source)
      numbers[source] = sources.count
    }
    let title = ExportText.html(sheet.title.isEmpty ? words.word("section.events") : sheet.title)
    var page = head(title, words)
    page += "<h1>\(title)</h1>\n<p class=\"note\">"
    page += ExportText.html(words.count("count.events", sheet.events.count))
    if let day = sheet.asOf {
      page += " · " + ExportText.html(words.word("asof", ["date": words.day(day)]))
    }
    page += "</p>\n"
    if tellings.isEmpty { page += "<p>\(ExportText.html(words.word("empty")))</p>\n" }
    page += list(dated, "section.events", numbers, words)
    page += list(undated, "section.undated", numbers, words)
    if !sources.isEmpty {
      page += "<section>\n<h2>\(ExportText.html(words.word("section.sources")))</h2>\n<ol>\n"
      for (index, source) in sources.enumerated() {
        page += "<li id=\"source-\(index + 1)\">\(entry(source, words))</li>\n"
      }
      page += "</ol>\n</section>\n"
    }
    page += "<footer>\(ExportText.html(words.word("footer")))</footer>\n</body>\n</html>\n"
    return ExportedFile(bytes: Array(page.utf8))
  }

  /// What comes before the words: the policy lets a browser load and run nothing at all.
  private func head(_ title: String, _ words: any ExportWords) -> String {
    let direction = words.isRightToLeft ? "rtl" : "ltr"
    return """
      <!DOCTYPE html>
      <html lang="\(ExportText.html(words.language))" dir="\(direction)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      <meta name="referrer" content="no-referrer">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      \(style)</style>
      </head>
      <body>

      """
  }

  private func list(
    _ tellings: [EventTelling],
    _ heading: String,
    _ numbers: [EventTelling.Source: Int],
    _ words: any ExportWords
  ) -> String {
    guard !tellings.isEmpty else { return "" }
    var html =
      "<section>\n<h2>\(ExportText.html(words.word(heading)))</h2>\n<ol class=\"events\">\n"
    for telling in tellings { html += entry(telling, numbers, words) }
    return html + "</ol>\n</section>\n"
  }

  private func entry(
    _ telling: EventTelling,
    _ numbers: [EventTelling.Source: Int],
    _ words: any ExportWords
  ) -> String {
    let event = telling.event
    let date = ExportText.html(words.date(of: event))
    let day = event.date.span.earliest
    let isDay = day != nil && day == event.date.span.latest
    var html = "<li id=\"\(ExportText.html(event.id))\">\n"
    html +=
      isDay
      ? "<time datetime=\"\(day?.description ?? "")\">\(date)</time>\n"
      : "<span class=\"date\">\(date)</span>\n"
    html += "<div>\n<p class=\"kind\"><b>\(ExportText.html(telling.kind))</b>"
    if let status = telling.status(words) {
      html += " <span class=\"status\">\(ExportText.html(status))</span>"
    }
    let parties = telling.parties.map { "<bdi>\(ExportText.html($0))</bdi>" }
    if !parties.isEmpty {
      html += " " + parties.joined(separator: ExportText.html(words.word("list")) + " ")
    }
    html += "</p>\n"
    let lines = telling.parties.isEmpty ? [telling.title, telling.sentence] : [telling.sentence]
    for line in lines where !line.isEmpty {
      html += "<p dir=\"auto\">\(ExportText.html(line))</p>\n"
    }
    html += note(telling, numbers, words)
    return html + "</div>\n</li>\n"
  }

  /// The numbers of its sources, where it was, and who disagrees on the date.
  private func note(
    _ telling: EventTelling,
    _ numbers: [EventTelling.Source: Int],
    _ words: any ExportWords
  ) -> String {
    var notes: [String] = []
    let links = telling.sources.compactMap { numbers[$0] }
      .map { "<a href=\"#source-\($0)\">[\(ExportText.html(words.number($0)))]</a>" }
    if !links.isEmpty {
      let label = ExportText.html(words.word("entry.sources"))
      notes.append("\(label): \(links.joined(separator: " "))")
    }
    if let place = telling.event.place {
      notes.append(ExportText.html(words.word("entry.place", ["place": place.name])))
    }
    if telling.event.conflicts.count > 1 {
      let parts = telling.event.conflicts.map { conflict in
        let names = conflict.sources.joined(separator: words.listSeparator)
        let date = words.reading(conflict.value)
        return words.word("entry.reading", ["source": names, "date": date])
      }
      let all = parts.joined(separator: words.word("entry.readings") + " ")
      notes.append(ExportText.html(words.word("entry.dispute", ["parts": all])))
    }
    return notes.isEmpty ? "" : "<p class=\"note\">\(notes.joined(separator: " · "))</p>\n"
  }

  private func entry(_ source: EventTelling.Source, _ words: any ExportWords) -> String {
    var html = "<bdi>\(ExportText.html(source.name(words)))</bdi>"
    if !source.title.isEmpty, !source.outlet.isEmpty {
      html += " — <bdi>\(ExportText.html(source.title))</bdi>"
    }
    if let day = source.published {
      html += " <span class=\"note\">"
      html += ExportText.html(words.word("source.published", ["date": words.day(day)])) + "</span>"
    }
    if let address = source.address {
      let link = ExportText.html(address)
      html += "<br><a dir=\"ltr\" rel=\"noopener noreferrer nofollow\" href=\"\(link)\">\(link)</a>"
    }
    return html
  }
}
