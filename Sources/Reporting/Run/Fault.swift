/// Why a run cannot go on: what, where, and what to do, with the exit code that says it to a script.
public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The exit code.
  public var status: Status
  /// Place and fault: `inbox/a.txt: no such file`.
  public var what: String
  /// What the user can do about it.
  public var remedy: String

  /// A fault.
  public init(_ status: Status, _ what: String, remedy: String) {
    self.status = status
    self.what = what
    self.remedy = remedy
  }

  /// One line: what, where, and what to do.
  public var description: String {
    let line = remedy.isEmpty ? what : "\(what); \(remedy)"
    return String(decoding: line.utf8.map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }
}

extension Fault {
  /// The exit codes, after `sysexits.h`.
  public enum Status: Int32, Hashable, Sendable {
    /// Done, or nothing to do.
    case done = 0
    /// Done, but more input was bad than allowed.
    case tooMuchBadInput = 3
    /// The command line is wrong.
    case usage = 64
    /// The input holds nothing that could be used.
    case noData = 65
    /// An input is missing or cannot be read.
    case noInput = 66
    /// A font or a library is missing.
    case unavailable = 69
    /// A bug of ours.
    case internalError = 70
    /// An output cannot be created.
    case cannotCreate = 73
    /// An input or output error; a full disk.
    case inputOutput = 74
    /// Another build holds the lock.
    case locked = 75
    /// Not permitted.
    case notPermitted = 77
    /// The report or a style is wrong.
    case configuration = 78
    /// The reader of the output went away.
    case pipeClosed = 141
  }
}
