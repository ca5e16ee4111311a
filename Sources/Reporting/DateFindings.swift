import Chronology
import Exporting
import NewsModel

/// The dates of some texts as a table.
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
  var text: String {
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
}
