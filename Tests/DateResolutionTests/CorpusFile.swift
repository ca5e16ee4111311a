import Chronology
import DataFiles
import DateResolution
import NewsModel
import Testing

/// One claim of the corpus: what a phrase means on a day.
struct Claim: CustomTestStringConvertible, Sendable {
  /// The file and line it stands in.
  let place: String
  /// The reference day; `nil` when there is none.
  let anchor: String?
  /// The values it must give, in order; `!` for an expression without a value.
  let values: [String]
  /// The phrase.
  let phrase: String

  var testDescription: String { "\(place) \(phrase)" }
}

/// The claims of the corpus, one a line: `anchor⇥value⇥phrase`.
enum CorpusFile {
  /// The files, sorted.
  static let names: [String] = {
    guard let names = try? folder.files(in: "Corpus") else {
      Issue.record("cannot list \(folder.path)/Corpus")
      return []
    }
    return names.filter { $0.hasSuffix(".txt") }.sorted()
  }()

  /// The claims of one file.
  static func claims(in name: String) -> [Claim] {
    guard let bytes = try? folder.bytes(of: "Corpus/\(name)") else {
      Issue.record("cannot read \(name)")
      return []
    }
    var claims: [Claim] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty && line.first != UInt8(ascii: "#") {
      let columns = String(decoding: line, as: UTF8.self)
        .split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count == 3 else {
        Issue.record("\(name):\(index + 1) has \(columns.count) columns")
        continue
      }
      claims.append(
        Claim(
          place: "\(name):\(index + 1)",
          anchor: columns[0] == "-" ? nil : columns[0],
          values: columns[1] == "—" ? [] : columns[1].split(separator: ";").map(String.init),
          phrase: columns[2]
        )
      )
    }
    return claims
  }

  /// The folder of this file.
  static let folder = DataFolder(path: parent(of: #filePath))

  static func parent(of path: String) -> String {
    let end = path.lastIndex(of: "/") ?? path.endIndex
    return String(path[..<end])
  }
}
