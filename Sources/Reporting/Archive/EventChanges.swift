import Chronology
import EventArchive
import Exporting
import NewsModel

/// What is new, changed and gone since the last build.
struct EventChanges: Sendable {
  /// The digest of every event, by id.
  private(set) var digests: [String: String] = [:]
  /// The events that were not there, in the order of all.
  private(set) var added: [Event] = []
  /// The events that were there otherwise, in the order of all.
  private(set) var changed: [Event] = []
  /// The ids of those that are gone, sorted.
  private(set) var dropped: [String] = []
  /// The events that are new or changed, in the order of all.
  private var renewed: [Event] = []
  private let lines: EventLines

  /// Compares events with those of the last build, on so many threads.
  init(
    _ events: [Event],
    offsets: MentionOffsets,
    before: [String: String],
    threads: Int = 1
  ) throws(Fault) {
    let lines = try EventLines(offsets: offsets)
    self.lines = lines
    digests.reserveCapacity(events.count)
    let portion = 512
    let begun = Guarded(0)
    var places = events.indices
    OrderedThreads(count: threads).forEach {
      begun.withLock { start -> Range<Int>? in
        defer { start += portion }
        return start < events.count ? start..<min(start + portion, events.count) : nil
      }
    } _: { range in
      range.map { String(SHA256.hexadecimal(of: lines.bytes(of: events[$0])).prefix(32)) }
    } finish: { found in
      for (place, digest) in zip(places, found) { digests[events[place].id] = digest }
      places = places.dropFirst(found.count)
    }
    for event in events {
      let digest = digests[event.id]
      let old = before[event.id]
      guard old != digest else { continue }
      if old == nil { added.append(event) } else { changed.append(event) }
      renewed.append(event)
    }
    dropped = before.keys.filter { digests[$0] == nil }.sorted()
  }

  /// Whether nothing differs.
  var isEmpty: Bool { renewed.isEmpty && dropped.isEmpty }

  /// The events that are new or changed, as the archive keeps them.
  ///
  /// Each is made when it is asked for: on a first build the lines of all together are as large as
  /// all articles.
  var rows: Archive.Ending.Events {
    Archive.Ending.Events(count: renewed.count) { index in
      let event = renewed[index]
      return ArchivedEvent(
        id: event.id,
        type: event.type.rawValue,
        status: event.status.rawValue,
        first: event.date.span.earliest.map { Int($0.dayNumber) },
        last: event.date.span.latest.map { Int($0.dayNumber) },
        headline: event.headline,
        digest: digests[event.id] ?? "",
        line: String(decoding: lines.bytes(of: event).dropLast(), as: UTF8.self),
        words: Self.words(of: event)
      )
    }
  }

  /// The same one by one, with how each event was before.
  func told(from archive: Archive) throws(Fault) -> [EventChange] {
    let ids = changed.map(\.id) + dropped
    let lines = try catching { () throws(ArchiveError) in try archive.eventLines(of: ids) }
    var before: [String: EventChange.Face] = [:]
    for line in lines {
      for event in EventFile(Array(line.utf8)).events { before[event.id] = EventChange.Face(event) }
    }
    return added.map { EventChange(kind: .new, id: $0.id, now: EventChange.Face($0)) }
      + changed.map { event in
        EventChange(
          kind: .changed,
          id: event.id,
          now: EventChange.Face(event),
          before: before[event.id]
        )
      } + dropped.map { EventChange(kind: .dropped, id: $0, before: before[$0]) }
  }

  /// The words to find an event by: what its tellings say, and the names of who takes part.
  static func words(of event: Event) -> String {
    var texts = [event.headline] + event.mentions.map(\.mention.sentence)
    texts += event.parties.flatMap { [$0.name, $0.englishName ?? ""] }
    texts.append(event.place?.name ?? "")
    return FoldedWords.distinct(of: texts)
  }
}
