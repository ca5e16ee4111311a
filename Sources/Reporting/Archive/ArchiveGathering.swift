import Chronology
import EventArchive
import EventFusion
import Exporting
import NewsModel

/// The articles of an archive that the entries of a report still cover, as merging sees them.
///
/// What they tell stays in the archive: all tellings together are as large as all articles.
struct ArchiveGathering {
  /// One article.
  struct Standing {
    /// The key of its row.
    var key: Int
    /// What merging must know of it, under the id it has among all articles.
    var digest: ArticleDigest
    /// Its own id, which another article may have too.
    var ownID: String
    /// The file it was read from.
    var path: String
    /// How many articles of its id stand before it in the file.
    var occurrence: Int
    /// The article that it was marked as a copy of.
    var markedCopy: String?
  }

  /// A telling and where it stands.
  typealias Told = (mention: EventMention, place: MentionOffsets.Place)

  /// The articles, in the order of files and places; those that no file holds any more last.
  private(set) var articles: [Standing] = []
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
    var ids = ArticleIDs()
    var texts: Set<String> = []
    var kept: [(key: Int, article: ArchivedArticle)] = []
    try catching { () throws(ArchiveError) in
      try archive.forEachHead { key, archived in
        guard listing.covers(archived.path) else { return }
        if archived.isKept {
          kept.append((key, archived))
        } else {
          texts.insert(archived.digest)
          add(archived, key, &ids)
        }
      }
    }
    // A file that was renamed brought its article along.
    for (key, archived) in kept where !texts.contains(archived.digest) {
      add(archived, key, &ids)
      keptAlone += 1
    }
  }

  private mutating func add(_ archived: ArchivedArticle, _ key: Int, _ ids: inout ArticleIDs) {
    let article = archived.article
    var digest = ArticleDigest(
      id: article.id,
      source: article.source,
      url: article.url,
      title: article.title,
      date: article.date,
      sketch: ShingleSketch(hashes: archived.sketch, count: archived.runs)
    )
    guard let id = ids.id(of: digest) else { return }
    digest.id = id
    if article.date == nil {
      var article = article
      article.id = digest.id
      undated.append(article)
    }
    note(article.date)
    articles.append(
      Standing(
        key: key,
        digest: digest,
        ownID: article.id,
        path: archived.path,
        occurrence: archived.occurrence,
        markedCopy: archived.copyOf
      )
    )
  }

  private mutating func note(_ day: CivilDate?) {
    guard let day else { return }
    newestDay = max(newestDay ?? day, day)
  }

  /// Proves the days of undated articles by what the others tell, and dates what they tell by them.
  mutating func proveDates(with pipeline: Pipeline, in archive: Archive) throws(Fault) {
    guard !undated.isEmpty else { return }
    var beside: [EventMention] = []
    let dated = articles.indices.filter { articles[$0].digest.date != nil }
    try forEachTelling(of: dated, in: archive) { _, told in beside += told.map(\.mention) }
    proofs = DateProof(pipeline: pipeline).findings(for: undated, beside: beside)
    let tellings = ProvedTellings(pipeline: pipeline)
    var placeOfID: [String: Int] = [:]
    for (place, article) in articles.enumerated() { placeOfID[article.digest.id] = place }
    for (article, finding) in zip(undated, proofs) {
      guard let (article, found) = tellings.told(by: article, finding),
        let place = placeOfID[article.id]
      else { continue }
      let offsets = MentionOffsets(found, in: article.text)
      proved[articles[place].key] = found.map { ($0, offsets[$0]) }
      articles[place].digest.date = article.date
      note(article.date)
    }
  }

  /// Whether an article's tellings are dated by what others tell, anew on every build.
  func isProved(_ place: Int) -> Bool { proved[articles[place].key] != nil }

  /// Hands on what some articles tell, under the ids they have among all.
  func forEachTelling(
    of places: [Int],
    in archive: Archive,
    _ body: (_ place: Int, [Told]) -> Void
  ) throws(Fault) {
    var wanted: [Int: Int] = [:]
    for place in places {
      if let told = proved[articles[place].key] {
        body(place, told)
      } else {
        wanted[articles[place].key] = place
      }
    }
    let keys = places.map { articles[$0].key }.filter { wanted[$0] != nil }
    try catching { () throws(ArchiveError) in
      try archive.forEachArticle(ofKeys: keys) { key, archived in
        guard let place = wanted[key] else { return }
        body(place, archived.map { told($0, by: articles[place]) })
      }
    }
  }

  private func told(_ archived: ArchivedMention, by article: Standing) -> Told {
    let place = MentionOffsets.Place(
      start: archived.points.lower,
      end: archived.points.upper,
      sentenceStart: archived.sentencePoints.lower,
      sentenceEnd: archived.sentencePoints.upper
    )
    return (archived.mention.told(by: article.digest.id), place)
  }
}
