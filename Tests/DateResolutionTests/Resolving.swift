import Chronology
import DataFiles
import DateResolution
import Lexicons
import NewsModel
import Testing

/// A resolver over the shipped tables, for the tests.
enum Resolving {
  /// The shipped tables.
  static let lexicon: DateLexicon? = {
    let root = CorpusFile.parent(of: CorpusFile.parent(of: CorpusFile.folder.path))
    do throws(DataFileError) {
      return try DateLexicon(folder: DataFolder(path: root + "/Sources/Lexicons/ar"))
    } catch {
      Issue.record("\(error)")
      return nil
    }
  }()

  /// The customs of the shipped tables.
  static let customs: SourceCustoms? = {
    let root = CorpusFile.parent(of: CorpusFile.parent(of: CorpusFile.folder.path))
    return try? SourceCustoms(folder: DataFolder(path: root + "/Sources/Lexicons/ar"))
  }()

  /// The expressions of a text.
  static func expressions(
    _ text: String,
    on day: String?,
    settings: DateSettings = DateSettings()
  ) throws -> [TemporalExpression] {
    try article(text, on: day, settings: settings).expressions
  }

  /// A text resolved as an article of that day.
  static func article(
    _ text: String,
    on day: String?,
    settings: DateSettings = DateSettings()
  ) throws -> DatedArticle {
    let lexicon = try #require(lexicon)
    let date = try day.map { try #require(CivilDate(iso: $0)) }
    let article = Article(id: "test", date: date, text: text)
    return DateResolver(lexicon: lexicon, settings: settings).resolve(article)
  }

  /// The value and modifier of each expression, as the corpus writes them.
  static func values(_ expressions: [TemporalExpression], like wanted: [String]) -> [String] {
    expressions.enumerated().map { index, expression in
      let value = expression.value ?? "!"
      guard index < wanted.count, wanted[index].contains("+"), let modifier = expression.modifier
      else { return value }
      return value + "+" + modifier.rawValue.lowercased()
    }
  }
}
