import NewsModel

/// Tellings that were found to be one event.
struct Cluster: Sendable {
  /// All of them, as indices of the ordered mentions.
  private(set) var members: [Int] = []
  /// One telling for each different way of telling; what newcomers are compared with.
  private(set) var voices: [Telling] = []
  /// Why a member was added after the event stood, by its index.
  private(set) var joined: [Int: String] = [:]
  private var known: Set<TellingSignature> = []

  /// So many ways to tell one event are compared at most.
  private static let mostVoices = 256

  /// An event of tellings that were found to be one.
  init(members: [Int], voices: [Telling]) {
    self.members = members
    for voice in voices { hear(voice) }
  }

  /// Adds a telling, with the reason.
  mutating func add(_ telling: Telling, because reason: String) {
    members.append(telling.index)
    joined[telling.index] = reason
    hear(telling)
  }

  /// Gives its members away.
  mutating func dissolve() { self = Cluster(members: [], voices: []) }

  private mutating func hear(_ telling: Telling) {
    guard voices.count < Cluster.mostVoices, known.insert(TellingSignature(telling)).inserted
    else { return }
    voices.append(telling)
  }
}

/// Where the members of clusters can be found: by article, by ordinal, by a pair of names.
struct ClusterIndex: Sendable {
  private var homes: [Int: Int] = [:]
  private var byArticle: [Kind: [Int]] = [:]
  private var byKey: [UInt64: [Int]] = [:]

  /// With more clusters than this that agree, none is the clear candidate.
  private static let mostCandidates = 64

  /// The cluster a mention belongs to.
  func home(of member: Int) -> Int? { homes[member] }

  /// What must be equal for a telling to retell another one of its article.
  private struct Kind: Hashable {
    let article: Int
    let mergeClass: MergeClass
    let status: EventStatus

    init(_ telling: Telling) {
      article = telling.article
      mergeClass = telling.mergeClass
      status = telling.status
    }
  }

  /// The members of its article that a telling can retell: those of its class and status.
  func members(besides telling: Telling) -> [Int] { byArticle[Kind(telling)] ?? [] }

  /// The clusters that agree with a telling in ordinal or two names, ascending.
  ///
  /// None when there are too many: then there is no clear candidate.
  func clusters(agreeingWith telling: Telling) -> [Int] {
    var found: [Int] = []
    for key in Blocking.strongKeys(of: telling) {
      guard let places = byKey[key] else { continue }
      if places.count > ClusterIndex.mostCandidates { return [] }
      found.append(contentsOf: places)
    }
    found.sort()
    return found.uniqued()
  }

  /// Notes that a cluster has this telling.
  mutating func add(_ telling: Telling, to place: Int) {
    byArticle[Kind(telling), default: []].append(telling.index)
    move(telling, to: place)
  }

  /// Notes that a member changed its cluster.
  mutating func move(_ telling: Telling, to place: Int) {
    homes[telling.index] = place
    for key in Blocking.strongKeys(of: telling) {
      let places = byKey[key] ?? []
      guard places.count <= ClusterIndex.mostCandidates, !places.contains(place) else { continue }
      byKey[key, default: []].append(place)
    }
  }
}
