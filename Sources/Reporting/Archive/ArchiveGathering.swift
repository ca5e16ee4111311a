import EventArchive
import EventFusion
import Exporting
import NewsModel

/// Gathers what an archive holds, as a reading of all its articles would.
struct ArchiveGathering {
  /// What was gathered.
  var gathering = EventGathering()
  /// How many articles are among it that no file holds any more.
  private(set) var keptAlone = 0
  /// Where each article stands, in the order of the gathering, for noting copies.
  private(set) var places: [(path: String, id: String, occurrence: Int)] = []
  /// The article that each is marked as a copy of, in the same order.
  private var marked: [String?] = []
  /// The fingerprints of the articles, in the same order.
  private(set) var sketches: [ShingleSketch?] = []

  /// Gathers the articles that the entries of a report still cover.
  init(_ archive: Archive, listing: InputListing) throws(Fault) {
    var texts: Set<String> = []
    var kept: [ArchivedArticle] = []
    try catching { () throws(ArchiveError) in
      try archive.forEachArticle { archived in
        guard listing.covers(archived.path) else { return }
        if archived.isKept {
          kept.append(archived)
        } else {
          texts.insert(archived.digest)
          add(archived)
        }
      }
    }
    // A file that was renamed brought its article along.
    for archived in kept where !texts.contains(archived.digest) {
      add(archived)
      keptAlone += 1
    }
  }

  /// The articles that repeat another's text and were not marked so, or were and do so no more.
  func copies() -> [(path: String, id: String, occurrence: Int, of: String?)] {
    let voices = IndependentTexts(sketches)
    return places.indices.compactMap { index in
      let first = voices.group(of: index)
      let copied = first == index ? nil : places[first].id
      guard copied != marked[index] else { return nil }
      let place = places[index]
      return (place.path, place.id, place.occurrence, copied)
    }
  }

  private mutating func add(_ archived: ArchivedArticle) {
    let article = archived.article
    let sketch = ShingleSketch(hashes: archived.sketch, count: archived.runs)
    let digest = ArticleDigest(
      id: article.id,
      source: article.source,
      url: article.url,
      title: article.title,
      date: article.date,
      sketch: sketch
    )
    gathering.add(article, digest, archived.mentions.map { ($0.mention, Self.place(of: $0)) })
    places.append((archived.path, article.id, archived.occurrence))
    sketches.append(sketch)
    marked.append(archived.copyOf)
  }

  private static func place(of archived: ArchivedMention) -> MentionOffsets.Place {
    MentionOffsets.Place(
      start: archived.points.lower,
      end: archived.points.upper,
      sentenceStart: archived.sentencePoints.lower,
      sentenceEnd: archived.sentencePoints.upper
    )
  }
}
