import NewsModel

/// Brings home what has no day or too few parties of its own: «the meeting dealt with …».
///
/// Inside its article such a telling goes to the event it can only mean; from another article only
/// when the ordinal or two named persons agree. With two candidates it stays alone, unless it is a
/// mere noun: that means what was told last.
struct Retellings {
  /// All tellings, in order.
  private let tellings: [Telling]
  /// The mentions' sentence numbers, in the same order.
  private let sentences: [Int]
  private let test: PairTest
  private var clusters: [Cluster]
  private var index = ClusterIndex()

  /// A telling's possible home, and how well it fits.
  private typealias Candidate = (place: Int, match: PairTest.Match)

  /// - Parameters:
  ///   - clusters: what the firm tellings gave.
  ///   - tellings: all tellings, firm or not, in order.
  ///   - sentences: how many sentences precede each telling in its article.
  init(clusters: [Cluster], tellings: [Telling], sentences: [Int], test: PairTest) {
    self.clusters = clusters
    self.tellings = tellings
    self.sentences = sentences
    self.test = test
    for (place, cluster) in clusters.enumerated() {
      for member in cluster.members { index.add(tellings[member], to: place) }
    }
  }

  /// The clusters with all other tellings added to them or beside them.
  func attached() -> [Cluster] {
    var work = self
    work.attach(tellings.filter { !$0.isFirm && !$0.isThin }, far: true)
    work.gatherLoose()
    work.reconsiderArticleDays()
    work.attach(tellings.filter(\.isThin), far: false)
    work.gatherThin()
    return work.clusters.filter { !$0.members.isEmpty }
  }

  /// Adds each telling to its one candidate among the clusters that stand.
  private mutating func attach(_ loose: [Telling], far: Bool) {
    for telling in loose where index.home(of: telling.index) == nil {
      guard let home = near(telling) ?? (far ? distant(telling) : nil) else { continue }
      clusters[home.place].add(telling, because: home.match.reasons.joined(separator: ", "))
      index.add(telling, to: home.place)
    }
  }

  /// The one cluster of its own article that a telling can belong to.
  private func near(_ telling: Telling) -> Candidate? {
    var best: [Int: PairTest.Match] = [:]
    var refused: Set<Int> = []
    var distances: [Int: Int] = [:]
    for member in index.members(besides: telling).suffix(Blocking.window) {
      guard let place = index.home(of: member), !refused.contains(place) else { continue }
      if best[place] == nil, !accepts(clusters[place], telling, retold: true) {
        refused.insert(place)
        continue
      }
      guard let match = test.retelling(telling, of: tellings[member], retold: true) else {
        continue
      }
      if match.score > best[place]?.score ?? -1 { best[place] = match }
      distances[place] = min(distances[place] ?? Int.max, distance(from: telling, to: member))
    }
    guard let top = best.values.map(\.score).max() else { return nil }
    let likely = best.filter { $0.value.score > top - 0.001 }
      .map { (place: $0.key, match: $0.value) }
      .sorted {
        let first = distances[$0.place] ?? Int.max
        let second = distances[$1.place] ?? Int.max
        return first != second ? first < second : $0.place < $1.place
      }
    // A definite noun means what was told last; a full telling must be clear by itself.
    return likely.count == 1 || telling.isThin ? likely.first : nil
  }

  /// The one cluster of other articles that a telling can belong to.
  private func distant(_ telling: Telling) -> Candidate? {
    var found: Candidate?
    for place in index.clusters(agreeingWith: telling) {
      guard accepts(clusters[place], telling, retold: false) else { continue }
      var best: PairTest.Match?
      for voice in clusters[place].voices
      where agreesStrongly(telling, voice) && !comesTooEarly(telling, voice) {
        if let match = test.retelling(telling, of: voice, retold: false),
          match.score > best?.score ?? -1
        {
          best = match
        }
      }
      guard let best else { continue }
      if found != nil { return nil }
      found = (place, best)
    }
    return found
  }

  /// Whether no voice of the cluster speaks against the telling.
  private func accepts(_ cluster: Cluster, _ telling: Telling, retold: Bool) -> Bool {
    let defaulted = retold && telling.evidence == .publication
    return cluster.voices.allSatisfy { voice in
      voice.status == telling.status && !test.clash(telling, voice)
        && (defaulted || voice.evidence != .stated || telling.meets(voice))
    }
  }

  /// The ordinal, or two named persons: enough to know an event of another article again.
  private func agreesStrongly(_ first: Telling, _ second: Telling) -> Bool {
    guard let parties = test.sharedParties(first, second) else { return false }
    if let ordinal = first.ordinal, ordinal == second.ordinal { return true }
    return parties.persons >= 2
  }

  /// Whether an article tells as done what the other dates after its publication.
  private func comesTooEarly(_ telling: Telling, _ voice: Telling) -> Bool {
    guard telling.status == .occurred, let published = telling.published else { return false }
    return published < voice.earliest
  }

