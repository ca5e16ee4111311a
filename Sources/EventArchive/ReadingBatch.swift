/// What a stretch of reading gave, to be kept in one step.
public struct ReadingBatch: Sendable {
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

  /// A file that was read to its end.
  public struct Finished: Sendable {
    /// The file.
    public var file: ArchivedFile
    /// The keys of articles that it held and holds no more: they are kept by the archive alone.
    public var lost: [Int]

    /// A file, and what it lost.
    public init(file: ArchivedFile, lost: [Int]) {
      self.file = file
      self.lost = lost
    }
  }

  /// The articles that are new or changed.
  public var entries: [Entry] = []
  /// The keys of articles that stand in another place of their file now, or stand there again, each
  /// with its place.
  public var moved: [(key: Int, place: Int)] = []
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
    entries.isEmpty && moved.isEmpty && finished.isEmpty && stamps.isEmpty && gone.isEmpty
  }
}
