import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite("README")
struct ReadmeTests {
  private static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return parts.joined(separator: "/")
  }()

  /// The commands of the README's examples and what it shows of each.
  ///
  /// The table of events changes with rules that find an event better, and then the README must.
  private static var examples: [(command: String, shown: String)] {
    var examples: [(command: String, shown: String)] = []
    var isExample = false
    for line in ToolProcess.run("cat '\(root)/README.md'").output.split(
      separator: "\n",
      omittingEmptySubsequences: false
    ) {
      if line.hasPrefix("```") { isExample = line == "```console" }
      guard isExample, !line.hasPrefix("```") else { continue }
      if line.hasPrefix("$ ") {
        examples.append((String(line.dropFirst(2)), ""))
      } else if !examples.isEmpty {
        examples[examples.count - 1].shown += line + "\n"
      }
    }
    return examples
  }

  @Test("What it shows is what the tool prints")
  func shown() throws {
    let examples = Self.examples
    try #require(examples.count >= 5)
    for (command, shown) in examples {
      let output = ToolProcess.run("cd '\(Self.root)' && \(command)").output
      func trimmed(_ text: String) -> [Substring] {
        text.split(separator: "\n").map { $0.dropLast($0.reversed().prefix { $0 == " " }.count) }
      }
      #expect(trimmed(output) == trimmed(shown), "\(command)")
    }
  }

  @Test("It has what a newcomer looks for")
  func sections() {
    let text = ToolProcess.run("cat '\(Self.root)/README.md'").output
    let wanted = [
      "Two commands", "Date a phrase", "Chart a folder", "Schedule a report", "Correct a mistake",
      "Embed the library",
    ]
    for section in wanted { #expect(text.contains("\n## \(section)\n")) }
    #expect(text.contains("!["))
  }
}
