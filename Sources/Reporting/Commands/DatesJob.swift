import ArticleReading
import DateResolution
import Exporting
import NewsModel

/// `tarikh dates`: the dates in phrases and articles.
public struct DatesJob: Sendable {
  /// How the answer is written.
  public enum Form: Sendable {
    /// A table for people.
    case table
    /// What each phrase says, what was inferred and why, in a language: `ar` or `en`.
    case explanation(language: String)
    /// One JSON array.
    case json
    /// One JSON object a line, one line for each line of the input.
    case jsonLines
    /// TimeML, the text with its phrases marked.
    case timeML
  }

  private let operands: [String]
  private let form: Form
  private let settings: RunSettings
  private let pipeline: Pipeline
  private let reader: RecordReader
  private let explanation: DateExplanation?

  /// A job over phrases and files; standard input when there are none.
  public init(operands: [String], form: Form, settings: RunSettings) throws(Fault) {
    self.operands = operands
    self.form = form
    self.settings = settings
    pipeline = Pipeline(try .ofDates(), settings: settings.dates)
    reader = try RecordReader(settings: settings, findsFurniture: true, takesPhrases: true)
    if case .explanation(let language) = form {
      explanation = try DateExplanation(language: language)
    } else {
      explanation = nil
    }
  }

  /// Does it.
  ///
  /// - Parameter tell: is given each message for the user.
  /// - Returns: what was counted.
  public func run(
    into output: inout ByteWriter,
    tell: (String) -> Void
  ) throws(Fault) -> Tally {
    let run = ItemRun(
      operands,
      mayBePhrases: true,
      lineLimit: reader.lineLimit,
      settings: settings
    )
    switch form {
    case .jsonLines: return try writeLines(of: run, isArray: false, into: &output, tell: tell)
    case .json: return try writeLines(of: run, isArray: true, into: &output, tell: tell)
    case .table: return try writeTable(of: run, into: &output, tell: tell)
    case .explanation: return try writeExplanation(of: run, into: &output, tell: tell)
    case .timeML: return try writeTimeML(of: run, into: &output, tell: tell)
    }
  }

  private func writeLines(
    of run: ItemRun,
    isArray: Bool,
    into output: inout ByteWriter,
    tell: (String) -> Void
  ) throws(Fault) -> Tally {
    var tally = Tally()
    var isFirst = true
    if isArray { try output.write("[") }
    try run.forEach(answer) { (answers) throws(Fault) in
      for answer in answers {
        tally = tally + answer.tally
        answer.messages.forEach(tell)
        guard !answer.bytes.isEmpty else { continue }
        if isArray {
          // The lines of one answer are the elements of the array.
          for line in answer.bytes.split(separator: UInt8(ascii: "\n")) {
            try output.write(isFirst ? "\n" : ",\n")
            try output.write(Array(line))
            isFirst = false
          }
        } else {
          try output.write(answer.bytes)
        }
      }
      try output.flush()
    }
    if isArray { try output.write(isFirst ? "]\n" : "\n]\n") }
    return tally
  }

  @Sendable
  private func answer(to item: Item) -> Answer {
    var answer = Answer()
    var writer = JSONWriter(reserving: item.size / 2)
    for record in reader.records(of: item) {
      switch record {
      case .article(let article, _):
        answer.tally.good += 1
        line(for: article).write(to: &writer)
      case .event(_, let line):
        answer.add(.noArticle(file: item.file, line: line), writesLine: true, to: &writer)
      case .fault(let fault):
        answer.add(fault, writesLine: true, to: &writer)
      }
    }
    answer.bytes = writer.bytes
    return answer
  }

  private func line(for article: Article) -> DatesLine {
    let dated = pipeline.dated(article)
    return DatesLine(
      id: article.id,
      date: dated.date,
      basis: dated.basis,
      text: article.text,
      expressions: dated.expressions
    )
  }

  private func writeTable(
    of run: ItemRun,
    into output: inout ByteWriter,
    tell: (String) -> Void
  ) throws(Fault) -> Tally {
    var tally = Tally()
    var table = DateFindings()
    try run.forEach(findings) { (results) throws(Fault) in
      for (count, messages, found) in results {
        tally = tally + count
        messages.forEach(tell)
        table.append(found)
      }
    }
    try output.write(table.table)
    return tally
  }

  /// What an item holds, in its order.
  func records(of item: Item) -> [ArticleRecord] { reader.records(of: item) }

  /// The dates of an article, and the day they count from.
  func dated(_ article: Article) -> DatedArticle { pipeline.dated(article) }

  /// What the phrases of an article say and mean, for people to read.
  func explained(_ article: Article) -> String {
    explanation?.text(of: dated(article), in: article) ?? ""
  }

  @Sendable
  private func findings(in item: Item) -> (Tally, [String], DateFindings) {
    var answer = Answer()
    var unused = JSONWriter()
    var found = DateFindings()
    for record in reader.records(of: item) {
      switch record {
      case .article(let article, _):
        answer.tally.good += 1
        found.add(pipeline.dated(article).expressions, in: article.text)
      case .event(_, let line):
        answer.add(.noArticle(file: item.file, line: line), writesLine: false, to: &unused)
      case .fault(let fault): answer.add(fault, writesLine: false, to: &unused)
      }
    }
    return (answer.tally, answer.messages, found)
  }
}

extension ArticleFault {
  /// An event where an article belongs.
  static func noArticle(file: String, line: Int) -> ArticleFault {
    ArticleFault(file: file, line: line, reason: .type(key: "schema", expected: "an article"))
  }
}
