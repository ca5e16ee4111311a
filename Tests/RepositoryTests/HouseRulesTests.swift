import Testing

/// The rules of style.md that a compiler does not know.
@Suite("House rules")
struct HouseRulesTests {
  static let everything = SwiftSource.files(in: ["Sources", "Styles", "Tests"])

  @Test("Arabic lives in data files and comments, never in code", arguments: SwiftSource.product)
  func noArabicInCode(_ file: SwiftSource) {
    for (index, line) in file.uncommented.enumerated() {
      #expect(!line.unicodeScalars.contains(where: isArabic), "\(file.path):\(index + 1): \(line)")
    }
  }

  @Test("Calendars, locales and regular expressions stay out", arguments: SwiftSource.product)
  func noFoundation(_ file: SwiftSource) {
    for (index, line) in file.bare.enumerated() {
      for word in ["NSRegularExpression", "Regex", "DateFormatter", "ISO8601DateFormatter"] {
        #expect(!words(of: line).contains(word), "\(file.path):\(index + 1): \(word)")
      }
    }
    for (module, line) in file.imports {
      #expect(module != "Foundation", "\(file.path):\(line): FoundationEssentials, or better none")
    }
  }

  @Test("A file holds one idea, in at most 350 lines", arguments: everything)
  func filesAreShort(_ file: SwiftSource) {
    #expect(file.lines.count <= 351, "\(file.path): \(file.lines.count - 1) lines")
  }

  @Test("Nothing traps on data", arguments: SwiftSource.product)
  func noTraps(_ file: SwiftSource) {
    for (index, line) in file.bare.enumerated() {
      for trap in ["try!", "as!", "fatalError(", "preconditionFailure(", "unsafeBitCast("] {
        #expect(!line.contains(trap), "\(file.path):\(index + 1): \(trap)")
      }
      #expect(!forcesUnwrap(line), "\(file.path):\(index + 1): \(line)")
    }
  }

  @Test("No module shares its name with a type")
  func modulesAndTypes() {
    let modules = Set(SwiftSource.product.map(\.module))
    for file in SwiftSource.product {
      for (index, line) in file.bare.enumerated() {
        let words = line.split(separator: " ").map(String.init)
        guard let keyword = words.firstIndex(where: { ["struct", "enum", "class"].contains($0) }),
          keyword + 1 < words.count
        else { continue }
        let name = String(words[keyword + 1].prefix { $0.isLetter || $0.isNumber })
        #expect(!modules.contains(name), "\(file.path):\(index + 1): \(name)")
      }
    }
  }

  @Test("The rules see what they forbid", arguments: ["a!", "rows[0]!.b", "f()!", "x = y! + 1"])
  func forcedUnwraps(_ line: String) { #expect(forcesUnwrap(line)) }

  @Test("…and let pass what they allow", arguments: ["a != b", "!a", "if !b { }", "print(\"a!\")"])
  func otherMarks(_ line: String) {
    #expect(!forcesUnwrap(SwiftSource(path: "x", text: line).bare[0]))
  }

  @Test("Arabic is seen in code and not in comments")
  func arabicIsSeen() {
    let text = "let a = \"\u{62a}\"  // \u{62a}\n/// \u{62a}\nlet b = 1"
    let lines = SwiftSource(path: "x", text: text).uncommented
    #expect(lines.map { $0.unicodeScalars.contains(where: isArabic) } == [true, false, false])
  }

  /// A letter, digit or sign of the Arabic blocks; the punctuation ، ؛ ؟ counts too.
  private func isArabic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0600...0x06FF, 0x0750...0x077F, 0x08A0...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: true
    default: false
    }
  }

  private func words(of line: String) -> Set<String> {
    Set(line.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }).map(String.init))
  }

  /// An exclamation mark glued to the value before it and to no `=` after it.
  private func forcesUnwrap(_ line: String) -> Bool {
    let characters = Array(line)
    return characters.indices.contains { index in
      guard characters[index] == "!", index > 0 else { return false }
      let before = characters[index - 1]
      let after = index + 1 < characters.count ? characters[index + 1] : " "
      return (before.isLetter || before.isNumber || ")]_".contains(before)) && after != "="
    }
  }
}
