import FoundationEssentials

/// So much of JSON Schema as `event.schema.json` needs.
struct JSONSchema {
  /// A JSON value.
  enum Value: Decodable, Equatable {
    case null
    case boolean(Bool)
    case number(Double)
    case text(String)
    case array([Value])
    case object([String: Value])

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        self = .null
      } else if let boolean = try? value.decode(Bool.self) {
        self = .boolean(boolean)
      } else if let number = try? value.decode(Double.self) {
        self = .number(number)
      } else if let text = try? value.decode(String.self) {
        self = .text(text)
      } else if let array = try? value.decode([Value].self) {
        self = .array(array)
      } else {
        self = .object(try value.decode([String: Value].self))
      }
    }

    /// The value of a key.
    subscript(key: String) -> Value? {
      guard case .object(let members) = self else { return nil }
      return members[key]
    }

    /// What JSON Schema calls its type.
    var types: [String] {
      switch self {
      case .null: ["null"]
      case .boolean: ["boolean"]
      case .number(let number): number == number.rounded() ? ["number", "integer"] : ["number"]
      case .text: ["string"]
      case .array: ["array"]
      case .object: ["object"]
      }
    }
  }

  private let root: Value

  /// The schema of a text.
  init(_ bytes: [UInt8]) throws { root = try JSONDecoder().decode(Value.self, from: Data(bytes)) }

  /// What is wrong with a text; nothing when it is valid.
  func faults(of bytes: [UInt8]) throws -> [String] {
    var faults: [String] = []
    check(try JSONDecoder().decode(Value.self, from: Data(bytes)), root, at: "$", &faults)
    return faults
  }

  private func check(_ value: Value, _ schema: Value, at path: String, _ faults: inout [String]) {
    if case .text(let name)? = schema["$ref"] {
      let target = name.split(separator: "/").dropFirst().reduce(root as Value?) { $0?[String($1)] }
      guard let target else { return faults.append("\(path): no \(name)") }
      return check(value, target, at: path, &faults)
    }
    if case .array(let choices)? = schema["anyOf"] {
      let fits = choices.contains { choice in
        var inner: [String] = []
        check(value, choice, at: path, &inner)
        return inner.isEmpty
      }
      if !fits { faults.append("\(path): fits none of anyOf") }
    }
    if let allowed = schema["type"], !Self.texts(allowed).contains(where: value.types.contains) {
      return faults.append("\(path): \(value.types[0]), not \(Self.texts(allowed))")
    }
    if let constant = schema["const"], value != constant { faults.append("\(path): not const") }
    if case .array(let allowed)? = schema["enum"], !allowed.contains(value) {
      faults.append("\(path): \(value) is not in enum")
    }
    if case .number(let least)? = schema["minimum"], case .number(let number) = value,
      number < least
    {
      faults.append("\(path): \(number) < \(least)")
    }
    if case .array(let items) = value {
      if case .number(let least)? = schema["minItems"], Double(items.count) < least {
        faults.append("\(path): \(items.count) items")
      }
      if let item = schema["items"] {
        for (index, one) in items.enumerated() {
          check(one, item, at: "\(path)[\(index)]", &faults)
        }
      }
    }
    guard case .object(let members) = value else { return }
    for name in schema["required"].map(Self.texts) ?? [] where members[name] == nil {
      faults.append("\(path): no \(name)")
    }
    for (name, member) in members {
      if let inner = schema["properties"]?[name] {
        check(member, inner, at: "\(path).\(name)", &faults)
      } else if schema["additionalProperties"] == .boolean(false) {
        faults.append("\(path): \(name) is not allowed")
      }
    }
  }

  private static func texts(_ value: Value) -> [String] {
    switch value {
    case .text(let text): [text]
    case .array(let items): items.flatMap(texts)
    default: []
    }
  }
}
