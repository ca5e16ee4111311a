import Chronology
import DataFiles
import NewsModel
import TimelineLayout

/// Tells of an event why it has its date, why its tellings were merged and what disagrees.
///
/// Short lines for an editor who checks an entry before it is printed, not for a programmer.
struct EventExplanation: Sendable {
  private let words: ExplanationWords
  private let labels: SheetLabels

  /// An explanation in a language, `ar` or `en`.
  init(language: String) throws(Fault) {
    do throws(DataFileError) {
      words = try ExplanationWords(language: language, table: "event-explanation.tsv")
      labels = try SheetLabels(language: language)
    } catch {
      throw Fault(error)
    }
  }

  /// The explanation of one event.
  func text(of event: Event) -> String {
    var lines = [event.id]
    func add(_ key: String, _ fact: String, indent: Int = 2) {
      let line = words.text("label", ["name": words.text(key), "fact": fact])
      lines.append(String(repeating: " ", count: indent) + line)
    }
    lines[0] += "  " + title(of: event)
    add(
      "headline",
      words.text(
        "headline.form",
        ["text": plain(event.headline), "mention": event.headlineMention]
      )
    )
    add("status", status(event.status))
    add("date", date(of: event))
    if let choice = event.dateChoice { add("choice", self.choice(choice, event)) }
    if let place = event.place { add("place", place.name) }
    if let document = event.document { add("document", document) }
    if let plan = event.fulfils { add("fulfils", plan) }
    let differences = differences(in: event)
    add("differs", differences.isEmpty ? words.text("differs.nothing") : "")
    lines += differences.map { "    \($0)" }
    let counts = ["count": "\(event.mentions.count)", "independent": "\(event.independent)"]
    add("tellings", words.text("tellings.form", counts))
    for (index, merged) in event.mentions.enumerated() {
      lines.append("  " + head(of: merged, number: index + 1))
      add(
        "telling.text",
        words.text("telling.form", ["text": plain(merged.mention.sentence)]),
        indent: 5
      )
      if let speaker = merged.mention.attribution { add("telling.attribution", speaker, indent: 5) }
      add("telling.date", dated(merged.mention.date), indent: 5)
      add("telling.merged", reason(of: merged), indent: 5)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: The facts

  private func title(of event: Event) -> String {
    var kind = labels.typeName(event.type)
    if let ordinal = event.ordinal {
      kind = words.text("round", ["type": kind, "n": "\(ordinal)"])
    }
    var names: [String] = []
    for party in event.parties {
      let name = words.language == "en" ? party.englishName ?? party.name : party.name
      if !names.contains(name) { names.append(name) }
    }
    guard !names.isEmpty else { return kind }
    return words.text("name", ["type": kind, "parties": list(names)])
  }

  private func status(_ status: EventStatus) -> String {
    status == .occurred
      ? words.text("status.occurred") : labels.word("status.\(status.rawValue)")
  }

  private func date(of event: Event) -> String {
    guard !event.date.isUndated else { return words.text("date.none") }
    return words.text("date.form", ["words": labels.dateText(of: event), "edtf": event.date.edtf])
  }

  private func choice(_ choice: DateChoice, _ event: Event) -> String {
    let dated = event.mentions.filter {
      !$0.mention.date.isUndated && $0.mention.date.basis != .publication
    }
    return words.text("choice.\(choice.rawValue)", ["count": "\(dated.count)"])
  }

  /// One line for each thing the tellings do not agree on.
  private func differences(in event: Event) -> [String] {
    var lines: [String] = event.conflicts.map { conflict in
      let sources = list(conflict.sources)
      guard let disputed = conflict.status else {
        return words.text(
          "differs.date",
          ["words": labels.readingText(conflict.value), "sources": sources]
        )
      }
      return words.text(
        "differs.status",
        ["sources": sources, "status": status(disputed), "event": conflict.event ?? ""]
      )
    }
    let types = distinct(event.mentions.map { labels.typeName($0.mention.type) })
    if types.count > 1 { lines.append(words.text("differs.type", ["types": list(types)])) }
    let places = distinct(event.mentions.compactMap { $0.mention.place?.name })
    if places.count > 1 { lines.append(words.text("differs.place", ["places": list(places)])) }
    let documents = distinct(event.mentions.compactMap(\.mention.document))
    if documents.count > 1 {
      lines.append(words.text("differs.document", ["documents": list(documents)]))
    }
    return lines
  }

  private func head(of merged: MergedMention, number: Int) -> String {
    words.text(
      "telling",
      [
        "number": "\(number)",
        "mention": merged.mention.id,
        "source": plain(merged.source ?? words.text("telling.unnamed")),
        "published": merged.published?.description ?? words.text("telling.unpublished"),
      ]
    )
  }

  private func dated(_ date: EventDate) -> String {
    guard !date.isUndated else { return words.text("date.none") }
    let basis =
      words.form("basis.\(date.basis.rawValue)") ?? labels.word("basis.\(date.basis.rawValue)")
    let blanks = [
      "words": labels.readingText(date.edtf), "basis": basis, "phrase": plain(date.phrase ?? ""),
      "rule": date.rule ?? "-",
    ]
    return words.text(date.phrase == nil ? "telling.inferred" : "telling.dated", blanks)
  }

  private func reason(of merged: MergedMention) -> String {
    guard let reason = merged.reason else { return words.text("telling.first") }
    let reasons = reason.split(separator: ", ").map { part in
      words.message(String(part)) { labels.typeName(EventType(rawValue: $0)) }
    }
    return words.text(
      "telling.merged.form",
      ["reasons": list(reasons), "score": "\(merged.score)"]
    )
  }

  private func distinct(_ names: [String]) -> [String] {
    var seen: [String] = []
    for name in names where !seen.contains(name) { seen.append(name) }
    return seen
  }

  private func list(_ facts: [String]) -> String { facts.joined(separator: words.text("list")) }

  /// The words on one line.
  private func plain(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}

/// Finds the event that the user means.
struct EventChoice: Sendable {
  private let events: [Event]

  /// A choice among events.
  init(_ events: [Event]) { self.events = events }

  /// The event of an id, of its beginning where only one begins so, or of a telling's id.
  func event(named name: String) throws(Fault) -> Event {
    if let event = events.first(where: { $0.id == name }) { return event }
    let told = events.filter { event in event.mentions.contains { $0.mention.id == name } }
    if let event = told.first { return event }
    let begun = name.utf8.count >= 5 ? events.filter { $0.id.hasPrefix(name) } : []
    if let event = begun.first, begun.count == 1 { return event }
    let near = (begun.isEmpty ? self.near(name) : begun.map(\.id)).prefix(3)
    throw Fault(
      .noData,
      "no event ‘\(name)’ in what was read",
      remedy: near.isEmpty
        ? "‘tarikh events --jsonl’ gives the ids" : "did you mean \(near.joined(separator: ", "))?"
    )
  }

  /// The ids that are spelt alike, the nearest first.
  private func near(_ name: String) -> [String] {
    let wanted = Array(name.utf8.prefix(64))
    let ids = events.map { (id: $0.id, distance: Spelling.distance(wanted, Array($0.id.utf8))) }
    return ids.filter { $0.distance <= 4 }
      .sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }.map(\.id)
  }
}
