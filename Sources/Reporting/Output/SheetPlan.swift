import CairoRendering
import Chronology
import DataFiles
import DateResolution
import Drawing
import EventArchive
import FoundationEssentials
import NewsModel
import Styles

/// What each sheet of a report would show, and whether that differs from what was written last.
struct SheetPlan {
  /// One sheet.
  struct Planned {
    /// What the report says of it.
    var sheet: Report.Sheet
    /// How many events it shows.
    var count = 0
    /// Its style's name or path.
    var style: String
    /// What it lets through, the days of its period included.
    var filter: EventFilter
    /// The digest of each thing it is made from, by name.
    var madeFrom: [String: String]
    /// Why it must be written; `nil` when it stands as it should.
    var reason: String?
    /// Why its contents are what they are: a file that was lost or forced tells nothing new.
    var why = ""
  }

  private(set) var sheets: [Planned] = []
  private let archive: Archive

  /// What a sheet of a day lets through, the days of its period included.
  static func filter(of sheet: Report.Sheet, in report: Report, asOf: CivilDate?) -> EventFilter {
    var filter = sheet.filter
    if let period = sheet.period, let asOf {
      let window = period.window(asOf: asOf, weekStart: report.dates.weekStarts ?? .monday)
      filter.window = filter.window.narrowed(to: window)
    }
    return filter
  }

  /// Plans the sheets of a report.
  ///
  /// - Parameters:
  ///   - archive: holds the events.
  ///   - touched: the names of sheets that would show, or would have shown, an event that is new, gone
  ///     or otherwise than it was; `nil` when that is not known of every event.
  ///   - stamps: those of the files as the last build left them, by name.
  init(
    report: Report,
    archive: Archive,
    touched: Set<String>?,
    asOf: CivilDate?,
    old: Manifest?,
    folder: String,
    stamps: [String: String]
  ) throws(Fault) {
    self.archive = archive
    let tool = Self.digest([Version.current] + (try Self.wordFiles()))
    let logo = try LogoFile(report: report).picture().map { SHA256.hexadecimal(of: $0.bytes) }
    var styles: [String: (style: String, fonts: String)] = [:]
    for sheet in report.sheets {
      let filter = Self.filter(of: sheet, in: report, asOf: asOf)
      let style = Self.stylePath(sheet.style ?? report.style, report)
      // Sheets share styles, and the fonts of one take longer to read than all else here.
      if styles[style] == nil {
        styles[style] = (try Self.digest(ofStyle: style), try Self.digest(ofFontsOf: style))
      }
      var planned = Planned(
        sheet: sheet,
        style: style,
        filter: filter,
        madeFrom: [:]
      )
      planned.madeFrom = [
        "tool": tool,
        "style": styles[style]?.style ?? "",
        "day": Self.tellsItsDay(sheet) ? asOf?.description ?? "none" : "any",
        "report": Self.digest("\(sheet)", "\(report.labels)", report.masthead),
        "filter": Self.digest("\(filter)"),
        "fonts": styles[style]?.fonts ?? "",
      ]
      planned.madeFrom["logo"] = logo ?? "none"
      let before = old?.sheets.first { $0.name == sheet.name }
      if let before, let touched, !touched.contains(sheet.name),
        before.madeFrom["filter"] == planned.madeFrom["filter"]
      {
        // None of its events is other than it was.
        planned.count = before.events
        for part in ["events", "titles"] { planned.madeFrom[part] = before.madeFrom[part] }
      } else {
        try measure(&planned)
      }
      planned.reason = Self.reason(planned.madeFrom, before: before)
      planned.why = planned.reason ?? before?.why ?? "new sheet"
      if planned.reason == nil, let before {
        planned.reason = Self.damage(to: before, in: folder, stamps)
      }
      sheets.append(planned)
    }
  }

  /// The events a sheet shows, in their order.
  func events(of planned: Planned) throws(Fault) -> [Event] {
    var events: [Event] = []
    try forEachEvent(of: planned) { event, _ in events.append(event) }
    return events
  }

