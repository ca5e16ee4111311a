import ArgumentParser
import Reporting

/// `tarikh manual`: the manual page, which `make install` puts beside those of other tools.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Writes the manual page, for man(1).",
    shouldDisplay: false
  )

  func run() throws {
    var output = ByteWriter.standardOutput()
    try output.write(try ManualPage(dump: Tarikh._dumpHelp(), version: Version.current).text)
    try output.flush()
  }
}
