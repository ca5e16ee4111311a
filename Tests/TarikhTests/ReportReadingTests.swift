import Testing

@Suite("What a report says of its articles")
struct ReportReadingTests {
  private static let desk = """
    mkdir -p desk/inbox && cd desk
    report() { cat >report.yaml <<END
    version: 1
    name: daily
    archive: archive.sqlite
    articles:
      - path: ${2:-inbox}
        $1
    sheets:
      - {name: meetings, where: {types: [meeting]}, formats: [jsonl]}
    END
    }
    day() { grep -o '"published":"[^"]*"' Output/daily/meetings.jsonl; }

    """
  private static let text =
    "التقى الرئيس الأميركي جو بايدن رئيس الوزراء العراقي مصطفى الكاظمي في البيت الأبيض أمس."

  @Test("The time zone tells the day of an instant, keys of its own are read, and both read again")
  func zoneAndFields() {
    let script =
      Self.desk + """
        echo '{"n":"a","meta":{"at":"2021-07-28T22:30:00Z"},"story":"\(Self.text)"}' >inbox/a.jsonl
        report 'fields: {id: n, date: meta.at, text: story}'; tarikh build -q; day
        report 'fields: {id: n, date: meta.at, text: story}
            timezone: "+03:00"'
        tarikh build -q; day
        """
    let outcome = ToolProcess.run(script)
    #expect(
      outcome.output == "\"published\":\"2021-07-28\"\n\"published\":\"2021-07-29\"\n",
      "\(outcome.messages)"
    )
  }

  @Test(
    "What is wrong is told with file and line",
    arguments: [
      (
        "timezone: Asia/Bagdad",
        "report.yaml:6: timezone ‘Asia/Bagdad’ is not known; did you mean ‘Asia/Baghdad’?"
      ),
      ("timezone: ../../etc/passwd", "report.yaml:6: timezone ‘../../etc/passwd’ is not known"),
      ("timezone: /etc/localtime", "report.yaml:6: timezone ‘/etc/localtime’ is not known"),
      (
        "fields: {titel: headline}",
        "report.yaml:6: unknown key ‘titel’ in fields; did you mean ‘title’?"
      ),
      ("fields: {title: }", "report.yaml:6: title ‘’ is no key"),
      (
        "timezon: Asia/Baghdad",
        "report.yaml:6: unknown key ‘timezon’ in articles; did you mean ‘timezone’?"
      ),
    ]
  )
  func faults(_ line: String, _ message: String) {
    let outcome = ToolProcess.run(Self.desk + "report '\(line)'; tarikh build")
    #expect(outcome.status == 78)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
    #expect(outcome.messages.split(separator: "\n").count == 1)
  }

  @Test("A pattern names files in folders, its new files too; one that names none is told")
  func patterns() {
    let script =
      Self.desk + """
        mkdir inbox/one inbox/two; echo '\(Self.text)' | tee inbox/one/a.txt inbox/two/b.md >inbox/c.txt
        report '' 'inbox/*/[ab].*'; tarikh build 2>&1 | grep -o '^tarikh: . articles'
        echo 'x' >inbox/two/a.txt; tarikh build 2>&1 | grep -o '^tarikh: . articles'
        report '' 'inbox/*.html'; rm -r archive.sqlite Output; tarikh build; echo $?
        """
    let outcome = ToolProcess.run(script)
    #expect(outcome.output == "tarikh: 2 articles\ntarikh: 3 articles\n66\n")
    #expect(outcome.messages.contains("inbox/*.html: no such file or folder"))
  }
}
