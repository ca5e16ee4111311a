public import Chronology
import DataFiles
import NewsModel
import TimelineLayout

/// `tarikh chart`: one sheet from articles or events, into the file the user names.
public struct ChartJob: Sendable {
  /// The title over the sheet.
  public var title: String?
  /// Which events it shows.
  public var filter = EventFilter()
  /// A shipped style's name, or a path.
  public var style = "briefing"
  /// How labels are written.
  public var labels = Report.Labels()
  /// The day the sheet is made for; the newest article's when `nil`.
  public var asOf: CivilDate?
  /// Dots an inch of pictures.
  public var ppi: Int?

  private let operands: [String]
  private let settings: RunSettings

  /// A chart of what the operands hold.
  public init(operands: [String], settings: RunSettings) {
    self.operands = operands
    self.settings = settings
  }

  /// Draws it into a file; the extension says how.
  ///
  /// - Parameters:
  ///   - path: the file; further pages of pictures get `-2`, `-3` … before the extension.
  ///   - tell: is given each message for the user.
  ///   - note: is given the path of each file that was written.
  /// - Returns: what was counted.
  public func draw(
    to path: String,
    tell: (String) -> Void,
    note: (String) -> Void
  ) throws(Fault) -> Tally {
    let (stem, format) = try Self.format(of: path)
    let ppi = try checkedPPI()
    // The style and the fonts first: to read for minutes and then fail would waste the user's time.
    let press = try SheetPress(style: style, labels: labels)
    let needsWords = filter.namesWords || !EventOperands.holdOnlyEvents(operands)
    let tables = needsWords ? try WordTables.ofEvents() : .none
    try filter.check(by: tables.vocabulary)
    let pipeline = Pipeline(tables, settings: settings.dates)
    let outcome = try EventSource(pipeline: pipeline, settings: settings).outcome(of: operands)
    for record in outcome.setAside { tell(record.description) }
    guard outcome.tally.good > 0 else {
      try outcome.tally.check(settings)
      throw Fault(.noData, "no articles and no events", remedy: "name files or a folder of them")
    }
    let timeline = Timeline(
      title: title ?? "",
      asOf: asOf ?? outcome.gathering.newestDay,
      events: filter.eventsOfSheet(outcome.gathering.merged(by: pipeline))
    )
    for file in try press.files(of: timeline, formats: [format], ppi: ppi) {
      let target = "\(stem)\(file.suffix).\(format.rawValue)"
      do throws(FileWriteError) {
        try AtomicFile.write(file.bytes, to: target)
      } catch {
        throw .writing(target, errno: error.errno)
      }
      note(target)
    }
    return outcome.tally
  }

  private func checkedPPI() throws(Fault) -> Double {
    guard let ppi else { return SheetPress.defaultPPI }
    guard (36...600).contains(ppi) else {
      throw Fault(.usage, "--ppi \(ppi)", remedy: "use a number from 36 to 600")
    }
    return Double(ppi)
  }

  /// The path without its extension, and the format the extension names.
  private static func format(of path: String) throws(Fault) -> (String, SheetFormat) {
    for format in SheetFormat.drawn {
      let end = ".\(format.rawValue)"
      let stem = path.dropLast(end.count)
      guard path.lowercased().hasSuffix(end), !stem.isEmpty, !stem.hasSuffix("/") else { continue }
      return (String(stem), format)
    }
    throw Fault(
      .usage,
      "-o \(path): no format to be told from the name",
      remedy: "let it end in .pdf, .png or .svg; for data use ‘tarikh export’"
    )
  }
}
