import Chronology
import Drawing
import NewsModel
import Styles

/// Lists events by date: what kind, who, the verbatim sentence, where it is told, who disagrees.
struct EventList {
  /// The columns, from the start of the line.
  struct Columns {
    /// What the column of dates tells.
    enum Telling { case date, day }

    /// The width of the column of dates.
    let date: Double
    /// Where the marks stand.
    let mark: Double
    /// Where the words begin.
    let text: Double
    /// A date in one line, or the day of the month large.
    let tells: Telling
    /// Whether each month gets an entry in the outline.
    let marksMonths: Bool

    init(date: Double, tells: Telling = .date, marksMonths: Bool = true) {
      self.date = date
      mark = date + (tells == .date ? 11 : 13)
      text = date + (tells == .date ? 25 : 29)
      self.tells = tells
      self.marksMonths = marksMonths
    }

    /// Columns for dates in two lines at the most, where they are such as most are.
    init(for sheet: Sheet, marksMonths: Bool = true) {
      let most = max(84, sheet.length * 0.24)
      self.init(
        date: min(most, max(84, sheet.dateWidth(sheet.style.text.day))),
        marksMonths: marksMonths
      )
    }
  }

  let sheet: Sheet
  let timeline: Timeline
  let numbers: [String: Int]
  let columns: Columns

  /// Where signs stand below the upper edge of an entry.
  private static let signHeight = 8.0

  var style: Style { sheet.style }
  var textWidth: Double { sheet.length - columns.text }

  /// Puts dated entries on pages; a date stands once for the entries that share it, and again at the
  /// head of a page.
  func place(_ entries: [SheetEntry], in flow: inout PageFlow) {
    var lastDate: String?
    var lastMonth: Int?
    var following: Parts?
    /// Whether a neighbour has the same date, above which only the first one's stands.
    func shares(_ index: Int) -> Bool {
      [index - 1, index + 1].contains {
        entries.indices.contains($0) && entries[$0].dateText == entries[index].dateText
      }
    }
    for (index, entry) in entries.enumerated() {
      let parts = following ?? self.parts(entry, sharesDate: shares(index))
      following = nil
      let isLast = index == entries.count - 1
      var needed = parts.needed
      if index == entries.count - 2, let last = entries.last {
        let next = self.parts(last, sharesDate: shares(index + 1))
        needed = together([parts, next], in: flow) ?? needed
        following = next
      }
      let broke = flow.reserve(min(needed, flow.wholeRoom))
      let isNewDate = lastDate != entry.dateText
      if isNewDate, index > 0, !broke { flow.skip(flow.isTight ? 2 : 5) }
      let month = entry.month
      if columns.marksMonths, month != lastMonth {
        flow.mark(monthName(entry), level: 1)
        lastMonth = month
      }
      let showsDate = isNewDate || flow.isFresh
      place(
        entry,
        rows: parts.rows,
        head: showsDate ? parts.head : Fragment(),
        isLast: isLast,
        in: &flow
      )
      lastDate = entry.dateText
    }
  }

  /// The height of what must stand below the heading of some entries: a low one alone at the foot of a
  /// page, or at the head of the next, would look lost.
  func opening(_ entries: [SheetEntry], in flow: PageFlow) -> Double {
    opening(entries.prefix(2).map { parts($0, sharesDate: false) }, in: flow)
  }

  /// The same for events without a date.
  func opening(undated events: [Event], in flow: PageFlow) -> Double {
    opening(events.prefix(2).map { parts(undated: $0) }, in: flow)
  }

  private func opening(_ first: [Parts], in flow: PageFlow) -> Double {
    let height = together(first, in: flow) ?? first.first?.needed ?? 0
    return max(SheetContents.firstRoom, height + 15)
  }

  /// The height of some entries one below the other; `nil` when it is too much to keep together: the
  /// page before would be left half empty for it.
  private func together(_ parts: [Parts], in flow: PageFlow) -> Double? {
    let height = parts.reduce(0) { $0 + $1.needed } + Double(parts.count - 1) * 9
    return height <= flow.wholeRoom * 0.18 ? height : nil
  }

  /// What is drawn of an entry: its rows, and what stands in the column of dates.
  private struct Parts {
    let rows: [Fragment]
    let head: Fragment

    /// The height it takes, with a little below it.
    var needed: Double { max(rows.reduce(0) { $0 + $1.height }, head.height) + 6 }
  }

  private func parts(_ entry: SheetEntry, sharesDate: Bool) -> Parts {
    Parts(
      rows: rows(entry, tellsBasis: sharesDate),
      head: dateColumn(entry, tellsBasis: !sharesDate)
    )
  }

  private func parts(undated event: Event) -> Parts {
    let group = "undated/\(event.id)"
    let rows = self.rows(
      event,
      family: style.family(sheet.labels.type(event.type.rawValue).family),
      numbers: SheetEntry.numbers(of: event, in: numbers),
      group: group,
      isDeadline: false
    )
    return Parts(rows: rows, head: undatedColumn(event, group: group))
  }

  /// Puts events without a date on pages; the column of dates tells when they were reported.
  func place(undated events: [Event], in flow: inout PageFlow) {
    var following: Parts?
    for (index, event) in events.enumerated() {
      let family = style.family(sheet.labels.type(event.type.rawValue).family)
      let group = "undated/\(event.id)"
      let parts = following ?? self.parts(undated: event)
      following = nil
      var needed = parts.needed
      if index == events.count - 2, let last = events.last {
        let next = self.parts(undated: last)
        needed = together([parts, next], in: flow) ?? needed
        following = next
      }
      flow.reserve(min(needed, flow.wholeRoom))
      let sign = SceneContent.mark(
        Mark(
          shape: family.shape,
          fill: EventLook.fill(of: event.status),
          center: Point(sheet.x(columns.mark), EventList.signHeight),
          radius: 3.6,
          color: family.color,
          ground: style.colors.ground,
          isStruck: EventLook.isStruck(event.status)
        )
      )
      place(
        Sign(content: sign, destination: nil, group: group),
        rows: parts.rows,
        head: parts.head,
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
    let content = EntrySign(entry.look, sheet: sheet).content(
      at: Point(sheet.x(columns.mark), EventList.signHeight)
    )
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
    let gap = flow.isTight ? 5.0 : 9
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
      let x = sheet.x(columns.mark)
      let end = isEnd && isLast ? fragment.height - gap : fragment.height
      fragment.items.insert(
        SceneItem(
          group: sign.group,
          .line(
            from: Point(x, index == 0 ? EventList.signHeight : 0),
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

  private func monthName(_ entry: SheetEntry) -> String {
    let day = entry.look.extent.days.lowerBound
    return TextCleaning.untied(sheet.words.month(day.month, year: day.year))
  }
}
