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
  /// The group of copies of each article.
  let voices: IndependentTexts
  /// The names' numbers.
  let names: NameTable

  /// Orders mentions; equal ones, as from an article that was read twice, count once.
  init(_ unordered: [EventMention], articles digests: [ArticleDigest]) {
    var digestOfID: [String: ArticleDigest] = [:]
    for digest in digests where digestOfID[digest.id] == nil { digestOfID[digest.id] = digest }
    var needed: [String: ArticleDigest] = [:]
    for mention in unordered where needed[mention.article] == nil {
      needed[mention.article] = digestOfID[mention.article] ?? ArticleDigest(id: mention.article)
    }
    articles = needed.values.sorted {
      let first = $0.date ?? .last
      let second = $1.date ?? .last
      return first != second ? first < second : $0.id < $1.id
    }
    var placeOfID: [String: Int] = [:]
    for (place, article) in articles.enumerated() { placeOfID[article.id] = place }
    voices = IndependentTexts(articles.map(\.sketch))

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
