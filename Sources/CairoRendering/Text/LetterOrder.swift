/// The letters of a cluster in the order a PDF must tell them.
enum LetterOrder {
  static let ellipsis = Array("\u{2026}".utf8)
  static let rightToLeftMark = Array("\u{200F}".utf8)
  static let leftToRightMark = Array("\u{200E}".utf8)

  /// Whether letters are a bracket or a quotation mark that right-to-left text turns around.
  static func isBracket(_ letters: ArraySlice<UInt8>) -> Bool {
    guard let first = letters.first, let last = letters.last else { return false }
    // Asked of each letter, so by its bytes: ( ) [ ] { } and the two of angle shape.
    switch first {
    case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D: return letters.count == 1
    case 0xC2: return letters.count == 2 && (last == 0xAB || last == 0xBB)
    default: return false
    }
  }

  /// Whether letters are a stop that may follow a bracket.
  static func isStop(_ letters: ArraySlice<UInt8>) -> Bool {
    guard letters.count == 1, let stop = letters.first else { return false }
    return stop == UInt8(ascii: ".") || stop == UInt8(ascii: ",") || stop == UInt8(ascii: ":")
      || stop == UInt8(ascii: ";")
  }

  /// Whether a space begins with a byte, plain or one that ties words.
  static func isSpace(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    if bytes[index] == 0x20 { return true }
    return bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0
  }

  /// How many scalars some UTF-8 holds.
  static func scalars(of bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }

  /// The scalars one by one, the last one first when reversed.
  static func each(_ bytes: ArraySlice<UInt8>, isReversed: Bool) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    for index in bytes.indices where index > start && bytes[index] & 0xC0 != 0x80 {
      result.append(bytes[start..<index])
      start = index
    }
    if start < bytes.endIndex { result.append(bytes[start...]) }
    return isReversed ? result.reversed() : result
  }

  /// Adds the same scalars from last to first, in UTF-8.
  static func append(_ bytes: ArraySlice<UInt8>, to text: inout [UInt8]) {
    var end = bytes.endIndex
    var index = end
    while index > bytes.startIndex {
      index -= 1
      guard bytes[index] & 0xC0 != 0x80 else { continue }
      text.append(contentsOf: bytes[index..<end])
      end = index
    }
  }
}
