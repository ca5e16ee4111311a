import Testing

@Suite("Exit codes")
struct ExitCodeTests {
  @Test("Asking for the version is no failure")
  func version() {
    let outcome = ToolProcess.run("tarikh --version")
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: ".").count == 3)
    #expect(outcome.messages.isEmpty)
  }

  @Test(
    "A wrong command line is 64 and one line",
    arguments: [
      "tarikh frobnicate", "tarikh --frobnicate", "tarikh doctor --frobnicate",
    ]
  )
  func usage(_ script: String) {
    let outcome = ToolProcess.run(script)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.split(separator: "\n").count == 1, "\(outcome.messages)")
  }

  @Test("Help goes to standard output")
  func help() {
    let outcome = ToolProcess.run("tarikh --help")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("USAGE"))
  }

  @Test("A full disk is 74")
  func fullDisk() {
    let outcome = ToolProcess.run("tarikh doctor >/dev/full")
    #expect(outcome.status == 74)
    #expect(outcome.messages.contains("standard output: no space left on device"))
  }

  @Test("A closed pipe is 141 and silent")
  func closedPipe() {
    // The pipe's reader is gone before the tool starts.
    let outcome = ToolProcess.run(
      "{ sleep 0.3; tarikh doctor; echo $? >status; } | true; cat status"
    )
    #expect(outcome.output == "141\n")
    #expect(outcome.messages.isEmpty)
  }
}
