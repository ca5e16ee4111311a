/// Reads JSON as the tool itself writes it, byte by byte: lines of events are many and long, and a
/// general decoder builds a tree of each.
///
/// It gives up on whatever is unusual, so that the general decoder may judge: escapes beyond the
/// common ones, numbers with exponents, deep nesting, and anything that is no JSON at all.
struct PlainJSON {
  /// What was met is for the general decoder.
  struct Unusual: Error {}

  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private static let depthLimit = 24

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next byte that is no space, which stays; 0 at the end.
  private mutating func next() -> UInt8 {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return bytes[offset]
      }
    }
    return 0
  }

  private mutating func take(_ byte: UInt8) throws(Unusual) {
    guard next() == byte else { throw Unusual() }
    offset += 1
  }

  private mutating func takes(_ byte: UInt8) -> Bool {
    guard next() == byte else { return false }
    offset += 1
    return true
  }

  /// Makes sure that nothing but space is left.
  mutating func end() throws(Unusual) {
    guard next() == 0, offset == bytes.count else { throw Unusual() }
  }

  /// Reads the members of an object whose keys are among some.
  ///
  /// - Parameters:
  ///   - keys: at most 64; a known key that comes twice is unusual, any other is passed over.
  ///   - member: is given the place of the key among them.
  mutating func object(
    _ keys: [StaticString],
    _ member: (Int, inout PlainJSON) throws(Unusual) -> Void
  ) throws(Unusual) {
    try take(UInt8(ascii: "{"))
    if takes(UInt8(ascii: "}")) { return }
    var seen: UInt64 = 0
    repeat {
      let key = try raw()
      try take(UInt8(ascii: ":"))
      if let place = keys.firstIndex(where: { PlainJSON.isSame($0, key) }) {
        guard seen & (1 << UInt64(place)) == 0 else { throw Unusual() }
        seen |= 1 << UInt64(place)
        try member(place, &self)
      } else {
        // A key may be written in escapes.
        guard key.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "\\") }) else { throw Unusual() }
        try skip(depth: 0)
      }
    } while takes(UInt8(ascii: ","))
    try take(UInt8(ascii: "}"))
  }

  /// Reads a list.
  mutating func array<Element>(
    _ element: (inout PlainJSON) throws(Unusual) -> Element
  ) throws(Unusual) -> [Element] {
    try take(UInt8(ascii: "["))
    var elements: [Element] = []
    if takes(UInt8(ascii: "]")) { return elements }
    repeat { elements.append(try element(&self)) } while takes(UInt8(ascii: ","))
    try take(UInt8(ascii: "]"))
    return elements
  }

  /// What comes next, or `nil` where `null` does.
  mutating func optional<Value>(
    _ value: (inout PlainJSON) throws(Unusual) -> Value
  ) throws(Unusual) -> Value? {
    if next() == UInt8(ascii: "n") {
      try word("null")
      return nil
    }
    return try value(&self)
  }

  /// Reads a string.
  mutating func string() throws(Unusual) -> String {
    let raw = try raw()
    guard raw.contains(UInt8(ascii: "\\")) else {
      guard let text = String(validating: raw, as: UTF8.self) else { throw Unusual() }
      return text
    }
    guard let text = String(validating: try PlainJSON.unescaped(raw), as: UTF8.self) else {
      throw Unusual()
    }
    return text
  }

  /// Reads a whole number.
  mutating func integer() throws(Unusual) -> Int {
    let text = try number()
    guard let value = Int(text) else { throw Unusual() }
    return value
  }

  /// Reads a number.
  mutating func double() throws(Unusual) -> Double {
    let text = try number()
    guard let value = text == "1.0" ? 1 : Double(text) else { throw Unusual() }
    return value
  }

  /// The bytes of a number without an exponent.
  private mutating func number() throws(Unusual) -> String {
    _ = next()
    let start = offset
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    let whole = offset
    try digits()
    // A zero in front is no JSON.
    if bytes[whole] == UInt8(ascii: "0"), offset > whole + 1 { throw Unusual() }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      try digits()
    }
    if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") { throw Unusual() }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func digits() throws(Unusual) {
    let start = offset
    while offset < bytes.count, bytes[offset] >= 0x30, bytes[offset] <= 0x39 { offset += 1 }
    if offset == start { throw Unusual() }
  }

  /// The bytes between the quotation marks of a string.
  private mutating func raw() throws(Unusual) -> UnsafeBufferPointer<UInt8> {
    try take(UInt8(ascii: "\""))
    let start = offset
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        offset += 1
        return UnsafeBufferPointer(rebasing: bytes[start..<offset - 1])
      case UInt8(ascii: "\\"): offset += 2
      case 0..<0x20: throw Unusual()
      default: offset += 1
      }
    }
    throw Unusual()
  }

  private mutating func word(_ word: StaticString) throws(Unusual) {
    let end = offset + word.utf8CodeUnitCount
    guard end <= bytes.count,
      PlainJSON.isSame(word, UnsafeBufferPointer(rebasing: bytes[offset..<end]))
    else { throw Unusual() }
    offset = end
  }

  /// Steps over a value.
  private mutating func skip(depth: Int) throws(Unusual) {
    guard depth < PlainJSON.depthLimit else { throw Unusual() }
    switch next() {
    case UInt8(ascii: "\""):
      // A string that is no text makes the whole line unreadable.
      _ = try string()
    case UInt8(ascii: "{"):
      offset += 1
      if takes(UInt8(ascii: "}")) { return }
      repeat {
        _ = try string()
        try take(UInt8(ascii: ":"))
        try skip(depth: depth + 1)
      } while takes(UInt8(ascii: ","))
      try take(UInt8(ascii: "}"))
    case UInt8(ascii: "["):
      offset += 1
      if takes(UInt8(ascii: "]")) { return }
      repeat { try skip(depth: depth + 1) } while takes(UInt8(ascii: ","))
      try take(UInt8(ascii: "]"))
    case UInt8(ascii: "n"): try word("null")
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    default: _ = try number()
    }
  }

  private static func isSame(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.utf8CodeUnitCount == bytes.count else { return false }
    let own = UnsafeBufferPointer(start: word.utf8Start, count: bytes.count)
    return own.elementsEqual(bytes)
  }

  private static func unescaped(_ raw: UnsafeBufferPointer<UInt8>) throws(Unusual) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      guard raw[index] == UInt8(ascii: "\\") else {
        result.append(raw[index])
        index += 1
        continue
      }
      guard index + 1 < raw.count else { throw Unusual() }
      switch raw[index + 1] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(raw[index + 1])
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      default: throw Unusual()
      }
      index += 2
    }
    return result
  }
}
