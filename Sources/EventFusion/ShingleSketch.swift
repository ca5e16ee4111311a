/// A small fingerprint of a text, to tell a wire copy from a text of its own.
///
/// It keeps the 128 smallest hashes of all runs of five words («bottom-k», Broder 1997): two texts
/// that share most of their runs share most of these hashes, whatever their length.
public struct ShingleSketch: Hashable, Sendable {
  /// The smallest hashes, ascending; all of them when the text has no more than 128.
  public let hashes: [UInt64]
  /// About how many different runs the text has.
  public let count: Int

  private static let capacity = 128
  private static let length = 5

  /// The fingerprint of UTF-8 text.
  ///
  /// - Parameter skipped: ordered, disjoint byte ranges to leave out, such as menus.
  public init(utf8: some Sequence<UInt8>, skipping skipped: [Range<Int>] = []) {
    let words = ShingleSketch.wordHashes(of: utf8, skipping: skipped)
    var runs: [UInt64] = []
    if words.count < ShingleSketch.length {
      if !words.isEmpty { runs.append(ShingleSketch.run(words[...])) }
    } else {
      runs.reserveCapacity(words.count - ShingleSketch.length + 1)
      for start in 0...(words.count - ShingleSketch.length) {
        runs.append(ShingleSketch.run(words[start..<(start + ShingleSketch.length)]))
      }
    }
    runs.sort()
    var kept: [UInt64] = []
    kept.reserveCapacity(ShingleSketch.capacity)
    var distinct = 0
    var previous: UInt64?
    for hash in runs where hash != previous {
      distinct += 1
      if kept.count < ShingleSketch.capacity { kept.append(hash) }
      previous = hash
    }
    hashes = kept
    count = distinct
  }

  /// A fingerprint of its parts, as an archive keeps them.
  public init(hashes: [UInt64], count: Int) {
    self.hashes = Array(hashes.prefix(ShingleSketch.capacity))
    self.count = count
  }

  /// The fingerprint of a text.
  public init(text: String) {
    var text = text
    self = text.withUTF8 { ShingleSketch(utf8: $0) }
  }

  /// Which share of the shorter text's runs the other has as well, 0 to 1; an estimate.
  ///
  /// The shorter text counts and not both together: a paper adds a paragraph to the wire, or cuts
  /// one, and it is the same voice still.
  public func overlap(with other: ShingleSketch) -> Double {
    guard count > 0, other.count > 0 else { return 0 }
    let (seen, shared) = hashes.withUnsafeBufferPointer { mine in
      other.hashes.withUnsafeBufferPointer { ShingleSketch.walk(mine, $0) }
    }
    return share(of: other.count, shared: shared, seen: seen)
  }

  private func share(of others: Int, shared: Int, seen: Int) -> Double {
    let jaccard = Double(shared) / Double(max(seen, 1))
    let common = jaccard / (1 + jaccard) * Double(count + others)
    return min(1, common / Double(min(count, others)))
  }

  /// Whether a text can be a copy of another when they share no more hashes than this.
  ///
  /// - Parameters:
  ///   - others: how many hashes the other's fingerprint has.
  ///   - runs: how many different runs it has.
  func mayBeCopy(hashes others: Int, count runs: Int, sharing most: Int) -> Bool {
    guard count > 0, runs > 0 else { return false }
    let union = hashes.count + others - most
    let fewest = min(ShingleSketch.capacity, max(union, hashes.count, others))
    return share(of: runs, shared: most, seen: fewest) >= ShingleSketch.copyShare
  }

  /// All of the fingerprint in one number, to tell two apart.
  public var fingerprint: UInt64 {
    var mixed = ShingleSketch.mix(UInt64(truncatingIfNeeded: count))
    for hash in hashes { mixed = ShingleSketch.mix(mixed ^ hash) }
    return mixed
  }

  /// How many of the smallest hashes of the union there are, walked in order, and how many are in
  /// both.
  private static func walk(
    _ mine: UnsafeBufferPointer<UInt64>,
    _ others: UnsafeBufferPointer<UInt64>
  ) -> (seen: Int, shared: Int) {
    var first = 0
    var second = 0
    var seen = 0
    var shared = 0
    while seen < capacity, first < mine.count || second < others.count {
      seen += 1
      let left = first < mine.count ? mine[first] : UInt64.max
      let right = second < others.count ? others[second] : UInt64.max
      if left <= right { first += 1 }
      if right <= left { second += 1 }
      if left == right { shared += 1 }
    }
    return (seen, shared)
  }

  /// Whether one text is a copy of the other, or of the same wire.
  public func isCopy(of other: ShingleSketch) -> Bool {
    overlap(with: other) >= ShingleSketch.copyShare
  }

  private static let copyShare = 0.6

  private static func run(_ words: ArraySlice<UInt64>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for word in words { hash = mix(hash ^ word) }
    return hash
  }

  /// The FNV-1a hash of bytes, mixed so that all its bits count.
  public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return mix(hash)
  }

  /// The finalizer of SplitMix64 (Steele, Lea, Flood 2014; public domain).
  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// One FNV-1a hash a word, letters folded so that an outlet's spelling makes no difference.
  private static func wordHashes(
    of utf8: some Sequence<UInt8>,
    skipping skipped: [Range<Int>]
  ) -> [UInt64] {
    var words: [UInt64] = []
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var length = 0
    var skippedIndex = 0
    var offset = -1
    var scalar: UInt32 = 0
    var pending = 0

    func close() {
      if length > 0 { words.append(hash) }
      hash = 0xCBF2_9CE4_8422_2325
      length = 0
    }
    for byte in utf8 {
      offset += 1
      while skippedIndex < skipped.count, skipped[skippedIndex].upperBound <= offset {
        skippedIndex += 1
      }
      if skippedIndex < skipped.count, skipped[skippedIndex].lowerBound <= offset {
        close()
        pending = 0
        continue
      }
      if byte < 0x80 {
        scalar = UInt32(byte)
        pending = 0
      } else if byte < 0xC0 {
        guard pending > 0 else { continue }
        scalar = scalar << 6 | UInt32(byte & 0x3F)
        pending -= 1
      } else {
        pending = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
        scalar = UInt32(byte) & (byte < 0xE0 ? 0x1F : byte < 0xF0 ? 0x0F : 0x07)
      }
      guard pending == 0, let folded = NameFolding.fold(scalar) else { continue }
      if folded == 0x20 {
        close()
      } else {
        hash = (hash ^ UInt64(folded)) &* 0x100_0000_01B3
        length += 1
      }
    }
    close()
    return words
  }
}
