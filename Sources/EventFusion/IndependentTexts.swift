/// Groups articles that print one text: a wire copy in nine papers is one voice.
public struct IndependentTexts: Sendable {
  private var parent: [Int]

  /// The groups of some articles by their sketches.
  ///
  /// Candidates are found by the smallest hashes two texts share, so that the work grows with the
  /// articles and not with their pairs; each is then compared in full.
  public init(_ sketches: [ShingleSketch?]) {
    parent = Array(sketches.indices)
    // A copy shares at least every second run; that none of 24 is shared is then hardly possible.
    let probes = 24
    // A phrase that many texts share («read also») is no hint after the first few.
    let most = 8
    var holders = ChainedHolders()
    /// The last article that each was compared with: texts that share a run share many.
    var compared = [Int](repeating: -1, count: sketches.count)
    for (article, sketch) in sketches.enumerated() {
      guard let sketch else { continue }
      for hash in sketch.hashes.prefix(probes * 2) {
        holders.forEach(of: hash) { other in
          guard compared[other] != article else { return }
          compared[other] = article
          guard group(of: other) != group(of: article), let otherSketch = sketches[other],
            sketch.isCopy(of: otherSketch)
          else { return }
          unite(article, other)
        }
      }
      for hash in sketch.hashes.prefix(probes) { holders.add(article, to: hash, most: most) }
    }
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
