import Testing

/// Where text from outside meets a language that could read commands in it.
@Suite("Text from outside")
struct OutsideTextTests {
  @Test("Pango's markup is used nowhere", arguments: SwiftSource.product)
  func noPangoMarkup(_ file: SwiftSource) {
    for (index, line) in file.bare.enumerated() {
      #expect(!usesMarkup(line), "\(file.path):\(index + 1): \(line)")
    }
  }

  @Test("The rule sees what it forbids")
  func markupIsSeen() {
    #expect(usesMarkup("pango_layout_set_markup(layout, text, -1)"))
    #expect(usesMarkup("pango_parse_markup(text, -1, 0, nil, nil, nil, nil)"))
    #expect(!usesMarkup("pango_layout_set_text(layout, text, -1)"))
  }

  /// Only names of the program itself are put into SQL; what comes from outside is bound.
  private static let ownNames: Set<String> = [
    "ArchiveSchema.application", "schema.version", "table", "condition",
    #"selection == .all ? Self.textsOfUndated : "furniture, text""#,
    #"selection == .all ? Self.countryOfUndated : "country""#,
    #"selection == .keptAlone ? "WHERE kept = 1" : """#,
  ]

  @Test("SQL holds no value but the program's own", arguments: SwiftSource.product)
  func boundParameters(_ file: SwiftSource) {
    guard file.imports.contains(where: { $0.module == "GRDB" }) else { return }
    for (index, line) in file.uncommented.enumerated() where readsAsSQL(line) {
      for value in interpolations(of: line) {
        #expect(Self.ownNames.contains(value), "\(file.path):\(index + 1): \(value)")
      }
    }
  }

  @Test("The rule sees values in SQL")
  func valuesAreSeen() {
    let line = #"  WHERE id = '\(id)' AND path = '\(name(of: "x"))'"#
    #expect(readsAsSQL(line))
    #expect(interpolations(of: line) == ["id", #"name(of: "x")"#])
  }

  private func usesMarkup(_ line: String) -> Bool {
    line.contains("pango_") && line.contains("markup")
  }

  private func readsAsSQL(_ line: String) -> Bool {
    let words = line.split(whereSeparator: { !$0.isLetter && $0 != "_" })
    let verbs: Set<Substring> = [
      "SELECT", "INSERT", "UPDATE", "DELETE", "FROM", "WHERE", "VALUES", "PRAGMA", "ALTER",
      "CREATE", "VACUUM", "SET", "ORDER",
    ]
    return words.contains(where: verbs.contains)
  }

  /// What stands in the interpolations of a line.
  private func interpolations(of line: String) -> [String] {
    var found: [String] = []
    var rest = line[...]
    while let start = rest.firstRange(of: "\\(") {
      var depth = 1
      var end = start.upperBound
      while end < rest.endIndex, depth > 0 {
        if rest[end] == "(" { depth += 1 }
        if rest[end] == ")" { depth -= 1 }
        if depth > 0 { end = rest.index(after: end) }
      }
      found.append(String(rest[start.upperBound..<end]))
      rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
    }
    return found
  }
}
