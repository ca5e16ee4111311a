import Chronology
import Drawing
import NewsModel
import Styles

/// Lists events in two columns, as a register does: each date once above its events, kind,
/// parties and the numbers of sources in one line, and the verbatim sentence below.
struct CompactList {
  /// From so many events on a sheet is set like this.
  static let least = 61
  /// Where the marks stand in a column.
  private static let sign = 5.0
  /// Where the words begin.
  private static let text = 13.5
  /// Between two events.
  private let gap: Double
  /// Above a sentence, for letters and vowel signs taller than their line.
  private static let lead = 1.5
  /// The height of a line of small print.
  private static let line = 13.5

  private let list: EventList
  private let flow: ColumnFlow
  private let column: Sheet
  private let sentence: TextStyle
  private let tallest: Double

  init(_ list: EventList, isTight: Bool = false) {
    self.list = list
    gap = isTight ? 2.5 : 4.5
    flow = ColumnFlow(sheet: list.sheet, count: 2, gutter: 22, lead: 4)
    column = flow.column
    var sentence = list.style.text.sentence
    sentence.size *= 0.88
    sentence.line = (sentence.line * 1.68).rounded() / 2
    self.sentence = sentence
    let page = list.style.page
    tallest = (page.height - page.top - page.bottom) / 2
  }

  private var style: Style { list.style }
  private var width: Double { column.length - CompactList.text }
  private var signPlace: Point {
    Point(column.x(CompactList.sign), lined(style.text.kind).line / 2)
  }

  /// Puts dated entries on pages.
  func place(_ entries: [SheetEntry], in flow: inout PageFlow) {
    var units: [ColumnFlow.Unit] = []
    var lastMonth: Int?
    for entry in entries {
      var mark: String?
      if entry.month != lastMonth {
        let day = entry.look.extent.days.lowerBound
        mark = TextCleaning.untied(column.words.month(day.month, year: day.year))
        lastMonth = entry.month
      }
      let group = "entry/\(entry.event.id)"
      let sign = EntrySign(entry.look, sheet: column).content(
        at: signPlace,
        standsAlone: true
      )
      var first = row(
        entry.event,
        family: entry.look.style,
        numbers: entry.numbers,
        group: group,
        isDeadline: entry.look.fill == .flag,
        notes: list.basis(of: entry.event).map {
          [column.labels.word("entry.basis", ["basis": $0])]
        } ?? []
      )
      let place = Point(column.x(0), 0)
      first.items.insert(
        SceneItem(group: group, .destination(name: entry.destination, at: place)),
        at: 0
      )
      first.items.append(SceneItem(group: group, sign))
      units += self.units(
        [first] + sentences(entry.event, group: group),
        key: entry.dateText,
        head: head(entry),
        mark: mark
      )
    }
    self.flow.place(units, in: &flow)
  }

  /// Puts events without a date on pages.
  func place(undated events: [Event], in flow: inout PageFlow) {
    var units: [ColumnFlow.Unit] = []
    for event in events {
      let group = "undated/\(event.id)"
      let family = style.family(column.labels.type(event.type.rawValue).family)
      var notes: [String] = []
      if let day = event.mentions.compactMap(\.published).min() {
        notes.append(
          column.labels.word("entry.reported", ["date": column.words.day(day)])
        )
      }
      var first = row(
        event,
        family: family,
        numbers: SheetEntry.numbers(of: event, in: list.numbers),
        group: group,
        isDeadline: false,
        notes: notes
      )
      var mark = Mark(
        shape: family.shape,
        fill: EventLook.fill(of: event.status),
        center: signPlace,
        radius: 3.6,
        color: family.color,
        ground: style.colors.ground,
        isStruck: EventLook.isStruck(event.status)
      )
      mark.hasRim = false
      first.items.append(SceneItem(group: group, .mark(mark)))
      units += self.units([first] + sentences(event, group: group))
    }
    self.flow.place(units, in: &flow)
  }

