import DataFiles
import DateResolution
import Styles

/// Reads `report.yaml`: every fault names file, line and what was probably meant.
public struct ReportFile: Sendable {
  private let file: String
  private let vocabulary: Vocabulary?
  private let countries: [String]?

  /// A report file by its path.
  ///
  /// - Parameters:
  ///   - vocabulary: the names that filters may hold; any name when `nil`.
  ///   - countries: the countries that articles may be from; any when `nil`.
  public init(path: String, vocabulary: Vocabulary? = nil, countries: [String]? = nil) {
    file = path
    self.vocabulary = vocabulary
    self.countries = countries
  }

  /// Reads it.
  public func report() throws(Fault) -> Report {
    let bytes = try FileBytes.read(file, limit: 1 << 20)
    return try report(yaml: String(decoding: bytes, as: UTF8.self))
  }

  /// Reads its text.
  func report(yaml: String) throws(Fault) -> Report {
    let root = try ConfigurationNode(yaml: yaml, file: file)
    let table = try root.table(
      named: "the report",
      keys: [
        "version", "name", "archive", "output", "articles", "limits", "dates", "labels", "sources",
        "style", "sheets", "gazetteer", "masthead", "logo",
      ]
    )
    guard let version = table["version"] else {
      throw root.fault("no version", remedy: "begin the file with ‘version: 1’")
    }
    guard try version.text(named: "version") == "1" else {
      throw version.fault("only version 1 is read", remedy: "write ‘version: 1’ or update tarikh")
    }

    let slash = file.utf8.lastIndex(of: UInt8(ascii: "/"))
    let stem = slash.map { file[file.index(after: $0)...] } ?? file[...]
    var report = Report(name: String(stem.prefix { $0 != "." }), file: file)
    if let name = table["name"] {
      report.name = try name.text(named: "name")
      try Self.checkFileName(report.name, at: name)
    }
    if let output = table["output"] { report.output = try output.text(named: "output") }
    if let articles = table["articles"] { try read(articles: articles, into: &report) }
    if let limits = table["limits"] { report.limits = try Self.limits(limits) }
    if let dates = table["dates"] { try self.dates(dates, into: &report) }
    if let labels = table["labels"] { report.labels = try Self.labels(labels) }
    if let sources = table["sources"] { try read(sources: sources, into: &report) }
    if let masthead = table["masthead"] {
      report.masthead = try masthead.text(named: "masthead")
    }
    if let logo = table["logo"] {
      report.logo = Report.Logo(path: try logo.text(named: "logo"), line: logo.line)
    }
    if let style = table["style"] { report.style = try style.style() }
    if let archive = table["archive"] { report.archive = try archive.text(named: "archive") }
    if let gazetteer = table["gazetteer"] {
      report.gazetteer = try gazetteer.texts(named: "gazetteer")
    }

    guard report.articles.isEmpty == false else {
      throw root.fault("no articles", remedy: "add ‘articles:’ with ‘- path: FOLDER’ below it")
    }
    guard let sheets = table["sheets"] else {
      throw root.fault("no sheets", remedy: "add ‘sheets:’ with ‘- name: NAME’ below it")
    }
    for entry in try sheets.list(named: "sheets") {
      let sheet = try SheetEntry(node: entry, vocabulary: vocabulary).sheet()
      guard !report.sheets.contains(where: { $0.name == sheet.name }) else {
        throw entry.fault("a second sheet ‘\(sheet.name)’", remedy: "give it a name of its own")
      }
      report.sheets.append(sheet)
    }
    return report
  }

  private func read(articles: ConfigurationNode, into report: inout Report) throws(Fault) {
    for entry in try articles.list(named: "articles") {
      guard !entry.isScalar else {
        report.articles.append(try entry.text(named: "articles"))
        continue
      }
      let table = try entry.table(
        named: "articles",
        keys: ["path", "timezone", "country", "fields"]
      )
      guard let path = table["path"] else {
        throw entry.fault("articles without a path", remedy: "write ‘- path: FOLDER’")
      }
      let folder = try path.text(named: "path")
      report.articles.append(folder)
      let settings = try ArticleSettings(table, country: country)
      if settings != ArticleSettings() { report.articleSettings[folder] = settings }
    }
  }

  private func country(_ node: ConfigurationNode) throws(Fault) -> String {
    let code = try node.text(named: "country")
    guard let countries, !countries.contains(code) else { return code }
    throw node.fault(
      "country ‘\(code)’ is not known",
      remedy: "use two letters: \(countries.joined(separator: ", "))"
    )
  }

