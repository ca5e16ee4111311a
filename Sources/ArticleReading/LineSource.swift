#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads whole lines from a file descriptor, block by block, in flat memory.
///
/// A block is what one read of the system gave, up to its last line end, so a pipe is answered
/// before more is waited for. Empty lines at the end of the file are no lines.
public struct LineSource: ~Copyable, Sendable {
  private let descriptor: Int32
  private let limit: Int
  private var buffer: [UInt8]
  /// The bytes read and not yet given out: the beginning of a line.
  private var pending: [UInt8] = []
  /// How many lines were given out or held.
  private var number = 0
  /// Empty lines that were read and not yet given out, as no other may follow.
  private var held = LineBlock.Blanks()
  /// Where in the file the bytes begin that were not yet given out or held.
  private var position = 0
  /// How many bytes of the first line that is pending were not kept.
  private var dropped = 0
  /// A block whose empty lines are still being given out.
  private var ready: LineBlock?
  private var isAtEnd = false
  /// The system's words when reading failed; the lines end there.
  public private(set) var failure: String?

  /// How many empty lines are given out at a time.
  private static let mostBlanks = 1 << 12

  /// Lines of an open file, which stays open.
  ///
  /// - Parameter limit: lines of more bytes are stepped over and told as too long.
  public init(descriptor: Int32, limit: Int) {
    self.descriptor = descriptor
    self.limit = limit
    buffer = [UInt8](repeating: 0, count: 1 << 18)
  }

  /// The next lines; `nil` at the end.
  public mutating func next() -> LineBlock? {
    guard let block = ready ?? read() else { return nil }
    guard block.blanks.count > Self.mostBlanks else {
      ready = nil
      return block
    }
    var rest = block.blanks
    let first = rest.removeFirst(Self.mostBlanks)
    ready = LineBlock(
      firstNumber: block.firstNumber + Self.mostBlanks,
      blanks: rest,
      start: block.start,
      dropped: block.dropped,
      bytes: block.bytes,
      limit: limit
    )
    return LineBlock(
      firstNumber: block.firstNumber,
      blanks: first,
      start: block.start,
      dropped: 0,
      bytes: [],
      limit: limit
    )
  }

  /// The next lines that are not all empty.
  private mutating func read() -> LineBlock? {
    while let lines = wholeLines() {
      if let block = block(of: lines) { return block }
    }
    return pending.isEmpty ? nil : block(of: take(pending.count))
  }

  /// The lines that a read completes; `nil` at the end.
  private mutating func wholeLines() -> [UInt8]? {
    while true {
      let start = pending.count
      guard fill() else { return nil }
      let last = pending[start...].lastIndex(of: 0x0A)
      if let last { return take(last + 1) }
    }
  }

  /// Takes the first bytes of those that are pending.
  private mutating func take(_ count: Int) -> [UInt8] {
    let rest = Array(pending[count...])
    var bytes = pending
    pending = rest
    bytes.removeLast(rest.count)
    return bytes
  }

  /// The block of some lines with the empty ones before them; `nil` when all are empty.
  private mutating func block(of lines: [UInt8]) -> LineBlock? {
    var bytes = lines
    var blanks = LineBlock.Blanks()
    while let end = Self.startOfLastBlank(in: bytes) {
      let width = bytes.count - end
      blanks.width = blanks.count == 0 || blanks.width == width ? width : nil
      blanks.count += 1
      bytes.removeLast(width)
    }
    let start = position
    blanks.start = start + dropped + bytes.count
    position = start + dropped + lines.count
    let unkept = dropped
    dropped = 0
    guard !bytes.isEmpty else {
      number += blanks.count
      if held.count == 0 {
        held = blanks
      } else {
        held.count += blanks.count
        if held.width != blanks.width { held.width = nil }
      }
      return nil
    }
    let count = Self.lineCount(in: bytes)
    defer {
      number += count + blanks.count
      held = blanks
    }
    return LineBlock(
      firstNumber: number - held.count + 1,
      blanks: held,
      start: start,
      dropped: unkept,
      bytes: bytes,
      limit: limit
    )
  }

  /// Where the last line begins when it is an empty one.
  private static func startOfLastBlank(in bytes: [UInt8]) -> Int? {
    var start = bytes.count
    guard bytes.last == 0x0A || bytes == [0x0D] else { return nil }
    if bytes.last == 0x0A { start -= 1 }
    if start > 0, bytes[start - 1] == 0x0D { start -= 1 }
    return start == 0 || bytes[start - 1] == 0x0A ? start : nil
  }

  private static func lineCount(in bytes: [UInt8]) -> Int {
    var count = 0
    var offset = 0
    while let end = LineBlock.lineEnd(in: bytes, from: offset) {
      count += 1
      offset = end + 1
    }
    return offset < bytes.count ? count + 1 : count
  }

  /// Reads more; `false` at the end or when that fails.
  private mutating func fill() -> Bool {
    guard !isAtEnd else { return false }
    let count = buffer.withUnsafeMutableBytes { SystemRead.bytes(descriptor, $0) }
    if count > 0 {
      keep(count)
      return true
    }
    if count < 0 { failure = String(cString: strerror(errno)) }
    isAtEnd = true
    return false
  }

  /// Keeps what was read; of a line that is too long already, no more than its end.
  private mutating func keep(_ count: Int) {
    var start = 0
    if pending.count > limit {
      start = min(LineBlock.lineEnd(in: buffer, from: 0) ?? count, count)
      dropped += start
    }
    pending.append(contentsOf: buffer[start..<count])
  }
}
