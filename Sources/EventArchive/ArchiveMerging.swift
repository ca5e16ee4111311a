import FoundationEssentials
import GRDB
public import NewsModel

/// What the last build merged: of which articles, into which events.
extension Archive {
  /// An article as the last build merged it.
  public struct MergedArticle: Hashable, Sendable {
    /// The key of its row, never used again for another text.
    public var key: Int
    /// Its id among all articles of the build.
    public var id: String
    /// The day number of its publication, given or proved.
    public var published: Int?
    /// The id of the first article that printed its text; `nil` when it is its own.
    public var original: String?
    /// The marks by which its tellings may meet others.
    public var marks: [UInt8]

    /// An article as it is merged.
    public init(key: Int, id: String, published: Int?, original: String?, marks: [UInt8]) {
      self.key = key
      self.id = id
      self.published = published
      self.original = original
      self.marks = marks
    }
  }

  /// A telling by the key of its article and its number there.
  public struct TellingKey: Hashable, Sendable {
    /// The key of the article.
    public var article: Int
    /// Its place among what the article tells, from 0.
    public var number: Int

    /// A telling of an article.
    public init(article: Int, number: Int) {
      self.article = article
      self.number = number
    }
  }

  /// An event of the last build, as it is compared with that of this one.
  public struct KnownEvent: Sendable {
    /// The digest of its line.
    public var digest: String
    /// Its line.
    public var line: String
    /// All of it, packed; `nil` in archives of older versions.
    public var body: [UInt8]?

    /// The event; `nil` when it is not packed.
    public var event: Event? {
      body.flatMap { body in
        var reader = ByteReader(body)
        return try? reader.event()
      }
    }
  }

  // MARK: - What was merged

