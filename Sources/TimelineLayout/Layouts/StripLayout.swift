public import Drawing
public import Styles

/// Lays a timeline out as one slide, 16:9: a line of words and one axis over the whole width.
///
/// What a slide cannot hold stands on slides behind it: more axes when one is too short, the full
/// texts of labels that were cut, what could not be dated, and the sources.
public struct StripLayout: Layout {
  /// What reports and the command line call it.
  public static let name = "strip"
  /// The slides it may be, the one with the largest type first.
  private let sheets: [Sheet]

  /// A layout in a style, in the words of a language, with the measures of a renderer's fonts.
  public init(style: Style, labels: SheetLabels, measurer: any TextMeasurer) {
    sheets = style.asSlides.map { Sheet(style: $0, labels: labels, measurer: measurer) }
  }

  /// The pages of a timeline, as many as it needs.
  public func scene(of timeline: Timeline) -> Scene {
    // Nor could one slide of large type hold what takes several of small.
    for sheet in sheets.dropLast() where timeline.events.count <= 36 {
      // Larger type is better as long as one slide holds all.
      if let scene = scene(of: timeline, on: sheet, mostSlides: 1) { return scene }
    }
    guard let last = sheets.last, let scene = scene(of: timeline, on: last, mostSlides: .max)
    else { return SheetContents(timeline, sheet: sheets[0], listsEvents: false).scene { _ in } }
    return scene
  }

  /// The slides on some paper; `nil` when the chart takes more than so many.
  private func scene(of timeline: Timeline, on sheet: Sheet, mostSlides: Int) -> Scene? {
    let contents = SheetContents(timeline, sheet: sheet, listsEvents: false)
    let entries = contents.entries
    var isTooLong = false
    let scene = contents.scene { flow in
      flow.place(contents.head.slide(entries: entries))
      if !entries.isEmpty {
        let legendHeight =
          LegendSection(entries, undated: timeline.undated, axis: .all, sheet: sheet)
          .fragment.height + 16
        // Labels that touch the rule of the head would seem to hang from it.
        let lead = 9.0
        let room = flow.room - legendHeight - lead
        let chart = ChartSection(slideOf: entries, sheet: sheet, height: room)
        guard chart.rows.count <= mostSlides else {
          isTooLong = true
          return
        }
        flow.mark(sheet.labels.word("section.chart"), level: 0)
        for (index, row) in chart.rows.enumerated() {
          if index > 0 { flow.breakPage() }
          // The row stands in the middle of what the slide leaves.
          let spare = flow.room - legendHeight - row.height
          let gap = max(index == 0 ? lead : 0, min(spare / 2, 60))
          flow.place(Fragment(items: [], height: gap))
          flow.place(row.drawing.fragment)
          let isLast = index == chart.rows.count - 1
          let legend = contents.legend(
            of: row.events,
            axis: row.axisSigns.union(chart.ofSeveral)
          )
          if index == 0 || isLast {
            flow.place(legend: legend)
          } else {
            flow.place(repeated: legend)
          }
        }
        // Lists begin on a slide of their own; a few sources may stand below the chart.
        if !chart.cut.isEmpty || !timeline.undated.isEmpty { flow.breakPage() }
        flow.part { contents.placeFullTexts(chart.cut, in: &$0) }
      }
      flow.part { contents.placeUndated(in: &$0) }
      flow.part { contents.placeSources(in: &$0) }
    }
    return isTooLong ? nil : scene
  }
}

extension Style {
  /// The style on 16:9; one that is made for slides stays as it is.
  fileprivate var asSlides: [Style] {
    guard page.width < page.height * 1.7 else { return [self] }
    return [Size(width: 720, height: 405), Size(width: 960, height: 540)].map { size in
      var slide = self
      slide.page.width = size.width
      slide.page.height = size.height
      slide.page.top = min(page.top, 26)
      slide.page.bottom = min(page.bottom, 36)
      slide.page.side = min(page.side, 36)
      return slide
    }
  }
}
