import Chronology
import GRDB
import NewsModel

/// Articles read back, as much of them as is asked for.
extension Archive {
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
