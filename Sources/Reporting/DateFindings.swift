import Chronology
import Exporting
import NewsModel

/// The dates of some texts, as people read them: a table, or one fact a line.
///
/// The Arabic words stand last on their line, so that no terminal reorders what stands beside them.
struct DateFindings: Sendable {
  private var rows: [(expression: TemporalExpression?, words: String)] = []

  /// Adds what was found in a text; a text without dates is told too.
  mutating func add(_ expressions: [TemporalExpression], in article: Article) {
    for expression in expressions {
      rows.append((expression, expression.range.text(in: article.text)))
    }
    if expressions.isEmpty { rows.append((nil, String(article.text.prefix(60)))) }
  }

  /// Adds the findings of other texts.
  mutating func append(_ other: DateFindings) { rows += other.rows }

  /// The table.
  var table: String {
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
        expression.value ?? "—", DatesTable.span(of: expression), expression.rule,
        DatesTable.note(on: expression), words,
      ])
    }
    return table.text
  }

  /// Everything that is known of each phrase.
  var explanation: String {
    rows.map { expression, words in
      guard let expression else { return "phrase       \(words)\nfound        no date phrase\n" }
      var facts = [
        ("phrase", words), ("value", expression.value ?? "none"),
        ("days", DatesTable.span(of: expression)), ("grain", expression.grain.rawValue),
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
