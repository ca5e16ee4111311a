import Drawing
import Styles

/// Lays rows out, each in the best of several ways, and keeps the axes and labels it has made.
final class RowPlanner {
  private let entries: [SheetEntry]
  private let sheet: Sheet
  private let labels: LabelShelf
  private var axes: [Range<Int>: RowAxis?] = [:]
  private var tries: [Try: ChartRow?] = [:]

  /// One of the ways to lay out a row.
  private struct Try: Hashable {
    var range: Range<Int>
    var lines: Int
    var width: Double
    var lanes: Int
  }

  init(entries: [SheetEntry], sheet: Sheet) {
    self.entries = entries
    self.sheet = sheet
    labels = LabelShelf(sheet: sheet)
  }

  /// Few events are tried in many ways; many look alike in all of them, and trying takes long.
  var isSmall: Bool { entries.count <= 36 }

  /// How many events there are.
  var count: Int { entries.count }

  /// Whether the sheet lists all events with their words.
  var isListed: Bool { entries.allSatisfy(\.isListed) }

  /// In how many rows of equal length a few events could stand.
  var rowCounts: ClosedRange<Int> {
    let least = max(1, (count + 19) / 20)
    return least...max(least, (count + 4) / 5)
  }

  /// How many events a row should hold so that pages hold the most, and how high it may then be;
  /// tried on two stretches.
  ///
  /// - Parameter most: rows on a page.
  private func fullest(pageHeight: Double, gap: Double, most: Int) -> (each: Int, height: Double) {
    let usual = max(6, Int(sheet.length / 56))
    let lines = max(1, sheet.style.chart.lines)
    var best = (count: 0, each: usual, height: pageHeight)
    for rows in 1...most {
      let height = (pageHeight - Double(rows - 1) * gap) / Double(rows)
      for each in [usual * 2 / 3, usual, usual * 4 / 3, usual * 2, usual * 3]
      where each <= entries.count {
        let fits = [0, entries.count - each].allSatisfy {
          row($0..<$0 + each, lines: lines, height: height) != nil
        }
        guard fits else { break }
        if each * rows > best.count { best = (each * rows, each, height) }
      }
    }
    return (best.each, best.height)
  }

  /// How many lines a label could have before it is cut.
  var lineCounts: [Int] {
    let least = max(1, sheet.style.chart.lines)
    guard isSmall else { return [least] }
    return isListed ? Array(max(1, least - 1)...least + 1) : Array(least...least + 3)
  }

  /// Rows that fill page after page with as many events as they hold.
  ///
  /// - Parameters:
  ///   - first: the height that is left on the first page.
  ///   - whole: the height of any other page.
  ///   - gap: the height between two rows.
  func filledPages(first: Double, whole: Double, gap: Double) -> [[ChartRow]] {
    let lines = lineCounts.last ?? 1
    var pages: [[ChartRow]] = []
    var start = 0
    // So little room at the foot of a page is no place for a chart.
    var room = first < 200 ? whole : first
    var guess = max(6, Int(sheet.length / 56))
    while start < count {
      var best: [ChartRow] = []
      // What holds the most on one page does so on the others.
      let usual = pages.count > 1 ? pages.last?.count : nil
      for rows in usual.map({ $0...$0 }) ?? 1...3 {
        let height = (room - Double(rows - 1) * gap) / Double(rows)
        let page = stack(rows, from: start, guess: guess, lines: lines, height: height)
        if page.events > best.events { best = page }
      }
      if best.isEmpty { best = rows(start..<start + 1, lines: lines, height: .infinity) }
      guard !best.isEmpty else { break }
      pages.append(best)
      // Of many events, no row that begins so is tried again.
      if !isSmall { tries.removeAll(keepingCapacity: true) }
      start += best.events
      guess = best.events / best.count
      room = whole
    }
    return pages
  }

  /// As many rows as that, each with as many events as fit its height.
  private func stack(
    _ rows: Int,
    from start: Int,
    guess: Int,
    lines: Int,
    height: Double
  ) -> [ChartRow] {
    var stack: [ChartRow] = []
    for _ in 0..<rows {
      let next = start + stack.events
      let longest = Fitting.most(of: count - next, guess: guess, slack: 0.1) {
        row(next..<next + $0, lines: lines, height: height, isTrial: true)
      }
      guard let longest else { break }
      let best = row(next..<next + longest.count, lines: lines, height: height)
      stack.append(best ?? longest.result)
    }
    return stack
  }

