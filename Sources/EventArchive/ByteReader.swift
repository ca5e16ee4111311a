import Chronology
import NewsModel

/// Reads back what ``ByteFields`` wrote; throws where the bytes end too soon or make no sense.
struct ByteReader {
  /// Bytes that nothing of ours wrote.
  struct Damage: Error, CustomStringConvertible {
    let offset: Int

    var description: String { "unreadable at byte \(offset)" }
  }

  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether all was read.
  var isAtEnd: Bool { offset == bytes.count }

  /// The next unsigned number: seven bits a byte, the low ones first.
  mutating func number() throws(Damage) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count, shift < 64 {
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw Damage(offset: offset)
  }

  /// The next count or offset.
  mutating func count() throws(Damage) -> Int {
    guard let count = Int(exactly: try number()) else { throw Damage(offset: offset) }
    return count
  }

  /// The next text; `nil` for none.
  mutating func optionalText() throws(Damage) -> String? {
    let length = try count()
    guard length > 0 else { return nil }
    guard length - 1 <= bytes.count - offset else { throw Damage(offset: offset) }
    let end = offset + length - 1
    let text = bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[offset..<end]), as: UTF8.self)
    }
    offset += length - 1
    return text
  }

  /// The next text.
  mutating func text() throws(Damage) -> String {
    guard let text = try optionalText() else { throw Damage(offset: offset) }
    return text
  }

  /// The next value of an enumeration.
  mutating func word<Word: RawRepresentable<String>>(_: Word.Type) throws(Damage) -> Word {
    guard let word = Word(rawValue: try text()) else { throw Damage(offset: offset) }
    return word
  }

  /// The next range.
  mutating func range() throws(Damage) -> TextRange {
    let lower = try count()
    let (upper, overflow) = lower.addingReportingOverflow(try count())
    guard !overflow else { throw Damage(offset: offset) }
    return TextRange(lower, upper)
  }

  /// The next day; `nil` for none.
  mutating func day() throws(Damage) -> CivilDate? {
    let number = try count()
    guard number > 0 else { return nil }
    guard let day = CivilDate(dayNumber: number - 1 - 800_000) else { throw Damage(offset: offset) }
    return day
  }

  /// As many values as the next number says.
  mutating func list<Value>(
    _ body: (inout ByteReader) throws(Damage) -> Value
  ) throws(Damage) -> [Value] {
    let length = try count()
    // A value takes at least a byte: a damaged count must not ask for gigabytes.
    guard length <= bytes.count - offset else { throw Damage(offset: offset) }
    var values: [Value] = []
    values.reserveCapacity(length)
    for _ in 0..<length { values.append(try body(&self)) }
    return values
  }
}
