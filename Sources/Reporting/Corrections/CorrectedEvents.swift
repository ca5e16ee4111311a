import Chronology
import EventArchive
import NewsModel

/// Applies corrections to merged events, in the order of their file.
struct CorrectedEvents {
  /// The events after all corrections, in the order of all.
  var events: [Event] { uncorrected ?? order.compactMap { rows[$0] } }
  /// Each correction, and whether it found what it names.
  private(set) var applied: [ArchivedCorrection] = []
  /// The corrections that found nothing, a line each.
  private(set) var warnings: [String] = []

  /// The events when there is no correction: mostly so, and then they need not be moved about.
  private var uncorrected: [Event]?
  private var rows: [String: Event] = [:]
  private var order: [String] = []
  /// What was set by hand of each event, which tellings that come or go do not change.
  private var byHand: [String: Set<Field>] = [:]
  /// Where the ids of merged events lead.
  private var successors: [String: String] = [:]
  private let names: PartyNames
  /// Merges tellings again when some were taken away.
  private let merged: ([EventMention]) -> [Event]

  /// What tellings decide unless it is set by hand.
  enum Field: Hashable {
    case date
    case parties
    case place
    case title
  }

  /// Applies them.
  ///
  /// - Parameter merged: merges some tellings as a build does.
  init(
    _ events: [Event],
    _ corrections: Corrections,
    names: PartyNames,
    merged: @escaping ([EventMention]) -> [Event]
  ) {
    self.names = names
    self.merged = merged
    if corrections.entries.isEmpty {
      uncorrected = Self.withoutLostPlans(events)
      return
    }
    for event in events {
      rows[event.id] = event
      order.append(event.id)
    }
    for correction in corrections.entries {
      let missing = apply(correction)
      applied.append(
        ArchivedCorrection(
          target: correction.target.id,
          matched: missing.isEmpty,
          author: correction.author,
          reason: correction.reason,
          body: correction.summary
        )
      )
      for id in missing {
        warnings.append(
          "\(corrections.path):\(correction.line): nothing is ‘\(id)’ any more; the correction by "
            + "\(correction.author) waits: see ‘tarikh list’ for the id it has now"
        )
      }
    }
    for (id, event) in rows {
      guard let plan = event.fulfils, rows[plan] == nil else { continue }
      rows[id]?.fulfils = successors[plan].flatMap { $0 == id ? nil : $0 }
    }
  }

  /// The events, none fulfilling a plan that is not among them.
  private static func withoutLostPlans(_ events: [Event]) -> [Event] {
    let fulfilling = events.indices.filter { events[$0].fulfils != nil }
    if fulfilling.isEmpty { return events }
    let known = Set(events.lazy.map(\.id))
    var events = events
    for index in fulfilling {
      guard let plan = events[index].fulfils, !known.contains(plan) else { continue }
      events[index].fulfils = nil
    }
    return events
  }

  // MARK: - One correction

  /// Applies a correction, as far as what it names is there.
  ///
  /// - Returns: the ids that nothing bears.
  private mutating func apply(_ correction: Correction) -> [String] {
    if case .added(let name) = correction.target {
      add(correction, name: name)
      return []
    }
    guard let id = event(of: correction.target), var event = rows[id] else {
      return [correction.target.id]
    }
    var missing: [String] = []
    if case .mention(let mention) = correction.target, correction.isDropped {
      take([mention], from: id, note: correction.note)
      return []
    }
    if correction.isDropped {
      rows[id] = nil
      return []
    }
    set(correction, in: &event)
    let fixed = byHand[id] ?? []
    for other in correction.merge {
      guard
        let found = self.event(of: .event(other, mention: nil)) ?? self.event(of: .mention(other)),
        found != id, let second = rows[found]
      else {
        if successors[other] != id { missing.append(other) }
        continue
      }
      event.merge(second, keeping: fixed, reason: correction.note)
      successors[found] = id
      rows[found] = nil
    }
    if let pin = correction.pin {
      if !event.pin(pin) { missing.append(pin) }
    }
    missing += correction.split.filter { id in !event.mentions.contains { $0.mention.id == id } }
    // Nothing is marked as corrected that stayed as it was.
    guard correction.setsFields || missing.count < correction.namedIDs else { return missing }
    event.edits.append(correction.note)
    rows[id] = event
    if !correction.split.isEmpty {
      let held = Set(event.mentions.map(\.mention.id))
      let split = correction.split.filter(held.contains)
      if split.count < held.count, !split.isEmpty {
        take(split, from: id, note: nil)
        found(Set(split), of: event, note: correction.note)
      }
    }
    return missing
  }

  /// The event that a correction names, wherever it went since.
  private func event(of target: Correction.Target) -> String? {
    switch target {
    case .event(let id, let mention):
      if rows[id] != nil { return id }
      if let successor = successors[id], rows[successor] != nil { return successor }
      return mention.flatMap { event(of: .mention($0)) }
    case .mention(let id):
      return order.first { event in
        rows[event]?.mentions.contains { $0.mention.id == id } ?? false
      }
    case .added: return nil
    }
  }