  /// The same number of rows on the same pages, the events shared out so that none is much fuller
  /// than another; `nil` when they do not fit so.
  func balanced(
    _ pages: [[ChartRow]],
    first: Double,
    whole: Double,
    gap: Double
  ) -> [[ChartRow]]? {
    let lines = lineCounts.last ?? 1
    let rooms = pages.indices.map { $0 == 0 && first >= 200 ? first : whole }
    let total = rooms.reduce(0, +)
    var balanced: [[ChartRow]] = []
    var passed = 0.0
    for (page, room) in zip(pages, rooms) {
      let start = Int((Double(count) * passed / total).rounded())
      passed += room
      let end = Int((Double(count) * passed / total).rounded())
      let height = (room - Double(page.count - 1) * gap) / Double(page.count)
      var rows: [ChartRow] = []
      for place in page.indices {
        let from = start + (end - start) * place / page.count
        let to = start + (end - start) * (place + 1) / page.count
        guard from < to, let row = row(from..<to, lines: lines, height: height) else { return nil }
        rows.append(row)
      }
      balanced.append(rows)
    }
    return balanced
  }

  /// What is lost where labels have fewer lines than the style would give them.
  func loss(_ rows: [ChartRow], lines: Int) -> Double {
    guard lines < sheet.style.chart.lines else { return 0 }
    // A line more of what is cut anyway is worth its height where there is room.
    return Double(rows.reduce(0) { $0 + $1.cutLabels }) * 18
  }

  /// One row, or, where that does not fit, the rows of both halves.
  func rows(_ range: Range<Int>, lines: Int, height: Double) -> [ChartRow] {
    guard !range.isEmpty else { return [] }
    if let row = row(range, lines: lines, height: height) { return [row] }
    guard range.count > 1 else {
      // A single label always fits a row; whether the row fits the page is the flow's matter.
      let labels = range.map { label($0, width: sheet.style.chart.label, lines: lines) }
      return axis(range).flatMap { ChartRow($0, labels: labels, sheet: sheet, lanes: 1) }
        .map { [$0] } ?? []
    }
    let middle = (range.lowerBound + range.upperBound) / 2
    return rows(range.lowerBound..<middle, lines: lines, height: height)
      + rows(middle..<range.upperBound, lines: lines, height: height)
  }

  /// One row in the best of several ways; `nil` when none fits the height.
  ///
  /// - Parameter isTrial: whether any way will do, for then those come first that need least room.
  private func row(
    _ range: Range<Int>,
    lines: Int,
    height: Double,
    isTrial: Bool = false
  ) -> ChartRow? {
    guard let axis = axis(range) else { return nil }
    let chart = sheet.style.chart
    var best: (cost: Double, row: ChartRow)?
    // A few events may spread their words over the room that is there.
    let shares = (range.count <= 8 ? [2, 1.5] : []) + [1, 0.66, 0.33, 0]
    for share in isTrial ? [0.33, 0, 0.66, 1] : shares {
      let width = chart.narrow + (chart.label - chart.narrow) * share
      var labels: [ChartLabel]?
      for lanes in 1...max(1, chart.lanes) {
        let way = Try(range: range, lines: lines, width: width, lanes: lanes)
        let row = row(way, on: axis, &labels)
        guard let row, row.height <= height else { continue }
        if isTrial { return row }
        let cost = row.height + row.blemishes
        if best.map({ cost < $0.cost - 1e-9 }) ?? true { best = (cost, row) }
        // More lanes only help while labels are pushed about.
        if row.meanPush < 8 { break }
      }
    }
    return best?.row
  }

  /// One row in one way; `nil` when the labels do not fit.
  ///
  /// The same rows are tried for several heights.
  ///
  /// - Parameter labels: the labels of that width, once they are made.
  private func row(_ way: Try, on axis: RowAxis, _ labels: inout [ChartLabel]?) -> ChartRow? {
    if let known = tries[way] { return known }
    let made = labels ?? way.range.map { label($0, width: way.width, lines: way.lines) }
    labels = made
    let row = ChartRow(axis, labels: made, sheet: sheet, lanes: way.lanes)
    tries[way] = .some(row)
    return row
  }

  /// Rows of equal length, as few as fit.
  func evenRows(lines: Int, height: Double) -> [ChartRow] {
    let events = entries.count
    let each = isSmall ? 24 : fullest(pageHeight: height, gap: 0, most: 1).each
    var count = max(1, (events + each - 1) / each)
    while count <= events, count <= events / each + 6 {
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
    for lines in (least + 1...least + 3).reversed() {
      let taller = rows(start..<start + row.count, lines: lines, height: height)
      if taller.count == 1, taller[0].cutLabels < row.cutLabels { return taller[0] }
    }
    return nil
  }

  /// The same row, the words of its labels spread over the room that is there.
  ///
  /// - Parameter start: the place of its first event among all.
  func widened(_ row: ChartRow, from start: Int, height: Double) -> ChartRow {
    guard start + row.count <= entries.count else { return row }
    let chart = sheet.style.chart
    return row.widened(
      to: [0.8, 0.9, 1, 1.25, 1.5, 2].map { chart.label * $0 },
      height: height,
      sheet: sheet
    ) { label(start + $0, width: $1, lines: chart.lines + 3) }
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

extension [ChartRow] {
  /// How many events they show.
  fileprivate var events: Int { reduce(0) { $0 + $1.count } }
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
