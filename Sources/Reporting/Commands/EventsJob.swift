import ArticleReading
import Chronology
import DataFiles
import EventExtraction
import Exporting
import NewsModel

/// `tarikh events`: the events of the given articles, merged or as each article tells them.
public struct EventsJob: Sendable {
  /// How the answer is written.
  public enum Form: Sendable {
    /// A table for people.
    case table
    /// One JSON object a line.
    case jsonLines
  }

  /// The language of what is told of articles without a date, `ar` or `en`.
  public var language = "en"

  private let operands: [String]
  private let settings: RunSettings
  private let pipeline: Pipeline
  private let tables: WordTables

  /// A job over files; standard input when there are none.
  public init(operands: [String], settings: RunSettings) throws(Fault) {
    self.operands = operands
    self.settings = settings
    tables = try WordTables.ofEvents(userTables: settings.gazetteer)
    pipeline = Pipeline(tables, settings: settings.dates)
  }

  /// Writes the merged events that pass the filter.
  ///
  /// - Parameters:
  ///   - tell: is given each complaint for the user.
  ///   - note: is given what was proved of articles without a day or with a late one, or the question to ask.
  /// - Returns: what was counted.
  public func writeMerged(
    _ form: Form,
    filter: EventFilter,
    into output: inout ByteWriter,
    tell: (String) -> Void,
    note: (String) -> Void = { _ in }
  ) throws(Fault) -> Tally {
    try filter.check(by: tables.vocabulary)
    let outcome = try EventSource(pipeline: pipeline, settings: settings).outcome(of: operands)
    for record in outcome.setAside { tell(record.description) }
    let words = try ProofWords(language: language)
    for stamp in outcome.late { note(words.text(of: stamp)) }
    for proof in outcome.gathering.proofs { note(words.text(of: proof)) }
    let filter = filter.fixed(
      asOf: outcome.gathering.newestDay,
      weekStart: settings.weekStart
    )
    let events = filter(outcome.gathering.merged(by: pipeline))
    switch form {
    case .table:
      guard !events.isEmpty else { break }
      var table = EventsTable()
      for event in events { table.add(event) }
      try output.write(table.text)
    case .jsonLines:
      let line = try EventLines(offsets: outcome.gathering.offsets)
      for event in events { try output.write(line.bytes(of: event)) }
    }
    return outcome.tally
  }

  /// Writes of one event why it is dated, merged and told as it is.
  ///
  /// - Parameters:
  ///   - id: the event's id, or its beginning, or the id of one of its tellings.
  ///   - language: `ar` or `en`.
  public func writeExplanation(
    of id: String,
    language: String,
    into output: inout ByteWriter,
    tell: (String) -> Void
  ) throws(Fault) -> Tally {
    let explanation = try EventExplanation(language: language)
    let outcome = try EventSource(pipeline: pipeline, settings: settings).outcome(of: operands)
    for record in outcome.setAside { tell(record.description) }
    let events = outcome.gathering.merged(by: pipeline)
    try output.write(explanation.text(of: try EventChoice(events).event(named: id)))
    return outcome.tally
  }

  /// Writes the names behind titles that no entry of the gazetteer has, the most frequent first.
  public func writeUnlinked(
    _ form: Form,
    into output: inout ByteWriter,
    tell: (String) -> Void
  ) throws(Fault) -> Tally {
    let reader = try RecordReader(settings: settings, findsFurniture: true, takesPhrases: false)
    let run = ItemRun(
      operands,
      mayBePhrases: false,
      lineLimit: reader.lineLimit,
      settings: settings
    )
    var tally = Tally()
    var census = UnlinkedCensus()
    try run.forEach { item in
      unlinked(in: item, reader)
    } finish: { (answers) throws(Fault) in
      for (answer, found) in answers {
        tally = tally + answer.tally
        answer.messages.forEach(tell)
        for (article, names) in found { census.add(names, of: article) }
      }
    }
    try output.write(form == .jsonLines ? census.jsonLines : Array(census.table.utf8))
    return tally
  }

