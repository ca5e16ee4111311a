import GRDB
public import NewsModel

/// Events read back and kept, all or those that a question may mean.
extension Archive {
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
