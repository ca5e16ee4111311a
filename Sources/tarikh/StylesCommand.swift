import ArgumentParser
import Reporting

/// `tarikh styles`: the styles that ship.
struct StylesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "styles",
    abstract: "Lists the styles that ship and where their files are."
  )

  func run() throws {
    var output = ByteWriter.standardOutput()
    for style in try StyleList.shipped() { try output.write("\(style.name)\t\(style.path)\n") }
    try output.flush()
  }
}
