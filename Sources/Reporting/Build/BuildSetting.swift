import Chronology
import EventArchive

/// What decides a build before any article is read: its report and corrections, and where all is kept.
struct BuildSetting: Sendable {
  let report: Report
  /// The report's own settings hold where the command line has none.
  let settings: RunSettings
  let corrections: Corrections
  /// What decides how articles are read.
  let reading: ReadingKey
  /// The files that the report's entries cover.
  let listing: InputListing
  /// The digest of everything but the articles that decides what is written.
  let key: String

  init(of report: Report, settings: RunSettings, asOf: CivilDate?) throws(Fault) {
    self.report = report
    self.settings = settings
    corrections = try Corrections(of: report)
    reading = try ReadingKey(report: report, settings: settings)
    listing = InputListing(of: report)
    key = try BuildState.key(
      of: report,
      corrections: corrections.bytes,
      asOf: asOf?.description,
      reading: reading
    )
  }

  /// What decides how tellings are merged, beside them.
  var mergingKey: String {
    let kinds = report.sourceKinds.sorted { $0.key < $1.key }
    return "\(reading.text) \(report.sourceRank) \(kinds)"
  }

  /// The outcome of a build that has nothing to do; `nil` when there is something.
  ///
  /// - Parameter tell: is given what is to be told on every build.
  func unchanged(_ tell: (String) -> Void) throws(Fault) -> BuildOutcome? {
    guard let path = report.archivePath else { return nil }
    let archive: Archive
    do throws(ArchiveError) {
      archive = try Archive(path: path, for: .reading)
    } catch .missing {
      return nil
    } catch {
      throw Fault(error)
    }
    defer { archive.close() }
    let text = try catching { () throws(ArchiveError) in try archive.setting(BuildState.setting) }
    guard let state = BuildState(text: text), state.key == key,
      state.holds(in: report.sheetFolder)
    else { return nil }
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
}

extension Report {
  /// The folder of its sheets.
  var sheetFolder: String { resolved(output) + "/" + name }

  /// Its archive, when it keeps one.
  var archivePath: String? { archive.map(resolved) }
}
