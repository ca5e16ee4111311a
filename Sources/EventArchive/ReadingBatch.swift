/// What a stretch of reading gave, to be kept in one step.
public struct ReadingBatch: Sendable {
  /// Where an article stands in a file that was read to its end.
  public struct Standing: Hashable, Sendable {
    /// The article's id.
    public var id: String
    /// How many of the same id stand before it.
    public var occurrence: Int
    /// Its place in the file.
    public var place: Int

    /// A place in a file.
    public init(id: String, occurrence: Int, place: Int) {
      self.id = id
      self.occurrence = occurrence
      self.place = place
    }
  }

  /// An article and the folded words to find it by.
  public struct Entry: Sendable {
    /// The article.
    public var article: ArchivedArticle
    /// Its words, folded as a query’s are, with spaces between.
    public var words: String

    /// An article and its words.
    public init(article: ArchivedArticle, words: String) {
      self.article = article
      self.words = words
    }
  }

  /// A file that was read to its end, and all that stands in it.
  public struct Finished: Sendable {
    /// The file.
    public var file: ArchivedFile
    /// Its articles; those it held before and holds no more are kept by the archive alone.
    public var standings: [Standing]

    /// A file and what stands in it.
    public init(file: ArchivedFile, standings: [Standing]) {
      self.file = file
      self.standings = standings
    }
  }

  /// The articles that are new or changed.
  public var entries: [Entry] = []
  /// The files that were read to their ends.
  public var finished: [Finished] = []
  /// The stamps of files whose bytes are as they were, by path.
  public var stamps: [String: String] = [:]
  /// The files that are there no more.
  public var gone: [String] = []

  /// Nothing yet.
  public init() {}

  /// Whether there is nothing to keep.
  public var isEmpty: Bool {
    entries.isEmpty && finished.isEmpty && stamps.isEmpty && gone.isEmpty
  }
}
