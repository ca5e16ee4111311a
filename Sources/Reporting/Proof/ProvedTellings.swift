import Chronology
import NewsModel

/// What an article tells once its day, or the days it can be of, are proved.
struct ProvedTellings: Sendable {
  private let pipeline: Pipeline

  /// Tellings read with a pipeline.
  init(pipeline: Pipeline) { self.pipeline = pipeline }

  /// The article and its tellings; `nil` when nothing was proved.
  ///
  /// Where several days are left, a telling has the date that all of them give, or their bounds.
  func told(
    by article: Article,
    _ finding: DateProof.Finding
  ) -> (article: Article, mentions: [EventMention])? {
    let versions = finding.days.map { day in
      var article = article
      article.date = day
      article.dateBasis = .inferred
      return pipeline.told(by: article)
    }
    guard let first = versions.first else { return nil }
    guard versions.count > 1 else { return first }
    var mentions = first.mentions
    for index in mentions.indices {
      var dates: [EventDate] = []
      for version in versions {
        guard version.mentions.count == mentions.count,
          version.mentions[index].range == mentions[index].range,
          version.mentions[index].type == mentions[index].type
        else { return nil }
        dates.append(version.mentions[index].date)
      }
      mentions[index].date = Self.common(dates)
    }
    // Its day stays unknown; only what it tells is bounded.
    return (article, mentions)
  }

  /// The date that all agree on, or the bounds of all of them.
  private static func common(_ dates: [EventDate]) -> EventDate {
    guard var date = dates.first, dates.contains(where: { $0.span != date.span }) else {
      return dates.first ?? .undated
    }
    let first = dates.map(\.span.earliest)
    let last = dates.map(\.span.latest)
    date.span.earliest = first.contains(nil) ? nil : first.compactMap(\.self).min()
    date.span.latest = last.contains(nil) ? nil : last.compactMap(\.self).max()
    guard date.span.earliest != nil || date.span.latest != nil else { return .undated }
    date.edtf = date.span.edtf
    return date
  }
}
