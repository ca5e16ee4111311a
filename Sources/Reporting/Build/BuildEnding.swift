import Chronology
import DataFiles
import EventArchive
import Exporting

/// What the archive and the file of changes keep of a build whose sheets stand in their places.
struct BuildEnding {
  let setting: BuildSetting
  let reading: BuildReading
  let merged: ArchiveMerging.Outcome
  /// How many sheets the report has.
  let sheets: Int
  /// How many events the archive holds now.
  let events: Int

  /// The name of what the archive remembers of the sheets written from it: the manifest's digest.
  static let sheetsSetting = "sheets"

  /// Keeps it, and ends the archive's transaction.
  func keep(_ changes: [EventChange], in archive: Archive) throws(Fault) {
    let folder = setting.report.sheetFolder
    let builds = try catching { () throws(ArchiveError) in try archive.builds(limit: 1) }
    let ending = try ending(in: folder)
    try ChangesFile(folder: folder).append(
      changes,
      build: (builds.first?.number ?? 0) + 1,
      day: reading.day
    )
    try catching { () throws(ArchiveError) in
      try archive.keep(ending)
      try archive.commit()
    }
  }

  private func ending(in folder: String) throws(Fault) -> Archive.Ending {
    var ending = Archive.Ending()
    ending.copies = merged.copies
    ending.corrections = merged.applied
    ending.settings = merged.settings
    ending.settings["report"] = setting.report.name
    ending.settings[Self.sheetsSetting] = Self.manifestDigest(in: folder)
    if !merged.changes.isEmpty {
      ending.build = ArchivedBuild(
        tool: Version.current,
        day: reading.day?.description,
        articles: reading.gathered.count,
        events: events,
        added: merged.changes.addedCount,
        changed: merged.changes.changedCount,
        dropped: merged.changes.droppedCount
      )
    }
    if reading.found.tally.unreadable == 0 {
      ending.settings[BuildState.setting] = try state(in: folder).text
    }
    return ending
  }

  /// The digest of the manifest in a folder; `nil` where there is none.
  static func manifestDigest(in folder: String) -> String? {
    try? FileBytes.digest(of: "\(folder)/\(Manifest.fileName)")
  }

  /// How this build ended.
  private func state(in folder: String) throws(Fault) -> BuildState {
    let manifest = try Manifest.read(from: folder)
    var names = (manifest?.files ?? []).union([Manifest.fileName])
    if !reading.found.setAside.isEmpty { names.insert(SheetWriting.quarantine) }
    let tally = reading.found.tally
    return BuildState(
      key: setting.key,
      outputs: BuildState.stamps(of: names, in: folder),
      good: tally.good,
      bad: tally.bad,
      warnings: tally.warnings,
      events: events,
      sheets: sheets,
      notices: merged.warnings
    )
  }
}
