import ArgumentParser
import Reporting

/// The command line; each subcommand has a file of its own.
@main
struct Tarikh: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tarikh",
    abstract: "Dates Arabic news, finds its diplomatic events, draws them as sheets.",
    discussion: """
      Exit codes: 0 done, 64 usage, 65 no usable data, 66 input missing or unreadable, \
      69 a font or library is missing, 70 a bug, 73 cannot create output, 74 I/O error, \
      77 permission, 78 configuration error.
      """,
    version: Version.current,
    subcommands: [
      BuildCommand.self, DatesCommand.self, EventsCommand.self, ChartCommand.self,
      ExportCommand.self, StylesCommand.self, CheckCommand.self, DoctorCommand.self,
    ]
  )

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Ending.leave(after: error)
    }
  }
}
