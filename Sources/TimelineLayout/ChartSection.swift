import Drawing
import Styles

/// The chart: as many rows as its labels need, chosen so that little is cut, little is pushed aside
/// and no page stays half empty.
struct ChartSection {
  /// Between two rows.
  static let gap = 22.0
  /// What the legend takes below the last row.
  private static let foot = 62.0

  /// The rows from the top.
  let rows: [Fragment]
  /// Whether an axis leaves out a gap.
  let hasBreaks: Bool
  /// The events whose labels end in dots, by their places among all.
  let cut: Set<Int>

  /// A chart whose rows follow one another on pages.
  ///
  /// - Parameters:
  ///   - first: the height that is left on the first page.
  ///   - whole: the height of any other page.
  init(_ entries: [SheetEntry], sheet: Sheet, first: Double, whole: Double) {
    let planner = RowPlanner(entries: entries, sheet: sheet)
    var best: (cost: Double, rows: [ChartRow])?
    for lines in planner.lineCounts {
      for (count, most) in planner.rowCounts(pageHeight: whole, gap: ChartSection.gap) {
        // Rows that would take a second page may be low enough to share the first one.
        let share = first / Double(count) - ChartSection.gap
        for limit in planner.isSmall && planner.isListed && share > 140 ? [most, share] : [most] {
          let rows = (0..<count).flatMap { row in
            planner.rows(
              entries.count * row / count..<entries.count * (row + 1) / count,
              lines: lines,
              height: min(limit, row == 0 ? max(first, min(240, whole)) : whole)
            )
          }
          let lost = lines < sheet.style.chart.lines ? rows.reduce(0) { $0 + $1.cutLabels } : 0
          // A line more of what is cut anyway is worth its height where there is room.
          let cost =
            ChartSection.cost(rows, first: first, whole: whole, planner.isListed)
            + Double(lost) * 18
          if best.map({ cost < $0.cost - 1e-9 }) ?? true { best = (cost, rows) }
        }
      }
    }
    if planner.isSmall, planner.isListed, let even = best,
      even.rows.reduce(0, { $0 + $1.height + ChartSection.gap }) > first
    {
      best = ChartSection.uneven(by: planner, first: first, whole: whole, better: even)
    }
    self.init(
      ChartSection.filled(best?.rows ?? [], by: planner, first: first, whole: whole)
    )
  }

  /// Rows of which the first one fills its page, where rows of equal length leave much of it blank.
  private static func uneven(
    by planner: RowPlanner,
    first: Double,
    whole: Double,
    better even: (cost: Double, rows: [ChartRow])
  ) -> (cost: Double, rows: [ChartRow]) {
    var best = even
    let count = planner.count
    for lines in planner.lineCounts.reversed() {
      for taken in stride(from: count * 4 / 5, to: count / 2, by: -1) {
        let row = planner.rows(0..<taken, lines: lines, height: first)
        guard row.count == 1 else { continue }
        let rows = row + planner.rows(taken..<count, lines: lines, height: whole)
        let cost = cost(rows, first: first, whole: whole, planner.isListed)
        if cost < best.cost - 1e-9 { best = (cost, rows) }
        // Fewer events leave more of the page blank.
        break
      }
    }
    return best
  }

  /// The rows, those that have a page for themselves with as many words as it holds.
  private static func filled(
    _ rows: [ChartRow],
    by planner: RowPlanner,
    first: Double,
    whole: Double
  ) -> [ChartRow] {
    guard planner.isSmall, rows.count > 1 else { return rows }
    var rows = rows
    var start = 0
    var room = first
    var isAlone = true
    for index in rows.indices {
      if rows[index].height > room {
        room = whole
        isAlone = true
      }
      let isLast = index == rows.count - 1
      let next = isLast ? .infinity : rows[index + 1].height + gap
      // What follows stands on another page anyway.
      if isAlone, rows[index].height + next > room,
        let taller = planner.tallest(rows[index], from: start, height: room - (isLast ? foot : 0))
      {
        rows[index] = taller
      }
      room -= rows[index].height + gap
      isAlone = false
      start += rows[index].count
    }
    return rows
  }

  /// A chart of one row of that height, or of several such rows for as many slides.
  init(slideOf entries: [SheetEntry], sheet: Sheet, height: Double) {
    let planner = RowPlanner(entries: entries, sheet: sheet)
    let lines = max(1, sheet.style.chart.lines)
    // One line tells no more than a name; several slides are better.
    for count in stride(from: lines + 4, through: min(lines, 2), by: -1) {
      let rows = planner.rows(0..<entries.count, lines: count, height: height)
      if rows.count == 1 {
        self.init(rows)
        return
      }
      // Where many slides are needed, a few lines more or less change nothing.
      if !planner.isSmall { break }
    }
    self.init(planner.evenRows(lines: lines, height: height))
  }

  private init(_ rows: [ChartRow]) {
    self.rows = rows.map(\.drawing.fragment)
    hasBreaks = rows.contains(where: \.hasBreaks)
    cut = Set(rows.flatMap(\.cut))
  }

  /// Puts the rows on pages, and spreads those of a page where others must follow on the next.
  ///
  /// The legend stands on the first page where it finds room, for the signs are met there.
  func place(in flow: inout PageFlow, legend: Fragment) {
    let gap = ChartSection.gap
    let legendHeight = legend.height > 0 ? legend.height + PageFlow.aboveLegend : 0
    var isExplained = false
    var rest = rows[...]
    while let next = rest.first {
      flow.reserve(next.height + (flow.isFresh ? 0 : gap))
      // The rows that share this page, and what they leave of it when others must follow.
      var used = 0.0
      let isFresh = flow.isFresh
      let count = rest.prefix { row in
        used += row.height + (isFresh && used == 0 ? 0 : gap)
        return used <= flow.room
      }.count
      let shown = max(1, count)
      let height = rest.prefix(shown).reduce(0) { $0 + $1.height + gap }
      let isLast = shown == rest.count
      let explains = !isExplained && (isLast || flow.room - height >= legendHeight)
      let spare = isLast ? 0 : flow.room - height - (explains ? legendHeight : 0)
      let extra = min(max(0, spare) / Double(shown + 1), shown == 1 ? 60 : 30)
      for row in rest.prefix(shown) {
        flow.skip(gap + extra)
        flow.place(row)
      }
      if explains {
        flow.place(legend: legend)
        isExplained = true
      }
      rest = rest.dropFirst(shown)
      if !rest.isEmpty { flow.breakPage() }
    }
  }

  /// What a choice of rows costs: the height it takes, with what is left blank at the foot of pages,
  /// what its labels are pushed away from their marks, and what is cut off them.
  private static func cost(
    _ rows: [ChartRow],
    first: Double,
    whole: Double,
    _ isListed: Bool
  ) -> Double {
    var room = first
    var height = 0.0
    for row in rows {
      let needed = row.height + gap
      if needed > room, room < whole {
        // A chart on one page is worth some crowding.
        height += max(0, room) + (isListed ? 320 : 160)
        room = whole
      }
      height += needed
      room -= needed
    }
    return height + rows.reduce(0) { $0 + $1.blemishes }
  }
}
