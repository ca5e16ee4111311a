public import Drawing
public import Styles

/// Lays a timeline out as a briefing sheet: head, chart, legend, the list of events, who disagrees,
/// what comes next, what could not be dated, and the sources.
public struct BriefingLayout: Layout {
  /// What reports and the command line call it.
  public static let name = "briefing"
  private let sheet: Sheet

  /// A layout in a style, in the words of a language, with the measures of a renderer's fonts.
  public init(style: Style, labels: SheetLabels, measurer: any TextMeasurer) {
    sheet = Sheet(style: style, labels: labels, measurer: measurer)
  }

  /// The pages of a timeline, as many as it needs.
  public func scene(of timeline: Timeline) -> Scene {
    let contents = SheetContents(timeline, sheet: sheet, listsEvents: true)
    let entries = contents.entries
    return contents.scene { flow in
      flow.place(contents.head.fragment(entries: entries))
      if !entries.isEmpty {
        let legendRoom = contents.legendHeight
        let room = flow.room - ChartSection.gap - legendRoom
        flow.mark(sheet.labels.word("section.chart"), level: 0)
        if entries.count >= OverviewChart.least,
          let chart = OverviewChart(entries, sheet: sheet, height: room)
        {
          flow.skip(ChartSection.gap / 2)
          flow.place(chart.fragment)
          flow.place(legend: contents.legend(axis: chart.axisSigns))
        } else {
          let chart = ChartSection(
            entries,
            sheet: sheet,
            first: room,
            whole: flow.wholeRoom - legendRoom
          )
          chart.place(in: &flow, contents: contents)
        }
      }
      let past = entries.filter { !$0.isNext }
      if !past.isEmpty {
        flow.part {
          contents.placeHeading("section.events", above: past, in: &$0)
          contents.placeList(past, in: &$0)
        }
      }
      flow.part { contents.placeDisputes(in: &$0) }
      let next = entries.filter(\.isNext)
      if !next.isEmpty {
        flow.part {
          contents.placeHeading("section.next", above: next, in: &$0)
          contents.placeList(next, in: &$0)
        }
      }
      flow.part { contents.placeUndated(in: &$0) }
      flow.part { contents.placeChanges(in: &$0) }
      flow.part { contents.placeSources(in: &$0) }
    }
  }
}
