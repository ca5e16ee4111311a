import EventFusion
import NewsModel

/// Gives every article an id of its own among all that are merged together.
///
/// Outlets number their articles each for itself, so two may have one id; what they tell must stay apart.
struct ArticleIDs {
  private var known: [String: ArticleDigest] = [:]

  /// The id of an article: its own, or that with a number behind it when another has it; `nil` for the
  /// same article a second time.
  mutating func id(of article: ArticleDigest) -> String? {
    var id = article.id
    var number = 1
    while let other = known[id] {
      if other.sketch == article.sketch, other.date == article.date { return nil }
      number += 1
      id = "\(article.id)~\(number)"
    }
    known[id] = article
    return id
  }
}

extension EventMention {
  /// The same telling of an article that is known by another id.
  func told(by id: String) -> EventMention {
    guard id != article else { return self }
    var mention = self
    mention.id = id + self.id.dropFirst(article.count)
    mention.article = id
    return mention
  }
}
