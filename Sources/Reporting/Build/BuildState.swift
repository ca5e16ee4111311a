import DataFiles
import FoundationEssentials

/// How the last build ended: when nothing of it has changed there is nothing to do.
///
/// Kept in the archive. It holds stamps of files, so that a build that has nothing to do opens none.
struct BuildState: Hashable, Codable, Sendable {
  /// The digest of everything but the articles that decides what is written.
  var key: String
  /// The stamps of the files that were written, by name.
  var outputs: [String: String]
  /// How many records were read.
  var good: Int
  /// How many are set aside.
  var bad: Int
  /// How many warnings the report gave.
  var warnings: Int
  /// How many events there are.
  var events: Int
  /// How many sheets there are.
  var sheets: Int
  /// What is to be told on every build, as long as it is so.
  var notices: [String]

  /// The name it is kept under.
  static let setting = "state"

  /// The state that an archive keeps; `nil` for none that this version reads.
  init?(text: String?) {
    guard let text, let state = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else {
      return nil
    }
    self = state
  }

  init(
    key: String,
    outputs: [String: String],
    good: Int,
    bad: Int,
    warnings: Int,
    events: Int,
    sheets: Int,
    notices: [String]
  ) {
    self.key = key
    self.outputs = outputs
    self.good = good
    self.bad = bad
    self.warnings = warnings
    self.events = events
    self.sheets = sheets
    self.notices = notices
  }

  /// Its text.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Whether the files in a folder are as this state left them.
  func holds(in folder: String) -> Bool {
    outputs.allSatisfy { FileBytes.stamp(of: "\(folder)/\($0.key)") == $0.value }
  }

  /// The stamps of files in a folder.
  static func stamps(of names: some Sequence<String>, in folder: String) -> [String: String] {
    var stamps: [String: String] = [:]
    for name in names { stamps[name] = FileBytes.stamp(of: "\(folder)/\(name)") }
    return stamps
  }

  /// The digest of everything but the articles that decides what a build writes.
  static func key(
    of report: Report,
    corrections: [UInt8]?,
    asOf: String?,
    reading: ReadingKey
  ) throws(Fault) -> String {
    var digest = SHA256()
    digest.add(field: reading.text)
    digest.add(field: "\(report)")
    digest.add(corrections ?? [])
    digest.add(field: asOf ?? "")
    for module in ["Styles", "TimelineLayout", "Exporting", "Reporting"] {
      try digest.add(folderOf: module)
    }
    if let logo = LogoFile(report: report).path {
      // A missing file has no stamp, and is told when the sheets are planned.
      digest.add(field: FileBytes.stamp(of: logo) ?? "")
    }
    let styles = Set(report.sheets.map { SheetPlan.stylePath($0.style ?? report.style, report) })
    for style in styles.sorted() {
      digest.add(field: style)
      if style.hasSuffix(".yaml") { digest.add(try FileBytes.read(style, limit: 1 << 20)) }
      for font in try SheetPlan.fontFiles(of: style) {
        digest.add(field: FileBytes.stamp(of: font) ?? "")
      }
    }
    return digest.finish()
  }
}
