import ArgumentParser
import Reporting

/// The command line; each subcommand has a file of its own.
@main
struct Tarikh: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tarikh",
    abstract: "Dates Arabic news, finds its diplomatic events, draws them as sheets.",
    discussion: """
      Exit codes: 0 done or nothing to do, 3 done but too much bad input, 64 usage, 65 no usable \
      data or archive damaged, 66 input missing or unreadable, 69 a font or library is missing, \
      70 a bug, 73 cannot create output, 74 I/O error or disk full, 75 another build holds the \
      lock, 77 permission, 78 configuration error, 130 and 143 interrupted, 141 pipe closed.
      """,
    version: Version.current,
    subcommands: [
      BuildCommand.self, DatesCommand.self, EventsCommand.self, ChartCommand.self,
      ExportCommand.self, ArchiveCommand.self, ListCommand.self, ShowCommand.self,
      SearchCommand.self, EditCommand.self, StylesCommand.self, CheckCommand.self,
      DoctorCommand.self,
    ]
  )

  static func main() {
    Interruption.watch()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Ending.leave(after: error)
    }
  }
}
