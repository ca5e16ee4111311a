import DataFiles
import Drawing
import Yams

/// Reads styles from YAML: those that ship, by name, and those of a user, by path.
///
/// `extends: briefing` takes over all of another style; the file then holds only what differs.
public struct StyleFile {
  private let folder: DataFolder

  /// A reader of the styles in a folder.
  public init(folder: DataFolder) { self.folder = folder }

  /// A reader of the styles that ship.
  public init() throws(DataFileError) { folder = try DataFolder.resources(of: "Styles") }

  /// The names of the styles that ship.
  public var names: [String] {
    let files = (try? folder.files(in: ".")) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
  }

  /// The style of a name, or of a path when the word holds a slash or ends in `.yaml`.
  public func style(_ nameOrPath: String) throws(StyleError) -> Style {
    let document = try document(nameOrPath, within: [], at: nil)
    return try decode(document)
  }

  /// A style's tree after `extends`, and the file it came from with that file's own tree.
  private struct Document {
    let file: String
    let own: Node
    let whole: Node
  }

  private func document(
    _ name: String,
    within chain: [String],
    at place: (file: String, line: Int)?
  ) throws(StyleError) -> Document {
    let (file, bytes) = try bytes(of: name)
    if chain.contains(file) {
      throw .circle(file: place?.file ?? file, line: place?.line ?? 1)
    }
    let own = try compose(bytes, file: file)
    guard let parent = own.mapping?["extends"] else {
      return Document(file: file, own: own, whole: own)
    }
    let line = parent.mark?.line ?? 1
    guard let parentName = parent.string else {
      throw .value(file: file, line: line, key: "extends", reason: "use the name of a style")
    }
    let base = try document(parentName, within: chain + [file], at: (file, line))
    return Document(file: file, own: own, whole: merged(own, over: base.whole))
  }

  private func bytes(of name: String) throws(StyleError) -> (String, [UInt8]) {
    let isPath = name.utf8.contains(UInt8(ascii: "/")) || name.hasSuffix(".yaml")
    let file = isPath ? name : "\(name).yaml"
    if !isPath, !names.contains(name) { throw .unknownStyle(name: name, known: names) }
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    let inside =
      isPath
      ? DataFolder(path: parts.count > 1 ? parts.dropLast().joined(separator: "/") : ".") : folder
    let shown = isPath ? file : "\(folder.path)/\(file)"
    guard let bytes = try? inside.bytes(of: String(parts.last ?? "")) else {
      throw .unreadable(file: shown)
    }
    guard bytes.count <= 65_536 else { throw .tooLong(file: shown, bytes: bytes.count) }
    return (shown, bytes)
  }

  private func compose(_ bytes: [UInt8], file: String) throws(StyleError) -> Node {
    if let line = AnchorScan.firstAnchorLine(in: bytes) { throw .alias(file: file, line: line) }
    let node: Node?
    do {
      // A style's values are read as what its keys want; telling them apart beforehand takes long.
      node = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self), .basic)
    } catch let error as YamlError {
      throw .syntax(file: file, line: error.line, reason: error.reason)
    } catch {
      throw .syntax(file: file, line: 1, reason: "\(error)")
    }
    guard let node, node.mapping != nil else {
      throw .syntax(file: file, line: 1, reason: "a style is a list of keys and values")
    }
    return node
  }

  /// The upper tree's values where it has them, the lower one's elsewhere.
  private func merged(_ upper: Node, over lower: Node) -> Node {
    guard let own = upper.mapping, var result = lower.mapping else { return upper }
    for (key, value) in own where key.string != "extends" {
      result[key] = result[key].map { merged(value, over: $0) } ?? value
    }
    return .mapping(result)
  }

  private func decode(_ document: Document) throws(StyleError) -> Style {
    let style: Style
    do {
      style = try Style(from: NodeDecoder(document.whole))
    } catch let error as DecodingError {
      throw styleError(error, document)
    } catch {
      throw .syntax(file: document.file, line: 1, reason: "\(error)")
    }
    // What decoding took up is what a style knows; any other key is a slip of the pen.
    guard let known = try? KeyTree(of: style) else { return style }
    try checkKeys(of: document.own, against: known, file: document.file)
    try checkContrast(of: style, file: document.file)
    return style
  }

  private func checkKeys(of node: Node, against known: KeyTree, file: String) throws(StyleError) {
    guard let own = node.mapping, !known.inner.isEmpty else { return }
    let all = known.inner
    for (key, value) in own {
      guard let name = key.string, name != "extends" else { continue }
      if let inner = all[name] {
        try checkKeys(of: value, against: inner, file: file)
        continue
      }
      let nearest = Spelling.nearest(to: name, among: all.keys.sorted())
      throw .unknownKey(
        file: file,
        line: key.mark?.line ?? 1,
        key: name,
        nearest: nearest
      )
    }
  }

  private func checkContrast(of style: Style, file: String) throws(StyleError) {
    var texts = style.text.all.map { ("text.\($0.name)", style.colors[$0.text.color]) }
    texts += style.families.sorted { $0.key < $1.key }.map { ("families.\($0)", $1.color) }
    for (name, color) in texts {
      let ratio = min(
        color.contrast(with: style.colors.ground),
        name == "text.badge" ? color.contrast(with: style.colors.tint) : .infinity
      )
      if ratio < 4.5 { throw .contrast(file: file, text: name, ratio: ratio) }
    }
  }

  private func styleError(_ error: DecodingError, _ document: Document) -> StyleError {
    let path: [any CodingKey]
    let reason: String
    switch error {
    case .keyNotFound(let key, let context):
      // Where a key is missing, a misspelt one beside it is the likelier fault.
      let full = (context.codingPath + [key]).map(\.stringValue).joined(separator: ".")
      return .missingKey(file: document.file, key: full)
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      path = context.codingPath
      reason = "has a value of the wrong kind"
    case .dataCorrupted(let context):
      path = context.codingPath
      reason = context.debugDescription
    @unknown default:
      path = []
      reason = "\(error)"
    }
    var node = document.own
    var line = 1
    for key in path {
      guard let next = node.mapping?[key.stringValue] else { break }
      line = next.mark?.line ?? line
      node = next
    }
    let name = path.map(\.stringValue).joined(separator: ".")
    return .value(file: document.file, line: line, key: name, reason: reason)
  }
}

extension YamlError {
  fileprivate var line: Int {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: 1
    }
  }

  fileprivate var reason: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      problem
    default: "\(self)".split(separator: "\n").first.map(String.init) ?? "unreadable"
    }
  }
}
