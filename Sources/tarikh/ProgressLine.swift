import ArgumentParser
import Reporting
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// When something is for a terminal: only there, always or never.
enum Occasion: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never
}

/// A line on standard error that tells how far a run is: a bar, the share, articles, sheets.
///
/// A thread of its own looks at the meter ten times a second, so that the run itself only counts.
/// Whoever writes a message takes the line away first; it comes back with the next look.
enum ProgressLine {
  private static let isOn = Atomic<Bool>(false)
  private static let isShown = Atomic<Bool>(false)

  /// Begins to show a run, where the occasion asks for it.
  ///
  /// - Parameter dataOnOutput: whether data goes to standard output as the run goes on, which must then
  ///   be no terminal for the line to be shown there on its own account.
  static func begin(_ occasion: Occasion, dataOnOutput: Bool) -> ProgressMeter? {
    switch occasion {
    case .never: return nil
    case .always: break
    case .auto:
      guard isatty(STDERR_FILENO) == 1, !isDumb, !(dataOnOutput && isatty(STDOUT_FILENO) == 1)
      else { return nil }
    }
    let meter = ProgressMeter()
    isOn.store(true, ordering: .relaxed)
    watched.withLock { $0 = meter }
    var thread = pthread_t()
    let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { _ in
      ProgressLine.watch()
      return nil
    }
    guard pthread_create(&thread, nil, start, nil) == 0 else { return nil }
    pthread_detach(thread)
    return meter
  }

  /// Takes the line away for good, when the run is over.
  static func end() {
    watched.withLock { watched in
      isOn.store(false, ordering: .relaxed)
      if isShown.exchange(false, ordering: .relaxed) { put(clearing) }
      watched = nil
    }
  }

  /// Writes a message where the line may stand.
  static func write(_ message: String) {
    watched.withLock { _ in
      let isInTheWay = isShown.exchange(false, ordering: .relaxed)
      put(isInTheWay ? clearing + message : message)
    }
  }

  // MARK: - Showing

  private static let watched = Guarded<ProgressMeter?>(nil)
  private static let clearing = "\r\u{1B}[K"

  private static func watch() {
    // A run that is over at once shows nothing at all.
    var wait: UInt32 = 300_000
    while true {
      usleep(wait)
      wait = 100_000
      let isOver = watched.withLock { meter in
        guard isOn.load(ordering: .relaxed), let meter else { return true }
        let text = text(of: meter.counts)
        guard !text.isEmpty else { return false }
        put(clearing + text)
        isShown.store(true, ordering: .relaxed)
        return false
      }
      if isOver { return }
    }
  }

  /// `[######--------]  42 %  1234 articles  2 of 6 sheets`.
  static func text(of counts: ProgressMeter.Counts) -> String {
    var parts: [String] = []
    if let percent = percent(of: counts) {
      let width = 24
      let full = percent * width / 100
      let bar = String(repeating: "#", count: full) + String(repeating: "-", count: width - full)
      let indent = String(repeating: " ", count: percent < 10 ? 2 : percent < 100 ? 1 : 0)
      parts.append("[\(bar)] \(indent)\(percent) %")
    }
    if counts.records > 0 { parts.append("\(counts.records) articles") }
    if counts.allSheets > 0 { parts.append("\(counts.sheets) of \(counts.allSheets) sheets") }
    return parts.joined(separator: "  ")
  }

  /// The share that is done of reading, and of drawing once it has begun; `nil` when unknown.
  private static func percent(of counts: ProgressMeter.Counts) -> Int? {
    if counts.allSheets > 0 { return counts.sheets * 100 / counts.allSheets }
    guard counts.allBytes > 0 else { return nil }
    return min(100, Int(Double(counts.bytes) * 100 / Double(counts.allBytes)))
  }

  private static var isDumb: Bool {
    guard let terminal = getenv("TERM") else { return true }
    return String(cString: terminal) == "dumb"
  }

  private static func put(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      // Nothing is left to be told when even standard error is closed.
      _ = Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
    }
  }
}
