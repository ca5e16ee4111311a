/// Reads one JSON value out of bytes: strings, null, and whatever must be skipped.
///
/// A general decoder builds a tree of every line; this looks at each byte once and copies only the
/// strings that are wanted. Raw control characters inside strings are let pass, as exports often
/// carry a tab, and escapes in strings that are stepped over are not looked at; all else is RFC 8259.
struct JSONCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The offset of the next byte.
  private(set) var offset: Int

  /// Arrays and objects may be nested so deep.
  static let depthLimit = 64

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    offset = 0
    // A byte order mark may open the file.
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { offset = 3 }
  }

  /// The next byte that is no space; 0 at the end, which no JSON has outside strings.
  mutating func next() -> UInt8 {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return bytes[offset]
      }
    }
    return 0
  }

  /// Whether nothing but space is left.
  mutating func isAtEnd() -> Bool {
    _ = next()
    return offset >= bytes.count
  }

  /// Steps over one byte that must come next.
  mutating func take(_ byte: UInt8, _ name: String) throws(ArticleFault.Reason) {
    guard next() == byte else { throw wrong(at: offset, expected: name) }
    offset += 1
  }

  /// A fault at an offset.
  func wrong(at offset: Int, expected: String) -> ArticleFault.Reason {
    .json(column: offset + 1, expected: expected)
  }

  // MARK: - Strings

  /// Reads a string; the next byte must be its quotation mark.
  mutating func string() throws(ArticleFault.Reason) -> String {
    try take(0x22, "a string")
    let start = offset
    let (end, hasEscapes) = try endOfString()
    offset = end + 1
    let raw = UnsafeBufferPointer(rebasing: bytes[start..<end])
    let text: String?
    if hasEscapes {
      text = String(validating: try unescaped(raw, at: start), as: UTF8.self)
    } else {
      text = String(validating: raw, as: UTF8.self)
    }
    guard let text else { throw .encoding(offset: start) }
    return text
  }

  /// Steps over a string.
  mutating func skipString() throws(ArticleFault.Reason) {
    try take(0x22, "a string")
    offset = try endOfString().end + 1
  }

  /// The offset of the closing quotation mark, from inside the string.
  private func endOfString() throws(ArticleFault.Reason) -> (end: Int, hasEscapes: Bool) {
    var index = offset
    var hasEscapes = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x22 { return (index, hasEscapes) }
      if byte == 0x5C {
        hasEscapes = true
        index += 1
      }
      index += 1
    }
    throw wrong(at: min(index, bytes.count), expected: "a closing quotation mark")
  }

  private func unescaped(
    _ raw: UnsafeBufferPointer<UInt8>,
    at start: Int
  ) throws(ArticleFault.Reason) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      var run = index
      while run < raw.count, raw[run] != 0x5C { run += 1 }
      result.append(contentsOf: UnsafeBufferPointer(rebasing: raw[index..<run]))
      index = run
      guard index < raw.count else { break }
      guard index + 1 < raw.count else {
        throw wrong(at: start + index, expected: "an escape")
      }
      let letter = raw[index + 1]
      index += 2
      switch letter {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case 0x22, 0x5C, UInt8(ascii: "/"): result.append(letter)
      case UInt8(ascii: "u"):
        guard var scalar = Self.hex(raw, index) else {
          throw wrong(at: start + index, expected: "four hexadecimal digits")
        }
        index += 4
        if scalar >= 0xD800, scalar < 0xDC00, index + 1 < raw.count, raw[index] == 0x5C,
          raw[index + 1] == UInt8(ascii: "u"), let low = Self.hex(raw, index + 2), low >= 0xDC00,
          low < 0xE000
        {
          scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
          index += 6
        }
        Self.append(scalar, to: &result)
      default: throw wrong(at: start + index - 1, expected: "an escape")
      }
    }
    return result
  }

  private static func hex(_ raw: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt32? {
    guard start + 4 <= raw.count else { return nil }
    var value: UInt32 = 0
    for index in start..<(start + 4) {
      let byte = raw[index]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// Appends a scalar in UTF-8; half a surrogate pair is U+FFFD.
  private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    if scalar < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else {
      let known = Unicode.Scalar(scalar) ?? "\u{FFFD}"
      bytes.append(contentsOf: UTF8.encode(known).map { Array($0) } ?? [])
    }
  }

  // MARK: - Other values

  /// Whether a null comes next; steps over it.
  mutating func takeNull() throws(ArticleFault.Reason) -> Bool {
    guard next() == UInt8(ascii: "n") else { return false }
    try literal("null")
    return true
  }

  /// The text of a whole number that comes next, as written; `nil` for any other value.
  mutating func takeInteger() throws(ArticleFault.Reason) -> String? {
    let byte = next()
    guard byte == UInt8(ascii: "-") || (byte >= 0x30 && byte <= 0x39) else { return nil }
    let start = offset
    try number()
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// Steps over any value.
  mutating func skipValue() throws(ArticleFault.Reason) {
    // The kinds of the open arrays and objects, outermost first.
    var open: [UInt8] = []
    repeat {
      try skipOpening(&open)
      // After a value: close what ends here, then step over the comma before the next.
      while let kind = open.last {
        let byte = next()
        if byte == (kind == 0x7B ? 0x7D : 0x5D) {
          offset += 1
          open.removeLast()
          continue
        }
        try take(0x2C, "a comma")
        if kind == 0x7B { try key() }
        break
      }
    } while !open.isEmpty
  }

  /// Steps over a plain value, or into an array or object down to its first plain value.
  private mutating func skipOpening(_ open: inout [UInt8]) throws(ArticleFault.Reason) {
    while true {
      let byte = next()
      switch byte {
      case 0x22:
        try skipString()
        return
      case 0x7B, 0x5B:
        guard open.count < Self.depthLimit else {
          throw wrong(at: offset, expected: "less nesting, at most \(Self.depthLimit) levels")
        }
        offset += 1
        if next() == (byte == 0x7B ? 0x7D : 0x5D) {
          offset += 1
          return
        }
        open.append(byte)
        if byte == 0x7B { try key() }
      case UInt8(ascii: "n"): return try literal("null")
      case UInt8(ascii: "t"): return try literal("true")
      case UInt8(ascii: "f"): return try literal("false")
      default: return try number()
      }
    }
  }

  private mutating func key() throws(ArticleFault.Reason) {
    _ = next()
    try skipString()
    try take(0x3A, "a colon")
  }

  private mutating func literal(_ word: StaticString) throws(ArticleFault.Reason) {
    let start = offset
    let text = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    for byte in text {
      guard offset < bytes.count, bytes[offset] == byte else {
        throw wrong(at: start, expected: "a value")
      }
      offset += 1
    }
  }

  /// Steps over a number of JSON's grammar.
  private mutating func number() throws(ArticleFault.Reason) {
    let start = offset
    func digits() -> Int {
      var count = 0
      while offset < bytes.count, bytes[offset] >= 0x30, bytes[offset] <= 0x39 {
        offset += 1
        count += 1
      }
      return count
    }
    func has(_ allowed: StaticString) -> Bool {
      guard offset < bytes.count else { return false }
      let text = UnsafeBufferPointer(start: allowed.utf8Start, count: allowed.utf8CodeUnitCount)
      guard text.contains(bytes[offset]) else { return false }
      offset += 1
      return true
    }
    _ = has("-")
    let zero = offset < bytes.count && bytes[offset] == 0x30
    let whole = digits()
    var isGood = whole > 0 && !(zero && whole > 1)
    if isGood, has(".") { isGood = digits() > 0 }
    if isGood, has("eE") {
      _ = has("+-")
      isGood = digits() > 0
    }
    if !isGood { throw wrong(at: start, expected: "a value") }
  }
}
