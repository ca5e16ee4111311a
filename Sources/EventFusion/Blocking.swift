import NewsModel

/// Finds the pairs worth comparing: same class, same countries, days that may meet.
///
/// Inside a block the tellings are ordered by day and a window slides over them, which is the
/// month's bucket without its edges: the 31st still meets the 1st. The window has a limit, so the
/// work stays near-linear whatever the block holds.
struct Blocking: Sendable {
  /// How many followers a telling is compared with in one block.
  static let window = 256
  /// How many sides or names of one telling open blocks.
  private static let breadth = 6

  /// Calls `visit` with every pair of positions that shares a block; a pair may come twice.
  static func forEachPair(of groups: [TellingGroup], visit: (Int, Int) -> Void) {
    var blocks: [UInt64: [Int32]] = [:]
    for (position, group) in groups.enumerated() {
      for key in keys(of: group.telling) {
        blocks[key, default: []].append(Int32(truncatingIfNeeded: position))
      }
    }
    for (_, block) in blocks where block.count > 1 {
      // Positions are ordered by day, since the groups are.
      for start in block.indices {
        let first = Int(block[start])
        let reach = Int(groups[first].telling.latest) + 2
        var next = start + 1
        let limit = min(block.count, start + 1 + window)
        while next < limit {
          let second = Int(block[next])
          if Int(groups[second].telling.earliest) > reach { break }
          visit(first, second)
          next += 1
        }
      }
    }
  }

  /// The blocks of a telling, each once.
  static func keys(of telling: Telling, status: Bool = true) -> [UInt64] {
    let seed = seed(of: telling, status: status)
    var keys: [UInt64] = []
    if telling.mergeClass.isTwoSided {
      appendPairs(of: Array(telling.sides.prefix(breadth)), seed: seed, to: &keys)
      // Two parties of one state, or one that only its name tells: two names make the block.
      var surnames = telling.parties.filter { $0.kind != .office }.map(\.surname)
      surnames.sort()
      appendPairs(of: Array(surnames.uniqued().prefix(breadth)), seed: ~seed, to: &keys)
      if telling.sides.count == 1, let side = telling.sides.first {
        keys.append(mix(seed, side, -1))
      }
      if telling.isNumberedRound, let ordinal = telling.ordinal {
        let salt = seed ^ ShingleSketch.mix(UInt64(truncatingIfNeeded: ordinal))
        for side in telling.sides.prefix(breadth) { keys.append(mix(salt, side, -2)) }
      }
    } else if telling.mergeClass.isPersonal {
      for actor in telling.actors.prefix(breadth) { keys.append(mix(seed, actor.side, 0)) }
      for actor in telling.actors.prefix(breadth) where actor.kind == .person {
        keys.append(mix(~seed, actor.surname, 0))
      }
    } else {
      for side in telling.sides.prefix(breadth) { keys.append(mix(seed, side, 0)) }
    }
    keys.sort()
    return keys.uniqued()
  }

  /// The blocks of what is enough to know an event again: its ordinal, or two named persons.
  static func strongKeys(of telling: Telling, status: Bool = true) -> [UInt64] {
    let seed = ShingleSketch.mix(seed(of: telling, status: status))
    var keys: [UInt64] = []
    var surnames = telling.parties.filter { $0.kind == .person }.map(\.surname)
    surnames.sort()
    appendPairs(of: Array(surnames.uniqued().prefix(breadth)), seed: seed, to: &keys)
    if let ordinal = telling.ordinal {
      let salt = seed ^ ShingleSketch.mix(UInt64(truncatingIfNeeded: ordinal))
      appendPairs(of: Array(telling.sides.prefix(breadth)), seed: salt, to: &keys)
      if telling.isNumberedRound {
        for side in telling.sides.prefix(breadth) { keys.append(mix(salt, side, -2)) }
      }
      if telling.sides.count == 1, let side = telling.sides.first {
        keys.append(mix(salt, side, -1))
      }
    }
    keys.sort()
    return keys.uniqued()
  }

  /// The blocks of a telling without a day: its article, what it agrees on, the bound it tells.
  static func looseKeys(of telling: Telling) -> [UInt64] {
    let seed = ShingleSketch.mix(~seed(of: telling, status: true))
    var keys = looseKeysAnywhere(of: telling)
    keys.append(ShingleSketch.mix(seed ^ UInt64(truncatingIfNeeded: telling.article)))
    keys.sort()
    return keys.uniqued()
  }

  /// The same without that of its article.
  static func looseKeysAnywhere(of telling: Telling) -> [UInt64] {
    let seed = ShingleSketch.mix(~seed(of: telling, status: true))
    var keys = strongKeys(of: telling)
    if telling.isProcess {
      appendPairs(of: Array(telling.sides.prefix(breadth)), seed: seed, to: &keys)
    }
    for bound in [telling.earliest, telling.latest]
    where bound != Int32.min && bound != Int32.max {
      for side in telling.sides.prefix(breadth) { keys.append(mix(seed, side, Int(bound))) }
    }
    keys.sort()
    return keys.uniqued()
  }

  /// The blocks of a telling whatever its status: by month when it has a day, else by what is
  /// enough to know it again.
  static func linkKeys(of telling: Telling) -> [UInt64] {
    var keys = strongKeys(of: telling, status: false)
    if telling.evidence != .loose {
      // Two days reach over a month's edge; 31 days are a bucket as good as a month.
      let first = (Int(telling.earliest) - 2).quotient(by: 31)
      let last = (Int(telling.latest) + 2).quotient(by: 31)
      for key in Blocking.keys(of: telling, status: false) {
        for bucket in first...max(first, last) {
          keys.append(ShingleSketch.mix(key ^ UInt64(bitPattern: Int64(bucket))))
        }
      }
    }
    return keys
  }

  private static func seed(of telling: Telling, status: Bool) -> UInt64 {
    var seed: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in telling.mergeClass.id.utf8 { seed = (seed ^ UInt64(byte)) &* 0x100_0000_01B3 }
    guard status else { return seed }
    for byte in telling.status.rawValue.utf8 { seed = (seed ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return seed
  }

  private static func appendPairs(of numbers: [Int], seed: UInt64, to keys: inout [UInt64]) {
    for (position, first) in numbers.enumerated() {
      for second in numbers.dropFirst(position + 1) { keys.append(mix(seed, first, second)) }
    }
  }

  private static func mix(_ seed: UInt64, _ first: Int, _ second: Int) -> UInt64 {
    let one = ShingleSketch.mix(UInt64(bitPattern: Int64(first)))
    let both = ShingleSketch.mix(one &+ UInt64(bitPattern: Int64(second)))
    return ShingleSketch.mix(seed ^ both)
  }
}

extension Int {
  /// The quotient rounded down, so that days before 1970 fall into buckets of one size too.
  fileprivate func quotient(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : (self - divisor + 1) / divisor
  }
}
