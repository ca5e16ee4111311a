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

  private var style: Style { sheet.style }
  private var textWidth: Double { sheet.length - EventList.textStart }

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

  // MARK: - The parts of an entry

  private func dateColumn(_ entry: SheetEntry) -> Fragment {
    let group = "date/\(entry.event.id)"
    var blocks = [sheet.block(entry.dateText, style.text.day, width: EventList.dateWidth)]
    if case .day(let day) = entry.look.extent, !entry.look.isDisputed {
      blocks.append(
        sheet.block(sheet.words.weekday(day), style.text.weekday, width: EventList.dateWidth)
      )
    }
    switch entry.event.date.basis {
    case .publication, .weekday, .narrative, .event, .holiday, .manual:
      blocks.append(
        sheet.block(
          sheet.labels.word("basis.\(entry.event.date.basis.rawValue)"),
          style.text.weekday,
          width: EventList.dateWidth
        )
      )
    case .explicit, .article, .sentence, .paragraph, .none: break
    }
    var fragment = Fragment()
    for block in blocks {
      fragment.items.append(sheet.place(block, start: 0, y: fragment.height, group: group))
      fragment.height += sheet.size(block).height
    }
    return fragment
  }

  private func rows(_ entry: SheetEntry) -> [Fragment] {
    rows(
      entry.event,
      family: entry.look.style,
      numbers: entry.numbers,
      group: "entry/\(entry.event.id)",
      isDeadline: entry.look.fill == .flag
    )
  }

  private func rows(
    _ event: Event,
    family: FamilyStyle,
    numbers: [Int],
    group: String,
    isDeadline: Bool
  ) -> [Fragment] {
    var rows = [headRow(event, family: family, group: group, isDeadline: isDeadline)]
    let sentence = sheet.block(event.headline, style.text.sentence, width: textWidth)
    if !sentence.text.isEmpty {
      for piece in sheet.pieces(of: sentence, lines: 24) {
        rows.append(row(piece, group: group, tag: .paragraph))
      }
    }
    rows.append(noteRow(event, numbers: numbers, group: group))
    if event.conflicts.count > 1 {
      let block = sheet.block(disputeText(event), style.text.dispute, width: textWidth)
      for piece in sheet.pieces(of: block, lines: 24) {
        rows.append(row(piece, group: group, tag: .paragraph))
      }
    }
    return rows
  }

  private func row(_ block: TextBlock, group: String, tag: StructureTag) -> Fragment {
    Fragment(
      items: [
        SceneItem(group: group, .open(tag)),
        sheet.place(block, start: EventList.textStart, y: 0, group: group),
        SceneItem(group: group, .close),
      ],
      height: sheet.size(block).height
    )
  }

  private func headRow(
    _ event: Event,
    family: FamilyStyle,
    group: String,
    isDeadline: Bool
  ) -> Fragment {
    var items = [SceneItem(group: group, .open(.paragraph))]
    var start = EventList.textStart
    var name = sheet.labels.type(event.type.rawValue).name
    if let ordinal = event.ordinal, event.type.rawValue == "round" {
      name = "\(name) (\(sheet.labels.number(ordinal)))"
    }
    var kind = sheet.block(name, style.text.kind, color: family.color)
    if sheet.size(kind).width > textWidth * 0.6 { kind.width = textWidth * 0.6 }
    items.append(sheet.place(kind, start: start, y: 0, group: group))
    start += sheet.size(kind).width + 8
    let status = isDeadline ? "deadline" : event.status.rawValue
    if isDeadline || event.status != .occurred {
      let badge = sheet.block(sheet.labels.word("status.\(status)"), style.text.badge)
      let size = sheet.size(badge)
      let box = Rect(
        x: sheet.left(start, width: size.width + 10),
        y: 1.5,
        width: size.width + 10,
        height: size.height
      )
      items.append(
        SceneItem(
          group: group,
          .box(
            box,
            fill: style.colors.tint,
            stroke: Stroke(family.color, width: 0.6),
            radius: 3
          )
        )
      )
      items.append(sheet.place(badge, start: start + 5, y: 1.5, group: group))
      start += size.width + 18
    }
    var height = sheet.size(kind).height
    let names = SheetEntry.partyNames(event, sheet: sheet)
    if !names.isEmpty {
      let parties = sheet.block(names, style.text.parties, width: sheet.length - start, maxLines: 12)
      items.append(sheet.place(parties, start: start, y: 0.4, group: group))
      height = max(height, sheet.size(parties).height + 0.4)
    }
    items.append(SceneItem(group: group, .close))
    return Fragment(items: items, height: height + 1)
  }

  /// Where it is told: the sources' numbers, each a link, then place and independent tellings.
  private func noteRow(_ event: Event, numbers: [Int], group: String) -> Fragment {
    var tokens: [(block: TextBlock, link: Link?)] = []
    let role = style.text.note
    if !numbers.isEmpty {
      tokens.append((sheet.block(sheet.labels.word("entry.sources") + ":", role), nil))
      for number in numbers {
        let text = "[\(sheet.labels.number(number))]"
        tokens.append(
          (
            sheet.block(text, role, color: style.colors.accent),
            .destination("source-\(number)")
          )
        )
      }
    }
    var notes: [String] = []
    if event.independent > 1 {
      notes.append(sheet.labels.count("count.independent", event.independent))
    }
    if let place = event.place {
      notes.append(sheet.labels.word("entry.place", ["place": TextCleaning.cleaned(place.name)]))
    }
    for note in notes {
      let text = tokens.isEmpty ? note : "\u{00B7}  " + note
      tokens.append((sheet.block(text, role, maxLines: nil), nil))
    }
    return flowed(tokens, line: role.line, group: group)
  }

  /// Blocks one after the other, in as many lines as they need.
  private func flowed(
    _ tokens: [(block: TextBlock, link: Link?)],
    line: Double,
    group: String
  ) -> Fragment {
    guard !tokens.isEmpty else { return Fragment() }
    var items = [SceneItem(group: group, .open(.paragraph))]
    var start = EventList.textStart
    var y = 0.0
    for token in tokens {
      var block = token.block
      var size = sheet.size(block)
      if size.width > textWidth {
        block.width = textWidth
        size = sheet.size(block)
      }
      if start > EventList.textStart, start + size.width > sheet.length {
        start = EventList.textStart
        y += line
      }
      items.append(sheet.place(block, start: start, y: y, group: group, link: token.link))
      start += size.width + 5
      y += size.height - line
    }
    items.append(SceneItem(group: group, .close))
    return Fragment(items: items, height: y + line)
  }

  private func disputeText(_ event: Event) -> String {
    let readings = event.conflicts.map { conflict in
      let sources = conflict.sources.map { TextCleaning.cleaned($0) }
      return sheet.labels.word(
        "entry.reading",
        [
          "source": sources.isEmpty
            ? sheet.labels.word("source.unnamed")
            : sources.joined(separator: sheet.labels.listSeparator),
          "date": sheet.words.edtf(conflict.value),
        ]
      )
    }
    return sheet.labels.word(
      "entry.dispute",
      ["parts": readings.joined(separator: sheet.labels.word("entry.readings") + " ")]
    )
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
