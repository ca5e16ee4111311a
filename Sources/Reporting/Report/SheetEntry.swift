import TimelineLayout

/// Reads one entry of `sheets:`.
struct SheetEntry {
  let node: ConfigurationNode
  let vocabulary: Vocabulary?

  func sheet() throws(Fault) -> Report.Sheet {
    let table = try node.table(
      named: "the sheet",
      keys: ["name", "title", "where", "period", "layout", "formats", "style"]
    )
    guard let name = table["name"] else {
      throw node.fault("a sheet without a name", remedy: "write ‘- name: NAME’")
    }
    let fileName = try name.text(named: "name")
    try ReportFile.checkFileName(fileName, at: name)
    var sheet = Report.Sheet(name: fileName, title: fileName)
    if let title = table["title"] { sheet.title = try title.text(named: "title") }
    if let filter = table["where"] { try read(filter, into: &sheet) }
    if let period = table["period"] { sheet.period = try Self.period(period) }
    if let layout = table["layout"] {
      sheet.layout = try layout.choice(named: "layout", of: Layouts.names)
    }
    if let style = table["style"] { sheet.style = try style.style() }
    if let formats = table["formats"] {
      sheet.formats = []
      for entry in try formats.list(named: "formats") {
        let known = SheetFormat.allCases.map(\.rawValue)
        let text = try entry.choice(named: "format", of: known)
        guard let format = SheetFormat(rawValue: text), !sheet.formats.contains(format) else {
          continue
        }
        sheet.formats.append(format)
      }
    }
    return sheet
  }

  private func read(_ node: ConfigurationNode, into sheet: inout Report.Sheet) throws(Fault) {
    var filter = EventFilter()
    let table = try node.table(
      named: "where",
      keys: [
        "parties", "types", "status", "place", "sources", "words", "since", "until", "period",
      ]
    )
    filter.parties = try names(table["parties"], "party") { vocabulary?.remedy(forParty: $0) }
    filter.types = try names(table["types"], "type") { vocabulary?.remedy(forType: $0) }
    filter.places = try table["place"]?.texts(named: "place") ?? []
    filter.sources = try table["sources"]?.texts(named: "sources") ?? []
    filter.words = try table["words"]?.texts(named: "words") ?? []
    if let status = table["status"] {
      for entry in try status.list(named: "status") {
        filter.status.append(try entry.choice(named: "status", of: EventFilter.knownStatuses))
      }
    }
    if let since = table["since"] { filter.window.first = try Self.day(since, "since").first }
    if let until = table["until"] { filter.window.last = try Self.day(until, "until").last }
    if let period = table["period"] { sheet.period = try Self.period(period) }
    sheet.filter = filter
  }

  private static func period(_ node: ConfigurationNode) throws(Fault) -> Period {
    let text = try node.text(named: "period")
    guard let period = Period(text) else {
      throw node.fault("period ‘\(text)’ is not known", remedy: "write \(Period.forms)")
    }
    return period
  }

  /// The names of a list, each known.
  private func names(
    _ node: ConfigurationNode?,
    _ kind: String,
    remedy: (String) -> String?
  ) throws(Fault) -> [String] {
    var names: [String] = []
    for entry in try node?.list(named: kind) ?? [] {
      let name = try entry.text(named: kind)
      if let remedy = remedy(name) {
        throw entry.fault("\(kind) ‘\(name)’ is not known", remedy: remedy)
      }
      names.append(name)
    }
    return names
  }

  private static func day(_ node: ConfigurationNode, _ name: String) throws(Fault) -> DayWindow {
    let text = try node.text(named: name)
    guard let window = DayWindow(iso: text) else {
      throw node.fault("\(name) ‘\(text)’ is no date", remedy: "write 2021, 2021-07 or 2021-07-28")
    }
    return window
  }
}
