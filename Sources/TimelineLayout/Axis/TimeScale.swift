import Chronology
import Drawing

/// Where days lie along the axis, from its start (0) to its length; the only place that knows how
/// far a day is.
///
/// Piecewise linear. Long empty stretches are cut short and marked; days with events are kept far
/// enough apart for their marks, and the calendar between them stretches along. A day is as wide as
/// its marks: it begins at the first of them, and the next day begins behind the last. So no mark
/// ever stands on the wrong side of a month's tick.
struct TimeScale {
  /// The axis' length in points.
  let length: Double
  /// The first and last day on the axis.
  let domain: ClosedRange<CivilDate>
  /// Where the axis is cut, in the order of time.
  let breaks: [(days: ClosedRange<CivilDate>, place: Double)]
  /// The days that carry marks, rising.
  private let marked: [Int]
  /// Days whose marks share one place; no tick may part them.
  var together: [ClosedRange<CivilDate>] = []
  /// What the sign of a cut takes beside the marks.
  static let cutWidth = 12.0
  /// So wide a stretch of the axis is seen as one.
  private static let visible = 20.0
  /// Between a mark's edge and the end of another event's span.
  static let air = 6.0

  /// Days and their places, both rising; half a day behind a day of several marks is its end.
  private let knots: [(day: Double, place: Double)]

  /// A scale for some events.
  ///
  /// - Parameters:
  ///   - extents: the days of each event.
  ///   - distance: between two marks, centre to centre.
  ///   - radius: of a mark; days without marks do not hide behind one where there is room.
  /// - Returns: `nil` when the marks do not fit.
  init?(extents: [EventLook.Extent], length: Double, distance: Double, radius: Double) {
    let spans = extents.map(\.days).sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    guard let first = spans.first?.lowerBound, let last = spans.map(\.upperBound).max() else {
      return nil
    }
    self.length = length

    // Stretches that some event covers, and the gaps between them.
    var covered: [(first: Int, last: Int)] = []
    for span in spans {
      let low = Int(span.lowerBound.dayNumber)
      let high = Int(span.upperBound.dayNumber)
      if let top = covered.last, low <= top.last {
        covered[covered.count - 1].last = max(top.last, high)
      } else {
        covered.append((low, high))
      }
    }
    let gaps = zip(covered, covered.dropFirst()).map { Double($1.first - $0.last) }
    let median = gaps.isEmpty ? 0 : gaps.sorted()[gaps.count / 2]
    let total = Double(last.days(since: first))
    let threshold = max(8 * median, total * 0.2)
    let kept = gaps.map { $0 > threshold && gaps.count > 2 ? 3 * median : $0 }
    let cut = zip(gaps, kept).reduce(0) { $0 + $1.0 - $1.1 }

    // The linear wish: each day's share of what is left after the cuts.
    let padding = max(1, (total - cut) * 0.03)
    let span = total - cut + 2 * padding
    func place(_ days: Double) -> Double { (days + padding) / span * length }

    // Knots: the days that carry marks, with as many places as they have marks.
    var marks: [Int: Int] = [:]
    for extent in extents {
      switch extent {
      case .day(let day), .until(let day), .since(let day):
        marks[Int(day.dayNumber), default: 0] += 1
      case .span: break
      }
    }
    marked = marks.keys.sorted()
    var days: [Int] = []
    var wishes: [Double] = []
    var removed = 0.0
    var cuts: [(Int, Int)] = []
    var afterCut: Set<Int> = []
    for (index, stretch) in covered.enumerated() {
      if index > 0, kept[index - 1] < gaps[index - 1] {
        removed += gaps[index - 1] - kept[index - 1]
        cuts.append((covered[index - 1].last, stretch.first))
        afterCut.insert(stretch.first)
      }
      var inside = marks.keys.filter { $0 >= stretch.first && $0 <= stretch.last }
      inside += [stretch.first, stretch.last].filter { marks[$0] == nil }
      for day in Set(inside).sorted() {
        days.append(day)
        wishes.append(place(Double(day) - Double(first.dayNumber) - removed))
      }
    }
    func width(_ day: Int) -> Double { Double(max(0, (marks[day] ?? 0) - 1)) * distance }
    let edge = distance * 0.75
    func placed(clearance: Double) -> [Double]? {
      let items = days.enumerated().map { index, day in
        let before = index > 0 ? days[index - 1] : day
        let isMark = marks[day] != nil
        let wasMark = marks[before] != nil
        let gap = isMark && wasMark ? distance : isMark || wasMark ? clearance : 1
        return IsotonicRegression.Item(
          wish: wishes[index],
          weight: isMark ? 1 : 0.2,
          distance: (width(day) + width(before)) / 2 + gap
            + (afterCut.contains(day) ? TimeScale.cutWidth : 0)
        )
      }
      return IsotonicRegression.places(
        items,
        from: edge + width(days.first ?? 0) / 2,
        through: length - edge - width(days.last ?? 0) / 2
      )
    }
    // The end of a span that meets another event's mark would seem to be joined to it.
    guard let placed = placed(clearance: radius + TimeScale.air) ?? placed(clearance: 1) else {
      return nil
    }
    let stays = zip(days, placed).map { day, center in
      Stay(
        day: Double(day),
        start: center - width(day) / 2,
        end: center + width(day) / 2,
        hasMarks: marks[day] != nil
      )
    }
    // Before the first and after the last mark the calendar goes on at the mean pace.
    let knots = TimeScale.knots(
      stays,
      length: length,
      pace: max(0.001, length / span),
      clearance: radius + 1.5
    )
    self.knots = knots
    let low = CivilDate(dayNumber: Int(knots[0].day.rounded(.up))) ?? first
    let high = CivilDate(dayNumber: Int(knots[knots.count - 1].day.rounded(.down))) ?? last
    domain = min(low, first)...max(high, last)
    breaks = cuts.compactMap { cut in
      guard let from = CivilDate(dayNumber: cut.0), let to = CivilDate(dayNumber: cut.1), from < to,
        let left = days.firstIndex(of: cut.0), let right = days.firstIndex(of: cut.1)
      else { return nil }
      return (from...to, (stays[left].end + stays[right].start) / 2)
    }
  }

