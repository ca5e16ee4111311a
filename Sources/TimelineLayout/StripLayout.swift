public import Drawing
public import Styles

/// Lays a timeline out as one slide, 16:9: a line of words and one axis over the whole width.
///
/// What a slide cannot hold stands on slides behind it: more axes when one is too short, the full
/// texts of labels that were cut, what could not be dated, and the sources.
public struct StripLayout: Layout {
  /// What reports and the command line call it.
  public static let name = "strip"
  private let sheet: Sheet

  /// A layout in a style, in the words of a language, with the measures of a renderer's fonts.
  public init(style: Style, labels: SheetLabels, measurer: any TextMeasurer) {
    sheet = Sheet(style: style.asSlide, labels: labels, measurer: measurer)
  }

  /// The pages of a timeline, as many as it needs.
  public func scene(of timeline: Timeline) -> Scene {
    let contents = SheetContents(timeline, sheet: sheet, listsEvents: false)
    let entries = contents.entries
    return contents.scene { flow in
      flow.place(contents.head.slide(entries: entries))
      if !entries.isEmpty {
        let legendHeight =
          LegendSection(entries, hasBreaks: true, sheet: sheet).fragment.height + 16
        let room = flow.room - legendHeight
        let chart = ChartSection(slideOf: entries, sheet: sheet, height: room)
        flow.mark(sheet.labels.word("section.chart"), level: 0)
        for (index, row) in chart.rows.enumerated() {
          if index > 0 { flow.breakPage() }
          // The row stands in the middle of what the slide leaves.
          let spare = flow.room - (index == chart.rows.count - 1 ? legendHeight : 0) - row.height
          flow.skip(max(0, min(spare / 2, 40)))
          flow.place(row)
        }
        contents.placeLegend(hasBreaks: chart.hasBreaks, in: &flow)
        let isMore =
          !chart.cut.isEmpty || !timeline.undated.isEmpty || !timeline.sources.isEmpty
        if isMore { flow.breakPage() }
        contents.placeFullTexts(chart.cut, in: &flow)
      }
      contents.placeUndated(in: &flow)
      contents.placeSources(in: &flow)
    }
  }
}

extension Style {
  /// The style on 16:9; one that is made for slides stays as it is.
  fileprivate var asSlide: Style {
    guard page.width < page.height * 1.7 else { return self }
    var slide = self
    slide.page.width = 720
    slide.page.height = 405
    slide.page.top = min(page.top, 26)
    slide.page.bottom = min(page.bottom, 36)
    slide.page.side = min(page.side, 36)
    return slide
  }
}
