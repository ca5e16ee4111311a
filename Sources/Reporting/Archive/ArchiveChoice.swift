/// Which archive a command means: one that is named, or that of a report.
public struct ArchiveChoice: Hashable, Sendable {
  /// The path of the archive; `nil` for that of the report.
  public var archive: String?
  /// The path of the report.
  public var report: String

  /// An archive by its path, or by the report that names it.
  public init(archive: String?, report: String) {
    self.archive = archive
    self.report = report
  }

  /// The path of the archive.
  public func path() throws(Fault) -> String {
    if let archive { return archive }
    guard FileBytes.exists(report) else {
      throw Fault(
        .noInput,
        "\(report): no such report",
        remedy: "name the archive with --archive or its report with --report"
      )
    }
    let report = try ReportFile(path: report).report()
    guard let path = report.archive else {
      throw Fault(
        .configuration,
        "\(report.file): names no archive",
        remedy: "add ‘archive: archive.sqlite’ and build once"
      )
    }
    return report.resolved(path)
  }
}
