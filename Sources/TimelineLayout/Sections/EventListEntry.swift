import Chronology
import Drawing
import NewsModel
import Styles

/// The parts of one entry of the list, from the date in its column to the sources that disagree.
extension EventList {
  /// - Parameter tellsBasis: whether the date is its own, so that what it rests on stands below it.
  func dateColumn(_ entry: SheetEntry, tellsBasis: Bool) -> Fragment {
    let group = "date/\(entry.event.id)"
    var blocks: [TextBlock] = []
    if columns.tells == .day, case .day(let day) = entry.look.extent, !entry.look.isDisputed {
      // The month stands above all its days; the day alone is found sooner when it is large.
      blocks.append(sheet.block(sheet.labels.number(day.day), dayStyle, width: columns.date))
    } else {
      var words = sheet.words
      if columns.tells == .day { words.heading = entry.month }
      blocks.append(
        sheet.dateBlock(words.date(of: entry.event), style.text.day, width: columns.date)
      )
    }
    func add(_ text: String) {
      blocks.append(sheet.block(text, style.text.weekday, width: columns.date))
    }
    if case .day(let day) = entry.look.extent, !entry.look.isDisputed {
      add(sheet.words.weekday(day))
    }
    if let hijri = entry.hijriText {
      blocks.append(sheet.dateBlock(hijri, style.text.weekday, width: columns.date))
    }
    if tellsBasis, let basis = basis(of: entry.event) { add(basis) }
    var fragment = Fragment()
    for block in blocks {
      fragment.items.append(sheet.place(block, start: 0, y: fragment.height, group: group))
      fragment.height += sheet.size(block).height
    }
    return fragment
  }

  /// Instead of a date: that there is none, and when the first article that tells of it appeared.
  func undatedColumn(_ event: Event, group: String) -> Fragment {
    var lines = [sheet.labels.word("date.none")]
    if let day = event.mentions.compactMap(\.published).min() {
      lines.append(sheet.labels.word("entry.reported", ["date": sheet.words.day(day)]))
    }
    var fragment = Fragment()
    fragment.height = 1
    for line in lines {
      let block = sheet.block(line, style.text.weekday, width: columns.date)
      fragment.items.append(sheet.place(block, start: 0, y: fragment.height, group: group))
      fragment.height += sheet.size(block).height
    }
    return fragment
  }

  /// The style of a day that stands alone.
  private var dayStyle: TextStyle {
    var large = style.text.day
    large.size *= 1.7
    large.line = (large.size * 1.6).rounded()
    return large
  }

  /// - Parameter tellsBasis: whether a note tells what its date rests on.
  func rows(_ entry: SheetEntry, tellsBasis: Bool) -> [Fragment] {
    rows(
      entry.event,
      family: entry.look.style,
      numbers: entry.numbers,
      group: "entry/\(entry.event.id)",
      isDeadline: entry.look.fill == .flag,
      basis: tellsBasis ? basis(of: entry.event) : nil
    )
  }

  func rows(
    _ event: Event,
    family: FamilyStyle,
    numbers: [Int],
    group: String,
    isDeadline: Bool,
    basis: String? = nil
  ) -> [Fragment] {
    var rows = [headRow(event, family: family, group: group, isDeadline: isDeadline)]
    let words = TextCleaning.cleaned(event.headline, isOutside: true)
    let sentence = sheet.foreignBlock(words, style.text.sentence, width: textWidth)
    if !sentence.text.isEmpty {
      for piece in sheet.pieces(of: sentence, lines: sheet.mostLines(style.text.sentence)) {
        rows.append(row(piece, group: group, tag: .paragraph))
      }
    }
    rows.append(noteRow(event, numbers: numbers, basis: basis, group: group))
    if let dispute = dispute(of: event) {
      let block = sheet.block(dispute, style.text.dispute, width: textWidth)
      for piece in sheet.pieces(of: block, lines: sheet.mostLines(style.text.dispute)) {
        rows.append(row(piece, group: group, tag: .paragraph))
      }
    }
    return rows
  }

  private func row(_ block: TextBlock, group: String, tag: StructureTag) -> Fragment {
    Fragment(
      items: [
        SceneItem(group: group, .open(tag)),
        sheet.place(block, start: columns.text, y: 0, group: group),
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
    var start = columns.text
    let name = SheetEntry.kind(event, sheet: sheet)
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
  private func noteRow(
    _ event: Event,
    numbers: [Int],
    basis: String?,
    group: String
  ) -> Fragment {
    var tokens: [Sheet.Token] = []
    let role = style.text.note
    if !numbers.isEmpty {
      tokens.append(Sheet.Token(sheet.block(sheet.labels.word("entry.sources") + ":", role)))
      tokens += numbers.map { sheet.sourceToken($0, role) }
    }
    var notes = self.notes(of: event)
    if let place = event.place {
      notes.append(sheet.labels.word("entry.place", ["place": sheet.name(of: place)]))
    }
    if let basis { notes.append(sheet.labels.word("entry.basis", ["basis": basis])) }
    for note in notes {
      let text = tokens.isEmpty ? note : Sheet.noteDot + note
      tokens.append(Sheet.Token(sheet.block(text, role)))
    }
    let lead = tokens.isEmpty ? "" : Sheet.noteDot
    tokens += planTokens(of: event, sheet: sheet, role: role, lead: lead)
    return sheet.flowed(tokens, from: columns.text, line: role.line, group: group)
  }

  /// That it was planned, for when, and who told of the plan.
  func planTokens(
    of event: Event,
    sheet: Sheet,
    role: TextStyle,
    lead: String
  ) -> [Sheet.Token] {
    timeline.fulfilledPlans[event.id, default: []].flatMap { plan in
      let words = sheet.labels.word("entry.planned", ["date": sheet.words.date(of: plan)])
      return [Sheet.Token(sheet.block(lead + words, role))]
        + SheetEntry.numbers(of: plan, in: numbers).map { sheet.sourceToken($0, role) }
    }
  }

  /// How many tell it each for themselves, and whether a person has changed it.
  func notes(of event: Event) -> [String] {
    var notes: [String] = []
    if event.independent > 1 {
      notes.append(sheet.labels.count("count.independent", event.independent))
    }
    // Whoever reads the sheet must know that a person, not a source, says so.
    if !event.edits.isEmpty { notes.append(sheet.labels.word("entry.corrected")) }
    return notes
  }

  /// What the date rests on, where that is less than its own words.
  func basis(of event: Event) -> String? {
    switch event.date.basis {
    case .publication, .weekday, .narrative, .event, .holiday, .manual:
      return sheet.labels.word("basis.\(event.date.basis.rawValue)")
    case .explicit, .article, .sentence, .paragraph, .none: return nil
    }
  }

  /// What its sources disagree on; `nil` when they do not.
  func dispute(of event: Event) -> String? {
    let isContested = event.conflicts.contains { $0.status != nil }
    guard isContested || event.dateReadings.count > 1 else { return nil }
    let readings = sheet.words.readings(of: event).map { conflict in
      let sources = conflict.sources.map { sheet.outlet($0) }
      return sheet.labels.word(
        "entry.reading",
        [
          "source": sources.isEmpty
            ? sheet.labels.word("source.unnamed") : sheet.joined(sources),
          "date": sheet.words.reading(conflict),
        ]
      )
    }
    return sheet.labels.word(
      isContested ? "entry.contested" : "entry.dispute",
      ["parts": readings.joined(separator: sheet.labels.word("entry.readings") + " ")]
    )
  }
}
