import ArgumentParser
import Reporting

/// `tarikh chart`: one sheet from articles or events.
struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "Draws one sheet of the events in articles, or in a file of events.",
    discussion: """
      The extension of the output says how: .pdf, .png or .svg; with --format it may go to \
      standard output (-o -). The layouts are briefing, timeline, lanes (a lane a party), \
      lanes-by-type, agenda, positions (who said what) and strip (a slide).
      """
  )

  @Argument(
    help: ArgumentHelp("Files or folders of articles or events, or ‘-’.", valueName: "source")
  )
  var operands: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; ‘-’ for standard output.", valueName: "file")
  )
  var output: String

  @Option(help: "The format, where the file’s name does not tell it: pdf, png or svg.")
  var format: String?

  @Option(help: "How events are laid out.")
  var layout = "briefing"

  @Flag(help: "Write the pages as text, one thing a line, instead of drawing them.")
  var scene = false

  @Option(help: "The title over the sheet.")
  var title: String?

  @Option(
    help: ArgumentHelp(
      "The day the sheet is made for; the newest article’s if not told.",
      valueName: "date"
    )
  )
  var asOf: String?

  @OptionGroup(title: "Which events") var filter: FilterOptions
  @OptionGroup(title: "How it looks") var sheet: SheetOptions
  @OptionGroup var gazetteer: GazetteerOptions
  @OptionGroup(title: "Reading") var options: RunOptions

  func run() throws {
    var settings = try options.settings()
    settings.gazetteer = gazetteer.paths
    var job = ChartJob(operands: operands, settings: settings)
    job.title = title
    job.format = format
    job.layout = layout
    job.isScene = scene
    job.filter = try filter.filter()
    job.style = sheet.style
    job.labels = sheet.labels
    job.ppi = sheet.ppi
    job.fontFolders = sheet.fontDir
    if let asOf { job.asOf = try RunSettings.day(asOf, option: "--as-of") }
    let tally = try job.draw(to: output, tell: options.tell) { path in
      options.note("wrote \(path)")
    }
    try tally.check(settings)
  }
}
