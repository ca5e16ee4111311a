import Chronology
import Drawing
import NewsModel
import Styles

/// The parts of one entry of the list, from the date in its column to the sources that disagree.
extension EventList {
  func dateColumn(_ entry: SheetEntry) -> Fragment {
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

  func rows(_ entry: SheetEntry) -> [Fragment] {
    rows(
      entry.event,
      family: entry.look.style,
      numbers: entry.numbers,
      group: "entry/\(entry.event.id)",
      isDeadline: entry.look.fill == .flag
    )
  }

  func rows(
    _ event: Event,
    family: FamilyStyle,
    numbers: [Int],
    group: String,
    isDeadline: Bool
  ) -> [Fragment] {
    var rows = [headRow(event, family: family, group: group, isDeadline: isDeadline)]
    let sentence = sheet.foreignBlock(event.headline, style.text.sentence, width: textWidth)
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
      let parties = sheet.block(
        names,
        style.text.parties,
        width: sheet.length - start,
        maxLines: 12
      )
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
      notes.append(sheet.labels.word("entry.place", ["place": sheet.inset(place.name)]))
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
      let sources = conflict.sources.map { sheet.inset($0) }
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
}
