#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Opens what an operand names without ever waiting for it.
///
/// Opening a pipe waits until somebody writes to it, and a device such as `/dev/zero` has no end: in
/// a folder that others fill, either would hold up every article beside it.
public enum InputFile {
  /// How many milliseconds a pipe's writer may take to come.
  private static let patience = 500

  /// Opens a file, a folder of which reading then fails, a terminal, or a pipe that has a writer.
  ///
  /// - Returns: the descriptor, which the caller closes.
  public static func open(_ path: String) throws(ArticleFault.Reason) -> Int32 {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    let descriptor = openDescriptor(path, flags)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .missing : .unreadable(String(cString: strerror(errno)))
    }
    if let reason = obstacle(descriptor, path) {
      close(descriptor)
      throw reason
    }
    return descriptor
  }

  /// Why an open file is not to be read; `nil` when it is.
  private static func obstacle(_ descriptor: Int32, _ path: String) -> ArticleFault.Reason? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      return .unreadable(String(cString: strerror(errno)))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG, S_IFDIR: return nil
    case S_IFIFO:
      if !hasWriter(descriptor, path) { return .notAFile("a pipe that nobody writes to") }
    case S_IFCHR: if isatty(descriptor) == 0 { return .notAFile("a device") }
    default: return .notAFile("neither a file nor a pipe")
    }
    // From here on reading waits for what the other end has still to say.
    let flags = fcntl(descriptor, F_GETFL)
    return flags >= 0 && fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK) == 0
      ? nil : .unreadable(String(cString: strerror(errno)))
  }

  /// Whether a pipe has bytes to give, or somebody who may give them.
  private static func hasWriter(_ descriptor: Int32, _ path: String) -> Bool {
    // A pipe tells that its writers are gone once it has had one since it was opened; now it has.
    let own = openDescriptor(path, O_WRONLY | O_CLOEXEC | O_NONBLOCK)
    if own >= 0 { close(own) }
    for _ in 0..<patience {
      var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&state, 1, 0) >= 0 || errno == EINTR else { return false }
      if Int32(state.revents) & POLLIN != 0 { return true }
      if own >= 0, Int32(state.revents) & POLLHUP == 0 { return true }
      usleep(1000)
    }
    return false
  }

  /// The system's `open`, whose name is taken here.
  private static func openDescriptor(_ path: String, _ flags: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.open(path, flags)
    #else
      Musl.open(path, flags)
    #endif
  }
}
