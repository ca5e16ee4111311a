import Chronology
import EventArchive
import EventFusion

/// Which articles of a gathering print another's text.
struct ArchivedCopies {
  /// The place of the first that printed the text, by that of each that repeats it.
  private(set) var originals: [Int: Int] = [:]

  /// Looks among all articles of a gathering.
  ///
  /// - Parameter isWhole: whether what the last build found does not count.
  init(_ archive: Archive, of gathered: ArchiveGathering, isWhole: Bool) throws(Fault) {
    let source = ArchivedSketches(archive, of: gathered)
    let texts = try catching { () throws(ArchiveError) in
      try IndependentTexts(of: source, standing: isWhole ? .none : source.standing())
    }
    for (rank, place) in source.order.enumerated() {
      let first = texts.group(of: rank)
      if first != rank { originals[Int(place)] = Int(source.order[first]) }
    }
  }

  /// The same by the ids that articles have among all.
  func byID(in gathered: ArchiveGathering) -> [String: String] {
    var copies: [String: String] = [:]
    for (place, original) in originals { copies[gathered.ids[place]] = gathered.ids[original] }
    return copies
  }

  /// Where that is otherwise than the archive has it marked, by place.
  func changes(in gathered: ArchiveGathering) -> [(key: Int, of: String?)] {
    let places = Set(originals.keys).union(gathered.markedCopies.keys)
    return places.sorted().compactMap { place in
      let original = originals[place].map { gathered.ownID($0) }
      guard original != gathered.markedCopies[place] else { return nil }
      return (gathered.keys[place], original)
    }
  }
}

/// The sketches of a gathering's articles, by publication and id.
private struct ArchivedSketches: SketchSource {
  /// The places of the articles in that order.
  let order: [Int32]
  private let archive: Archive
  private let gathered: ArchiveGathering
  private let rankOf: [Int32]
  private let placesByKey: [Int32]

  init(_ archive: Archive, of gathered: ArchiveGathering) {
    self.archive = archive
    self.gathered = gathered
    let days = gathered.days.map { ($0 ?? .last).dayNumber }
    order = (0..<Int32(truncatingIfNeeded: gathered.count)).map { $0 }.sorted { one, other in
      let (first, second) = (Int(one), Int(other))
      if days[first] != days[second] { return days[first] < days[second] }
      return gathered.ids.precedes(first, second)
    }
    var rankOf = [Int32](repeating: 0, count: gathered.count)
    for (rank, place) in order.enumerated() {
      rankOf[Int(place)] = Int32(truncatingIfNeeded: rank)
    }
    self.rankOf = rankOf
    placesByKey = gathered.placesByKey()
  }

  /// How the last build grouped the articles before the first that is new, changed or gone.
  func standing() throws(ArchiveError) -> StandingGroups {
    /// Whether each, by rank, stands where it stood.
    var isKept = [Bool](repeating: false, count: count)
    /// Those that repeat a text, with the id of the first that printed it.
    var originals: [(rank: Int, id: String)] = []
    var gone: [String] = []
    var goneIsCopy = false
    var firstChange = CivilDate.last.dayNumber
    var rest = placesByKey[...]
    try archive.forEachMergedArticle(withMarks: false) { before in
      while let place = rest.first, gathered.keys[Int(place)] < before.key { rest.removeFirst() }
      guard let place = rest.first.map(Int.init), gathered.keys[place] == before.key,
        before.id == gathered.ids[place],
        before.published == gathered.days[place].map({ Int($0.dayNumber) })
      else {
        if let day = before.published { firstChange = min(firstChange, Int32(clamping: day)) }
        gone.append(before.id)
        if before.original != nil { goneIsCopy = true }
        return
      }
      let rank = Int(rankOf[place])
      isKept[rank] = true
      if let id = before.original { originals.append((rank, id)) }
    }
    // One that is gone may have joined two that have nothing else in common.
    guard !goneIsCopy, gone.isEmpty || Set(gone).isDisjoint(with: originals.lazy.map(\.id)) else {
      return .none
    }
    // It stood before or behind those of its day.
    let kept = order.indices.prefix { rank in
      isKept[rank] && (gathered.days[Int(order[rank])] ?? .last).dayNumber < firstChange
    }
    return StandingGroups(count: kept.count, originals: ranks(of: originals, before: kept.count))
  }

  /// Those of some pairs whose members are among the first articles, both by their ranks.
  private func ranks(of pairs: [(rank: Int, id: String)], before end: Int) -> [Int: Int] {
    let wanted = Set(pairs.map(\.id))
    guard !wanted.isEmpty else { return [:] }
    var rankOfID: [String: Int] = [:]
    for rank in 0..<end {
      let id = gathered.ids[Int(order[rank])]
      if wanted.contains(id) { rankOfID[id] = rank }
    }
    var ranks: [Int: Int] = [:]
    for (rank, id) in pairs where rank < end { ranks[rank] = rankOfID[id] }
    return ranks
  }

  var count: Int { order.count }

  func forEach(_ body: (_ article: Int, ShingleSketch) -> Void) throws(ArchiveError) {
    var rest = placesByKey[...]
    try archive.forEachSketch { key, hashes, runs in
      while let place = rest.first, gathered.keys[Int(place)] < key { rest.removeFirst() }
      guard let place = rest.first, gathered.keys[Int(place)] == key else { return }
      body(Int(rankOf[Int(place)]), ShingleSketch(hashes: hashes, count: runs))
    }
  }

  func sketch(of article: Int) throws(ArchiveError) -> ShingleSketch? {
    try archive.sketch(ofKey: gathered.keys[Int(order[article])]).map {
      ShingleSketch(hashes: $0.hashes, count: $0.runs)
    }
  }
}
