import FoundationEssentials
import GRDB
import NewsModel

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

  /// Hands on the articles that the last build merged, by key.
  ///
  /// - Parameter withMarks: whether their marks are asked for; they are empty else.
  public func forEachMergedArticle(
    withMarks: Bool = true,
    _ body: (MergedArticle) throws -> Void
  ) throws(ArchiveError) {
    try read { database in
      let rows = try Row.fetchCursor(database, sql: withMarks ? Self.merged : Self.unmarked)
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

  private static let merged = """
    SELECT article, id, published, original, marks FROM merged WHERE article > 0 ORDER BY article
    """

  private static let unmarked = """
    SELECT article, id, published, original, x'' FROM merged WHERE article > 0 ORDER BY article
    """

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
}
