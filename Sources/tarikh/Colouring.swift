import Reporting
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The colours of messages on a terminal: faults red, warnings yellow; nothing else is coloured.
enum Colouring {
  private static let choice = Atomic<Int>(0)

  /// Sets when to colour.
  static func set(_ occasion: Occasion) {
    choice.store(occasion == .auto ? 0 : occasion == .always ? 1 : 2, ordering: .relaxed)
  }

  /// The tool's name as it stands before a message of a kind.
  static func name(before kind: LogLine.Kind) -> String {
    guard isOn else { return "tarikh:" }
    switch kind {
    case .fault: return "\u{1B}[1;31mtarikh:\u{1B}[0m"
    case .warning: return "\u{1B}[33mtarikh:\u{1B}[0m"
    case .note, .change, .summary: return "tarikh:"
    }
  }

  /// After https://no-color.org: set and not empty.
  private static var isOn: Bool {
    switch choice.load(ordering: .relaxed) {
    case 1: return true
    case 2: return false
    default:
      if let none = getenv("NO_COLOR"), strlen(none) > 0 { return false }
      guard let terminal = getenv("TERM"), strcmp(terminal, "dumb") != 0 else { return false }
      return isatty(STDERR_FILENO) == 1
    }
  }
}
