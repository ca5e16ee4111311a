import Drawing
import Styles

/// The chart: as many rows as its labels need, chosen so that little is cut, little is pushed aside
/// and no page stays half empty.
struct ChartSection {
  /// Between two rows.
  static let gap = 22.0
  /// The most that a channel grows where there is room.
  private static let mostAir = 12.0

  /// The rows from the top.
  let rows: [ChartRow]
  /// The events whose labels end in dots, by their places among all.
  var cut: Set<Int> { Set(rows.flatMap(\.cut)) }

  /// A chart whose rows follow one another on pages.
  ///
  /// - Parameters:
  ///   - first: the height that is left on the first page.
  ///   - whole: the height of any other page.
  init(_ entries: [SheetEntry], sheet: Sheet, first: Double, whole: Double) {
    let planner = RowPlanner(entries: entries, sheet: sheet)
    rows =
      planner.isSmall
      ? ChartSection.chosen(by: planner, first: first, whole: whole)
      : ChartSection.packed(by: planner, first: first, whole: whole)
  }

  /// The rows of many events: pages as full as can be, or, where nothing follows that would fill the
  /// last one, all as full as each other.
  private static func packed(by planner: RowPlanner, first: Double, whole: Double) -> [ChartRow] {
    let pages = planner.filledPages(first: first, whole: whole, gap: gap)
    let last = pages.last?.reduce(0) { $0 + $1.count } ?? 0
    let isThin = last * pages.count * 3 < planner.count
    guard pages.count > 1, !planner.isListed || isThin else { return pages.flatMap(\.self) }
    let even = planner.balanced(pages, first: first, whole: whole, gap: gap)
    return (even ?? pages).flatMap(\.self)
  }

  /// The rows of a few events: the best of many ways.
  private static func chosen(by planner: RowPlanner, first: Double, whole: Double) -> [ChartRow] {
    var best: (cost: Double, rows: [ChartRow])?
    for lines in planner.lineCounts {
      for count in planner.rowCounts {
        // Rows that would take a second page may be low enough to share the first one.
        let share = first / Double(count) - gap
        for limit in planner.isListed && share > 140 ? [whole, share] : [whole] {
          let rows = (0..<count).flatMap { row in
            planner.rows(
              planner.count * row / count..<planner.count * (row + 1) / count,
              lines: lines,
              height: min(limit, row == 0 ? max(first, min(240, whole)) : whole)
            )
          }
          let cost =
            cost(rows, first: first, whole: whole, planner.isListed)
            + planner.loss(rows, lines: lines)
          if best.map({ cost < $0.cost - 1e-9 }) ?? true { best = (cost, rows) }
        }
      }
    }
    if planner.isListed, let even = best,
      even.rows.reduce(0, { $0 + $1.height + gap }) > first
    {
      best = uneven(by: planner, first: first, whole: whole, better: even)
    }
    return filled(best?.rows ?? [], by: planner, first: first, whole: whole)
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
      var tried = 0
      for taken in stride(from: count * 4 / 5, to: count / 2, by: -1) {
        let row = planner.rows(0..<taken, lines: lines, height: first)
        guard row.count == 1 else { continue }
        let rows = row + planner.rows(taken..<count, lines: lines, height: whole)
        let cost =
          cost(rows, first: first, whole: whole, planner.isListed)
          + planner.loss(rows, lines: lines)
        if cost < best.cost - 1e-9 { best = (cost, rows) }
        // Fewer events crowd less, but leave more of the page blank.
        tried += 1
        if tried == 4 { break }
      }
    }
    return best
  }

  /// The rows, those that have a page for themselves with labels as wide and high as it holds.
  private static func filled(
    _ rows: [ChartRow],
    by planner: RowPlanner,
    first: Double,
    whole: Double
  ) -> [ChartRow] {
    guard planner.isSmall else { return rows }
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
      let hasPage = isAlone && rows.count > 1 && rows[index].height + next > room
      if hasPage, let taller = planner.tallest(rows[index], from: start, height: room) {
        rows[index] = taller
      }
      let height = hasPage ? room : rows[index].height
      rows[index] = planner.widened(rows[index], from: start, height: height)
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
        self.rows = rows
        return
      }
      // Where many slides are needed, a few lines more or less change nothing.
      if !planner.isSmall { break }
    }
    rows = planner.evenRows(lines: lines, height: height)
  }

  /// What each of its axes must tell beside what it tells of itself.
  var ofSeveral: AxisSigns { rows.count > 1 ? .isOfSeveral : [] }

  /// Puts the rows on pages, and spreads those of a page where others must follow on the next.
  ///
  /// Each page explains its own signs.
  func place(in flow: inout PageFlow, contents: SheetContents) {
    let gap = ChartSection.gap
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
      let shown = rest.prefix(max(1, count))
      let isLast = shown.count == rest.count
      let legend = contents.legend(
        of: shown.flatMap(\.events),
        axis: shown.reduce(into: ofSeveral) { $0.formUnion($1.axisSigns) }
      )
      let legendHeight = legend.height > 0 ? legend.height + PageFlow.aboveLegend : 0
      let left = flow.room - shown.reduce(isFresh ? -gap : 0) { $0 + $1.height + gap }
      let explains = left >= legendHeight || isLast
      var spare = isLast ? 0 : max(0, left - (explains ? legendHeight : 0))
      // Connectors are followed more easily where there is air between the lanes.
      let channels = shown.reduce(0) { $0 + $1.drawing.channelCount }
      let air = min(ChartSection.mostAir, spare * 0.6 / Double(max(1, channels)))
      spare -= air * Double(channels)
      let extra = min(spare / Double(shown.count + 1), shown.count == 1 ? 60 : 30)
      for row in shown {
        flow.skip(gap + extra)
        flow.place((air > 0.5 ? row.aired(by: air) : row).drawing.fragment)
      }
      if explains { flow.place(legend: legend) }
      rest = rest.dropFirst(shown.count)
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
        // Nor should much of a page stay blank.
        height += max(0, room - 70) * 0.6
        room = whole
      }
      height += needed
      room -= needed
    }
    // An axis for one event alone tells nothing of time.
    let lonely = rows.count > 1 ? rows.count { $0.count == 1 } : 0
    return height + rows.reduce(0) { $0 + $1.blemishes } + 200 * Double(lonely)
  }
}
