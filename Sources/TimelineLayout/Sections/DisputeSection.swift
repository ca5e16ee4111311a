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
      let row = sheet.flowed(
        reading(conflict, of: entry.event),
        from: 14,
        line: style.text.dispute.line,
        group: group
      )
      fragment.append(row)
    }
    return fragment
  }

  /// The date of a reading, and who gives it: each outlet with the numbers of its articles.
  private func reading(
    _ conflict: DateConflict,
    of event: Event
  ) -> [Sheet.Token] {
    let style = sheet.style
    var date = sheet.words.reading(conflict)
    if date.isEmpty { date = sheet.labels.word("date.none") }
    var tokens: [Sheet.Token] = []
    var strong = style.text.dispute
    strong.weight = .bold
    tokens.append(Sheet.Token(sheet.block(date + ":", strong)))
    let outlets = conflict.sources.prefix(12)
    for (place, outlet) in outlets.enumerated() {
      let articles = Set(
        event.mentions.filter { $0.source == outlet || $0.mention.article == outlet }
          .compactMap { numbers[$0.mention.article] }
      ).sorted()
      let isEnd = place == outlets.count - 1
      let words = sheet.inset(outlet)
      let separator = articles.isEmpty && !isEnd ? sheet.separator(after: words) : ""
      let name = sheet.block(words + separator, style.text.dispute)
      tokens.append(Sheet.Token(name))
      tokens += articles.map { sheet.sourceToken($0, style.text.dispute) }
    }
    if outlets.isEmpty {
      let unnamed = sheet.block(sheet.labels.word("source.unnamed"), style.text.dispute)
      tokens.append(Sheet.Token(unnamed))
    }
    return tokens
  }
}
