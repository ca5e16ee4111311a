import Chronology
import FoundationEssentials
import GRDB
import NewsModel

/// The archive as text: one JSON object a line, the same bytes for the same contents.
///
/// The history of builds and the stamps of files are left out: they tell when work was done, not
/// what the articles say.
extension Archive {
  /// What one line of a dump holds.
  private enum Line {
    struct Head: Codable {
      var tarikh = "archive/1"
      var settings: [String: String]
    }

    struct File: Codable {
      var path: String
      var digest: String
      var good: Int
      var bad: [SetAsideRecord]
      var events: Bool
    }

    struct Text: Codable {
      var path: String
      var id: String
      var occurrence: Int
      var place: Int
      var kept: Bool
      var copyOf: String?
      var digest: String
      var written: CivilDate?
      var writtenBasis: DateBasis
      var published: CivilDate?
      var publishedBasis: DateBasis
      var modified: CivilDate?
      var source: String?
      var url: String?
      var country: String?
      var title: String?
      var runs: Int
      var sketch: [UInt64]
      var furniture: [TextRange]
      var text: String
      var mentions: [ArchivedMention]
    }

    struct Telling: Codable {
      var id: String
      var type: String
      var status: String
      var first: Int?
      var last: Int?
      var headline: String
      var digest: String
      var line: String
    }
  }

  /// One line of a dump, whatever it holds.
  private struct Record: Codable {
    var head: Line.Head?
    var file: Line.File?
    var article: Line.Text?
    var event: Line.Telling?
    var correction: ArchivedCorrection?
  }

  /// The settings that describe contents; others describe the machine the archive is on.
  private static let told = ["report"]

  // MARK: - Out

  /// Hands on the lines of a dump, with their ends.
  public func dump(_ body: ([UInt8]) throws -> Void) throws(ArchiveError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func write(_ record: Record) throws {
      try body(Array(try encoder.encode(record)) + [UInt8(ascii: "\n")])
    }
    var settings: [String: String] = [:]
    for name in Self.told { settings[name] = try setting(name) }
    let files = try files()
    do {
      try write(Record(head: Line.Head(settings: settings)))
      for (_, file) in files.sorted(by: { $0.key < $1.key }) {
        let line = Line.File(
          path: file.path,
          digest: file.digest,
          good: file.good,
          bad: file.setAside,
          events: file.holdsEvents
        )
        try write(Record(file: line))
      }
    } catch {
      throw ArchiveError(error, path: path)
    }
    try forEachArticle(.withTexts) { archived in
      try write(Record(article: Self.line(of: archived)))
    }
    try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT id, type, status, first, last, headline, digest, line FROM event ORDER BY id"
      )
      while let row = try rows.next() {
        let line = Line.Telling(
          id: try row.text(0),
          type: try row.text(1),
          status: try row.text(2),
          first: try row.optionalInteger(3),
          last: try row.optionalInteger(4),
          headline: try row.text(5),
          digest: try row.text(6),
          line: try row.text(7)
        )
        try write(Record(event: line))
      }
      let corrections = try Row.fetchCursor(
        database,
        sql: "SELECT target, matched, author, reason, body FROM correction ORDER BY number"
      )
      while let row = try corrections.next() {
        let correction = ArchivedCorrection(
          target: try row.text(0),
          matched: try row.integer(1) != 0,
          author: try row.text(2),
          reason: try row.text(3),
          body: try row.text(4)
        )
        try write(Record(correction: correction))
      }
    }
  }

  private static func line(of archived: ArchivedArticle) -> Line.Text {
    let article = archived.article
    return Line.Text(
      path: archived.path,
      id: article.id,
      occurrence: archived.occurrence,
      place: archived.place,
      kept: archived.isKept,
      copyOf: archived.copyOf,
      digest: archived.digest,
      written: archived.written,
      writtenBasis: archived.writtenBasis,
      published: article.date,
      publishedBasis: article.dateBasis,
      modified: article.modified,
      source: article.source,
      url: article.url,
      country: article.country,
      title: article.title,
      runs: archived.runs,
      sketch: archived.sketch,
      furniture: article.furniture,
      text: article.text,
      mentions: archived.mentions
    )
  }

  // MARK: - In

  /// Fills an empty archive with the lines of a dump.
  ///
  /// - Parameters:
  ///   - next: gives the next line without its end; `nil` at the end.
  ///   - words: the folded words of a text, to find it by.
  ///   - wordsOfEvent: the folded words of an event's line.
  public func restore(
    from next: () throws -> [UInt8]?,
    words: (String) -> String,
    wordsOfEvent: (String) -> String
  ) throws(ArchiveError) {
    try write { database in
      let decoder = JSONDecoder()
      var number = 0
      var corrections = 0
      var isComplete = false
      while true {
        number += 1
        let record: Record
        do {
          guard let bytes = try next() else { break }
          record = try decoder.decode(Record.self, from: Data(bytes))
        } catch {
          throw ArchiveError.dump(line: number, detail: "cannot be read")
        }
        if let head = record.head {
          guard head.tarikh == "archive/1" else {
            throw ArchiveError.dump(line: number, detail: "form ‘\(head.tarikh)’ is not known")
          }
          isComplete = true
          for (name, value) in head.settings { try Self.set(name, to: value, database) }
        }
        guard isComplete else {
          throw ArchiveError.dump(line: number, detail: "the first line is missing")
        }
        if let file = record.file { try Self.finish(Self.finished(file), database) }
        if let text = record.article {
          let words = words("\(text.title ?? "") \(text.text)")
          try Self.put(ReadingBatch.Entry(article: Self.archived(text), words: words), database)
        }
        if let event = record.event { try Self.put(Self.archived(event, wordsOfEvent), database) }
        if let correction = record.correction {
          try Self.put(correction, number: corrections, database)
          corrections += 1
        }
      }
      guard isComplete else { throw ArchiveError.dump(line: 1, detail: "there is no line") }
    }
  }

  private static func finished(_ line: Line.File) -> ReadingBatch.Finished {
    let file = ArchivedFile(
      path: line.path,
      digest: line.digest,
      stamp: "",
      good: line.good,
      setAside: line.bad,
      holdsEvents: line.events
    )
    return ReadingBatch.Finished(file: file, lost: [])
  }

  private static func archived(_ line: Line.Text) -> ArchivedArticle {
    var archived = ArchivedArticle(
      path: line.path,
      occurrence: line.occurrence,
      place: line.place,
      digest: line.digest,
      article: Article(
        id: line.id,
        date: line.published,
        dateBasis: line.publishedBasis,
        modified: line.modified,
        title: line.title,
        text: line.text,
        source: line.source,
        url: line.url,
        country: line.country,
        furniture: line.furniture
      ),
      written: line.written,
      writtenBasis: line.writtenBasis,
      sketch: line.sketch,
      runs: line.runs,
      mentions: line.mentions
    )
    archived.isKept = line.kept
    archived.copyOf = line.copyOf
    return archived
  }

  private static func archived(
    _ line: Line.Telling,
    _ words: (String) -> String
  ) -> ArchivedEvent {
    ArchivedEvent(
      id: line.id,
      type: line.type,
      status: line.status,
      first: line.first,
      last: line.last,
      headline: line.headline,
      digest: line.digest,
      line: line.line,
      words: words(line.line)
    )
  }
}
