import Drawing
import Styles

extension LaneChart {
  /// Which lane each event stands in.
  struct Lanes {
    /// The names from the top.
    let names: [String]
    private(set) var own: [Int]
    private(set) var echoes: [[Int]]

    /// Lanes for so many events.
    init(names: [String], count: Int) {
      self.names = names
      own = Array(repeating: 0, count: count)
      echoes = Array(repeating: [], count: count)
    }

    /// Puts an event into a lane.
    mutating func set(_ lane: Int, of event: Int) {
      if own.indices.contains(event) { own[event] = lane }
    }

    /// Tells that the party of a lane takes part in an event of another.
    mutating func add(echo lane: Int, of event: Int) {
      guard echoes.indices.contains(event), !echoes[event].contains(lane) else { return }
      echoes[event].append(lane)
    }
  }
}

/// The small sign of one who takes part in an event of another lane.
enum EchoMark {
  /// The sign around a point.
  static func content(at center: Point, sheet: Sheet) -> SceneContent {
    .mark(
      Mark(
        shape: .circle,
        fill: .hollow,
        center: center,
        radius: 2.2,
        color: sheet.style.colors.muted,
        ground: sheet.style.colors.ground
      )
    )
  }
}
