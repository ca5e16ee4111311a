import EventArchive
import Exporting
import NewsModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `tarikh edit`: adds an entry to `corrections.yaml`.
public struct EditJob: Sendable {
  /// Who corrects; the login name when `nil`.
  public var author: String?
  /// What is set, by the keys of the file.
  public var fields: [(String, String)] = []
  /// What is set to lists, by the keys of the file.
  public var lists: [(String, [String])] = []
  /// Whether it is to be left out.
  public var isDropped = false
  /// Whether the id is a name for an event of one's own.
  public var isAdded = false

  private let id: String
  private let reportPath: String
  private let reason: String

  /// An entry for an event, a mention, or an event of one's own.
  public init(id: String, report: String, reason: String) {
    self.id = id
    reportPath = report
    self.reason = reason
  }

  /// Writes it.
  ///
  /// - Returns: the path and line it was written to.
  public func run() throws(Fault) -> String {
    let report = try ReportFile(path: reportPath).report()
    let tables = try WordTables.ofEvents(userTables: report.gazetteer.map(report.resolved))
    let old = try Corrections(of: report)
    var text = old.bytes.map { String(decoding: $0, as: UTF8.self) } ?? ""
    if old.bytes == nil { text = "version: 1\ncorrections:\n" }
    if !text.hasSuffix("\n") { text += "\n" }
    let line = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    let indent = Self.indent(of: text)
    text += entry(mention: try mention(report), indent: indent)
    // What was written must be read by the next build; better no entry than one that stops it.
    let new: Corrections
    do throws(Fault) {
      new = try Corrections(yaml: text, path: old.path)
    } catch {
      throw Fault(.usage, "the correction would not be read: \(error.what)", remedy: error.remedy)
    }
    guard new.entries.count == old.entries.count + 1, let added = new.entries.last else {
      throw Fault(
        .configuration,
        "\(old.path): ends with something else than its corrections",
        remedy: "move ‘corrections:’ to the end of the file"
      )
    }
    if let type = added.type, let remedy = tables.vocabulary?.remedy(forType: type.rawValue) {
      throw Fault(.usage, "--type ‘\(type.rawValue)’ is not known", remedy: remedy)
    }
    do throws(Fault) {
      try new.check(by: tables.vocabulary)
    } catch {
      throw Fault(.usage, "the correction would not be read: \(error.what)", remedy: error.remedy)
    }
    let slash = old.path.lastIndex(of: "/")
    let name = slash.map { String(old.path[old.path.index(after: $0)...]) } ?? old.path
    let folder = OutputFolder(
      path: slash.map { String(old.path[..<$0]) } ?? ".",
      own: [],
      isForced: true
    )
    try folder.write(Array(text.utf8), as: name)
    return "\(old.path):\(line)"
  }

  /// How far the entries of a file are indented.
  private static func indent(of text: String) -> String {
    let lines = text.split(separator: "\n").drop { !$0.hasPrefix("corrections:") }.dropFirst()
    let first = lines.first { $0.drop { $0 == " " }.hasPrefix("- ") }
    return String(repeating: " ", count: first.map { $0.prefix { $0 == " " }.count } ?? 2)
  }

  private func entry(mention: String?, indent: String) -> String {
    var lines: [String] = []
    if isAdded {
      lines.append("add: \(Self.quoted(id))")
    } else if id.hasPrefix("ev-") {
      lines.append("event: \(Self.quoted(id))")
      // Should the event's id change one day, its telling still leads to it.
      if let mention { lines.append("mention: \(Self.quoted(mention))") }
    } else {
      lines.append("mention: \(Self.quoted(id))")
    }
    for (name, value) in fields { lines.append("\(name): \(Self.quoted(value))") }
    for (name, values) in lists {
      lines.append("\(name): [\(values.map(Self.quoted).joined(separator: ", "))]")
    }
    if isDropped { lines.append("drop: true") }
    lines.append("author: \(Self.quoted(author ?? Self.login))")
    lines.append("reason: \(Self.quoted(reason))")
    return lines.enumerated().map { index, line in
      "\(indent)\(index == 0 ? "- " : "  ")\(line)\n"
    }.joined()
  }

  /// The mention that the event's headline is from, where an archive knows it; an id that nothing
  /// bears is refused.
  private func mention(_ report: Report) throws(Fault) -> String? {
    guard !isAdded, let path = report.archivePath, FileBytes.exists(path) else {
      return nil
    }
    let archive = try catching { () throws(ArchiveError) in try Archive(path: path, for: .reading) }
    defer { archive.close() }
    let lines = try catching { () throws(ArchiveError) in
      try archive.eventLines(ofEventOrMention: id)
    }
    guard let event = lines.first.flatMap({ EventFile(Array($0.utf8)).events.first }) else {
      throw Fault(
        .usage,
        "\(path): no event or mention is ‘\(id)’",
        remedy: "see ‘tarikh list’; --add makes an event of your own"
      )
    }
    let named =
      fields.filter { $0.0 == "pin" }.map(\.1) + lists.filter { $0.0 != "parties" }.flatMap(\.1)
    for other in named {
      let found = try catching { () throws(ArchiveError) in
        try archive.eventLines(ofEventOrMention: other)
      }
      guard found.isEmpty else { continue }
      throw Fault(
        .usage,
        "\(path): no event or mention is ‘\(other)’",
        remedy: "see ‘tarikh list’ and ‘tarikh show \(id)’"
      )
    }
    return event.headlineMention
  }

  /// A text as YAML reads it back, whatever it holds.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\x" + (digits.utf8.count == 1 ? "0" : "") + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// The name the user is logged in under; where nothing tells it, the number of the user.
  static var login: String {
    for name in ["LOGNAME", "USER"] {
      if let value = getenv(name), strlen(value) > 0 { return String(cString: value) }
    }
    return name(ofUser: getuid()) ?? "uid \(getuid())"
  }

  /// The name of a user by the password database; `nil` when it has none of that number.
  static func name(ofUser number: uid_t) -> String? {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var texts = [CChar](repeating: 0, count: 1 << 14)
    guard getpwuid_r(number, &entry, &texts, texts.count, &found) == 0, found != nil,
      let name = entry.pw_name, strlen(name) > 0
    else { return nil }
    return String(cString: name)
  }
}
