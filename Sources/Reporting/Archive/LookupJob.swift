import ArticleReading
import Chronology
import EventArchive
import Exporting
import NewsModel

/// `tarikh list`, `show` and `search`: what the archive knows.
public struct LookupJob: Sendable {
  private let path: String

  /// A job on an archive.
  public init(_ choice: ArchiveChoice) throws(Fault) { path = try choice.path() }

  // MARK: - List

  /// Writes the events that pass a filter.
  public func list(
    _ filter: EventFilter,
    asLines: Bool,
    into output: inout ByteWriter
  ) throws(Fault) {
    let archive = try open()
    defer { archive.close() }
    var lines: [String] = []
    try catching { () throws(ArchiveError) in
      try archive.forEachEventLine { lines.append($0) }
    }
    try write(lines, filter: filter, asLines: asLines, into: &output)
  }

  private func write(
    _ lines: [String],
    filter: EventFilter = EventFilter(),
    asLines: Bool,
    into output: inout ByteWriter
  ) throws(Fault) {
    var table = EventsTable(withIDs: true)
    var isEmpty = true
    for line in lines {
      if asLines, filter == EventFilter() {
        try output.write(line + "\n")
        continue
      }
      let events = filter(EventFile(Array(line.utf8)).events)
      guard !events.isEmpty else { continue }
      isEmpty = false
      if asLines { try output.write(line + "\n") } else { events.forEach { table.add($0) } }
    }
    if !asLines, !isEmpty { try output.write(table.text) }
  }

  // MARK: - Show

  /// Writes all that is known of an event, a mention or an article.
  public func show(_ id: String, asLines: Bool, into output: inout ByteWriter) throws(Fault) {
    let archive = try open()
    defer { archive.close() }
    let lines = try catching { () throws(ArchiveError) in
      try archive.eventLines(ofEventOrMention: id)
    }
    let articles = try catching { () throws(ArchiveError) in try archive.articles(ofID: id) }
    guard !lines.isEmpty || !articles.isEmpty else {
      throw Fault(
        .noInput,
        "\(path): no event, mention or article is ‘\(id)’",
        remedy: "see ‘tarikh list’ or ‘tarikh search’"
      )
    }
    for line in lines {
      if asLines {
        try output.write(line + "\n")
      } else {
        for event in EventFile(Array(line.utf8)).events { try write(event, into: &output) }
      }
    }
    for article in articles {
      try output.write("article \(article.id)\n")
      try output.write("  file: \(article.path)\n")
      try output.write("  published: \(Self.day(article.published) ?? "unknown")\n")
      if let source = article.source { try output.write("  source: \(source)\n") }
      if let title = article.title { try output.write("  title: \(title)\n") }
      if let copy = article.copyOf { try output.write("  repeats the text of: \(copy)\n") }
      try output.write("\(article.text)\n")
    }
  }

  private func write(_ event: Event, into output: inout ByteWriter) throws(Fault) {
    try output.write("event \(event.id)\n")
    let date = event.date.isUndated ? "undated" : event.date.edtf
    try output.write("  \(event.type.rawValue), \(event.status.rawValue), \(date)\n")
    let parties = event.parties.map { party in
      party.id.map { "\(party.name) (\($0))" } ?? party.name
    }
    try output.write("  parties: \(parties.joined(separator: " · "))\n")
    if let place = event.place { try output.write("  place: \(place.name)\n") }
    for conflict in event.conflicts {
      let sources = conflict.sources.joined(separator: ", ")
      try output.write("  disputed: \(conflict.value) says \(sources)\n")
    }
    for edit in event.edits { try output.write("  corrected: \(edit)\n") }
    try output.write("  \(event.headline)\n")
    for merged in event.mentions {
      let mention = merged.mention
      let outlet = merged.source ?? mention.article
      let published = merged.published?.description ?? "undated"
      try output.write("  · \(mention.id), \(outlet), \(published)")
      if let phrase = mention.date.phrase {
        try output.write(", ‘\(phrase)’ by \(mention.date.rule ?? "hand")")
      }
      if let reason = merged.reason { try output.write("; merged: \(reason)") }
      try output.write("\n    \(mention.sentence)\n")
    }
  }

  // MARK: - Search

  /// Writes the events and articles that hold all the words.
  ///
  /// - Returns: how many were found.
  public func search(
    _ words: [String],
    asLines: Bool,
    into output: inout ByteWriter
  ) throws(Fault) -> Int {
    let query = words.flatMap(FoldedWords.query)
    guard !query.isEmpty else {
      throw Fault(.usage, "no word to look for", remedy: "give at least one word")
    }
    let archive = try open()
    defer { archive.close() }
    let lines = try catching { () throws(ArchiveError) in try archive.eventLines(holding: query) }
    try write(lines, asLines: asLines, into: &output)
    let articles = try catching { () throws(ArchiveError) in
      try archive.articles(holding: query, limit: 1000)
    }
    if asLines { return lines.count + articles.count }
    if !lines.isEmpty, !articles.isEmpty { try output.write("\n") }
    var table = TextTable(columns: [
      TextTable.Column("published", limit: 10), TextTable.Column("article", limit: 40),
      TextTable.Column("source", limit: 24), TextTable.Column("title", limit: 60),
    ])
    for article in articles {
      table.add([
        Self.day(article.published) ?? "—", article.id, article.source ?? "",
        article.title ?? String(article.text.prefix(60)),
      ])
    }
    if !articles.isEmpty { try output.write(table.text) }
    return lines.count + articles.count
  }

  private static func day(_ number: Int?) -> String? {
    number.flatMap { CivilDate(dayNumber: $0) }?.description
  }

  private func open() throws(Fault) -> Archive {
    try catching { () throws(ArchiveError) in try Archive(path: path, for: .reading) }
  }
}
