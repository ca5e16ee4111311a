import ArgumentParser
import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How a run ends: the exit code, and one line on standard error when it is not 0.
enum Ending {
  /// Leaves the process as the error asks.
  static func leave(after error: any Error) -> Never {
    if let fault = error as? Fault { leave(fault) }
    switch Tarikh.exitCode(for: error) {
    case .success:
      // Help and version are no failures; the parser prints them as asked.
      Tarikh.exit(withError: error)
    case .validationFailure:
      leave(
        Fault(
          .usage,
          oneLine(Tarikh.message(for: error)),
          remedy: "see ‘tarikh --help’"
        )
      )
    case let code where error is ExitCode:
      exit(code.rawValue)
    default:
      leave(Fault(.internalError, oneLine("\(error)"), remedy: "please report it, with the input"))
    }
  }

  /// Prints the fault in one line and leaves with its code.
  static func leave(_ fault: Fault) -> Never {
    // A closed pipe is no fault of the user's and is passed over in silence, as the signal would.
    if fault.status != .pipeClosed, !fault.what.isEmpty { Messages.print("\(fault)") }
    exit(fault.status.rawValue)
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

/// What is said to the user, apart from the data.
enum Messages {
  /// One line on standard error, after the tool's name.
  static func print(_ line: String) {
    var line = "tarikh: \(line)\n"
    line.withUTF8 { bytes in
      // Nothing is left to be told when even standard error is closed.
      _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count)
    }
  }
}
