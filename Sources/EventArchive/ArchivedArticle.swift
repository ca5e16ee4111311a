public import Chronology
public import NewsModel

/// An article in the archive: where it was read, what it holds and tells.
public struct ArchivedArticle: Hashable, Sendable {
  /// The file it was read from, from the report's folder.
  public var path: String
  /// How many articles of the same id stand before it in that file.
  public var occurrence: Int
  /// Its place in the file, counted from 0.
  public var place: Int
  /// Whether the archive alone still has it: the file is gone, or holds it no more.
  public var isKept = false
  /// The id of the article whose text it repeats.
  public var copyOf: String?
  /// The digest of what the input said of it.
  public var digest: String
  /// The article, with the day that was proved for it; its text may be left out when it is read.
  public var article: Article
  /// The day the input gave it.
  public var written: CivilDate?
  /// Where the input’s day is from.
  public var writtenBasis: DateBasis
  /// The smallest hashes of its runs of words.
  public var sketch: [UInt64]
  /// How many runs of words it has.
  public var runs: Int
  /// What it tells.
  public var mentions: [ArchivedMention]

  /// An article and what it tells.
  public init(
    path: String,
    occurrence: Int,
    place: Int,
    digest: String,
    article: Article,
    written: CivilDate?,
    writtenBasis: DateBasis,
    sketch: [UInt64],
    runs: Int,
    mentions: [ArchivedMention]
  ) {
    self.path = path
    self.occurrence = occurrence
    self.place = place
    self.digest = digest
    self.article = article
    self.written = written
    self.writtenBasis = writtenBasis
    self.sketch = sketch
    self.runs = runs
    self.mentions = mentions
  }
}

/// A telling in the archive, with its offsets in code points.
public struct ArchivedMention: Hashable, Codable, Sendable {
  /// The telling.
  public var mention: EventMention
  /// Where its trigger stands, in code points.
  public var points: TextRange
  /// Where its sentence stands, in code points.
  public var sentencePoints: TextRange

  /// A telling and where it stands.
  public init(_ mention: EventMention, points: TextRange, sentencePoints: TextRange) {
    self.mention = mention
    self.points = points
    self.sentencePoints = sentencePoints
  }
}

/// A file of articles as it was read last.
public struct ArchivedFile: Hashable, Sendable {
  /// Its path from the report’s folder.
  public var path: String
  /// The digest of its bytes.
  public var digest: String
  /// Size, times and node: when they are the same, so are the bytes.
  public var stamp: String
  /// How many records were read from it.
  public var good: Int
  /// What of it was set aside.
  public var setAside: [SetAsideRecord]
  /// Whether it holds events beside articles, or in their place.
  public var holdsEvents: Bool

  /// A file as it was read.
  public init(
    path: String,
    digest: String,
    stamp: String,
    good: Int,
    setAside: [SetAsideRecord],
    holdsEvents: Bool
  ) {
    self.path = path
    self.digest = digest
    self.stamp = stamp
    self.good = good
    self.setAside = setAside
    self.holdsEvents = holdsEvents
  }
}

/// A record that could not be read.
public struct SetAsideRecord: Hashable, Codable, Sendable {
  /// Its line, in a file of many.
  public var line: Int?
  /// Where that line begins, in bytes from the start of the file.
  public var offset: Int?
  /// The short name of the reason.
  public var code: String
  /// The reason and the remedy.
  public var message: String

  /// A record.
  public init(line: Int?, offset: Int? = nil, code: String, message: String) {
    self.line = line
    self.offset = offset
    self.code = code
    self.message = message
  }
}
