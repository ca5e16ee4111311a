import Chronology
import Drawing
import NewsModel
import Styles

/// Lays a timeline out as a briefing sheet: head, chart, legend, the list of events, what comes
/// next, what could not be dated, and the sources.
public struct BriefingLayout {
  private let sheet: Sheet

  /// A layout in a style, in the words of a language, with the measures of a renderer's fonts.
  public init(style: Style, labels: SheetLabels, measurer: any TextMeasurer) {
    sheet = Sheet(style: style, labels: labels, measurer: measurer)
  }

  /// The pages of a timeline, as many as it needs.
  public func scene(of timeline: Timeline) -> Scene {
    var numbers: [String: Int] = [:]
    for (index, source) in timeline.sources.enumerated() where numbers[source.article] == nil {
      numbers[source.article] = index + 1
    }
    let entries = timeline.events.enumerated().compactMap { index, event in
      SheetEntry(event, index: index, timeline: timeline, numbers: numbers, sheet: sheet)
    }
    let head = SheetHead(sheet: sheet, timeline: timeline)
    var flow = PageFlow(sheet, runningHead: head.runningHead)
    flow.place(head.fragment(entries: entries))
    placeChart(entries, in: &flow)

    let list = EventList(sheet: sheet, timeline: timeline, numbers: numbers)
    let past = entries.filter { !$0.isNext }
    if !past.isEmpty {
      placeHeading("section.events", head: head, in: &flow)
      list.place(past, in: &flow)
    }
    let next = entries.filter(\.isNext)
    if !next.isEmpty {
      placeHeading("section.next", head: head, in: &flow)
      list.place(next, in: &flow)
    }
    if !timeline.undated.isEmpty {
      placeHeading("section.undated", head: head, in: &flow)
      list.place(undated: timeline.undated, in: &flow)
    }
    if !timeline.sources.isEmpty {
      placeHeading("section.sources", head: head, in: &flow)
      SourceList(sheet: sheet).place(timeline.sources, in: &flow)
    }

    var pages = flow.pages
    for index in pages.indices {
      pages[index].items += head.pageNumber(index, of: pages.count)
    }
    return Scene(metadata: metadata(timeline), pages: pages, outline: flow.outline)
  }

  private func placeChart(_ entries: [SheetEntry], in flow: inout PageFlow) {
    guard !entries.isEmpty else { return }
    let gap = ChartSection.gap
    let legendRoom = 46.0
    let chart = ChartSection(
      entries,
      sheet: sheet,
      first: flow.room - gap - legendRoom,
      whole: flow.wholeRoom
    )
    let legend = LegendSection(entries, hasBreaks: chart.hasBreaks, sheet: sheet).fragment
    flow.mark(sheet.labels.word("section.chart"), level: 0)
    var rest = chart.rows[...]
    while let next = rest.first {
      flow.reserve(next.height + (flow.isFresh ? 0 : gap))
      // The rows that share this page, and what they leave of it when others must follow.
      var used = 0.0
      let isFresh = flow.isFresh
      let count = rest.prefix { row in
        used += row.height + (isFresh && used == 0 ? 0 : gap)
        return used <= flow.room
      }.count
      let shown = max(1, count)
      let height = rest.prefix(shown).reduce(0) { $0 + $1.height + gap }
      let spare = shown < rest.count ? flow.room - height : 0
      let extra = min(max(0, spare) / Double(shown + 1), 18)
      for row in rest.prefix(shown) {
        flow.skip(gap + extra)
        flow.place(row)
      }
      rest = rest.dropFirst(shown)
      if !rest.isEmpty { flow.breakPage() }
    }
    flow.skip(16)
    flow.reserve(legend.height)
    flow.place(legend)
  }

  /// A rule and a heading, with room for an entry below them.
  private func placeHeading(_ key: String, head: SheetHead, in flow: inout PageFlow) {
    let title = sheet.labels.word(key)
    let block = sheet.block(title, sheet.style.text.heading, width: sheet.length)
    let height = sheet.size(block).height
    flow.skip(10)
    flow.reserve(height + 84)
    var fragment = Fragment()
    if !flow.isFresh {
      fragment.items.append(head.rule(at: 0))
      fragment.height = 9
    }
    flow.mark(title, level: 0)
    fragment.items.append(SceneItem(group: "heading", .open(.heading2)))
    fragment.items.append(sheet.place(block, start: 0, y: fragment.height, group: "heading"))
    fragment.items.append(SceneItem(group: "heading", .close))
    fragment.height += height + 6
    flow.place(fragment)
  }

  /// The day of the sheet, else that of its newest article: never the clock's.
  private func metadata(_ timeline: Timeline) -> DocumentMetadata {
    let newest = timeline.sources.compactMap(\.published).max()
    let day = timeline.asOf ?? newest
    return DocumentMetadata(
      title: TextCleaning.cleaned(timeline.title),
      author: TextCleaning.cleaned(timeline.masthead),
      subject: TextCleaning.cleaned(timeline.subtitle ?? ""),
      created: "\(day?.description ?? "1970-01-01")T00:00:00Z",
      language: sheet.labels.language,
      direction: sheet.direction
    )
  }
}
