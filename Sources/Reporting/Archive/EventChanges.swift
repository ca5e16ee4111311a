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
  /// The events that are new or changed, as the archive keeps them.
  private(set) var rows: [ArchivedEvent] = []

  /// Compares events with those of the last build.
  init(_ events: [Event], offsets: MentionOffsets, before: [String: String]) throws(Fault) {
    let lines = try EventLines(offsets: offsets)
    digests.reserveCapacity(events.count)
    for event in events {
      let bytes = lines.bytes(of: event)
      let digest = String(SHA256.hexadecimal(of: bytes).prefix(32))
      digests[event.id] = digest
      let old = before[event.id]
      guard old != digest else { continue }
      if old == nil { added.append(event) } else { changed.append(event) }
      rows.append(
        ArchivedEvent(
          id: event.id,
          type: event.type.rawValue,
          status: event.status.rawValue,
          first: event.date.span.earliest.map { Int($0.dayNumber) },
          last: event.date.span.latest.map { Int($0.dayNumber) },
          headline: event.headline,
          digest: digest,
          line: String(decoding: bytes.dropLast(), as: UTF8.self),
          words: Self.words(of: event)
        )
      )
    }
    dropped = before.keys.filter { digests[$0] == nil }.sorted()
  }

  /// Whether nothing differs.
  var isEmpty: Bool { rows.isEmpty && dropped.isEmpty }

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
    var known: Set<String> = []
    let words = FoldedWords.index(of: texts.joined(separator: "\n")).split(separator: " ")
    return words.map(String.init).filter { known.insert($0).inserted }.joined(separator: " ")
  }
}
