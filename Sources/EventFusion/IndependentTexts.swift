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
    var holders: [UInt64: [Int]] = [:]
    for (article, sketch) in sketches.enumerated() {
      guard let sketch else { continue }
      for hash in sketch.hashes.prefix(probes * 2) {
        for other in holders[hash] ?? [] where group(of: other) != group(of: article) {
          if let otherSketch = sketches[other], sketch.isCopy(of: otherSketch) {
            unite(article, other)
          }
        }
      }
      for hash in sketch.hashes.prefix(probes) {
        // A phrase that many texts share («read also») is no hint after the first few.
        if holders[hash]?.count ?? 0 < 8 { holders[hash, default: []].append(article) }
      }
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
