public import Chronology
import DataFiles
import EventArchive
import EventFusion
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
    let settings = given.under(report)
    let folder = report.resolved(report.output) + "/" + report.name
    let archivePath = report.archive.map(report.resolved)
    var lock = BuildLock(patience: lockPatience)
    if !isDryRun {
      try lock.take(folder: folder, isForced: isForced)
      // What a build left that was killed; nobody else writes here now.
      AtomicFile.sweep(folder)
      if let archivePath { try lock.take(file: archivePath) }
    }
    let corrections = try Corrections(of: report)
    let reading = try ReadingKey(report: report, settings: settings)
    let listing = InputListing(of: report)
    let key = try BuildState.key(
      of: report,
      corrections: corrections.bytes,
      asOf: asOf?.description,
      reading: reading
    )
    if !isForced, let archivePath,
      let outcome = try unchanged(archivePath, listing, key, reading, settings, folder, tell)
    {
      return outcome
    }

    let tables = try WordTables.ofEvents(userTables: settings.gazetteer)
    var checked = try ReportFile(
      path: path,
      vocabulary: tables.vocabulary,
      countries: tables.sourceCountries
    ).report()
    try corrections.check(by: tables.vocabulary)
    // The weeks of a sheet's period begin as those of phrases do.
    checked.dates = settings.dates
    let ranking = SourceRanking(order: report.sourceRank, kinds: report.sourceKinds)
    let pipeline = Pipeline(tables, settings: settings.dates, ranking: ranking)
    // A style or font that is missing is told before minutes go into reading.
    let presses = try SheetWriting.presses(of: report, threads: settings.threads)
    let old = isForced ? try? Manifest.read(from: folder) : try Manifest.read(from: folder)
    let archive = try archive(at: archivePath, of: report)
    defer { archive.close() }

    var found = try ArchiveUpdate(
      archive: archive,
      key: reading,
      listing: listing,
      pipeline: pipeline,
      settings: settings
    ).run()
    found.newlySetAside.forEach { tell($0.description) }
    let fromFiles = try events(of: found.eventFiles, pipeline, settings)
    // From here on the archive is read and written as one: all of this build's ending, or nothing.
    try catching { () throws(ArchiveError) in try archive.begin() }
    var gathered = try ArchiveGathering(archive, listing: listing)
    guard found.tally.good + gathered.keptAlone > 0 else {
      try found.tally.check(settings)
      throw Fault(
        .noData,
        "\(report.file): no articles in \(report.articles.joined(separator: ", "))",
        remedy: "put articles there or correct the path"
      )
    }
    try gathered.proveDates(with: pipeline, in: archive)
    let words = try ProofWords(language: language ?? report.labels.language)
    for proof in gathered.proofs { note(words.text(of: proof)) }
    let days = fromFiles.flatMap(\.mentions).compactMap(\.published) + [gathered.newestDay]
    let day = asOf ?? days.compactMap(\.self).max()
    let isFirst = try catching { () throws(ArchiveError) in try archive.eventCount() } == 0
    let owner = try catching { () throws(ArchiveError) in try archive.setting("report") }
    let sheets = checked.sheets.map { sheet in
      let filter = SheetPlan.filter(of: sheet, in: checked, asOf: day)
      return (name: sheet.name, shows: filter.onSheet(layout: sheet.layout))
    }
    var touched: Set<String> = []
    let merging = ArchiveMerging(
      archive: archive,
      pipeline: pipeline,
      corrections: corrections,
      names: PartyNames(tables),
      fromFiles: fromFiles,
      key: Self.mergingKey(reading, report),
      isForced: isForced,
      isFirst: isFirst && owner == nil,
      threads: settings.threads
    ) { event in
      for sheet in sheets where !touched.contains(sheet.name) && sheet.shows(event) {
        touched.insert(sheet.name)
      }
    }
    let merged = try merging.run(on: gathered)
    merged.warnings.forEach(tell)
    found.tally.warnings += merged.warnings.count
    let manifestPath = "\(folder)/\(Manifest.fileName)"
    let written = try catching { () throws(ArchiveError) in try archive.setting(Self.sheetsSetting)
    }
    // Sheets of another state than the archive's, as after a build that was cut short, are measured.
    let state = try catching { () throws(ArchiveError) in try archive.setting(BuildState.setting) }
    let isInStep =
      !isForced && written != nil && written == (try? FileBytes.digest(of: manifestPath))

    let plan = try SheetPlan(
      report: checked,
      archive: archive,
      touched: isInStep ? touched : nil,
      asOf: day,
      old: old,
      folder: folder,
      stamps: BuildState(text: state)?.outputs ?? [:]
    )
    let changed = plan.sheets.filter { isForced || $0.reason != nil }
    if !isDryRun {
      var output = OutputFolder(path: folder, own: old?.files ?? [], isForced: isForced)
      let writing = SheetWriting(
        report: checked,
        day: day,
        old: old,
        placeNames: tables.placeNames(language: report.labels.language),
        past: isFirst ? PastEvents() : merged.changes.past,
        proofs: gathered.proofs,
        meter: settings.meter
      )
      try writing.write(changed, of: plan, by: presses, found: found, to: &output).forEach(note)
    }
    for sheet in changed {
      let reason = sheet.reason ?? "forced"
      let formats = sheet.sheet.formats.map(\.rawValue).joined(separator: ",")
      let files = "\(folder)/\(sheet.sheet.name).\(formats)"
      note("\(files): \(isDryRun ? "would be written" : "written"), \(reason)")
    }
    let count = try catching { () throws(ArchiveError) in try archive.eventCount() }
    var outcome = BuildOutcome(
      tally: found.tally,
      events: count,
      written: changed.count,
      unchanged: plan.sheets.count - changed.count,
      settings: settings
    )
    outcome.read = found.read
    outcome.keptAlone = gathered.keptAlone
    if owner != nil {
      outcome.isFirst = false
      outcome.changes = merged.changes.told()
    }
    if !isDryRun, archivePath != nil {
      var ending = Archive.Ending()
      ending.copies = merged.copies
      ending.corrections = merged.applied
      ending.settings = merged.settings
      ending.settings["report"] = report.name
      ending.settings[Self.sheetsSetting] = try? FileBytes.digest(of: manifestPath)
      if !merged.changes.isEmpty {
        ending.build = ArchivedBuild(
          tool: Version.current,
          day: day?.description,
          articles: gathered.count,
          events: count,
          added: merged.changes.addedCount,
          changed: merged.changes.changedCount,
          dropped: merged.changes.droppedCount
        )
      }
      if found.tally.unreadable == 0 {
        let manifest = try Manifest.read(from: folder)
        var names = (manifest?.files ?? []).union([Manifest.fileName])
        if !found.setAside.isEmpty { names.insert(SheetWriting.quarantine) }
        ending.settings[BuildState.setting] =
          BuildState(
            key: key,
            outputs: BuildState.stamps(of: names, in: folder),
            good: found.tally.good,
            bad: found.tally.bad,
            warnings: found.tally.warnings,
            events: count,
            sheets: plan.sheets.count,
            notices: merged.warnings
          ).text
      }
      let number = try catching { () throws(ArchiveError) in try archive.builds(limit: 1) }
      try ChangesFile(folder: folder).append(
        outcome.changes,
        build: (number.first?.number ?? 0) + 1,
        day: day
      )
      let kept = ending
      try catching { () throws(ArchiveError) in
        try archive.keep(kept)
        try archive.commit()
      }
    }
    return outcome
  }

  /// The outcome of a build that has nothing to do; `nil` when there is something.
  private func unchanged(
    _ archivePath: String,
    _ listing: InputListing,
    _ key: String,
    _ reading: ReadingKey,
    _ settings: RunSettings,
    _ folder: String,
    _ tell: (String) -> Void
  ) throws(Fault) -> BuildOutcome? {
    let archive: Archive
    do throws(ArchiveError) {
      archive = try Archive(path: archivePath, for: .reading)
    } catch .missing {
      return nil
    } catch {
      throw Fault(error)
    }
    defer { archive.close() }
    let text = try catching { () throws(ArchiveError) in try archive.setting(BuildState.setting) }
    guard let state = BuildState(text: text), state.key == key, state.holds(in: folder) else {
      return nil
    }
    let files = try catching { () throws(ArchiveError) in try archive.files() }
    guard ArchiveUpdate.isUpToDate(listing, files: files, key: reading) else { return nil }
    var tally = Tally()
    tally.good = state.good
    tally.bad = state.bad
    tally.warnings = state.warnings
    var outcome = BuildOutcome(
      tally: tally,
      events: state.events,
      written: 0,
      unchanged: state.sheets,
      settings: settings
    )
    outcome.isFirst = false
    state.notices.forEach(tell)
    return outcome
  }

  /// The report's archive; what a dry run writes goes to a copy, what has none to nowhere.
  private func archive(at path: String?, of report: Report) throws(Fault) -> Archive {
    let isDryRun = isDryRun
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

  /// The events that files hold as they are, which the archive does not keep.
  private func events(
    of files: [String],
    _ pipeline: Pipeline,
    _ settings: RunSettings
  ) throws(Fault) -> [Event] {
    guard !files.isEmpty else { return [] }
    return try EventSource(pipeline: pipeline, settings: settings).outcome(of: files)
      .gathering.events
  }

  /// What decides how tellings are merged, beside them.
  private static func mergingKey(_ reading: ReadingKey, _ report: Report) -> String {
    let kinds = report.sourceKinds.sorted { $0.key < $1.key }
    return "\(reading.text) \(report.sourceRank) \(kinds)"
  }

  /// What the archive remembers of the sheets that were written from it: the manifest's digest.
  private static let sheetsSetting = "sheets"
}