  /// A day that has its place.
  private struct Stay {
    let day: Double
    /// The first and the last of its marks.
    let start: Double
    let end: Double
    let hasMarks: Bool

    /// When the day is over, for the calendar behind it.
    var last: Double { end > start ? day + 0.5 : day }
  }

  /// The places of days and what lies between, from the axis' start to its end.
  ///
  /// - Parameters:
  ///   - pace: points to a day before the first and after the last.
  ///   - clearance: the way from a mark's centre to where it hides no tick.
  private static func knots(
    _ stays: [Stay],
    length: Double,
    pace: Double,
    clearance: Double
  ) -> [(day: Double, place: Double)] {
    guard let first = stays.first, let last = stays.last else { return [] }
    let before = Stay(day: first.day - first.start / pace, start: 0, end: 0, hasMarks: false)
    let after = Stay(
      day: last.last + (length - last.end) / pace,
      start: length,
      end: length,
      hasMarks: false
    )
    var knots = [(day: before.day, place: 0.0)]
    for (from, to) in zip([before] + stays, stays + [after]) {
      let gap = to.start - from.end
      let reach = min(clearance, gap * 0.4)
      func straight(_ day: Double) -> Double {
        from.end + gap * (day - from.last) / max(1e-9, to.day - from.last)
      }
      // The days beside a mark stand clear of it.
      let next = from.day + 1
      let earlier = to.day - 1
      if from.hasMarks, next < to.day, straight(next) < from.end + reach {
        knots.append((next, from.end + reach))
      }
      if to.hasMarks, earlier > knots[knots.count - 1].day, earlier > from.last,
        straight(earlier) > to.start - reach
      {
        knots.append((earlier, to.start - reach))
      }
      knots.append((to.day, to.start))
      if to.end > to.start { knots.append((to.last, to.end)) }
    }
    return knots
  }

  /// Whether a day is far wider in one stretch than in another.
  var isUneven: Bool {
    let paces = zip(knots, knots.dropFirst()).compactMap { from, to -> Double? in
      // Behind the last mark of a day it is over.
      let days = to.day - from.day.rounded(.down)
      if to.day.rounded(.down) == from.day { return nil }
      let width = to.place - from.place
      let isCut = breaks.contains { from.place < $0.place && $0.place < to.place }
      // Shorter ones are seen as the room of a mark.
      return days >= 1 && width >= TimeScale.visible && !isCut ? width / days : nil
    }
    guard let least = paces.min(), let most = paces.max() else { return false }
    return most > 3 * least
  }

  /// Where a day begins: at the first of its marks.
  func place(_ date: CivilDate) -> Double { place(day: Double(date.dayNumber)) }

  /// Where a day ends: at the last of its marks.
  func end(of date: CivilDate) -> Double {
    let day = Double(date.dayNumber)
    let index = knot(before: day)
    guard knots[index].day == day, index + 1 < knots.count, knots[index + 1].day == day + 0.5 else {
      return place(day: day)
    }
    return knots[index + 1].place
  }

  /// Where one of the events of a day lies.
  func place(_ date: CivilDate, index: Int, distance: Double) -> Double {
    place(date) + Double(index) * distance
  }

  /// Whether a day falls into a stretch that was cut out.
  func isCut(_ date: CivilDate) -> Bool {
    breaks.contains { $0.days.lowerBound < date && date < $0.days.upperBound }
  }

  /// A day with marks, from the first of them to the last.
  struct MarkedDay {
    let date: CivilDate
    let start: Double
    let end: Double
  }

  /// The days that carry marks, in the order of time.
  var markedDays: [MarkedDay] {
    markedDates(in: domain).map { MarkedDay(date: $0, start: place($0), end: end(of: $0)) }
  }

  /// Those of some days that carry marks, in the order of time.
  func markedDates(in days: ClosedRange<CivilDate>) -> [CivilDate] {
    let numbers = Int(days.lowerBound.dayNumber)...Int(days.upperBound.dayNumber)
    return marked.filter(numbers.contains).compactMap { CivilDate(dayNumber: $0) }
  }

  /// Whether marks stand between two days.
  func hasMarks(between first: CivilDate, and last: CivilDate) -> Bool {
    marked.contains { Int(first.dayNumber) < $0 && $0 < Int(last.dayNumber) }
  }

  /// Whether a tick at the start of a day would stand within marks of one place.
  func parts(at date: CivilDate) -> Bool {
    together.contains { $0.lowerBound < date && date <= $0.upperBound }
  }

  private func place(day: Double) -> Double {
    let low = knot(before: day)
    guard low + 1 < knots.count else { return knots[low].place }
    let from = knots[low]
    let to = knots[low + 1]
    guard to.day > from.day else { return from.place }
    let share = min(1, max(0, (day - from.day) / (to.day - from.day)))
    return from.place + (to.place - from.place) * share
  }

  /// The last knot that is not after a day; the first one when all are.
  private func knot(before day: Double) -> Int {
    var low = 0
    var high = knots.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if knots[middle].day <= day { low = middle } else { high = middle }
    }
    return low
  }
}
