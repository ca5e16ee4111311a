public import Chronology
import EventFusion
import Exporting
import NewsModel
import TimelineLayout

/// `tarikh build`: reads a report's articles and writes every sheet of it that changed.
public struct BuildJob: Sendable {
  /// The day the sheets are made for; the newest article's when `nil`.
  public var asOf: CivilDate?
  /// Whether only to say what would be written, and why.
  public var isDryRun = false
  /// Whether to write sheets that did not change, and over files of others.
  public var isForced = false

  private let report: Report
  private let settings: RunSettings
  private let pipeline: Pipeline
  private let countries: [String: String]

  /// A build of a report; the report's own settings hold where the command line has none.
  public init(reportPath: String, settings: RunSettings) throws(Fault) {
    let tables = try WordTables.ofEvents()
    var report = try ReportFile(
      path: reportPath,
      vocabulary: tables.vocabulary,
      countries: tables.sourceCountries
    ).report()
    var settings = settings
    settings.takeDates(of: report)
    // The weeks of a sheet's period begin as those of phrases do.
    report.dates = settings.dates
    self.report = report
    settings.countries = Dictionary(
      report.countries.map { (report.resolved($0.key), $0.value) },
      uniquingKeysWith: { first, _ in first }
    )
    settings.limits.articleBytes = report.limits.articleBytes
    settings.limits.maximumBadPercent =
      settings.limits.maximumBadPercent ?? report.limits.maximumBadPercent
    self.settings = settings
    let ranking = SourceRanking(order: report.sourceRank, kinds: report.sourceKinds)
    pipeline = Pipeline(tables, settings: settings.dates, ranking: ranking)
    countries = tables.countries(language: report.labels.language)
  }

  /// What a build did.
  public struct Outcome: Sendable {
    /// What was counted.
    public var tally: Tally
    /// How many events were found.
    public var events: Int
    /// How many sheets were written.
    public var written: Int
    /// How many sheets are as they were.
    public var unchanged: Int
    /// The settings it ran under, for ``Tally/check(_:)``.
    public var settings: RunSettings
  }

  /// Builds.
  ///
  /// - Parameters:
  ///   - tell: is given each complaint for the user.
  ///   - note: is given what was written, or would be, and why.
  public func run(
    tell: (String) -> Void,
    note: (String) -> Void
  ) throws(Fault) -> Outcome {
    report.notices.forEach(note)
    // A style or font that is missing is told before minutes go into reading.
    let presses = try presses()
    let path = report.resolved(report.output) + "/" + report.name
    let old = isForced ? try? Manifest.read(from: path) : try Manifest.read(from: path)
    let source = try EventSource(pipeline: pipeline, settings: settings)
    var found = try source.outcome(of: report.articles.map(report.resolved))
    for record in found.setAside { tell(record.description) }
    guard found.tally.good > 0 else {
      try found.tally.check(settings)
      throw Fault(
        .noData,
        "\(report.file): no articles in \(report.articles.joined(separator: ", "))",
        remedy: "put articles there or correct the path"
      )
    }
    found.tally.warnings += report.notices.count
    for proof in found.gathering.proofs { note(proof.description) }
    let day = asOf ?? found.gathering.newestDay
    let events = found.gathering.merged(by: pipeline)
    let plan = try SheetPlan(report: report, events: events, asOf: day, old: old, folder: path)
    let changed = plan.sheets.filter { isForced || $0.reason != nil }
    if !isDryRun {
      var folder = OutputFolder(path: path, own: old?.files ?? [], isForced: isForced)
      try write(changed, of: plan, by: presses, asOf: day, old: old, found: found, to: &folder)
        .forEach(note)
    }
    for sheet in changed {
      let reason = sheet.reason ?? "forced"
      let formats = sheet.sheet.formats.map(\.rawValue).joined(separator: ",")
      let files = "\(path)/\(sheet.sheet.name).\(formats)"
      note("\(files): \(isDryRun ? "would be written" : "written"), \(reason)")
    }
    return Outcome(
      tally: found.tally,
      events: events.count,
      written: changed.count,
      unchanged: plan.sheets.count - changed.count,
      settings: settings
    )
  }

  /// A style and a layout that sheets share.
  private struct PressKey: Hashable {
    var style: String
    var layout: String
  }

  /// A press for each style and layout of the report.
  private func presses() throws(Fault) -> [PressKey: SheetPress] {
    var presses: [PressKey: SheetPress] = [:]
    for sheet in report.sheets {
      let style = SheetPlan.stylePath(sheet.style ?? report.style, report)
      let key = PressKey(style: style, layout: sheet.layout)
      if presses[key] == nil {
        presses[key] = try SheetPress(style: style, labels: report.labels, layout: sheet.layout)
      }
    }
    return presses
  }

