import Chronology
import EventArchive
import EventFusion
import Exporting
import NewsModel

/// Keeps the events of a build in the archive, and notes which are new, otherwise than they were, or gone.
struct EventKeeper {
  private let archive: Archive
  /// How many threads write events out.
  private let threads: Int
  /// Sees every event that is new or gone, or was and is otherwise.
  private let watch: (Event) -> Void
  /// What is new, changed and gone so far.
  private(set) var changes: EventChanges

  /// A keeper.
  ///
  /// - Parameter isFirst: whether no build came before, so that what is new need not be told.
  init(archive: Archive, threads: Int, isFirst: Bool, watch: @escaping (Event) -> Void) {
    self.archive = archive
    self.threads = threads
    self.watch = watch
    changes = EventChanges(isFirst: isFirst)
  }

  /// An event that is new, or otherwise than it was.
  private struct Renewed: Sendable {
    var event: Event
    var old: Archive.KnownEvent?
    var row: ArchivedEvent
  }

  /// Keeps the events that are new or otherwise than they were.
  mutating func keep(_ events: [Event], _ offsets: MentionOffsets) throws(Fault) {
    let lines = try EventLines(offsets: offsets)
    let known = try catching { () throws(ArchiveError) in
      try archive.knownEvents(of: events.lazy.map(\.id))
    }
    // Writing an event out takes longer than keeping it, and each is written for itself.
    let chunks = stride(from: 0, to: events.count, by: Self.chunkSize).map { start in
      start..<min(start + Self.chunkSize, events.count)
    }
    let rest = Guarded(chunks[...])
    try OrderedThreads(count: chunks.count > 1 ? threads : 1).forEach {
      rest.withLock { $0.popFirst() }
    } _: { chunk in
      events[chunk].compactMap { Self.renewed($0, known[$0.id], lines: lines, offsets: offsets) }
    } finish: { (renewed: [Renewed]) throws(Fault) in
      for one in renewed {
        watch(one.event)
        if let past = one.old?.event { watch(past) }
        if one.old?.digest != one.row.digest { changes.note(one.event, before: one.old) }
      }
      try catching { () throws(ArchiveError) in try archive.keep(renewed.map(\.row)) }
    }
  }

  /// How many events a thread takes at a time.
  private static let chunkSize = 16

  /// The event as the archive keeps it; `nil` when it has it so already.
  private static func renewed(
    _ event: Event,
    _ old: Archive.KnownEvent?,
    lines: EventLines,
    offsets: MentionOffsets
  ) -> Renewed? {
    let line = lines.bytes(of: event)
    let digest = String(SHA256.hexadecimal(of: line).prefix(32))
    let placed = event.placed(by: offsets)
    let body = placed.archivedBytes
    if let old, old.digest == digest, old.body == body { return nil }
    let row = ArchivedEvent(placed, digest: digest, line: line.dropLast(), body: body)
    return Renewed(event: placed, old: old, row: row)
  }

  /// Drops events that are no more.
  mutating func drop(_ ids: Set<String>) throws(Fault) {
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
