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
    var rows: [ChartRow] = []
    // Rows of equal length look calmer than full ones and a rest.
    let perRow = 15
    let count = (entries.count + perRow - 1) / perRow
    var index = 0
    for row in 0..<count {
      let end = entries.count * (row + 1) / count
      rows += ChartSection.rows(
        Array(entries[index..<end]),
        sheet: sheet,
        height: row == 0 ? first : whole
      )
      index = end
    }
    self.rows = rows.map(\.fragment)
    hasBreaks = rows.contains(where: \.hasBreaks)
  }

  /// One row, or, where that does not fit, the rows of both halves.
  private static func rows(_ entries: [SheetEntry], sheet: Sheet, height: Double) -> [ChartRow] {
    guard !entries.isEmpty else { return [] }
    let chart = sheet.style.chart
    for width in [chart.label, chart.narrow] {
      for lanes in 1...max(1, chart.lanes) {
        // The more lanes, the more push is borne: connectors are longer then and bend gently.
        let push = lanes < chart.lanes ? 14.0 + 8 * Double(lanes) : sheet.length
        let row = ChartRow(entries, sheet: sheet, labelWidth: width, lanes: lanes, push: push)
        if let row, row.fragment.height <= height { return [row] }
      }
    }
    guard entries.count > 1 else {
      // A single label always fits a row; that it might not fit the page's rest is the flow's matter.
      return ChartRow(
        entries,
        sheet: sheet,
        labelWidth: chart.label,
        lanes: 1,
        push: .infinity
      ).map { [$0] } ?? []
    }
    let middle = entries.count / 2
    return rows(Array(entries[..<middle]), sheet: sheet, height: height)
      + rows(Array(entries[middle...]), sheet: sheet, height: height)
  }
}
