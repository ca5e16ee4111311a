import Chronology
import NewsModel

/// What people corrected by hand: `corrections.yaml` beside the report.
struct Corrections: Sendable {
  /// The name of the file.
  static let fileName = "corrections.yaml"

  /// The path of the file.
  let path: String
  /// Its bytes; `nil` when there is none.
  let bytes: [UInt8]?
  /// What it says, in its order.
  private(set) var entries: [Correction] = []

  /// No corrections.
  static let none = Corrections()

  private init() {
    path = ""
    bytes = nil
  }

  /// Reads the corrections of a report.
  init(of report: Report) throws(Fault) {
    path = report.resolved(Self.fileName)
    guard FileBytes.exists(path) else {
      bytes = nil
      return
    }
    let bytes = try FileBytes.read(path, limit: 16 << 20)
    self.bytes = bytes
    try read(String(decoding: bytes, as: UTF8.self))
  }

  /// Reads the text of a file at a path.
  init(yaml: String, path: String) throws(Fault) {
    self.path = path
    bytes = Array(yaml.utf8)
    try read(yaml)
  }

  private mutating func read(_ yaml: String) throws(Fault) {
    let root = try ConfigurationNode(yaml: yaml, file: path)
    let table = try root.table(named: "the corrections", keys: ["version", "corrections"])
    guard try table["version"]?.text(named: "version") == "1" else {
      throw root.fault("no version that is known", remedy: "begin the file with ‘version: 1’")
    }
    guard let list = table["corrections"], !list.isNothing else { return }
    for node in try list.list(named: "corrections") {
      entries.append(try Self.correction(node))
    }
  }

  private static let keys = [
    "event", "mention", "add", "date", "type", "status", "title", "place", "parties", "source",
    "url", "merge", "split", "pin", "drop", "author", "reason",
  ]

  private static func correction(_ node: ConfigurationNode) throws(Fault) -> Correction {
    let table = try node.table(named: "the correction", keys: keys)
    func text(_ name: String) throws(Fault) -> String? { try table[name]?.text(named: name) }
    guard let author = try text("author"), let reason = try text("reason"), !author.isEmpty,
      !reason.isEmpty
    else {
      throw node.fault(
        "a correction without author and reason",
        remedy: "add ‘author: NAME’ and ‘reason: WHY’; whoever reads the sheet will ask"
      )
    }
    let target: Correction.Target
    switch (try text("event"), try text("mention"), try text("add")) {
    case (let event?, let mention, nil): target = .event(event, mention: mention)
    case (nil, let mention?, nil): target = .mention(mention)
    case (nil, nil, let name?): target = .added(name)
    default:
      throw node.fault(
        "it does not say what it corrects",
        remedy: "name an ‘event:’, a ‘mention:’, or ‘add:’ an event under a name of your own"
      )
    }
    var correction = Correction(target: target, author: author, reason: reason)
    correction.line = node.line
    if let date = table["date"] { correction.date = try Self.date(date) }
    if let type = try text("type") { correction.type = EventType(rawValue: type) }
    if let status = table["status"] {
      correction.status = EventStatus(
        rawValue: try status.choice(named: "status", of: EventFilter.knownStatuses)
      )
    }
    correction.title = try text("title")
    correction.place = try text("place")
    correction.parties = try table["parties"]?.texts(named: "parties")
    correction.source = try text("source")
    correction.url = try text("url")
    correction.merge = try table["merge"]?.texts(named: "merge") ?? []
    correction.split = try table["split"]?.texts(named: "split") ?? []
    correction.pin = try text("pin")
    correction.isDropped = try table["drop"]?.boolean(named: "drop") ?? false
    guard !correction.summary.isEmpty else {
      throw node.fault(
        "it changes nothing",
        remedy: "set one of \(keys[3...14].joined(separator: ", "))"
      )
    }
    if case .added = target, correction.title == nil || correction.type == nil {
      throw node.fault("an added event needs a title and a type", remedy: "write both")
    }
    return correction
  }

  private static func date(_ node: ConfigurationNode) throws(Fault) -> UncertainDate {
    let text = try node.text(named: "date")
    guard let date = UncertainDate(edtf: text) else {
      throw node.fault(
        "date ‘\(text)’ is not known",
        remedy: "write 2021-07-26, 2021-07, 2021 or 2021-07-26/2021-07-28"
      )
    }
    return date
  }

  /// Complains of types and parties that no table knows, with file and line.
  ///
  /// A party may be a name of one's own; what is written like a code or an id must be one.
  func check(by vocabulary: Vocabulary?) throws(Fault) {
    guard let vocabulary else { return }
    for entry in entries {
      if let type = entry.type, let remedy = vocabulary.remedy(forType: type.rawValue) {
        throw fault(entry, "type ‘\(type.rawValue)’ is not known", remedy: remedy)
      }
      for party in entry.parties ?? [] where Self.isCode(party) {
        guard let remedy = vocabulary.remedy(forParty: party) else { continue }
        throw fault(entry, "party ‘\(party)’ is not known", remedy: remedy)
      }
    }
  }

  private func fault(_ entry: Correction, _ what: String, remedy: String) -> Fault {
    Fault(.configuration, "\(path):\(entry.line): \(what)", remedy: remedy)
  }

  /// `IQ`, `p:biden`; no name in Arabic or English has a colon or so few letters.
  private static func isCode(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      && (text.utf8.count <= 3 || text.utf8.contains(UInt8(ascii: ":")))
  }
}
