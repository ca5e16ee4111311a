import Chronology
import NewsModel

/// Merges what several articles tell of one event into one event.
///
/// The steps: number the names, collapse tellings that say the very same, compare those that share
/// a block, join them by complete link, bring undated retellings home, then agree on date, parties,
/// headline and id. The result does not depend on the order of the input, and the work grows nearly
/// linearly with the mentions.
public struct EventFuser: Sendable {
  private let ranking: SourceRanking

  /// A fuser that trusts sources in the order of the ranking.
  public init(ranking: SourceRanking = SourceRanking()) { self.ranking = ranking }

  /// The events that the mentions tell, ordered by date, then id; undated ones last.
  ///
  /// - Parameters:
  ///   - mentions: the tellings of any number of articles, in any order.
  ///   - articles: the digests of those articles; a mention of an article without one counts as a
  ///     text of its own by an unknown outlet.
  ///   - copies: the first text that each article repeats, by their ids, where that is known of more
  ///     articles than these; what the digests tell when `nil`.
  ///   - isTaken: whether an event that is not merged now bears an id.
  public func events(
    from mentions: [EventMention],
    articles: [ArticleDigest],
    copies: [String: String]? = nil,
    isTaken: (String) -> Bool = { _ in false }
  ) -> [Event] {
    let tellings = OrderedTellings(mentions, articles: articles, copies: copies)
    let test = PairTest(names: tellings.names)
    let clusters = Retellings(
      clusters: firmClusters(of: tellings.tellings, test: test),
      tellings: tellings.tellings,
      sentences: tellings.mentions.map(\.sentenceIndex),
      test: test
    ).attached()

    let composer = EventComposer(tellings: tellings, test: test, ranking: ranking)
    // Founding order, so that ids that would be equal are told apart the same way every time.
    let founders = clusters.map(composer.founder)
    let founded = clusters.indices.sorted { founders[$0] < founders[$1] }
      .map { (cluster: clusters[$0], founder: founders[$0]) }
    var identity = EventIdentity()
    var events = founded.map { item in
      composer.event(
        of: item.cluster,
        id: identity.id(
          for: EventIdentity.Key(mention: tellings.mentions[item.founder]),
          isTaken: isTaken
        )
      )
    }
    link(&events, clusters: founded.map(\.cluster), test: test)
    return EventFuser.sorted(events)
  }

  /// The clusters of the tellings that have a day and parties enough to be compared.
  private func firmClusters(of tellings: [Telling], test: PairTest) -> [Cluster] {
    let groups = TellingGroup.collapse(tellings)
    var link = CompleteLink(count: groups.count)
    Blocking.forEachPair(of: groups) { first, second in
      guard !link.knows(first, second),
        let match = test.match(groups[first].telling, groups[second].telling)
      else { return }
      // One article that tells two days tells two events, whoever else tells them too.
      let bothStated =
        groups[first].telling.evidence == .stated && groups[second].telling.evidence == .stated
      if bothStated, !groups[first].telling.meets(groups[second].telling),
        groups[first].sharesArticle(with: groups[second])
      {
        return
      }
      link.note(first, second, score: match.score)
    }
    return link.groups().map { group in
      Cluster(
        members: group.flatMap { groups[$0].members }.sorted(),
        voices: group.map { groups[$0].telling }
      )
    }
  }

  /// Ties plans to what fulfils them, and reports to their denials.
  private func link(_ events: inout [Event], clusters: [Cluster], test: PairTest) {
    let links = EventLinks(test: test)
    for link in links.fulfilments(among: clusters) {
      events[link.event].fulfils = events[link.other].id
    }
    for link in links.denials(among: clusters) {
      let reported = EventFuser.reading(of: events[link.event])
      let denied = EventFuser.reading(of: events[link.other])
      events[link.event].conflicts.append(denied)
      events[link.other].conflicts.append(reported)
    }
  }

  /// What one side of a denial says, for the other side's event.
  private static func reading(of event: Event) -> DateConflict {
    let sources = Set(event.mentions.map { $0.source ?? $0.mention.article })
    return DateConflict(
      value: event.date.edtf,
      sources: sources.sorted(),
      status: event.status,
      event: event.id
    )
  }

  /// The events by day, then id; those without a day last.
  private static func sorted(_ events: [Event]) -> [Event] {
    // Events are large; only their keys are moved about.
    let keys = events.indices.map { index in
      let span = events[index].date.span
      let day = (span.earliest ?? span.latest)?.dayNumber ?? Int32.max
      return (day: day, id: events[index].id, index: index)
    }
    return keys.sorted { $0.day != $1.day ? $0.day < $1.day : $0.id < $1.id }
      .map { events[$0.index] }
  }
}
