import Chronology
import EventArchive
import EventFusion
import Exporting
import NewsModel

/// Brings the events of an archive up to date with its articles.
///
/// Only what has to do with a new, changed or lost article is merged anew, portion by portion; the
/// events are those that merging all together would give. It writes into the archive as it goes, so
/// it runs inside the transaction of a build's ending.
struct ArchiveMerging {
  /// What merging found.
  struct Outcome {
    /// What is new, changed and gone.
    var changes = EventChanges()
    /// The corrections, and whether each found what it names.
    var applied: [ArchivedCorrection] = []
    /// The corrections that found nothing, a line each.
    var warnings: [String] = []
    /// The copy each article is of, where that changed.
    var copies: [(path: String, id: String, occurrence: Int, of: String?)] = []
    /// What the next build must know of this one, by name.
    var settings: [String: String] = [:]
  }

  let archive: Archive
  let pipeline: Pipeline
  let corrections: Corrections
  let names: PartyNames
  /// The events that files hold as they are.
  let fromFiles: [Event]
  /// What decides how tellings are merged, beside them: when it changes, all are merged again.
  let key: String
  /// Whether to merge all again in any case.
  let isForced: Bool
  /// Sees every event that is new or gone, or was and is otherwise.
  let watch: (Event) -> Void

  /// The names of what is kept between builds.
  private enum Setting {
    static let key = "merging"
    static let named = "named"
    static let made = "made"
  }

  /// Merges.
  func run(on gathered: ArchiveGathering) throws(Fault) -> Outcome {
    var outcome = Outcome()
    let known = try catching { () throws(ArchiveError) in try archive.setting(Setting.key) }
    let isWhole = isForced || known != key
    if isWhole { try catching { () throws(ArchiveError) in try archive.forgetMerging() } }
    let copies = IndependentTexts.copies(among: gathered.articles.map(\.digest))
    outcome.copies = Self.copies(copies, among: gathered)
    var scope = try scope(of: gathered, copies)
    let made = try list(Setting.made)
    let named = Set(try list(Setting.named) + corrections.entries.flatMap(\.ids))
    let portions = scope.portions(
      named: named,
      in: Self.articles(tellingAnyOf: named, in: gathered),
      isCorrected: !named.isEmpty || !fromFiles.isEmpty || !made.isEmpty
    )
    scope = MergingScope()

    var kept: Set<String> = []
    var released = Set(made)
    for portion in portions {
      let old = try catching { () throws(ArchiveError) in try archive.release(portion.old) }
      released.formUnion(old)
      let (events, offsets) = try merged(portion, of: gathered, copies)
      var final = CorrectedEvents(events, .none, names: names) { _ in [] }
      if portion.isCorrected {
        final = try corrected(events, of: gathered, copies)
        outcome.applied = final.applied
        outcome.warnings = final.warnings
        let merged = Set(events.map(\.id))
        outcome.settings[Setting.made] = final.events.map(\.id).filter { !merged.contains($0) }
          .joined(separator: "\n")
      }
      kept.formUnion(final.events.lazy.map(\.id))
      try keep(EventGathering.ordered(final.events), offsets, in: &outcome.changes)
    }
    if isWhole {
      released = try catching { () throws(ArchiveError) in try archive.eventIDs() }
    }
    try drop(released.subtracting(kept), in: &outcome.changes)
    outcome.settings[Setting.key] = key
    outcome.settings[Setting.named] =
      Set(corrections.entries.flatMap(\.ids)).sorted().joined(separator: "\n")
    if outcome.settings[Setting.made] == nil { outcome.settings[Setting.made] = "" }
    return outcome
  }

  private func list(_ name: String) throws(Fault) -> [String] {
    let text = try catching { () throws(ArchiveError) in try archive.setting(name) }
    return (text ?? "").split(separator: "\n").map(String.init)
  }

