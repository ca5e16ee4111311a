import Chronology
import Drawing
import NewsModel
import Styles

/// Events in stacks over an axis, a column or several for each unit of the calendar.
struct EventStacks {
  /// An event at the foot of a column.
  struct Foot {
    let entry: SheetEntry
    let place: Double
  }

  let scale: TimeScale
  /// From one sign to the next.
  let pitch: Double
  /// The height of the tallest column, in signs.
  let tallest: Int
  /// The columns from the axis' start: where each stands, and its events from the axis upwards.
  private let columns: [(place: Double, entries: [SheetEntry])]

  /// Every event with its place along the axis.
  var standing: [(entry: SheetEntry, place: Double)] {
    columns.flatMap { column in column.entries.map { ($0, column.place) } }
  }

  /// Half the width of a sign.
  var radius: Double { EventStacks.radius(pitch) }

  private static func radius(_ pitch: Double) -> Double { min(3.4, pitch * 0.4) }

  init?(_ entries: [SheetEntry], length: Double, height: Double) {
    for pitch in [6.4, 5.6, 4.8, 4, 3.2, 2.4, 1.8] {
      let most = Int(height / pitch)
      guard most > 1, Double(entries.count) * pitch <= length * Double(most) else { continue }
      for unit in Unit.allCases {
        let bins = EventStacks.bins(entries, unit)
        let counts = bins.map { ($0.count + most - 1) / most }
        guard Double(counts.reduce(0, +)) * pitch <= length * 0.96 else { continue }
        let days = bins.map { $0[$0.count / 2].middle }
        let extents = zip(days, counts).flatMap { day, count in
          [EventLook.Extent](repeating: .day(day), count: count)
        }
        let radius = EventStacks.radius(pitch)
        guard
          var scale = TimeScale(extents: extents, length: length, distance: pitch, radius: radius)
        else { continue }
        scale.together = bins.compactMap { bin in
          guard let first = bin.first?.middle, let last = bin.last?.middle, first < last
          else { return nil }
          return first...last
        }
        self.scale = scale
        self.pitch = pitch
        columns = zip(zip(bins, counts), days).flatMap { bin, day in
          let (entries, count) = bin
          return (0..<count).map { index in
            let part = entries[entries.count * index / count..<entries.count * (index + 1) / count]
            // The one that most tell of stands at the foot, where a label can reach it.
            let ordered = part.sorted { $0.rank > $1.rank }
            return (scale.place(day, index: index, distance: pitch), ordered)
          }
        }
        tallest = columns.reduce(1) { max($0, $1.entries.count) }
        return
      }
    }
    return nil
  }

  /// So many events at the feet of columns, those that most tell of, in the order of the axis.
  func chief(_ count: Int) -> [Foot] {
    let feet = columns.enumerated().compactMap { index, column in
      column.entries.first.map { (index: index, rank: $0.rank) }
    }
    // Among equals those far apart come first: the labels then tell of the whole span.
    let chosen = feet.enumerated()
      .map { (index: $1.index, rank: $1.rank, turn: EventStacks.turn($0)) }
      .sorted { ($0.rank, $1.turn) > ($1.rank, $0.turn) }.prefix(count)
    return chosen.map(\.index).sorted().compactMap { index in
      columns[index].entries.first.map { Foot(entry: $0, place: columns[index].place) }
    }
  }

  /// A number whose bits are those of another from behind: counting up it leaps to and fro evenly.
  private static func turn(_ number: Int) -> UInt16 {
    var rest = UInt16(truncatingIfNeeded: number)
    var turned: UInt16 = 0
    for _ in 0..<UInt16.bitWidth {
      turned = turned << 1 | rest & 1
      rest >>= 1
    }
    return turned
  }

  /// The signs, from the axis upwards.
  func signs(axisY: Double, sheet: Sheet) -> [SceneItem] {
    let ground = sheet.style.colors.ground
    return columns.flatMap { place, entries in
      entries.enumerated().map { step, entry in
        let center = Point(sheet.x(place), axisY - Double(step) * pitch)
        guard let fill = entry.look.fill else {
          let rect = Rect(
            x: center.x - radius,
            y: center.y - radius,
            width: 2 * radius,
            height: 2 * radius
          )
          let hatch = Hatch(
            rect: rect,
            color: entry.look.style.color,
            ground: ground,
            spacing: max(1.2, radius * 0.6)
          )
          return SceneItem(group: "mark", .hatch(hatch))
        }
        var mark = entry.look.mark(fill, at: center, radius: radius, sheet: sheet)
        mark.link = .destination(entry.destination)
        mark.hasRim = step == 0
        return SceneItem(group: "mark", .mark(mark))
      }
    }
  }

  /// The events of each unit that has some, in the order of time.
  private static func bins(_ entries: [SheetEntry], _ unit: Unit) -> [[SheetEntry]] {
    var bins: [Int: [SheetEntry]] = [:]
    for entry in entries { bins[unit.number(of: entry.middle), default: []].append(entry) }
    return bins.keys.sorted().compactMap { key in
      bins[key]?.sorted { ($0.middle, $0.index) < ($1.middle, $1.index) }
    }
  }

  /// What a column stands for: like the ticks, parts of months, so that few ticks fall within one.
  private enum Unit: CaseIterable {
    case day, fiveDays, tenDays, month, quarter, year, decade, century

    func number(of day: CivilDate) -> Int {
      switch self {
      case .day: Int(day.dayNumber)
      case .fiveDays: (day.year * 12 + day.month - 1) * 6 + min(5, (day.day - 1) / 5)
      case .tenDays: (day.year * 12 + day.month - 1) * 3 + min(2, (day.day - 1) / 10)
      case .month: day.year * 12 + day.month - 1
      case .quarter: (day.year * 12 + day.month - 1) / 3
      case .year: day.year
      case .decade: day.year / 10
      case .century: day.year / 100
      }
    }
  }
}

extension SheetEntry {
  /// The day in the middle of those it may have been on.
  var middle: CivilDate {
    let days = look.extent.days
    return days.lowerBound.adding(days: days.upperBound.days(since: days.lowerBound) / 2)
      ?? days.lowerBound
  }

  /// How much is told of it: independent tellings first, then all.
  fileprivate var rank: Int { event.independent * 1000 + min(999, numbers.count) }
}
