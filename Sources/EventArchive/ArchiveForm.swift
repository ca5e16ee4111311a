import GRDB

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How an archive's file is opened: which form it has, and how it is brought to the newest.
extension Archive {
  /// A connection; one for reading takes its log away again where it may, and writes nothing else.
  static func queue(_ path: String, for access: Access) throws -> DatabaseQueue {
    var configuration = configuration()
    if access == .writing { configuration.journalMode = .wal }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      if access == .reading { _ = try queue.read { try $0.tableExists("setting") } }
      return queue
    } catch  where access == .reading {
      configuration.readonly = true
      return try DatabaseQueue(path: path, configuration: configuration)
    }
  }

  /// The form of the file at a path; `nil` when there is none, or an empty one.
  ///
  /// - Throws: when it is newer than this version or no archive at all. The file stays as it is.
  static func form(
    of path: String,
    schema: ArchiveSchema
  ) throws(ArchiveError) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else {
        throw .notPermitted(path: path, detail: String(cString: strerror(errno)))
      }
      return nil
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .foreign(path: path) }
    if status.st_size == 0 { return nil }
    let isLogEmpty = stat("\(path)-wal", &status) != 0 || status.st_size == 0
    // Without a log the header tells all, and nothing need be opened that would leave its trace.
    var (application, form) = try header(of: path)
    do {
      if !isLogEmpty || (application == 0 && form == 0) {
        let queue = try DatabaseQueue(path: path, configuration: configuration())
        defer { try? queue.close() }
        let isEmpty = try queue.read { database in
          application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
          form = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
          return try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
        }
        // A build that was ended before its first commit leaves a file without a form.
        if application == 0, form == 0, isEmpty { return nil }
      }
    } catch {
      throw ArchiveError(error, path: path)
    }
    guard application == ArchiveSchema.application, form > 0 else { throw .foreign(path: path) }
    guard form <= schema.version else { throw .newer(path: path, version: form) }
    return form
  }

  /// The application and the form that a file's header names.
  static func header(
    of path: String
  ) throws(ArchiveError) -> (application: Int, form: Int) {
    guard let file = fopen(path, "rb") else {
      throw .notPermitted(path: path, detail: String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 100)
    guard fread(&bytes, 1, bytes.count, file) == bytes.count,
      bytes.starts(with: Array("SQLite format 3".utf8) + [0])
    else { throw .foreign(path: path) }
    func number(at offset: Int) -> Int {
      bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    return (number(at: 68), number(at: 60))
  }

  static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    // A build's ending is one transaction over many calls.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -16384")
    }
    return configuration
  }

  /// Brings an archive to the newest form, with a copy of the old one beside it first.
  static func migrate(
    _ path: String,
    from form: Int,
    to schema: ArchiveSchema
  ) throws(ArchiveError) {
    do {
      var configuration = configuration()
      configuration.journalMode = .wal
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      defer { try? queue.close() }
      if form > 0 { try copy(queue, to: "\(path).v\(form).backup") }
      try queue.write { try apply(schema, to: $0) }
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// Takes the steps that are still to be taken.
  static func apply(_ schema: ArchiveSchema, to database: Database) throws {
    let form = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    for step in schema.steps.dropFirst(form) { try database.execute(sql: step) }
    try database.execute(
      sql: """
        PRAGMA application_id = \(ArchiveSchema.application);
        PRAGMA user_version = \(schema.version)
        """
    )
  }
}