  private mutating func set(_ correction: Correction, in event: inout Event) {
    var fixed = byHand[event.id] ?? []
    if correction.date != nil { fixed.insert(.date) }
    if correction.title != nil { fixed.insert(.title) }
    if correction.place != nil { fixed.insert(.place) }
    if correction.parties != nil { fixed.insert(.parties) }
    byHand[event.id] = fixed
    if let date = correction.date {
      event.date = EventDate(span: date, edtf: date.edtf, basis: .manual, rule: "correction")
      event.conflicts.removeAll { $0.status == nil }
    }
    if let type = correction.type { event.type = type }
    if let status = correction.status { event.status = status }
    if let title = correction.title { event.headline = title }
    if let place = correction.place { event.place = names.place(place) }
    if let parties = correction.parties {
      event.actors = parties.map(names.party)
      event.recipients = []
    }
  }

  // MARK: - Splitting

  /// Takes tellings out of an event, and reads the rest as if they had never been there.
  private mutating func take(_ mentions: [String], from id: String, note: String?) {
    guard var event = rows[id] else { return }
    event.mentions.removeAll { mentions.contains($0.mention.id) }
    guard let first = event.mentions.first else {
      rows[id] = nil
      return
    }
    let again = merged(event.mentions.map(\.mention))
    let fixed = byHand[id] ?? []
    if again.count == 1, let whole = again.first {
      if !fixed.contains(.date), event.date.basis != .manual {
        event.date = whole.date
        event.conflicts = whole.conflicts + event.conflicts.filter { $0.status != nil }
      }
      if !fixed.contains(.parties) {
        event.actors = whole.actors
        event.recipients = whole.recipients
      }
      if !fixed.contains(.place) { event.place = whole.place }
      event.ordinal = whole.ordinal
      event.document = whole.document
    }
    if !event.mentions.contains(where: { $0.mention.id == event.headlineMention }) {
      if !fixed.contains(.title) { event.headline = first.mention.sentence }
      event.headlineMention = first.mention.id
    }
    event.recount(independent: event.independent)
    if let note { event.edits.append(note) }
    rows[id] = event
  }

  /// Makes an event of its own of some tellings of another.
  private mutating func found(_ ids: Set<String>, of event: Event, note: String) {
    let mentions = event.mentions.filter { ids.contains($0.mention.id) }
    guard let best = mentions.first else { return }
    let again = merged(mentions.map(\.mention))
    let whole = again.count == 1 ? again.first : nil
    var split = Event(
      id: Self.id("split|\(best.mention.id)"),
      type: whole?.type ?? best.mention.type,
      status: whole?.status ?? best.mention.status,
      date: whole?.date ?? best.mention.date,
      conflicts: whole?.conflicts ?? [],
      actors: whole?.actors ?? best.mention.actors,
      recipients: whole?.recipients ?? best.mention.recipients,
      place: whole?.place ?? best.mention.place,
      ordinal: whole?.ordinal ?? best.mention.ordinal,
      document: whole?.document ?? best.mention.document,
      headline: best.mention.sentence,
      headlineMention: best.mention.id,
      mentions: mentions,
      sources: 1,
      independent: 1,
      edits: [note]
    )
    split.recount(independent: mentions.count)
    insert(split)
  }

  // MARK: - Adding

  private mutating func add(_ correction: Correction, name: String) {
    let id = Self.id("added|\(name)")
    let title = correction.title ?? name
    let date = correction.date.map {
      EventDate(span: $0, edtf: $0.edtf, basis: .manual, rule: "correction")
    }
    let actors = (correction.parties ?? []).map(names.party)
    let place = correction.place.map(names.place)
    let type = correction.type ?? EventType(rawValue: "other")
    let mention = EventMention(
      id: "\(name).1",
      article: name,
      type: type,
      range: TextRange(0, 0),
      trigger: "",
      sentenceRange: TextRange(0, 0),
      sentence: title,
      status: correction.status ?? .occurred,
      date: date ?? .undated,
      actors: actors,
      recipients: [],
      place: place,
      rule: "correction",
      sentenceIndex: 0
    )
    insert(
      Event(
        id: id,
        type: type,
        status: correction.status ?? .occurred,
        date: date ?? .undated,
        actors: actors,
        place: place,
        headline: title,
        headlineMention: mention.id,
        mentions: [
          MergedMention(
            mention: mention,
            source: correction.source ?? correction.author,
            url: correction.url
          )
        ],
        sources: 1,
        independent: 1,
        edits: [correction.note]
      )
    )
  }

  private mutating func insert(_ event: Event) {
    if rows.updateValue(event, forKey: event.id) == nil { order.append(event.id) }
  }

  /// The id of an event that a correction made: the same on every build.
  private static func id(_ text: String) -> String {
    "ev-" + SHA256.hexadecimal(of: Array(text.utf8)).prefix(12)
  }
}
