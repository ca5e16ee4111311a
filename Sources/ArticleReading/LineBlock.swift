#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One line of a file, without its end.
public struct NumberedLine: Sendable {
  /// The line, counted from 1.
  public let number: Int
  /// Where it begins, in bytes from the start of the file; `nil` when that is not known.
  public let offset: Int?
  /// Its bytes; empty when it was too long to keep.
  public let bytes: [UInt8]
  /// Whether it was longer than the source keeps.
  public let isTooLong: Bool

  /// A line by its number and bytes.
  public init(number: Int, offset: Int? = nil, bytes: [UInt8], isTooLong: Bool = false) {
    self.number = number
    self.offset = offset
    self.bytes = bytes
    self.isTooLong = isTooLong
  }
}

/// Neighbouring lines of a file as they stand there, not yet cut apart.
///
/// Reading a file is work for one thread; cutting lines and all that follows can be done by many,
/// so a block is what is handed over.
public struct LineBlock: Sendable {
  /// The number of its first line, counted from 1.
  public let firstNumber: Int
  /// How many empty lines stand before its bytes.
  let blanks: Blanks
  /// Where in the file its bytes begin.
  let start: Int
  /// How many bytes of its first line were not kept, as it is too long.
  let dropped: Int
  /// Whole lines with their ends; only the last line of a file may have none.
  let bytes: [UInt8]
  /// The most bytes of a line that is kept.
  let limit: Int

  /// About how much work it is.
  public var size: Int { bytes.count }

  /// Empty lines, one after another.
  struct Blanks: Sendable {
    /// How many there are.
    var count = 0
    /// Where in the file the first one begins.
    var start = 0
    /// The bytes that each has; `nil` when some end otherwise than others.
    var width: Int?

    /// Where a line of them begins, counted from 0; `nil` when that is not known.
    func offset(of line: Int) -> Int? { width.map { start + line * $0 } }

    /// Takes the first so many of them away.
    mutating func removeFirst(_ number: Int) -> Blanks {
      var first = self
      first.count = number
      count -= number
      start = offset(of: number) ?? start
      return first
    }
  }

  /// Its lines, one after another.
  public var lines: Lines { Lines(block: self) }

  /// Cuts a block into lines.
  ///
  /// A carriage return before the end of a line belongs to the end.
  public struct Lines: Sequence, IteratorProtocol {
    private let block: LineBlock
    private var number: Int
    private var offset = 0

    fileprivate init(block: LineBlock) {
      self.block = block
      number = block.firstNumber
    }

    /// The next line.
    public mutating func next() -> NumberedLine? {
      let index = number - block.firstNumber
      guard index >= block.blanks.count else {
        number += 1
        return NumberedLine(number: number - 1, offset: block.blanks.offset(of: index), bytes: [])
      }
      let bytes = block.bytes
      guard offset < bytes.count else { return nil }
      let start = offset
      let place = block.start + start + (start > 0 ? block.dropped : 0)
      var end = LineBlock.lineEnd(in: bytes, from: start) ?? bytes.count
      offset = end + 1
      number += 1
      if end - start > block.limit {
        return NumberedLine(number: number - 1, offset: place, bytes: [], isTooLong: true)
      }
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
      return NumberedLine(number: number - 1, offset: place, bytes: Array(bytes[start..<end]))
    }
  }

  /// Where the first line feed from an offset on stands.
  static func lineEnd(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard start < buffer.count, let base = buffer.baseAddress,
        let hit = memchr(base + start, 0x0A, buffer.count - start)
      else { return nil }
      return base.distance(to: UnsafeRawPointer(hit))
    }
  }
}
