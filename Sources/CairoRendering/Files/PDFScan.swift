/// Finds its way in a PDF as Cairo writes it: one table of objects, every dictionary in plain sight.
enum PDFScan {
  /// Where some ASCII last stands.
  static func last(_ word: String, in bytes: [UInt8]) -> Int? {
    let word = Array(word.utf8)
    guard bytes.count >= word.count else { return nil }
    var index = bytes.count - word.count
    while index >= 0 {
      if bytes[index] == word[0], bytes[index..<index + word.count].elementsEqual(word) {
        return index
      }
      index -= 1
    }
    return nil
  }

  /// Where some ASCII first stands in a part.
  static func first(_ word: String, in bytes: [UInt8], from start: Int, to end: Int? = nil) -> Int?
  {
    let word = Array(word.utf8)
    let last = min(end ?? bytes.count, bytes.count) - word.count
    guard start >= 0, start <= last else { return nil }
    for index in start...last where bytes[index] == word[0] {
      if bytes[index..<index + word.count].elementsEqual(word) { return index }
    }
    return nil
  }

  /// The number that stands at a place, after white space.
  static func number(in bytes: [UInt8], after start: Int) -> Int? {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0x0D
    {
      index += 1
    }
    var value: Int?
    while index < bytes.count, (0x30...0x39).contains(bytes[index]), (value ?? 0) < 1 << 40 {
      value = (value ?? 0) * 10 + Int(bytes[index] & 15)
      index += 1
    }
    return value
  }

  /// The object that an entry of the trailer names.
  static func reference(_ key: String, in bytes: [UInt8], from start: Int) -> Int? {
    first(key, in: bytes, from: start).flatMap { number(in: bytes, after: $0 + key.utf8.count) }
  }

  /// Where the objects begin, by their numbers; Cairo writes one section, lines of 20 bytes.
  static func offsets(in bytes: [UInt8], table: Int) -> [Int]? {
    let head = Array("xref\n0 ".utf8)
    guard table >= 0, table + head.count < bytes.count,
      bytes[table..<table + head.count].elementsEqual(head),
      let count = number(in: bytes, after: table + head.count),
      let line = first("\n", in: bytes, from: table + head.count),
      count > 0, count <= (bytes.count - line) / 20
    else { return nil }
    return (0..<count).map { number(in: bytes, after: line + 1 + 20 * $0) ?? 0 }
  }

  /// The dictionary of an object that is nothing else, without the signs that end it.
  static func dictionary(at offset: Int, in bytes: [UInt8]) -> Range<Int>? {
    // A dictionary of Cairo's that we look for is short; streams are no business of ours.
    guard let start = first("<<", in: bytes, from: offset, to: offset + 40),
      let end = first("\nendobj", in: bytes, from: start, to: start + 4096),
      end >= start + 4, bytes[end - 1] == UInt8(ascii: ">"), bytes[end - 2] == UInt8(ascii: ">")
    else { return nil }
    return start..<end - 2
  }

  /// Words as PDF holds them: UTF-16 in hexadecimal.
  static func string(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x28 && $0 != 0x29 && $0 != 0x5C }) {
      return "(\(text))"
    }
    return "<FEFF" + text.utf16.map { hexadecimal(UInt64($0), digits: 4) }.joined() + ">"
  }

  /// A number of ten digits.
  static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits
  }

  /// A name for some bytes, the same for the same bytes: two FNV-1a hashes of 64 bits.
  static func identifier(of bytes: [UInt8]) -> String {
    var first: UInt64 = 0xCBF2_9CE4_8422_2325
    var second: UInt64 = 0x6C62_272E_07BB_0142
    for byte in bytes {
      first = (first ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      second = (second &+ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
    }
    return hexadecimal(first, digits: 16) + hexadecimal(second, digits: 16)
  }

  private static func hexadecimal(_ value: UInt64, digits: Int) -> String {
    let signs = Array("0123456789ABCDEF".utf8)
    let bytes = (0..<digits).map { signs[Int(value >> UInt64(4 * (digits - 1 - $0)) & 15)] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
