import ArgumentParser
import Reporting

/// The command line; each subcommand has a file of its own.
@main
struct Tarikh: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tarikh",
    abstract: "Dates Arabic news, finds its diplomatic events, draws them as sheets.",
    discussion: ExitCodes.paragraph,
    version: Version.current,
    subcommands: [
      BuildCommand.self, DatesCommand.self, EventsCommand.self, ChartCommand.self,
      ExportCommand.self, ArchiveCommand.self, ListCommand.self, ShowCommand.self,
      SearchCommand.self, EditCommand.self, StylesCommand.self, CheckCommand.self,
      DoctorCommand.self, ManualCommand.self,
    ]
  )

  static func main() {
    Interruption.watch()
    do {
      var command = try parseAsRoot()
      try command.run()
      ProgressLine.end()
    } catch {
      Ending.leave(after: error)
    }
  }
}
