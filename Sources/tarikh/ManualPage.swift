import FoundationEssentials

/// The manual page, made of what the argument parser knows, so that it never tells of an option that
/// is not there.
struct ManualPage {
  /// The page in the man(7) macros of troff.
  private(set) var text = ""

  /// The page of a command and its subcommands.
  ///
  /// - Parameter dump: what the argument parser tells of itself.
  init(dump: String, version: String) throws {
    let root = try JSONDecoder().decode(CommandInfo.Dump.self, from: Data(dump.utf8)).command
    let commands = (root.subcommands ?? []).filter {
      $0.shouldDisplay != false && $0.commandName != "help"
    }
    line(".TH TARIKH 1 \"\" \"tarikh \(version)\" \"User Commands\"")
    section("NAME")
    line("tarikh \\- dates Arabic news, finds its diplomatic events, draws them as sheets")
    section("SYNOPSIS")
    for command in commands { synopsis(of: command, after: "tarikh") }
    section("DESCRIPTION")
    paragraph(
      "tarikh reads Arabic news, puts an absolute date on every phrase that has one, finds the "
        + "diplomatic events, merges what several articles tell of one, and draws timelines and "
        + "briefing sheets in PDF, PNG and SVG. Data goes to standard output, messages to standard "
        + "error; a date in square brackets is one that sources disagree on."
    )
    section("COMMANDS")
    for command in commands { tell(of: command, after: "tarikh") }
    section("EXIT STATUS")
    for (code, meaning) in ExitCodes.meanings { item("\\fB\(code)\\fR", meaning) }
    section("FILES")
    for (name, meaning) in Self.files { item("\\fI\(Self.escaped(name))\\fR", meaning) }
    section("ENVIRONMENT")
    for (name, meaning) in Self.environment { item("\\fB\(name)\\fR", meaning) }
    section("EXAMPLES")
    for (example, meaning) in Self.examples { item("\\fB\(Self.escaped(example))\\fR", meaning) }
  }

  private static let files = [
    ("report.yaml", "What to read and which sheets to write."),
    ("corrections.yaml", "What people corrected by hand, beside the report."),
    ("archive.sqlite", "What was read and told, where the report names it."),
    ("Output/REPORT/", "The sheets, manifest.json, changes.jsonl and quarantine.jsonl."),
    ("PREFIX/share/tarikh", "Tables of words, styles and labels."),
  ]

  private static let environment = [
    ("TARIKH_DATA", "The folder of the data files, where it is not beside the tool."),
    ("NO_COLOR", "Set to anything, it keeps colour out of what a terminal is shown."),
  ]

  private static let examples = [
    ("tarikh build -q report.yaml", "Write every sheet that changed; for cron."),
    ("tarikh dates --on 2021-07-29 --explain FILE", "Every date of a file, and why."),
    ("tarikh chart inbox -o talks.pdf --party IQ --party US", "One sheet of a folder."),
    ("tarikh edit ID --date 2021-07-16 --reason WHY", "Correct an event."),
  ]

  // MARK: - Commands

  private mutating func synopsis(of command: CommandInfo, after path: String) {
    let name = "\(path) \(command.commandName)"
    let inner = command.subcommands ?? []
    guard inner.isEmpty else {
      for command in inner { synopsis(of: command, after: name) }
      return
    }
    var words = ["\\fB\(Self.escaped(name))\\fR"]
    if command.ownArguments.contains(where: { !$0.isOperand }) { words.append("[\\fIoptions\\fR]") }
    for argument in command.ownArguments where argument.isOperand {
      let word = "\\fI\(Self.escaped(argument.valueName ?? "value"))\\fR"
      let repeated = argument.isRepeating ? "\(word)\\ ..." : word
      words.append(argument.isOptional ? "[\(repeated)]" : repeated)
    }
    line(words.joined(separator: " "))
    line(".br")
  }

  private mutating func tell(of command: CommandInfo, after path: String) {
    let name = "\(path) \(command.commandName)"
    line(".SS \(Self.escaped(name))")
    paragraph(command.abstract ?? "")
    if let discussion = command.discussion, !discussion.isEmpty {
      line(".PP")
      paragraph(discussion)
    }
    for argument in command.ownArguments { tell(of: argument) }
    for inner in command.subcommands ?? [] where inner.shouldDisplay != false {
      tell(of: inner, after: name)
    }
  }

  private mutating func tell(of argument: CommandInfo.Argument) {
    let value = "\\fI\(Self.escaped(argument.valueName ?? "value"))\\fR"
    var head = value
    if !argument.isOperand {
      let spellings = argument.names ?? []
      let short = spellings.filter { $0.kind == "short" }
      let names = (short + spellings.filter { $0.kind != "short" }).map {
        "\\fB\(Self.escaped($0.typed))\\fR"
      }
      head = names.joined(separator: ", ") + (argument.kind == "option" ? " \(value)" : "")
    }
    var meaning = argument.abstract ?? ""
    if let values = argument.allValues, !values.isEmpty {
      meaning += " One of \(values.joined(separator: ", "))."
    }
    if let value = argument.defaultValue { meaning += " Default: \(value)." }
    item(head, meaning)
  }

  // MARK: - Lines

  private mutating func line(_ line: String) { text += line + "\n" }

  private mutating func section(_ title: String) { line(".SH \(title)") }

  private mutating func item(_ head: String, _ meaning: String) {
    line(".TP")
    line(head)
    paragraph(meaning)
  }

  private mutating func paragraph(_ words: String) {
    let escaped = Self.escaped(words.split(whereSeparator: \.isNewline).joined(separator: " "))
    // A dot or an apostrophe that begins a line would be taken for a macro.
    line(escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&\(escaped)" : escaped)
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
