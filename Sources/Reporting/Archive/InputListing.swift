import ArticleReading

/// The files of a report's articles as they are now.
struct InputListing: Sendable {
  /// One file.
  struct File: Hashable, Sendable {
    /// Its path, to open it.
    var path: String
    /// Its path from the report's folder, by which the archive knows it.
    var name: String
    /// Its size, times and node.
    var stamp: String
  }

  /// The files, sorted by path within each entry of the report.
  private(set) var files: [File] = []
  /// What could not be looked into.
  private(set) var faults: [ArticleFault] = []
  private let start: String
  private let entries: [ArticlePlace]

  /// Lists the files of a report.
  init(of report: Report) {
    start = report.folder.isEmpty ? "" : report.folder + "/"
    entries = report.articles.map { ArticlePlace($0, of: report) }
    var known: Set<String> = []
    for entry in entries {
      let found = ArticleFiles(entry.operands)
      faults += found.faults
      for path in found.paths where known.insert(path).inserted {
        guard let stamp = FileBytes.stamp(of: path) else {
          let reason = ArticleFault.Reason.notAFile("a pipe or a device")
          faults.append(ArticleFault(file: path, reason: reason))
          continue
        }
        files.append(File(path: path, name: name(of: path), stamp: stamp))
      }
    }
  }

  /// A path as seen from the report's folder.
  func name(of path: String) -> String {
    path.hasPrefix(start) ? String(path.dropFirst(start.count)) : path
  }

  /// Whether an entry of the report still covers a file, be it there or not.
  func covers(_ name: String) -> Bool {
    entries.contains { $0.covers(start + name) || $0.covers(name) }
  }
}
