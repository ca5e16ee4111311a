import EventArchive
import EventFusion

/// What a build works with: the tables of words, a press for each style, the last manifest, the archive.
struct BuildDesk {
  let tables: WordTables
  /// The report, its names checked by the tables.
  let report: Report
  let pipeline: Pipeline
  let presses: [SheetWriting.PressKey: SheetPress]
  /// The manifest of the last build; `nil` for none, or one that a forced build cannot read.
  let old: Manifest?
  let archive: Archive
  /// The report that the archive belongs to; `nil` when no build has ended with it.
  let owner: String?
  /// Whether the archive holds no events yet.
  let isFirst: Bool

  /// - Parameters:
  ///   - path: the report's file.
  ///   - isDryRun: whether what is written goes to a copy of the archive.
  ///   - isForced: whether a manifest that cannot be read is as good as none.
  init(
    for setting: BuildSetting,
    path: String,
    isDryRun: Bool,
    isForced: Bool
  ) throws(Fault) {
    let settings = setting.settings
    tables = try WordTables.ofEvents(userTables: settings.gazetteer)
    var report = try ReportFile(
      path: path,
      vocabulary: tables.vocabulary,
      countries: tables.sourceCountries
    ).report()
    try setting.corrections.check(by: tables.vocabulary)
    // The weeks of a sheet's period begin as those of phrases do.
    report.dates = settings.dates
    self.report = report
    let ranking = SourceRanking(order: report.sourceRank, kinds: report.sourceKinds)
    pipeline = Pipeline(tables, settings: settings.dates, ranking: ranking)
    // A style or font that is missing is told before minutes go into reading.
    presses = try SheetWriting.presses(of: report, threads: settings.threads)
    let folder = report.sheetFolder
    old = isForced ? try? Manifest.read(from: folder) : try Manifest.read(from: folder)
    archive = try Self.archive(of: report, isDryRun: isDryRun)
    let archive = archive
    owner = try catching { () throws(ArchiveError) in try archive.setting("report") }
    isFirst = try catching { () throws(ArchiveError) in try archive.eventCount() } == 0
  }

  /// The report's archive; what a dry run writes goes to a copy, what has none to nowhere.
  private static func archive(of report: Report, isDryRun: Bool) throws(Fault) -> Archive {
    let path = report.archivePath
    let archive = try catching { () throws(ArchiveError) in
      if let path, !isDryRun { return try Archive(path: path, for: .writing) }
      return try Archive(scratchCopyOf: path)
    }
    let owner = try catching { () throws(ArchiveError) in try archive.setting("report") }
    guard owner == nil || owner == report.name else {
      throw Fault(
        .configuration,
        "\(archive.path): is the archive of the report ‘\(owner ?? "")’",
        remedy: "give ‘\(report.name)’ an archive of its own"
      )
    }
    return archive
  }
}
