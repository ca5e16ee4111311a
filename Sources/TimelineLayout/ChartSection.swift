import Drawing
import Styles

/// The chart: as many rows as its labels need, chosen so that little is cut, little is pushed aside
/// and no page stays half empty.
struct ChartSection {
  /// Between two rows.
  static let gap = 22.0

  /// The rows from the top.
  let rows: [Fragment]
  /// Whether an axis leaves out a gap.
  let hasBreaks: Bool

  /// - Parameters:
  ///   - first: the height that is left on the first page.
  ///   - whole: the height of any other page.
  init(_ entries: [SheetEntry], sheet: Sheet, first: Double, whole: Double) {
    let planner = RowPlanner(entries: entries, sheet: sheet)
    var best: (cost: Double, rows: [ChartRow])?
    for lines in planner.lineCounts {
      for count in planner.rowCounts {
        let rows = (0..<count).flatMap { row in
          planner.rows(
            entries.count * row / count..<entries.count * (row + 1) / count,
            lines: lines,
            height: row == 0 ? max(first, 240) : whole
          )
        }
        let cost = ChartSection.cost(rows, first: first, whole: whole)
        if best.map({ cost < $0.cost - 1e-9 }) ?? true { best = (cost, rows) }
      }
    }
    var rows = best?.rows ?? []
    if rows.count > 1, rows[0].fragment.height + ChartSection.gap + rows[1].fragment.height > first,
      let taller = planner.tallest(rows[0], height: first)
    {
      // The next row stands on another page anyway: what is left of this one shows more words.
      rows[0] = taller
    }
    self.rows = rows.map(\.fragment)
    hasBreaks = rows.contains(where: \.hasBreaks)
  }

  /// What a choice of rows costs: the height it takes, with what is left blank at the foot of pages,
  /// what its labels are pushed away from their marks, and what is cut off them.
  private static func cost(_ rows: [ChartRow], first: Double, whole: Double) -> Double {
    var room = first
    var height = 0.0
    for row in rows {
      let needed = row.fragment.height + gap
      if needed > room, room < whole {
        // A chart on one page is worth some crowding.
        height += max(0, room) + 160
        room = whole
      }
      height += needed
      room -= needed
    }
    return height + rows.reduce(0) { $0 + $1.blemishes }
  }
}

/// Lays rows out, each in the best of several ways, and keeps the labels it has made.
private final class RowPlanner {
  private struct LabelKey: Hashable {
    var index: Int
    var width: Double
    var lines: Int
  }

  private let entries: [SheetEntry]
  private let sheet: Sheet
  private var labels: [LabelKey: ChartLabel] = [:]

  init(entries: [SheetEntry], sheet: Sheet) {
    self.entries = entries
    self.sheet = sheet
  }

  /// Few events are tried in many ways; many look alike in all of them, and trying takes long.
  private var isSmall: Bool { entries.count <= 36 }

  /// In how many rows of equal length the events could stand.
  var rowCounts: [Int] {
    let events = entries.count
    guard events > 0 else { return [] }
    if !isSmall { return [(events + 8) / 9] }
    let least = (events + 19) / 20
    return Array(least...max(least, (events + 4) / 5))
  }

  /// How many lines a label could have before it is cut.
  var lineCounts: [Int] {
    let least = max(1, sheet.style.chart.lines)
    return isSmall ? Array(least...least + 3) : [least]
  }

  /// One row, or, where that does not fit, the rows of both halves.
  func rows(_ range: Range<Int>, lines: Int, height: Double) -> [ChartRow] {
    guard !range.isEmpty else { return [] }
    let chart = sheet.style.chart
    var best: (cost: Double, row: ChartRow)?
    for share in [1, 0.66, 0.33, 0] {
      let width = chart.narrow + (chart.label - chart.narrow) * share
      let labels = range.map { label($0, width: width, lines: lines) }
      for lanes in 1...max(1, chart.lanes) {
        let row = ChartRow(Array(entries[range]), labels: labels, sheet: sheet, lanes: lanes)
        guard let row, row.fragment.height <= height else { continue }
        let cost = row.fragment.height + row.blemishes
        if best.map({ cost < $0.cost - 1e-9 }) ?? true { best = (cost, row) }
        // More lanes only help while labels are pushed about.
        if row.meanPush < 8 { break }
      }
    }
    if let best { return [best.row] }
    guard range.count > 1 else {
      // A single label always fits a row; whether the row fits the page is the flow's matter.
      let labels = range.map { label($0, width: chart.label, lines: lines) }
      return ChartRow(Array(entries[range]), labels: labels, sheet: sheet, lanes: 1)
        .map { [$0] } ?? []
    }
    let middle = (range.lowerBound + range.upperBound) / 2
    return rows(range.lowerBound..<middle, lines: lines, height: height)
      + rows(middle..<range.upperBound, lines: lines, height: height)
  }

  /// The same row with as many lines to a label as the height allows; `nil` when it has them.
  func tallest(_ row: ChartRow, height: Double) -> ChartRow? {
    guard row.cutLabels > 0, row.count <= entries.count else { return nil }
    let least = max(1, sheet.style.chart.lines)
    for lines in (least + 1...least + 6).reversed() {
      let taller = rows(0..<row.count, lines: lines, height: height)
      if taller.count == 1, taller[0].cutLabels < row.cutLabels { return taller[0] }
    }
    return nil
  }

  private func label(_ index: Int, width: Double, lines: Int) -> ChartLabel {
    let key = LabelKey(index: index, width: width, lines: lines)
    if let known = labels[key] { return known }
    let made = ChartLabel(entries[index], width: width, lines: lines, sheet: sheet)
    labels[key] = made
    return made
  }
}

extension ChartRow {
  /// What is not as it should be, in points of height that one would give to mend it.
  fileprivate var blemishes: Double { 5 * meanPush + 12 * Double(cutLabels) }
}
