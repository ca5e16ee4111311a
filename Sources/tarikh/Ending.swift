import ArgumentParser
import Reporting
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How a run ends: the exit code, and one line on standard error when it is not 0.
enum Ending {
  /// Leaves the process as the error asks.
  static func leave(after error: any Error) -> Never {
    ProgressLine.end()
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
          remedy: "see ‘\(helpCommand) --help’"
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
    ProgressLine.end()
    // A closed pipe is no fault of the user's and is passed over in silence, as the signal would.
    if fault.status != .pipeClosed, !fault.what.isEmpty {
      Messages.print(
        LogLine(.fault, "\(fault)", fields: [("code", .number(Int(fault.status.rawValue)))])
      )
    }
    exit(fault.status.rawValue)
  }

  /// The command whose help tells what would have been right.
  private static var helpCommand: String {
    let known = Tarikh.configuration.subcommands.compactMap { $0.configuration.commandName }
    let word = CommandLine.arguments.dropFirst().first ?? ""
    return known.contains(word) ? "tarikh \(word)" : "tarikh"
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

/// What is said to the user, apart from the data.
enum Messages {
  /// Whether each message is an object of JSON.
  private static let isJSON = Atomic<Bool>(false)

  /// From here on every message is an object of JSON.
  static func becomeJSON() { isJSON.store(true, ordering: .relaxed) }

  /// One line on standard error, after the tool's name.
  static func print(_ line: String, _ kind: LogLine.Kind = .note) {
    print(LogLine(kind, line))
  }

  /// One line on standard error.
  static func print(_ line: LogLine) {
    let text =
      isJSON.load(ordering: .relaxed)
      ? line.json : "\(Colouring.name(before: line.kind)) \(line.message)\n"
    guard !text.isEmpty else { return }
    ProgressLine.write(text)
  }
}