  /// Counts a sheet's events, and takes the digests of what it tells of them.
  private func measure(_ planned: inout Planned) throws(Fault) {
    var count = 0
    var events = SHA256()
    var titles = SHA256()
    try forEachEvent(of: planned) { event, digest in
      count += 1
      events.add(field: "\(event.id) \(digest)")
      for mention in event.mentions { titles.add(field: mention.articleTitle ?? "") }
    }
    planned.count = count
    planned.madeFrom["events"] = events.finish()
    planned.madeFrom["titles"] = titles.finish()
  }

  private func forEachEvent(
    of planned: Planned,
    _ body: (Event, _ digest: String) -> Void
  ) throws(Fault) {
    let layout = planned.sheet.layout
    let isShown = planned.filter.onSheet(layout: layout)
    try catching { () throws(ArchiveError) in
      try archive.forEachEvent(planned.filter.query(layout: layout)) { event, digest in
        if isShown(event) { body(event, digest) }
      }
    }
  }

  /// Whether a sheet tells the day it is made for.
  ///
  /// Drawn pages and web pages do at their heads, calendars in each entry. Tables of data do not, and
  /// need not be written anew every day.
  private static func tellsItsDay(_ sheet: Report.Sheet) -> Bool {
    sheet.formats.contains { SheetFormat.drawn.contains($0) || $0 == .html || $0 == .ics }
  }

  /// Why a sheet's contents are others than before, told by the first thing that differs.
  private static func reason(_ madeFrom: [String: String], before: Manifest.Sheet?) -> String? {
    guard let before else { return "new sheet" }
    let names = [
      ("report", "the report changed"), ("events", "its events changed"),
      ("titles", "the headline of a source changed"),
      ("day", "it is made for another day"), ("style", "its style changed"),
      ("fonts", "its fonts changed"), ("logo", "its logo changed"), ("tool", "tarikh changed"),
    ]
    guard let changed = names.first(where: { before.madeFrom[$0.0] != madeFrom[$0.0] }) else {
      return nil
    }
    // A version before this one did not look at it.
    return before.madeFrom[changed.0] == nil ? "tarikh changed" : changed.1
  }

  /// What happened to a sheet's files since they were written.
  private static func damage(
    to before: Manifest.Sheet,
    in folder: String,
    _ stamps: [String: String]
  ) -> String? {
    for (name, digest) in before.files.sorted(by: { $0.key < $1.key }) {
      if let stamp = stamps[name], FileBytes.stamp(of: "\(folder)/\(name)") == stamp { continue }
      guard FileBytes.exists("\(folder)/\(name)") else { return "\(name) is missing" }
      guard (try? FileBytes.digest(of: "\(folder)/\(name)")) == digest else {
        return "\(name) was changed by another hand"
      }
    }
    return nil
  }

  /// A path is meant from the report's folder; a name is one of the styles that ship.
  static func stylePath(_ style: String, _ report: Report) -> String {
    style.hasSuffix(".yaml") ? report.resolved(style) : style
  }

  private static func digest(ofStyle style: String) throws(Fault) -> String {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      return SHA256.hexadecimal(of: Array(try encoder.encode(try StyleFile().style(style))))
    } catch {
      throw Fault(ofSheet: error)
    }
  }

  /// The digests of the tables whose words stand on sheets and in exports.
  private static func wordFiles() throws(Fault) -> [String] {
    var digests: [String] = []
    for module in ["TimelineLayout", "Exporting"] {
      var digest = SHA256()
      try digest.add(folderOf: module)
      digests.append(digest.finish())
    }
    return digests
  }

  /// The digest of the fonts of a style: a new release of them draws other letters.
  private static func digest(ofFontsOf style: String) throws(Fault) -> String {
    var digest = SHA256()
    for path in try fontFiles(of: style) { digest.add(field: try FileBytes.digest(of: path)) }
    return digest.finish()
  }

  /// The files of a style's fonts that are there.
  static func fontFiles(of style: String) throws(Fault) -> [String] {
    do {
      let finder = FontFinder()
      return try StyleFile().style(style).fontFamilies.flatMap(\.files).compactMap(finder.path)
    } catch {
      throw Fault(ofSheet: error)
    }
  }

  private static func digest(_ texts: String...) -> String { digest(texts) }

  private static func digest(_ texts: [String]) -> String {
    var digest = SHA256()
    for text in texts { digest.add(field: text) }
    return digest.finish()
  }
}
