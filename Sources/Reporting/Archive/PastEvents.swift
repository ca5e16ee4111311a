import NewsModel
import TimelineLayout

/// The events of the last build that are told otherwise now or no more, and which are new.
struct PastEvents: Sendable {
  private var added: Set<String> = []
  private var before: [String: Event] = [:]
  private var dropped: [Event] = []

  /// No build came before.
  init() {}

  /// Notes an event that is new.
  mutating func noteAdded(_ id: String) { added.insert(id) }

  /// Notes how an event was.
  ///
  /// One whose date and status are as they were has not changed for the reader of a sheet.
  mutating func note(_ old: Event, now: Event) {
    guard old.date.edtf != now.date.edtf || old.status != now.status else { return }
    before[old.id] = old
  }

  /// Notes an event that is gone.
  mutating func noteDropped(_ old: Event) { dropped.append(old) }

  /// What became of the events a sheet shows, and of those it would show.
  func changes(of shown: [Event], filter: EventFilter, layout: String) -> [TimelineChange] {
    var changes: [TimelineChange] = []
    for event in shown {
      if added.contains(event.id) {
        changes.append(TimelineChange(.added, event))
      } else if let old = before[event.id] {
        changes.append(TimelineChange(.moved, old))
      }
    }
    let gone = filter.eventsOfSheet(dropped, layout: layout)
    return changes + gone.map { TimelineChange(.dropped, $0) }
  }
}
