import Chronology
import DataFiles
import DateResolution
import Testing

@testable import Reporting

@Suite("report.yaml")
struct ReportFileTests {
  static let whole = """
    version: 1
    archive: archive.sqlite   # kept for later
    output: Sheets
    articles:
      - path: inbox
        timezone: Asia/Baghdad
      - more.jsonl
    limits: {article: 2MiB, max-bad: 2.5%}
    dates: {week-starts: saturday, yearless: past, bare-weekday: past, hijri-shift: -1}
    labels: {lang: en, digits: arabic, months: gulf, hijri: true}
    sources:
      rank: [official, agency, newspaper]
      kinds: {Reuters: agency}
    style: press
    sheets:
      - name: iraq-us
        title: "Iraq & the United States: talks"
        where: {parties: [IQ, NO], types: [meeting], words: [forces], since: 2020-06, until: 2021}
        layout: briefing
        formats: [pdf, png, pdf]
      - name: week
        period: last-full-week
      - name: month
        where: {period: this-month}
    """

  @Test("Every key of the contract is read")
  func wholeReport() throws {
    let report = try ReportFile(path: "desk/daily.yaml").report(yaml: Self.whole)
    #expect(report.name == "daily")
    #expect(report.resolved("inbox") == "desk/inbox")
    #expect(report.resolved("/inbox") == "/inbox")
    #expect(report.output == "Sheets")
    #expect(report.articles == ["inbox", "more.jsonl"])
    #expect(report.articleSettings["inbox"]?.clock?.secondsEast(at: 0) == 10_800)
    #expect(report.limits.articleBytes == 2 << 20)
    #expect(report.limits.maximumBadPercent == 2.5)
    #expect(report.dates.weekStarts == .saturday)
    #expect(report.dates.hijriShift == -1)
    #expect(report.labels.language == "en")
    #expect(report.labels.hijri)
    #expect(report.sourceKinds == ["Reuters": "agency"])
    #expect(report.style == "press")
    try #require(report.sheets.count == 3)
    #expect(report.sheets[2].period == .current(.month))
    #expect(report.sheets[0].title == "Iraq & the United States: talks")
    // YAML 1.1 would take Norway for the word no.
    #expect(report.sheets[0].filter.parties == ["IQ", "NO"])
    #expect(report.sheets[0].filter.window.first?.description == "2020-06-01")
    #expect(report.sheets[0].filter.window.last?.description == "2021-12-31")
    #expect(report.sheets[0].formats == [.pdf, .png])
    #expect(report.sheets[1].period == .lastFull(.week))
    #expect(report.sheets[1].title == "week")
  }

  @Test(
    "A mistake is 78 and names its line and the remedy",
    arguments: [
      ("version: 2\n", "r.yaml:1: only version 1 is read"),
      ("name: x\n", "r.yaml:1: no version"),
      ("", "r.yaml:1: the file is empty"),
      (
        "version: 1\nsheetz: []\n",
        "r.yaml:2: unknown key ‘sheetz’ in the report; did you mean ‘sheets’?"
      ),
      ("version: 1\nversion: 1\n", "r.yaml:1: the key ‘version’ stands twice"),
      ("version: 1\nsheets: [\n", "r.yaml:3: "),
      ("version: 1\narticles: in\n", "r.yaml:1: no sheets"),
      ("version: 1\nsheets: [{name: a}]\n", "r.yaml:1: no articles"),
      ("version: 1\nname: ../up\n", "r.yaml:2: the name ‘../up’ cannot name a file"),
      (
        "version: 1\nlabels:\n  digits: latn\n",
        "r.yaml:3: digits ‘latn’ is not known; did you mean ‘latin’?"
      ),
      ("version: 1\nlimits: {article: 5 parsecs}\n", "r.yaml:2: article ‘5 parsecs’ is no size"),
      ("version: 1\nlimits: {article: 99999999999GiB}\n", "r.yaml:2: article"),
      ("version: 1\na: &x 1\nb: *x\n", "r.yaml:2: anchors and aliases"),
    ]
  )
  func mistakes(_ yaml: String, _ message: String) {
    let fault = #expect(throws: Fault.self) { try ReportFile(path: "r.yaml").report(yaml: yaml) }
    #expect(fault?.status == .configuration)
    #expect(fault?.description.hasPrefix(message) == true, "\(fault?.description ?? "none")")
  }

  @Test(
    "A sheet's mistakes too",
    arguments: [
      ("title: no name", "r.yaml:4: a sheet without a name"),
      ("name: a/b", "r.yaml:4: the name"),
      ("name: a\n    layout: brieFing", "r.yaml:5: layout ‘brieFing’"),
      (
        "name: a\n    formats: [pdf, pnf]",
        "r.yaml:5: format ‘pnf’ is not known; did you mean ‘pdf’?"
      ),
      ("name: a\n    period: last-fortnight", "r.yaml:5: period ‘last-fortnight’ is not known"),
      ("name: a\n    where: {since: 2021-02-30}", "r.yaml:5: since ‘2021-02-30’ is no date"),
      ("name: a\n    where: {status: [done]}", "r.yaml:5: status ‘done’ is not known"),
      ("name: a\n  - name: a", "r.yaml:5: a second sheet ‘a’"),
    ]
  )
  func sheetMistakes(_ entry: String, _ message: String) {
    let yaml = "version: 1\narticles: [in]\nsheets:\n  - \(entry)\n"
    let fault = #expect(throws: Fault.self) { try ReportFile(path: "r.yaml").report(yaml: yaml) }
    #expect(fault?.status == .configuration)
    #expect(fault?.description.hasPrefix(message) == true, "\(fault?.description ?? "none")")
  }

  @Test(
    "Anchors are seen wherever a value can begin",
    arguments: [
      "a: &x 1", "a: [*x]", "a: {b: *x}", "- *x", "? *x", "a: !!str &x b", "{\"a\":*x}",
      "a: \"q # q\", b: &x", "--- &x a", "# c\r*x", "a:\n  - |\n    '\nb: &x 1",
    ]
  )
  func anchors(_ yaml: String) { #expect(AnchorScan.firstAnchorLine(in: Array(yaml.utf8)) != nil) }

  @Test("…and not where none is", arguments: ["a: b & c", "a: R&D", "# see *this*", "a: 2*3"])
  func noAnchors(_ yaml: String) {
    #expect(AnchorScan.firstAnchorLine(in: Array(yaml.utf8)) == nil)
  }

  @Test("A bomb of aliases or brackets is refused at once")
  func bombs() {
    var aliases = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
    for level in 1..<12 {
      aliases +=
        "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ","))]\n"
    }
    let brackets = String(repeating: "[", count: 100_000)
    for bomb in [aliases, brackets] {
      let fault = #expect(throws: Fault.self) { try ReportFile(path: "r").report(yaml: bomb) }
      #expect(fault?.status == .configuration)
    }
  }
}
