import FoundationEssentials
import GRDB

/// The fingerprints of texts, gone through without the texts.
extension Archive {
  /// Hands on the fingerprint of every article with its key, by key.
  public func forEachSketch(
    _ body: (_ key: Int, _ hashes: [UInt64], _ runs: Int) throws -> Void
  ) throws(ArchiveError) {
    try read { database in
      let rows = try Row.fetchCursor(database, sql: "SELECT key, runs, sketch FROM article")
      while let row = try rows.next() {
        try body(try row.integer(0), try row.hashes(2), try row.integer(1))
      }
    }
  }

  /// The fingerprint of an article; `nil` when there is none of that key.
  public func sketch(
    ofKey key: Int
  ) throws(ArchiveError) -> (hashes: [UInt64], runs: Int)? {
    try read { database in
      let statement = try database.cachedStatement(
        sql: "SELECT runs, sketch FROM article WHERE key = ?"
      )
      guard let row = try Row.fetchOne(statement, arguments: [key]) else { return nil }
      return (try row.hashes(1), try row.integer(0))
    }
  }
}

extension Row {
  /// The hashes of a column, eight bytes each.
  func hashes(_ column: Int) throws -> [UInt64] {
    guard column < count else { throw WrongKind(column: column) }
    return try withUnsafeData(atIndex: column) { data in
      guard let data else { throw WrongKind(column: column) }
      return data.withUnsafeBytes { bytes in
        [UInt64](unsafeUninitializedCapacity: bytes.count / 8) { hashes, count in
          count = bytes.count / 8
          for index in 0..<count {
            let word = bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
            hashes[index] = UInt64(bigEndian: word)
          }
        }
      }
    }
  }
}
