import ArgumentParser
import Reporting

/// `tarikh styles`: the styles that ship, and how they look.
struct StylesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "styles",
    abstract: "Lists the styles that ship and where their files are, or draws a page of each."
  )

  @Argument(help: "Styles to preview; all that ship if none is named.")
  var names: [String] = []

  @Flag(help: "Draw a page of each style.")
  var preview = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The PDF file of the preview; ‘-’ for standard output.", valueName: "file")
  )
  var output: String?

  @OptionGroup(title: "How it looks") var sheet: SheetOptions

  func run() throws {
    guard preview else {
      var output = ByteWriter.standardOutput()
      for style in try StyleList.shipped() { try output.write("\(style.name)\t\(style.path)\n") }
      try output.flush()
      return
    }
    guard let output else {
      throw ValidationError("--preview needs a file to write: add -o styles.pdf")
    }
    let bytes = try StylePreview.pdf(
      of: names,
      labels: sheet.labels,
      fontFolders: sheet.fontDir
    )
    try OutputFile.write(bytes, to: output)
  }
}
