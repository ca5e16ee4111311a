#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One line of a file, without its end.
public struct NumberedLine: Sendable {
  /// The line, counted from 1.
  public let number: Int
  /// Its bytes; empty when it was too long to keep.
  public let bytes: [UInt8]
  /// Whether it was longer than the source keeps.
  public let isTooLong: Bool

  /// A line by its number and bytes.
  public init(number: Int, bytes: [UInt8], isTooLong: Bool = false) {
    self.number = number
    self.bytes = bytes
    self.isTooLong = isTooLong
  }
}

/// Reads lines from a file descriptor, one at a time, in flat memory.
///
/// Empty lines at the end of the file are no lines. A carriage return before the end belongs to it.
public struct LineSource: ~Copyable {
  private let descriptor: Int32
  private let limit: Int
  private var buffer: [UInt8]
  /// The bytes in the buffer not yet given out.
  private var unread = 0..<0
  private var number = 0
  /// Empty lines that were read and not yet given out, as more may follow.
  private var held = 0
  private var afterHeld: NumberedLine?
  private var isAtEnd = false
  /// The system's words when reading failed; the lines end there.
  public private(set) var failure: String?

  /// Whether the next line must be waited for: nothing read is left to give out.
  public var isDry: Bool { unread.isEmpty && afterHeld == nil }

  /// Lines of an open file, which stays open.
  ///
  /// - Parameter limit: lines of more bytes are stepped over and told as too long.
  public init(descriptor: Int32, limit: Int) {
    self.descriptor = descriptor
    self.limit = limit
    buffer = [UInt8](repeating: 0, count: 1 << 18)
  }

  /// The next line; `nil` at the end.
  public mutating func next() -> NumberedLine? {
    if held > 0, let line = afterHeld {
      let blank = NumberedLine(number: line.number - held, bytes: [], isTooLong: false)
      held -= 1
      return blank
    }
    if let line = afterHeld {
      afterHeld = nil
      return line
    }
    while let line = read() {
      if line.bytes.isEmpty && !line.isTooLong {
        held += 1
        continue
      }
      if held == 0 { return line }
      afterHeld = line
      return next()
    }
    return nil
  }

  /// The next line, empty or not.
  private mutating func read() -> NumberedLine? {
    var bytes: [UInt8] = []
    var isTooLong = false
    var hasBytes = false
    while true {
      if unread.isEmpty, !fill() { break }
      hasBytes = true
      let found = buffer.withUnsafeBufferPointer { pointer -> Int? in
        guard let base = pointer.baseAddress,
          let hit = memchr(base + unread.lowerBound, 0x0A, unread.count)
        else { return nil }
        return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(hit))
      }
      let end = found ?? unread.upperBound
      if !isTooLong {
        if bytes.count + (end - unread.lowerBound) > limit {
          isTooLong = true
          bytes = []
        } else {
          bytes.append(contentsOf: buffer[unread.lowerBound..<end])
        }
      }
      unread = min(end + (found == nil ? 0 : 1), unread.upperBound)..<unread.upperBound
      if found != nil { break }
    }
    guard hasBytes else { return nil }
    if bytes.last == 0x0D { bytes.removeLast() }
    number += 1
    return NumberedLine(number: number, bytes: bytes, isTooLong: isTooLong)
  }

  /// Reads more; `false` at the end or when that fails.
  private mutating func fill() -> Bool {
    guard !isAtEnd else { return false }
    let count = buffer.withUnsafeMutableBytes { SystemRead.bytes(descriptor, $0) }
    if count > 0 {
      unread = 0..<count
      return true
    }
    if count < 0 { failure = String(cString: strerror(errno)) }
    isAtEnd = true
    return false
  }
}
