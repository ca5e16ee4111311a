import ArgumentParser
import Reporting

/// The options that most subcommands share.
struct RunOptions: ParsableArguments {
  @Option(
    name: .customLong("on"),
    help: ArgumentHelp("The reference day of texts that bring none.", valueName: "date")
  )
  var referenceDay: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("How many threads to work with.", valueName: "number")
  )
  var jobs = 1

  @Option(
    help: ArgumentHelp(
      "End with exit code 3 when more records are bad, like 2%.",
      valueName: "share"
    )
  )
  var maxBad: String?

  @Option(help: "The most that an article may have, such as 200MiB; 16MiB if left out.")
  var maxArticle: String?

  @Flag(help: "End with exit code 3 when anything was warned of.")
  var strict = false

  @Flag(name: .shortAndLong, help: "Say nothing but faults.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "Where a day without a year lies: nearest, past or future.",
      valueName: "where"
    )
  )
  var yearless: String?

  @Option(
    help: ArgumentHelp("Where a weekday alone lies: past, nearest or future.", valueName: "where")
  )
  var bareWeekday: String?

  @Option(
    help: ArgumentHelp(
      "The day weeks begin on: auto, monday, sunday or saturday.",
      valueName: "day"
    )
  )
  var weekStarts: String?

  @Option(
    help: ArgumentHelp("Days to add to the Umm al-Qura calendar: -1, 0 or 1.", valueName: "days")
  )
  var hijriShift: String?

  @Option(
    help: ArgumentHelp(
      "When a fiscal year begins: auto, calendar, april, july or october.",
      valueName: "start"
    )
  )
  var fiscalYear: String?

  @Option(help: "Show how far the run is on standard error; auto means on a terminal only.")
  var progress = Occasion.auto

  @Option(help: "Colour faults and warnings; auto means on a terminal without NO_COLOR.")
  var color = Occasion.auto

  /// Tells the user of something that went wrong and did not end the run.
  func tell(_ message: String) { Messages.print(message, .warning) }

  /// Tells the user something, unless told to be quiet.
  func note(_ message: String) {
    if !quiet { Messages.print(message) }
  }

  /// The settings these options amount to.
  ///
  /// - Parameters:
  ///   - dataOnOutput: whether the run writes data to standard output as it goes.
  ///   - forPrograms: whether messages are for programs, which no progress may come between.
  func settings(
    dataOnOutput: Bool = false,
    forPrograms: Bool = false
  ) throws(Fault) -> RunSettings {
    Colouring.set(color)
    var settings = RunSettings()
    if let referenceDay {
      settings.referenceDay = try RunSettings.day(referenceDay, option: "--on")
    }
    guard (1...256).contains(jobs) else {
      throw Fault(.usage, "-j \(jobs)", remedy: "use a number from 1 to 256")
    }
    settings.threads = jobs
    settings.isStrict = strict
    if let maxBad {
      settings.limits.maximumBadPercent = try RunSettings.percent(maxBad, option: "--max-bad")
    }
    if let maxArticle { try settings.setArticleLimit(maxArticle, option: "--max-article") }
    try settings.setDates("yearless", to: yearless)
    try settings.setDates("bare-weekday", to: bareWeekday)
    try settings.setDates("week-starts", to: weekStarts)
    try settings.setDates("hijri-shift", to: hijriShift)
    try settings.setDates("fiscal-year", to: fiscalYear)
    if !quiet, !forPrograms {
      settings.meter = ProgressLine.begin(progress, dataOnOutput: dataOnOutput)
    }
    return settings
  }
}
