import Drawing
import Styles

/// Lays rows out, each in the best of several ways, and keeps the axes and labels it has made.
final class RowPlanner {
  private let entries: [SheetEntry]
  private let sheet: Sheet
  private let labels: LabelShelf
  private var axes: [Range<Int>: RowAxis?] = [:]

  init(entries: [SheetEntry], sheet: Sheet) {
    self.entries = entries
    self.sheet = sheet
    labels = LabelShelf(sheet: sheet)
  }

  /// Few events are tried in many ways; many look alike in all of them, and trying takes long.
  var isSmall: Bool { entries.count <= 36 }

  /// In how many rows of equal length the events could stand.
  var rowCounts: [Int] {
    let events = entries.count
    guard events > 0 else { return [] }
    if !isSmall {
      let each = max(6, Int(sheet.length / 56))
      return [(events + each - 1) / each]
    }
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
    if let axis = axis(range) {
      var best: (cost: Double, row: ChartRow)?
      // A few events may spread their words over the room that is there.
      for share in (range.count <= 8 ? [2, 1.5] : []) + [1, 0.66, 0.33, 0] {
        let width = chart.narrow + (chart.label - chart.narrow) * share
        let labels = range.map { label($0, width: width, lines: lines) }
        for lanes in 1...max(1, chart.lanes) {
          let row = ChartRow(axis, labels: labels, sheet: sheet, lanes: lanes)
          guard let row, row.height <= height else { continue }
          let cost = row.height + row.blemishes
          if best.map({ cost < $0.cost - 1e-9 }) ?? true { best = (cost, row) }
          // More lanes only help while labels are pushed about.
          if row.meanPush < 8 { break }
        }
      }
      if let best { return [best.row] }
    }
    guard range.count > 1 else {
      // A single label always fits a row; whether the row fits the page is the flow's matter.
      let labels = range.map { label($0, width: chart.label, lines: lines) }
      return axis(range).flatMap { ChartRow($0, labels: labels, sheet: sheet, lanes: 1) }
        .map { [$0] } ?? []
    }
    let middle = (range.lowerBound + range.upperBound) / 2
    return rows(range.lowerBound..<middle, lines: lines, height: height)
      + rows(middle..<range.upperBound, lines: lines, height: height)
  }

  /// Rows of equal length, as few as fit.
  func evenRows(lines: Int, height: Double) -> [ChartRow] {
    let events = entries.count
    var count = max(1, events / 24)
    while count <= events, count <= events / 24 + 6 {
      let found = (0..<count).flatMap { row in
        rows(events * row / count..<events * (row + 1) / count, lines: lines, height: height)
      }
      if found.count == count || !isSmall { return found }
      count += 1
    }
    return rows(0..<events, lines: lines, height: height)
  }

  /// The same row with as many lines to a label as the height allows; `nil` when it has them.
  ///
  /// - Parameter start: the place of its first event among all.
  func tallest(_ row: ChartRow, from start: Int, height: Double) -> ChartRow? {
    guard row.cutLabels > 0, start + row.count <= entries.count else { return nil }
    let least = max(1, sheet.style.chart.lines)
    for lines in (least + 1...least + 6).reversed() {
      let taller = rows(start..<start + row.count, lines: lines, height: height)
      if taller.count == 1, taller[0].cutLabels < row.cutLabels { return taller[0] }
    }
    return nil
  }

  private func axis(_ range: Range<Int>) -> RowAxis? {
    if let known = axes[range] { return known }
    // More marks than the line has room for need no trying.
    let least = 2 * sheet.style.chart.mark + sheet.style.chart.spacing
    let isHopeless = Double(range.count) * least > sheet.length * 4
    let made = isHopeless ? nil : RowAxis(Array(entries[range]), sheet: sheet)
    axes[range] = .some(made)
    return made
  }

  private func label(_ index: Int, width: Double, lines: Int) -> ChartLabel {
    labels.label(entries[index], width: width, lines: lines)
  }
}

/// The labels made so far: measuring words takes most of the time a chart takes.
final class LabelShelf {
  private struct Key: Hashable {
    var index: Int
    var width: Double
    var lines: Int
  }

  private let sheet: Sheet
  private var labels: [Key: ChartLabel] = [:]

  init(sheet: Sheet) { self.sheet = sheet }

  /// The label of an event at a width, of so many lines at most.
  func label(_ entry: SheetEntry, width: Double, lines: Int) -> ChartLabel {
    let key = Key(index: entry.index, width: width, lines: lines)
    if let known = labels[key] { return known }
    let made = ChartLabel(entry, width: width, lines: lines, sheet: sheet)
    labels[key] = made
    return made
  }
}
