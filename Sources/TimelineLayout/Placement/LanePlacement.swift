/// Finds room for labels in lanes on both sides of an axis, so that none meets another and no
/// connector crosses a label.
///
/// Each label goes to the lane that pushes it, and what its connector passes, least from where it
/// wants to be. A label in a far lane keeps a stub free in every nearer lane for its connector. Then
/// all even themselves out in the order of time (``LabelOrder``); where the line is too short for
/// one order over all lanes, each lane does so by itself (``IsotonicRegression``). So connectors
/// never cross each other either.
struct LanePlacement {
  /// Which side of the axis.
  enum Side: Int, CaseIterable { case above, below }

  /// A label that wants room.
  struct Label {
    /// Where its mark stands on the axis.
    var anchor: Double
    /// How far it reaches from its bar towards the end of the line.
    var width: Double
    /// Between which places its bar and its stubs must stand.
    var bounds = -Double.infinity...Double.infinity
  }

  /// The room of a label.
  struct Slot {
    var side: Side
    /// Counted from the axis.
    var lane: Int
    /// Where its bar stands.
    var place = 0.0
    /// Where its connector passes the nearer lanes, from the axis on.
    var stubs: [Double] = []
  }

  /// The distances that are kept.
  struct Distances {
    var gap: Double
    var stub: Double
  }

  /// How lanes are chosen.
  enum Thrift: CaseIterable {
    /// By what pushes a label least; near lanes may fill up and bar the far ones.
    case none
    /// The same, but near lanes keep room for the stubs of labels that are still to come.
    case reserves
    /// By what leaves the most room to labels that are still to come.
    case packs
  }

  /// The slots, in the order of the labels.
  let slots: [Slot]
  /// The mean distance between labels and their wishes.
  let meanPush: Double

  /// Something that stands in a lane.
  private struct Tenant {
    var label: Int
    var isStub: Bool
    var before: Double
    var after: Double
  }

  /// Room for labels in the order of their anchors; `nil` when the lanes are too few.
  ///
  /// - Parameters:
  ///   - lanes: on each side.
  ///   - sides: where labels may stand.
  ///   - thrift: how lanes are chosen.
  ///   - isOrdered: whether labels keep the order of time along each side over all its lanes.
  init?(
    _ labels: [Label],
    length: Double,
    lanes: Int,
    sides: [Side] = Side.allCases,
    distances: Distances,
    thrift: Thrift,
    isOrdered: Bool
  ) {
    let perLane = Double(labels.count) / Double(max(1, sides.count * lanes))
    let reserve = thrift == .reserves ? perLane * (distances.stub + 3) : 0
    var tenants = [[Tenant]](repeating: [], count: lanes * 2)
    var frontiers = [Double](repeating: 0, count: lanes * 2)
    /// How far what stands in each lane must reach at least.
    var used = [Double](repeating: 0, count: lanes * 2)
    var slots: [Slot] = []
    var counts = [0, 0]
    /// On each side the place that the next label will have at the earliest, and the one it could have.
    var nexts = [0.0, 0.0]
    var firsts = [0.0, 0.0]
    let half = distances.stub / 2

    for label in labels {
      var best: (cost: Double, side: Side, lane: Int)?
      for side in sides {
        var passing = 0.0
        for lane in 0..<lanes {
          let index = side.rawValue * lanes + lane
          let isFirst = tenants[index].isEmpty
          let gap = isFirst ? 0 : distances.gap
          let kept = reserve * Double(lanes - 1 - lane)
          let first = max(used[index] + gap, firsts[side.rawValue])
          if first + label.width + kept <= length {
            let free = max(frontiers[index] + gap, nexts[side.rawValue])
            let push = max(0, free - label.anchor)
            let overflow = max(0, max(label.anchor, free) + label.width - length)
            let imbalance =
              sides.count > 1 ? Double(counts[side.rawValue] - counts[1 - side.rawValue]) : 0
            let beyond = max(0, free - label.bounds.upperBound)
            let cost =
              thrift == .packs
              ? first + Double(lane)
              : passing + push + beyond * 4 + overflow * 0.6 + Double(lane) * 16 + imbalance * 3
            if best.map({ cost < $0.cost - 1e-9 }) ?? true { best = (cost, side, lane) }
          }
          // A lane that has no room for the stub bars the lanes beyond it.
          guard used[index] + distances.gap + distances.stub <= length else { break }
          passing += max(0, frontiers[index] + half - label.anchor) * 0.5
        }
      }
      guard let best else { return nil }
      counts[best.side.rawValue] += 1
      for lane in 0...best.lane {
        let index = best.side.rawValue * lanes + lane
        let isStub = lane < best.lane
        let tenant = Tenant(
          label: slots.count,
          isStub: isStub,
          before: isStub ? half : 1,
          after: isStub ? half : label.width
        )
        let gap = LanePlacement.gap(tenants[index].last, tenant, distances)
        var place = max(label.anchor, frontiers[index] + gap + tenant.before)
        if !isStub, isOrdered {
          place = max(place, nexts[best.side.rawValue])
          nexts[best.side.rawValue] = min(place, length - label.width) + LabelOrder.step
        }
        frontiers[index] = min(place + tenant.after, length)
        var first = used[index] + gap + tenant.before
        if !isStub, isOrdered {
          first = max(first, firsts[best.side.rawValue])
          firsts[best.side.rawValue] = first + LabelOrder.step
        }
        used[index] = first + tenant.after
        tenants[index].append(tenant)
      }
      slots.append(Slot(side: best.side, lane: best.lane))
    }

    let isPlaced =
      isOrdered
      ? LanePlacement.order(&slots, labels, tenants, length: length, lanes: lanes, distances)
      : LanePlacement.even(&slots, labels, tenants, length: length, distances)
    guard isPlaced else { return nil }
    self.slots = slots
    let pushes = zip(slots, labels).map { abs($0.place - $1.anchor) }
    meanPush = pushes.isEmpty ? 0 : pushes.reduce(0, +) / Double(pushes.count)
  }

