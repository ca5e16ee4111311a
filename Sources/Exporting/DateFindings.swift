import Chronology
import NewsModel

/// The dates of some texts, as people read them: a table, or one fact a line.
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

  /// Everything that is known of each phrase.
  public var explanation: String {
    rows.map { expression, words in
      guard let expression else { return "phrase       \(words)\nfound        no date phrase\n" }
      var facts = [
        ("phrase", words), ("value", expression.value ?? "none"),
        ("days", DateFindings.span(of: expression)), ("grain", expression.grain.rawValue),
        ("kind", expression.kind.rawValue), ("rule", expression.rule),
        ("rests on", expression.basis.explanation),
      ]
      if let modifier = expression.modifier { facts.append(("narrowed", modifier.rawValue)) }
      if let relation = expression.relation { facts.append(("relation", relation.rawValue)) }
      if !expression.edtf.isEmpty { facts.append(("EDTF", expression.edtf)) }
      if let conflict = expression.conflict { facts.append(("but", conflict)) }
      facts.append(("certain", expression.certain ? "yes" : "no, a reader could disagree"))
      if !expression.alternatives.isEmpty {
        facts.append(("or", expression.alternatives.joined(separator: ", ")))
      }
      return facts.map { name, fact in
        name + String(repeating: " ", count: max(1, 13 - name.utf8.count)) + fact + "\n"
      }.joined()
    }.joined(separator: "\n")
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

extension TemporalBasis {
  /// What a resolution rests on, in words.
  fileprivate var explanation: String {
    switch self {
    case .explicit: "the phrase alone"
    case .article: "the reference day"
    case .weekday: "the reference day and the weekday"
    case .narrative: "an earlier date of the text"
    case .event: "another event"
    case .holiday: "the calendar of feasts"
    }
  }
}