  private static func copies(
    _ copies: [String: String],
    among gathered: ArchiveGathering
  ) -> [(path: String, id: String, occurrence: Int, of: String?)] {
    var ownIDs: [String: String] = [:]
    for article in gathered.articles where article.digest.id != article.ownID {
      ownIDs[article.digest.id] = article.ownID
    }
    return gathered.articles.compactMap { article in
      let original = copies[article.digest.id].map { ownIDs[$0] ?? $0 }
      guard original != article.markedCopy else { return nil }
      return (article.path, article.ownID, article.occurrence, original)
    }
  }

  // MARK: - What is merged anew

  /// Compares the articles with those of the last build, and keeps how they are merged now.
  private func scope(
    of gathered: ArchiveGathering,
    _ copies: [String: String]
  ) throws(Fault) -> MergingScope {
    var placeOfKey: [Int: Int] = [:]
    for (place, article) in gathered.articles.enumerated() { placeOfKey[article.key] = place }
    var scope = MergingScope()
    var gone: [Int] = []
    var isKnown = [Bool](repeating: false, count: gathered.articles.count)
    try catching { () throws(ArchiveError) in
      try archive.forEachMergedArticle { before in
        guard let place = placeOfKey[before.key] else {
          gone.append(before.key)
          return scope.addOld(before)
        }
        let digest = gathered.articles[place].digest
        let isSame =
          before.id == digest.id && before.original == copies[digest.id]
          && before.published == digest.date.map { Int($0.dayNumber) }
        if isSame, !gathered.isProved(place) {
          isKnown[place] = true
          scope.addUnchanged(place, before)
        } else {
          scope.addOld(before)
        }
      }
    }
    var merged: [Archive.MergedArticle] = []
    let changed = gathered.articles.indices.filter { !isKnown[$0] }
    for start in stride(from: 0, to: changed.count, by: 1000) {
      let places = Array(changed[start..<min(start + 1000, changed.count)])
      try gathered.forEachTelling(of: places, in: archive) { place, told in
        let article = gathered.articles[place]
        let id = article.digest.id
        let marks = MergingMarks.packed(told.map { MergingMarks($0.mention, article: id) })
        scope.addNew(place, key: article.key, marks)
        merged.append(
          Archive.MergedArticle(
            key: article.key,
            id: id,
            published: article.digest.date.map { Int($0.dayNumber) },
            original: copies[id],
            marks: marks
          )
        )
      }
      let portion = merged
      try catching { () throws(ArchiveError) in try archive.keep(merged: portion, gone: []) }
      merged = []
    }
    let lost = gone
    try catching { () throws(ArchiveError) in try archive.keep(merged: [], gone: lost) }
    return scope
  }

  /// The keys of articles to whose tellings some ids may belong: those begin with the article's.
  private static func articles(
    tellingAnyOf ids: Set<String>,
    in gathered: ArchiveGathering
  ) -> Set<Int> {
    guard !ids.isEmpty else { return [] }
    let named = gathered.articles.filter { article in
      ids.contains { $0.hasPrefix(article.digest.id) }
    }
    return Set(named.map(\.key))
  }

  // MARK: - A portion

  private func merged(
    _ portion: MergingScope.Portion,
    of gathered: ArchiveGathering,
    _ copies: [String: String]
  ) throws(Fault) -> (events: [Event], offsets: MentionOffsets) {
    var mentions: [EventMention] = []
    var offsets = MentionOffsets()
    var keys: [String: Archive.TellingKey] = [:]
    let places = portion.new.keys.sorted()
    try gathered.forEachTelling(of: places, in: archive) { place, told in
      let wanted = portion.new[place] ?? []
      for (number, telling) in told.enumerated() where wanted.contains(number) {
        let id = telling.mention.id
        keys[id] = Archive.TellingKey(article: gathered.articles[place].key, number: number)
        offsets.set(telling.place, of: id)
        mentions.append(telling.mention)
      }
    }
    let events = pipeline.events(
      from: mentions,
      articles: places.map { gathered.articles[$0].digest },
      copies: copies
    ) { id in
      (try? archive.hasTellings(of: id)) ?? false
    }
    var tellings: [(telling: Archive.TellingKey, event: String)] = []
    for event in events {
      for merged in event.mentions {
        if let key = keys[merged.mention.id] { tellings.append((key, event.id)) }
      }
    }
    let assigned = tellings
    try catching { () throws(ArchiveError) in try archive.assign(assigned) }
    return (events, offsets)
  }

