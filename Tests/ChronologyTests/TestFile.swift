import Chronology
import DataFiles
import Testing

/// A text file beside this one, as lines without comments.
enum TestFile {
  /// The lines of a file that do not begin with `#`; a missing file is a failed test.
  static func lines(_ name: String) -> [String] {
    guard let bytes = try? folder.bytes(of: name) else {
      Issue.record("cannot read \(folder.path)/\(name)")
      return []
    }
    return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropLast()
      .filter { $0.first != UInt8(ascii: "#") }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The tab-separated columns of each line.
  static func rows(_ name: String) -> [[String]] {
    lines(name).map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  private static let folder: DataFolder = {
    let path = #filePath
    let end = path.lastIndex(of: "/") ?? path.endIndex
    return DataFolder(path: String(path[..<end]))
  }()
}

/// A day from its ISO text; a wrong text is a failed test.
func day(_ text: String) -> CivilDate {
  guard let date = CivilDate(iso: text) else {
    Issue.record("‘\(text)’ is no day")
    return .first
  }
  return date
}
