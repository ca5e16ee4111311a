import Chronology
import Drawing
import NewsModel
import Styles

/// Lists events by date: what kind, who, the verbatim sentence, where it is told, who disagrees.
struct EventList {
  /// The column of dates, from the start of the line.
  static let dateWidth = 96.0
  /// Where the marks stand.
  static let markPlace = 107.0
  /// Where the words begin.
  static let textStart = 121.0

  let sheet: Sheet
  let timeline: Timeline
  let numbers: [String: Int]

  var style: Style { sheet.style }
  var textWidth: Double { sheet.length - EventList.textStart }

  /// Puts dated entries on pages; a date stands once for the entries that share it, and again at the
  /// head of a page.
  func place(_ entries: [SheetEntry], in flow: inout PageFlow) {
    var lastDate: String?
    var lastMonth: Int32 = -1
    for (index, entry) in entries.enumerated() {
      let rows = self.rows(entry)
      let head = dateColumn(entry)
      let isLast = index == entries.count - 1
      let whole = rows.reduce(0) { $0 + $1.height }
      let broke = flow.reserve(min(max(whole, head.height) + 6, flow.wholeRoom))
      let isNewDate = lastDate != entry.dateText
      if isNewDate, index > 0, !broke { flow.skip(5) }
      let month = monthIndex(entry)
      if month != lastMonth {
        flow.mark(monthName(entry), level: 1)
        lastMonth = month
      }
      let showsDate = isNewDate || flow.isFresh
      place(
        entry,
        rows: rows,
        head: showsDate ? head : Fragment(),
        isLast: isLast,
        in: &flow
      )
      lastDate = entry.dateText
    }
  }

  /// Puts events without a date on pages; their column of dates stays empty.
  func place(undated events: [Event], in flow: inout PageFlow) {
    for (index, event) in events.enumerated() {
      let family = style.family(sheet.labels.type(event.type.rawValue).family)
      let rows = self.rows(
        event,
        family: family,
        numbers: SheetEntry.numbers(of: event, in: numbers),
        group: "undated/\(event.id)",
        isDeadline: false
      )
      let note = sheet.block(
        sheet.labels.word("date.none"),
        style.text.weekday,
        width: EventList.dateWidth
      )
      var head = Fragment()
      head.items = [sheet.place(note, start: 0, y: 1, group: "undated/\(event.id)")]
      head.height = sheet.size(note).height
      let height = rows.reduce(0) { $0 + $1.height }
      flow.reserve(min(height, flow.wholeRoom))
      place(
        Sign(
          content: nil,
          destination: nil,
          group: "undated/\(event.id)"
        ),
        rows: rows,
        head: head,
        isLast: index == events.count - 1,
        in: &flow
      )
    }
  }

  /// What stands on the line between dates and words.
  private struct Sign {
    var content: SceneContent?
    var destination: String?
    var group: String
  }

  private func place(
    _ entry: SheetEntry,
    rows: [Fragment],
    head: Fragment,
    isLast: Bool,
    in flow: inout PageFlow
  ) {
    let center = Point(sheet.x(EventList.markPlace), 8)
    let content: SceneContent
    if let fill = entry.look.fill {
      content = .mark(
        Mark(
          shape: entry.look.style.shape,
          fill: fill,
          center: center,
          radius: 3.6,
          color: entry.look.style.color,
          ground: style.colors.ground,
          isStruck: entry.look.isStruck
        )
      )
    } else {
      content = .hatch(
        Hatch(
          rect: Rect(x: center.x - 6, y: center.y - 3.5, width: 12, height: 7),
          color: entry.look.style.color,
          ground: style.colors.ground,
          spacing: style.chart.hatch
        )
      )
    }
    place(
      Sign(content: content, destination: entry.destination, group: "entry/\(entry.event.id)"),
      rows: rows,
      head: head,
      isLast: isLast,
      in: &flow
    )
  }

  private func place(
    _ sign: Sign,
    rows: [Fragment],
    head: Fragment,
    isLast: Bool,
    in flow: inout PageFlow
  ) {
    let gap = 9.0
    for (index, row) in rows.enumerated() {
      flow.reserve(row.height)
      var fragment = row
      if index == 0 {
        fragment.items = head.items + fragment.items
        if rows.count == 1 { fragment.height = max(fragment.height, head.height) }
        if let name = sign.destination {
          let place = Point(sheet.x(0), 0)
          fragment.items.insert(
            SceneItem(group: sign.group, .destination(name: name, at: place)),
            at: 0
          )
        }
      }
      let isEnd = index == rows.count - 1
      if isEnd, index > 0 {
        let before = rows.dropLast().reduce(0) { $0 + $1.height }
        fragment.height = max(fragment.height, head.height - before)
      }
      if isEnd { fragment.height += gap }
      let x = sheet.x(EventList.markPlace)
      let end = isEnd && isLast ? fragment.height - gap : fragment.height
      fragment.items.insert(
        SceneItem(
          group: sign.group,
          .line(
            from: Point(x, index == 0 ? 8 : 0),
            to: Point(x, end),
            stroke: Stroke(style.colors.rule, width: 0.7)
          )
        ),
        at: 0
      )
      if index == 0, let content = sign.content {
        fragment.items.append(SceneItem(group: sign.group, content))
      }
      flow.place(fragment)
    }
  }

  private func monthIndex(_ entry: SheetEntry) -> Int32 {
    let day = entry.look.extent.days.lowerBound
    return Int32(day.year * 12 + day.month)
  }

  private func monthName(_ entry: SheetEntry) -> String {
    let day = entry.look.extent.days.lowerBound
    return sheet.words.month(day.month, year: day.year)
  }
}
