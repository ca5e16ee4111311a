import FoundationEssentials
import Testing

/// One Swift file of the tree, with its comments and string literals told apart from its code.
struct SwiftSource: Sendable, CustomTestStringConvertible {
  /// The path from the root of the tree.
  let path: String
  /// The lines as written.
  let lines: [String]
  /// The lines without comments; string literals stay.
  let uncommented: [String]
  /// The lines without comments and without what string literals say; interpolations stay.
  let bare: [String]

  var testDescription: String { path }

  init(path: String, text: String) {
    var scanner = Scanner(scalars: Array(text.unicodeScalars))
    scanner.scan()
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    uncommented = scanner.uncommented.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    bare = scanner.bare.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The modules the file imports, with the line of each.
  var imports: [(module: String, line: Int)] {
    bare.enumerated().compactMap { index, line in
      var words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })[...]
      while let word = words.first, word != "import" {
        guard word.hasPrefix("@") || Self.accessLevels.contains(String(word)) else { return nil }
        words.removeFirst()
      }
      guard words.popFirst() != nil, let next = words.popFirst() else { return nil }
      let named = Self.importKinds.contains(String(next)) ? words.popFirst() ?? next : next
      return (String(named.prefix { $0 != "." && $0 != ";" }), index + 1)
    }
  }

  private static let accessLevels: Set<String> = [
    "public", "package", "internal", "fileprivate", "private",
  ]
  private static let importKinds: Set<String> = [
    "typealias", "struct", "class", "enum", "protocol", "let", "var", "func",
  ]
}

extension SwiftSource {
  /// Reads Swift far enough to know comments, literals and interpolations.
  private struct Scanner {
    let scalars: [Unicode.Scalar]
    var position = 0
    var uncommented = ""
    var bare = ""

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func scan() { code(closing: nil) }

    private func has(_ text: String) -> Bool {
      let wanted = Array(text.unicodeScalars)
      guard position + wanted.count <= scalars.count else { return false }
      return zip(scalars[position...], wanted).allSatisfy { $0 == $1 }
    }

    private mutating func take(inCode: Bool = true, inLiteral: Bool = true) {
      let scalar = scalars[position]
      let isLineEnd = scalar == "\n"
      if inLiteral || isLineEnd { uncommented.unicodeScalars.append(scalar) }
      if inCode || isLineEnd { bare.unicodeScalars.append(scalar) }
      position += 1
    }

    /// Code up to the bracket that closes an interpolation, or to the end of the file.
    private mutating func code(closing: Unicode.Scalar?) {
      var depth = 0
      while position < scalars.count {
        let scalar = scalars[position]
        if has("//") {
          while position < scalars.count, scalars[position] != "\n" { position += 1 }
        } else if has("/*") {
          blockComment()
        } else if scalar == "\"" || (scalar == "#" && opensRawLiteral) {
          literal()
        } else {
          if scalar == "(" { depth += 1 }
          if scalar == ")" {
            if depth == 0, closing == ")" { return }
            depth -= 1
          }
          take()
        }
      }
    }

    private var opensRawLiteral: Bool {
      var next = position
      while next < scalars.count, scalars[next] == "#" { next += 1 }
      return next < scalars.count && scalars[next] == "\""
    }

    private mutating func blockComment() {
      var depth = 0
      repeat {
        if has("/*") {
          depth += 1
          position += 2
        } else if has("*/") {
          depth -= 1
          position += 2
        } else {
          take(inCode: false, inLiteral: false)
        }
      } while depth > 0 && position < scalars.count
    }

    private mutating func literal() {
      var pounds = ""
      while position < scalars.count, scalars[position] == "#" {
        pounds += "#"
        take()
      }
      let quote = has("\"\"\"") ? "\"\"\"" : "\""
      for _ in quote.unicodeScalars { take() }
      let end = quote + pounds
      let interpolation = "\\" + pounds + "("
      while position < scalars.count {
        if has(end) {
          for _ in end.unicodeScalars { take() }
          return
        }
        if has(interpolation) {
          for _ in interpolation.unicodeScalars { take() }
          code(closing: ")")
        } else if pounds.isEmpty, has("\\"), position + 1 < scalars.count {
          take(inCode: false)
          take(inCode: false)
        } else {
          take(inCode: false)
        }
      }
    }
  }
}

extension SwiftSource {
  /// The root of the tree, found from this file.
  static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(3).joined(separator: "/")

  /// Every Swift file in the folders, sorted by path.
  static func files(in folders: [String]) -> [SwiftSource] {
    folders.flatMap { folder -> [SwiftSource] in
      let inside = (try? FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
      return inside.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
        let path = "\(folder)/\(name)"
        guard let bytes = FileManager.default.contents(atPath: "\(root)/\(path)") else {
          return nil
        }
        return SwiftSource(path: path, text: String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  /// The files of the product: what the rules of the house are strictest about.
  static let product = files(in: ["Sources", "Styles"])

  /// The target the file belongs to.
  var module: String {
    let parts = path.split(separator: "/")
    return parts.first == "Styles" ? "Styles" : String(parts.dropFirst().first ?? "")
  }
}
