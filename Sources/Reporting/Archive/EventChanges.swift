import Chronology
import EventArchive
import Exporting
import NewsModel

/// What is new, changed and gone since the last build.
struct EventChanges {
  /// A change, and where its event stands among all.
  private struct Noted {
    var day: Int32
    var change: EventChange
  }

  /// Whether no build came before: all is new then, and only how much is of interest.
  private let isFirst: Bool
  private var added: [Noted] = []
  private var changed: [Noted] = []
  private var dropped: [EventChange] = []
  /// What a reader of a sheet sees of it.
  private(set) var past = PastEvents()
  /// How many events are new.
  private(set) var addedCount = 0

  /// No change yet.
  init(isFirst: Bool = false) { self.isFirst = isFirst }

  /// Notes an event that is new, or another than it was.
  mutating func note(_ event: Event, before: Archive.KnownEvent?) {
    let day = (event.date.span.earliest ?? event.date.span.latest ?? .last).dayNumber
    let now = EventChange.Face(event)
    guard let before else {
      addedCount += 1
      if isFirst { return }
      added.append(Noted(day: day, change: EventChange(kind: .new, id: event.id, now: now)))
      past.noteAdded(event.id)
      return
    }
    let old = Self.event(before)
    let change = EventChange(
      kind: .changed,
      id: event.id,
      now: now,
      before: old.map(EventChange.Face.init)
    )
    changed.append(Noted(day: day, change: change))
    if let old { past.note(old, now: event) }
  }

  /// Notes an event that is gone.
  mutating func noteDropped(_ id: String, _ before: Archive.KnownEvent) {
    let old = Self.event(before)
    dropped.append(
      EventChange(kind: .dropped, id: id, before: old.map(EventChange.Face.init))
    )
    if let old { past.noteDropped(old) }
  }

  /// Archives of older versions hold an event as its line alone.
  private static func event(_ known: Archive.KnownEvent) -> Event? {
    known.event ?? EventFile(Array(known.line.utf8)).events.first
  }

  /// How many are other than they were.
  var changedCount: Int { changed.count }
  /// How many are gone.
  var droppedCount: Int { dropped.count }
  /// Whether nothing differs.
  var isEmpty: Bool { addedCount == 0 && changed.isEmpty && dropped.isEmpty }

  /// The changes: new events and changed ones each in the order of all, then those that are gone.
  func told() -> [EventChange] {
    func ordered(_ noted: [Noted]) -> [EventChange] {
      noted.sorted { $0.day != $1.day ? $0.day < $1.day : $0.change.id < $1.change.id }
        .map(\.change)
    }
    return ordered(added) + ordered(changed) + dropped
  }

  /// The words to find an event by: what its tellings say, and the names of who takes part.
  static func words(of event: Event) -> String {
    var texts = [event.headline] + event.mentions.map(\.mention.sentence)
    texts += event.parties.flatMap { [$0.name, $0.englishName ?? ""] }
    texts.append(event.place?.name ?? "")
    return FoldedWords.distinct(of: texts)
  }
}
