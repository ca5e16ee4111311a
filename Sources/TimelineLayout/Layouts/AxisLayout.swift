public import Drawing
public import Styles

/// Lays a timeline out along a horizontal axis with labels on both sides, on paper turned on its
/// side; as many axes, one below the other, as the labels need.
public struct AxisLayout: Layout {
  /// What reports and the command line call it.
  public static let name = "timeline"
  private let sheet: Sheet

  /// A layout in a style, in the words of a language, with the measures of a renderer's fonts.
  public init(style: Style, labels: SheetLabels, measurer: any TextMeasurer) {
    sheet = Sheet(style: style.onItsSide, labels: labels, measurer: measurer)
  }

  /// The pages of a timeline, as many as it needs.
  public func scene(of timeline: Timeline) -> Scene {
    let contents = SheetContents(timeline, sheet: sheet, listsEvents: false)
    return contents.scene { flow in
      flow.place(contents.head.fragment(entries: contents.entries))
      if !contents.entries.isEmpty {
        let legendRoom = contents.legendHeight
        let chart = ChartSection(
          contents.entries,
          sheet: sheet,
          first: flow.room - ChartSection.gap - legendRoom,
          whole: flow.wholeRoom - legendRoom
        )
        flow.mark(sheet.labels.word("section.chart"), level: 0)
        chart.place(in: &flow, contents: contents)
        flow.part { contents.placeFullTexts(chart.cut, in: &$0) }
      }
      flow.part { contents.placeUndated(in: &$0) }
      flow.part { contents.placeSources(in: &$0) }
    }
  }
}

extension Style {
  /// The style on the wider side of its paper.
  var onItsSide: Style {
    guard page.height > page.width else { return self }
    var turned = self
    turned.page.width = page.height
    turned.page.height = page.width
    return turned
  }
}
