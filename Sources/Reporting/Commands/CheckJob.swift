import DataFiles
import Lexicons
import Styles

/// `tarikh check`: finds the faults of a report, a style or tables of actors before a run does.
public struct CheckJob: Sendable {
  private let path: String

  /// A check of a file: `.yaml` for a report or a style, `.tsv` or a folder for tables of actors.
  public init(path: String) { self.path = path }

  /// Checks the file.
  ///
  /// - Parameter tell: is given each finding but the last.
  /// - Returns: what was checked, in words.
  /// - Throws: the last finding.
  public func run(tell: (String) -> Void) throws(Fault) -> String {
    let name = path.lowercased()
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return try checkYAML(tell: tell) }
    if name.hasSuffix(".tsv") || FileBytes.isFolder(path) {
      return try checkGazetteer([path], tell: tell)
    }
    throw Fault(
      .usage,
      "\(path): nothing that can be checked",
      remedy: "name a report or a style (.yaml), or a table of actors (.tsv) or a folder of them"
    )
  }

  private func checkYAML(tell: (String) -> Void) throws(Fault) -> String {
    let bytes = try FileBytes.read(path, limit: 1 << 20)
    let root = try ConfigurationNode(yaml: String(decoding: bytes, as: UTF8.self), file: path)
    let isReport = root.ownKeys.contains { ["sheets", "articles", "archive"].contains($0) }
    if root.ownKeys.contains("corrections") {
      let corrections = try Corrections(
        yaml: String(decoding: bytes, as: UTF8.self),
        path: path
      )
      try corrections.check(by: try WordTables.ofEvents(userTables: tablesBeside).vocabulary)
      return "\(corrections.entries.count) corrections"
    }
    guard isReport else {
      try checkStyle(path.contains("/") ? path : "./\(path)")
      return "a style"
    }
    let plain = try ReportFile(path: path).report()
    let userTables = plain.gazetteer.map(plain.resolved)
    if !userTables.isEmpty { _ = try checkGazetteer(userTables, tell: tell) }
    let tables = try WordTables.ofEvents(userTables: userTables)
    let report = try ReportFile(
      path: path,
      vocabulary: tables.vocabulary,
      countries: tables.sourceCountries
    ).report()
    _ = try LogoFile(report: report).picture()
    for style in Set(report.sheets.map { $0.style ?? report.style }).sorted() {
      try checkStyle(SheetPlan.stylePath(style, report))
    }
    return "a report of \(report.sheets.count == 1 ? "1 sheet" : "\(report.sheets.count) sheets")"
  }

  /// The user's tables of actors that the report in the same folder names.
  private var tablesBeside: [String] {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let file = (slash.map { String(path[...$0]) } ?? "") + "report.yaml"
    guard let report = try? ReportFile(path: file).report() else { return [] }
    return report.gazetteer.map(report.resolved)
  }

  private func checkStyle(_ style: String) throws(Fault) {
    do {
      _ = try StyleFile().style(style)
    } catch {
      throw Fault(ofSheet: error)
    }
  }

  private func checkGazetteer(
    _ userTables: [String],
    tell: (String) -> Void
  ) throws(Fault) -> String {
    _ = try WordTables.ofEvents(userTables: userTables)
    let clashes: [GazetteerClash]
    do throws(DataFileError) {
      let folder = DataFolder(path: "\(try LexiconFolder.arabic().path)/actors")
      clashes = try GazetteerCheck(folder: folder, userTables: userTables).clashes(onlyOwn: true)
    } catch {
      throw Fault(ofUserTable: error)
    }
    for clash in clashes.dropLast() { tell(clash.description) }
    if let last = clashes.last { throw Fault(.configuration, last.description, remedy: "") }
    return "tables of actors"
  }
}

extension Fault {
  /// The fault of a table that a user keeps.
  init(ofUserTable error: DataFileError) {
    switch error {
    case .unreadable: self.init(.noInput, error.description, remedy: "")
    default: self.init(error)
    }
  }
}
