import Chronology
import NewsModel

/// Makes one event of a cluster: its date, parties, headline, sources and tellings.
struct EventComposer: Sendable {
  private let ordered: OrderedTellings
  private let test: PairTest
  private let ranks: [Int]

  /// A composer of events from the tellings.
  init(tellings: OrderedTellings, test: PairTest, ranking: SourceRanking) {
    ordered = tellings
    self.test = test
    ranks = tellings.articles.map { ranking.rank(of: $0.source, url: $0.url) }
  }

  /// The first published telling that names its parties; the id rests on it.
  func founder(of cluster: Cluster) -> Int {
    let firm = cluster.members.filter { ordered.tellings[$0].isFirm }
    let full = cluster.members.filter { !ordered.tellings[$0].isThin }
    return firm.min() ?? full.min() ?? cluster.members.min() ?? 0
  }

  /// The event of a cluster.
  func event(of cluster: Cluster, id: String) -> Event {
    let best = bestFirst(cluster.members)
    let tellings = best.map { ordered.tellings[$0] }
    let mentions = best.map { ordered.mentions[$0] }
    let type = type(of: mentions)
    let agreed = DateAgreement.agree(on: cluster.members.sorted().map(reading))
    let parties = PartyUnion(tellings, mentions: ordered.mentions, names: ordered.names)
    let articles = Array(Set(tellings.map(\.article)))
    let sources = Set(articles.map { ordered.articles[$0].source ?? ordered.articles[$0].id })
    let voices = Set(articles.map { ordered.voices[$0] })
    return Event(
      id: id,
      type: type,
      status: mentions.first?.status ?? .unclear,
      date: agreed.date,
      conflicts: agreed.conflicts,
      dateChoice: agreed.choice,
      actors: parties.actors,
      recipients: parties.recipients,
      place: place(in: mentions),
      ordinal: mentions.lazy.compactMap(\.ordinal).first,
      document: document(in: mentions),
      headline: mentions.first?.sentence ?? "",
      headlineMention: mentions.first?.id ?? "",
      mentions: merged(tellings, cluster: cluster),
      sources: sources.count,
      independent: voices.count
    )
  }

  /// The members, the one whose sentence tells the event best first.
  private func bestFirst(_ members: [Int]) -> [Int] {
    let fitness = members.map { Headline.fitness(of: ordered.mentions[$0]) }
    return zip(members, fitness).sorted { first, second in
      if first.1 != second.1 { return first.1 > second.1 }
      let one = ranks[ordered.tellings[first.0].article]
      let other = ranks[ordered.tellings[second.0].article]
      return one != other ? one < other : first.0 < second.0
    }.map(\.0)
  }

  /// The type that most tellings give among the most precise ones.
  private func type(of mentions: [EventMention]) -> EventType {
    var counts: [EventType: Int] = [:]
    for mention in mentions { counts[mention.type, default: 0] += 1 }
    let best = counts.max { first, second in
      let one = MergeClass.precision(of: first.key)
      let other = MergeClass.precision(of: second.key)
      if one != other { return one < other }
      if first.value != second.value { return first.value < second.value }
      return first.key.rawValue > second.key.rawValue
    }
    return best?.key ?? EventType(rawValue: "other")
  }

  private func reading(_ member: Int) -> DateAgreement.Reading {
    let telling = ordered.tellings[member]
    let article = ordered.articles[telling.article]
    return DateAgreement.Reading(
      date: ordered.mentions[member].date,
      source: article.source ?? article.id,
      rank: ranks[telling.article],
      voice: ordered.voices[telling.article],
      published: article.date
    )
  }

  /// The place the best telling gives, one with a gazetteer id before a mere name.
  private func place(in mentions: [EventMention]) -> Place? {
    let places = mentions.compactMap(\.place)
    return places.first { $0.id?.utf8.starts(with: "geo:".utf8) ?? false }
      ?? places.first { $0.id != nil } ?? places.first
  }

  /// The fullest name of the document.
  private func document(in mentions: [EventMention]) -> String? {
    mentions.compactMap(\.document).max {
      ($0.utf8.count, $1) < ($1.utf8.count, $0)
    }
  }

  /// The tellings with their articles and the reason each was merged.
  private func merged(
    _ tellings: [Telling],
    cluster: Cluster
  ) -> [MergedMention] {
    guard let first = tellings.first else { return [] }
    return tellings.enumerated().map { position, telling in
      let article = ordered.articles[telling.article]
      let mention = ordered.mentions[telling.index]
      var merged = MergedMention(
        mention: mention,
        source: article.source,
        url: article.url,
        articleTitle: article.title,
        published: article.date
      )
      guard position > 0 else { return merged }
      let match = test.match(telling, first)
      var reasons = match?.reasons ?? []
      if let joined = cluster.joined[telling.index] {
        reasons = [joined]
      } else if let joined = cluster.joined[first.index], match == nil {
        reasons = [joined]
      } else if reasons.isEmpty {
        // Joined without a day of its own, or through another telling.
        let retold = telling.article == first.article
        reasons =
          test.retelling(telling, of: first, retold: retold)?.reasons
          ?? ["fits every other telling"]
      }
      // «Signed» beside «announced»: one event, but the reader must see that they differ.
      if telling.type != first.type { reasons.append("told as \(telling.type.rawValue)") }
      merged.reason = reasons.joined(separator: ", ")
      let score = match?.score ?? 0.5
      merged.score = (score * 100).rounded() / 100
      return merged
    }
  }
}
