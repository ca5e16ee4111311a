import Testing

@Suite("Manual page and completions")
struct ManualPageTests {
  /// The subcommands as the help lists them.
  private var commands: [String] {
    let help = ToolProcess.run("tarikh --help").output
    let list = help.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS:") }.dropFirst()
    return list.compactMap { line in
      guard line.hasPrefix("  "), !line.hasPrefix("   "), !line.contains("See '") else {
        return nil
      }
      return line.split(separator: " ").first.map(String.init)
    }
  }

  @Test("The page has each subcommand, each of its options, and every exit code")
  func page() throws {
    let outcome = ToolProcess.run("tarikh manual")
    #expect(outcome.status == 0)
    let page = outcome.output
    #expect(commands.count == 13)
    for command in commands {
      #expect(page.contains(".SS tarikh \(command)\n"), "\(command)")
      let help = ToolProcess.run("tarikh \(command) --help").output
      for word in help.split(whereSeparator: { " ,\n[]".contains($0) }) where word.hasPrefix("--") {
        let option = word.drop { $0 == "-" }.prefix { $0.isLetter || $0 == "-" }
        guard !["help", "version"].contains(option) else { continue }
        let escaped = option.split(separator: "-").joined(separator: "\\-")
        #expect(page.contains("\\-\\-\(escaped)"), "\(command) \(word)")
      }
    }
    for code in ["0", "3", "64", "65", "66", "69", "70", "73", "74", "75", "77", "78", "141"] {
      #expect(page.contains("\\fB\(code)\\fR"), "\(code)")
    }
  }

  @Test("No line of a paragraph is taken for a macro")
  func macros() {
    let known = [".TH", ".SH", ".SS", ".TP", ".PP", ".br"]
    for line in ToolProcess.run("tarikh manual").output.split(separator: "\n") {
      guard line.hasPrefix(".") || line.hasPrefix("'") else { continue }
      #expect(known.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
  }

  @Test("Each shell gets its completions", arguments: ["bash", "zsh", "fish"])
  func completions(_ shell: String) {
    let script = ToolProcess.run("tarikh --generate-completion-script \(shell)").output
    for command in commands { #expect(script.contains(command), "\(command)") }
  }
}
