/// Joins what fits, best pair first; a group grows only when **all** its members fit the newcomer.
///
/// One telling that fits two events can therefore never draw them into one.
struct CompleteLink: Sendable {
  /// The score of every pair that passed the test, by both positions.
  private var scores: [UInt64: Double] = [:]
  /// How many there are to join.
  private let count: Int

  /// Nothing joined yet.
  init(count: Int) { self.count = count }

  /// Whether the pair was noted already.
  func knows(_ first: Int, _ second: Int) -> Bool {
    scores[CompleteLink.key(first, second)] != nil
  }

  /// Notes that two fit; 0 to 1.
  mutating func note(_ first: Int, _ second: Int, score: Double) {
    scores[CompleteLink.key(first, second)] = score
  }

  /// The groups of positions, each ascending, ordered by their first.
  ///
  /// Ties of score go to the pair that comes first, and positions are ordered by date and document.
  func groups() -> [[Int]] {
    var pairs: [(score: Double, key: UInt64)] = []
    pairs.reserveCapacity(scores.count)
    for (key, score) in scores { pairs.append((score, key)) }
    pairs.sort { $0.score != $1.score ? $0.score > $1.score : $0.key < $1.key }
    var owner = Array(0..<count)
    var members = (0..<count).map { [$0] }
    for pair in pairs {
      let first = owner[Int(pair.key >> 32)]
      let second = owner[Int(pair.key & 0xFFFF_FFFF)]
      guard first != second, fit(members[first], members[second]) else { continue }
      let keeps = min(first, second)
      let gives = max(first, second)
      for member in members[gives] { owner[member] = keeps }
      members[keeps].append(contentsOf: members[gives])
      members[gives] = []
    }
    return members.filter { !$0.isEmpty }.map { $0.sorted() }
  }

  private func fit(_ first: [Int], _ second: [Int]) -> Bool {
    for one in first {
      for other in second where scores[CompleteLink.key(one, other)] == nil { return false }
    }
    return true
  }

  private static func key(_ first: Int, _ second: Int) -> UInt64 {
    let low = UInt64(UInt32(truncatingIfNeeded: min(first, second)))
    return low << 32 | UInt64(UInt32(truncatingIfNeeded: max(first, second)))
  }
}
