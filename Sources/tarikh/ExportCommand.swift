import ArgumentParser
import Reporting

/// `tarikh export`: events as data.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the events in articles, or in a file of events, as data.",
    discussion: """
      The extension of the output says how: .csv (the columns of TimelineJS), .ics (a calendar), \
      .html (a page), .json (TimelineJS), .jsonl (all that is known), .mw (markwhen) or .jsonld \
      (schema.org). A table of plain columns is --format plain-csv.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "Files or folders of articles or events, tables (.csv), or ‘-’.",
      valueName: "source"
    )
  )
  var operands: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; ‘-’ for standard output.", valueName: "file")
  )
  var output: String

  @Option(help: "The format, where the file’s name does not tell it.")
  var format: String?

  @Option(help: "The title over the events.")
  var title: String?

  @Option(
    help: ArgumentHelp(
      "The day the events are true of; the newest article’s if not told.",
      valueName: "date"
    )
  )
  var asOf: String?

  @Option(help: "The language of labels: ar or en.")
  var lang = SheetOptions.Language.ar

  @Option(help: "The digits of labels: latin or arabic.")
  var digits = SheetOptions.Digits.latin

  @Option(help: "The names of months.")
  var months = SheetOptions.Months.dual

  @OptionGroup(title: "Which events") var filter: FilterOptions
  @OptionGroup var gazetteer: GazetteerOptions
  @OptionGroup(title: "Reading") var options: RunOptions

  func run() throws {
    var settings = try options.settings()
    settings.gazetteer = gazetteer.paths
    var job = ExportJob(operands: operands, settings: settings)
    job.title = title
    job.format = format
    job.filter = try filter.filter()
    job.labels.language = lang.rawValue
    job.labels.digits = digits.rawValue
    job.labels.months = months.rawValue
    if let asOf { job.asOf = try RunSettings.day(asOf, option: "--as-of") }
    let tally = try job.write(to: output, tell: options.tell) { path in
      options.note("wrote \(path)")
    }
    try tally.check(settings)
  }
}
