import FoundationEssentials
import GRDB

/// Events of the last build, what changed since the one before, and finding them again.
extension Archive {
  /// What the end of a build keeps: all of it in one step, or nothing.
  public struct Ending: Sendable {
    /// The corrections, in the file’s order.
    public var corrections: [ArchivedCorrection] = []
    /// The copy each article is of, by the article's key, where that changed.
    public var copies: [(key: Int, of: String?)] = []
    /// The build; `nil` when nothing changed that a reader could see.
    public var build: ArchivedBuild?
    /// Settings to keep.
    public var settings: [String: String] = [:]

    /// Nothing yet.
    public init() {}
  }

  /// Keeps the end of a build.
  public func keep(_ ending: Ending) throws(ArchiveError) {
    try write { database in
      try database.execute(sql: "DELETE FROM correction")
      for (number, correction) in ending.corrections.enumerated() {
        try Self.put(correction, number: number, database)
      }
      for copy in ending.copies {
        try database.cachedStatement(sql: "UPDATE article SET copy_of = ? WHERE key = ?")
          .execute(arguments: [copy.of, copy.key])
      }
      if let build = ending.build {
        try database.execute(
          sql: """
            INSERT INTO build(tool, day, articles, events, added, changed, dropped)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            build.tool, build.day, build.articles, build.events, build.added, build.changed,
            build.dropped,
          ]
        )
      }
      for (name, value) in ending.settings { try Self.set(name, to: value, database) }
    }
  }

  static func put(_ event: ArchivedEvent, _ database: Database) throws {
    try database.cachedStatement(sql: "DELETE FROM event WHERE id = ?")
      .execute(arguments: [event.id])
    try database.cachedStatement(
      sql: """
        INSERT INTO event(id, type, status, first, last, headline, digest, line, body)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      event.id, event.type, event.status, event.first, event.last, event.headline, event.digest,
      event.line, event.body.map { Data($0) },
    ])
    let key = database.lastInsertedRowID
    try database.cachedStatement(sql: "INSERT INTO event_words(rowid, words) VALUES (?, ?)")
      .execute(arguments: [key, event.words])
    // Tags of rows that were replaced lead nowhere: keys are never used again.
    let tag = try database.cachedStatement(sql: "INSERT OR IGNORE INTO event_tag VALUES (?, ?)")
    for name in event.tags { try tag.execute(arguments: [Self.tag(name), key]) }
  }

  static func put(
    _ correction: ArchivedCorrection,
    number: Int,
    _ database: Database
  ) throws {
    try database.execute(
      sql: "INSERT INTO correction VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        number, correction.target, correction.matched, correction.author, correction.reason,
        correction.body,
      ]
    )
  }

  // MARK: - Asking

  /// How many articles, mentions, events and builds there are.
  public func counts() throws(ArchiveError) -> [(name: String, count: Int)] {
    try read { database in
      try ["article", "mention", "event", "correction", "build"].map { table in
        (table, try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0)
      }
    }
  }

  /// The builds, the newest first.
  public func builds(limit: Int) throws(ArchiveError) -> [ArchivedBuild] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT number, tool, day, articles, events, added, changed, dropped FROM build
          ORDER BY number DESC LIMIT ?
          """,
        arguments: [limit]
      ).map { row in
        ArchivedBuild(
          number: try row.integer(0),
          tool: try row.text(1),
          day: try row.optionalText(2),
          articles: try row.integer(3),
          events: try row.integer(4),
          added: try row.integer(5),
          changed: try row.integer(6),
          dropped: try row.integer(7)
        )
      }
    }
  }

  /// The lines of all events, by day, then id; undated ones last.
  public func forEachEventLine(_ body: (String) throws -> Void) throws(ArchiveError) {
    try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT line FROM event ORDER BY coalesce(first, last, 4000000), id"
      )
      while let row = try rows.next() { try body(try row.text(0)) }
    }
  }

  /// The lines of the events of some ids.
  public func eventLines(of ids: [String]) throws(ArchiveError) -> [String] {
    try read { database in
      let statement = try database.cachedStatement(sql: "SELECT line FROM event WHERE id = ?")
      return try ids.compactMap { id in
        try Row.fetchOne(statement, arguments: [id])?.text(0)
      }
    }
  }

  /// The lines of the events of an id, or of those that hold a mention of that id.
  public func eventLines(ofEventOrMention id: String) throws(ArchiveError) -> [String] {
    try read { database in
      let event = try Row.fetchAll(
        database,
        sql: "SELECT line FROM event WHERE id = ?",
        arguments: [id]
      )
      guard event.isEmpty else { return try event.map { try $0.text(0) } }
      // Mention ids stand in the line as `"id":"…"`; there is no index, and no need of one.
      return try Row.fetchAll(
        database,
        sql: "SELECT line FROM event WHERE instr(line, ?) > 0 ORDER BY id",
        arguments: ["\"id\":\"\(id)\""]
      ).map { try $0.text(0) }
    }
  }

  /// The lines of the events that hold all the words, by day.
  public func eventLines(holding words: [String]) throws(ArchiveError) -> [String] {
    guard let match = Self.match(words) else { return [] }
    return try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT event.line FROM event_words JOIN event ON event.key = event_words.rowid
          WHERE event_words MATCH ? ORDER BY coalesce(event.first, event.last, 4000000), event.id
          """,
        arguments: [match]
      ).map { try $0.text(0) }
    }
  }

  /// An article that was found by its words.
  public struct FoundArticle: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// The file it is from.
    public var path: String
    /// The day number it was published on.
    public var published: Int?
    /// Its outlet.
    public var source: String?
    /// Its headline.
    public var title: String?
    /// Its text.
    public var text: String
    /// The id of the article whose text it repeats.
    public var copyOf: String?
  }

  /// The articles that hold all the words, the newest first.
  public func articles(holding words: [String], limit: Int) throws(ArchiveError) -> [FoundArticle] {
    guard let match = Self.match(words) else { return [] }
    return try articles(
      "JOIN article_words ON article.key = article_words.rowid WHERE article_words MATCH ?",
      [match, limit]
    )
  }

  /// The articles of an id.
  public func articles(ofID id: String) throws(ArchiveError) -> [FoundArticle] {
    try articles("WHERE article.id = ?", [id, 100])
  }

  private func articles(
    _ condition: String,
    _ arguments: StatementArguments
  ) throws(ArchiveError) -> [FoundArticle] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT article.id, path, published, source, title, text, copy_of FROM article \(condition)
          ORDER BY published DESC, path, place LIMIT ?
          """,
        arguments: arguments
      ).map { row in
        FoundArticle(
          id: try row.text(0),
          path: try row.text(1),
          published: try row.optionalInteger(2),
          source: try row.optionalText(3),
          title: try row.optionalText(4),
          text: try row.text(5),
          copyOf: try row.optionalText(6)
        )
      }
    }
  }

  /// The query of words that are letters and digits alone, each quoted; `nil` for none.
  private static func match(_ words: [String]) -> String? {
    let quoted = words.map { word in "\"\(word.filter { $0 != "\"" })\"" }
    return quoted.isEmpty ? nil : quoted.joined(separator: " AND ")
  }
}
