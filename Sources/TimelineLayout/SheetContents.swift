import Chronology
import Drawing
import NewsModel
import Styles

/// What a layout puts on pages, prepared once, and the parts that layouts have in common.
struct SheetContents {
  let sheet: Sheet
  let timeline: Timeline
  /// The numbers of articles in the list of sources.
  let numbers: [String: Int]
  /// The dated events.
  let entries: [SheetEntry]
  let head: SheetHead
  /// What it says when it holds nothing.
  var emptyKey = "empty"

  /// - Parameter listsEvents: whether the layout lists every event, so that labels can lead there.
  init(_ timeline: Timeline, sheet: Sheet, listsEvents: Bool) {
    var sheet = sheet
    sheet.placeNames = timeline.placeNames
    self.sheet = sheet
    self.timeline = timeline
    var numbers: [String: Int] = [:]
    for (index, source) in timeline.sources.enumerated() where numbers[source.article] == nil {
      numbers[source.article] = index + 1
    }
    self.numbers = numbers
    entries = timeline.eventsOfSheet.enumerated().compactMap { index, event in
      var entry = SheetEntry(
        event,
        index: index,
        timeline: timeline,
        numbers: numbers,
        sheet: sheet
      )
      entry?.isListed = listsEvents
      return entry
    }
    head = SheetHead(sheet: sheet, timeline: timeline)
  }

  /// A list of events in the usual columns, or in others.
  func list(_ columns: EventList.Columns? = nil) -> EventList {
    EventList(
      sheet: sheet,
      timeline: timeline,
      numbers: numbers,
      columns: columns ?? EventList.Columns(for: sheet)
    )
  }

  /// Whether there are so many events that each line of their list counts.
  var isLarge: Bool { entries.count + timeline.undated.count >= CompactList.least }

  /// Whether lists have two columns: where there is much to list, and on paper so wide that one line
  /// over all of it would be hard to follow.
  var isCompact: Bool { isLarge || sheet.style.page.width > sheet.style.page.height }

  /// Lists dated events, in two columns where there are very many or the paper is wide.
  func placeList(_ entries: [SheetEntry], in flow: inout PageFlow) {
    if isCompact {
      CompactList(list(), isTight: flow.isTight).place(entries, in: &flow)
    } else {
      list().place(entries, in: &flow)
    }
  }

  /// The document of the pages that are filled here.
  func scene(_ fill: (inout PageFlow) -> Void) -> Scene {
    var flow = PageFlow(sheet, runningHead: head.runningHead, keepsParts: !isLarge)
    fill(&flow)
    flow.mendLastPage()
    if entries.isEmpty, timeline.undated.isEmpty {
      flow.place(head.nothing(room: flow.room, key: emptyKey))
    }
    var pages = flow.takePages()
    for index in pages.indices {
      let number = head.pageNumber(index, of: pages.count)
      // Pages are many and have grown with room to spare, which nothing fills any more.
      pages[index].items.reserveCapacity(pages[index].items.count + number.count)
      pages[index].items += number
    }
    return Scene(metadata: metadata, pages: pages, outline: flow.outline)
  }

  /// The full texts of the events whose labels on a chart had to be cut.
  func placeFullTexts(_ cut: Set<Int>, in flow: inout PageFlow) {
    let shown = entries.filter { cut.contains($0.index) }
    guard !shown.isEmpty else { return }
    placeHeading("section.fulltext", above: shown, in: &flow)
    placeList(shown, in: &flow)
  }

  /// The events that could not be dated, in the columns of the list above them.
  func placeUndated(
    _ columns: EventList.Columns? = nil,
    in flow: inout PageFlow
  ) {
    guard !timeline.undated.isEmpty else { return }
    let title = sheet.labels.word("section.undated")
    let list = list(columns)
    let legend = undatedLegend(after: flow.explained)
    if isCompact {
      place(heading: title, in: &flow)
      CompactList(list, isTight: flow.isTight).place(undated: timeline.undated, in: &flow)
    } else {
      place(heading: title, before: list.opening(undated: timeline.undated, in: flow), in: &flow)
      list.place(undated: timeline.undated, in: &flow)
    }
    // Above a list that runs over pages it would explain signs that its first page has not.
    if legend.height > 0 { flow.place(repeated: legend, isNeeded: true) }
  }

  /// The articles behind the sheet.
  func placeSources(in flow: inout PageFlow) {
    guard !timeline.sources.isEmpty else { return }
    let list = sourceList(room: flow.room - headingRoom, isTight: flow.isTight)
    place(
      heading: sheet.labels.word("section.sources"),
      note: sheet.labels.count("count.listed", timeline.sources.count),
      before: list.height < SheetContents.wholeSources
        ? list.height + 15 : SheetContents.firstRoom,
      in: &flow
    )
    list.place(in: &flow)
  }

  /// Sources no higher than that are not parted.
  private static let wholeSources = 150.0

  /// The sources as wide as they can be set in what is left of a page.
  ///
  /// A few lines too many are better set tighter than left alone on the next.
  private func sourceList(room: Double, isTight: Bool) -> SourceList {
    let list = SourceList(timeline.sources, sheet: sheet, isCompact: isLarge || isTight)
    if list.fits(room) { return list }
    let columns = sheet.style.page.width > sheet.style.page.height ? [2, 3] : [2]
    return columns.lazy.map {
      SourceList(timeline.sources, sheet: sheet, isCompact: true, columns: $0)
    }.first { $0.fits(room) } ?? list
  }

  /// The height of the sources with their heading, set as tight as they can be.
  var leastSourcesHeight: Double {
    guard !timeline.sources.isEmpty else { return 0 }
    let list = SourceList(timeline.sources, sheet: sheet, isCompact: true)
    return headingRoom + list.height + 15
  }

