#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The readable files that a list of files and folders names, sorted by path.
public struct ArticleFiles: Sendable {
  /// The paths, each once, in byte order.
  public private(set) var paths: [String] = []
  /// The operands and folders that could not be looked into.
  public private(set) var faults: [ArticleFault] = []

  /// The folders on the way down, so that a link back up ends the walk.
  private var open: Set<FileIdentity> = []

  private struct FileIdentity: Hashable {
    let device: UInt64
    let node: UInt64
  }

  /// Looks up files and folders.
  ///
  /// A folder gives its files of a known kind, those of folders inside too, and texts of office programs, which
  /// reading then refuses; names that begin with a dot are passed over. A file named itself is taken whatever its name, so that reading it can say
  /// what is wrong.
  public init(_ operands: [String]) {
    for operand in operands { add(operand, isOperand: true) }
    var seen: Set<String> = []
    paths = paths.filter { seen.insert($0).inserted }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func add(_ path: String, isOperand: Bool) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      // A link to nowhere inside a folder is no input of anybody's.
      if isOperand || errno != ENOENT { fail(path) }
      return
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      let identity = FileIdentity(
        device: UInt64(truncatingIfNeeded: status.st_dev),
        node: UInt64(truncatingIfNeeded: status.st_ino)
      )
      guard open.insert(identity).inserted else { return }
      addFiles(of: path)
      open.remove(identity)
    } else if isOperand || Self.isText(path) {
      if access(path, R_OK) == 0 { paths.append(path) } else { fail(path) }
    }
  }

  private mutating func addFiles(of folder: String) {
    guard let directory = opendir(folder) else { return fail(folder) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    closedir(directory)
    let separator = folder.hasSuffix("/") ? "" : "/"
    for name in names.sorted() { add(folder + separator + name, isOperand: false) }
  }

  private static func isText(_ path: String) -> Bool {
    let kind = nameExtension(of: path)
    return ArticleReader.extensions.contains(kind) || ArticleReader.foreignExtensions.contains(kind)
  }

  private mutating func fail(_ path: String) {
    let reason: ArticleFault.Reason =
      errno == ENOENT ? .missing : .unreadable(String(cString: strerror(errno)))
    faults.append(ArticleFault(file: path, reason: reason))
  }

  // MARK: - Names

  /// What follows the last dot of a file's name, in small letters; empty when there is none.
  static func nameExtension(of file: String) -> String {
    let name = Self.name(of: file)
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return "" }
    return String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
  }

  /// A file's name without folders and extension.
  static func stem(of file: String) -> String {
    let name = Self.name(of: file)
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return String(decoding: name, as: UTF8.self)
    }
    return String(decoding: name[..<dot], as: UTF8.self)
  }

  private static func name(of file: String) -> ArraySlice<UInt8> {
    Array(file.utf8).split(separator: UInt8(ascii: "/")).last ?? []
  }
}
