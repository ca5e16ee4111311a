import ArabicText
import Chronology
import DataFiles
import EventExtraction
import Lexicons
import NewsModel
import Testing

/// One line of a corpus: what a sentence tells, and the sentence.
///
/// Dates stand in the sentence as `{2021-07-28|words}`, `{2021-06-16/2021-06-30|words}` or with a
/// relation before the day, `{by 2021-12-31|words}`, a bare weekday as `{weekday 2021-07-27|words}`, or without a day, `{PAST_REF|words}`
/// and `{FUTURE_REF week|words}`: the extractor is tested apart from the resolver.
struct CorpusLine: CustomTestStringConvertible, Sendable {
  /// The type's id; `-` when the sentence tells no event of the chart.
  var type: String
  /// The status.
  var status: String
  /// The ids of the parties, joined by `+`, sorted; `?` for one that no table knows.
  var parties: String
  /// The date in EDTF; `-` when none.
  var date: String
  /// The place's country or id, or `-`.
  var place: String
  /// The words, dates marked.
  var marked: String

  var testDescription: String { marked }

  /// The lines of a file beside this one.
  static func lines(_ name: String) -> [CorpusLine] {
    let path = #filePath
    let end = path.lastIndex(of: "/") ?? path.endIndex
    do {
      let table = try TableFile(name, in: DataFolder(path: path[..<end] + "/Corpus"), columns: 6)
      return table.rows.map {
        CorpusLine(
          type: $0.columns[0],
          status: $0.columns[1],
          parties: $0.columns[2],
          date: $0.columns[3],
          place: $0.columns[4],
          marked: $0.columns[5]
        )
      }
    } catch {
      Issue.record("\(error)")
      return []
    }
  }

  /// The article of this sentence alone, and its dates.
  func article(published: CivilDate?) -> (Article, [TemporalExpression]) {
    var text = ""
    var expressions: [TemporalExpression] = []
    for part in marked.split(separator: "{", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
      guard pieces.count == 2 else {
        text += part
        continue
      }
      let fields = pieces[0].split(separator: "|", maxSplits: 1).map(String.init)
      guard fields.count == 2 else { continue }
      let start = text.utf8.count
      text += fields[1]
      if let expression = Self.expression(fields[0], TextRange(start, text.utf8.count)) {
        expressions.append(expression)
      } else {
        Issue.record("‘\(fields[0])’ is no date")
      }
      text += pieces[1]
    }
    return (Article(id: "t", date: published, text: text), expressions)
  }

  private static func expression(_ written: String, _ range: TextRange) -> TemporalExpression? {
    let words = written.split(separator: " ")
    let relation = words.count > 1 ? TemporalRelation(rawValue: String(words[0])) : nil
    if let value = words.first, ["PAST_REF", "FUTURE_REF"].contains(value) {
      let unit = words.count > 1 ? Grain.allCases.first { "\($0)" == words[1] } : nil
      return TemporalExpression(
        range: range,
        kind: unit == nil ? .date : .period,
        value: String(value),
        modifier: .approx,
        grain: unit ?? .day,
        basis: .article,
        rule: "vague"
      )
    }
    let days = (words.last ?? "").split(separator: "/").compactMap { CivilDate(iso: $0) }
    guard let first = days.first, let last = days.last else { return nil }
    return TemporalExpression(
      range: range,
      kind: .date,
      value: String(words.last ?? ""),
      first: first,
      last: last,
      grain: .day,
      relation: relation,
      basis: words.first == "weekday" ? .weekday : .explicit,
      rule: "test"
    )
  }
}

/// The extractor with the tables that ship.
enum Shipped {
  static let extractor: EventExtractor? = {
    do {
      let folder = try LexiconFolder.arabic()
      return EventExtractor(
        events: try EventLexicon(folder: DataFolder(path: folder.path + "/events")),
        actors: try ActorLexicon(folder: DataFolder(path: folder.path + "/actors"))
      )
    } catch {
      Issue.record("\(error)")
      return nil
    }
  }()

  /// The mentions of a text with its dates.
  static func mentions(_ article: Article, _ expressions: [TemporalExpression]) -> [EventMention] {
    let text = FoldedText(article.text)
    return extractor?.mentions(
      in: article,
      text: text,
      sentences: SentenceSplitter().sentences(of: text),
      expressions: expressions
    ) ?? []
  }
}