  /// What a heading of one line takes with the rule above it.
  private var headingRoom: Double { sheet.style.text.heading.line + 25 }

  /// The signs the sheet uses.
  ///
  /// - Parameter hasBars: whether an axis shows the days that a date may lie in.
  func legend(axis: AxisSigns = [], hasEchoes: Bool = false, hasBars: Bool = true) -> Fragment {
    LegendSection(
      entries,
      undated: timeline.undated,
      axis: axis,
      hasEchoes: hasEchoes,
      hasBars: hasBars,
      sheet: sheet
    ).fragment
  }

  /// The signs of a page of a chart.
  ///
  /// - Parameter events: those of the page, by their places.
  func legend(of events: [Int], axis: AxisSigns, hasEchoes: Bool = false) -> Fragment {
    LegendSection(
      events.compactMap { entries.indices.contains($0) ? entries[$0] : nil },
      axis: axis,
      hasEchoes: hasEchoes,
      sheet: sheet
    ).fragment
  }

  /// The signs of events without a date that no legend before them explains.
  private func undatedLegend(after known: Set<String>) -> Fragment {
    LegendSection([], undated: timeline.undated, explained: known, sheet: sheet).fragment
  }

  /// The height of the legend of all events below a chart.
  var legendHeight: Double {
    let height = legend(axis: .all).height
    return height > 0 ? height + PageFlow.aboveLegend : 0
  }

  /// A rule and the heading of a section, with room for an entry below them.
  func placeHeading(_ key: String, in flow: inout PageFlow) {
    place(heading: sheet.labels.word(key), in: &flow)
  }

  /// Below a heading, the room for what may follow it on the page.
  static let firstRoom = 84.0

  /// A rule and the heading of a list of dated events, with room for the first of them.
  func placeHeading(_ key: String, above entries: [SheetEntry], in flow: inout PageFlow) {
    let room = isCompact ? SheetContents.firstRoom : list().opening(entries, in: flow)
    place(heading: sheet.labels.word(key), before: room, in: &flow)
  }

  /// A rule and a heading, with room for an entry below them; pages that the section runs over to
  /// begin with the heading once more.
  ///
  /// - Parameters:
  ///   - note: small words behind it.
  ///   - room: what must find room below it on the page.
  func place(
    heading title: String,
    note: String? = nil,
    before room: Double = firstRoom,
    in flow: inout PageFlow
  ) {
    let noteBlock = note.map { sheet.block($0, sheet.style.text.issue) }
    let noteWidth = noteBlock.map { sheet.size($0).width + 10 } ?? 0
    var block = sheet.block(title, sheet.style.text.heading)
    let widest = max(40, sheet.length - noteWidth)
    if sheet.size(block).width > widest || noteBlock == nil {
      block.width = widest
      block.maxLines = 3
    }
    let size = sheet.size(block)
    flow.continuation = Fragment()
    let isBelowRule = flow.endsInRule
    flow.skip(10)
    flow.reserve(size.height + min(room, flow.wholeRoom - size.height))
    var fragment = Fragment()
    if !flow.isFresh, !isBelowRule {
      fragment.items.append(head.rule(at: 0))
      fragment.height = 9
    }
    flow.mark(TextCleaning.untied(title), level: 0)
    fragment.items.append(SceneItem(group: "heading", .open(.heading2)))
    fragment.items.append(sheet.place(block, start: 0, y: fragment.height, group: "heading"))
    fragment.items.append(SceneItem(group: "heading", .close))
    if let noteBlock {
      let y = fragment.height + max(0, (sheet.style.text.heading.line - noteBlock.lineHeight) / 2)
      fragment.items.append(
        sheet.place(noteBlock, start: size.width + 10, y: y, group: "heading")
      )
    }
    fragment.height += size.height + 6
    flow.place(fragment)
    flow.continuation = continuation(of: title)
  }

  /// The heading of a section once more, above what the page before had no room for.
  private func continuation(of title: String) -> Fragment {
    var role = sheet.style.text.heading
    role.size *= 0.82
    role.line = (role.line * 0.86).rounded()
    let words = sheet.labels.word("continued", ["title": title])
    let block = sheet.block(words, role, width: sheet.length, maxLines: 1)
    return Fragment(
      items: [
        SceneItem(group: "continued", .open(.paragraph)),
        sheet.place(block, start: 0, y: 0, group: "continued"),
        SceneItem(group: "continued", .close),
      ],
      height: sheet.size(block).height + 5
    )
  }

  /// The day of the sheet, else that of its newest article: never the clock's.
  private var metadata: DocumentMetadata {
    let newest = timeline.sources.compactMap(\.published).max()
    let day = timeline.asOf ?? newest
    return DocumentMetadata(
      title: TextCleaning.cleaned(timeline.title),
      author: TextCleaning.cleaned(timeline.masthead),
      subject: TextCleaning.cleaned(timeline.subtitle ?? ""),
      created: "\(day?.description ?? "1970-01-01")T00:00:00Z",
      language: sheet.labels.language,
      direction: sheet.direction,
      figure: TextCleaning.cleaned(
        TextCleaning.untied(
          [timeline.title, head.summary(entries)].filter { !$0.isEmpty }.joined(separator: ": ")
        )
      ),
      logo: timeline.logo.map { TextCleaning.cleaned(logoWords($0)) }
    )
  }

  private func logoWords(_ logo: Picture) -> String {
    let name = logo.words.isEmpty ? timeline.masthead : logo.words
    return name.isEmpty
      ? sheet.labels.word("logo") : sheet.labels.word("logo.of", ["name": sheet.inset(name)])
  }
}