  private func write(
    _ changed: [SheetPlan.Planned],
    of plan: SheetPlan,
    by presses: [PressKey: SheetPress],
    asOf day: CivilDate?,
    old: Manifest?,
    found: EventSource.Outcome,
    to folder: inout OutputFolder
  ) throws(Fault) -> [String] {
    var manifest = Manifest(asOf: day?.description, inputs: try inputs(of: found))
    if !found.gathering.proofs.isEmpty {
      manifest.datings = found.gathering.proofs.map(\.dating)
    }
    var made: [String: [(name: String, bytes: [UInt8])]] = [:]
    var notices: [String] = []
    for planned in changed {
      let key = PressKey(style: planned.style, layout: planned.sheet.layout)
      guard let press = presses[key] else { continue }
      let timeline = Timeline(
        title: planned.sheet.title,
        masthead: report.masthead,
        asOf: day,
        countries: countries,
        events: planned.events
      )
      let files = try press.files(
        of: timeline,
        formats: planned.sheet.formats,
        offsets: found.gathering.offsets
      )
      made[planned.sheet.name] = files.map {
        ("\(planned.sheet.name)\($0.suffix).\($0.format.rawValue)", $0.bytes)
      }
      notices += files.compactMap { file in
        ExportPress.notice(on: file.leftOut, format: file.format.rawValue)
          .map { "\(planned.sheet.name).\(file.format.rawValue): \($0)" }
      }
    }
    let names = made.values.joined().map(\.name).sorted()
    if let twice = zip(names, names.dropFirst()).first(where: { $0 == $1 })?.0 {
      // The second page of sheet «a» is a-2.png, and so would be a sheet named «a-2».
      throw Fault(
        .configuration,
        "\(report.file): two sheets would both write \(twice)",
        remedy: "rename one of them"
      )
    }
    try folder.create()
    for name in names { try folder.check(name) }
    if old == nil { try folder.check(Manifest.fileName) }
    if !names.allSatisfy(folder.own.contains) {
      // Should this build be cut short, the next must know these files for its own.
      var begun = old ?? Manifest()
      begun.begun = names
      folder.own.formUnion(names)
      try folder.write(try begun.bytes(), as: Manifest.fileName)
    }
    for planned in plan.sheets {
      let before = old?.sheets.first { $0.name == planned.sheet.name }
      guard let files = made[planned.sheet.name] else {
        if let before { manifest.sheets.append(before) }
        continue
      }
      var record = Manifest.Sheet(
        name: planned.sheet.name,
        events: planned.events.count,
        why: planned.reason ?? "forced",
        madeFrom: planned.madeFrom,
        files: [:]
      )
      for file in files {
        try folder.write(file.bytes, as: file.name)
        record.files[file.name] = SHA256.hexadecimal(of: file.bytes)
      }
      manifest.sheets.append(record)
    }
    for name in (old?.files ?? []).subtracting(manifest.files).sorted() { try folder.remove(name) }
    try writeSetAside(found.setAside, old: old, to: folder)
    if manifest != old { try folder.write(try manifest.bytes(), as: Manifest.fileName) }
    return notices
  }

  private func inputs(of found: EventSource.Outcome) throws(Fault) -> [Manifest.Input] {
    var inputs: [Manifest.Input] = []
    let start = report.folder.isEmpty ? "" : report.folder + "/"
    for (file, tally) in found.tallies.sorted(by: { $0.key < $1.key }) where tally.unreadable == 0 {
      inputs.append(
        Manifest.Input(
          path: file.hasPrefix(start) ? String(file.dropFirst(start.count)) : file,
          sha256: try FileBytes.digest(of: file),
          articles: tally.good,
          bad: tally.bad
        )
      )
    }
    return inputs
  }

  /// Writes `quarantine.jsonl`, or takes it away when nothing is set aside any more.
  private func writeSetAside(
    _ records: [SetAside],
    old: Manifest?,
    to folder: OutputFolder
  ) throws(Fault) {
    let name = "quarantine.jsonl"
    var writer = JSONWriter()
    for record in records { record.write(to: &writer) }
    let before = try? FileBytes.read("\(folder.path)/\(name)", limit: 1 << 30)
    if records.isEmpty {
      var own = folder
      own.own.insert(name)
      if old != nil { try own.remove(name) }
    } else if before != writer.bytes {
      try folder.write(writer.bytes, as: name)
    }
  }
}
