import Testing

@Suite("Settings of dates")
struct DateSettingsTests {
  @Test(
    "Each flag changes what it names",
    arguments: [
      ("الأسبوع الماضي", "2021-07-29", "", "2021-07-19–2021-07-25"),
      ("الأسبوع الماضي", "2021-07-29", "--week-starts sunday", "2021-07-18–2021-07-24"),
      ("الأسبوع الماضي", "2021-07-29", "--week-starts saturday", "2021-07-17–2021-07-23"),
      ("27 آب", "2021-08-06", "", "2021-08-27"),
      ("27 آب", "2021-08-06", "--yearless past", "2020-08-27"),
      ("الخميس", "2021-07-28", "", "2021-07-22"),
      ("الخميس", "2021-07-28", "--bare-weekday future", "2021-07-29"),
      ("الخميس", "2021-07-28", "--bare-weekday nearest", "2021-07-29"),
      ("السنة المالية 2021", "2021-07-28", "--fiscal-year october", "2021-10-01–2022-09-30"),
      ("1 شوال 1442هـ", "2021-07-28", "--hijri-shift 1", "2021-05-14"),
      ("1 شوال 1442هـ", "2021-07-28", "--hijri-shift -1", "2021-05-12"),
    ]
  )
  func flags(_ phrase: String, _ day: String, _ flags: String, _ span: String) {
    // A value that begins with a dash is written after an equals sign.
    let flags = flags.replacing("shift -", with: "shift=-")
    let outcome = ToolProcess.run("tarikh dates --on \(day) \(flags) '\(phrase)'")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.contains("  \(span)  "), "\(outcome.output)")
  }

  @Test(
    "A value that is none is a usage fault, which names those there are",
    arguments: ["week-starts", "yearless", "bare-weekday", "hijri-shift", "fiscal-year"],
    ["dates", "events", "chart -o x.png", "export -o x.csv", "build"]
  )
  func wrongFlag(_ name: String, _ command: String) {
    let outcome = ToolProcess.run("tarikh \(command) --\(name) never x.txt")
    #expect(outcome.status == 64)
    #expect(outcome.messages.contains("--\(name) ‘never’ is not known; use "))
  }

  @Test(
    "In a report it is a configuration fault with file and line",
    arguments: ["week-starts", "yearless", "bare-weekday", "hijri-shift", "fiscal-year"]
  )
  func wrongInReport(_ name: String) {
    let report = """
      version: 1
      articles: [inbox]
      dates:
        \(name): never
      sheets: [{name: a, title: b}]
      """
    let outcome = ToolProcess.run("cat >report.yaml; tarikh build report.yaml", input: report)
    #expect(outcome.status == 78)
    #expect(outcome.messages.contains("report.yaml:4: \(name) ‘never’ is not known"))
  }

  /// A report of one article that tells of a visit last week.
  private static let desk = """
    mkdir inbox && cat >inbox/a.txt <<'END'
    ---
    date: 2021-07-29
    ---
    زار وزير الخارجية الأميركي أنتوني بلينكن بغداد الأسبوع الماضي.
    END
    report() { printf 'version: 1\narticles: [{path: inbox%s}]\n%s\n' "$1" "$2" >report.yaml
      printf 'sheets: [{name: s, title: t, formats: [jsonl]}]\n' >>report.yaml; }
    build() { tarikh build -q --force "$@" && cut -d '"' -f 1- Output/report/s.jsonl |
      grep -o '"earliest":"[^"]*"' | head -1; }

    """

  @Test("A report’s settings hold, its sources’ country too, and the command line’s before them")
  func report() {
    let script =
      Self.desk + """
        report '' ''; build
        report '' 'dates: {week-starts: sunday}'; build
        build --week-starts saturday
        report ', country: IQ' ''; build
        build --week-starts monday
        """
    let outcome = ToolProcess.run(script)
    let days = outcome.output.split(separator: "\n").map { $0.dropLast().suffix(10) }
    #expect(
      days == ["2021-07-19", "2021-07-18", "2021-07-17", "2021-07-17", "2021-07-19"],
      "\(outcome.output) \(outcome.messages)"
    )
  }

  @Test("A country that is none is a configuration fault")
  func wrongCountry() {
    let report = """
      version: 1
      articles:
        - path: inbox
          country: Iraq
      sheets: [{name: a, title: b}]
      """
    let outcome = ToolProcess.run("cat >r.yaml; tarikh build r.yaml", input: report)
    #expect(outcome.status == 78)
    #expect(outcome.messages.contains("r.yaml:4: country ‘Iraq’ is not known; use two letters: AE"))
  }
}
