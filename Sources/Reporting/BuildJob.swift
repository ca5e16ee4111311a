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
    var gathered = try ArchiveGathering(archive, listing: listing)
    guard found.tally.good + gathered.keptAlone > 0 else {
      try found.tally.check(settings)
      throw Fault(
        .noData,
        "\(report.file): no articles in \(report.articles.joined(separator: ", "))",
        remedy: "put articles there or correct the path"
      )
    }
    let merged = try events(of: &gathered, found, pipeline, settings)
    let digests = gathered.gathering.digests
    let corrected = CorrectedEvents(merged, corrections, names: PartyNames(tables)) {
      pipeline.events(from: $0, articles: digests)
    }
    corrected.warnings.forEach(tell)
    found.tally.warnings += corrected.warnings.count
    let build = EventGathering.ordered(corrected.events)
    let words = try ProofWords(language: language ?? report.labels.language)
    for proof in gathered.gathering.proofs { note(words.text(of: proof)) }
    let day = asOf ?? gathered.gathering.newestDay
    let before = try catching { () throws(ArchiveError) in try archive.eventDigests() }
    let changes = try EventChanges(build, offsets: gathered.gathering.offsets, before: before)

    let plan = try SheetPlan(
      report: checked,
      events: build,
      asOf: day,
      digests: changes.digests,
      old: old,
      folder: folder
    )
    let changed = plan.sheets.filter { isForced || $0.reason != nil }
    if !isDryRun {
      var output = OutputFolder(path: folder, own: old?.files ?? [], isForced: isForced)
      let writing = SheetWriting(
        report: checked,
        day: day,
        old: old,
        offsets: gathered.gathering.offsets,
        countries: tables.countries(language: report.labels.language),
        past: before.isEmpty ? PastEvents() : try PastEvents(changes, in: archive),
        proofs: gathered.gathering.proofs,
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
    var outcome = BuildOutcome(
      tally: found.tally,
      events: build.count,
      written: changed.count,
      unchanged: plan.sheets.count - changed.count,
      settings: settings
    )
    outcome.read = found.read
    outcome.keptAlone = gathered.keptAlone
    let owner = try catching { () throws(ArchiveError) in try archive.setting("report") }
    if owner != nil {
      outcome.isFirst = false
      outcome.changes = try changes.told(from: archive)
    }
    if !isDryRun, archivePath != nil {
      var ending = Archive.Ending()
      ending.events = changes.rows
      ending.dropped = changes.dropped
      ending.copies = gathered.copies()
      ending.corrections = corrected.applied
      ending.settings["report"] = report.name
      if !changes.isEmpty {
        ending.build = ArchivedBuild(
          tool: Version.current,
          day: day?.description,
          articles: gathered.places.count,
          events: build.count,
          added: changes.added.count,
          changed: changes.changed.count,
          dropped: changes.dropped.count
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
            events: build.count,
            sheets: plan.sheets.count,
            notices: corrected.warnings
          ).text
      }
      let number = try catching { () throws(ArchiveError) in try archive.builds(limit: 1) }
      try ChangesFile(folder: folder).append(
        outcome.changes,
        build: (number.first?.number ?? 0) + 1,
        day: day
      )
      let kept = ending
      try catching { () throws(ArchiveError) in try archive.keep(kept) }
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

  /// The events that all articles tell together, and those that files hold as they are.
  private func events(
    of gathered: inout ArchiveGathering,
    _ found: ArchiveUpdate.Outcome,
    _ pipeline: Pipeline,
    _ settings: RunSettings
  ) throws(Fault) -> [Event] {
    if !found.eventFiles.isEmpty {
      let source = try EventSource(pipeline: pipeline, settings: settings)
      let read = try source.outcome(of: found.eventFiles)
      for event in read.gathering.events { gathered.gathering.add(event) }
    }
    gathered.gathering.proveDates(with: pipeline)
    return gathered.gathering.merged(by: pipeline)
  }
}