  private func read(sources: ConfigurationNode, into report: inout Report) throws(Fault) {
    let table = try sources.table(named: "sources", keys: ["rank", "kinds"])
    if let rank = table["rank"] { report.sourceRank = try rank.texts(named: "rank") }
    guard let kinds = table["kinds"] else { return }
    for (outlet, kind) in try kinds.table(named: "kinds", keys: kinds.ownKeys) {
      report.sourceKinds[outlet] = try kind.choice(named: "kind", of: report.sourceRank)
    }
  }

  private static func limits(_ node: ConfigurationNode) throws(Fault) -> Report.Limits {
    var limits = Report.Limits()
    let table = try node.table(named: "limits", keys: ["article", "max-bad"])
    if let article = table["article"] {
      let text = try article.text(named: "article")
      guard let bytes = byteCount(text) else {
        throw article.fault("article ‘\(text)’ is no size", remedy: "write it like 16MiB")
      }
      limits.articleBytes = bytes
    }
    if let bad = table["max-bad"] {
      let text = try bad.text(named: "max-bad")
      guard text.hasSuffix("%"), let percent = Double(text.dropLast()), (0...100).contains(percent)
      else { throw bad.fault("max-bad ‘\(text)’ is no share", remedy: "write it like 2%") }
      limits.maximumBadPercent = percent
    }
    return limits
  }

  /// A count of bytes written like `16MiB`; `nil` when it is none, or more than 2 GiB.
  static func byteCount(_ text: String) -> Int? {
    let units: [(String, Int)] = [("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("B", 1)]
    for (unit, size) in units where text.hasSuffix(unit) {
      guard let count = Int(text.dropLast(unit.count)), count > 0 else { return nil }
      let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
      return overflow || bytes > 1 << 31 ? nil : bytes
    }
    return Int(text).flatMap { $0 > 0 && $0 <= 1 << 31 ? $0 : nil }
  }

  private func dates(_ node: ConfigurationNode, into report: inout Report) throws(Fault) {
    let table = try node.table(named: "dates", keys: DateSettings.names)
    for name in DateSettings.names {
      guard let value = table[name] else { continue }
      report.dates.set(
        name,
        to: try value.choice(named: name, of: DateSettings.values(of: name))
      )
    }
  }

  private static func labels(_ node: ConfigurationNode) throws(Fault) -> Report.Labels {
    var labels = Report.Labels()
    let table = try node.table(named: "labels", keys: ["lang", "digits", "months", "hijri"])
    if let value = table["lang"] {
      labels.language = try value.choice(named: "lang", of: ["ar", "en"])
    }
    if let value = table["digits"] {
      labels.digits = try value.choice(named: "digits", of: ["latin", "arabic"])
    }
    if let value = table["months"] {
      labels.months = try value.choice(
        named: "months",
        of: ["levantine", "gulf", "algerian-tunisian", "moroccan", "dual"]
      )
    }
    if let value = table["hijri"] { labels.hijri = try value.boolean(named: "hijri") }
    return labels
  }

  /// Refuses names that could leave the output folder or confuse who reads them.
  static func checkFileName(_ name: String, at node: ConfigurationNode) throws(Fault) {
    let isPlain = name.unicodeScalars.allSatisfy { scalar in
      !scalar.properties.isBidiControl && scalar.value >= 0x20 && scalar.value != 0x7F
        && scalar != "/" && scalar != "\\"
    }
    guard !name.isEmpty, name.utf8.count <= 120, isPlain, !name.hasPrefix("."),
      !name.hasPrefix("-")
    else {
      throw node.fault(
        "the name ‘\(name)’ cannot name a file",
        remedy: "use letters, digits and dashes"
      )
    }
  }
}

extension ConfigurationNode {
  /// The name of a style that ships, or the path of one (`.yaml`), which whoever opens it looks at.
  func style() throws(Fault) -> String {
    let text = try text(named: "style")
    guard !text.hasSuffix(".yaml"), !text.utf8.contains(UInt8(ascii: "/")) else { return text }
    let names: [String]
    do throws(DataFileError) {
      names = try StyleFile().names
    } catch {
      throw Fault(error)
    }
    guard !names.contains(text) else { return text }
    let guess = Spelling.nearest(to: text, among: names).map { "did you mean ‘\($0)’?" }
    throw fault(
      "style ‘\(text)’ is not known",
      remedy: guess ?? "use \(names.joined(separator: ", ")) or the path of a .yaml file"
    )
  }
}
