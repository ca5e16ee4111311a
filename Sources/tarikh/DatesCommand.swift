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
      case .explain: "What each phrase says, what was inferred, from which day, by which rule."
      case .json: "One JSON array."
      case .jsonl: "One JSON object a line, one for each line of the input."
      }
    }
  }

  @Argument(help: ArgumentHelp("Phrases, files, folders, or ‘-’.", valueName: "phrase-or-file"))
  var operands: [String] = []

  @Flag(exclusivity: .exclusive)
  var form = Form.table

  @Option(help: "The form by its name; timeml has no flag.")
  var format: Format?

  @Option(help: "The language of --explain: ar or en.")
  var lang = SheetOptions.Language.ar

  @OptionGroup var options: RunOptions

  /// The forms by name.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case explain
    case json
    case jsonl
    case timeml
  }

  func validate() throws {
    if let format, form != .table, "\(form)" != format.rawValue {
      throw ValidationError("--\(form) and --format \(format.rawValue) ask for two forms; use one")
    }
  }

  private var jobForm: DatesJob.Form {
    switch format ?? Format(rawValue: "\(form)") ?? .table {
    case .table: .table
    case .explain: .explanation(language: lang.rawValue)
    case .json: .json
    case .jsonl: .jsonLines
    case .timeml: .timeML
    }
  }

  func run() throws {
    let settings = try options.settings(dataOnOutput: true)
    let job = try DatesJob(operands: operands, form: jobForm, settings: settings)
    var output = ByteWriter.standardOutput()
    let tally = try job.run(into: &output, tell: options.tell)
    try output.flush()
    try tally.check(settings)
  }
}
