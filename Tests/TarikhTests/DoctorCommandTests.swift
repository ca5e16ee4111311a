import Testing

@Suite("tarikh doctor FILE")
struct DoctorCommandTests {
  @Test("An article is told with its date and what turns the order of letters")
  func article() {
    let script = """
      printf -- '---\\ndate: 2021-07-29\\ntitle: عنوان\\n---\\nوصل \\342\\200\\256الوفد مساء أمس.\\n' >a.txt
      tarikh doctor a.txt
      """
    let outcome = ToolProcess.run(script)
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines.first == "ok      article a: 2021-07-29 (given), 4 words, 0 % of it furniture, ‘عنوان’"
    )
    #expect(lines.dropFirst().first?.hasSuffix("a sheet leaves out: U+202E at 5") == true)
    #expect(lines.last == "ok      in all: 1 articles, 0 events, 0 refused")
    #expect(!outcome.output.contains("\u{202E}"))
  }

  @Test("What is refused is told with its reason, and is 65")
  func refused() {
    let script = "printf '{\"text\":\"x\"}\\n{\\n[]\\n' >a.jsonl; tarikh doctor a.jsonl"
    let outcome = ToolProcess.run(script)
    #expect(outcome.status == 65)
    #expect(outcome.output.contains("REFUSED bad-json: a.jsonl:2: not JSON at column 2"))
    #expect(outcome.output.contains("REFUSED in all: 1 articles, 0 events, 2 refused"))
    #expect(outcome.messages.hasPrefix("tarikh: bad-json: a.jsonl:2: "))
  }

  @Test("Reports and archives are looked at, and what is missing is 66")
  func others() {
    let script = """
      printf 'version: 2\\nsheets: []\\n' >r.yaml; tarikh doctor r.yaml; echo $?
      echo 'no archive' >a.sqlite; tarikh doctor a.sqlite; echo $?
      tarikh doctor none.txt; echo $?
      """
    let outcome = ToolProcess.run(script)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 5, "\(outcome.output)")
    #expect(lines.first?.hasPrefix("REFUSED check: r.yaml:1: ") == true)
    #expect(lines.filter { Int($0) != nil } == ["65", "65", "66"])
  }
}
