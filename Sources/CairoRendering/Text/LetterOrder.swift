/// The letters of a cluster in the order a PDF must tell them.
enum LetterOrder {
  static let ellipsis = Array("\u{2026}".utf8)
  static let rightToLeftMark = Array("\u{200F}".utf8)
  static let leftToRightMark = Array("\u{200E}".utf8)
  private static let brackets = ["(", ")", "[", "]", "{", "}", "\u{AB}", "\u{BB}"].map {
    Array($0.utf8)
  }
  private static let stops = [".", ",", ":", ";"].map { Array($0.utf8) }

  /// Whether letters are a bracket or a quotation mark that right-to-left text turns around.
  static func isBracket(_ letters: ArraySlice<UInt8>) -> Bool {
    letters.count <= 2 && brackets.contains { $0[...] == letters }
  }

  /// Whether letters are a stop that may follow a bracket.
  static func isStop(_ letters: ArraySlice<UInt8>) -> Bool {
    letters.count == 1 && stops.contains { $0[...] == letters }
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
