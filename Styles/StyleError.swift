/// What can be wrong with a style file.
public enum StyleError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No style of this name ships, and no file of this name exists.
  case unknownStyle(name: String, known: [String])
  /// The file cannot be read.
  case unreadable(file: String)
  /// The file is longer than any style needs to be.
  case tooLong(file: String, bytes: Int)
  /// It is no YAML.
  case syntax(file: String, line: Int, reason: String)
  /// Anchors and aliases are refused: a few lines of them can fill the memory.
  case alias(file: String, line: Int)
  /// A key that no style has.
  case unknownKey(file: String, line: Int, key: String, nearest: String?)
  /// A key that a style must have.
  case missingKey(file: String, key: String)
  /// A value that does not fit its key.
  case value(file: String, line: Int, key: String, reason: String)
  /// A style that extends itself, maybe by way of others.
  case circle(file: String, line: Int)
  /// Text that would be hard to read.
  case contrast(file: String, text: String, ratio: Double)

  /// The place, the fault and the remedy in one line.
  public var description: String {
    switch self {
    case .unknownStyle(let name, let known):
      "no style ‘\(name)’; use \(known.joined(separator: ", ")) or the path of a .yaml file"
    case .unreadable(let file): "\(file): cannot be read; check that it exists and its permissions"
    case .tooLong(let file, let bytes):
      "\(file): \(bytes) bytes are too many for a style; 65536 are the limit"
    case .syntax(let file, let line, let reason): "\(file):\(line): is no YAML: \(reason)"
    case .alias(let file, let line):
      "\(file):\(line): anchors (&) and aliases (*) are not read; write the value out"
    case .unknownKey(let file, let line, let key, let nearest):
      "\(file):\(line): unknown key ‘\(key)’"
        + (nearest.map { "; did you mean ‘\($0)’?" } ?? "; see Styles/briefing.yaml for all keys")
    case .missingKey(let file, let key):
      "\(file): the key ‘\(key)’ is missing; add it or ‘extends: briefing’"
    case .value(let file, let line, let key, let reason): "\(file):\(line): \(key): \(reason)"
    case .circle(let file, let line): "\(file):\(line): extends itself; name another style"
    case .contrast(let file, let text, let ratio):
      "\(file): \(text) stands out from the ground by \(tenth(ratio)):1 only; "
        + "4.5:1 is the least, take a darker or lighter colour"
    }
  }
}

private func tenth(_ ratio: Double) -> String {
  let tenths = Int((ratio * 10).rounded(.down))
  return "\(tenths / 10).\(tenths % 10)"
}
