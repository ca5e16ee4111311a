#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An entry of `articles:` in a report: a file, a folder, or a pattern that names some (`*/2021-*.html`).
struct ArticlePlace: Hashable, Sendable {
  /// The entry, made relative to where the tool runs.
  let path: String
  /// The pattern in which the folder of the report stands for itself; `nil` for a plain path.
  private let pattern: String?

  /// An entry of a report.
  init(_ entry: String, of report: Report) {
    path = report.resolved(entry)
    guard entry.utf8.contains(where: "*?[".utf8.contains), !FileBytes.exists(path) else {
      pattern = nil
      return
    }
    let start = path.hasSuffix(entry) ? String(path.dropLast(entry.count)) : ""
    pattern = Self.escaped(start) + (start.isEmpty ? path : entry)
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { $0 += "*?[\\".contains($1) ? "\\\($1)" : "\($1)" }
  }

  /// The files and folders it names now, sorted; a pattern that names none stands for itself, so that
  /// whoever opens it says so.
  var operands: [String] {
    guard let pattern else { return [path] }
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0, let paths = found.gl_pathv else { return [path] }
    var operands: [String] = []
    for index in 0..<Int(found.gl_pathc) {
      if let path = paths[index] { operands.append(String(cString: path)) }
    }
    return operands.isEmpty ? [path] : operands
  }

  /// Whether it covers a file: by its own path, or by that of a folder the file is in.
  func covers(_ file: String) -> Bool {
    guard let pattern else {
      return file == path || file.hasPrefix(path.hasSuffix("/") ? path : path + "/")
        || (path == "." && !file.hasPrefix("/"))
    }
    var place = file[...]
    while true {
      if fnmatch(pattern, String(place), FNM_PATHNAME | FNM_PERIOD) == 0 { return true }
      guard let slash = place.lastIndex(of: "/"), slash > place.startIndex else { return false }
      place = place[..<slash]
    }
  }
}
