import Testing

@Suite("tarikh build with an archive")
struct ArchiveCommandTests {
  /// The desk of the build tests, with an archive.
  static let desk = BuildCommandTests.desk + "echo 'archive: archive.sqlite' >>report.yaml\n"

  private func lines(_ script: String) -> [String] {
    ToolProcess.run(Self.desk + script).output.split(separator: "\n").map(String.init)
  }

  @Test("A second build touches no file at all, and a touched article rebuilds nothing")
  func nothingToDo() {
    let script = """
      tarikh build -q 2>/dev/null; find . -type f -printf '%p %T@ %s\\n' | sort >../before
      tarikh build -q 2>/dev/null; find . -type f -printf '%p %T@ %s\\n' | sort | cmp - ../before
      echo $?; sha256sum Output/daily/* >../sums; touch inbox/a.txt
      tarikh build 2>&1 | grep -o '0 sheets written'; sha256sum -c --quiet ../sums; echo $?
      """
    #expect(lines(script) == ["0", "0 sheets written", "0"])
  }

  @Test("Growing step by step ends where one build of everything does")
  func steps() {
    let script = """
      mkdir ../later && mv inbox/a.txt ../later; tarikh build -q 2>/dev/null
      mv ../later/a.txt inbox; tarikh build 2>&1 | grep -o '1 articles read now'
      tarikh archive dump >../grown; cp -r Output ../grown-out
      rm -r Output archive.sqlite*; tarikh build -q 2>/dev/null
      tarikh archive dump | cmp - ../grown && echo same archive
      cmp Output/daily/meetings.pdf ../grown-out/daily/meetings.pdf && echo same sheet
      grep -c '"change":' ../grown-out/daily/changes.jsonl | sed 's/[1-9].*/changes told/'
      """
    #expect(
      lines(script) == ["1 articles read now", "same archive", "same sheet", "changes told"]
    )
  }

  @Test("A headline that changes rebuilds exactly the sheets that show it")
  func headline() {
    let script = """
      echo '  - {name: calls, where: {types: [phone]}, formats: [svg]}' >../sheet
      sed -i '/^sheets:/r ../sheet' report.yaml; sed -i 's/^source:/title: عنوان أول\\n&/' inbox/a.txt
      tarikh build -q 2>/dev/null; sed -i 's/عنوان أول/عنوان ثان/' inbox/a.txt
      tarikh build --lang en 2>&1 | grep -o 'meetings.*headline of a source changed\\|1 sheets written, 1 unchanged'
      pdftotext Output/daily/meetings.pdf - | grep -c 'عنوان ثان'; tarikh build 2>&1 | grep -o '0 sheets written'
      """
    #expect(
      lines(script) == [
        "meetings.pdf,png: written, the headline of a source changed",
        "1 sheets written, 1 unchanged", "1", "0 sheets written",
      ]
    )
  }

  @Test("The country of an article stays with it when its file is gone")
  func country() {
    let script = """
      sed -i 's/^articles:.*/articles: [{path: inbox, country: IQ}]/' report.yaml
      tarikh build -q 2>/dev/null; rm inbox/a.txt; tarikh build -q 2>/dev/null
      tarikh archive dump | grep -c '"country":"IQ".*"kept":true'
      tarikh archive dump >../dump; tarikh archive restore -f ../dump; tarikh archive dump | cmp - ../dump && echo same
      """
    #expect(lines(script) == ["1", "same"])
  }

  @Test("A correction that names nothing there marks no event, and is told")
  func nothing() {
    let script = """
      tarikh build -q 2>/dev/null; id=$(tarikh list --type meeting --jsonl | grep -o 'ev-[0-9a-f]*' | head -1)
      printf 'version: 1\\ncorrections:\\n  - {event: %s, merge: [ev-0], pin: x.1, author: a, reason: b}\\n' $id >corrections.yaml
      tarikh build 2>&1 | grep -o "corrections.yaml:3: nothing is ‘[^’]*’\\|. sheets written"
      tarikh show $id | grep -c corrected; sed -i 's/merge.*]/type: meting/; s/, pin: x.1//' corrections.yaml
      tarikh build 2>&1; tarikh edit $id --merge ev-0 --reason r 2>&1
      """
    let told = lines(script)
    #expect(
      told.prefix(4) == [
        "corrections.yaml:3: nothing is ‘ev-0’", "corrections.yaml:3: nothing is ‘x.1’",
        "0 sheets written", "0",
      ]
    )
    #expect(
      told.dropFirst(4).first
        == "tarikh: corrections.yaml:3: type ‘meting’ is not known; did you mean ‘meeting’?"
    )
    #expect(told.last?.contains("archive.sqlite: no event or mention is ‘ev-0’") == true)
  }

  @Test("An article outlives its file, and goes when it is forgotten")
  func kept() {
    let script = """
      tarikh build -q 2>/dev/null; cp archive.sqlite ../old; rm inbox/a.txt
      tarikh build 2>&1 | grep -o '1 articles more that no file holds any longer'
      tarikh show a | head -1; tarikh archive forget a 2>/dev/null; tarikh build -q 2>/dev/null
      tarikh show a 2>/dev/null; echo $?
      """
    #expect(
      lines(script) == ["1 articles more that no file holds any longer", "article a", "66"]
    )
  }

  @Test("A dry run changes nothing, not even the archive")
  func dryRun() {
    let script = """
      tarikh build -q 2>/dev/null; sed -i 's/-07-27/-07-20/' inbox/a.txt; sha256sum archive.sqlite >../sum
      ls >../names; tarikh build -n 2>&1 | grep -o 'would be written, its events changed'
      sha256sum -c --quiet ../sum; ls | cmp - ../names && echo untouched
      """
    #expect(lines(script) == ["would be written, its events changed", "untouched"])
  }

  @Test("The archive is searched by folded words, behind particles")
  func search() {
    let script = """
      tarikh build -q 2>/dev/null; tarikh search --jsonl أميركى رئيس | grep -c '"type":"meeting"'
      tarikh search واشنطن | grep -c '^2021-07-28  b '; tarikh search nobody; echo $?
      """
    #expect(lines(script) == ["1", "1", "0"])
  }

  @Test("A correction is applied on every build, and shown with its author")
  func corrections() {
    let script = """
      tarikh build -q 2>/dev/null
      id=$(tarikh list --type meeting --jsonl | grep -o 'ev-[0-9a-f]*' | head -1)
      echo '# mine' >corrections.yaml; printf 'version: 1\\ncorrections:\\n' >>corrections.yaml
      tarikh edit $id --date 2021-07-25 --reason 'told "us": twice' --author Layla 2>/dev/null
      head -1 corrections.yaml; tarikh build 2>&1 | grep -o 'its events changed'
      tarikh show $id | grep -o 'meeting, occurred, 2021-07-25'
      tarikh show $id | grep -o 'Layla: told "us": twice'
      tarikh edit $id --drop --reason gone --author Omar 2>/dev/null; tarikh build -q 2>/dev/null
      tarikh show $id 2>/dev/null; echo $?; grep -c Layla corrections.yaml
      """
    #expect(
      lines(script) == [
        "# mine", "its events changed", "meeting, occurred, 2021-07-25",
        "Layla: told \"us\": twice", "66", "1",
      ]
    )
  }

  @Test("What is set by hand stays when a telling is split off later")
  func setThenSplit() {
    let script = """
      cp inbox/a.txt inbox/twin.txt; tarikh build -q 2>/dev/null
      id=$(tarikh list --type meeting --jsonl | grep '"twin[.]' | grep -o 'ev-[0-9a-f]*' | head -1)
      twin=$(tarikh list --jsonl | grep $id | grep -o 'twin[.][0-9]*' | head -1)
      correct() { tarikh edit $id --author L --reason r "$@" 2>/dev/null; }
      correct --party FR --party JO --title Talks; correct --split $twin
      tarikh build -q 2>/dev/null; tarikh show $id | sed -n 's/^  parties: .*(\\(..\\)) · .*(\\(..\\))/\\1 \\2/p'
      tarikh show $id | grep -c '^  Talks'; tarikh list --jsonl | grep -c '"twin[.]'
      """
    #expect(lines(script) == ["FR JO", "1", "1"])
  }

  @Test("A correction of nothing is told on every build, and kept")
  func unmatched() {
    let script = """
      cat >corrections.yaml <<'END'
      version: 1
      corrections:
        - {event: ev-000000000000, drop: true, author: L, reason: r}
        - {add: own, type: meeting, title: Talks, date: 2021-08, parties: [IQ], author: L, reason: r}
      END
      for i in 1 2; do tarikh build -q 2>&1 | grep -o 'corrections.yaml:3: nothing is'; done
      tarikh list --since 2021-08 | grep -c meeting; tarikh build --strict 2>/dev/null; echo $?
      """
    #expect(
      lines(script) == [
        "corrections.yaml:3: nothing is", "corrections.yaml:3: nothing is", "1", "3",
      ]
    )
  }

  @Test("One build at a time; the next waits when it is told to")
  func lock() {
    let script = """
      tarikh build -q 2>/dev/null; exec 9<archive.sqlite; flock 9
      tarikh build -q 2>/dev/null 9<&-; echo $?; sleep 1 & exec 9<&-
      tarikh build -q --wait-lock 60s 2>/dev/null; echo $?
      """
    #expect(lines(script) == ["75", "0"])
  }

  @Test("Drafts of a killed build are swept; messages can be JSON")
  func sweepAndJSON() {
    let script = """
      tarikh build -q 2>/dev/null; touch Output/daily/.tarikh-AbC123 Output/daily/.tarikh-mine
      tarikh build -q 2>/dev/null; ls -A Output/daily | grep tarikh-
      tarikh build --log-format json 2>&1 | grep -o '"articles":2,"read":0,"kept":0,"set_aside":1'
      """
    #expect(lines(script) == [".tarikh-mine", #""articles":2,"read":0,"kept":0,"set_aside":1"#])
  }

  @Test(
    "Mistakes have their exit codes and one line",
    arguments: [
      ("tarikh list", 66, "archive.sqlite: no such archive"),
      ("echo text >archive.sqlite; tarikh build", 65, "archive.sqlite: is no archive of tarikh"),
      ("echo 'corrections: []' >corrections.yaml; tarikh build", 78, "corrections.yaml:1"),
      ("tarikh edit x --drop --reason y --report no.yaml", 66, "no.yaml: no such file"),
      ("tarikh build --wait-lock soon", 64, "--wait-lock ‘soon’ is no time"),
    ]
  )
  func mistakes(_ script: String, _ status: Int32, _ message: String) {
    let outcome = ToolProcess.run(Self.desk + "rm inbox/b.jsonl\n" + script)
    #expect(outcome.status == status)
    #expect(outcome.messages.contains("tarikh: \(message)"), "\(outcome.messages)")
    #expect(outcome.messages.split(separator: "\n").count == 1, "\(outcome.messages)")
  }
}
