import Chronology
import NewsModel

/// The table `tarikh events` shows on a terminal.
public struct EventsTable: Sendable {
  private var table: TextTable

  private let hasIDs: Bool

  /// A table with its titles: date, type, parties, sources, and an id where one must be named.
  public init(
    titles: [String] = ["date", "type", "parties", "sources", "id"],
    withIDs hasIDs: Bool = false
  ) {
    self.hasIDs = hasIDs
    let limits = hasIDs ? [26, 24, 60, 40, 15] : [26, 24, 60, 40]
    table = TextTable(columns: zip(titles, limits).map { TextTable.Column($0, limit: $1) })
  }

  /// Adds an event.
  public mutating func add(_ event: Event) {
    table.add([
      event.date.isUndated ? "—" : event.date.edtf.nonEmpty ?? EventsTable.days(of: event.date),
      EventsTable.kind(of: event),
      event.parties.map(\.name).joined(separator: " · "),
      EventsTable.sources(of: event), hasIDs ? event.id : "",
    ])
  }

  /// The table as text.
  public var text: String { table.text }

  private static func days(of date: EventDate) -> String {
    let first = date.span.earliest?.description ?? ".."
    let last = date.span.latest?.description ?? ".."
    return first == last ? first : "\(first)/\(last)"
  }

  /// The type, with the ordinal and any status but «it happened».
  private static func kind(of event: Event) -> String {
    var kind = event.type.rawValue
    if let ordinal = event.ordinal { kind += " \(ordinal)" }
    if event.status != .occurred { kind += " (\(event.status.rawValue))" }
    return kind
  }

  /// How many independent texts tell it, and the outlets.
  private static func sources(of event: Event) -> String {
    var names: [String] = []
    for merged in event.mentions {
      let name = merged.source ?? merged.mention.article
      if !names.contains(name) { names.append(name) }
    }
    return "\(event.independent): \(names.joined(separator: ", "))"
  }
}
