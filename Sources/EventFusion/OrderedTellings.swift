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

    let placed = unordered.map { (mention: $0, article: placeOfID[$0.article] ?? 0) }
    let ordered = placed.sorted { OrderedTellings.precedes($0, $1) }
    var kept: [EventMention] = []
    kept.reserveCapacity(ordered.count)
    for item in ordered where kept.last != item.mention { kept.append(item.mention) }
    mentions = kept

    var names = NameTable()
    let dates = articles.map(\.date)
    tellings = kept.enumerated().map { index, mention in
      let article = placeOfID[mention.article] ?? 0
      return Telling(
        mention,
        index: index,
        article: article,
        published: dates[article],
        names: &names
      )
    }
    self.names = names
  }

  private typealias Placed = (mention: EventMention, article: Int)

  private static func precedes(_ first: Placed, _ second: Placed) -> Bool {
    if first.article != second.article { return first.article < second.article }
    let one = first.mention
    let other = second.mention
    if one.sentenceIndex != other.sentenceIndex { return one.sentenceIndex < other.sentenceIndex }
    if one.range != other.range { return one.range < other.range }
    if one.id != other.id { return one.id < other.id }
    return one.type.rawValue < other.type.rawValue
  }
}
