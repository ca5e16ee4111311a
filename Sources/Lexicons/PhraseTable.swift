public import ArabicText

/// Phrases of one or more words, found by the hashes of their words, the longest first.
///
/// A phrase is a chain of hashes: each prefix has its place in one open table, so a look-up that
/// fails, as most do, costs one probe.
public struct PhraseTable: Sendable {
  @usableFromInline var nodes: WordTable
  private var payloads: [Int32] = []

  /// An empty table with room for so many words.
  public init(minimumCapacity: Int = 256) { nodes = WordTable(minimumCapacity: minimumCapacity) }

  /// The chain's hash with one more word.
  @inline(__always)
  private static func chain(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    var mixed = (hash &* 0x9E37_79B9_7F4A_7C15) ^ word
    mixed ^= mixed >> 29
    return mixed &* 0xBF58_476D_1CE4_E5B9
  }

  /// Adds a phrase and gives its payload: the one it had already, or the one offered.
  @discardableResult
  public mutating func insert(_ words: [UInt64], payload: Int32) -> Int32 {
    guard let first = words.first else { return -1 }
    var hash = first
    var node = nodeNumber(for: hash)
    for word in words.dropFirst() {
      hash = Self.chain(hash, word)
      node = nodeNumber(for: hash)
    }
    if payloads[node] < 0 { payloads[node] = payload }
    return payloads[node]
  }

  private mutating func nodeNumber(for hash: UInt64) -> Int {
    let next = Int32(truncatingIfNeeded: payloads.count)
    let number = nodes.number(of: hash, orAdd: next)
    if number == next { payloads.append(-1) }
    return Int(number)
  }

  /// The payload of one word alone, or -1.
  public func payload(of word: UInt64) -> Int32 {
    let node = nodes.value(of: word)
    return node < 0 ? -1 : payloads[Int(node)]
  }

  /// Whether a phrase begins with this word.
  @inlinable @inline(__always)
  public func begins(with word: UInt64) -> Bool { nodes.value(of: word) >= 0 }

  /// The longest phrase that begins at a token, when its first word has this hash.
  ///
  /// A comma may stand between no two words of a phrase, an underscore and a hash sign may: they
  /// join the words of a tag (`#one_two`).
  public func longest(from index: Int, first: UInt64, in tokens: [Token]) -> (
    payload: Int32, end: Int
  )? {
    tokens.withUnsafeBufferPointer { longest(from: index, first: first, in: $0) }
  }

  /// The longest phrase that begins at a token, when its first word has this hash.
  public func longest(
    from index: Int,
    first: UInt64,
    in tokens: UnsafeBufferPointer<Token>
  ) -> (payload: Int32, end: Int)? {
    var node = nodes.value(of: first)
    guard node >= 0 else { return nil }
    var found: (payload: Int32, end: Int)?
    var hash = first
    var next = index + 1
    while true {
      let payload = payloads[Int(node)]
      if payload >= 0 { found = (payload, next) }
      var following = next
      while following < tokens.count, following - next < 2,
        tokens[following].mark == .underscore || tokens[following].mark == .hash
          || tokens[following].mark == .dash && tokens[following].gap == .glued
      {
        following += 1
      }
      guard following < tokens.count, tokens[following].kind != .mark,
        tokens[following].gap < .wide
      else { return found }
      hash = Self.chain(hash, tokens[following].hash)
      node = nodes.value(of: hash)
      guard node >= 0 else { return found }
      next = following + 1
    }
  }
}
