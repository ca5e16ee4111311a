import Drawing
import NewsModel
import Styles

/// What changed since the sheet was made last: what is new, what has another date, what is gone.
extension SheetContents {
  func placeChanges(in flow: inout PageFlow) {
    guard !timeline.changes.isEmpty else { return }
    placeHeading("section.changes", in: &flow)
    var destinations: [String: SheetEntry] = [:]
    for entry in entries { destinations[entry.event.id] = entry }
    for kind in TimelineChange.Kind.allCases {
      let changes = timeline.changes.filter { $0.kind == kind }
      var head = changes.isEmpty ? Fragment() : self.head(kind, count: changes.count)
      for change in changes {
        let entry = destinations[change.event.id]
        let block = sheet.block(
          words(of: change, now: entry?.event),
          sheet.style.text.parties,
          width: sheet.length - ChangeList.text,
          maxLines: 4
        )
        let height = sheet.size(block).height
        let link = entry.map { Link.destination($0.destination) }
        let group = "change/\(change.event.id)"
        let line = Fragment(
          items: sign(of: change, group: group) + [
            SceneItem(group: group, .open(.paragraph)),
            sheet.place(block, start: ChangeList.text, y: 0, group: group, link: link),
            SceneItem(group: group, .close),
          ],
          height: height + 3
        )
        // A head never stands alone at the foot of a page.
        head.append(line)
        flow.reserve(head.height)
        flow.place(head)
        head = Fragment()
      }
      flow.skip(changes.isEmpty ? 0 : 6)
    }
  }

  /// What the changes below are, and how many.
  private func head(_ kind: TimelineChange.Kind, count: Int) -> Fragment {
    let title = sheet.block(
      sheet.labels.word("change.head.\(kind.rawValue)"),
      sheet.style.text.kind
    )
    let number = sheet.block(sheet.labels.count("count.events", count), sheet.style.text.weekday)
    var fragment = sheet.flowed(
      [Sheet.Token(title), Sheet.Token(number)],
      from: 0,
      line: sheet.style.text.kind.line,
      group: "change"
    )
    fragment.height += 2
    return fragment
  }

  /// The mark of the event that changed, crossed out when it is gone.
  private func sign(of change: TimelineChange, group: String) -> [SceneItem] {
    let family = sheet.style.family(sheet.labels.type(change.event.type.rawValue).family)
    var mark = Mark(
      shape: family.shape,
      fill: EventLook.fill(of: change.event.status),
      center: Point(sheet.x(ChangeList.sign), sheet.style.text.parties.line / 2),
      radius: 3,
      color: family.color,
      ground: sheet.style.colors.ground,
      isStruck: change.kind == .dropped || EventLook.isStruck(change.event.status)
    )
    mark.hasRim = false
    return [SceneItem(group: group, .mark(mark))]
  }

  /// «moved: meeting, A and B — 3 May, was: 4 May».
  private func words(of change: TimelineChange, now: Event?) -> String {
    let labels = sheet.labels
    let shown = now ?? change.event
    var blanks = [
      "event": SheetEntry.description(shown, sheet: sheet),
      "date": told(shown),
    ]
    if change.kind == .moved { blanks["before"] = told(change.event) }
    return labels.word("change.\(change.kind.rawValue)", blanks)
  }

  /// The date, with the status where it is not simply past.
  private func told(_ event: Event) -> String {
    let date = sheet.words.date(of: event)
    guard event.status != .occurred else { return date }
    return "\(date) (\(sheet.labels.word("status.\(event.status.rawValue)")))"
  }
}

/// Where the parts of a line of changes stand.
private enum ChangeList {
  static let sign = 9.0
  static let text = 18.0
}
