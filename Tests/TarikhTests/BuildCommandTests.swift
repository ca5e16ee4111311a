import Testing

@Suite("tarikh build")
struct BuildCommandTests {
  /// A report with one sheet, and two articles that tell of one meeting.
  static let desk = """
    mkdir -p desk/inbox && cd desk
    cat >report.yaml <<'END'
    version: 1
    name: daily
    articles: [inbox]
    sheets:
      - name: meetings
        title: لقاءات
        where: {types: [meeting]}
        formats: [pdf, png]
    END
    cat >inbox/a.txt <<'END'
    ---
    date: 2021-07-27
    source: صحيفة أولى
    ---
    التقى الرئيس الأميركي جو بايدن رئيس الوزراء العراقي مصطفى الكاظمي في البيت الأبيض أمس الاثنين.
    END
    cat >inbox/b.jsonl <<'END'
    {"id":"b","date":"2021-07-28","source":"صحيفة ثانية","text":"التقى بايدن الكاظمي في واشنطن يوم الاثنين 26 تموز 2021."}
    {"id":
    END

    """

  @Test("Every sheet is written, and a second build writes nothing")
  func twice() {
    let script =
      Self.desk + """
        tarikh build && ls Output/daily && stat -c %Y.%n Output/daily/* >../before && sleep 1.1
        tarikh build -q && stat -c %Y.%n Output/daily/* | cmp - ../before && echo same
        """
    let outcome = ToolProcess.run(script)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(
      outcome.output == "manifest.json\nmeetings.pdf\nmeetings.png\nquarantine.jsonl\nsame\n",
      "\(outcome.output)"
    )
    #expect(outcome.messages.contains("Output/daily/meetings.pdf,png: written, new sheet"))
    #expect(outcome.messages.contains("2 articles, 1 set aside; "))
  }

  @Test("The manifest keeps what was proved of an article without a date")
  func proof() {
    let script =
      Self.desk + """
        cat >inbox/c.txt <<'END'
        غادر الوفد العراقي واشنطن أمس الأربعاء (28 تموز 2021).
        END
        printf 'زار الوزير بغداد أول من أمس.' >inbox/d.txt
        tarikh build -q 2>/dev/null
        tr -d '\\n' <Output/daily/manifest.json | grep -o '"datings" : \\[[^]]*'
        """
    let outcome = ToolProcess.run(script)
    #expect(outcome.output.contains("\"article\" : \"d\""), "\(outcome.output)")
    #expect(outcome.output.contains("\"proof\" : "))
  }

  @Test("The same articles give the same bytes, wherever and however they are read")
  func sameBytes() {
    let script =
      Self.desk + """
        tarikh build -q 2>/dev/null; cp -r Output ../first
        mkdir ../elsewhere && cp -r inbox report.yaml ../elsewhere && cd ../elsewhere
        TZ=Asia/Tokyo LANG=ar_IQ.UTF-8 tarikh build -q -j 4 2>/dev/null
        diff -r Output ../first && echo same
        """
    #expect(ToolProcess.run(script).output == "same\n")
  }

  @Test("A changed article rebuilds what shows it; --dry-run says so and writes nothing")
  func changed() {
    let script =
      Self.desk + """
        tarikh build -q 2>/dev/null; sha256sum Output/daily/* >../before
        sed -i 's/التقى الرئيس/أمس التقى الرئيس/' inbox/a.txt
        tarikh build -n 2>&1 | grep meetings; sha256sum -c --quiet ../before && echo untouched
        rm Output/daily/meetings.png; git init -q 2>/dev/null; tarikh build 2>&1 | grep meetings
        """
    let lines = ToolProcess.run(script).output.split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "tarikh: Output/daily/meetings.pdf,png: would be written, its events changed", "untouched",
        "tarikh: Output/daily/meetings.pdf,png: written, its events changed",
      ],
      "\(lines)"
    )
  }

  @Test("A missing output is written again, a removed sheet's files go")
  func missingAndRemoved() {
    let script =
      Self.desk + """
        tarikh build -q 2>/dev/null; rm Output/daily/meetings.png
        tarikh build 2>&1 | grep -o 'meetings.pdf.*written, .*'
        sed -i 's/name: meetings/name: talks/; s/, png//' report.yaml
        tarikh build -q 2>/dev/null; ls Output/daily
        """
    let outcome = ToolProcess.run(script)
    #expect(
      outcome.output == """
        meetings.pdf,png: written, meetings.png is missing
        manifest.json
        quarantine.jsonl
        talks.pdf

        """
    )
  }

  @Test("A file of another's is not overwritten, unless forced")
  func others() {
    let script =
      Self.desk + """
        mkdir -p Output/daily; echo mine >Output/daily/meetings.pdf
        tarikh build -q; echo $?; cat Output/daily/meetings.pdf; ls Output/daily
        tarikh build -q --force 2>/dev/null; echo $?; head -c 4 Output/daily/meetings.pdf
        """
    let outcome = ToolProcess.run(script)
    #expect(outcome.output == "73\nmine\nmeetings.pdf\n0\n%PDF", "\(outcome.output)")
    #expect(outcome.messages.contains("was not written by tarikh; move it away or use --force"))
  }

  @Test("What cannot be read is set aside with file, line and reason")
  func quarantine() {
    let outcome = ToolProcess.run(Self.desk + "tarikh build -q; cat Output/daily/quarantine.jsonl")
    #expect(
      outcome.output.hasPrefix(
        #"{"file":"inbox/b.jsonl","line":2,"offset":168,"error":{"code":"bad-json""#
      )
    )
    #expect(outcome.messages.hasPrefix("tarikh: inbox/b.jsonl:2: not JSON"))
  }

  @Test(
    "Mistakes have their exit codes and one line",
    arguments: [
      ("tarikh build missing.yaml", 66, "missing.yaml: no such file"),
      (
        "sed -i 's/title/tilte/' report.yaml; tarikh build", 78,
        "report.yaml:6: unknown key ‘tilte’"
      ),
      (
        "echo 'style: gothic' >>report.yaml; tarikh build", 78,
        "report.yaml:9: style ‘gothic’ is not known"
      ),
      (
        "sed -i 's/\\[meeting\\]/[meetings]/' report.yaml; tarikh build", 78,
        "report.yaml:7: type ‘meetings’ is not known; did you mean ‘meeting’?"
      ),
      (
        "sed -i 's/types: .meeting./parties: [Iraq]/' report.yaml; tarikh build", 78,
        "report.yaml:7: party ‘Iraq’ is not known; did you mean ‘IQ’?"
      ),
      ("rm inbox/*; tarikh build", 65, "report.yaml: no articles in inbox"),
      ("rm -r inbox; tarikh build", 66, "inbox: no such file or folder"),
      ("rm inbox/b.jsonl; echo >Output; tarikh build", 73, "Output"),
      ("rm inbox/b.jsonl; tarikh build --as-of yesterday", 64, "--as-of ‘yesterday’ is no date"),
    ]
  )
  func mistakes(_ script: String, _ status: Int32, _ message: String) {
    let outcome = ToolProcess.run(Self.desk + script)
    #expect(outcome.status == status)
    #expect(outcome.messages.contains("tarikh: \(message)"), "\(outcome.messages)")
    #expect(outcome.messages.split(separator: "\n").count == 1, "\(outcome.messages)")
  }
}
