import Chronology
import DataFiles
import DateResolution
import NewsModel
import Testing

/// The corpus is the specification: every line holds.
struct CorpusTests {
  @Test(arguments: CorpusFile.names)
  func everyLineHolds(_ file: String) throws {
    for claim in CorpusFile.claims(in: file) {
      let found = try Resolving.expressions(claim.phrase, on: claim.anchor)
      let values = Resolving.values(found, like: claim.values)
      #expect(values == claim.values, "\(claim.place) \(claim.phrase)")
    }
  }

  @Test(arguments: CorpusFile.names)
  func everyFileHoldsFifteen(_ file: String) {
    #expect(CorpusFile.claims(in: file).count >= 15)
  }

  /// Numbers, months and weekdays masked, so that no claim is counted for a mere change of date.
  @Test func claimsDiffer() {
    var distinct: Set<String> = []
    var total = 0
    for file in CorpusFile.names {
      for claim in CorpusFile.claims(in: file) {
        total += 1
        distinct.insert(Self.masked(claim.phrase))
      }
    }
    #expect(total >= 1_650)
    #expect(distinct.count >= 1_000)
  }

  private static func masked(_ phrase: String) -> String {
    phrase.split(separator: " ").map { word -> String in
      if word.contains(where: \.isNumber) { return "9" }
      let bare = word.drop { "وبلف".contains($0) }
      return names.contains(String(word)) || names.contains(String(bare)) ? "X" : String(word)
    }.joined(separator: " ")
  }

  /// Words of months, weekdays and numbers, as the tables give them.
  private static let names: Set<String> = {
    var names: Set<String> = []
    for table in ["months", "weekdays", "numerals"] {
      let root = CorpusFile.parent(of: CorpusFile.parent(of: CorpusFile.folder.path))
      let folder = DataFolder(path: "\(root)/Sources/Lexicons/ar/dates")
      guard let bytes = try? folder.bytes(of: "\(table).txt") else {
        Issue.record("cannot read the table \(table)")
        return []
      }
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      where !line.hasPrefix("#") {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard columns.count == 4 else { continue }
        for word in columns[3].split(separator: " ") {
          names.insert(String(word))
          if columns[2].contains("a") { names.insert("ال" + word) }
        }
      }
    }
    return names
  }()
}
