import DataFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Compares a text with the one that was found good before.
public enum Golden {
  /// What is different, in words; `nil` when nothing is.
  ///
  /// A new or changed text is written beside the old one as `.new`; with `UPDATE_GOLDEN=1` it takes
  /// the old one's place. A golden never accepts itself: without an old one the test fails.
  public static func difference(_ text: String, _ name: String, test: String = #filePath) -> String?
  {
    let folder = test.split(separator: "/").dropLast().joined(separator: "/")
    let path = "/\(folder)/Golden/\(name)"
    let bytes = Array(text.utf8)
    if getenv("UPDATE_GOLDEN") != nil {
      try? AtomicFile.write(bytes, to: path)
      return nil
    }
    let old = try? DataFolder(path: "/\(folder)/Golden").bytes(of: name)
    if let old, old == bytes { return nil }
    try? AtomicFile.write(bytes, to: path + ".new")
    guard let old else { return "\(path) is missing; see \(name).new and set UPDATE_GOLDEN=1" }
    let before = String(decoding: old, as: UTF8.self).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    let now = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, pair) in zip(before, now).enumerated() where pair.0 != pair.1 {
      return "\(path):\(line + 1):\n- \(pair.0)\n+ \(pair.1)"
    }
    return "\(path): \(before.count) lines before, \(now.count) now"
  }

  /// The text that was found good before; `nil` when there is none, or when it is to be replaced.
  public static func text(_ name: String, test: String = #filePath) -> String? {
    guard getenv("UPDATE_GOLDEN") == nil else { return nil }
    let folder = test.split(separator: "/").dropLast().joined(separator: "/")
    let bytes = try? DataFolder(path: "/\(folder)/Golden").bytes(of: name)
    return bytes.map { String(decoding: $0, as: UTF8.self) }
  }
}
