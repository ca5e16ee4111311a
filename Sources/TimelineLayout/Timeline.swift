public import Chronology
public import Drawing
public import NewsModel

/// What a sheet tells: its head, its events, and where they come from.
public struct Timeline: Hashable, Sendable {
  /// The title.
  public var title: String
  /// The line under the title.
  public var subtitle: String?
  /// Who issues the sheet.
  public var masthead: String
  /// The sign of who issues it, drawn at the head of the first page.
  public var logo: Picture?
  /// The number of the issue.
  public var issue: String?
  /// Where it is issued.
  public var place: String?
  /// The day the sheet is true of: what is planned for later is still to come.
  public var asOf: CivilDate?
  /// The first and the last day the sheet covers; what its events span when `nil`.
  public var period: ClosedRange<CivilDate>?
  /// The names of states by their ISO 3166 codes, and those of other places by their ids, in the
  /// sheet's language.
  public var placeNames: [String: String]
  /// The events with a date, in the order of their dates; without the plans that others fulfil.
  public var events: [Event]
  /// The events that could not be dated.
  public var undated: [Event]
  /// The plans that events of the sheet fulfil, by the ids of those events: they are told with what came of
  /// them, for a meeting that was planned and held is one mark and not two.
  public private(set) var fulfilledPlans: [String: [Event]]
  /// What became of events since the sheet was made last.
  public var changes: [TimelineChange] = []
  /// The articles behind the events; an article's number is its place here, counted from 1.
  public var sources: [TimelineSource]

  /// A sheet of events in any order; what has no date is set apart, and the articles are numbered in
  /// the order in which they are first used.
  public init(
    title: String,
    subtitle: String? = nil,
    masthead: String = "",
    issue: String? = nil,
    place: String? = nil,
    asOf: CivilDate? = nil,
    period: ClosedRange<CivilDate>? = nil,
    placeNames: [String: String] = [:],
    events: [Event]
  ) {
    self.title = title
    self.subtitle = subtitle
    self.masthead = masthead
    self.issue = issue
    self.place = place
    self.asOf = asOf
    self.period = period
    self.placeNames = placeNames
    let dated = events.filter { !$0.date.isUndated }
      .sorted { Timeline.order($0) < Timeline.order($1) }
    let undated = events.filter(\.date.isUndated).sorted { $0.id < $1.id }
    let plans = Timeline.fulfilledPlans(among: dated)
    let folded = Set(plans.values.joined().map(\.id))
    self.events = dated.filter { !folded.contains($0.id) }
    self.undated = undated
    fulfilledPlans = plans
    sources = TimelineSource.all(
      of: self.events.flatMap { [$0] + plans[$0.id, default: []] } + undated
    )
  }

  /// All events that the sheet was made of, in the order of their dates, and then those without one.
  public var allEvents: [Event] {
    (events + fulfilledPlans.values.joined())
      .sorted { Timeline.order($0) < Timeline.order($1) } + undated
  }

  /// The dated plans that other dated events fulfil, by the ids of those.
  private static func fulfilledPlans(among dated: [Event]) -> [String: [Event]] {
    let plans = Dictionary(
      dated.filter { $0.status == .planned }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var found: [String: [Event]] = [:]
    var taken: Set<String> = []
    for event in dated where event.status != .planned {
      guard let id = event.fulfils, let plan = plans[id], taken.insert(id).inserted else {
        continue
      }
      found[event.id, default: []].append(plan)
    }
    return found
  }

  /// The dated events as sheets list them: of those that begin on a day, first the ones of that whole
  /// day, then the less certain, equal dates together.
  var eventsOfSheet: [Event] {
    let places = events.map(\.placeOnSheet)
    let order = events.indices.sorted { first, second in
      places[first] == places[second] ? first < second : places[first] < places[second]
    }
    return order.map { events[$0] }
  }

  private static func order(_ event: Event) -> (Int32, Int32, String) {
    let span = event.date.span
    let first = span.earliest ?? span.latest ?? .first
    return (first.dayNumber, (span.latest ?? first).dayNumber, event.id)
  }
}

extension Event {
  /// Its first day, whether that is its day for sure, its last day, and what else its date tells.
  fileprivate var placeOnSheet: (Int32, Int, Int32, String) {
    let span = date.span
    let isDeadline = type.rawValue == "deadline"
    let last = span.latest ?? span.earliest ?? .first
    let first = isDeadline ? last : span.earliest ?? last
    let readings = dateReadings
    let isSure =
      span.earliest == span.latest && span.modifier == nil && readings.count < 2
    let told =
      [span.earliest == nil ? "a" : span.latest == nil ? "c" : "b"]
      + [span.modifier?.rawValue ?? ""] + readings
    return (
      first.dayNumber, isSure ? 0 : 1, last.dayNumber, isSure ? "" : told.joined(separator: " ")
    )
  }
}

/// An article behind a sheet.
public struct TimelineSource: Hashable, Sendable {
  /// The article's id.
  public var article: String
  /// Who published it.
  public var outlet: String?
  /// Its headline.
  public var title: String?
  /// Its address.
  public var url: String?
  /// The day it was published.
  public var published: CivilDate?

  /// An article.
  public init(
    article: String,
    outlet: String? = nil,
    title: String? = nil,
    url: String? = nil,
    published: CivilDate? = nil
  ) {
    self.article = article
    self.outlet = outlet
    self.title = title
    self.url = url
    self.published = published
  }

  /// The articles of some events, each once, in the order of their first use.
  public static func all(of events: [Event]) -> [TimelineSource] {
    var known: Set<String> = []
    var sources: [TimelineSource] = []
    for merged in events.flatMap(\.mentions) where known.insert(merged.mention.article).inserted {
      sources.append(
        TimelineSource(
          article: merged.mention.article,
          outlet: merged.source,
          title: merged.articleTitle,
          url: merged.url,
          published: merged.published
        )
      )
    }
    return sources
  }
}
