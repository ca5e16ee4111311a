import Chronology
import EventArchive
import EventFusion

/// Which articles of a gathering print another's text.
struct ArchivedCopies {
  /// The place of the first that printed the text, by that of each that repeats it.
  private(set) var originals: [Int: Int] = [:]

  /// Looks among all articles of a gathering.
  init(_ archive: Archive, of gathered: ArchiveGathering) throws(Fault) {
    let source = ArchivedSketches(archive, of: gathered)
    let texts = try catching { () throws(ArchiveError) in try IndependentTexts(of: source) }
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
