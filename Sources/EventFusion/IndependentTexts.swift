/// Groups articles that print one text: a wire copy in nine papers is one voice.
public struct IndependentTexts: Sendable {
  private var parent: [Int]

  /// A copy shares at least every second run; that none of 24 is shared is then hardly possible.
  private static let probes = 24
  /// A phrase that many texts share («read also») is no hint after the first few.
  private static let most = 8

  /// The groups of some articles by their sketches.
  ///
  /// Candidates are found by the smallest hashes two texts share, so that the work grows with the
  /// articles and not with their pairs; each is then compared in full.
  public init(_ sketches: [ShingleSketch?]) {
    parent = Array(sketches.indices)
    var holders = ChainedHolders()
    /// The last article that each was compared with: texts that share a run share many.
    var compared = [Int](repeating: -1, count: sketches.count)
    var found: [Int] = []
    let footprints = Footprints(sketches)
    for (article, sketch) in sketches.enumerated() {
      guard let sketch else { continue }
      found.removeAll(keepingCapacity: true)
      for hash in sketch.hashes.prefix(Self.probes * 2) {
        holders.forEach(of: hash) { other in
          guard compared[other] != article else { return }
          compared[other] = article
          found.append(other)
        }
      }
      let places = Footprints.places(of: sketch)
      for other in found {
        guard let otherSketch = sketches[other],
          sketch.mayBeCopy(of: otherSketch, sharing: footprints.count(of: places, in: other)),
          group(of: other) != group(of: article), sketch.isCopy(of: otherSketch)
        else { continue }
        unite(article, other)
      }
      for hash in sketch.hashes.prefix(Self.probes) {
        holders.add(article, to: hash, most: Self.most)
      }
    }
  }

  /// The articles that repeat an earlier one's text, each with the id of the first that printed it.
  ///
  /// - Parameter articles: articles in any order, each id once.
  public static func copies(among articles: [ArticleDigest]) -> [String: String] {
    let ordered = articles.sorted(by: ArticleDigest.precedes)
    let texts = IndependentTexts(ordered.map(\.sketch))
    var copies: [String: String] = [:]
    for (place, article) in ordered.enumerated() {
      let first = texts.group(of: place)
      if first != place { copies[article.id] = ordered[first].id }
    }
    return copies
  }

  /// The group of an article; equal for copies.
  public func group(of article: Int) -> Int {
    var current = article
    while parent[current] != current { current = parent[current] }
    return current
  }

  private mutating func unite(_ first: Int, _ second: Int) {
    let one = group(of: first)
    let other = group(of: second)
    parent[max(one, other)] = min(one, other)
  }
}

/// Which of 512 places the hashes of each sketch fall on: how many of another's fall there too is never
/// less than what both share, and is counted in a tenth of the time.
private struct Footprints {
  private static let words = 8
  private var bits: [UInt64]

  init(_ sketches: [ShingleSketch?]) {
    bits = Array(repeating: 0, count: sketches.count * Self.words)
    for (article, sketch) in sketches.enumerated() {
      guard let sketch else { continue }
      for place in Self.places(of: sketch) {
        bits[article * Self.words + Int(place >> 6)] |= 1 << UInt64(place & 63)
      }
    }
  }

  static func places(of sketch: ShingleSketch) -> [UInt16] {
    sketch.hashes.map { UInt16(truncatingIfNeeded: $0 & 511) }
  }

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

/// The articles that hold each hash, in the order they came, as chains in one array: an array for
/// each of half a million hashes would cost more than all comparing.
private struct ChainedHolders {
  private var chains: [UInt64: (first: Int32, last: Int32, count: Int32)] = [:]
  private var links: [(article: Int32, next: Int32)] = []

  func forEach(of hash: UInt64, _ body: (Int) -> Void) {
    var link = chains[hash]?.first ?? -1
    while link >= 0 {
      let (article, next) = links[Int(link)]
      body(Int(article))
      link = next
    }
  }

  mutating func add(_ article: Int, to hash: UInt64, most: Int) {
    let place = Int32(truncatingIfNeeded: links.count)
    let link = (article: Int32(truncatingIfNeeded: article), next: Int32(-1))
    guard let chain = chains[hash] else {
      chains[hash] = (place, place, 1)
      links.append(link)
      return
    }
    guard chain.count < most else { return }
    links[Int(chain.last)].next = place
    chains[hash] = (chain.first, place, chain.count + 1)
    links.append(link)
  }
}
