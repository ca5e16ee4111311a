import Drawing
import Styles

/// Draws a chart row whose labels have their places: connectors, axis, ticks, bars, marks, labels.
struct ChartDrawing {
  /// What belongs to a row beside its labels.
  enum Look {
    /// An axis of its own with named ticks.
    case row
    /// One of several thin lines under a common ruler.
    case lane
    /// An axis whose marks and bars are drawn by others.
    case bare
  }

  let sheet: Sheet
  let axis: RowAxis
  /// The labels in the order of places.
  let labels: [ChartLabel]
  let slots: [LanePlacement.Slot]
  let look: Look
  /// The height of the whole row.
  let height: Double
  /// Where the axis lies below the row's upper edge.
  let axisY: Double
  private let bars: ChartBars
  private let tracks: ConnectorTracks
  /// The heights of the lanes of each side, from the axis outwards.
  private let heights: [[Double]]
  /// The heights of the channels between the lanes of each side, where connectors bend.
  private let channels: [[Double]]
  /// The upper edges of the lanes of each side, from the axis outwards.
  private let tops: [[Double]]
  /// What stays free above the axis for marks and bars.
  private let clear: Double

  private var chart: ChartStyle { sheet.style.chart }
  private var colors: ColorStyles { sheet.style.colors }

  /// - Parameter air: what each channel is higher than it must be.
  init(
    sheet: Sheet,
    axis: RowAxis,
    labels: [ChartLabel],
    slots: [LanePlacement.Slot],
    look: Look,
    air: Double = 0
  ) {
    self.sheet = sheet
    self.axis = axis
    self.labels = labels
    self.slots = slots
    self.look = look
    let chart = sheet.style.chart
    bars =
      look == .bare
      ? ChartBars(noneFor: labels.count)
      : ChartBars(axis, length: sheet.length, mark: chart.mark)
    tracks = ConnectorTracks(anchors: axis.anchors, slots: slots)
    let stack = Double(bars.topLane) * (chart.bar + 2)
    var heights: [[Double]] = [[], []]
    for (slot, label) in zip(slots, labels) {
      let side = slot.side.rawValue
      while heights[side].count <= slot.lane { heights[side].append(0) }
      heights[side][slot.lane] = max(heights[side][slot.lane], label.height)
    }
    self.heights = heights
    // One connector needs less height to bend than several that run beside one another.
    let channels = tracks.counts.map { side in
      side.map { chart.channel * min(1.4, max(0.5, 0.2 * Double($0 + 2))) + air }
    }
    self.channels = channels
    // Flags are the tallest marks; they need their height even where no label stands.
    clear = max(chart.mark * 1.8, chart.bar / 2) + 2 + stack
    axisY = clear + heights[0].reduce(0, +) + channels[0].reduce(0, +)
    let room =
      look != .lane
      ? AxisRuler(scale: axis.scale, sheet: sheet).nameRoom
      : max(chart.mark * 1.2, chart.bar / 2) + 1
    var tops: [[Double]] = [[], []]
    var edge = axisY - clear
    for (height, channel) in zip(heights[0], channels[0]) {
      edge -= channel + height
      tops[0].append(edge)
    }
    edge = axisY + room
    for (height, channel) in zip(heights[1], channels[1]) {
      edge += channel
      tops[1].append(edge)
      edge += height
    }
    self.tops = tops
    height = edge
  }

  /// How many channels there are on both sides.
  var channelCount: Int { channels.reduce(0) { $0 + $1.count } }

  /// The same with higher channels.
  func aired(by air: Double) -> ChartDrawing {
    ChartDrawing(sheet: sheet, axis: axis, labels: labels, slots: slots, look: look, air: air)
  }

