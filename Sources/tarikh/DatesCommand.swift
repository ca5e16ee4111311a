import ArgumentParser
import Reporting

/// `tarikh dates`: resolves date phrases.
struct DatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dates",
    abstract: "Puts an absolute date on every date phrase of phrases, articles or files.",
    discussion: """
      An operand that names a file is read; ‘-’ is standard input; anything else is a phrase. \
      Input lines are articles in JSON, or phrases.
      """
  )

  /// How the answer is written.
  enum Form: EnumerableFlag {
    case table
    case explain
    case json
    case jsonl

    static func help(for value: Form) -> ArgumentHelp? {
      switch value {
      case .table: "A table (the default)."
      case .explain: "All that is known of each phrase."
      case .json: "One JSON array."
      case .jsonl: "One JSON object a line, one for each line of the input."
      }
    }
  }

  @Argument(help: ArgumentHelp("Phrases, files, folders, or ‘-’.", valueName: "phrase-or-file"))
  var operands: [String] = []

  @Flag(exclusivity: .exclusive)
  var form = Form.table

  @OptionGroup var options: RunOptions

  func run() throws {
    let settings = try options.settings()
    let job = try DatesJob(operands: operands, form: form.ofJob, settings: settings)
    var output = ByteWriter.standardOutput()
    let tally = try job.run(into: &output, tell: options.tell)
    try output.flush()
    try tally.check(settings)
  }
}

extension DatesCommand.Form {
  fileprivate var ofJob: DatesJob.Form {
    switch self {
    case .table: .table
    case .explain: .explanation
    case .json: .json
    case .jsonl: .jsonLines
    }
  }
}
