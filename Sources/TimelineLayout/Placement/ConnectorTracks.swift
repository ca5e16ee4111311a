/// Where connectors run along in the channels between lanes.
///
/// Those that go far in one channel would lie on one another if all bent halfway. Each takes a track of
/// its own instead: of those that overlap and go the way time goes, the earlier one runs further
/// from the axis, of those that go back, the later one. So none crosses another.
struct ConnectorTracks {
  /// For so short a way aside a connector needs no track of its own: connectors stand further apart.
  private static let least = 5.0

  /// What a connector does in a channel.
  private struct Bend {
    var label: Int
    var from: Double
    var to: Double

    var isForward: Bool { to > from }
    /// A bend of hardly any width bends halfway.
    var isStraight: Bool { abs(to - from) < ConnectorTracks.least }
    var low: Double { min(from, to) }
    var high: Double { max(from, to) }
  }

  private struct Key: Hashable {
    var label: Int
    var channel: Int
  }

  private var shares: [Key: Double] = [:]
  /// For each side the most connectors that run beside one another in each channel, from the axis
  /// outwards.
  private(set) var counts: [[Int]] = [[], []]

  /// The tracks of some labels, given in the order of their places.
  init(anchors: [Double], slots: [LanePlacement.Slot]) {
    for side in LanePlacement.Side.allCases {
      let labels = slots.indices.filter { slots[$0].side == side }
      let channels = labels.map { slots[$0].lane + 1 }.max() ?? 0
      for channel in 0..<channels {
        let bends = labels.compactMap { label -> Bend? in
          let slot = slots[label]
          guard slot.lane >= channel else { return nil }
          let stops = [anchors[label]] + slot.stubs + [slot.place]
          guard channel + 1 < stops.count else { return nil }
          return Bend(label: label, from: stops[channel], to: stops[channel + 1])
        }.filter { !$0.isStraight }
        counts[side.rawValue].append(share(bends, in: channel))
      }
    }
  }

  /// How far from the axis a connector runs in a channel, as a share of the channel's height.
  func share(of label: Int, in channel: Int) -> Double {
    shares[Key(label: label, channel: channel)] ?? 0.5
  }

  /// Parts a channel among the bends that overlap and go the same way; tells how many share it at
  /// the most.
  private mutating func share(_ bends: [Bend], in channel: Int) -> Int {
    var group: [Bend] = []
    var most = 0
    func close(_ group: [Bend], _ shares: inout [Key: Double]) {
      most = max(most, group.count)
      // The first of those that go forward runs furthest out, of those that go back the last.
      let inwards = group.first?.isForward == true ? Array(group.reversed()) : group
      for (place, bend) in inwards.enumerated() {
        shares[Key(label: bend.label, channel: channel)] =
          Double(place + 1) / Double(inwards.count + 1)
      }
    }
    for bend in bends {
      let reaches = group.contains { $0.low - 6 < bend.high && bend.low < $0.high + 6 }
      if let first = group.first, first.isForward != bend.isForward || !reaches {
        close(group, &shares)
        group = []
      }
      group.append(bend)
    }
    close(group, &shares)
    return most
  }
}
