import Drawing
import Styles

/// The chart: as many rows as its labels need, each as full as still looks pleasant.
struct ChartSection {
  /// The rows from the top.
  let rows: [Fragment]
  /// Whether an axis leaves out a gap.
  let hasBreaks: Bool

  /// - Parameters:
  ///   - first: the height that the first row may take.
  ///   - whole: the height that any other row may take.
  init(_ entries: [SheetEntry], sheet: Sheet, first: Double, whole: Double) {
    var best: (cost: Double, rows: [ChartRow])?
    for count in ChartSection.rowCounts(entries.count) {
      let rows = (0..<count).flatMap { row in
        ChartSection.rows(
          Array(entries[entries.count * row / count..<entries.count * (row + 1) / count]),
          sheet: sheet,
          height: row == 0 ? max(first, 240) : whole
        )
      }
      let cost = ChartSection.cost(rows, first: first, whole: whole)
      if best.map({ cost < $0.cost }) ?? true { best = (cost, rows) }
    }
    let rows = best?.rows ?? []
    self.rows = rows.map(\.fragment)
    hasBreaks = rows.contains(where: \.hasBreaks)
  }

  /// In how many rows of equal length some events could stand; all that are sensible while they are
  /// few, one where trying would take long.
  private static func rowCounts(_ events: Int) -> [Int] {
    guard events > 0 else { return [] }
    let most = 20
    if events > 120 { return [(events + 11) / 12] }
    return Array((events + most - 1) / most...max((events + most - 1) / most, (events + 4) / 5))
  }

  /// What a choice of rows costs: the height it takes, with what is left blank at the foot of pages,
  /// and what its labels are pushed away from their marks.
  private static func cost(_ rows: [ChartRow], first: Double, whole: Double) -> Double {
    var room = first
    var height = 0.0
    for row in rows {
      let needed = row.fragment.height + ChartSection.gap
      if needed > room, room < whole {
        height += max(0, room)
        room = whole
      }
      height += needed
      room -= needed
    }
    let push = rows.reduce(0) { $0 + $1.meanPush } / Double(max(1, rows.count))
    return height + 5 * push
  }

  /// Between two rows.
  static let gap = 22.0

  /// One row, or, where that does not fit, the rows of both halves.
  private static func rows(_ entries: [SheetEntry], sheet: Sheet, height: Double) -> [ChartRow] {
    guard !entries.isEmpty else { return [] }
    let chart = sheet.style.chart
    var best: (cost: Double, row: ChartRow)?
    for width in [chart.label, (chart.label + chart.narrow) / 2, chart.narrow] {
      for lanes in 1...max(1, chart.lanes) {
        let row = ChartRow(entries, sheet: sheet, labelWidth: width, lanes: lanes)
        guard let row, row.fragment.height <= height else { continue }
        let cost = row.fragment.height + 5 * row.meanPush + 6 * Double(row.cutLabels)
        if best.map({ cost < $0.cost }) ?? true { best = (cost, row) }
        // More lanes only help while labels are pushed about.
        if row.meanPush < 8 { break }
      }
    }
    if let best { return [best.row] }
    guard entries.count > 1 else {
      // A single label always fits a row; that it might not fit the page's rest is the flow's matter.
      return ChartRow(
        entries,
        sheet: sheet,
        labelWidth: chart.label,
        lanes: 1
      ).map { [$0] } ?? []
    }
    let middle = entries.count / 2
    return rows(Array(entries[..<middle]), sheet: sheet, height: height)
      + rows(Array(entries[middle...]), sheet: sheet, height: height)
  }
}
