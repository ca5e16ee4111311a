import EventArchive
import Exporting
import NewsModel
import TimelineLayout

/// The events of the last build that are told otherwise now or no more, and which are new.
struct PastEvents: Sendable {
  private var added: Set<String> = []
  private var before: [String: Event] = [:]
  private var dropped: [Event] = []

  /// No build came before.
  init() {}

  /// Reads them from the archive, which still holds the last build.
  init(_ changes: EventChanges, in archive: Archive) throws(Fault) {
    added = Set(changes.added.map(\.id))
    for event in changes.changed {
      before[event.id] = try Self.event(event.id, in: archive)
    }
    for id in changes.dropped {
      if let event = try Self.event(id, in: archive) { dropped.append(event) }
    }
  }

  /// What became of the events a sheet shows, and of those it would show.
  ///
  /// An event whose date and status are as they were has not changed for the reader of a sheet.
  func changes(of shown: [Event], filter: EventFilter, layout: String) -> [TimelineChange] {
    var changes: [TimelineChange] = []
    for event in shown {
      if added.contains(event.id) {
        changes.append(TimelineChange(.added, event))
      } else if let old = before[event.id],
        old.date.edtf != event.date.edtf || old.status != event.status
      {
        changes.append(TimelineChange(.moved, old))
      }
    }
    let gone = filter.eventsOfSheet(dropped, layout: layout)
    return changes + gone.map { TimelineChange(.dropped, $0) }
  }

  private static func event(_ id: String, in archive: Archive) throws(Fault) -> Event? {
    let lines = try catching { () throws(ArchiveError) in
      try archive.eventLines(ofEventOrMention: id)
    }
    return lines.first.flatMap { EventFile(Array($0.utf8)).events.first }
  }
}
