import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite("Examples of unattended builds")
struct UnattendedTests {
  private static let examples: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return parts.joined(separator: "/") + "/Examples/unattended"
  }()

  @Test(
    "systemd finds no fault in the units",
    .enabled(if: access("/usr/bin/systemd-analyze", X_OK) == 0, "systemd is not installed")
  )
  func units() {
    let script = """
      for unit in tarikh-build.service tarikh-build.timer; do
        sed 's#/usr/local/bin/tarikh#\(ToolProcess.path)#' '\(Self.examples)'/$unit >$unit
      done
      systemd-analyze verify ./tarikh-build.service ./tarikh-build.timer 2>&1; echo $?
      """
    #expect(ToolProcess.run(script).output == "0\n")
  }

  @Test("Every command of the units and the crontab is one that the tool takes")
  func commands() {
    let text = ToolProcess.run("cd '\(Self.examples)' && cat crontab *.service").output
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    var checked = 0
    for line in lines {
      guard let start = line.firstRange(of: "tarikh ")?.upperBound,
        line.contains("&& tarikh ") || line.hasPrefix("ExecStart=")
      else { continue }
      // With --help behind it, a command line is read and nothing is done.
      let command = line[start...].prefix { $0 != ">" }
      let outcome = ToolProcess.run("tarikh \(command) --help")
      #expect(outcome.status == 0, "\(line): \(outcome.messages)")
      checked += 1
    }
    #expect(checked == 4)
  }
}
