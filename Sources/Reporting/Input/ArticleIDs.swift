import Chronology
import EventFusion
import NewsModel

/// Gives every article an id of its own among all that are merged together.
///
/// Outlets number their articles each for itself, so two may have one id; what they tell must stay
/// apart. Ids and texts are held as numbers, for there may be a million of them.
struct ArticleIDs {
  /// The text behind each id that is given away.
  private var texts: [UInt64: UInt64] = [:]
  /// For an id that several have: the next number to try, and the texts of those before it.
  private var crowds: [UInt64: (next: Int, texts: Set<UInt64>)] = [:]

  /// The id of an article: its own, or that with a number behind it when another has it; `nil` for the
  /// same article a second time.
  mutating func id(of article: ArticleDigest) -> String? {
    let own = ShingleSketch.hash(article.id.utf8)
    let text = Self.text(of: article)
    guard let first = texts[own] else {
      texts[own] = text
      return article.id
    }
    var crowd = crowds[own] ?? (2, [first])
    defer { crowds[own] = crowd }
    while !crowd.texts.contains(text) {
      let id = "\(article.id)~\(crowd.next)"
      crowd.next += 1
      let key = ShingleSketch.hash(id.utf8)
      guard let other = texts[key] else {
        texts[key] = text
        crowd.texts.insert(text)
        return id
      }
      crowd.texts.insert(other)
    }
    return nil
  }

  /// What an article says and when, as a number.
  private static func text(of article: ArticleDigest) -> UInt64 {
    let day = article.date.map { UInt64(bitPattern: Int64($0.dayNumber)) } ?? 1 << 63
    return (article.sketch?.fingerprint ?? 0) ^ (day &* 0x9E37_79B9_7F4A_7C15)
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
