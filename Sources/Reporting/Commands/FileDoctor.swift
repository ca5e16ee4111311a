import ArticleReading
import NewsModel

/// `tarikh doctor FILE`: what the tool makes of a file, or why it refuses it.
public struct FileDoctor: Sendable {
  private let path: String
  private let settings: RunSettings
  /// More findings of one kind than this are counted, not told.
  private static let most = 10

  /// A doctor for a file: articles, an archive, a report, a style or a table.
  public init(path: String, settings: RunSettings = RunSettings()) {
    self.path = path
    self.settings = settings
  }

  /// Everything that was found, in the order of the file.
  public func findings() throws(Fault) -> [Doctor.Finding] {
    let name = path.lowercased()
    if name.hasSuffix(".sqlite") {
      return [
        try finding("archive") { () throws(Fault) in
          try ArchiveJob(ArchiveChoice(archive: path, report: "")).check().joined(separator: ", ")
        }
      ]
    }
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.hasSuffix(".tsv") {
      return [
        try finding("check") { () throws(Fault) in
          "\(try CheckJob(path: path).run { _ in }), no fault"
        }
      ]
    }
    return try articles()
  }

  /// A check whose fault is a finding; a file that is not there is no finding but a fault.
  private func finding(
    _ subject: String,
    _ body: () throws(Fault) -> String
  ) throws(Fault) -> Doctor.Finding {
    do throws(Fault) {
      return Doctor.Finding(subject: subject, found: try body(), isWell: true)
    } catch {
      if error.status == .noInput { throw error }
      return Doctor.Finding(subject: subject, found: error.description, isWell: false)
    }
  }

  private func articles() throws(Fault) -> [Doctor.Finding] {
    let reader = try RecordReader(settings: settings, findsFurniture: true, takesPhrases: false)
    let run = ItemRun([path], mayBePhrases: false, lineLimit: reader.lineLimit, settings: settings)
    var told: [Doctor.Finding] = []
    var articles = 0
    var events = 0
    var faults = 0
    var missing: ArticleFault?
    try run.forEach({ reader.records(of: $0) }) { (results) throws(Fault) in
      for record in results.joined() {
        switch record {
        case .article(let article, let line):
          articles += 1
          if articles <= Self.most { told += Self.findings(of: article, line: line) }
        case .event: events += 1
        case .fault(let fault):
          if fault.reason.isOfSystem { missing = missing ?? fault }
          faults += 1
          guard faults <= Self.most else { continue }
          told.append(
            Doctor.Finding(subject: fault.reason.code, found: fault.description, isWell: false)
          )
        }
      }
    }
    if let missing { throw Fault(.noInput, missing.description, remedy: "") }
    let counts = "\(articles) articles, \(events) events, \(faults) refused"
    return told + [Doctor.Finding(subject: "in all", found: counts, isWell: faults == 0)]
  }

  /// What was read of an article, and what in it could mislead whoever reads a sheet.
  private static func findings(of article: Article, line: Int?) -> [Doctor.Finding] {
    let place = line.map { "article \(article.id), line \($0)" } ?? "article \(article.id)"
    let day = article.date.map { "\($0) (\(article.dateBasis.rawValue))" } ?? "no date"
    let furniture = article.furniture.reduce(0) { $0 + $1.upper - $1.lower }
    let bytes = max(1, article.text.utf8.count)
    let words = article.text.split { $0.isWhitespace }.count
    var found = "\(day), \(words) words, \(furniture * 100 / bytes) % of it furniture"
    found += article.title.map { ", ‘\($0)’" } ?? ", no title"
    var findings = [Doctor.Finding(subject: place, found: shown(found), isWell: true)]
    for (part, text) in [("title", article.title ?? ""), ("text", article.text)] {
      let controls = controls(in: text)
      guard !controls.isEmpty else { continue }
      let rest = controls.count > most ? ", and \(controls.count - most) more" : ""
      findings.append(
        Doctor.Finding(
          subject: "\(place), \(part)",
          found: "signs that turn the order of letters, which a sheet leaves out: "
            + controls.prefix(most).joined(separator: ", ") + rest,
          isWell: true
        )
      )
    }
    return findings
  }

  /// The signs that turn the order of letters, with the character they stand before.
  private static func controls(in text: String) -> [String] {
    var controls: [String] = []
    var number = 0
    for scalar in text.unicodeScalars {
      number += 1
      guard scalar.properties.isBidiControl else { continue }
      controls.append("U+\(String(scalar.value, radix: 16, uppercase: true)) at \(number)")
    }
    return controls
  }

  /// A text as one line of a terminal, without the signs it tells of.
  private static func shown(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter { $0.value >= 0x20 && !$0.properties.isBidiControl }
    return String(String.UnicodeScalarView(scalars))
  }
}
