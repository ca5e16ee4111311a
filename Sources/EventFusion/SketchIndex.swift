/// Which of 512 places the hashes of each sketch fall on.
///
/// How many of another's fall there too is never less than what both share, and is counted in a tenth
/// of the time.
struct Footprints {
  private static let words = 8
  private var bits: [UInt64]
  private var sizes: [(hashes: UInt16, runs: UInt32)]

  /// No footprint yet of so many articles.
  init(count: Int) {
    bits = Array(repeating: 0, count: count * Self.words)
    sizes = Array(repeating: (0, 0), count: count)
  }

  /// Takes that of an article.
  mutating func add(_ sketch: ShingleSketch, of article: Int) {
    sizes[article] = (
      UInt16(truncatingIfNeeded: sketch.hashes.count), UInt32(truncatingIfNeeded: sketch.count)
    )
    for hash in sketch.hashes {
      let place = UInt16(truncatingIfNeeded: hash & 511)
      bits[article * Self.words + Int(place >> 6)] |= 1 << UInt64(place & 63)
    }
  }

  /// How many hashes the sketch of an article has.
  func hashes(of article: Int) -> Int { Int(sizes[article].hashes) }

  /// How many different runs the text of an article has.
  func runs(of article: Int) -> Int { Int(sizes[article].runs) }

  /// The places of a sketch.
  static func places(of sketch: ShingleSketch) -> [UInt16] {
    sketch.hashes.map { UInt16(truncatingIfNeeded: $0 & 511) }
  }

  /// How many of some places are among those of an article.
  func count(of places: [UInt16], in article: Int) -> Int {
    let start = article * Self.words
    return bits[start..<start + Self.words].withUnsafeBufferPointer { words in
      places.withUnsafeBufferPointer { places in
        var count: UInt64 = 0
        for place in places { count &+= words[Int(place >> 6)] >> UInt64(place & 63) & 1 }
        return Int(count)
      }
    }
  }
}

/// Which hashes were seen more than once, in a few bits each.
///
/// Most runs of words stand in one text alone, and an index need not hold them. A few that were seen
/// once pass as well.
struct HashCensus {
  private var once: [UInt64]
  private var again: [UInt64]
  private let mask: UInt64

  /// A census of about so many hashes.
  init(count: Int) {
    var size = 1 << 12
    while size < count * 2, size < 1 << 27 { size <<= 1 }
    once = Array(repeating: 0, count: size / 64)
    again = once
    mask = UInt64(size - 1)
  }

  /// Counts a hash.
  mutating func count(_ hash: UInt64) {
    let place = hash & mask
    let word = Int(place >> 6)
    let bit: UInt64 = 1 << (place & 63)
    again[word] |= once[word] & bit
    once[word] |= bit
  }

  /// Ends the counting; half the room is given back.
  mutating func finish() { once = [] }

  /// Whether a hash was, as it seems, counted more than once.
  func isShared(_ hash: UInt64) -> Bool {
    let place = hash & mask
    return again[Int(place >> 6)] >> (place & 63) & 1 == 1
  }
}

/// The first few articles that hold each hash, as chains in one array.
///
/// An array for each of half a million hashes would cost more than all comparing.
struct EarliestHolders {
  private var chains: [UInt64: (first: Int32, count: Int32)] = [:]
  private var links: [(article: Int32, next: Int32)] = []
  private let most: Int32

  /// Holders of which so many are kept for each hash.
  init(most: Int) { self.most = Int32(truncatingIfNeeded: most) }

  /// Hands on the articles of a hash.
  func forEach(of hash: UInt64, _ body: (Int) -> Void) {
    var link = chains[hash]?.first ?? -1
    while link >= 0 {
      let (article, next) = links[Int(link)]
      body(Int(article))
      link = next
    }
  }

  /// Adds an article, in the place of the last when there are enough before it.
  mutating func add(_ article: Int, to hash: UInt64) {
    let article = Int32(truncatingIfNeeded: article)
    guard let chain = chains[hash] else {
      chains[hash] = (Int32(truncatingIfNeeded: links.count), 1)
      links.append((article, -1))
      return
    }
    guard chain.count == most else {
      chains[hash] = (Int32(truncatingIfNeeded: links.count), chain.count + 1)
      links.append((article, chain.first))
      return
    }
    var last = chain.first
    var link = links[Int(chain.first)].next
    while link >= 0 {
      if links[Int(link)].article > links[Int(last)].article { last = link }
      link = links[Int(link)].next
    }
    if article < links[Int(last)].article { links[Int(last)].article = article }
  }
}
