import ArgumentParser
import Reporting

/// `tarikh chart`: one sheet from articles or events.
struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "Draws one sheet of the events in articles, or in a file of events.",
    discussion: "The extension of the output says how: .pdf, .png or .svg."
  )

  @Argument(
    help: ArgumentHelp("Files or folders of articles or events, or ‘-’.", valueName: "source")
  )
  var operands: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  @Option(help: "The title over the sheet.")
  var title: String?

  @Option(help: "The day the sheet is made for; the newest article’s if not told.")
  var asOf: String?

  @OptionGroup(title: "Which events") var filter: FilterOptions
  @OptionGroup(title: "How it looks") var sheet: SheetOptions
  @OptionGroup(title: "Reading") var options: RunOptions

  func run() throws {
    let settings = try options.settings()
    var job = ChartJob(operands: operands, settings: settings)
    job.title = title
    job.filter = try filter.filter()
    job.style = sheet.style
    job.labels = sheet.labels
    job.ppi = sheet.ppi
    if let asOf { job.asOf = try RunSettings.day(asOf, option: "--as-of") }
    let tally = try job.draw(to: output, tell: options.tell) { path in
      options.note("wrote \(path)")
    }
    try tally.check(settings)
  }
}
