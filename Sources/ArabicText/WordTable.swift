/// Maps word hashes to small numbers: an open-addressing table with a bitmap in front.
///
/// Most words of a text are in no lexicon, so most look-ups end at the bitmap, which fits the
/// processor's first cache.
public struct WordTable: Sendable {
  @usableFromInline var keys: [UInt64]
  @usableFromInline var values: [Int32]
  @usableFromInline var filter: [UInt64]
  @usableFromInline var mask: Int
  /// How many words it holds.
  public private(set) var count = 0

  private static let filterBits = 1 << 16

  /// An empty table with room for so many words.
  public init(minimumCapacity: Int = 64) {
    var capacity = 64
    while capacity < minimumCapacity * 2 { capacity *= 2 }
    keys = [UInt64](repeating: 0, count: capacity)
    values = [Int32](repeating: -1, count: capacity)
    filter = [UInt64](repeating: 0, count: Self.filterBits / 64)
    mask = capacity - 1
  }

  /// The number of a word, or -1 when it is not in the table.
  @inlinable
  public func value(of hash: UInt64) -> Int32 {
    let bit = Int(truncatingIfNeeded: hash >> 48)
    if filter[bit >> 6] & (1 << UInt64(bit & 63)) == 0 { return -1 }
    var slot = Int(truncatingIfNeeded: hash) & mask
    while values[slot] >= 0 {
      if keys[slot] == hash { return values[slot] }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// Adds a word unless it is there already; says whether it was added.
  @discardableResult
  public mutating func insert(_ hash: UInt64, _ value: Int32) -> Bool {
    guard self.value(of: hash) < 0, value >= 0 else { return false }
    if (count + 1) * 2 > keys.count { grow() }
    place(hash, value)
    let bit = Int(truncatingIfNeeded: hash >> 48)
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
    count += 1
    return true
  }

  /// The number of a word; the one offered when it is new.
  public mutating func number(of hash: UInt64, orAdd value: Int32) -> Int32 {
    if (count + 1) * 2 > keys.count { grow() }
    var slot = Int(truncatingIfNeeded: hash) & mask
    while values[slot] >= 0 {
      if keys[slot] == hash { return values[slot] }
      slot = (slot + 1) & mask
    }
    guard value >= 0 else { return -1 }
    keys[slot] = hash
    values[slot] = value
    let bit = Int(truncatingIfNeeded: hash >> 48)
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
    count += 1
    return value
  }

  private mutating func place(_ hash: UInt64, _ value: Int32) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while values[slot] >= 0 { slot = (slot + 1) & mask }
    keys[slot] = hash
    values[slot] = value
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldValues = values
    let capacity = keys.count * 2
    keys = [UInt64](repeating: 0, count: capacity)
    values = [Int32](repeating: -1, count: capacity)
    mask = capacity - 1
    for (key, value) in zip(oldKeys, oldValues) where value >= 0 { place(key, value) }
  }
}
