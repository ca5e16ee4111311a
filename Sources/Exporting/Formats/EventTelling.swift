import Chronology
import NewsModel

/// An event in the words that every readable format uses.
struct EventTelling {
  /// One article that tells it.
  struct Source: Hashable {
    /// Who published it; empty when not known.
    let outlet: String
    /// Its headline; empty when not known.
    let title: String
    /// Its address on the web.
    let address: String?
    /// The day it was published.
    let published: CivilDate?

    /// What a link to it says.
    func name(_ words: any ExportWords) -> String {
      outlet.isEmpty ? (title.isEmpty ? words.word("source.unnamed") : title) : outlet
    }
  }

  let event: Event
  /// What kind of event, and who takes part; the headline when nobody is named.
  let title: String
  /// The verbatim sentence, where the title does not tell it already; else empty.
  let sentence: String
  /// Type and number: «round 3».
  let kind: String
  /// Who takes part.
  let parties: [String]
  /// The articles that name an outlet or an address, in the order of the tellings.
  let sources: [Source]

  init(_ event: Event, words: any ExportWords) {
    self.event = event
    var kind = words.typeName(event.type)
    if let ordinal = event.ordinal {
      kind += " (" + words.word("entry.round", ["n": words.number(ordinal)]) + ")"
    }
    self.kind = ExportText.plain(kind)
    var parties: [String] = []
    for party in event.parties {
      let english = words.language == "en" ? party.englishName : nil
      let name = ExportText.plain(english ?? party.name)
      if !name.isEmpty, !parties.contains(name) { parties.append(name) }
    }
    self.parties = parties
    let headline = ExportText.plain(event.headline)
    if parties.isEmpty, !headline.isEmpty {
      title = headline
      let told = event.mentions.first { $0.mention.id == event.headlineMention }
      let body = ExportText.plain((told ?? event.mentions.first)?.mention.sentence ?? "")
      sentence = body == headline ? "" : body
    } else {
      title =
        parties.isEmpty
        ? self.kind : "\(self.kind): \(parties.joined(separator: words.listSeparator))"
      sentence = headline
    }
    var known: Set<Source> = []
    sources = event.mentions.compactMap { merged in
      let source = Source(
        outlet: ExportText.plain(merged.source ?? ""),
        title: ExportText.plain(merged.articleTitle ?? ""),
        address: ExportText.address(merged.url),
        published: merged.published
      )
      guard !source.outlet.isEmpty || source.address != nil else { return nil }
      return known.insert(source).inserted ? source : nil
    }
  }

  /// The status in words, unless it simply happened.
  func status(_ words: any ExportWords) -> String? {
    event.status == .occurred
      ? nil : ExportText.plain(words.word("status.\(event.status.rawValue)"))
  }

  /// The title with what a calendar cannot show: the status, and the date where it is no one day.
  func titleWithDoubt(_ words: any ExportWords) -> String {
    var notes: [String] = []
    if let status = status(words) { notes.append(status) }
    let span = event.date.span
    if span.earliest != span.latest || event.conflicts.count > 1 {
      notes.append(ExportText.plain(words.date(of: event)))
    }
    return notes.isEmpty ? title : "\(title) (\(notes.joined(separator: words.listSeparator)))"
  }
}

/// The first and the last day of an event, where something must be written for them.
struct DrawnDays {
  let first: CivilDate
  let last: CivilDate

  /// The days; the one known end where the other is open, `nil` when nothing is known.
  init?(_ date: EventDate) {
    guard let one = date.span.earliest ?? date.span.latest else { return nil }
    let other = date.span.latest ?? one
    first = min(one, other)
    last = max(one, other)
  }
}
