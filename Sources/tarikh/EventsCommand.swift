import ArgumentParser
import Reporting

/// `tarikh events`: the events that articles tell.
struct EventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Finds the diplomatic events of articles and merges what several tell of one.",
    discussion: """
      Files are articles (.txt, .md, .html, .mhtml, .jsonl), feeds (.rss, .atom, .xml) or events \
      (.jsonl, .csv); a folder stands for its files, ‘-’ for standard input.
      """
  )

  @Argument(help: ArgumentHelp("Files, folders, or ‘-’.", valueName: "file"))
  var operands: [String] = []

  @Flag(help: "One JSON object a line.")
  var jsonl = false

  @Flag(help: "The events as each article tells them, before merging; one line in, one line out.")
  var mentions = false

  @Flag(
    help: """
      Names behind titles that no entry knows, the most frequent first, as rows of a table of \
      persons of your own (see --gazetteer).
      """
  )
  var unlinked = false

  @Option(
    help: ArgumentHelp(
      "Why this event has its date, why its tellings were merged, what disagrees.",
      valueName: "event-id"
    )
  )
  var explain: String?

  @Option(help: "The language of --explain, and of what is told of articles without a date.")
  var lang = SheetOptions.Language.ar

  @OptionGroup(title: "Which events") var filter: FilterOptions
  @OptionGroup var gazetteer: GazetteerOptions
  @OptionGroup(title: "Reading") var options: RunOptions

  func run() throws {
    var settings = try options.settings(dataOnOutput: true)
    settings.gazetteer = gazetteer.paths
    let filter = try filter.filter()
    var job = try EventsJob(operands: operands, settings: settings)
    job.language = lang.rawValue
    let form: EventsJob.Form = jsonl ? .jsonLines : .table
    var output = ByteWriter.standardOutput()
    if let explain {
      let tally = try job.writeExplanation(
        of: explain,
        language: lang.rawValue,
        into: &output,
        tell: options.tell
      )
      try output.flush()
      return try tally.check(settings)
    }
    if unlinked {
      let tally = try job.writeUnlinked(form, into: &output, tell: options.tell)
      try output.flush()
      return try tally.check(settings)
    }
    let tally =
      mentions
      ? try job.writeMentions(form, into: &output, tell: options.tell)
      : try job.writeMerged(
        form,
        filter: filter,
        into: &output,
        tell: options.tell,
        note: options.note
      )
    try output.flush()
    try tally.check(settings)
  }

  func validate() throws {
    if unlinked, mentions || explain != nil || (try? filter.filter()) != EventFilter() {
      throw ValidationError("--unlinked stands alone; leave out --mentions, --explain and filters")
    }
    if explain != nil, mentions || jsonl {
      throw ValidationError("--explain is for people; leave out --jsonl and --mentions")
    }
    if mentions, (try? filter.filter()) != EventFilter() {
      throw ValidationError("--mentions takes no filter: it answers every line of the input")
    }
  }
}
