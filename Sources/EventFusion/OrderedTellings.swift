import Chronology
import NewsModel

/// The mentions in the one order that all later steps rely on, ready for comparison.
///
/// The order is that of publication, then article, then place in the text; it makes every tie fall
/// the same way whatever order the input came in.
struct OrderedTellings: Sendable {
  /// The mentions, each once.
  let mentions: [EventMention]
  /// The same, prepared for comparison.
  let tellings: [Telling]
  /// The articles, by `Telling.article`.
  let articles: [ArticleDigest]
  /// The group of copies of each article, equal for copies.
  let voices: [Int]
  /// The names' numbers.
  let names: NameTable

  /// Orders mentions; equal ones, as from an article that was read twice, count once.
  ///
  /// - Parameter copies: the first text that each repeats, by the articles' ids; what the digests tell
  ///   when `nil`.
  init(
    _ unordered: [EventMention],
    articles digests: [ArticleDigest],
    copies: [String: String]? = nil
  ) {
    var digestOfID: [String: ArticleDigest] = [:]
    for digest in digests where digestOfID[digest.id] == nil { digestOfID[digest.id] = digest }
    var needed: [String: ArticleDigest] = [:]
    for mention in unordered where needed[mention.article] == nil {
      needed[mention.article] = digestOfID[mention.article] ?? ArticleDigest(id: mention.article)
    }
    articles = needed.values.sorted(by: ArticleDigest.precedes)
    var placeOfID: [String: Int] = [:]
    for (place, article) in articles.enumerated() { placeOfID[article.id] = place }
    // Articles that tell nothing count too: one of them may be the text that two others cut.
    let originals = copies ?? IndependentTexts.copies(among: Array(digestOfID.values))
    var voiceOfID: [String: Int] = [:]
    voices = articles.map { article in
      let original = originals[article.id] ?? article.id
      let voice = voiceOfID[original] ?? voiceOfID.count
      voiceOfID[original] = voice
      return voice
    }

    // Mentions are large; only their indices are moved about.
    let places = unordered.map { placeOfID[$0.article] ?? 0 }
    let order = unordered.indices.sorted { first, second in
      places[first] != places[second]
        ? places[first] < places[second]
        : OrderedTellings.precedes(unordered[first], unordered[second])
    }
    var kept: [EventMention] = []
    var articleOf: [Int] = []
    kept.reserveCapacity(order.count)
    articleOf.reserveCapacity(order.count)
    for index in order where kept.last != unordered[index] {
      kept.append(unordered[index])
      articleOf.append(places[index])
    }
    mentions = kept

    var names = NameTable()
    let dates = articles.map(\.date)
    tellings = kept.enumerated().map { index, mention in
      Telling(
        mention,
        index: index,
        article: articleOf[index],
        published: dates[articleOf[index]],
        names: &names
      )
    }
    self.names = names
  }

  /// The order of two mentions of one article.
  private static func precedes(_ one: EventMention, _ other: EventMention) -> Bool {
    if one.sentenceIndex != other.sentenceIndex { return one.sentenceIndex < other.sentenceIndex }
    if one.range != other.range { return one.range < other.range }
    if one.id != other.id { return one.id < other.id }
    return one.type.rawValue < other.type.rawValue
  }
}
