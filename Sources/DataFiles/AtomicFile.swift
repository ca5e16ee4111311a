import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Writes files that are either whole or not there.
public enum AtomicFile {
  /// Writes the bytes beside the path, makes them durable, and moves them into place.
  ///
  /// A reader sees the old file or the new one, never a part, even after a power cut: the bytes are
  /// synced before the rename and the folder after it. Rights of a file that is replaced are kept.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileWriteError) {
    try draft(bytes, of: path).place()
  }

  /// A file that is written beside its place and durable, but not there yet.
  public struct Draft: Sendable {
    /// The place it is meant for.
    public let path: String
    fileprivate let temporary: String
    fileprivate let folder: String

    /// Moves it into its place.
    public func place() throws(FileWriteError) {
      defer { begun.withLock { _ = $0.remove(temporary) } }
      guard rename(temporary, path) == 0 else {
        let code = errno
        unlink(temporary)
        throw FileWriteError(path: path, step: .rename, errno: code)
      }
      try syncFolder(folder, path: path)
    }

    /// Removes it; one that was placed stays.
    public func discard() {
      guard begun.withLock({ $0.remove(temporary) }) != nil else { return }
      unlink(temporary)
    }
  }

  /// Writes the bytes beside the path and makes them durable.
  public static func draft(_ bytes: [UInt8], of path: String) throws(FileWriteError) -> Draft {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    var template = Array("\(folder)/\(temporaryPrefix)XXXXXX".utf8CString)
    let file = begun.withLock { begun in
      let file = mkstemp(&template)
      if file >= 0 { begun.insert(Self.path(of: template)) }
      return file
    }
    guard file >= 0 else { throw FileWriteError(path: path, step: .create, errno: errno) }
    let draft = Draft(path: path, temporary: Self.path(of: template), folder: folder)
    do throws(FileWriteError) {
      try fill(file, with: bytes, path: path)
    } catch {
      close(file)
      draft.discard()
      throw error
    }
    guard close(file) == 0 else {
      let code = errno
      draft.discard()
      throw FileWriteError(path: path, step: .write, errno: code)
    }
    return draft
  }

  /// How the names of drafts begin; a file of this name is nobody's but ours.
  public static let temporaryPrefix = ".tarikh-"

  /// The drafts that are being written.
  fileprivate static let begun = Mutex<Set<String>>([])

  private static func path(of template: [CChar]) -> String {
    String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes every draft that is being written, for a process that is told to end at once.
  public static func abandon() { begun.withLock { begun in begun.forEach { unlink($0) } } }

  /// Removes the drafts in a folder that a process left behind when it was killed.
  public static func sweep(_ folder: String) {
    guard let directory = opendir(folder) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      let isDraft = name.hasPrefix(temporaryPrefix)
      if isDraft, name.utf8.count == temporaryPrefix.utf8.count + 6 { unlink("\(folder)/\(name)") }
    }
  }

  private static func fill(
    _ file: Int32,
    with bytes: [UInt8],
    path: String
  ) throws(FileWriteError) {
    var done = 0
    while done < bytes.count {
      let written = bytes[done...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        throw FileWriteError(path: path, step: .write, errno: errno)
      }
      done += written
    }
    guard fchmod(file, mode(for: path)) == 0 else {
      throw FileWriteError(path: path, step: .write, errno: errno)
    }
    guard fsync(file) == 0 else {
      throw FileWriteError(path: path, step: .write, errno: errno)
    }
  }

  /// The rights of the file that is replaced, else what the user's mask leaves of 0666.
  private static func mode(for path: String) -> mode_t {
    var status = stat()
    if stat(path, &status) == 0 { return status.st_mode & 0o777 }
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
  }

  fileprivate static func syncFolder(_ folder: String, path: String) throws(FileWriteError) {
    let handle = open(folder, O_RDONLY | O_DIRECTORY)
    guard handle >= 0 else { throw FileWriteError(path: path, step: .rename, errno: errno) }
    defer { close(handle) }
    // Some file systems cannot sync a folder and say so with EINVAL; the rename stands all the same.
    guard fsync(handle) == 0 || errno == EINVAL else {
      throw FileWriteError(path: path, step: .rename, errno: errno)
    }
  }
}

/// Why a file could not be written.
public struct FileWriteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was being done.
  public enum Step: String, Hashable, Sendable {
    case create = "cannot be created"
    case write = "cannot be written"
    case rename = "cannot be moved into place"
  }

  /// The file that was wanted.
  public var path: String
  /// What was being done.
  public var step: Step
  /// The system's number of the fault, for the exit code.
  public var errno: Int32

  /// A fault at a step.
  public init(path: String, step: Step, errno: Int32) {
    self.path = path
    self.step = step
    self.errno = errno
  }

  /// The place, the fault and the remedy in one line.
  public var description: String {
    "\(path): \(step.rawValue): \(String(cString: strerror(errno))); "
      + "check the folder, its permissions and the free space"
  }
}
