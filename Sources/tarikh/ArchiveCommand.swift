import ArgumentParser
import Reporting

/// The options that choose an archive.
struct ArchiveOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The archive; the report’s if not told.", valueName: "file"))
  var archive: String?

  @Option(help: ArgumentHelp("The report that names the archive.", valueName: "file"))
  var report = "report.yaml"

  /// The archive these options mean.
  var choice: ArchiveChoice { ArchiveChoice(archive: archive, report: report) }
}

/// `tarikh archive`: looks after the archive.
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Checks, copies, dumps and restores the archive of a report.",
    discussion: """
      The archive is a cache of the articles plus the corrections: a dump holds all of it as lines \
      of JSON, and restoring one gives an archive whose dump is the same bytes.
      """,
    subcommands: [Check.self, Backup.self, Dump.self, Restore.self, Forget.self]
  )

  /// `tarikh archive check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Looks for damage, and tells what the archive holds."
    )

    @OptionGroup var options: ArchiveOptions

    func run() throws {
      let lines = try ArchiveJob(options.choice).check()
      var output = ByteWriter.standardOutput()
      for line in lines { try output.write("\(line)\n") }
      try output.flush()
    }
  }

  /// `tarikh archive backup`.
  struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Copies the archive as it is, while builds may go on."
    )

    @Argument(help: ArgumentHelp("The file to write.", valueName: "file"))
    var copy: String

    @Flag(name: .shortAndLong, help: "Write over a file that is there.")
    var force = false

    @OptionGroup var options: ArchiveOptions

    func run() throws {
      try ArchiveJob(options.choice).backUp(to: copy, isForced: force)
    }
  }

  /// `tarikh archive dump`.
  struct Dump: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes the archive to standard output as lines of JSON."
    )

    @OptionGroup var options: ArchiveOptions

    func run() throws {
      var output = ByteWriter.standardOutput()
      try ArchiveJob(options.choice).dump(into: &output)
    }
  }

  /// `tarikh archive restore`.
  struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes the archive anew from a dump."
    )

    @Argument(help: ArgumentHelp("The dump; ‘-’ for standard input.", valueName: "file"))
    var dump: String

    @Flag(name: .shortAndLong, help: "Put it in the place of an archive that is there.")
    var force = false

    @OptionGroup var options: ArchiveOptions

    func run() throws {
      try ArchiveJob(options.choice).restore(from: dump, isForced: force)
    }
  }

  /// `tarikh archive forget`.
  struct Forget: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Forgets articles that the archive keeps and no file holds any more."
    )

    @Argument(help: ArgumentHelp("Ids of articles.", valueName: "id"))
    var ids: [String]

    @OptionGroup var options: ArchiveOptions

    func run() throws {
      let count = try ArchiveJob(options.choice).forget(ids)
      Messages.print("\(count) articles forgotten; the next build leaves them out")
    }
  }
}
