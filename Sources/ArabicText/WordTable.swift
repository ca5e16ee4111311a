/// Maps word hashes to small numbers: an open-addressing table with a bitmap in front.
///
/// Most words of a text are in no lexicon, so most look-ups end at the bitmap, which fits the
/// processor's first cache.
public struct WordTable: Sendable {
  /// A word's hash beside its number, so that a probe reads one line of memory.
  @usableFromInline
  struct Slot: Sendable {
    @usableFromInline var key: UInt64
    @usableFromInline var value: Int32

    @usableFromInline
    init(key: UInt64, value: Int32) {
      self.key = key
      self.value = value
    }
  }

  @usableFromInline var slots: [Slot]
  @usableFromInline var filter: [UInt64]
  /// How far a hash is shifted to be a place in the bitmap.
  @usableFromInline var filterShift: UInt64
  @usableFromInline var mask: Int
  /// How many words it holds.
  public private(set) var count = 0

  /// An empty table with room for so many words.
  public init(minimumCapacity: Int = 64) {
    var capacity = 64
    while capacity < minimumCapacity * 2 { capacity *= 2 }
    slots = [Slot](repeating: Slot(key: 0, value: -1), count: capacity)
    mask = capacity - 1
    filter = []
    filterShift = 0
    clearFilter()
  }

  /// A bitmap of four bits a slot, eight and more a word, so that one strange word in nine passes.
  private mutating func clearFilter() {
    var bits: UInt64 = 12
    while 1 << bits < slots.count * 4 { bits += 1 }
    filter = [UInt64](repeating: 0, count: 1 << Int(bits - 6))
    filterShift = 64 - bits
  }

  /// The number of a word, or -1 when it is not in the table.
  @inlinable @inline(__always)
  public func value(of hash: UInt64) -> Int32 {
    let bit = Int(truncatingIfNeeded: hash &>> filterShift)
    return filter[bit &>> 6] & (1 &<< UInt64(bit & 63)) == 0 ? -1 : found(hash)
  }

  /// The number of a word that the bitmap lets through.
  @usableFromInline
  func found(_ hash: UInt64) -> Int32 {
    var index = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[index]
      if slot.value < 0 { return -1 }
      if slot.key == hash { return slot.value }
      index = (index + 1) & mask
    }
  }

  /// Adds a word unless it is there already; says whether it was added.
  @discardableResult
  public mutating func insert(_ hash: UInt64, _ value: Int32) -> Bool {
    let known = count
    _ = number(of: hash, orAdd: value)
    return count > known
  }

  /// The number of a word; the one offered when it is new.
  public mutating func number(of hash: UInt64, orAdd value: Int32) -> Int32 {
    if (count + 1) * 2 > slots.count { grow() }
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index].value >= 0 {
      if slots[index].key == hash { return slots[index].value }
      index = (index + 1) & mask
    }
    guard value >= 0 else { return -1 }
    slots[index] = Slot(key: hash, value: value)
    mark(hash)
    count += 1
    return value
  }

  private mutating func mark(_ hash: UInt64) {
    let bit = Int(truncatingIfNeeded: hash >> filterShift)
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(key: 0, value: -1), count: old.count * 2)
    mask = slots.count - 1
    clearFilter()
    for slot in old where slot.value >= 0 {
      var index = Int(truncatingIfNeeded: slot.key) & mask
      while slots[index].value >= 0 { index = (index + 1) & mask }
      slots[index] = slot
      mark(slot.key)
    }
  }
}
