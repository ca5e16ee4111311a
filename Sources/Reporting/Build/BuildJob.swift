public import Chronology
import DataFiles
import EventArchive
import Exporting
import NewsModel

/// `tarikh build`: reads what is new of a report's articles and writes every sheet that changed.
public struct BuildJob: Sendable {
  /// The day the sheets are made for; the newest article's when `nil`.
  public var asOf: CivilDate?
  /// Whether only to say what would be written, and why.
  public var isDryRun = false
  /// Whether to write sheets that did not change, and over files of others.
  public var isForced = false
  /// The language of what is told of articles without a date, `ar` or `en`; the report's when `nil`.
  public var language: String?
  /// How many seconds to wait for another build to end; 0 for not at all.
  public var lockPatience = 0.0

  private let path: String
  private let given: RunSettings

  /// A build of a report; the report's own settings hold where the command line has none.
  public init(reportPath: String, settings: RunSettings) {
    path = reportPath
    given = settings
  }

  /// Builds.
  ///
  /// - Parameters:
  ///   - tell: is given each complaint for the user.
  ///   - note: is given what was written, or would be, and why.
  public func run(
    tell: (String) -> Void,
    note: (String) -> Void
  ) throws(Fault) -> BuildOutcome {
    // The tables of words take longer to read than all the rest of a build with nothing to do.
    let report = try ReportFile(path: path).report()
    var lock = BuildLock(patience: lockPatience)
    if !isDryRun {
      try lock.take(folder: report.sheetFolder, isForced: isForced)
      // What a build left that was killed; nobody else writes here now.
      AtomicFile.sweep(report.sheetFolder)
      if let archive = report.archivePath { try lock.take(file: archive) }
    }
    let setting = try BuildSetting(of: report, settings: given.under(report), asOf: asOf)
    if !isForced, let outcome = try setting.unchanged(tell) { return outcome }

    let desk = try BuildDesk(for: setting, path: path, isDryRun: isDryRun, isForced: isForced)
    defer { desk.archive.close() }
    var reading = try BuildReading(of: setting, at: desk, asOf: asOf, tell: tell)
    let words = try ProofWords(language: language ?? report.labels.language)
    for proof in reading.gathered.proofs { note(words.text(of: proof)) }
    let (merged, touched) = try merge(reading, by: setting, at: desk)
    merged.warnings.forEach(tell)
    reading.found.tally.warnings += merged.warnings.count
    let plan = try plan(of: reading, touched: touched, at: desk)
    let changed = plan.sheets.filter { isForced || $0.reason != nil }
    if !isDryRun {
      try write(changed, of: plan, from: reading, merged, at: desk, meter: setting.settings.meter)
        .forEach(note)
    }
    for sheet in changed { note(line(on: sheet, in: report.sheetFolder)) }

    let count = try catching { () throws(ArchiveError) in try desk.archive.eventCount() }
    var outcome = BuildOutcome(
      tally: reading.found.tally,
      events: count,
      written: changed.count,
      unchanged: plan.sheets.count - changed.count,
      settings: setting.settings
    )
    outcome.read = reading.found.read
    outcome.keptAlone = reading.gathered.keptAlone
    if desk.owner != nil {
      outcome.isFirst = false
      outcome.changes = merged.changes.told()
    }
    if !isDryRun, report.archivePath != nil {
      let ending = BuildEnding(
        setting: setting,
        reading: reading,
        merged: merged,
        sheets: plan.sheets.count,
        events: count
      )
      try ending.keep(outcome.changes, in: desk.archive)
    }
    return outcome
  }

  /// Brings the events up to date; says which sheets show one that is new, gone or otherwise than it was.
  private func merge(
    _ reading: BuildReading,
    by setting: BuildSetting,
    at desk: BuildDesk
  ) throws(Fault) -> (merged: ArchiveMerging.Outcome, touched: Set<String>) {
    let sheets = desk.report.sheets.map { sheet in
      let filter = SheetPlan.filter(of: sheet, in: desk.report, asOf: reading.day)
      return (name: sheet.name, shows: filter.onSheet(layout: sheet.layout))
    }
    var touched: Set<String> = []
    let merging = ArchiveMerging(
      archive: desk.archive,
      pipeline: desk.pipeline,
      corrections: setting.corrections,
      names: PartyNames(desk.tables),
      fromFiles: reading.fromFiles,
      key: setting.mergingKey,
      isForced: isForced,
      isFirst: desk.isFirst && desk.owner == nil,
      threads: setting.settings.threads
    ) { event in
      for sheet in sheets where !touched.contains(sheet.name) && sheet.shows(event) {
        touched.insert(sheet.name)
      }
    }
    let merged = try merging.run(on: reading.gathered)
    return (merged, touched)
  }

  /// Which sheets are to be written, and why.
  private func plan(
    of reading: BuildReading,
    touched: Set<String>,
    at desk: BuildDesk
  ) throws(Fault) -> SheetPlan {
    let archive = desk.archive
    let folder = desk.report.sheetFolder
    let written = try catching { () throws(ArchiveError) in
      try archive.setting(BuildEnding.sheetsSetting)
    }
    let state = try catching { () throws(ArchiveError) in try archive.setting(BuildState.setting) }
    // Sheets of another state than the archive's, as after a build that was cut short, are measured.
    let isInStep =
      !isForced && written != nil && written == BuildEnding.manifestDigest(in: folder)
    return try SheetPlan(
      report: desk.report,
      archive: archive,
      touched: isInStep ? touched : nil,
      asOf: reading.day,
      old: desk.old,
      folder: folder,
      stamps: BuildState(text: state)?.outputs ?? [:]
    )
  }

  /// Writes sheets and the manifest; says what the user should know of them.
  private func write(
    _ changed: [SheetPlan.Planned],
    of plan: SheetPlan,
    from reading: BuildReading,
    _ merged: ArchiveMerging.Outcome,
    at desk: BuildDesk,
    meter: ProgressMeter?
  ) throws(Fault) -> [String] {
    let report = desk.report
    var output = OutputFolder(
      path: report.sheetFolder,
      own: desk.old?.files ?? [],
      isForced: isForced
    )
    let writing = SheetWriting(
      report: report,
      day: reading.day,
      old: desk.old,
      placeNames: desk.tables.placeNames(language: report.labels.language),
      past: desk.isFirst ? PastEvents() : merged.changes.past,
      proofs: reading.gathered.proofs,
      meter: meter
    )
    return try writing.write(
      changed,
      of: plan,
      by: desk.presses,
      found: reading.found,
      to: &output
    )
  }

  /// What is told of a sheet that was written, or would be.
  private func line(on sheet: SheetPlan.Planned, in folder: String) -> String {
    let formats = sheet.sheet.formats.map(\.rawValue).joined(separator: ",")
    let verb = isDryRun ? "would be written" : "written"
    return "\(folder)/\(sheet.sheet.name).\(formats): \(verb), \(sheet.reason ?? "forced")"
  }
}
