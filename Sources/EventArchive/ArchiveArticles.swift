import Chronology
import FoundationEssentials
import GRDB
import NewsModel

/// Articles, their files and what they tell.
extension Archive {
  // MARK: - Files

  /// The files as they were read last, by path; what was set aside is not among it.
  public func files() throws(ArchiveError) -> [String: ArchivedFile] {
    try read { database in
      var files: [String: ArchivedFile] = [:]
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT path, digest, stamp, good, events FROM file"
      )
      while let row = try rows.next() {
        let path = try row.text(0)
        files[path] = ArchivedFile(
          path: path,
          digest: try row.text(1),
          stamp: try row.text(2),
          good: try row.integer(3),
          setAside: [],
          holdsEvents: try row.integer(4) != 0
        )
      }
      let others = try Row.fetchCursor(
        database,
        sql: "SELECT path, line, start, code, message FROM setaside ORDER BY path, number"
      )
      while let row = try others.next() {
        let record = SetAsideRecord(
          line: try row.optionalInteger(1),
          offset: try row.optionalInteger(2),
          code: try row.text(3),
          message: try row.text(4)
        )
        files[try row.text(0)]?.setAside.append(record)
      }
      return files
    }
  }

  /// An article of a file, as it is told apart from a changed one.
  public struct Standing: Hashable, Sendable {
    /// The key of its row.
    public var key: Int
    /// Its id.
    public var id: String
    /// How many of the same id stand before it.
    public var occurrence: Int
    /// Its place in the file, counted from 0.
    public var place: Int
    /// Whether the file holds it no more.
    public var isKept: Bool
    /// The digest of what the input said of it.
    public var digest: String
  }

  /// Hands on the articles of a file: the first part of one of which a build was ended in the middle is
  /// known as well.
  public func forEachStanding(
    of path: String,
    _ body: (Standing) throws -> Void
  ) throws(ArchiveError) {
    try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT key, id, occurrence, place, kept, digest FROM article WHERE path = ?",
        arguments: [path]
      )
      while let row = try rows.next() {
        try body(
          Standing(
            key: try row.integer(0),
            id: try row.text(1),
            occurrence: try row.integer(2),
            place: try row.integer(3),
            isKept: try row.integer(4) != 0,
            digest: try row.text(5)
          )
        )
      }
    }
  }

  // MARK: - Keeping

  /// Keeps what was read, all of it or nothing.
  public func keep(_ batch: ReadingBatch) throws(ArchiveError) {
    guard !batch.isEmpty else { return }
    try write { database in
      for entry in batch.entries { try Self.put(entry, database) }
      for (key, place) in batch.moved {
        try database.cachedStatement(sql: "UPDATE article SET kept = 0, place = ? WHERE key = ?")
          .execute(arguments: [place, key])
      }
      for finished in batch.finished { try Self.finish(finished, database) }
      for (path, stamp) in batch.stamps {
        try database.cachedStatement(sql: "UPDATE file SET stamp = ? WHERE path = ?")
          .execute(arguments: [stamp, path])
      }
      for path in batch.gone {
        for sql in [
          "DELETE FROM file WHERE path = ?", "DELETE FROM setaside WHERE path = ?",
          "UPDATE article SET kept = 1 WHERE path = ?",
        ] {
          try database.cachedStatement(sql: sql).execute(arguments: [path])
        }
      }
    }
  }

  static func put(_ entry: ReadingBatch.Entry, _ database: Database) throws {
    let archived = entry.article
    let article = archived.article
    try database.cachedStatement(
      sql: "DELETE FROM article WHERE path = ? AND id = ? AND occurrence = ?"
    ).execute(arguments: [archived.path, article.id, archived.occurrence])
    var sketch = Data(capacity: archived.sketch.count * 8)
    for hash in archived.sketch {
      for shift in stride(from: 56, through: 0, by: -8) {
        sketch.append(UInt8(truncatingIfNeeded: hash >> UInt64(shift)))
      }
    }
    var furniture = ByteFields()
    furniture.append(article.furniture) { $0.append($1) }
    let values: [(any DatabaseValueConvertible)?] = [
      archived.path, article.id, archived.occurrence, archived.place, archived.isKept,
      archived.digest, archived.copyOf, archived.written.map { Int($0.dayNumber) },
      archived.writtenBasis.rawValue, article.date.map { Int($0.dayNumber) },
      article.dateBasis.rawValue, article.modified.map { Int($0.dayNumber) }, article.source,
      article.url, article.title, archived.runs, sketch, Data(furniture.bytes), article.text,
      article.country,
    ]
    try database.cachedStatement(
      sql: """
        INSERT INTO article(path, id, occurrence, place, kept, digest, copy_of, written,
          written_basis, published, published_basis, modified, source, url, title, runs, sketch,
          furniture, text, country)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: StatementArguments(values))
    let key = database.lastInsertedRowID
    let insertion = try database.cachedStatement(sql: "INSERT INTO mention VALUES (?, ?, ?, ?, ?)")
    for (number, mention) in archived.mentions.enumerated() {
      var fields = ByteFields()
      fields.append(mention)
      try insertion.execute(arguments: [
        key, number, mention.mention.id, mention.mention.type.rawValue, Data(fields.bytes),
      ])
    }
    try database.cachedStatement(sql: "INSERT INTO article_words(rowid, words) VALUES (?, ?)")
      .execute(arguments: [key, entry.words])
  }

  static func finish(_ finished: ReadingBatch.Finished, _ database: Database) throws {
    let file = finished.file
    try database.cachedStatement(sql: "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?)")
      .execute(arguments: [
        file.path, file.digest, file.stamp, file.good, file.setAside.count, file.holdsEvents,
      ])
    try database.cachedStatement(sql: "DELETE FROM setaside WHERE path = ?")
      .execute(arguments: [file.path])
    for (number, record) in file.setAside.enumerated() {
      try database.cachedStatement(sql: "INSERT INTO setaside VALUES (?, ?, ?, ?, ?, ?)")
        .execute(arguments: [
          file.path, number, record.line, record.code, record.message, record.offset,
        ])
    }
    for key in finished.lost {
      try database.cachedStatement(sql: "UPDATE article SET kept = 1 WHERE key = ?")
        .execute(arguments: [key])
    }
  }

  /// Forgets the articles of an id that the archive alone still has.
  ///
  /// - Returns: how many were forgotten.
  public func forget(_ id: String) throws(ArchiveError) -> Int {
    try write { database in
      try database.execute(sql: "DELETE FROM article WHERE id = ? AND kept = 1", arguments: [id])
      return database.changesCount
    }
  }

  // MARK: - Reading back

  /// Which articles are read back, and how much of them.
  public enum Selection: Sendable {
    /// All; those without a day with their text, for what others tell may prove one.
    case all
    /// All, with their texts.
    case withTexts
    /// Those that no file holds any more, with their texts.
    case keptAlone
  }

  /// Hands on articles in the order of files and places.
  public func forEachArticle(
    _ selection: Selection = .all,
    _ body: (ArchivedArticle) throws -> Void
  ) throws(ArchiveError) {
    try read { database in
      let statement = try database.cachedStatement(
        sql: "SELECT body FROM mention WHERE article = ? ORDER BY number"
      )
      let rows = try Row.fetchCursor(database, sql: Self.articles(selection))
      while let row = try rows.next() {
        var archived = try Self.article(row)
        let bodies = try Row.fetchCursor(statement, arguments: [try row.integer(0)])
        while let row = try bodies.next() {
          var reader = ByteReader(try row.bytes(0))
          archived.mentions.append(try reader.mention())
        }
        try body(archived)
      }
    }
  }

  /// Hands on articles with their keys and without what they tell, in the order of files and places.
  public func forEachHead(
    _ body: (_ key: Int, ArchivedArticle) throws -> Void
  ) throws(ArchiveError) {
    try read { database in
      let rows = try Row.fetchCursor(database, sql: Self.articles(.all))
      while let row = try rows.next() { try body(try row.integer(0), try Self.article(row)) }
    }
  }

  /// Hands on some articles by their keys, without what they tell.
  public func forEachHead(
    ofKeys keys: [Int],
    _ body: (_ key: Int, ArchivedArticle) throws -> Void
  ) throws(ArchiveError) {
    try read { database in
      let statement = try database.cachedStatement(
        sql: Self.columns(.all) + " FROM article WHERE key = ?"
      )
      for key in keys {
        guard let row = try Row.fetchOne(statement, arguments: [key]) else { continue }
        try body(key, try Self.article(row))
      }
    }
  }

  /// Hands on where the articles that files hold were read from, and the digests of what was said.
  public func forEachDigest(
    _ body: (_ path: String, _ digest: String) throws -> Void
  ) throws(ArchiveError) {
    try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT path, digest FROM article WHERE kept = 0"
      )
      while let row = try rows.next() { try body(try row.text(0), try row.text(1)) }
    }
  }

  /// Hands on what some articles tell, by their keys.
  public func forEachArticle(
    ofKeys keys: [Int],
    _ body: (_ key: Int, [ArchivedMention]) throws -> Void
  ) throws(ArchiveError) {
    try read { database in
      let statement = try database.cachedStatement(
        sql: "SELECT body FROM mention WHERE article = ? ORDER BY number"
      )
      for key in keys {
        var mentions: [ArchivedMention] = []
        let rows = try Row.fetchCursor(statement, arguments: [key])
        while let row = try rows.next() {
          var reader = ByteReader(try row.bytes(0))
          mentions.append(try reader.mention())
        }
        try body(key, mentions)
      }
    }
  }

  private static func articles(_ selection: Selection) -> String {
    """
    \(columns(selection))
    FROM article \(selection == .keptAlone ? "WHERE kept = 1" : "")
    ORDER BY path, place, kept, id, occurrence
    """
  }

  private static func columns(_ selection: Selection) -> String {
    """
    SELECT key, path, id, occurrence, place, kept, digest, written, written_basis,
      published, published_basis, modified, source, url, title, runs, sketch,
      \(selection == .all ? Self.textsOfUndated : "furniture, text"), copy_of,
      \(selection == .all ? Self.countryOfUndated : "country")
    """
  }

  /// A row's last value is read through all pages of its text.
  private static let countryOfUndated = "iif(published IS NULL, country, NULL)"

  private static let textsOfUndated =
    "iif(published IS NULL, furniture, NULL), iif(published IS NULL, text, NULL)"

  private static func article(_ row: Row) throws -> ArchivedArticle {
    func day(_ column: Int) throws -> CivilDate? {
      try row.optionalInteger(column).flatMap { CivilDate(dayNumber: $0) }
    }
    func basis(_ column: Int) throws -> DateBasis {
      DateBasis(rawValue: try row.text(column)) ?? .none
    }
    let text = try row.optionalText(18)
    var furniture: [TextRange] = []
    if text != nil {
      var reader = ByteReader(try row.bytes(17))
      furniture = try reader.list { reader throws(ByteReader.Damage) in try reader.range() }
    }
    var archived = ArchivedArticle(
      path: try row.text(1),
      occurrence: try row.integer(3),
      place: try row.integer(4),
      digest: try row.text(6),
      article: Article(
        id: try row.text(2),
        date: try day(9),
        dateBasis: try basis(10),
        modified: try day(11),
        title: try row.optionalText(14),
        text: text ?? "",
        source: try row.optionalText(12),
        url: try row.optionalText(13),
        country: try row.optionalText(20),
        furniture: furniture
      ),
      written: try day(7),
      writtenBasis: try basis(8),
      sketch: try row.hashes(16),
      runs: try row.integer(15),
      mentions: []
    )
    archived.isKept = try row.integer(5) != 0
    archived.copyOf = try row.optionalText(19)
    return archived
  }
}
