import ArgumentParser
import Reporting

/// `tarikh list`: the events of the archive.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the events of the archive as the last build left them."
  )

  @Flag(help: "One JSON object a line.")
  var jsonl = false

  @OptionGroup(title: "Which events") var filter: FilterOptions
  @OptionGroup(title: "Which archive") var options: ArchiveOptions

  func run() throws {
    var output = ByteWriter.standardOutput()
    try LookupJob(options.choice).list(try filter.filter(), asLines: jsonl, into: &output)
    try output.flush()
  }
}

/// `tarikh show`: one event, mention or article.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows an event with its sentences, rules and corrections, or an article."
  )

  @Argument(help: ArgumentHelp("The id of an event, a mention or an article.", valueName: "id"))
  var id: String

  @Flag(help: "One JSON object a line.")
  var jsonl = false

  @OptionGroup(title: "Which archive") var options: ArchiveOptions

  func run() throws {
    var output = ByteWriter.standardOutput()
    try LookupJob(options.choice).show(id, asLines: jsonl, into: &output)
    try output.flush()
  }
}

/// `tarikh search`: events and articles by their words.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Finds events and articles that hold all the words, however they are spelt.",
    discussion: """
      Hamza seats, teh marbuta, vowel signs and both kinds of digits are taken for the same, and a \
      word is found behind the particles that are glued to it.
      """
  )

  @Argument(help: ArgumentHelp("Words.", valueName: "word"))
  var words: [String]

  @Flag(help: "The events, one JSON object a line.")
  var jsonl = false

  @OptionGroup(title: "Which archive") var options: ArchiveOptions

  func run() throws {
    var output = ByteWriter.standardOutput()
    let found = try LookupJob(options.choice).search(words, asLines: jsonl, into: &output)
    try output.flush()
    if found == 0 { Messages.print("nothing holds all of these words") }
  }
}
