import NewsModel

/// What one line or file of the input gave.
public enum ArticleRecord: Sendable {
  /// An article, and its line in a file of many.
  case article(Article, line: Int?)
  /// A line that is an event, not an article: it has the key `schema`. Its bytes, unread.
  case event([UInt8], line: Int)
  /// Why there is no article.
  case fault(ArticleFault)
}
