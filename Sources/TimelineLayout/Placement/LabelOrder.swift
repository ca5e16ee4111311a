/// Places labels and the stubs of their connectors as near to where they want to be as their order
/// allows: in each lane, and along each side of the axis over all its lanes.
///
/// Who reads along a side then meets its labels in the order of time, however many lanes they stand in.
struct LabelOrder {
  /// A label, or the stub of one in a nearer lane.
  struct Node {
    /// Where it wants to stand.
    var wish: Double
    /// The first and the last place it may have.
    var low: Double
    var high: Double
    /// What stands before it in its lane, and how far apart the two are at least.
    var inLane: Int?
    var distance: Double
    /// The label before it on its side.
    var onSide: Int?
  }

  /// How far the bar of a label lies behind that of an earlier one in another lane.
  static let step = 6.0

  private let nodes: [Node]

  /// The places in the order of the nodes, each of which stands behind those it follows; `nil` when there
  /// is not room for all.
  static func places(of nodes: [Node]) -> [Double]? {
    LabelOrder(nodes: nodes).places
  }

  private var places: [Double]? {
    let earliest = forwards { node, _ in node.low }
    let latest = backwards { node, _ in node.high }
    guard zip(earliest, latest).allSatisfy({ $0 <= $1 + 1e-9 }) else { return nil }
    // Halfway between giving way only forwards and only backwards: as both keep the distances, so
    // does what lies between.
    let ahead = forwards { min(max($0.wish, $0.low), latest[$1]) }
    let back = backwards { max(min($0.wish, $0.high), earliest[$1]) }
    var places = zip(ahead, back).map { ($0 + $1) / 2 }
    for _ in 0..<2 { settle(&places) }
    return places
  }

  /// Each as early as those before it let it be, but not before what it is given.
  private func forwards(_ least: (Node, Int) -> Double) -> [Double] {
    var places: [Double] = []
    places.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() {
      var place = least(node, index)
      if let before = node.inLane { place = max(place, places[before] + node.distance) }
      if let before = node.onSide { place = max(place, places[before] + LabelOrder.step) }
      places.append(place)
    }
    return places
  }

  /// Each as late as those behind it let it be, but not behind what it is given.
  private func backwards(_ most: (Node, Int) -> Double) -> [Double] {
    var places = nodes.enumerated().map { most($1, $0) }
    for (index, node) in nodes.enumerated().reversed() {
      if let before = node.inLane {
        places[before] = min(places[before], places[index] - node.distance)
      }
      if let before = node.onSide {
        places[before] = min(places[before], places[index] - LabelOrder.step)
      }
    }
    return places
  }

  /// Moves each as near to its wish as its neighbours let it.
  private func settle(_ places: inout [Double]) {
    var room = nodes.map(\.high)
    for (index, node) in nodes.enumerated().reversed() {
      var low = node.low
      if let before = node.inLane { low = max(low, places[before] + node.distance) }
      if let before = node.onSide { low = max(low, places[before] + LabelOrder.step) }
      places[index] = max(low, min(room[index], node.wish))
      if let before = node.inLane {
        room[before] = min(room[before], places[index] - node.distance)
      }
      if let before = node.onSide {
        room[before] = min(room[before], places[index] - LabelOrder.step)
      }
    }
  }
}
