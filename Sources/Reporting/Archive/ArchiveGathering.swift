import Chronology
import EventArchive
import EventFusion
import Exporting
import NewsModel

/// The articles of an archive that the entries of a report still cover, as merging sees them.
///
/// What they tell and who printed them stays in the archive: all that together is as large as all
/// articles, of which there may be a million.
struct ArchiveGathering {
  /// A telling and where it stands.
  typealias Told = (mention: EventMention, place: MentionOffsets.Place)

  /// The keys of the articles, in the order of files and places; those that no file holds any more
  /// last.
  private(set) var keys: [Int] = []
  /// The day each was published on, given or proved.
  private(set) var days: [CivilDate?] = []
  /// Their ids among all.
  private(set) var ids = PackedTexts()
  /// The own ids of those whose own another has, by place.
  private var ownIDs: [Int: String] = [:]
  /// The articles that were marked as copies, each with the own id of its original, by place.
  private(set) var markedCopies: [Int: String] = [:]
  /// How many articles are among them that no file holds any more.
  private(set) var keptAlone = 0
  /// The newest day an article was published on.
  private(set) var newestDay: CivilDate?
  /// The articles without a day, whole: what others tell may prove one.
  private(set) var undated: [Article] = []
  /// What was proved of them.
  private(set) var proofs: [DateProof.Finding] = []
  /// What articles tell whose day was proved, by their keys.
  private var proved: [Int: [Told]] = [:]

  /// Gathers the articles that the entries of a report still cover.
  init(_ archive: Archive, listing: InputListing) throws(Fault) {
    var names = ArticleIDs()
    var kept: [(key: Int, digest: UInt64)] = []
    var last: (path: String, isCovered: Bool) = ("", false)
    func covers(_ path: String) -> Bool {
      if path != last.path { last = (path, listing.covers(path)) }
      return last.isCovered
    }
    try catching { () throws(ArchiveError) in
      try archive.forEachHead { key, archived in
        guard covers(archived.path) else { return }
        if archived.isKept {
          kept.append((key, ShingleSketch.hash(archived.digest.utf8)))
        } else {
          add(archived, key, &names)
        }
      }
      guard !kept.isEmpty else { return }
      // A file that was renamed brought its article along.
      var alone = Set(kept.map(\.digest))
      try archive.forEachDigest { path, digest in
        let digest = ShingleSketch.hash(digest.utf8)
        if alone.contains(digest), covers(path) { alone.remove(digest) }
      }
      let left = kept.filter { alone.contains($0.digest) }.map(\.key)
      try archive.forEachHead(ofKeys: left) { key, archived in add(archived, key, &names) }
      keptAlone = left.count
    }
  }

  private mutating func add(_ archived: ArchivedArticle, _ key: Int, _ names: inout ArticleIDs) {
    let article = archived.article
    guard let id = names.id(of: ArticleDigest(archived, id: article.id)) else { return }
    let place = keys.count
    if article.date == nil {
      var article = article
      article.id = id
      undated.append(article)
    }
    note(article.date)
    keys.append(key)
    days.append(article.date)
    ids.append(id)
    if id != article.id { ownIDs[place] = article.id }
    if let original = archived.copyOf { markedCopies[place] = original }
  }

  private mutating func note(_ day: CivilDate?) {
    guard let day else { return }
    newestDay = max(newestDay ?? day, day)
  }

  // MARK: - One article

  /// How many articles there are.
  var count: Int { keys.count }

  /// The id that an article has for itself, which another may have too.
  func ownID(_ place: Int) -> String { ownIDs[place] ?? ids[place] }

  /// The places of all articles by their keys, ascending.
  func placesByKey() -> [Int32] {
    let places = (0..<Int32(truncatingIfNeeded: count)).map { $0 }
    return places.sorted { keys[Int($0)] < keys[Int($1)] }
  }

  /// What merging must know of some articles, under the ids they have among all.
  func digests(of places: [Int], in archive: Archive) throws(Fault) -> [ArticleDigest] {
    var digests: [ArticleDigest] = []
    digests.reserveCapacity(places.count)
    var rest = places[...]
    try catching { () throws(ArchiveError) in
      try archive.forEachHead(ofKeys: places.map { keys[$0] }) { key, archived in
        guard let place = rest.popFirst() else { return }
        var digest = ArticleDigest(archived, id: ids[place])
        digest.date = days[place]
        digest.sketch = nil
        digests.append(digest)
      }
    }
    return digests
  }

  // MARK: - Days

  /// Proves the days of undated articles by what the others tell, and dates what they tell by them.
  mutating func proveDates(with pipeline: Pipeline, in archive: Archive) throws(Fault) {
    guard !undated.isEmpty else { return }
    let dated = days.indices.filter { days[$0] != nil }
    proofs = try DateProof(pipeline: pipeline).findings(for: undated) { take throws(Fault) in
      try forEachTelling(of: dated, in: archive) { _, told in take(told.map(\.mention)) }
    }
    let tellings = ProvedTellings(pipeline: pipeline)
    var placeOfID: [String: Int] = [:]
    for place in days.indices where days[place] == nil { placeOfID[ids[place]] = place }
    for (article, finding) in zip(undated, proofs) {
      guard let (article, found) = tellings.told(by: article, finding),
        let place = placeOfID[article.id]
      else { continue }
      let offsets = MentionOffsets(found, in: article.text)
      proved[keys[place]] = found.map { ($0, offsets[$0]) }
      days[place] = article.date
      note(article.date)
    }
  }

  /// Whether an article's tellings are dated by what others tell, anew on every build.
  func isProved(_ place: Int) -> Bool { proved[keys[place]] != nil }

  // MARK: - What they tell

  /// Hands on what some articles tell, under the ids they have among all.
  func forEachTelling(
    of places: [Int],
    in archive: Archive,
    _ body: (_ place: Int, [Told]) -> Void
  ) throws(Fault) {
    for place in places {
      if let told = proved[keys[place]] { body(place, told) }
    }
    let stored = proved.isEmpty ? places : places.filter { !isProved($0) }
    var rest = stored[...]
    try catching { () throws(ArchiveError) in
      try archive.forEachArticle(ofKeys: stored.map { keys[$0] }) { _, archived in
        guard let place = rest.popFirst() else { return }
        let id = ids[place]
        body(place, archived.map { told($0, by: id) })
      }
    }
  }

  private func told(_ archived: ArchivedMention, by id: String) -> Told {
    let place = MentionOffsets.Place(
      start: archived.points.lower,
      end: archived.points.upper,
      sentenceStart: archived.sentencePoints.lower,
      sentenceEnd: archived.sentencePoints.upper
    )
    return (archived.mention.told(by: id), place)
  }
}

extension ArticleDigest {
  /// What merging must know of an article of an archive, under an id.
  fileprivate init(_ archived: ArchivedArticle, id: String) {
    self.init(
      id: id,
      source: archived.article.source,
      url: archived.article.url,
      title: archived.article.title,
      date: archived.article.date,
      sketch: ShingleSketch(hashes: archived.sketch, count: archived.runs)
    )
  }
}
