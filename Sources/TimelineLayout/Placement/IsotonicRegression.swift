/// Places things along a line as near as can be to where they want to be, in their order and
/// without overlap.
///
/// Minimises the weighted sum of squared displacements by pool-adjacent-violators in O(n): taking
/// the room that must lie before each thing off its wish turns «no overlap» into «never falling»,
/// and neighbours that would fall are pooled at their mean.
enum IsotonicRegression {
  /// A thing to be placed.
  struct Item: Hashable {
    /// Where it wants to be.
    var wish: Double
    /// How much its displacement counts.
    var weight: Double
    /// The distance it must keep from the thing before it; ignored for the first.
    var distance: Double
  }

  /// The places of the items between two limits; `nil` when they do not fit.
  static func places(_ items: [Item], from lower: Double, through upper: Double) -> [Double]? {
    guard !items.isEmpty else { return [] }
    var offsets: [Double] = []
    var offset = 0.0
    for (index, item) in items.enumerated() {
      if index > 0 { offset += item.distance }
      offsets.append(offset)
    }
    // What the shifted places may be: the last thing still needs `offset` behind the first.
    let limit = upper - offset
    guard lower <= limit + 1e-9 else { return nil }

    var pools: [(mean: Double, weight: Double, count: Int)] = []
    for (index, item) in items.enumerated() {
      var pool = (mean: item.wish - offsets[index], weight: item.weight, count: 1)
      while let last = pools.last, last.mean > pool.mean {
        let weight = last.weight + pool.weight
        pool.mean = (last.mean * last.weight + pool.mean * pool.weight) / weight
        pool.weight = weight
        pool.count += last.count
        pools.removeLast()
      }
      pools.append(pool)
    }
    var places: [Double] = []
    for pool in pools {
      let place = max(lower, min(limit, pool.mean))
      for _ in 0..<pool.count { places.append(place + offsets[places.count]) }
    }
    return places
  }
}