  /// The events with those of files, corrected.
  private func corrected(
    _ events: [Event],
    of gathered: ArchiveGathering,
    _ copies: [String: String]
  ) throws(Fault) -> CorrectedEvents {
    var known = Set(events.map(\.id))
    var all = events
    for event in fromFiles where known.insert(event.id).inserted {
      // An event of the articles goes before one of a file.
      let isTold = try catching { () throws(ArchiveError) in
        try archive.hasTellings(of: event.id)
      }
      if !isTold { all.append(event) }
    }
    let digests = gathered.articles.map(\.digest)
    return CorrectedEvents(EventGathering.ordered(all), corrections, names: names) {
      pipeline.events(from: $0, articles: digests, copies: copies)
    }
  }

  // MARK: - Keeping

  /// Keeps the events that are new or otherwise than they were.
  private func keep(
    _ events: [Event],
    _ offsets: MentionOffsets,
    in changes: inout EventChanges
  ) throws(Fault) {
    let lines = try EventLines(offsets: offsets)
    let known = try catching { () throws(ArchiveError) in
      try archive.knownEvents(of: events.lazy.map(\.id))
    }
    var rows: [ArchivedEvent] = []
    for event in events {
      let line = lines.bytes(of: event)
      let digest = String(SHA256.hexadecimal(of: line).prefix(32))
      let placed = event.placed(by: offsets)
      let body = placed.archivedBytes
      let old = known[event.id]
      if let old, old.digest == digest, old.body == body { continue }
      watch(placed)
      if let past = old?.event { watch(past) }
      if old?.digest != digest { changes.note(placed, before: old) }
      rows.append(
        ArchivedEvent(placed, digest: digest, line: line.dropLast(), body: body)
      )
    }
    let renewed = rows
    try catching { () throws(ArchiveError) in try archive.keep(renewed) }
  }

  private func drop(_ ids: Set<String>, in changes: inout EventChanges) throws(Fault) {
    let known = try catching { () throws(ArchiveError) in try archive.knownEvents(of: ids) }
    for (id, old) in known.sorted(by: { $0.key < $1.key }) {
      if let past = old.event { watch(past) }
      changes.noteDropped(id, old)
    }
    try catching { () throws(ArchiveError) in try archive.drop(ids) }
  }
}

extension Event {
  /// The event with its tellings at their offsets in code points.
  fileprivate func placed(by offsets: MentionOffsets) -> Event {
    var event = self
    for index in event.mentions.indices {
      let place = offsets[event.mentions[index].mention]
      event.mentions[index].mention.range = TextRange(place.start, place.end)
      event.mentions[index].mention.sentenceRange = TextRange(
        place.sentenceStart,
        place.sentenceEnd
      )
    }
    return event
  }
}

extension ArchivedEvent {
  /// An event as the archive keeps it.
  fileprivate init(_ event: Event, digest: String, line: ArraySlice<UInt8>, body: [UInt8]) {
    self.init(
      id: event.id,
      type: event.type.rawValue,
      status: event.status.rawValue,
      first: event.date.span.earliest.map { Int($0.dayNumber) },
      last: event.date.span.latest.map { Int($0.dayNumber) },
      headline: event.headline,
      digest: digest,
      line: String(decoding: line, as: UTF8.self),
      words: EventChanges.words(of: event)
    )
    self.body = body
    tags = EventFilter.tags(of: event)
  }
}
