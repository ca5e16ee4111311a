import ArticleReading
import EventArchive
import EventFusion
import Exporting
import NewsModel

/// Brings an archive up to date with the files of a report: reads what is new, once.
struct ArchiveUpdate: Sendable {
  /// The most articles that are read before they are kept: what a fault can cost at most.
  static let batchSize = 200

  let archive: Archive
  let key: ReadingKey
  let listing: InputListing
  let pipeline: Pipeline
  let settings: RunSettings

  /// Whether the files are as the archive knows them, by a look at their stamps alone.
  static func isUpToDate(
    _ listing: InputListing,
    files: [String: ArchivedFile],
    key: ReadingKey
  ) -> Bool {
    listing.faults.isEmpty && listing.files.count == files.count
      && listing.files.allSatisfy { file in
        guard let known = files[file.name] else { return false }
        return known.stamp == file.stamp && key.marks(known.digest) && !known.holdsEvents
      }
  }

  /// Reads what is new.
  func run() throws(Fault) -> Outcome {
    var known = try catching { () throws(ArchiveError) in try archive.files() }
    var outcome = Outcome()
    var batch = ReadingBatch()
    var changed: [(file: InputListing.File, digest: String)] = []
    for file in listing.files {
      let old = known.removeValue(forKey: file.name)
      if let old, old.stamp == file.stamp, key.marks(old.digest) {
        outcome.count(old, as: file.path)
        continue
      }
      let digest: String
      do throws(Fault) {
        digest = key.marked(try FileBytes.digest(of: file.path))
      } catch {
        let message = error.what
        outcome.fail(SetAside(file: file.path, line: nil, code: "unreadable", message: message))
        continue
      }
      if let old, old.digest == digest {
        batch.stamps[file.name] = file.stamp
        outcome.count(old, as: file.path)
      } else {
        changed.append((file, digest))
      }
    }
    for fault in listing.faults { outcome.fail(SetAside(fault)) }
    batch.gone = known.keys.sorted()
    try read(changed, batch, into: &outcome)
    try readKeptAgain()
    outcome.setAside.sort { ($0.file, $0.line ?? 0) < ($1.file, $1.line ?? 0) }
    outcome.inputs.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return outcome
  }

  // MARK: - Reading

  /// What one record gave.
  private enum Finding: Sendable {
    case known(Article, digest: String, path: String)
    case article(ArchivedArticle, words: String, path: String)
    case events(path: String)
    case bad(SetAside, isOfSystem: Bool)

    var path: String {
      switch self {
      case .known(_, _, let path), .article(_, _, let path), .events(let path): path
      case .bad(let record, _): record.file
      }
    }
  }

  /// A file that is being read.
  fileprivate struct Open {
    var file: InputListing.File
    var digest: String
    /// What the archive has of it that did not come up again yet.
    var known: KnownArticles?
    var occurrences = Occurrences()
    /// How many articles stand in it so far.
    var articles = 0
    var good = 0
    var bad: [SetAside] = []
    var holdsEvents = false
    var isUnreadable = false
  }

  private func read(
    _ changed: [(file: InputListing.File, digest: String)],
    _ begun: ReadingBatch,
    into outcome: inout Outcome
  ) throws(Fault) {
    var batch = begun
    var found: [String: KnownArticles] = [:]
    for (file, _) in changed {
      let articles = try KnownArticles(of: file.name, in: archive)
      if !articles.isEmpty { found[file.path] = articles }
    }
    let reader = try RecordReader(settings: settings, findsFurniture: true, takesPhrases: false)
    let run = ItemRun(
      changed.map(\.file.path),
      mayBePhrases: false,
      lineLimit: reader.lineLimit,
      settings: settings
    )
    let known = found
    var rest = changed[...]
    var open: Open?
    if !changed.isEmpty {
      try run.forEach {
        findings(in: $0, reader, known)
      } finish: { (results) throws(Fault) in
        for finding in results.joined() {
          while open?.file.path != finding.path, let next = rest.popFirst() {
            if let done = open { finish(done, into: &batch, &outcome) }
            open = Open(file: next.file, digest: next.digest, known: known[next.file.path])
          }
          take(finding, into: &open, &batch, &outcome)
          if batch.entries.count + batch.moved.count >= Self.batchSize { try keep(&batch) }
        }
      }
    }
    if let done = open { finish(done, into: &batch, &outcome) }
    for next in rest {
      let open = Open(file: next.file, digest: next.digest, known: known[next.file.path])
      finish(open, into: &batch, &outcome)
    }
    try keep(&batch)
  }

  @Sendable
  private func findings(
    in item: Item,
    _ reader: RecordReader,
    _ known: [String: KnownArticles]
  ) -> [Finding] {
    let path = item.file
    if case .document(let file) = item, TableSource.reads(file) {
      let read = TableSource().events(of: file)
      return [.events(path: file)] + read.faults.map { .bad($0, isOfSystem: false) }
        + read.unreadable.map { .bad($0, isOfSystem: true) }
    }
    return reader.records(of: item).map { record in
      switch record {
      case .article(let article, _):
        let digest = key.digest(of: article)
        if known[path]?.has(article.id, digest: digest) == true {
          return .known(article, digest: digest, path: path)
        }
        let (told, words) = told(by: article, digest: digest, path: listing.name(of: path))
        return .article(told, words: words, path: path)
      case .event: return .events(path: path)
      case .fault(let fault): return .bad(SetAside(fault), isOfSystem: fault.reason.isOfSystem)
      }
    }
  }

