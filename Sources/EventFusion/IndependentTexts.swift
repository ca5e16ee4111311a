/// Groups articles that print one text: a wire copy in nine papers is one voice.
public struct IndependentTexts: Sendable {
  private var parent: [Int32]

  /// A copy shares at least every second run; that none of 24 is shared is then hardly possible.
  private static let probes = 24
  /// A phrase that many texts share («read also») is no hint after the first few.
  private static let most = 8

  /// The groups of some articles by their sketches.
  ///
  /// Candidates are found by the smallest hashes two texts share, so that the work grows with the
  /// articles and not with their pairs; each is then compared in full. Sketches are gone through
  /// several times and not kept: those of many articles take more room than all else of them.
  ///
  /// An article is compared only with those before it: where the groups of the first are known, only
  /// those behind them are compared.
  ///
  /// - Parameters:
  ///   - source: where the sketches are.
  ///   - standing: the groups of the first articles as they stand.
  ///   - most: about how many hashes are held at a time.
  public init<Source: SketchSource>(
    of source: Source,
    standing: StandingGroups = .none,
    atATime most: Int = 3 << 20
  ) throws(Source.Failure) {
    parent = (0..<Int32(truncatingIfNeeded: source.count)).map { $0 }
    for (copy, original) in standing.originals where original < copy {
      guard parent.indices.contains(copy), parent.indices.contains(original) else { continue }
      unite(original, copy)
    }
    let fresh = min(standing.count, source.count)..<source.count
    guard !fresh.isEmpty else { return }
    let areFew = fresh.count * 8 < source.count
    let census = try areFew ? Self.census(of: fresh, in: source) : Self.census(of: source)
    var footprints = Footprints(count: source.count)
    var shared = 0
    try source.forEach { article, sketch in
      footprints.add(sketch, of: article)
      for hash in sketch.hashes.prefix(Self.probes) where census.isShared(hash) { shared += 1 }
    }
    let shares = max(1, (shared + most - 1) / most)
    /// The last article that each was compared with: texts that share a run share many.
    var compared = [Int32](repeating: -1, count: source.count)
    for share in 0..<shares {
      var holders = EarliestHolders(most: Self.most)
      func isOfShare(_ hash: UInt64) -> Bool {
        census.isShared(hash) && (shares == 1 || Int(hash % UInt64(shares)) == share)
      }
      try source.forEach { article, sketch in
        for hash in sketch.hashes.prefix(Self.probes) where isOfShare(hash) {
          holders.add(article, to: hash)
        }
      }
      for index in compared.indices { compared[index] = -1 }
      var likely: [(article: Int32, other: Int32)] = []
      func compare(_ article: Int, _ sketch: ShingleSketch) {
        let number = Int32(truncatingIfNeeded: article)
        let places = Footprints.places(of: sketch)
        for hash in sketch.hashes.prefix(Self.probes * 2) where isOfShare(hash) {
          holders.forEach(of: hash) { other in
            guard other < article, compared[other] != number else { return }
            compared[other] = number
            if sketch.mayBeCopy(
              hashes: footprints.hashes(of: other),
              count: footprints.runs(of: other),
              sharing: footprints.count(of: places, in: other)
            ) {
              likely.append((number, Int32(truncatingIfNeeded: other)))
            }
          }
        }
      }
      if areFew {
        for article in fresh {
          if let sketch = try source.sketch(of: article) { compare(article, sketch) }
        }
      } else {
        try source.forEach { article, sketch in
          if fresh.contains(article) { compare(article, sketch) }
        }
      }
      try unite(likely, of: source)
    }
  }

  /// Which hashes any two articles share.
  private static func census<Source: SketchSource>(
    of source: Source
  ) throws(Source.Failure) -> HashCensus {
    var census = HashCensus(count: source.count * probes * 2)
    try source.forEach { _, sketch in
      for hash in sketch.hashes.prefix(probes * 2) { census.count(hash) }
    }
    census.finish()
    return census
  }

  /// Which hashes some articles have: those that they may share with any.
  private static func census<Source: SketchSource>(
    of articles: Range<Int>,
    in source: Source
  ) throws(Source.Failure) -> HashCensus {
    // With room enough that hardly a hash of the many others passes by chance.
    var census = HashCensus(count: articles.count * probes * 16)
    for article in articles {
      guard let sketch = try source.sketch(of: article) else { continue }
      for hash in sketch.hashes.prefix(probes * 2) {
        census.count(hash)
        census.count(hash)
      }
    }
    census.finish()
    return census
  }

  /// The groups of some articles by their sketches, in their order.
  public init(_ sketches: [ShingleSketch?]) {
    self.init(of: HeldSketches(sketches: sketches))
  }

  /// Joins those of some pairs that are copies indeed.
  private mutating func unite<Source: SketchSource>(
    _ pairs: [(article: Int32, other: Int32)],
    of source: Source
  ) throws(Source.Failure) {
    var last: (article: Int, sketch: ShingleSketch?) = (-1, nil)
    for (first, second) in pairs {
      let (article, other) = (Int(first), Int(second))
      guard group(of: article) != group(of: other) else { continue }
      if last.article != article { last = (article, try source.sketch(of: article)) }
      guard let sketch = last.sketch, let second = try source.sketch(of: other),
        sketch.isCopy(of: second)
      else { continue }
      unite(article, other)
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
    var current = Int32(truncatingIfNeeded: article)
    while parent[Int(current)] != current { current = parent[Int(current)] }
    return Int(current)
  }

  private mutating func unite(_ first: Int, _ second: Int) {
    let one = group(of: first)
    let other = group(of: second)
    parent[max(one, other)] = Int32(truncatingIfNeeded: min(one, other))
  }
}

/// How the first articles of an order are grouped among themselves.
///
/// What joins two of them may be one behind them, as long as it is there still.
public struct StandingGroups: Hashable, Sendable {
  /// How many articles that were.
  public var count: Int
  /// The first article that printed the text, by each that repeats it.
  public var originals: [Int: Int]

  /// Groups of the first articles.
  public init(count: Int, originals: [Int: Int]) {
    self.count = count
    self.originals = originals
  }

  /// Nothing is grouped yet.
  public static let none = StandingGroups(count: 0, originals: [:])
}

/// Where the sketches of articles are, to be gone through and to be asked for.
///
/// Articles are numbered in the order that merging relies on: by publication, then by id.
public protocol SketchSource {
  /// What may go wrong.
  associatedtype Failure: Error

  /// How many articles there are.
  var count: Int { get }

  /// Hands on every sketch there is, in any order that stays the same.
  func forEach(_ body: (_ article: Int, ShingleSketch) -> Void) throws(Failure)

  /// The sketch of an article.
  func sketch(of article: Int) throws(Failure) -> ShingleSketch?
}

/// Sketches that are at hand.
private struct HeldSketches: SketchSource {
  let sketches: [ShingleSketch?]

  var count: Int { sketches.count }

  func forEach(_ body: (_ article: Int, ShingleSketch) -> Void) throws(Never) {
    for (article, sketch) in sketches.enumerated() {
      if let sketch { body(article, sketch) }
    }
  }

  func sketch(of article: Int) throws(Never) -> ShingleSketch? { sketches[article] }
}
