import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Ends the process at once when it is told to, with nothing half-written left behind.
///
/// Every file is written beside its place and moved there, and the archive is a log of whole
/// transactions, so that there is nothing to finish: drafts are removed, and that is all. A thread
/// waits for the signal, for hardly anything may be done in a handler.
enum Interruption {
  /// Begins to watch; called before any other thread is there, for threads inherit the mask.
  static func watch() {
    var signals = sigset_t()
    sigemptyset(&signals)
    var isAny = false
    // A shell that starts the tool in the background has it ignore the keyboard; so be it.
    let ignored = ignored()
    for signal in [SIGINT, SIGTERM] where ignored >> UInt64(signal - 1) & 1 == 0 {
      sigaddset(&signals, signal)
      isAny = true
    }
    guard isAny, pthread_sigmask(SIG_BLOCK, &signals, nil) == 0 else { return }
    var thread = pthread_t()
    let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { _ in
      Interruption.wait()
    }
    guard pthread_create(&thread, nil, start, nil) == 0 else {
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
      return
    }
    pthread_detach(thread)
  }

  private static func wait() -> Never {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    while true {
      var signal: Int32 = 0
      guard sigwait(&signals, &signal) == 0 else { continue }
      Drafts.abandon()
      _exit(128 + signal)
    }
  }

  /// The signals that whoever started the tool has it ignore, one bit each.
  private static func ignored() -> UInt64 {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 4096)
    while fgets(&buffer, Int32(buffer.count), file) != nil {
      let line = String(
        decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)),
        as: UTF8.self
      )
      guard line.hasPrefix("SigIgn:") else { continue }
      return UInt64(line.dropFirst(7).filter(\.isHexDigit), radix: 16) ?? 0
    }
    return 0
  }
}
