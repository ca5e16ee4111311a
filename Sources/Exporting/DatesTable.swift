import Chronology
import NewsModel

/// The table `tarikh dates` shows on a terminal.
public struct DatesTable: Sendable {
  private var table: TextTable

  /// A table with its titles: phrase, value, first and last day, rule, note.
  public init(titles: [String] = ["text", "value", "first–last", "rule", "note"]) {
    let limits = [40, 24, 33, 28, 60]
    table = TextTable(columns: zip(titles, limits).map { TextTable.Column($0, limit: $1) })
  }

  /// Adds the expressions of a text.
  public mutating func add(_ expressions: [TemporalExpression], in text: String) {
    for expression in expressions {
      table.add([
        expression.range.text(in: text),
        expression.value ?? "—",
        DatesTable.span(of: expression),
        expression.rule,
        DatesTable.note(on: expression),
      ])
    }
  }

  /// The table as text.
  public var text: String { table.text }

  /// The days an expression can mean: one, or the first and last.
  public static func span(of expression: TemporalExpression) -> String {
    let first = DatesLine.time(expression.first, expression.minutes?.lowerBound)
    let last = DatesLine.time(expression.last, expression.minutes?.upperBound)
    switch (first, last) {
    case (nil, nil): return "—"
    case (let first?, nil): return "\(first)–"
    case (nil, let last?): return "–\(last)"
    case (let first?, let last?): return first == last ? first : "\(first)–\(last)"
    }
  }

  /// What a careful reader must know beside the value.
  public static func note(on expression: TemporalExpression) -> String {
    var notes: [String] = []
    if let relation = expression.relation { notes.append(relation.rawValue) }
    if let modifier = expression.modifier { notes.append(modifier.rawValue) }
    if let conflict = expression.conflict { notes.append("! \(conflict)") }
    if !expression.certain { notes.append("?") }
    if !expression.alternatives.isEmpty {
      notes.append("or \(expression.alternatives.joined(separator: ", "))")
    }
    return notes.joined(separator: "; ")
  }
}
