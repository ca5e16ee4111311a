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
      for change in timeline.changes where change.kind == kind {
        let block = sheet.block(
          words(of: change, now: destinations[change.event.id]?.event),
          sheet.style.text.parties,
          width: sheet.length,
          maxLines: 4
        )
        let height = sheet.size(block).height
        let link = destinations[change.event.id].map { Link.destination($0.destination) }
        let group = "change/\(change.event.id)"
        flow.reserve(height)
        flow.place(
          Fragment(
            items: [
              SceneItem(group: group, .open(.paragraph)),
              sheet.place(block, start: 0, y: 0, group: group, link: link),
              SceneItem(group: group, .close),
            ],
            height: height + 3
          )
        )
      }
    }
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
    let date = sheet.labels.dateText(of: event)
    guard event.status != .occurred else { return date }
    return "\(date) (\(sheet.labels.word("status.\(event.status.rawValue)")))"
  }
}
