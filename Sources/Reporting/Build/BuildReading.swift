import Chronology
import EventArchive
import NewsModel

/// What the articles of a report tell, before it is merged, and the day that the sheets are made for.
struct BuildReading {
  /// What reading the new articles found.
  var found: ArchiveUpdate.Outcome
  /// The events that files hold as they are, which the archive does not keep.
  let fromFiles: [Event]
  let gathered: ArchiveGathering
  let day: CivilDate?

  /// Reads what is new, and begins the archive's transaction.
  ///
  /// - Parameter tell: is given each record that is newly set aside.
  init(
    of setting: BuildSetting,
    at desk: BuildDesk,
    asOf: CivilDate?,
    tell: (String) -> Void
  ) throws(Fault) {
    let archive = desk.archive
    found = try ArchiveUpdate(
      archive: archive,
      key: setting.reading,
      listing: setting.listing,
      pipeline: desk.pipeline,
      settings: setting.settings
    ).run()
    found.newlySetAside.forEach { tell($0.description) }
    fromFiles = try Self.events(of: found.eventFiles, desk.pipeline, setting.settings)
    // From here on the archive is read and written as one: all of this build's ending, or nothing.
    try catching { () throws(ArchiveError) in try archive.begin() }
    var gathered = try ArchiveGathering(archive, listing: setting.listing)
    guard found.tally.good + gathered.keptAlone > 0 else {
      try found.tally.check(setting.settings)
      let report = setting.report
      throw Fault(
        .noData,
        "\(report.file): no articles in \(report.articles.joined(separator: ", "))",
        remedy: "put articles there or correct the path"
      )
    }
    try gathered.proveDates(with: desk.pipeline, in: archive)
    let days = fromFiles.flatMap(\.mentions).compactMap(\.published) + [gathered.newestDay]
    day = asOf ?? days.compactMap(\.self).max()
    self.gathered = gathered
  }

  private static func events(
    of files: [String],
    _ pipeline: Pipeline,
    _ settings: RunSettings
  ) throws(Fault) -> [Event] {
    guard !files.isEmpty else { return [] }
    return try EventSource(pipeline: pipeline, settings: settings).outcome(of: files)
      .gathering.events
  }
}
