import Chronology

/// A kind of file that is read as a whole: a text, a page or a feed.
protocol DocumentFormat: Sendable {
  /// How the names of such files end, without the dot.
  var extensions: [String] { get }

  /// What a file holds, without the furniture of its articles.
  func records(in bytes: [UInt8], of file: ReadFile) throws(ArticleFault) -> [ArticleRecord]
}

/// The file that is being read.
struct ReadFile: Sendable {
  /// Its path, for faults.
  let path: String
  /// The clock where its outlet is; `nil` when it is not known.
  var clock: ZoneClock?

  /// Its name without folders and extension: the id of its article, or what the ids begin with.
  var stem: String { ArticleFiles.stem(of: path) }
}
