import Chronology
import NewsModel

/// What merging must know of an article: who published it, when, and a fingerprint of its text.
public struct ArticleDigest: Hashable, Sendable {
  /// The article's id.
  public var id: String
  /// The outlet.
  public var source: String?
  /// The address it was published at.
  public var url: String?
  /// The headline.
  public var title: String?
  /// The day it was published.
  public var date: CivilDate?
  /// The fingerprint of the text; `nil` when the text is not at hand.
  public var sketch: ShingleSketch?

  /// A digest of its parts.
  public init(
    id: String,
    source: String? = nil,
    url: String? = nil,
    title: String? = nil,
    date: CivilDate? = nil,
    sketch: ShingleSketch? = nil
  ) {
    self.id = id
    self.source = source
    self.url = url
    self.title = title
    self.date = date
    self.sketch = sketch
  }

  /// The order that merging relies on: by publication, then by id; those without a day last.
  static func precedes(_ one: ArticleDigest, _ other: ArticleDigest) -> Bool {
    let first = one.date ?? .last
    let second = other.date ?? .last
    return first != second ? first < second : one.id < other.id
  }

  /// The digest of an article; page furniture stays out of the fingerprint.
  public init(_ article: Article) {
    var text = article.text
    let skipped = article.furniture.map { $0.lower..<$0.upper }
    self.init(
      id: article.id,
      source: article.source,
      url: article.url,
      title: article.title,
      date: article.date,
      sketch: text.withUTF8 { ShingleSketch(utf8: $0, skipping: skipped) }
    )
  }
}
