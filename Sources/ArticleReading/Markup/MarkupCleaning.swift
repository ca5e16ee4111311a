/// Makes markup fit for a strict reader without changing what it says.
enum MarkupCleaning {
  /// Control characters become spaces: XML allows none, and HTML shows none.
  static func text(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: isControl) else { return bytes }
    return bytes.map { isControl($0) ? 0x20 : $0 }
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09
  }

  /// An ampersand that opens none of XML's own references becomes `&amp;`.
  ///
  /// Feeds are full of bare ones in addresses, and of names that only HTML knows (`&nbsp;`), which
  /// the reading of the item's HTML then resolves. Declared entities stay unread this way, too.
  static func references(in bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<"), bytes[index...].starts(with: cdataStart) {
        let end = endOfCDATA(in: bytes, from: index + cdataStart.count)
        result += bytes[index..<end]
        index = end
        continue
      }
      result.append(byte)
      index += 1
      if byte == UInt8(ascii: "&"), !isReference(bytes[index...]) {
        result += Array("amp;".utf8)
      }
    }
    return result
  }

  private static let cdataStart = Array("<![CDATA[".utf8)

  private static func endOfCDATA(in bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index + 2 < bytes.count {
      if bytes[index] == 0x5D, bytes[index + 1] == 0x5D, bytes[index + 2] == 0x3E {
        return index + 3
      }
      index += 1
    }
    return bytes.count
  }

  private static let names = ["amp", "lt", "gt", "quot", "apos"].map { Array($0.utf8) }

  /// Whether what follows an ampersand is one of XML's five names or a number, and a semicolon.
  private static func isReference(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let end = rest.prefix(10).firstIndex(of: UInt8(ascii: ";")) else { return false }
    let name = rest[rest.startIndex..<end]
    guard name.first == UInt8(ascii: "#") else { return names.contains { name.elementsEqual($0) } }
    let digits = name.dropFirst()
    let isHex = digits.first == UInt8(ascii: "x")
    let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    guard let value = UInt32(text, radix: isHex ? 16 : 10) else { return false }
    // XML refuses references to control characters and halves of pairs.
    return value >= 0x20 && value < 0xD800 || value == 9 || value == 10 || value == 13
      || (0xE000..<0xFFFE).contains(value) || (0x10000..<0x110000).contains(value)
  }
}
