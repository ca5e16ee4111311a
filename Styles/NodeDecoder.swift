import Yams

/// Decodes values from a YAML tree.
///
/// Yams' own decoder asks of each value whether its type conforms to this and that, which takes
/// longer than to read the file.
struct NodeDecoder: Decoder {
  let node: Node
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(_ node: Node, path: [any CodingKey] = []) {
    self.node = node
    codingPath = path
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard let mapping = node.mapping else { throw mismatch([String: Any].self) }
    var values: [String: Node] = [:]
    for (key, value) in mapping {
      if let name = key.string { values[name] = value }
    }
    return KeyedDecodingContainer(Keyed<Key>(values: values, codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard let sequence = node.sequence else { throw mismatch([Any].self) }
    return Unkeyed(values: Array(sequence), codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { Single(decoder: self) }

  fileprivate func mismatch(_ type: Any.Type) -> DecodingError {
    .typeMismatch(
      type,
      DecodingError.Context(codingPath: codingPath, debugDescription: "a value of another kind")
    )
  }

  fileprivate var isNull: Bool {
    guard let scalar = node.scalar, scalar.style != .doubleQuoted, scalar.style != .singleQuoted
    else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  fileprivate func scalar<Value>(_ read: (Node.Scalar) -> Value?) throws -> Value {
    guard let scalar = node.scalar, let value = read(scalar) else { throw mismatch(Value.self) }
    return value
  }

  fileprivate func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try Value(from: self)
  }

  // MARK: - Containers

  private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let values: [String: Node]
    let codingPath: [any CodingKey]

    var allKeys: [Key] { values.keys.sorted().compactMap(Key.init(stringValue:)) }

    func contains(_ key: Key) -> Bool { values[key.stringValue] != nil }

    private func below(_ key: Key) throws -> NodeDecoder {
      guard let node = values[key.stringValue] else {
        throw DecodingError.keyNotFound(
          key,
          DecodingError.Context(codingPath: codingPath, debugDescription: "a key is missing")
        )
      }
      return NodeDecoder(node, path: codingPath + [key])
    }

    func decodeNil(forKey key: Key) throws -> Bool { try below(key).isNull }

    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try below(key).double }

    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try below(key).integer }

    func decode(_ type: String.Type, forKey key: Key) throws -> String {
      try below(key).scalar(\.string)
    }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
      try below(key).scalar(Bool.construct(from:))
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
      try below(key).value(type)
    }

    func nestedContainer<Inner: CodingKey>(
      keyedBy type: Inner.Type,
      forKey key: Key
    ) throws -> KeyedDecodingContainer<Inner> {
      try below(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      try below(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
      NodeDecoder(.mapping(Node.Mapping([])), path: codingPath)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder { try below(key) }
  }

  private struct Unkeyed: UnkeyedDecodingContainer {
    let values: [Node]
    let codingPath: [any CodingKey]
    private(set) var currentIndex = 0

    init(values: [Node], codingPath: [any CodingKey]) {
      self.values = values
      self.codingPath = codingPath
    }

    var count: Int? { values.count }
    var isAtEnd: Bool { currentIndex >= values.count }

    private mutating func next() throws -> NodeDecoder {
      guard !isAtEnd else {
        throw DecodingError.valueNotFound(
          Any.self,
          DecodingError.Context(codingPath: codingPath, debugDescription: "the list is too short")
        )
      }
      defer { currentIndex += 1 }
      return NodeDecoder(values[currentIndex], path: codingPath)
    }

    mutating func decodeNil() throws -> Bool {
      guard !isAtEnd, NodeDecoder(values[currentIndex]).isNull else { return false }
      currentIndex += 1
      return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
      try next().value(type)
    }

    mutating func nestedContainer<Inner: CodingKey>(
      keyedBy type: Inner.Type
    ) throws -> KeyedDecodingContainer<Inner> {
      try next().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
      try next().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { try next() }
  }

  private struct Single: SingleValueDecodingContainer {
    let decoder: NodeDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { decoder.isNull }
    func decode(_ type: Double.Type) throws -> Double { try decoder.double }
    func decode(_ type: Int.Type) throws -> Int { try decoder.integer }
    func decode(_ type: String.Type) throws -> String { try decoder.scalar(\.string) }

    func decode(_ type: Bool.Type) throws -> Bool { try decoder.scalar(Bool.construct(from:)) }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.value(type) }
  }

  // YAML has more ways to write a number than Swift; the usual one needs no look at the others.

  fileprivate var double: Double {
    get throws { try scalar { Double($0.string) ?? Double.construct(from: $0) } }
  }

  fileprivate var integer: Int {
    get throws {
      try scalar { scalar in
        let text = scalar.string.utf8
        // A zero in front means eights.
        let isPlain = text.count < 10 && text.allSatisfy { (0x30...0x39).contains($0) }
        return isPlain && text.first != 0x30 ? Int(scalar.string) : Int.construct(from: scalar)
      }
    }
  }
}
