import ArabicText
import Chronology
public import DateResolution
import EventExtraction
public import EventFusion
public import NewsModel

/// Where the stages meet: article → dates → mentions → events.
///
/// The article is folded and cut into sentences once, for all stages.
public struct Pipeline: Sendable {
  private let resolver: DateResolver?
  private let extractor: EventExtractor?
  private let fuser: EventFuser
  private let splitter = SentenceSplitter()

  /// A pipeline over word tables; without those of events it resolves dates and nothing more.
  public init(
    _ tables: WordTables,
    settings: DateSettings = DateSettings(),
    ranking: SourceRanking = SourceRanking()
  ) {
    resolver = tables.dates.map {
      DateResolver(lexicon: $0, settings: settings, customs: tables.customs)
    }
    extractor = tables.events.map { EventExtractor(events: $0.triggers, actors: $0.actors) }
    fuser = EventFuser(ranking: ranking)
  }

  /// The dates of an article, and the day it proves to be written on.
  public func dated(_ article: Article) -> DatedArticle {
    guard let resolver else { return DatedArticle(article) }
    let text = FoldedText(article.text)
    return resolver.dated(article, text: text, sentences: splitter.sentences(of: text))
  }

  /// The events that an article tells, and the article with the day that was proved for it.
  public func told(by article: Article) -> (article: Article, mentions: [EventMention]) {
    guard let resolver, let extractor else { return (article, []) }
    let text = FoldedText(article.text)
    let sentences = splitter.sentences(of: text)
    let dated = resolver.dated(article, text: text, sentences: sentences)
    var article = article
    article.date = dated.date
    article.dateBasis = dated.basis
    let mentions = extractor.mentions(
      in: article,
      text: text,
      sentences: sentences,
      expressions: dated.expressions
    )
    return (article, mentions)
  }

  /// The names behind titles that no entry of the gazetteer has.
  func unlinkedNames(in article: Article) -> [UnlinkedName] {
    guard let resolver, let extractor else { return [] }
    let text = FoldedText(article.text)
    let sentences = splitter.sentences(of: text)
    let dated = resolver.dated(article, text: text, sentences: sentences)
    return extractor.unlinkedNames(
      in: article,
      text: text,
      sentences: sentences,
      expressions: dated.expressions
    )
  }

  /// What several articles tell together.
  ///
  /// - Parameters:
  ///   - copies: the first text that each article repeats; what the digests tell when `nil`.
  ///   - isTaken: whether an event that is not merged now bears an id.
  public func events(
    from mentions: [EventMention],
    articles: [ArticleDigest],
    copies: [String: String]? = nil,
    isTaken: (String) -> Bool = { _ in false }
  ) -> [Event] {
    fuser.events(from: mentions, articles: articles, copies: copies, isTaken: isTaken)
  }
}