  /// Places all in one order along each side; tells whether that fits.
  private static func order(
    _ slots: inout [Slot],
    _ labels: [Label],
    _ tenants: [[Tenant]],
    length: Double,
    lanes: Int,
    _ distances: Distances
  ) -> Bool {
    var nodes: [LabelOrder.Node] = []
    /// In each lane how many tenants have their node, and the node of the last one.
    var counts = [Int](repeating: 0, count: tenants.count)
    var lasts = [Int?](repeating: nil, count: tenants.count)
    var sides: [Int?] = [nil, nil]
    for (label, slot) in slots.enumerated() {
      for lane in 0...slot.lane {
        let index = slot.side.rawValue * lanes + lane
        let tenant = tenants[index][counts[index]]
        let before = counts[index] > 0 ? tenants[index][counts[index] - 1] : nil
        nodes.append(
          LabelOrder.Node(
            wish: labels[label].anchor,
            low: max(tenant.before, labels[label].bounds.lowerBound),
            high: min(length - tenant.after, labels[label].bounds.upperBound),
            inLane: lasts[index],
            distance: (before?.after ?? 0) + gap(before, tenant, distances) + tenant.before,
            onSide: tenant.isStub ? nil : sides[slot.side.rawValue]
          )
        )
        counts[index] += 1
        lasts[index] = nodes.count - 1
      }
      sides[slot.side.rawValue] = nodes.count - 1
    }
    guard let places = LabelOrder.places(of: nodes) else { return false }
    var rest = places[...]
    for index in slots.indices {
      slots[index].stubs = Array(rest.prefix(slots[index].lane))
      rest = rest.dropFirst(slots[index].lane)
      slots[index].place = rest.removeFirst()
    }
    return true
  }

  /// Places the tenants of each lane by themselves; tells whether they fit.
  private static func even(
    _ slots: inout [Slot],
    _ labels: [Label],
    _ tenants: [[Tenant]],
    length: Double,
    _ distances: Distances
  ) -> Bool {
    for lane in tenants {
      var items: [IsotonicRegression.Item] = []
      for (place, tenant) in lane.enumerated() {
        let before = place > 0 ? lane[place - 1] : nil
        items.append(
          IsotonicRegression.Item(
            wish: labels[tenant.label].anchor,
            weight: tenant.isStub ? 2 : 1,
            distance: (before?.after ?? 0) + gap(before, tenant, distances) + tenant.before
          )
        )
      }
      guard
        let places = IsotonicRegression.places(
          items,
          from: lane.first?.before ?? 0,
          through: length - (lane.last?.after ?? 0)
        )
      else { return false }
      for (tenant, place) in zip(lane, places) {
        if tenant.isStub {
          slots[tenant.label].stubs.append(place)
        } else {
          slots[tenant.label].place = place
        }
      }
    }
    return true
  }

  private static func gap(_ first: Tenant?, _ second: Tenant, _ distances: Distances) -> Double {
    guard let first else { return 0 }
    switch (first.isStub, second.isStub) {
    case (false, false): return distances.gap
    case (true, true): return 0
    default: return 3
    }
  }
}
