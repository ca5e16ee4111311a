import Drawing
import NewsModel
import Styles

/// Who disagrees: of each disputed event every reading, and who gives it.
extension SheetContents {
  func placeDisputes(in flow: inout PageFlow) {
    let disputed = entries.filter { $0.look.isDisputed || $0.look.isContested }
    guard !disputed.isEmpty else { return }
    placeHeading("section.disputes", in: &flow)
    for entry in disputed {
      let fragment = fragment(of: entry)
      flow.reserve(fragment.height)
      flow.place(fragment)
      flow.skip(7)
    }
  }

  /// What it is about, with a link to its entry, and below it the readings.
  private func fragment(of entry: SheetEntry) -> Fragment {
    let group = "dispute/\(entry.event.id)"
    let style = sheet.style
    var fragment = Fragment()
    func add(_ block: TextBlock, start: Double, link: Link? = nil) {
      fragment.items.append(SceneItem(group: group, .open(.paragraph)))
      fragment.items.append(
        sheet.place(block, start: start, y: fragment.height, group: group, link: link)
      )
      fragment.items.append(SceneItem(group: group, .close))
      fragment.height += sheet.size(block).height
    }
    let subject = SheetEntry.description(entry.event, sheet: sheet)
    add(
      sheet.block(subject, style.text.parties, width: sheet.length, maxLines: 3),
      start: 0,
      link: .destination(entry.destination)
    )
    for conflict in sheet.words.readings(of: entry.event).prefix(8) {
      var reading = sheet.words.reading(conflict)
      if reading.isEmpty { reading = sheet.labels.word("date.none") }
      let sources = conflict.sources.prefix(12).map { sheet.inset($0) }
      let text = sheet.labels.word(
        "dispute.reading",
        [
          "date": reading,
          "source": sources.isEmpty
            ? sheet.labels.word("source.unnamed")
            : sources.joined(separator: sheet.labels.listSeparator),
        ]
      )
      add(
        sheet.block(text, style.text.dispute, width: sheet.length - 14, maxLines: 4),
        start: 14
      )
    }
    return fragment
  }
}
