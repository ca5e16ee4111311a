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
    /// The copy each article is of, by the article's key, where that changed.
    var copies: [(key: Int, of: String?)] = []
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
  /// Whether no build came before, so that what is new need not be told.
  let isFirst: Bool
  /// How many threads write events out.
  let threads: Int
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
    var keeper = EventKeeper(archive: archive, threads: threads, isFirst: isFirst, watch: watch)
    let known = try catching { () throws(ArchiveError) in try archive.setting(Setting.key) }
    let isWhole = isForced || known != key
    if isWhole { try catching { () throws(ArchiveError) in try archive.forgetMerging() } }
    let texts = try ArchivedCopies(archive, of: gathered, isWhole: isWhole)
    outcome.copies = texts.changes(in: gathered)
    let copies = texts.byID(in: gathered)
    let (scope, gone) = try scope(of: gathered, copies, isWhole: isWhole)
    let made = try list(Setting.made)
    let named = Set(try list(Setting.named) + corrections.entries.flatMap(\.ids))
    let portions = try scope.portions(
      by: archive,
      named: named,
      in: Self.articles(tellingAnyOf: named, in: gathered),
      isCorrected: !named.isEmpty || !fromFiles.isEmpty || !made.isEmpty
    )
    if !isWhole {
      try catching { () throws(ArchiveError) in try archive.settleDrafts(gone: gone) }
    }

    // All that there were when all are merged anew, else those that lose a telling.
    var released = Set(made)
    if isWhole {
      released = try catching { () throws(ArchiveError) in try archive.eventIDs() }
    }
    var kept: Set<String> = []
    for number in portions.numbers {
      let portion = scope.portion(number, of: portions)
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
      for event in final.events {
        if isWhole { released.remove(event.id) } else { kept.insert(event.id) }
      }
      try keeper.keep(EventGathering.ordered(final.events), offsets)
    }
    try keeper.drop(released.subtracting(kept))
    outcome.changes = keeper.changes
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

  // MARK: - What is merged anew

  /// Compares the articles with those of the last build, and drafts how they are merged now.
  ///
  /// - Returns: also the keys of the articles that are gone.
  private func scope(
    of gathered: ArchiveGathering,
    _ copies: [String: String],
    isWhole: Bool
  ) throws(Fault) -> (MergingScope, gone: [Int]) {
    var scope = MergingScope(articles: gathered.count)
    var gone: [Int] = []
    let places = gathered.placesByKey()
    var rest = places[...]
    var isKnown = [Bool](repeating: false, count: gathered.count)
    try catching { () throws(ArchiveError) in
      try archive.forEachMergedArticle { before in
        while let first = rest.first, gathered.keys[Int(first)] < before.key { rest.removeFirst() }
        guard let first = rest.first, gathered.keys[Int(first)] == before.key else {
          gone.append(before.key)
          return scope.addOld(before)
        }
        let place = Int(first)
        let isSame =
          before.id == gathered.ids[place] && before.original == copies[before.id]
          && before.published == gathered.days[place].map { Int($0.dayNumber) }
        if isSame, !gathered.isProved(place) {
          isKnown[place] = true
          scope.addUnchanged(place, before)
        } else {
          scope.addOld(before)
        }
      }
    }
    let changed = places.filter { !isKnown[Int($0)] }
    for start in stride(from: 0, to: changed.count, by: 1000) {
      let portion = changed[start..<min(start + 1000, changed.count)].map { Int($0) }
      var merged: [Int: Archive.MergedArticle] = [:]
      try gathered.forEachTelling(of: portion, in: archive) { place, told in
        let id = gathered.ids[place]
        merged[place] = Archive.MergedArticle(
          key: gathered.keys[place],
          id: id,
          published: gathered.days[place].map { Int($0.dayNumber) },
          original: copies[id],
          marks: MergingMarks.packed(told.map { MergingMarks($0.mention, article: id) })
        )
      }
      // In the order of keys, whichever were proved.
      let drafts = portion.compactMap { merged[$0] }
      for (place, draft) in zip(portion, drafts) {
        scope.addNew(place, key: draft.key, draft.marks)
      }
      try catching { () throws(ArchiveError) in
        try archive.draft(drafts, isSettled: isWhole)
      }
    }
    return (scope, gone)
  }

  /// The keys of articles to whose tellings some ids may belong: those begin with the article's.
  private static func articles(
    tellingAnyOf ids: Set<String>,
    in gathered: ArchiveGathering
  ) -> Set<Int> {
    guard !ids.isEmpty else { return [] }
    var keys: Set<Int> = []
    for place in 0..<gathered.count {
      let id = gathered.ids.bytes(of: place)
      if ids.contains(where: { $0.utf8.starts(with: id) }) { keys.insert(gathered.keys[place]) }
    }
    return keys
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
        keys[id] = Archive.TellingKey(article: gathered.keys[place], number: number)
        offsets.set(telling.place, of: id)
        mentions.append(telling.mention)
      }
    }
    let events = pipeline.events(
      from: mentions,
      articles: try gathered.digests(of: places, in: archive),
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
    let named = Set(all.flatMap { $0.mentions.map(\.mention.article) })
    let places = (0..<gathered.count).filter { named.contains(gathered.ids[$0]) }
    let digests = try gathered.digests(of: places, in: archive)
    return CorrectedEvents(EventGathering.ordered(all), corrections, names: names) {
      pipeline.events(from: $0, articles: digests, copies: copies)
    }
  }
}
