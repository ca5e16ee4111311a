/// An event as the last build left it.
public struct ArchivedEvent: Hashable, Sendable {
  /// Its id.
  public var id: String
  /// Its type.
  public var type: String
  /// Its status.
  public var status: String
  /// The day number of its first day.
  public var first: Int?
  /// The day number of its last day.
  public var last: Int?
  /// The sentence that tells it best.
  public var headline: String
  /// The digest of all that is known of it.
  public var digest: String
  /// All that is known of it, as a line of `tarikh events --jsonl` without its end.
  public var line: String
  /// Its words, folded as a query’s are.
  public var words: String
  /// All that is known of it, packed; `nil` in archives of older versions and from dumps.
  public var body: [UInt8]?
  /// The ids, states and names by which a sheet asks for it.
  public var tags: [String] = []

  /// An event.
  public init(
    id: String,
    type: String,
    status: String,
    first: Int?,
    last: Int?,
    headline: String,
    digest: String,
    line: String,
    words: String
  ) {
    self.id = id
    self.type = type
    self.status = status
    self.first = first
    self.last = last
    self.headline = headline
    self.digest = digest
    self.line = line
    self.words = words
  }
}

/// One build that was finished.
public struct ArchivedBuild: Hashable, Codable, Sendable {
  /// Its number, counted from 1.
  public var number: Int
  /// The version of the tool.
  public var tool: String
  /// The day the sheets were made for.
  public var day: String?
  /// How many articles the archive held.
  public var articles: Int
  /// How many events they told.
  public var events: Int
  /// How many of them were new.
  public var added: Int
  /// How many had changed.
  public var changed: Int
  /// How many earlier ones were dropped.
  public var dropped: Int

  /// A build.
  public init(
    number: Int = 0,
    tool: String,
    day: String?,
    articles: Int,
    events: Int,
    added: Int,
    changed: Int,
    dropped: Int
  ) {
    self.number = number
    self.tool = tool
    self.day = day
    self.articles = articles
    self.events = events
    self.added = added
    self.changed = changed
    self.dropped = dropped
  }
}

/// A correction as the last build applied it.
public struct ArchivedCorrection: Hashable, Codable, Sendable {
  /// The id it names.
  public var target: String
  /// Whether something bore that id.
  public var matched: Bool
  /// Who made it.
  public var author: String
  /// Why.
  public var reason: String
  /// What it does, as the file says it.
  public var body: String

  /// A correction.
  public init(target: String, matched: Bool, author: String, reason: String, body: String) {
    self.target = target
    self.matched = matched
    self.author = author
    self.reason = reason
    self.body = body
  }
}
