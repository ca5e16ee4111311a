import ArgumentParser
import Reporting

/// `tarikh build`: writes every sheet of a report that changed.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Reads a report’s articles and writes every sheet of it that changed."
  )

  @Argument(help: "The report.")
  var report = "report.yaml"

  @Flag(
    name: [.customShort("n"), .long],
    help: "Say what would be written, and why; write nothing."
  )
  var dryRun = false

  @Flag(name: .shortAndLong, help: "Write every sheet, and over files that tarikh did not write.")
  var force = false

  @Option(help: "The day the sheets are made for; the newest article’s if not told.")
  var asOf: String?

  @OptionGroup(title: "Reading") var options: RunOptions

  func run() throws {
    var job = BuildJob(reportPath: report, settings: try options.settings())
    job.isDryRun = dryRun
    job.isForced = force
    if let asOf { job.asOf = try RunSettings.day(asOf, option: "--as-of") }
    let outcome = try job.run(tell: options.tell, note: options.note)
    options.note(
      "\(outcome.tally.good) articles, \(outcome.tally.bad) set aside; \(outcome.events) events; "
        + "\(outcome.written) sheets \(dryRun ? "to write" : "written"), "
        + "\(outcome.unchanged) unchanged"
    )
    try outcome.tally.check(outcome.settings)
  }
}