  /// The whole row.
  var fragment: Fragment {
    var items: [SceneItem] = [SceneItem(group: "chart", .open(.figure))]
    for index in labels.indices {
      let lift = bars.lanes[index].map { Double($0) * (chart.bar + 2) } ?? 0
      items.append(connector(index, lift: lift))
    }
    var ruler = AxisRuler(scale: axis.scale, sheet: sheet)
    ruler.bars = bars.bars.filter { $0.lane == 0 }.map { $0.first...$0.last }
    ruler.signs = zip(axis.entries, axis.anchors).filter { entry, _ in
      if case .span = entry.look.extent { entry.look.fill != nil } else { false }
    }.map(\.1)
    items += ruler.line(at: axisY, isThin: look == .lane)
    for bar in bars.bars { items.append(bars.hatch(bar, axisY: axisY, sheet: sheet)) }
    let below = slots.indices.filter { slots[$0].side == .below }.map { axis.anchors[$0] }
    items +=
      look == .lane
      ? ruler.ticks(at: axisY, names: nil, connectors: [])
      : ruler.ticks(at: axisY, names: 6, connectors: below)
    for index in labels.indices where look != .bare {
      let entry = axis.entries[index]
      let lift = Double(bars.lanes[index] ?? 0) * (chart.bar + 2)
      let center = Point(sheet.x(axis.anchors[index]), axisY - lift)
      if !entry.isListed, labels[index].isWhole {
        items.append(
          SceneItem(group: "mark", .destination(name: entry.destination, at: center))
        )
      }
      guard let fill = entry.look.fill else { continue }
      var mark = entry.look.mark(fill, at: center, radius: chart.mark, sheet: sheet)
      if entry.isListed { mark.link = .destination(entry.destination) }
      items.append(SceneItem(group: "mark", .mark(mark)))
    }
    items.append(SceneItem(group: "chart", .close))
    for (index, slot) in slots.enumerated() {
      let lane = heights[slot.side.rawValue][slot.lane]
      let top = tops[slot.side.rawValue][slot.lane]
      let y = slot.side == .above ? top + lane - labels[index].height : top
      items += labels[index].items(start: slot.place, y: y, sheet: sheet)
    }
    return Fragment(items: items, height: height)
  }

  /// From the mark through the stubs of the nearer lanes to the label's bar; it bends only in the
  /// channels between lanes, where no label is.
  private func connector(_ index: Int, lift: Double) -> SceneItem {
    let slot = slots[index]
    let isAbove = slot.side == .above
    var place = axis.anchors[index]
    var y = axisY - lift
    var steps: [Path.Step] = [.move(Point(sheet.x(place), y))]
    func go(to next: Double, entering edge: Double, through channel: Int) {
      let height = channels[slot.side.rawValue][channel]
      let bend = edge + (isAbove ? height : -height)
      if abs(bend - y) > 0.01 { steps.append(.line(Point(sheet.x(place), bend))) }
      let track = bend + (edge - bend) * tracks.share(of: index, in: channel)
      steps += turn(from: place, at: bend, to: next, at: edge, along: track)
      place = next
      y = edge
    }
    // A label that stands hardly aside of its mark needs no bend: the mark is wider than that.
    let first = slot.stubs.first ?? slot.place
    if abs(first - place) <= chart.mark * 0.3, axis.entries[index].look.fill != .flag {
      place = first
      steps = [.move(Point(sheet.x(place), y))]
    }
    for (lane, stub) in slot.stubs.enumerated() {
      let top = tops[slot.side.rawValue][lane]
      let bottom = top + heights[slot.side.rawValue][lane]
      go(to: stub, entering: isAbove ? bottom : top, through: lane)
      y = isAbove ? top : bottom
      steps.append(.line(Point(sheet.x(place), y)))
    }
    let top = tops[slot.side.rawValue][slot.lane]
    let bottom = top + heights[slot.side.rawValue][slot.lane]
    go(to: slot.place, entering: isAbove ? bottom : top, through: slot.lane)
    let color = axis.entries[index].look.style.color.mixed(into: colors.ground, share: 0.8)
    return SceneItem(
      group: "connector",
      .curve(Path(steps), stroke: Stroke(color, width: chart.connector), fill: nil)
    )
  }

  /// The steps from one place to another across a channel.
  ///
  /// It runs along its track between two rounded corners, however short the way is.
  private func turn(
    from place: Double,
    at bend: Double,
    to next: Double,
    at edge: Double,
    along track: Double
  ) -> [Path.Step] {
    let (start, end) = (sheet.x(place), sheet.x(next))
    let way = abs(end - start)
    if way < 0.1 { return [.line(Point(end, edge))] }
    let radius = min(5, way / 2, abs(track - bend), abs(edge - track))
    let outwards = edge > bend ? radius : -radius
    let along = end > start ? radius : -radius
    return [
      .line(Point(start, track - outwards)),
      .curve(Point(start, track), Point(start, track), Point(start + along, track)),
      .line(Point(end - along, track)),
      .curve(Point(end, track), Point(end, track), Point(end, track + outwards)),
      .line(Point(end, edge)),
    ]
  }
}
