import ArabicText
import Chronology
import EventArchive
public import NewsModel
import TimelineLayout

/// Which events a sheet shows: `where:` in a report, options on the command line.
///
/// Every condition that is set must hold; an empty filter lets everything pass.
public struct EventFilter: Hashable, Sendable {
  /// Gazetteer ids or country codes; each must take part, or be the country where it happens.
  public var parties: [String] = []
  /// Event types; one must fit.
  public var types: [String] = []
  /// Statuses; one must fit.
  public var status: [String] = []
  /// Names, ids or country codes of places; one must fit.
  public var places: [String] = []
  /// Words or phrases; one must stand in a sentence that tells the event.
  public var words: [String] = []
  /// Outlets; one must tell it.
  public var sources: [String] = []
  /// The days it may lie on, by their distance from the day the sheet is made for.
  public var period: Period?
  /// The days it may lie on.
  public var window = DayWindow()

  /// The statuses there are.
  static let knownStatuses = EventStatus.allCases.map(\.rawValue)

  /// Types that a sheet leaves out unless it names types: words about events, not events.
  static let detailTypes: Set<String> = ["statement", "announcement"]

  /// A filter that lets everything pass.
  public init() {}

  /// The events a sheet shows: those that pass, without mere words unless types are named.
  ///
  /// - Parameter layout: the layout's name; one that is made for some types shows those.
  func eventsOfSheet(_ events: [Event], layout: String = BriefingLayout.name) -> [Event] {
    events.filter(onSheet(layout: layout))
  }

  /// Whether a sheet shows an event; made once for many of them.
  func onSheet(layout: String) -> (Event) -> Bool {
    let phrases = words.map(WordPattern.init)
    if !types.isEmpty { return { passes($0, phrases) } }
    if let own = Layouts.named(layout)?.types {
      return { own.contains($0.type.rawValue) && passes($0, phrases) }
    }
    return { !EventFilter.detailTypes.contains($0.type.rawValue) && passes($0, phrases) }
  }

  /// What an archive can be asked of it; the rest is for ``onSheet(layout:)``.
  func query(layout: String) -> Archive.EventQuery {
    var query = Archive.EventQuery()
    query.types = types.isEmpty ? Layouts.named(layout)?.types?.sorted() ?? [] : types
    query.tags = parties
    // What has no day lies where its articles do, and is always among the answers.
    query.first = window.first.map { Int($0.dayNumber) }
    query.last = window.last.map { Int($0.dayNumber) }
    return query
  }

  /// The events that pass, in their order.
  public func callAsFunction(_ events: [Event]) -> [Event] {
    let phrases = words.map(WordPattern.init)
    return events.filter { passes($0, phrases) }
  }

  private func passes(_ event: Event, _ phrases: [WordPattern]) -> Bool {
    (types.isEmpty || types.contains(event.type.rawValue))
      && (status.isEmpty || status.contains(event.status.rawValue))
      && liesInWindow(event)
      && parties.allSatisfy { takesPart($0, in: event) }
      && (places.isEmpty || places.contains { isPlace($0, of: event) })
      && (sources.isEmpty || sources.contains { isTeller($0, of: event) })
      && (phrases.isEmpty || phrases.contains { isTold($0, in: event) })
  }

  /// What ``parties`` can ask for: the ids, states and names of an event's parties, and the country
  /// where it happens.
  static func tags(of event: Event) -> [String] {
    let parties = event.parties.flatMap { [$0.id, $0.country, $0.name] }
    return Set((parties + [event.place?.country]).compactMap(\.self)).sorted()
  }

  private func takesPart(_ wanted: String, in event: Event) -> Bool {
    func isWanted(_ party: Party) -> Bool {
      party.id == wanted || party.country == wanted || party.name == wanted
    }
    return event.place?.country == wanted || event.actors.contains(where: isWanted)
      || event.recipients.contains(where: isWanted)
  }

  private func isPlace(_ wanted: String, of event: Event) -> Bool {
    guard let place = event.place else { return false }
    return place.name == wanted || place.id == wanted || place.country == wanted
  }

