import Drawing

/// Fills columns side by side, page after page; on the last page they end as evenly as can be.
struct ColumnFlow {
  /// Something that is never parted.
  struct Unit {
    /// What makes units share a head; one of its own when `nil`.
    var key: String?
    /// What stands above the first of those that share it, and again at the top of a column.
    var head = Fragment()
    var body: Fragment
    /// What the outline calls the place.
    var mark: String?
  }

  /// The whole line.
  let sheet: Sheet
  let count: Int
  let gutter: Double
  /// Above a head that is not at the top of a column.
  var lead = 0.0

  /// How long the line of a column is.
  var width: Double { (sheet.length - gutter * Double(count - 1)) / Double(count) }

  /// The first column; what is laid out in it can be moved to any other.
  var column: Sheet {
    var column = sheet
    column.tail = sheet.tail + sheet.length - width
    return column
  }

  /// Whether units find room in columns of a height.
  func fits(_ units: [Unit], room: Double) -> Bool {
    columns(of: units[...], limit: room).last?.endIndex == units.endIndex
  }

  /// Puts units on pages, down the first column first.
  func place(_ units: [Unit], in flow: inout PageFlow) {
    var rest = units[...]
    while let next = rest.first {
      let room = flow.room
      var columns = columns(of: rest, limit: room)
      if columns.last?.endIndex == rest.endIndex {
        columns = even(rest, room: room)
      } else if let last = columns.last, last.endIndex == rest.endIndex - 1, last.count > 1 {
        // One alone would begin the next page: it takes another with it.
        columns[columns.count - 1] = last.dropLast()
      }
      guard let end = columns.last?.endIndex, end > rest.startIndex else {
        if flow.isFresh {
          // A unit taller than a page cannot be: its lines are counted.
          flow.place(next.body)
          rest = rest.dropFirst()
        } else {
          flow.breakPage()
        }
        continue
      }
      place(columns, in: &flow)
      rest = rest[end...]
      if !rest.isEmpty { flow.breakPage() }
    }
  }

  private func place(_ columns: [ArraySlice<Unit>], in flow: inout PageFlow) {
    var fragment = Fragment()
    for (number, units) in columns.enumerated() {
      let start = Double(number) * (width + gutter)
      let right = sheet.direction == .rightToLeft ? -start : start
      var height = 0.0
      var last: Unit?
      func add(_ part: Fragment) {
        fragment.items += part.items.map { $0.moved(down: height, right: right) }
        height += part.height
      }
      for unit in units {
        if needsHead(unit, after: last) {
          if height > 0 { height += lead }
          if let mark = unit.mark { flow.mark(mark, level: 1, down: height) }
          add(unit.head)
        }
        add(unit.body)
        last = unit
      }
      fragment.height = max(fragment.height, height)
    }
    flow.place(fragment)
  }

  private func needsHead(_ unit: Unit, after last: Unit?) -> Bool {
    guard let last, let key = unit.key else { return true }
    return last.key != key
  }

  /// The units that each column takes up to a height.
  private func columns(of units: ArraySlice<Unit>, limit: Double) -> [ArraySlice<Unit>] {
    var columns: [ArraySlice<Unit>] = []
    var rest = units
    for _ in 0..<count {
      var height = 0.0
      var last: Unit?
      let taken = rest.prefix { unit in
        var more = unit.body.height
        if needsHead(unit, after: last) { more += unit.head.height + (height > 0 ? lead : 0) }
        guard height + more <= limit + 0.01 else { return false }
        height += more
        last = unit
        return true
      }
      columns.append(taken)
      rest = rest[taken.endIndex...]
      if taken.isEmpty { break }
    }
    return columns
  }

  /// The columns of the least height that hold all.
  private func even(_ units: ArraySlice<Unit>, room: Double) -> [ArraySlice<Unit>] {
    var low = 0.0
    var high = room
    while high - low > 1 {
      let middle = (low + high) / 2
      if columns(of: units, limit: middle).last?.endIndex == units.endIndex {
        high = middle
      } else {
        low = middle
      }
    }
    return columns(of: units, limit: high)
  }
}
