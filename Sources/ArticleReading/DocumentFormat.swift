import NewsModel

/// A kind of file that is read as a whole: a text, later a page or a feed.
protocol DocumentFormat: Sendable {
  /// How the names of such files end, without the dot.
  var extensions: [String] { get }

  /// The articles of a file, without their furniture.
  func articles(in bytes: [UInt8], file: String) throws(ArticleFault) -> [Article]
}
