import Chronology
import NewsModel

/// The dates of some texts as a table.
///
/// The Arabic words stand last on their line, so that no terminal reorders what stands beside them.
public struct DateFindings: Sendable {
  private var rows: [(expression: TemporalExpression?, words: String)] = []

  /// No findings yet.
  public init() {}

  /// Adds what was found in a text; a text without dates is told too.
  public mutating func add(_ expressions: [TemporalExpression], in text: String) {
    for expression in expressions {
      rows.append((expression, expression.range.text(in: text)))
    }
    if expressions.isEmpty { rows.append((nil, String(text.prefix(60)))) }
  }

  /// Adds the findings of other texts.
  public mutating func append(_ other: DateFindings) { rows += other.rows }

  /// The table.
  public var table: String {
    guard !rows.isEmpty else { return "" }
    var table = TextTable(columns: [
      TextTable.Column("date", limit: 24), TextTable.Column("first–last", limit: 33),
      TextTable.Column("rule", limit: 24), TextTable.Column("note", limit: 70),
      TextTable.Column("phrase"),
    ])
    for (expression, words) in rows {
      guard let expression else {
        table.add(["—", "—", "—", "no date phrase found", words])
        continue
      }
      table.add([
        expression.value ?? "—", DateFindings.span(of: expression), expression.rule,
        DateFindings.note(on: expression), words,
      ])
    }
    return table.text
  }

  /// The days an expression can mean: one, or the first and last.
  private static func span(of expression: TemporalExpression) -> String {
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
  private static func note(on expression: TemporalExpression) -> String {
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
