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

/// Neighbouring lines of a file as they stand there, not yet cut apart.
///
/// Reading a file is work for one thread; cutting lines and all that follows can be done by many,
/// so a block is what is handed over.
public struct LineBlock: Sendable {
  /// The number of its first line, counted from 1.
  public let firstNumber: Int
  /// How many empty lines stand before its bytes.
  let blanks: Int
  /// Whole lines with their ends; only the last line of a file may have none.
  let bytes: [UInt8]
  /// The most bytes of a line that is kept.
  let limit: Int

  /// About how much work it is.
  public var size: Int { bytes.count }

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
      guard number - block.firstNumber >= block.blanks else {
        number += 1
        return NumberedLine(number: number - 1, bytes: [])
      }
      let bytes = block.bytes
      guard offset < bytes.count else { return nil }
      let start = offset
      var end = LineBlock.lineEnd(in: bytes, from: start) ?? bytes.count
      offset = end + 1
      number += 1
      if end - start > block.limit {
        return NumberedLine(number: number - 1, bytes: [], isTooLong: true)
      }
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
      return NumberedLine(number: number - 1, bytes: Array(bytes[start..<end]))
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
