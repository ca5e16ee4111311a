import Chronology
public import Drawing
import NewsModel
public import Styles

/// Lays a timeline out downwards, day by day under the names of months, as a diary reads.
public struct AgendaLayout: Layout {
  /// What reports and the command line call it.
  public static let name = "agenda"
  private let sheet: Sheet

  /// A layout in a style, in the words of a language, with the measures of a renderer's fonts.
  public init(style: Style, labels: SheetLabels, measurer: any TextMeasurer) {
    sheet = Sheet(style: style, labels: labels, measurer: measurer)
  }

  /// The pages of a timeline, as many as it needs.
  public func scene(of timeline: Timeline) -> Scene {
    let contents = SheetContents(timeline, sheet: sheet, listsEvents: true)
    return contents.scene { flow in
      flow.place(contents.head.fragment(entries: contents.entries))
      // Whoever reads the first signs must know them; the lists may run over many pages.
      if !contents.entries.isEmpty {
        flow.place(legend: contents.legend(hasBars: false))
      }
      let next = contents.entries.filter(\.isNext)
      // No month stands above the days to come: they are told in full, and one line runs down all lists.
      let full = EventList.Columns(for: sheet, marksMonths: false)
      let columns = EventList.Columns(
        date: next.isEmpty ? 84 : full.date - 2,
        tells: .day,
        marksMonths: false
      )
      let list = contents.list(columns)
      place(contents.entries.filter { !$0.isNext }, contents, list, in: &flow)
      if !next.isEmpty {
        let list = contents.list(full)
        flow.part { flow in
          contents.place(
            heading: sheet.labels.word("section.next"),
            before: list.opening(next, in: flow),
            in: &flow
          )
          list.place(next, in: &flow)
        }
      }
      flow.part { contents.placeUndated(columns, in: &$0) }
      flow.part { contents.placeSources(in: &$0) }
    }
  }

  private func place(
    _ entries: [SheetEntry],
    _ contents: SheetContents,
    _ list: EventList,
    in flow: inout PageFlow
  ) {
    var rest = entries[...]
    while let first = rest.first {
      let month = first.month
      let group = rest.prefix { $0.month == month }
      rest = rest.dropFirst(group.count)
      let day = first.look.extent.days.lowerBound
      flow.part { flow in
        contents.place(
          heading: sheet.words.month(day.month, year: day.year),
          note: sheet.labels.count("count.events", group.count),
          before: list.opening(Array(group), in: flow),
          in: &flow
        )
        list.place(Array(group), in: &flow)
      }
    }
  }
}
