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
}
