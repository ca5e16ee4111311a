import DataFiles
import Yams

/// A value of a YAML file that knows its place, so that every complaint names file and line.
struct ConfigurationNode {
  private let node: Node
  /// The file's path, as the user wrote it.
  let file: String

  /// Reads a YAML file's text.
  ///
  /// Anchors and aliases are refused before parsing: a few hundred bytes of them can stand for
  /// gigabytes of values.
  init(yaml text: String, file: String) throws(Fault) {
    if let line = AnchorScan.firstAnchorLine(in: Array(text.utf8)) {
      throw Fault(
        .configuration,
        "\(file):\(line): anchors and aliases (&, *) are not read",
        remedy: "write the value out"
      )
    }
    var root: Node?
    do {
      root = try Parser(yaml: text, encoding: .utf8).singleRoot()
    } catch let error as YamlError {
      throw Self.fault(of: error, file: file)
    } catch {
      throw Fault(.configuration, "\(file): \(error)", remedy: "check it with a YAML editor")
    }
    guard let root else {
      throw Fault(.configuration, "\(file):1: the file is empty", remedy: "see the README")
    }
    self.init(node: root, file: file)
  }

  private init(node: Node, file: String) {
    self.node = node
    self.file = file
  }

  /// The line it begins on, counted from 1.
  var line: Int { node.mark?.line ?? 1 }

  /// Whether it is one value, no list or table.
  var isScalar: Bool { node.scalar != nil }

  /// Whether nothing stands behind its key.
  var isNothing: Bool { node.scalar?.string.isEmpty ?? false }

  /// The keys of a table whose keys are the user's own; empty for anything else.
  var ownKeys: [String] { Array((node.mapping ?? [:]).compactMap { $0.key.string }) }

  /// A fault at this place.
  func fault(_ what: String, remedy: String) -> Fault {
    Fault(.configuration, "\(file):\(line): \(what)", remedy: remedy)
  }

  /// Its text, whatever YAML 1.1 would take it for (`NO` is Norway here).
  func text(named name: String) throws(Fault) -> String {
    guard let scalar = node.scalar else {
      throw fault("‘\(name)’ must be one value", remedy: "write ‘\(name): value’")
    }
    return scalar.string
  }

  /// One of the allowed words.
  func choice(named name: String, of allowed: [String]) throws(Fault) -> String {
    let text = try text(named: name)
    guard !allowed.contains(text) else { return text }
    let guess = Spelling.nearest(to: text, among: allowed).map { "did you mean ‘\($0)’?" }
    throw fault(
      "\(name) ‘\(text)’ is not known",
      remedy: guess ?? "use \(allowed.joined(separator: ", "))"
    )
  }

  /// `true` or `false`.
  func boolean(named name: String) throws(Fault) -> Bool {
    try choice(named: name, of: ["true", "false"]) == "true"
  }

  /// A whole number in a range.
  func integer(named name: String, in range: ClosedRange<Int>) throws(Fault) -> Int {
    let text = try text(named: name)
    guard let number = Int(text), range.contains(number) else {
      throw fault(
        "\(name) ‘\(text)’",
        remedy: "use a whole number from \(range.lowerBound) to \(range.upperBound)"
      )
    }
    return number
  }

  /// The entries of a list; a single value is a list of one.
  func list(named name: String) throws(Fault) -> [ConfigurationNode] {
    if let sequence = node.sequence {
      return sequence.map { ConfigurationNode(node: $0, file: file) }
    }
    guard node.scalar != nil else {
      throw fault("‘\(name)’ must be a list", remedy: "write ‘\(name): [a, b]’")
    }
    return [self]
  }

  /// The texts of a list.
  func texts(named name: String) throws(Fault) -> [String] {
    var texts: [String] = []
    for entry in try list(named: name) { texts.append(try entry.text(named: name)) }
    return texts
  }

  /// The values of a table by key; an unknown key is a fault that names the one probably meant.
  func table(named name: String, keys: [String]) throws(Fault) -> [String: ConfigurationNode] {
    guard let mapping = node.mapping else {
      throw fault("‘\(name)’ must be a table", remedy: "write its keys below it, indented")
    }
    var table: [String: ConfigurationNode] = [:]
    for (key, value) in mapping {
      let keyNode = ConfigurationNode(node: key, file: file)
      let text = try keyNode.text(named: name)
      guard keys.contains(text) else {
        let guess = Spelling.nearest(to: text, among: keys).map { "did you mean ‘\($0)’?" }
        throw keyNode.fault(
          "unknown key ‘\(text)’ in \(name)",
          remedy: guess ?? "its keys are \(keys.joined(separator: ", "))"
        )
      }
      table[text] = ConfigurationNode(node: value, file: file)
    }
    return table
  }

  private static func fault(of error: YamlError, file: String) -> Fault {
    let place: Mark?
    let problem: String
    switch error {
    case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _),
      .composer(_, let text, let mark, _):
      (place, problem) = (mark, text)
    case .duplicatedKeysInMapping(let keys, let context):
      (place, problem) = (context.mark, "the key ‘\(keys.first ?? "")’ stands twice")
    default:
      (place, problem) = (nil, "not YAML")
    }
    return Fault(
      .configuration,
      "\(file):\(place?.line ?? 1): \(problem)",
      remedy: "check indentation, colons and quotation marks there"
    )
  }
}
