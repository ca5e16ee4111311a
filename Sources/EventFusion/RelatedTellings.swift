/// Groups of tellings that may have to do with each other when they are merged.
///
/// Merging each group by itself gives what merging all together gives: that is what lets a build merge
/// anew only what a new article touches, and a large archive portion by portion.
public struct RelatedTellings: Sendable {
  private var parent: [Int32] = []
  private var marks: [Held] = []

  /// A mark and who has it.
  private struct Held {
    let key: UInt64
    let earliest: Int32
    let latest: Int32
    let telling: Int32
    let bond: MergingMarks.Bond
  }

  /// No telling yet.
  public init() {}

  /// How many tellings there are.
  public var count: Int { parent.count }

  /// Adds a telling; its number is how many came before it.
  public mutating func add(_ telling: MergingMarks) {
    let number = Int32(truncatingIfNeeded: parent.count)
    parent.append(number)
    for mark in telling.marks {
      marks.append(
        Held(
          key: mark.key,
          earliest: telling.earliest,
          latest: telling.latest,
          telling: number,
          bond: mark.bond
        )
      )
    }
  }

  /// The tellings that events of some ids may be founded on; to be asked before they are related.
  public func founders(of ids: Set<String>) -> [Int] {
    let keys = Set(ids.map(MergingMarks.key(ofEvent:)))
    return keys.isEmpty ? [] : marks.filter { keys.contains($0.key) }.map { Int($0.telling) }
  }

  /// Draws together all that were added.
  public mutating func relate() {
    marks.sort { $0.key != $1.key ? $0.key < $1.key : $0.earliest < $1.earliest }
    var start = 0
    while start < marks.count {
      var end = start + 1
      while end < marks.count, marks[end].key == marks[start].key { end += 1 }
      if end - start > 1 { relate(start..<end) }
      start = end
    }
    marks = []
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