  private func distance(from telling: Telling, to member: Int) -> Int {
    let apart = sentences[telling.index] - sentences[member]
    // What comes later counts as far away: a noun looks back.
    return apart >= 0 ? apart : 10_000 - apart
  }
}

// MARK: - What found no home

extension Retellings {
  /// Joins tellings without a day among themselves.
  private mutating func gatherLoose() {
    let loose = tellings.filter {
      !$0.isFirm && !$0.isThin && index.home(of: $0.index) == nil
    }
    // Those that say the very same go together first, or a much-told event would be cut in pieces
    // by the window.
    var echoes: [Int: [Telling]] = [:]
    var leaders: [Telling] = []
    var leaderOf: [TellingSignature: Telling] = [:]
    for telling in loose {
      let signature = TellingSignature(telling)
      if let leader = leaderOf[signature], isOne(telling, leader) {
        echoes[leader.index, default: []].append(telling)
      } else {
        leaderOf[signature] = telling
        leaders.append(telling)
      }
    }
    let groups = gathered(leaders, keys: Blocking.looseKeys) { first, second in
      guard isOne(first, second) else { return nil }
      return test.retelling(first, of: second, retold: first.article == second.article)
    }
    settle(groups.map { group in group.flatMap { [$0] + (echoes[$0.index] ?? []) } })
  }

  /// Whether two tellings without a day may be joined at all.
  private func isOne(_ first: Telling, _ second: Telling) -> Bool {
    if first.mergeClass.isStanding { return false }
    return first.article == second.article || sharesBound(first, second)
      || (first.isProcess && second.isProcess)
      || (agreesStrongly(first, second) && areContemporary(first, second))
  }

  /// Joins tellings with too few parties, each inside its article.
  private mutating func gatherThin() {
    let thin = tellings.filter { $0.isThin && index.home(of: $0.index) == nil }
    let groups = gathered(thin, keys: { [UInt64(truncatingIfNeeded: $0.article)] }) {
      first,
      second in
      guard first.article == second.article, first.sides == second.sides else { return nil }
      return test.retelling(first, of: second, retold: true)
    }
    settle(groups)
  }

  /// Groups by complete link among those that share a block.
  private func gathered(
    _ loose: [Telling],
    keys: (Telling) -> [UInt64],
    by match: (Telling, Telling) -> PairTest.Match?
  ) -> [[Telling]] {
    var link = CompleteLink(count: loose.count)
    var blocks: [UInt64: [Int]] = [:]
    for (position, telling) in loose.enumerated() {
      for key in keys(telling) { blocks[key, default: []].append(position) }
    }
    for (_, block) in blocks {
      for (place, first) in block.enumerated() {
        for second in block[(place + 1)...].prefix(Blocking.window)
        where !link.knows(first, second) {
          if let match = match(loose[first], loose[second]) {
            link.note(first, second, score: match.score)
          }
        }
      }
    }
    return link.groups().map { group in group.map { loose[$0] } }
  }

  /// Makes each group an event of its own.
  private mutating func settle(_ groups: [[Telling]]) {
    for voices in groups {
      for voice in voices { index.add(voice, to: clusters.count) }
      clusters.append(Cluster(members: voices.map(\.index).sorted(), voices: voices))
    }
  }

  /// Gives what rests on the article's day alone a second chance inside its article.
  ///
  /// «Kadhimi met Biden on Monday» and, further down, «Kadhimi had met Biden» without a day.
  private mutating func reconsiderArticleDays() {
    for place in clusters.indices {
      let members = clusters[place].members
      guard let telling = clusters[place].voices.first, clusters[place].voices.count == 1,
        telling.evidence == .publication,
        members.allSatisfy({ tellings[$0].article == telling.article })
      else { continue }
      var homes: [Int: PairTest.Match] = [:]
      for member in index.members(besides: telling).suffix(Blocking.window) {
        guard let home = index.home(of: member), home != place,
          tellings[member].evidence == .stated, agreesStrongly(telling, tellings[member]),
          accepts(clusters[home], telling, retold: true),
          let match = test.retelling(telling, of: tellings[member], retold: true)
        else { continue }
        if match.score > homes[home]?.score ?? -1 { homes[home] = match }
      }
      guard homes.count == 1, let (home, match) = homes.first else { continue }
      clusters[place].dissolve()
      for member in members {
        clusters[home].add(tellings[member], because: match.reasons.joined(separator: ", "))
        index.move(tellings[member], to: home)
      }
    }
  }

  /// Articles two months apart hardly mean one undated event.
  private func areContemporary(_ first: Telling, _ second: Telling) -> Bool {
    guard let one = first.published, let other = second.published else { return true }
    return abs(Int(one) - Int(other)) <= 60
  }

  /// «By the end of the year» in two papers: one bound, told by both, is the same.
  private func sharesBound(_ first: Telling, _ second: Telling) -> Bool {
    (first.latest != Int32.max && first.latest == second.latest)
      || (first.earliest != Int32.min && first.earliest == second.earliest)
  }
}
