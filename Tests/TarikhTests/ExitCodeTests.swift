import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

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

  @Test("What cannot be is 70, in one line, and leaves no file")
  func bug() {
    // An installation whose folder of styles is there and empty: no run of ours makes one.
    let outcome = ToolProcess.run(
      "mkdir -p data/Styles; TARIKH_DATA=$PWD/data tarikh styles --preview -o x.pdf; echo $?; test -e x.pdf || echo none"
    )
    #expect(outcome.output == "70\nnone\n")
    #expect(outcome.messages == "tarikh: no style to preview; install the tool again\n")
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

  @Test("A missing input is 66, with its name and the remedy, however the rest goes")
  func missing() {
    let script = "echo 'التقى' >a.txt; tarikh events a.txt missing.txt"
    let outcome = ToolProcess.run(script)
    #expect(outcome.status == 66)
    #expect(
      outcome.messages.contains("tarikh: missing.txt: no such file or folder; check the path\n")
    )
  }

  @Test("An unreadable file is 66", .enabled(if: getuid() != 0, "root reads everything"))
  func unreadable() {
    let outcome = ToolProcess.run("echo x >a.txt; chmod 0 a.txt; tarikh dates a.txt")
    #expect(outcome.status == 66)
  }

  @Test("A folder of nothing that can be read is 65, and says so")
  func emptyFolder() {
    let empty = ToolProcess.run("mkdir none; tarikh events none; echo $?")
    #expect(empty.output == "65\n")
    #expect(empty.messages.hasPrefix("tarikh: none: a folder without articles; put files there"))
    // Whoever keeps articles in an office program is told of each.
    let office = ToolProcess.run("mkdir office; touch office/a.docx; tarikh events office; echo $?")
    #expect(office.output == "65\n")
    #expect(office.messages.hasPrefix("tarikh: office/a.docx: unknown kind of file; use .txt"))
  }

  @Test("Nothing but bad records is 65")
  func noData() {
    let outcome = ToolProcess.run("tarikh events --jsonl --mentions", input: "{\n[]\n")
    #expect(outcome.status == 65)
    #expect(outcome.output.split(separator: "\n").count == 2)
    #expect(outcome.messages.split(separator: "\n").count == 1)
  }

  @Test("More bad records than allowed is 3, fewer are 0")
  func maximumBad() {
    let input = String(repeating: "{\"text\":\"أمس\"}\n", count: 9) + "{\n"
    #expect(ToolProcess.run("tarikh dates --jsonl", input: input).status == 0)
    #expect(ToolProcess.run("tarikh dates --jsonl --max-bad 10%", input: input).status == 0)
    #expect(ToolProcess.run("tarikh dates --jsonl --max-bad 9%", input: input).status == 3)
    #expect(ToolProcess.run("tarikh dates --jsonl --strict", input: input).status == 3)
  }

  @Test(
    "A wrong value of an option is 64",
    arguments: [
      "dates --on tomorrow x", "dates --yearless never x", "dates -j 0 x", "dates --max-bad lots x",
      "dates --hijri-shift 2 x", "events --since 2021-13 x", "events --status done x",
      "chart a.txt -o out.doc", "chart -o out.pdf", "chart a.txt", "chart a.txt -o out.png --ppi 1",
      "events --mentions --since 2021 a.txt", "events --type meetin a.txt",
      "events --party USA a.txt", "dates --max-article 5parsecs x",
      "chart a.txt -o out.pdf --digits roman",
    ]
  )
  func wrongValues(_ arguments: String) {
    let outcome = ToolProcess.run("echo 'التقى' >a.txt; tarikh \(arguments)")
    #expect(outcome.status == 64, "\(outcome.messages)")
    #expect(outcome.messages.split(separator: "\n").count == 1, "\(outcome.messages)")
  }

  @Test("Where no file can be made is 73; an output on a full disk is 74")
  func outputs() {
    let article = "printf '{\"text\":\"التقى\"}\\n' >a.jsonl; "
    let nowhere = ToolProcess.run(article + "tarikh chart a.jsonl -o no/such/folder.pdf")
    #expect(nowhere.status == 73, "\(nowhere.messages)")
    let folder = ToolProcess.run(article + "mkdir x.pdf; tarikh chart a.jsonl -o x.pdf; ls x.pdf*")
    #expect(folder.output == "", "no temporary file is left behind: \(folder.output)")
    // A limit on file sizes stands in for a disk that fills up while the sheet is written.
    let cut = ToolProcess.run(
      article + "echo old >x.pdf; trap '' XFSZ; (ulimit -f 1; tarikh chart a.jsonl -o x.pdf); "
        + "echo $?; cat x.pdf; ls x.pdf*"
    )
    #expect(cut.output == "74\nold\nx.pdf\n", "\(cut.messages)")
    let full = ToolProcess.run(article + "tarikh dates --jsonl a.jsonl >/dev/full")
    #expect(full.status == 74)
  }

  @Test("Data files that are missing are 69 and say where they were looked for")
  func missingData() {
    let script = "cp '\(ToolProcess.path)' ./alone; ./alone dates --on 2021-01-01 x"
    let outcome = ToolProcess.run(script)
    #expect(outcome.status == 69)
    #expect(outcome.messages.contains("set TARIKH_DATA"))
  }

  @Test("Nothing is said but faults under -q")
  func quiet() {
    let script = "printf '{\"text\":\"التقى\"}\\n' >a.jsonl; tarikh chart a.jsonl -o x.pdf -q"
    let outcome = ToolProcess.run(script)
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty && outcome.messages.isEmpty, "\(outcome.messages)")
  }
}
