/// A JSON value as far as metadata needs it: numbers and literals are told by nothing.
indirect enum JSONValue: Sendable {
  case string(String)
  case object([Member])
  case array([JSONValue])
  case other

  /// A key and its value.
  struct Member: Sendable {
    let key: String
    let value: JSONValue
  }

  /// The value of a text; `nil` when it is no JSON.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    let read = bytes.withUnsafeBufferPointer { buffer -> JSONValue? in
      var cursor = JSONCursor(buffer)
      guard let value = try? Self.value(&cursor, depth: 0),
        cursor.isAtEnd() || cursor.next() == UInt8(ascii: ";")
      else { return nil }
      return value
    }
    guard let read else { return nil }
    self = read
  }

  private static func value(
    _ cursor: inout JSONCursor,
    depth: Int
  ) throws(ArticleFault.Reason) -> JSONValue {
    switch cursor.next() {
    case UInt8(ascii: "\""): return .string(try cursor.string())
    case UInt8(ascii: "{") where depth < 32:
      try cursor.take(UInt8(ascii: "{"), "an object")
      var members: [Member] = []
      while cursor.next() != UInt8(ascii: "}") {
        let key = try cursor.string()
        try cursor.take(UInt8(ascii: ":"), "a colon")
        members.append(Member(key: key, value: try value(&cursor, depth: depth + 1)))
        // A comma behind the last member is wrong, and common.
        if cursor.next() != UInt8(ascii: "}") { try cursor.take(UInt8(ascii: ","), "a comma") }
      }
      try cursor.take(UInt8(ascii: "}"), "a closing brace")
      return .object(members)
    case UInt8(ascii: "[") where depth < 32:
      try cursor.take(UInt8(ascii: "["), "an array")
      var values: [JSONValue] = []
      while cursor.next() != UInt8(ascii: "]") {
        values.append(try value(&cursor, depth: depth + 1))
        if cursor.next() != UInt8(ascii: "]") { try cursor.take(UInt8(ascii: ","), "a comma") }
      }
      try cursor.take(UInt8(ascii: "]"), "a closing bracket")
      return .array(values)
    default:
      try cursor.skipValue()
      return .other
    }
  }

  /// The member of an object.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The strings: of a string itself, of an array those inside.
  var strings: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let values): values.flatMap(\.strings)
    default: []
    }
  }

  /// The first string that is not empty.
  var string: String? { strings.first { !$0.isEmpty } }
}
