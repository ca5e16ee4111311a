import NewsModel

/// Ties events that are not one but speak of one: the plan and its fulfilment, the report and its
/// denial.
struct EventLinks: Sendable {
  /// The pair test.
  let test: PairTest

  /// An event and the other one it is tied to, by positions.
  struct Link: Sendable {
    let event: Int
    let other: Int
    let score: Double
  }

  /// The plan each event that occurred carries out, at most one for each plan.
  func fulfilments(among clusters: [Cluster]) -> [Link] {
    bestOfEach(
      links(among: clusters, from: [.occurred, .ongoing], to: [.planned], byBound: true)
    )
  }

  /// The denial of each event that others report.
  func denials(among clusters: [Cluster]) -> [Link] {
    bestOfEach(
      links(among: clusters, from: [.occurred, .ongoing, .planned], to: [.denied], byBound: false)
    )
  }

  /// All pairs of clusters whose statuses are tied and whose voices fit.
  private func links(
    among clusters: [Cluster],
    from: Set<EventStatus>,
    to: Set<EventStatus>,
    byBound: Bool
  ) -> [Link] {
    var blocks: [UInt64: [Int]] = [:]
    for (place, cluster) in clusters.enumerated() {
      guard let voice = cluster.voices.first, to.contains(voice.status) else { continue }
      for key in EventLinks.keys(of: cluster) { blocks[key, default: []].append(place) }
    }
    var links: [Link] = []
    guard !blocks.isEmpty else { return links }
    for (place, cluster) in clusters.enumerated() {
      guard let voice = cluster.voices.first, from.contains(voice.status) else { continue }
      var others: [Int] = []
      for key in EventLinks.keys(of: cluster) {
        // The nearest plans only; one that thousands share says nothing.
        others.append(contentsOf: (blocks[key] ?? []).prefix(Blocking.window))
      }
      others.sort()
      for other in others.uniqued() {
        if let score = fit(cluster, clusters[other], byBound: byBound) {
          links.append(Link(event: place, other: other, score: score))
        }
      }
    }
    return links
  }

  /// How two clusters fit; `nil` when any voice speaks against it.
  private func fit(_ event: Cluster, _ other: Cluster, byBound: Bool) -> Double? {
    var best: Double?
    for first in event.voices.prefix(32) {
      for second in other.voices.prefix(32) {
        if test.clash(first, second) { return nil }
        if let match = test.match(ignoringStatus: first, second) {
          // Two spans that are both coarse meet too easily to prove anything.
          guard first.evidence != .loose || second.evidence != .loose else { continue }
          guard second.evidence != .loose || isStrong(first, second) else { continue }
          best = max(best ?? 0, match.score)
        }
      }
    }
    return best
  }

  private func isStrong(_ first: Telling, _ second: Telling) -> Bool {
    if let ordinal = first.ordinal, ordinal == second.ordinal { return true }
    return test.sharedParties(first, second).map { $0.persons >= 2 } ?? false
  }

  /// Best first, each event and each plan once.
  private func bestOfEach(_ links: [Link]) -> [Link] {
    let ordered = links.sorted {
      if $0.score != $1.score { return $0.score > $1.score }
      return ($0.event, $0.other) < ($1.event, $1.other)
    }
    var taken: Set<Int> = []
    var tied: Set<Int> = []
    return ordered.filter {
      guard !taken.contains($0.event), !tied.contains($0.other) else { return false }
      taken.insert($0.event)
      tied.insert($0.other)
      return true
    }
  }

  /// The blocks of a cluster without its status, by month and without one.
  private static func keys(of cluster: Cluster) -> [UInt64] {
    var keys: [UInt64] = []
    for voice in cluster.voices.prefix(32) {
      for key in Blocking.linkKeys(of: voice) { keys.append(key) }
    }
    keys.sort()
    return keys.uniqued()
  }
}
