public import Chronology
import DataFiles
import Exporting
import NewsModel
import TimelineLayout

/// `tarikh export`: the events of articles or of a file as data, into the file the user names.
public struct ExportJob: Sendable {
  /// The title over the events.
  public var title: String?
  /// Which events are written.
  public var filter = EventFilter()
  /// How labels are written.
  public var labels = Report.Labels()
  /// The day the events are true of; the newest article's when `nil`.
  public var asOf: CivilDate?
  /// The format's name; what the file's name ends in when `nil`.
  public var format: String?

  private let operands: [String]
  private let settings: RunSettings

  /// An export of what the operands hold.
  public init(operands: [String], settings: RunSettings) {
    self.operands = operands
    self.settings = settings
  }

  /// Writes the events.
  ///
  /// - Parameters:
  ///   - path: the file, or `-` for standard output.
  ///   - tell: is given each complaint for the user.
  ///   - note: is given the path of the file that was written.
  /// - Returns: what was counted.
  public func write(
    to path: String,
    tell: (String) -> Void,
    note: (String) -> Void
  ) throws(Fault) -> Tally {
    let press = try ExportPress(labels: labels)
    let format = try chosen(path, press)
    let tables = try WordTables.ofEvents(userTables: settings.gazetteer)
    try filter.check(by: tables.vocabulary)
    let pipeline = Pipeline(tables, settings: settings.dates)
    let outcome = try EventSource(pipeline: pipeline, settings: settings).outcome(of: operands)
    for record in outcome.setAside { tell(record.description) }
    guard outcome.tally.good > 0 else {
      try outcome.tally.check(settings)
      throw Fault(noEventsIn: operands)
    }
    let day = asOf ?? outcome.gathering.newestDay
    let filter = filter.fixed(asOf: day, weekStart: settings.weekStart)
    // The timeline orders events as every sheet does.
    let timeline = Timeline(
      title: title ?? "",
      asOf: day,
      events: filter.eventsOfSheet(outcome.gathering.merged(by: pipeline))
    )
    let sheet = ExportedSheet(
      title: timeline.title,
      asOf: timeline.asOf,
      events: timeline.allEvents,
      offsets: outcome.gathering.offsets
    )
    guard let file = press.file(of: sheet, format: format) else { return outcome.tally }
    var tally = outcome.tally
    if let notice = ExportPress.notice(on: file.leftOut, format: format) {
      tell(notice)
      tally.warnings += 1
    }
    try OutputFile.write(file.bytes, to: path)
    if path != "-" { note(path) }
    return tally
  }

  /// The format that was named, else the one the file's name ends in.
  private func chosen(_ path: String, _ press: ExportPress) throws(Fault) -> String {
    let known = press.formats.joined(separator: ", ")
    if let format {
      if press.formats.contains(format) { return format }
      let meant = Spelling.nearest(to: format, among: press.formats)
      throw Fault(
        .usage,
        "--format ‘\(format)’ is not known",
        remedy: meant.map { "did you mean ‘\($0)’?" } ?? "use \(known)"
      )
    }
    if path == "-" {
      throw Fault(.usage, "-o -: no name to tell the format from", remedy: "add --format: \(known)")
    }
    guard let format = press.format(of: path) else {
      throw Fault(
        .usage,
        "-o \(path): no format to be told from the name",
        remedy: "use one of \(known), or --format"
      )
    }
    return format
  }
}
