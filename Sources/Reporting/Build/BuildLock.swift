import DataFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Keeps two builds from writing one report at a time.
///
/// `flock` on the folder of the sheets and on the archive itself: the system lets go of it when the
/// process ends, however it ends, so that no lock is ever stale and no lock file lies about.
struct BuildLock: ~Copyable {
  /// How many seconds to wait for another build to end.
  let patience: Double
  private var descriptors: [Int32] = []

  init(patience: Double) { self.patience = patience }

  deinit { for descriptor in descriptors { close(descriptor) } }

  /// Locks a folder, which is made when it is not there.
  mutating func take(folder: String, isForced: Bool = false) throws(Fault) {
    try OutputFolder(path: folder, own: [], isForced: isForced).create()
    try take(folder, flags: O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  }

  /// Locks a file, which is made empty when it is not there.
  mutating func take(file: String) throws(Fault) {
    try take(file, flags: O_RDWR | O_CREAT | O_CLOEXEC)
  }

  private mutating func take(_ path: String, flags: Int32) throws(Fault) {
    var waited = 0.0
    while true {
      let descriptor = open(path, flags, 0o666)
      guard descriptor >= 0 else { throw .writing(path, errno: errno) }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        if isStill(descriptor, path) {
          descriptors.append(descriptor)
          return
        }
        // Another file took its place while we waited, as ‘tarikh archive restore’ does it.
        close(descriptor)
        continue
      }
      let code = errno
      close(descriptor)
      guard code == EWOULDBLOCK || code == EINTR else { throw .writing(path, errno: code) }
      guard waited < patience else {
        throw Fault(
          .locked,
          "\(path): another build holds it",
          remedy: "wait for it to end, or give --wait-lock 60s"
        )
      }
      usleep(20_000)
      waited += 0.02
    }
  }

  /// Whether the path still names the file that was opened.
  private func isStill(_ descriptor: Int32, _ path: String) -> Bool {
    var opened = stat()
    var named = stat()
    return fstat(descriptor, &opened) == 0 && stat(path, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }
}
