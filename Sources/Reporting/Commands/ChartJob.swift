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
  /// The layout's name.
  public var layout = BriefingLayout.name
  /// The format's name; what the file's name ends in when `nil`.
  public var format: String?
  /// Whether the pages are written as text instead.
  public var isScene = false
  /// How labels are written.
  public var labels = Report.Labels()
  /// The day the sheet is made for; the newest article's when `nil`.
  public var asOf: CivilDate?
  /// Where to look for font files first.
  public var fontFolders: [String] = []
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
    let (stem, format) = try chosen(path)
    try checkLayout()
    let ppi = try checkedPPI()
    // The style and the fonts first: to read for minutes and then fail would waste the user's time.
    let press = try SheetPress(
      style: style,
      labels: labels,
      layout: layout,
      fontFolders: fontFolders,
      threads: settings.threads
    )
    let readsArticles = !EventOperands.holdOnlyEvents(operands)
    let needsWords =
      readsArticles || filter.namesWords || Layouts.named(layout)?.namesCountries == true
      || labels.language == "en"
    let tables = needsWords ? try WordTables.ofEvents(userTables: settings.gazetteer) : .none
    try filter.check(by: tables.vocabulary)
    let pipeline = Pipeline(tables, settings: settings.dates)
    let source = try EventSource(
      pipeline: pipeline,
      settings: settings,
      readsArticles: readsArticles
    )
    let outcome = try source.outcome(of: operands)
    for record in outcome.setAside { tell(record.description) }
    guard outcome.tally.good > 0 else {
      try outcome.tally.check(settings)
      throw Fault(noEventsIn: operands)
    }
    let day = asOf ?? outcome.gathering.newestDay
    let filter = filter.fixed(asOf: day, weekStart: settings.weekStart)
    let timeline = Timeline(
      title: title ?? "",
      asOf: day,
      placeNames: tables.placeNames(language: labels.language),
      events: filter.eventsOfSheet(outcome.gathering.merged(by: pipeline), layout: layout)
    )
    guard !isScene else {
      try OutputFile.write(Array(press.sceneText(of: timeline).utf8), to: path)
      if path != "-" { note(path) }
      return outcome.tally
    }
    defer { if let notice = press.notice { tell(notice) } }
    guard path != "-" else {
      let files = try press.files(of: timeline, formats: [format], ppi: ppi)
      try OutputFile.write(files.first?.bytes ?? [], to: path)
      if files.count > 1 {
        tell("only the first of \(files.count) pages went to standard output; use a file or pdf")
      }
      return outcome.tally
    }
    for file in try press.files(of: timeline, formats: [format], ppi: ppi) {
      let target = "\(stem)\(file.suffix).\(format.rawValue)"
      try OutputFile.write(file.bytes, to: target)
      note(target)
    }
    return outcome.tally
  }

  private func checkLayout() throws(Fault) {
    guard Layouts.named(layout) == nil else { return }
    let meant = Spelling.nearest(to: layout, among: Layouts.names)
    throw Fault(
      .usage,
      "--layout ‘\(layout)’ is not known",
      remedy: meant.map { "did you mean ‘\($0)’?" }
        ?? "use \(Layouts.names.joined(separator: ", "))"
    )
  }

  private func checkedPPI() throws(Fault) -> Double {
    guard let ppi else { return SheetPress.defaultPPI }
    guard (72...600).contains(ppi) else {
      throw Fault(.usage, "--ppi \(ppi)", remedy: "use a number from 72 to 600")
    }
    return Double(ppi)
  }

  /// The path without its extension, and the format that was named, else that of the extension.
  private func chosen(_ path: String) throws(Fault) -> (String, SheetFormat) {
    // A scene is no drawing: it has no format, and any name will do.
    if isScene { return (path, .pdf) }
    guard let format else {
      guard path == "-" else { return try Self.format(of: path) }
      throw Fault(
        .usage,
        "-o -: no name to tell the format from",
        remedy: "add --format pdf, png or svg"
      )
    }
    guard let named = SheetFormat.drawn.first(where: { $0.rawValue == format }) else {
      throw Fault(
        .usage,
        "--format ‘\(format)’ is not known",
        remedy: "use pdf, png or svg; for data use ‘tarikh export’"
      )
    }
    let end = ".\(format)"
    let hasEnd = path.lowercased().hasSuffix(end) && path.utf8.count > end.utf8.count
    return (hasEnd ? String(path.dropLast(end.count)) : path, named)
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