  /// An outlet by its name, however its hamzas are written, or the article's id.
  private func isTeller(_ wanted: String, of event: Event) -> Bool {
    let letters = FoldedText(wanted).letters
    return event.mentions.contains { merged in
      guard let source = merged.source else { return merged.mention.article == wanted }
      return source == wanted || FoldedText(source).letters == letters
    }
  }

  /// The same filter with its period as days, for a sheet made for a day.
  func fixed(asOf day: CivilDate?, weekStart: Weekday?) -> EventFilter {
    guard let period, let day else { return self }
    var filter = self
    let days = period.window(asOf: day, weekStart: weekStart ?? .monday)
    filter.window = filter.window.narrowed(to: days)
    filter.period = nil
    return filter
  }

  /// An undated event lies where its articles do: it may not vanish from the sheet of its week, nor
  /// stand on the sheets of all weeks.
  private func liesInWindow(_ event: Event) -> Bool {
    guard event.date.isUndated else {
      return window.meets(event.date.span.earliest, event.date.span.latest)
    }
    return event.mentions.contains { window.meets($0.published, $0.published) }
  }

  private func isTold(_ phrase: WordPattern, in event: Event) -> Bool {
    phrase.occurs(in: event.headline)
      || event.mentions.contains { phrase.occurs(in: $0.mention.sentence) }
  }
}

/// A phrase looked for in a text, whatever particles are glued to its words.
struct WordPattern {
  private let words: [[UInt8]]

  init(_ phrase: String) {
    let folded = FoldedText(phrase)
    words = folded.tokens.filter { $0.kind != .mark }.map { Array(folded.letters(of: $0)) }
  }

  /// Whether the words stand in the text one after another.
  func occurs(in text: String) -> Bool {
    guard !words.isEmpty else { return false }
    let folded = FoldedText(text)
    let tokens = folded.tokens.filter { $0.kind != .mark }
    guard tokens.count >= words.count else { return false }
    return (0...tokens.count - words.count).contains { start in
      words.indices.allSatisfy { matches(words[$0], folded.letters(of: tokens[start + $0])) }
    }
  }

  /// A written word is the wanted one, alone or behind particles (and, then, by, like, for, the).
  private func matches(_ wanted: [UInt8], _ letters: ArraySlice<UInt8>) -> Bool {
    guard letters.count >= wanted.count, letters.count <= wanted.count + 4 else { return false }
    return letters.suffix(wanted.count).elementsEqual(wanted)
      && letters.dropLast(wanted.count).allSatisfy(Self.particles.contains)
  }

  private static let particles: Set<UInt8> = [
    LetterCode.waw, LetterCode.feh, LetterCode.beh, LetterCode.kaf, LetterCode.lam,
    LetterCode.alef,
  ]
}

extension EventFilter {
  /// Sets the statuses from the command line.
  public mutating func setStatus(_ names: [String]) throws(Fault) {
    for name in names where !EventFilter.knownStatuses.contains(name) {
      throw Fault(
        .usage,
        "--status ‘\(name)’ is not known",
        remedy: "use \(EventFilter.knownStatuses.joined(separator: ", "))"
      )
    }
    status = names
  }

  /// Sets the first and last day from the command line.
  public mutating func setWindow(since: String?, until: String?) throws(Fault) {
    window.first = try EventFilter.days(since, option: "--since")?.first
    window.last = try EventFilter.days(until, option: "--until")?.last
  }

  /// Sets the period from the command line.
  public mutating func setPeriod(_ text: String?) throws(Fault) {
    guard let text else { return }
    guard let period = Period(text) else {
      throw Fault(.usage, "--period ‘\(text)’ is not known", remedy: "write \(Period.forms)")
    }
    self.period = period
  }

  private static func days(_ text: String?, option: String) throws(Fault) -> DayWindow? {
    guard let text else { return nil }
    guard let days = DayWindow(iso: text) else {
      throw Fault(
        .usage,
        "\(option) ‘\(text)’ is no date",
        remedy: "write 2021, 2021-07 or 2021-07-28"
      )
    }
    return days
  }
}
