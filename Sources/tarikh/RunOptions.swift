import ArgumentParser
import Reporting

/// The options that most subcommands share.
struct RunOptions: ParsableArguments {
  @Option(name: .customLong("on"), help: "The reference day of texts that bring none.")
  var referenceDay: String?

  @Option(name: .shortAndLong, help: "How many threads to work with.")
  var jobs = 1

  @Option(help: "End with exit code 3 when more records are bad.")
  var maxBad: String?

  @Flag(help: "End with exit code 3 when anything was warned of.")
  var strict = false

  @Flag(name: .shortAndLong, help: "Say nothing but faults.")
  var quiet = false

  @Option(help: "Where a day without a year lies: nearest, past or future.")
  var yearless: String?

  @Option(help: "Where a weekday alone lies: past, nearest or future.")
  var bareWeekday: String?

  @Option(help: "The day weeks begin on: auto, monday, sunday or saturday.")
  var weekStarts: String?

  @Option(help: "Days to add to the Umm al-Qura calendar: -1, 0 or 1.")
  var hijriShift: String?

  @Option(help: "When a fiscal year begins: auto, calendar, april, july or october.")
  var fiscalYear: String?

  /// Tells the user of something that went wrong and did not end the run.
  func tell(_ message: String) { Messages.print(message, .warning) }

  /// Tells the user something, unless told to be quiet.
  func note(_ message: String) {
    if !quiet { Messages.print(message) }
  }

  /// The settings these options amount to.
  func settings() throws(Fault) -> RunSettings {
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
    try settings.setDates("yearless", to: yearless)
    try settings.setDates("bare-weekday", to: bareWeekday)
    try settings.setDates("week-starts", to: weekStarts)
    try settings.setDates("hijri-shift", to: hijriShift)
    try settings.setDates("fiscal-year", to: fiscalYear)
    return settings
  }
}