  private func unlinked(
    in item: Item,
    _ reader: RecordReader
  ) -> (Answer, [(String, [UnlinkedName])]) {
    var answer = Answer()
    var unused = JSONWriter()
    var found: [(String, [UnlinkedName])] = []
    for record in reader.records(of: item) {
      switch record {
      case .article(let article, _):
        answer.tally.good += 1
        found.append((article.id, pipeline.unlinkedNames(in: article)))
      case .event(_, let line):
        answer.add(.noArticle(file: item.file, line: line), writesLine: false, to: &unused)
      case .fault(let fault): answer.add(fault, writesLine: false, to: &unused)
      }
    }
    return (answer, found)
  }

  /// Writes the events of each article as it tells them, one line in, one line out, as they come.
  public func writeMentions(
    _ form: Form,
    into output: inout ByteWriter,
    tell: (String) -> Void
  ) throws(Fault) -> Tally {
    let reader = try RecordReader(settings: settings, findsFurniture: true, takesPhrases: false)
    let run = ItemRun(
      operands,
      mayBePhrases: false,
      lineLimit: reader.lineLimit,
      settings: settings
    )
    var tally = Tally()
    var table = MentionsTable()
    try run.forEach { item in
      answer(to: item, form, reader)
    } finish: { (answers) throws(Fault) in
      for (answer, mentions) in answers {
        tally = tally + answer.tally
        answer.messages.forEach(tell)
        for mention in mentions { table.add(mention) }
        try output.write(answer.bytes)
      }
      if form == .jsonLines { try output.flush() }
    }
    if form == .table { try output.write(table.text) }
    return tally
  }

  private func answer(
    to item: Item,
    _ form: Form,
    _ reader: RecordReader
  ) -> (Answer, [EventMention]) {
    var answer = Answer()
    var all: [EventMention] = []
    var writer = JSONWriter(reserving: item.size)
    let writesLine = form == .jsonLines
    for record in reader.records(of: item) {
      switch record {
      case .article(let article, _):
        answer.tally.good += 1
        let (article, mentions) = pipeline.told(by: article)
        guard writesLine else {
          all += mentions
          continue
        }
        MentionsLine(id: article.id, date: article.date, text: article.text, mentions: mentions)
          .write(to: &writer)
      case .event(_, let line):
        answer.add(.noArticle(file: item.file, line: line), writesLine: writesLine, to: &writer)
      case .fault(let fault):
        answer.add(fault, writesLine: writesLine, to: &writer)
      }
    }
    answer.bytes = writer.bytes
    return (answer, all)
  }
}

/// Writes merged events as lines.
struct EventLines: Sendable {
  private let line: EventLine
  private let offsets: MentionOffsets

  /// A writer of events whose tellings stand at these offsets.
  init(offsets: MentionOffsets) throws(Fault) {
    do throws(DataFileError) {
      line = EventLine(plover: try .shipped()) { day in
        HijriCalendar.hijri(of: day)?.hijri.description
      }
    } catch {
      throw Fault(error)
    }
    self.offsets = offsets
  }

  /// The line of an event.
  func bytes(of event: Event) -> [UInt8] {
    var writer = JSONWriter(reserving: 2048)
    line.write(event, offsets: offsets, to: &writer)
    return writer.bytes
  }
}

/// The table of tellings before merging.
private struct MentionsTable {
  private var table = TextTable(columns: [
    TextTable.Column("date", limit: 24), TextTable.Column("type", limit: 20),
    TextTable.Column("status", limit: 12), TextTable.Column("id", limit: 30),
    TextTable.Column("parties", limit: 60),
  ])
  private var isEmpty = true

  mutating func add(_ mention: EventMention) {
    isEmpty = false
    table.add([
      mention.date.isUndated ? "—" : mention.date.edtf, mention.type.rawValue,
      mention.status.rawValue, mention.id,
      mention.parties.map(\.name).joined(separator: " · "),
    ])
  }

  var text: String { isEmpty ? "" : table.text }
}
