import GRDB

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One SQLite file that remembers every article read, what it tells, and the events of the last
/// build.
///
/// It is a cache of the articles plus the corrections: whatever is in it can be made again from them.
/// Writes are transactions in a write-ahead log, synced in full; what a call returned from is there
/// after a power cut.
public struct Archive: Sendable {
  /// What an archive is opened for.
  public enum Access: Sendable {
    /// To be written; it is made when it is not there, and brought to this version's form.
    case writing
    /// To be read.
    case reading
  }

  /// The file, as the user named it.
  public let path: String
  let queue: DatabaseQueue

  // MARK: - Opening

  /// Opens the archive at a path.
  public init(path: String, for access: Access) throws(ArchiveError) {
    try self.init(path: path, for: access, schema: .current)
  }

  init(path: String, for access: Access, schema: ArchiveSchema) throws(ArchiveError) {
    self.path = path
    let form = try Self.form(of: path, schema: schema)
    switch (access, form) {
    case (.reading, nil): throw .missing(path: path)
    case (.reading, let form?) where form < schema.version:
      // Reading must not change it, and an old form cannot be read as it is.
      try Self.migrate(path, from: form, to: schema)
    case (.writing, let form) where (form ?? 0) < schema.version:
      try Self.migrate(path, from: form ?? 0, to: schema)
    default: break
    }
    do {
      queue = try Self.queue(path, for: access)
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// A copy of an archive that is thrown away with the value; an empty one for no path or no file.
  ///
  /// What a dry run writes goes here, and what a report without an archive remembers while it runs.
  public init(scratchCopyOf path: String?) throws(ArchiveError) {
    let schema = ArchiveSchema.current
    self.path = path ?? "memory"
    let form = try path.map { path throws(ArchiveError) in try Self.form(of: path, schema: schema) }
    do {
      // SQLite’s name for a file of its own that nobody else sees; small ones stay in memory.
      queue = try DatabaseQueue(path: "", configuration: Self.configuration())
      if let path, form ?? nil != nil {
        let source = try Self.queue(path, for: .reading)
        defer { try? source.close() }
        try source.backup(to: queue)
      }
      try queue.inDatabase { database in
        try database.execute(sql: "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF")
        try Self.apply(schema, to: database)
      }
    } catch {
      throw ArchiveError(error, path: self.path)
    }
  }

  /// Writes a whole copy of the archive to a path, in one step.
  static func copy(_ queue: DatabaseQueue, to path: String) throws {
    let draft = "\(path).tarikh-draft"
    unlink(draft)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "VACUUM INTO ?", arguments: [draft])
    }
    guard rename(draft, path) == 0 else {
      let code = errno
      unlink(draft)
      throw ArchiveError.inputOutput(path: path, detail: String(cString: strerror(code)))
    }
  }

  // MARK: - The whole

  /// Writes a copy of the archive as it is now, while others may be using it.
  public func backUp(to copy: String) throws(ArchiveError) {
    do {
      try Self.copy(queue, to: copy)
    } catch {
      throw ArchiveError(error, path: copy)
    }
  }

  /// What is wrong with the archive, one line each; empty when it is well.
  public func faults() throws(ArchiveError) -> [String] {
    try read { database in
      let pages = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
      var faults = pages.filter { $0 != "ok" }
      faults += try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { row in
        "\(try row.text(0)): row \(try row.integer(1)) has lost what it belongs to"
      }
      guard faults.isEmpty else { return faults }
      let mentions = try Row.fetchCursor(database, sql: "SELECT id, body FROM mention")
      while let row = try mentions.next() {
        var reader = ByteReader(try row.bytes(1))
        if (try? reader.mention()) == nil {
          faults.append("mention \(try row.text(0)): unreadable")
        }
      }
      let events = try Row.fetchCursor(
        database,
        sql: "SELECT id, body FROM event WHERE body IS NOT NULL"
      )
      while let row = try events.next() {
        var reader = ByteReader(try row.bytes(1))
        if (try? reader.event()) == nil {
          faults.append("event \(try row.text(0)): unreadable")
        }
      }
      return faults
    }
  }

  /// Ends all use of the file; the log is folded back into it.
  public func close() { try? queue.close() }

  // MARK: - Access

  /// Begins a transaction that goes on until ``commit()``: what is written meanwhile is seen by this
  /// value alone, and is gone when the process ends before.
  public func begin() throws(ArchiveError) {
    do {
      try queue.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// Ends the transaction: all of it is kept.
  public func commit() throws(ArchiveError) {
    do {
      try queue.inDatabase { try $0.execute(sql: "COMMIT") }
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// Reads in one transaction, or in the one that was begun.
  func read<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
    do {
      if queue.inDatabase(\.isInsideTransaction) { return try queue.inDatabase(body) }
      return try queue.read(body)
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// Writes in one transaction: all of it, or nothing; or in the one that was begun.
  func write<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
    do {
      if queue.inDatabase(\.isInsideTransaction) { return try queue.inDatabase(body) }
      return try queue.write(body)
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// A value kept under a name.
  public func setting(_ name: String) throws(ArchiveError) -> String? {
    try read { database in
      try String.fetchOne(
        database,
        sql: "SELECT value FROM setting WHERE name = ?",
        arguments: [name]
      )
    }
  }

  /// Keeps a value under a name.
  public func set(_ name: String, to value: String) throws(ArchiveError) {
    try write { try Self.set(name, to: value, $0) }
  }

  static func set(_ name: String, to value: String, _ database: Database) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO setting VALUES (?, ?)",
      arguments: [name, value]
    )
  }
}
