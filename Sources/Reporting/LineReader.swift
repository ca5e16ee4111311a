#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Cuts a stream of bytes into lines, in batches large enough to share out among threads.
struct LineReader: ~Copyable {
  /// One line without its end.
  struct Line: Sendable {
    /// The number in the stream, counted from 1.
    var number: Int
    /// The bytes; empty when the line is too long.
    var bytes: [UInt8]
    /// Whether it has more bytes than allowed.
    var isTooLong = false
  }

  private let descriptor: Int32
  private let name: String
  private let limit: Int
  private var block: [UInt8]
  private var pending: [UInt8] = []
  private var isSkipping = false
  private var isAtEnd = false
  private var count = 0

  /// A reader of a descriptor that the caller closes.
  ///
  /// - Parameters:
  ///   - name: what messages call it.
  ///   - limit: the most bytes of a line; a longer one is skipped without keeping it in memory.
  init(descriptor: Int32, name: String, limit: Int) {
    self.descriptor = descriptor
    self.name = name
    self.limit = limit
    block = [UInt8](repeating: 0, count: 1 << 17)
  }

  /// The next lines, of so many bytes together or a few more; empty at the end.
  ///
  /// What a pipe holds is handed on when the pipe runs dry, so that a filter answers each line
  /// before the next is asked for.
  mutating func next(bytes wanted: Int) throws(Fault) -> [Line] {
    var lines: [Line] = []
    var total = 0
    while !isAtEnd, total < wanted {
      let read = read(descriptor, &block, block.count)
      if read < 0 {
        if errno == EINTR { continue }
        throw .reading(name, errno: errno)
      }
      total += read
      if read == 0 {
        isAtEnd = true
        if !pending.isEmpty || isSkipping { endLine(into: &lines) }
      } else {
        cut(read, into: &lines)
        if read < block.count, !lines.isEmpty { break }
      }
    }
    return lines
  }

  private mutating func cut(_ count: Int, into lines: inout [Line]) {
    var start = 0
    while start < count {
      let end = block[start..<count].firstIndex(of: UInt8(ascii: "\n"))
      if !isSkipping { pending.append(contentsOf: block[start..<(end ?? count)]) }
      if pending.count > limit {
        isSkipping = true
        pending = []
      }
      guard let end else { return }
      endLine(into: &lines)
      start = end + 1
    }
  }

  private mutating func endLine(into lines: inout [Line]) {
    count += 1
    if pending.last == UInt8(ascii: "\r") { pending.removeLast() }
    lines.append(Line(number: count, bytes: pending, isTooLong: isSkipping))
    pending = []
    isSkipping = false
  }
}
