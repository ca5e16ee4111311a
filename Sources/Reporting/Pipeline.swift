import ArabicText
import Chronology
import DataFiles
public import DateResolution
import EventExtraction
public import EventFusion
import Lexicons
public import NewsModel

/// Where the stages meet: article → dates → mentions → events.
///
/// The article is folded and cut into sentences once, for all stages.
public struct Pipeline: Sendable {
  private let resolver: DateResolver
  private let extractor: EventExtractor?
  private let fuser: EventFuser
  private let splitter = SentenceSplitter()

  /// A pipeline that resolves dates and nothing more: it loads a tenth of the tables.
  public static func ofDates(settings: DateSettings) throws(Fault) -> Pipeline {
    try Pipeline(settings: settings, ranking: SourceRanking(), findsEvents: false)
  }

  /// A pipeline all the way to events.
  public static func ofEvents(
    settings: DateSettings,
    ranking: SourceRanking = SourceRanking()
  ) throws(Fault) -> Pipeline {
    try Pipeline(settings: settings, ranking: ranking, findsEvents: true)
  }

  private init(
    settings: DateSettings,
    ranking: SourceRanking,
    findsEvents: Bool
  ) throws(Fault) {
    do throws(DataFileError) {
      let folder = try LexiconFolder.arabic()
      resolver = DateResolver(lexicon: try DateLexicon(folder: folder), settings: settings)
      if findsEvents {
        extractor = EventExtractor(
          events: try EventLexicon(folder: folder.inner("events")),
          actors: try ActorLexicon(folder: folder.inner("actors"))
        )
      } else {
        extractor = nil
      }
    } catch {
      throw Fault(error)
    }
    fuser = EventFuser(ranking: ranking)
  }

  /// The dates of an article, and the day it proves to be written on.
  public func dated(_ article: Article) -> DatedArticle {
    let text = FoldedText(article.text)
    return resolver.dated(article, text: text, sentences: splitter.sentences(of: text))
  }

  /// The events that an article tells, and the article with the day that was proved for it.
  public func told(by article: Article) -> (article: Article, mentions: [EventMention]) {
    guard let extractor else { return (article, []) }
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

  /// What several articles tell together.
  public func events(from mentions: [EventMention], articles: [ArticleDigest]) -> [Event] {
    fuser.events(from: mentions, articles: articles)
  }
}

extension DataFolder {
  /// A folder inside.
  fileprivate func inner(_ name: String) -> DataFolder { DataFolder(path: "\(path)/\(name)") }
}

extension Fault {
  /// The fault of a data file that ships with the tool.
  init(_ error: DataFileError) {
    switch error {
    case .folderMissing, .unreadable: self.init(.unavailable, error.description, remedy: "")
    case .columns, .value: self.init(.configuration, error.description, remedy: "")
    }
  }
}
