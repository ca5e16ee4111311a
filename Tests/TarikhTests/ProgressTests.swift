import Testing

@Suite("Progress and colour")
struct ProgressTests {
  /// Lines of JSON that take long enough to be watched.
  private static let much = """
    line='{"id":"a","date":"2021-07-29","text":"التقى بايدن الكاظمي في واشنطن أمس."}'
    for i in $(seq 300); do echo "$line"; done >few.jsonl; for i in $(seq 10); do cat few.jsonl; done >many.jsonl

    """

  @Test("What is piped has no progress and no colour")
  func piped() {
    let script = Self.much + "tarikh events --jsonl --mentions many.jsonl missing.txt >/dev/null"
    let outcome = ToolProcess.run(script)
    #expect(outcome.messages == "tarikh: missing.txt: no such file or folder; check the path\n")
  }

  @Test("Asked for, it tells the share and the count, and takes itself away")
  func always() {
    let script =
      Self.much
      + "tarikh events --jsonl --mentions --progress always many.jsonl missing.txt >/dev/null"
    let outcome = ToolProcess.run(script)
    #expect(outcome.messages.contains(" % "))
    #expect(outcome.messages.contains(" articles"))
    #expect(outcome.messages.contains("\r\u{1B}[Ktarikh: missing.txt: no such file"))
  }

  @Test("On a terminal there is progress and colour, unless NO_COLOR or never say otherwise")
  func terminal() {
    func run(_ command: String) -> String {
      // script(1) gives the command a terminal of its own.
      ToolProcess.run(
        Self.much
          + """
          export TERM=xterm; unset NO_COLOR; cat >run.sh <<'END'
          \(command)
          END
          script -qec "sh run.sh" /dev/null
          """.replacing("tarikh ", with: "'\(ToolProcess.path)' ")
      ).output
    }
    let shown = run("tarikh events --jsonl --mentions many.jsonl missing.txt >/dev/null")
    #expect(shown.contains(" % "))
    #expect(shown.contains("\u{1B}[33mtarikh:"))
    let plain = run(
      "NO_COLOR=1 tarikh events --jsonl --mentions --progress never many.jsonl missing.txt >/dev/null"
    )
    #expect(plain == "tarikh: missing.txt: no such file or folder; check the path\r\n")
    let data = run("tarikh events --jsonl --mentions few.jsonl")
    #expect(!data.contains(" % "), "data goes to the same terminal")
  }

  @Test("What is no occasion is refused")
  func wrong() {
    #expect(ToolProcess.run("tarikh dates --progress sometimes x").status == 64)
    #expect(ToolProcess.run("tarikh dates --color maybe x").status == 64)
  }
}
