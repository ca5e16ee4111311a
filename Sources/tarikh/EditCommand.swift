import ArgumentParser
import Reporting

/// `tarikh edit`: writes a correction.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Adds a correction to corrections.yaml beside the report; the next build applies it.",
    discussion: """
      ID is an event (ev-…), a mention, or a name of your own for an event that --add makes. \
      The rest of the file stays as it is, byte for byte.
      """
  )

  @Argument(help: ArgumentHelp("The id of an event or a mention.", valueName: "id"))
  var id: String

  @Option(help: "When it was: 2021-07-26, 2021-07, 2021 or 2021-07-26/2021-07-28.")
  var date: String?

  @Option(help: "What kind of event it is.")
  var type: String?

  @Option(help: "How far it has come: occurred, planned, denied …")
  var status: String?

  @Option(help: "The words on the sheet.")
  var title: String?

  @Option(help: "Where it was: a name or an id of the gazetteer.")
  var place: String?

  @Option(
    name: .customLong("party"),
    help: "Who takes part: a country code, an id or a name; repeatable."
  )
  var parties: [String] = []

  @Option(help: "An event that is the same one; repeatable.")
  var merge: [String] = []

  @Option(help: "A mention that tells another event; repeatable.")
  var split: [String] = []

  @Option(help: "The mention whose sentence is the headline.")
  var pin: String?

  @Flag(help: "Leave it out.")
  var drop = false

  @Flag(help: "Add an event that no article tells, under a name of your own.")
  var add = false

  @Option(help: "Who corrects; your login name if not told.")
  var author: String?

  @Option(help: "Why; whoever reads the sheet will ask.")
  var reason: String

  @Option(help: ArgumentHelp("The report beside which the corrections are.", valueName: "file"))
  var report = "report.yaml"

  func run() throws {
    var edit = EditJob(id: id, report: report, reason: reason)
    edit.author = author
    edit.fields = [
      ("date", date), ("type", type), ("status", status), ("title", title), ("place", place),
      ("pin", pin),
    ].compactMap { name, value in value.map { (name, $0) } }
    edit.lists = [("parties", parties), ("merge", merge), ("split", split)]
      .filter { !$0.1.isEmpty }
    edit.isDropped = drop
    edit.isAdded = add
    Messages.print("wrote \(try edit.run())")
  }
}
