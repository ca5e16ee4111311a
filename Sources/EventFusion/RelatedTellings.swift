/// Groups of tellings that may have to do with each other when they are merged.
///
/// Merging each group by itself gives what merging all together gives: that is what lets a build merge
/// anew only what a new article touches, and a large archive portion by portion. The marks of many
/// tellings take much more room than the groups, so they can be gone through share by share: each
/// share of the marks draws its own tellings together, and only one is held at a time.
public struct RelatedTellings: Sendable {
  /// How often all tellings must be added, each time in the same order and ended by ``relate()``.
  public let shares: Int
  /// The tellings that the events which were asked for may be founded on, of the shares so far.
  public private(set) var founders: [Int] = []

  private let wanted: Set<UInt64>
  private var parent: [Int32] = []
  private var marks: [Held] = []
  /// The share that is being added, and how many tellings were added to it.
  private var share = 0
  private var added = 0

  /// A mark and who has it.
  private struct Held {
    let key: UInt64
    let earliest: Int32
    let latest: Int32
    let telling: Int32
    let bond: MergingMarks.Bond
  }

  /// No telling yet.
  ///
  /// - Parameters:
  ///   - marks: about how many marks the tellings have together.
  ///   - most: about how many are held at a time.
  ///   - ids: the ids of events whose founders are asked for.
  public init(marks: Int = 0, atATime most: Int = 1 << 20, founding ids: Set<String> = []) {
    shares = max(1, (marks + most - 1) / most)
    wanted = Set(ids.map(MergingMarks.key(ofEvent:)))
  }

  /// How many tellings there are.
  public var count: Int { parent.count }

  /// Adds a telling; its number is how many came before it.
  public mutating func add(_ telling: MergingMarks) {
    let number = begin()
    for mark in telling.marks {
      hold(mark.key, mark.bond, telling.earliest, telling.latest, number)
    }
  }

  /// Adds the tellings of an article by their packed marks; none when nothing of ours wrote them.
  public mutating func add(packed bytes: [UInt8]) {
    guard MergingMarks.count(in: bytes) != nil else { return }
    var number: Int32 = 0
    MergingMarks.forEach(in: bytes) {
      number = begin()
    } mark: { earliest, latest, key, bond in
      hold(key, bond, earliest, latest, number)
    }
  }

  private mutating func begin() -> Int32 {
    let number = Int32(truncatingIfNeeded: added)
    if added == parent.count { parent.append(number) }
    added += 1
    return number
  }

  private mutating func hold(
    _ key: UInt64,
    _ bond: MergingMarks.Bond,
    _ earliest: Int32,
    _ latest: Int32,
    _ telling: Int32
  ) {
    guard shares == 1 || Int(key % UInt64(shares)) == share else { return }
    if wanted.contains(key) { founders.append(Int(telling)) }
    marks.append(
      Held(key: key, earliest: earliest, latest: latest, telling: telling, bond: bond)
    )
  }

  /// Draws together all that were added, as far as this share of their marks does.
  public mutating func relate() {
    marks.sort { $0.key != $1.key ? $0.key < $1.key : $0.earliest < $1.earliest }
    var start = 0
    while start < marks.count {
      var end = start + 1
      while end < marks.count, marks[end].key == marks[start].key { end += 1 }
      if end - start > 1 { relate(start..<end) }
      start = end
    }
    marks.removeAll(keepingCapacity: share + 1 < shares)
    share += 1
    added = 0
  }

  /// The holders of one key.
  private mutating func relate(_ range: Range<Int>) {
    if marks[range].contains(where: { $0.bond == .always || $0.bond == .seeking }) {
      let first = marks[range.lowerBound].telling
      for index in range.dropFirst() { unite(marks[index].telling, first) }
      return
    }
    // Days in order: whoever begins behind the reach of all before begins a new chain.
    var reach = Int64.min
    var last: Int32?
    for index in range where marks[index].bond == .byDay {
      if let last, Int64(marks[index].earliest) <= reach { unite(marks[index].telling, last) }
      last = marks[index].telling
      reach = max(reach, Int64(marks[index].latest) + 2)
    }
  }

  /// The number of the first telling of a telling's group.
  public mutating func group(of telling: Int) -> Int {
    var root = Int32(truncatingIfNeeded: telling)
    while parent[Int(root)] != root {
      parent[Int(root)] = parent[Int(parent[Int(root)])]
      root = parent[Int(root)]
    }
    return Int(root)
  }

  private mutating func unite(_ first: Int32, _ second: Int32) {
    let one = group(of: Int(first))
    let other = group(of: Int(second))
    parent[max(one, other)] = Int32(truncatingIfNeeded: min(one, other))
  }
}
