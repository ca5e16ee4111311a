import Drawing
import Styles

/// The chart of very many events: a sign for each, stacked over its time on one axis.
///
/// Those that most articles tell of have labels below. Every sign leads to its entry in the list.
/// A label for each would fill dozens of pages with what the list tells again.
struct OverviewChart {
  /// From so many events on a briefing has this chart.
  static let least = 61

  let fragment: Fragment
  /// What its axis must tell.
  let axisSigns: AxisSigns

  /// A chart no higher than `height`; `nil` when the events do not fit it.
  init?(_ entries: [SheetEntry], sheet: Sheet, height: Double) {
    let most = height * 0.42
    let note = sheet.block(
      sheet.labels.word("overview.note"),
      sheet.style.text.number,
      width: sheet.length
    )
    let noteHeight = sheet.size(note).height
    guard let stacks = EventStacks(entries, length: sheet.length, height: most - noteHeight) else {
      return nil
    }
    let dots = Double(stacks.tallest) * stacks.pitch
    var small = Sheet(
      style: sheet.style,
      labels: sheet.labels,
      measurer: sheet.measurer,
      indent: sheet.indent,
      tail: sheet.tail
    )
    small.style.chart.mark = stacks.radius
    guard let row = OverviewChart.row(stacks, sheet: small, height: height - dots - noteHeight)
    else { return nil }
    let top = noteHeight + max(0, dots - row.drawing.axisY)
    let axisY = top + row.drawing.axisY
    var items = row.drawing.fragment.items.map { $0.moved(down: top) }
    let end = items.firstIndex { $0.content == .close } ?? items.endIndex
    items.insert(contentsOf: stacks.signs(axisY: axisY, sheet: sheet), at: end)
    items.insert(sheet.place(note, start: 0, y: 0, group: "note"), at: 0)
    fragment = Fragment(items: items, height: top + row.height)
    axisSigns = row.axisSigns
  }

  /// The axis with as many labels as find room below it.
  private static func row(_ stacks: EventStacks, sheet: Sheet, height: Double) -> ChartRow? {
    let chart = sheet.style.chart
    let width = chart.narrow + (chart.label - chart.narrow) * 0.4
    let shelf = LabelShelf(sheet: sheet)
    for count in stride(from: 16, through: 0, by: -2) {
      let shown = stacks.chief(count)
      let axis = RowAxis(
        scale: stacks.scale,
        entries: shown.map(\.entry),
        order: Array(shown.indices),
        anchors: shown.map(\.place)
      )
      let labels = shown.map { shelf.label($0.entry, width: width, lines: max(1, chart.lines)) }
      for lanes in 1...max(1, chart.lanes) {
        let row = ChartRow(
          axis,
          labels: labels,
          sheet: sheet,
          lanes: lanes,
          sides: [.below],
          look: .bare
        )
        if let row, row.height <= height, row.meanPush < 40 || lanes == chart.lanes { return row }
      }
    }
    return nil
  }
}
