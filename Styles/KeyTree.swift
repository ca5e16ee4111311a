/// The keys of a value as its coding names them, without the values.
///
/// Writing a style out as YAML and reading it back would tell the same, and take longer than to
/// measure a page.
final class KeyTree {
  private(set) var inner: [String: KeyTree] = [:]

  /// The keys of a value.
  convenience init(of value: some Encodable) throws {
    self.init()
    try value.encode(to: KeyGatherer(tree: self))
  }

  private init() {}

  /// The tree below a key, which is taken up.
  fileprivate func below(_ key: any CodingKey) -> KeyTree {
    let tree = inner[key.stringValue] ?? KeyTree()
    inner[key.stringValue] = tree
    return tree
  }
}

/// Notes the keys that a value encodes under.
private struct KeyGatherer: Encoder {
  let tree: KeyTree
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Keyed<Key>(tree: tree))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { Plain() }

  func singleValueContainer() -> any SingleValueEncodingContainer { Plain() }

  private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let tree: KeyTree
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { _ = tree.below(key) }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
      try value.encode(to: KeyGatherer(tree: tree.below(key)))
    }

    func nestedContainer<Inner: CodingKey>(
      keyedBy type: Inner.Type,
      forKey key: Key
    ) -> KeyedEncodingContainer<Inner> {
      KeyedEncodingContainer(Keyed<Inner>(tree: tree.below(key)))
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      _ = tree.below(key)
      return Plain()
    }

    func superEncoder() -> any Encoder { KeyGatherer(tree: tree) }
    func superEncoder(forKey key: Key) -> any Encoder { KeyGatherer(tree: tree.below(key)) }
  }

  /// Values without keys: what a list holds is not looked into.
  private struct Plain: UnkeyedEncodingContainer, SingleValueEncodingContainer {
    var codingPath: [any CodingKey] { [] }
    private(set) var count = 0

    mutating func encodeNil() { count += 1 }

    mutating func encode<Value: Encodable>(_ value: Value) { count += 1 }

    mutating func nestedContainer<Inner: CodingKey>(
      keyedBy type: Inner.Type
    ) -> KeyedEncodingContainer<Inner> {
      count += 1
      return KeyedEncodingContainer(Keyed<Inner>(tree: KeyTree.apart()))
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
      count += 1
      return Plain()
    }

    mutating func superEncoder() -> any Encoder { KeyGatherer(tree: KeyTree.apart()) }
  }
}

extension KeyTree {
  /// A tree that nobody will ask.
  fileprivate static func apart() -> KeyTree { KeyTree() }
}
