import DataFiles
import Testing

/// What a page or feed of the corpus must give: front matter, then the text.
struct ExpectedArticle {
  var values: [String: String] = [:]
  var lines: [String] = []

  /// The articles of a file; each begins with a line `---`.
  static func all(_ name: String) -> [ExpectedArticle] {
    var articles: [ExpectedArticle] = []
    var isHead = false
    for line in TestFolder.lines("Web/\(name).txt") {
      if line == "---" {
        isHead.toggle()
        if isHead { articles.append(ExpectedArticle()) }
        continue
      }
      guard !articles.isEmpty else { continue }
      if isHead, let colon = line.firstRange(of: ": ") {
        articles[articles.count - 1].values[String(line[..<colon.lowerBound])] =
          String(line[colon.upperBound...])
      } else {
        articles[articles.count - 1].lines.append(line)
      }
    }
    return articles
  }

  /// The words of a text.
  static func words(_ text: String) -> [Substring] {
    text.split { $0.isWhitespace || $0.isPunctuation }
  }

  /// How many words of the text are in the body and the other way round.
  func scores(_ text: String) -> (precision: Double, recall: Double) {
    var wanted: [Substring: Int] = [:]
    let body = Self.words(lines.joined(separator: "\n"))
    for word in body { wanted[word, default: 0] += 1 }
    let found = Self.words(text)
    var shared = 0
    for word in found where wanted[word, default: 0] > 0 {
      wanted[word, default: 0] -= 1
      shared += 1
    }
    return (
      Double(shared) / Double(max(1, found.count)), Double(shared) / Double(max(1, body.count))
    )
  }
}