  /// Hands on the articles that the last build merged, by key.
  ///
  /// - Parameter withMarks: whether their marks are asked for; they are empty else.
  public func forEachMergedArticle(
    withMarks: Bool = true,
    _ body: (MergedArticle) throws -> Void
  ) throws(ArchiveError) {
    try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT article, id, published, original, \(withMarks ? "marks" : "x''")
          FROM merged WHERE article > 0 ORDER BY article
          """
      )
      while let row = try rows.next() {
        try body(
          MergedArticle(
            key: try row.integer(0),
            id: try row.text(1),
            published: try row.optionalInteger(2),
            original: try row.optionalText(3),
            marks: try row.bytes(4)
          )
        )
      }
    }
  }

  /// Hands on the marks of the articles that the last build merged, by key, then those of drafts, by
  /// key.
  public func forEachMarks(_ body: ([UInt8]) throws -> Void) throws(ArchiveError) {
    try read { database in
      for sql in [
        "SELECT marks FROM merged WHERE article > 0 ORDER BY article",
        "SELECT marks FROM merged WHERE article < 0 ORDER BY article DESC",
      ] {
        let rows = try Row.fetchCursor(database, sql: sql)
        while let row = try rows.next() { try body(try row.bytes(0)) }
      }
    }
  }

  /// Forgets what was merged, but not the events.
  public func forgetMerging() throws(ArchiveError) {
    try write { try $0.execute(sql: "DELETE FROM merged; DELETE FROM telling") }
  }

  /// Drafts how some articles are merged now; what the last build merged of them stays beside it until
  /// the drafts are settled.
  ///
  /// - Parameter isSettled: whether the last build merged nothing, so that there is nothing to settle.
  public func draft(_ merged: [MergedArticle], isSettled: Bool) throws(ArchiveError) {
    try write { database in
      let statement = try database.cachedStatement(
        sql: "INSERT OR REPLACE INTO merged VALUES (?, ?, ?, ?, ?)"
      )
      for article in merged {
        // Keys begin at 1: a draft is the row of the opposite number.
        try statement.execute(arguments: [
          isSettled ? article.key : -article.key, article.id, article.published, article.original,
          Data(article.marks),
        ])
      }
    }
  }

  /// Puts drafts in the place of what the last build merged, and forgets what is gone.
  public func settleDrafts(gone: [Int]) throws(ArchiveError) {
    try write { database in
      let forget = try database.cachedStatement(sql: "DELETE FROM merged WHERE article = ?")
      for key in gone { try forget.execute(arguments: [key]) }
      try database.execute(
        sql: """
          DELETE FROM merged WHERE article IN (SELECT -article FROM merged WHERE article < 0);
          UPDATE merged SET article = -article WHERE article < 0
          """
      )
    }
  }

  /// Takes tellings out of their events.
  ///
  /// - Returns: the ids of those events.
  public func release(_ tellings: some Sequence<TellingKey>) throws(ArchiveError) -> Set<String> {
    try write { database in
      let find = try database.cachedStatement(
        sql: "SELECT event FROM telling WHERE article = ? AND number = ?"
      )
      let remove = try database.cachedStatement(
        sql: "DELETE FROM telling WHERE article = ? AND number = ?"
      )
      var events: Set<String> = []
      for telling in tellings {
        let row = try Row.fetchOne(find, arguments: [telling.article, telling.number])
        guard let row else { continue }
        events.insert(try row.text(0))
        try remove.execute(arguments: [telling.article, telling.number])
      }
      return events
    }
  }

  /// Notes which event each telling went to.
  public func assign(_ tellings: [(telling: TellingKey, event: String)]) throws(ArchiveError) {
    try write { database in
      let statement = try database.cachedStatement(
        sql: "INSERT OR REPLACE INTO telling VALUES (?, ?, ?)"
      )
      for (telling, event) in tellings {
        try statement.execute(arguments: [telling.article, telling.number, event])
      }
    }
  }

  /// Whether tellings belong to an event of this id.
  public func hasTellings(of event: String) throws(ArchiveError) -> Bool {
    try read { database in
      let statement = try database.cachedStatement(sql: "SELECT 1 FROM telling WHERE event = ?")
      return try Row.fetchOne(statement, arguments: [event]) != nil
    }
  }

  // MARK: - Events

  /// The events of some ids that are kept.
  public func knownEvents(
    of ids: some Sequence<String>
  ) throws(ArchiveError) -> [String: KnownEvent] {
    try read { database in
      let statement = try database.cachedStatement(
        sql: "SELECT digest, line, body FROM event WHERE id = ?"
      )
      var known: [String: KnownEvent] = [:]
      for id in ids {
        guard let row = try Row.fetchOne(statement, arguments: [id]) else { continue }
        let hasBody = !(row[2] as DatabaseValue).isNull
        known[id] = KnownEvent(
          digest: try row.text(0),
          line: try row.text(1),
          body: hasBody ? try row.bytes(2) : nil
        )
      }
      return known
    }
  }

  /// The ids of all events.
  public func eventIDs() throws(ArchiveError) -> Set<String> {
    try read { database in
      var ids: Set<String> = []
      let rows = try Row.fetchCursor(database, sql: "SELECT id FROM event")
      while let row = try rows.next() { ids.insert(try row.text(0)) }
      return ids
    }
  }

  /// How many events there are.
  public func eventCount() throws(ArchiveError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM event") ?? 0 }
  }

  /// Keeps events in the place of those of the same ids.
  public func keep(_ events: [ArchivedEvent]) throws(ArchiveError) {
    try write { database in for event in events { try Self.put(event, database) } }
  }

  /// Drops events.
  public func drop(_ events: some Sequence<String>) throws(ArchiveError) {
    try write { database in
      let statement = try database.cachedStatement(sql: "DELETE FROM event WHERE id = ?")
      for id in events { try statement.execute(arguments: [id]) }
    }
  }

  /// Which events may be on a sheet: what can be asked without reading them.
  public struct EventQuery: Hashable, Sendable {
    /// The first day number they may lie on.
    public var first: Int?
    /// The last day number they may lie on.
    public var last: Int?
    /// Their types; any when empty.
    public var types: [String] = []
    /// Ids, states or names, each of which must be among the event's tags.
    public var tags: [String] = []

    /// All events.
    public init() {}
  }

  /// Hands on the events that a query may mean, by day, then id, those without a day last; a few
  /// others may be among them.
  public func forEachEvent(
    _ query: EventQuery = EventQuery(),
    _ body: (Event, _ digest: String) throws -> Void
  ) throws(ArchiveError) {
    var conditions: [String] = []
    var arguments: [(any DatabaseValueConvertible)?] = []
    for tag in query.tags {
      conditions.append("key IN (SELECT event FROM event_tag WHERE tag = ?)")
      arguments.append(Self.tag(tag))
    }
    if let first = query.first {
      conditions.append("(last IS NULL OR last >= ?)")
      arguments.append(first)
    }
    if let last = query.last {
      conditions.append("(first IS NULL OR first <= ?)")
      arguments.append(last)
    }
    if !query.types.isEmpty {
      conditions.append("type IN (\(query.types.map { _ in "?" }.joined(separator: ", ")))")
      arguments += query.types
    }
    let condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    let values = StatementArguments(arguments)
    try read { database in
      // Only keys are sorted: the rows are large.
      let keys = try Int64.fetchAll(
        database,
        sql: "SELECT key FROM event \(condition) ORDER BY coalesce(first, last, 4000000), id",
        arguments: values
      )
      let statement = try database.cachedStatement(
        sql: "SELECT body, digest FROM event WHERE key = ?"
      )
      for key in keys {
        guard let row = try Row.fetchOne(statement, arguments: [key]) else { continue }
        var reader = ByteReader(try row.bytes(0))
        try body(try reader.event(), try row.text(1))
      }
    }
  }

  /// A tag as a number: short, and what two names share of it a look at the event tells apart.
  static func tag(_ name: String) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int64(bitPattern: hash)
  }
}
