#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The bytes of whole files.
enum FileBytes {
  /// Reads a regular file of at most so many bytes.
  static func read(_ path: String, limit: Int) throws(Fault) -> [UInt8] {
    // Opening a pipe nobody writes to would wait for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .reading(path, errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .reading(path, errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Fault(.noInput, "\(path): not a file", remedy: "name a file")
    }
    guard status.st_size <= limit else {
      throw Fault(
        .noInput,
        "\(path): \(status.st_size) bytes, more than \(limit)",
        remedy: "check that it is the right file"
      )
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size))
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .reading(path, errno: errno)
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
      guard bytes.count <= limit else {
        throw Fault(.noInput, "\(path): more than \(limit) bytes", remedy: "check the file")
      }
    }
  }

  /// The digest of a file's bytes, read in pieces.
  static func digest(of path: String) throws(Fault) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .reading(path, errno: errno) }
    defer { close(descriptor) }
    var digest = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .reading(path, errno: errno)
      }
      if count == 0 { return digest.finish() }
      buffer.withUnsafeBytes { digest.add(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
  }

  /// Whether a path names a folder and no link to one: its parent is then where its name says.
  static func isOwnFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a path names a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// How many bytes a regular file has; `nil` when there is none.
  static func size(of path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Size, times and node of a file: when they are the same, so are its bytes.
  ///
  /// - Returns: `nil` when there is no such regular file. `touch` and `cp -p` cannot set the time of
  ///   change, so that a new text is never taken for the old one.
  static func stamp(of path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let (written, changed) = (status.st_mtim, status.st_ctim)
    return "\(status.st_size) \(written.tv_sec).\(written.tv_nsec) "
      + "\(changed.tv_sec).\(changed.tv_nsec) \(status.st_ino)"
  }

  /// Whether a path names something that exists.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
