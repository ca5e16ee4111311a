import ArgumentParser
import Reporting

/// `tarikh build`: writes every sheet of a report that changed.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Reads what is new of a report’s articles and writes every sheet that changed.",
    discussion: """
      A report with ‘archive:’ reads an article once; what it told is remembered, and so are the \
      events of the last build. With nothing to do, nothing is written. An interrupted build \
      leaves every file whole, and the next one goes on where it ended.
      """
  )

  /// How messages are written.
  enum LogFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Argument(help: "The report.")
  var report = "report.yaml"

  @Flag(
    name: [.customShort("n"), .long],
    help: "Say what would be written, and why; write nothing."
  )
  var dryRun = false

  @Flag(name: .shortAndLong, help: "Write every sheet, and over files that tarikh did not write.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "The day the sheets are made for; the newest article’s if not told.",
      valueName: "date"
    )
  )
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "How long to wait for another build to end, like 60s; if not told, end with 75 at once.",
      valueName: "duration"
    )
  )
  var waitLock: String?

  @Option(
    help: "The language of what is told of articles without a date; the report’s if not told."
  )
  var lang: SheetOptions.Language?

  @Option(help: "Messages as text, or as one JSON object a line.")
  var logFormat = LogFormat.text

  @OptionGroup(title: "Reading") var options: RunOptions

  func run() throws {
    if logFormat == .json { Messages.becomeJSON() }
    let settings = try options.settings(forPrograms: logFormat == .json)
    var job = BuildJob(reportPath: report, settings: settings)
    job.isDryRun = dryRun
    job.isForced = force
    job.language = lang?.rawValue
    if let asOf { job.asOf = try RunSettings.day(asOf, option: "--as-of") }
    if let waitLock {
      job.lockPatience = try RunSettings.seconds(waitLock, option: "--wait-lock")
    }
    let outcome = try job.run(tell: options.tell, note: options.note)
    if logFormat == .json || !options.quiet {
      if logFormat == .json { outcome.changes.forEach { Messages.print($0.logLine) } }
      Messages.print(outcome.summary(isDryRun: dryRun))
    }
    try outcome.tally.check(outcome.settings)
  }
}