  /// An article as the archive keeps it, and the words to find it by.
  private func told(
    by article: Article,
    digest: String,
    path: String
  ) -> (ArchivedArticle, words: String) {
    let (told, mentions) = pipeline.told(by: article)
    let offsets = MentionOffsets(mentions, in: told.text)
    let fingerprint = ArticleDigest(told)
    let archived = ArchivedArticle(
      path: path,
      occurrence: 0,
      place: 0,
      digest: digest,
      article: told,
      written: article.date,
      writtenBasis: article.dateBasis,
      sketch: fingerprint.sketch?.hashes ?? [],
      runs: fingerprint.sketch?.count ?? 0,
      mentions: mentions.map { mention in
        let place = offsets[mention]
        return ArchivedMention(
          mention,
          points: TextRange(place.start, place.end),
          sentencePoints: TextRange(place.sentenceStart, place.sentenceEnd)
        )
      }
    )
    return (archived, FoldedWords.index(of: "\(told.title ?? "") \(told.text)"))
  }

  private func take(
    _ finding: Finding,
    into open: inout Open?,
    _ batch: inout ReadingBatch,
    _ outcome: inout Outcome
  ) {
    switch finding {
    case .known(let article, let digest, let path):
      guard let place = open?.stand(article.id, digest: digest) else { return }
      switch place.found {
      case .stands: return
      case .moved(let key): return batch.moved.append((key, place.place))
      case .changed: break
      }
      // An id that stands twice in its file, and now in another order.
      var (told, words) = told(by: article, digest: digest, path: listing.name(of: path))
      told.occurrence = place.occurrence
      told.place = place.place
      batch.entries.append(ReadingBatch.Entry(article: told, words: words))
      outcome.read += 1
    case .article(var article, let words, _):
      guard let place = open?.stand(article.article.id, digest: article.digest) else { return }
      article.occurrence = place.occurrence
      article.place = place.place
      batch.entries.append(ReadingBatch.Entry(article: article, words: words))
      outcome.read += 1
    case .events:
      open?.holdsEvents = true
      open?.good += 1
    case .bad(let record, let isOfSystem):
      if isOfSystem { open?.isUnreadable = true }
      outcome.newlySetAside.append(record)
      if isOfSystem {
        outcome.setAside.append(record)
        outcome.tally.unreadable += 1
      } else {
        open?.bad.append(record)
      }
    }
  }

  /// Ends a file; one that could not be read whole is read again next time.
  private func finish(_ open: Open, into batch: inout ReadingBatch, _ outcome: inout Outcome) {
    let file = ArchivedFile(
      path: open.file.name,
      digest: open.isUnreadable ? "" : open.digest,
      stamp: open.isUnreadable ? "" : open.file.stamp,
      good: open.good,
      setAside: open.bad.map {
        SetAsideRecord(line: $0.line, offset: $0.offset, code: $0.code, message: $0.message)
      },
      holdsEvents: open.holdsEvents
    )
    outcome.count(file, as: open.file.path)
    guard !open.isUnreadable || open.articles > 0 else { return }
    batch.finished.append(ReadingBatch.Finished(file: file, lost: open.known?.lost ?? []))
  }

  private func keep(_ batch: inout ReadingBatch) throws(Fault) {
    let full = batch
    try catching { () throws(ArchiveError) in try archive.keep(full) }
    batch = ReadingBatch()
  }

  /// Reads articles that the archive alone still has once more, when this tool reads otherwise.
  private func readKeptAgain() throws(Fault) {
    var old: [ArchivedArticle] = []
    try catching { () throws(ArchiveError) in
      try archive.forEachArticle(.keptAlone) { archived in
        if !key.marks(archived.digest) { old.append(archived) }
      }
    }
    var batch = ReadingBatch()
    for archived in old {
      var article = archived.article
      article.date = archived.written
      article.dateBasis = archived.writtenBasis
      var (told, words) = told(by: article, digest: key.digest(of: article), path: archived.path)
      told.occurrence = archived.occurrence
      told.place = archived.place
      told.isKept = true
      batch.entries.append(ReadingBatch.Entry(article: told, words: words))
      if batch.entries.count >= Self.batchSize { try keep(&batch) }
    }
    try keep(&batch)
  }
}

extension ArchiveUpdate.Open {
  /// The place of the next article, and what the archive has of it.
  fileprivate mutating func stand(
    _ id: String,
    digest: String
  ) -> (occurrence: Int, place: Int, found: KnownArticles.Finding) {
    let occurrence = occurrences.next(id)
    let place = articles
    articles += 1
    good += 1
    let found = known?.find(id, occurrence: occurrence, place: place, digest: digest)
    return (occurrence, place, found ?? .changed)
  }
}
