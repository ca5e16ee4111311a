import Chronology
import NewsModel

/// Packs values into bytes, front to back; ``ByteReader`` reads them back in the same order.
struct ByteFields {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func append(_ count: Int) { append(UInt64(max(0, count))) }

  mutating func append(_ text: String?) {
    guard var text else { return append(0) }
    text.withUTF8 { utf8 in
      append(utf8.count + 1)
      bytes.append(contentsOf: utf8)
    }
  }

  mutating func append(_ range: TextRange) {
    append(range.lower)
    append(range.count)
  }

  /// Day numbers begin at −719,162; moved up, so that they take three bytes.
  mutating func append(_ day: CivilDate?) { append(day.map { Int($0.dayNumber) + 800_001 } ?? 0) }

  mutating func append<Value>(_ values: [Value], _ body: (inout ByteFields, Value) -> Void) {
    append(values.count)
    for value in values { body(&self, value) }
  }
}
