import ArgumentParser
import Reporting

/// `tarikh check`: faults of a report, a style or tables of actors, with file and line.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a report, a style or tables of actors, and names file and line of faults.",
    discussion: "Tables of actors are named as those that ship: persons.tsv, desk-roles.tsv."
  )

  @Argument(help: ArgumentHelp("Files (.yaml, .tsv), or folders of tables.", valueName: "file"))
  var files: [String]

  @Flag(name: .shortAndLong, help: "Say nothing but faults.")
  var quiet = false

  func run() throws {
    var fault: Fault?
    for file in files {
      do throws(Fault) {
        let found = try CheckJob(path: file).run { Messages.print($0) }
        if !quiet { Messages.print("\(file): \(found), no fault") }
      } catch {
        if let earlier = fault { Messages.print("\(earlier)") }
        fault = error
      }
    }
    if let fault { throw fault }
  }
}