  /// One unit, or, of what is too tall to stand together, one for each row; the first two stay
  /// together as long as a page holds them.
  private func units(
    _ rows: [Fragment],
    key: String? = nil,
    head: Fragment = Fragment(),
    mark: String? = nil
  ) -> [ColumnFlow.Unit] {
    var rows = rows
    if !rows.isEmpty { rows[rows.count - 1].height += gap }
    let height = rows.reduce(head.height) { $0 + $1.height }
    guard height > tallest else {
      var body = Fragment()
      for row in rows { body.append(row) }
      return [ColumnFlow.Unit(key: key, head: head, body: body, mark: mark)]
    }
    let heads = 70 + style.text.heading.line
    if rows.count > 1, head.height + rows[0].height + rows[1].height < 2 * tallest - heads {
      rows[0].append(rows.remove(at: 1))
    }
    return rows.enumerated().map { place, row in
      ColumnFlow.Unit(key: key, head: head, body: row, mark: place == 0 ? mark : nil)
    }
  }

  /// The date above its events.
  private func head(_ entry: SheetEntry) -> Fragment {
    var tokens = [(text: entry.dateText, role: style.text.day)]
    if case .day(let day) = entry.look.extent, !entry.look.isDisputed {
      tokens.append((column.words.weekday(day), style.text.weekday))
    }
    if let hijri = entry.hijriText { tokens.append((hijri, style.text.weekday)) }
    return column.flowed(
      tokens.map { Sheet.Token(column.block($0.text, lined($0.role))) },
      from: 0,
      line: lined(style.text.day).line,
      group: "date/\(entry.event.id)"
    )
  }

  private func lined(_ role: TextStyle) -> TextStyle {
    var role = role
    role.line = max(CompactList.line, (role.size * 1.58).rounded())
    return role
  }

  /// Kind, status, parties, sources and what else there is to know.
  private func row(
    _ event: Event,
    family: FamilyStyle,
    numbers: [Int],
    group: String,
    isDeadline: Bool,
    notes: [String]
  ) -> Fragment {
    let kind = column.block(
      SheetEntry.kind(event, sheet: column),
      lined(style.text.kind),
      color: family.color
    )
    var tokens = [Sheet.Token(kind)]
    if isDeadline || event.status != .occurred {
      let status = isDeadline ? "deadline" : event.status.rawValue
      let word = column.labels.word("status.\(status)")
      tokens.append(Sheet.Token(column.block(word, style.text.badge), frame: family.color))
    }
    // Each name by itself, so that the first stands beside the kind and a line ends between two.
    var names = SheetEntry.names(of: event, sheet: column)
    let last = names.count - 1
    for place in names.indices.dropLast() { names[place] += column.separator(after: names[place]) }
    var notes = notes
    if let place = event.place {
      let name = column.name(of: place)
      // Among the sheet's own words a name in another script would stand as one of theirs.
      if TextCleaning.direction(of: name) ?? column.direction == column.direction {
        names.append("(\(name))")
      } else {
        notes.append(column.labels.word("entry.place", ["place": name]))
      }
    }
    tokens += names.enumerated().map { place, name in
      var token = Sheet.Token(column.block(name, lined(style.text.parties), maxLines: 12))
      if place < last { token.gap = 2.6 }
      return token
    }
    let note = lined(style.text.note)
    tokens += numbers.map { column.sourceToken($0, note) }
    let words = (list.notes(of: event) + notes).joined(separator: " \u{00B7} ")
    if !words.isEmpty { tokens.append(Sheet.Token(column.block(words, note))) }
    tokens += list.planTokens(of: event, sheet: column, role: note, lead: Sheet.noteDot)
    return column.flowed(
      tokens,
      from: CompactList.text,
      line: lined(style.text.kind).line,
      group: group
    )
  }

  /// The sentence, and what its sources disagree on.
  private func sentences(_ event: Event, group: String) -> [Fragment] {
    var rows: [Fragment] = []
    func add(_ block: TextBlock, _ role: TextStyle) {
      for piece in column.pieces(of: block, lines: column.mostLines(role)) {
        rows.append(
          Fragment(
            items: [
              SceneItem(group: group, .open(.paragraph)),
              column.place(piece, start: CompactList.text, y: CompactList.lead, group: group),
              SceneItem(group: group, .close),
            ],
            height: column.size(piece).height + CompactList.lead
          )
        )
      }
    }
    let words = TextCleaning.cleaned(event.headline, isOutside: true)
    if !words.isEmpty { add(column.foreignBlock(words, sentence, width: width), sentence) }
    if let dispute = list.dispute(of: event) {
      add(column.block(dispute, style.text.dispute, width: width), style.text.dispute)
    }
    return rows
  }
}
