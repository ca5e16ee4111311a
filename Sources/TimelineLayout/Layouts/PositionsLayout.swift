public import Drawing
import NewsModel
public import Styles

/// Lays out who said what and when, word for word: by party, by the kind of saying, by date.
public struct PositionsLayout: Layout {
  /// What reports and the command line call it.
  public static let name = "positions"
  /// Its groups are parties.
  public static let namesCountries = true
  /// Sayings of every kind.
  public static let types: Set<String>? = [
    "statement", "announcement", "condemnation", "accusation", "demand", "rejection", "threat",
    "warning", "support", "invitation", "message", "mediation", "joint-statement",
  ]
  private let sheet: Sheet

  /// A layout in a style, in the words of a language, with the measures of a renderer's fonts.
  public init(style: Style, labels: SheetLabels, measurer: any TextMeasurer) {
    sheet = Sheet(style: style, labels: labels, measurer: measurer)
  }

  /// The pages of a timeline, as many as it needs.
  public func scene(of timeline: Timeline) -> Scene {
    var contents = SheetContents(timeline, sheet: sheet, listsEvents: true)
    contents.emptyKey = "empty.positions"
    let list = contents.list(EventList.Columns(for: sheet, marksMonths: false))
    return contents.scene { [contents] flow in
      flow.place(contents.head.fragment(entries: contents.entries))
      // Whoever reads the first signs must know them; the lists may run over many pages.
      if !contents.entries.isEmpty {
        flow.place(legend: contents.legend(hasBars: false))
      }
      let parties = PartyGroups(timeline: timeline, sheet: sheet)
      for group in parties.groups(of: contents.entries, most: .max) {
        let topics = topics(of: group.entries)
        flow.part { flow in
          contents.place(
            heading: group.name,
            note: sheet.labels.count("count.positions", group.entries.count),
            before: topics.count > 1
              ? SheetContents.firstRoom : list.opening(group.entries, in: flow),
            in: &flow
          )
          for topic in topics {
            // Each entry names its kind; a heading only sorts several.
            if topics.count > 1 { place(topic: topic.name, in: &flow) }
            list.place(topic.entries, in: &flow)
          }
        }
      }
      flow.part { contents.placeUndated(in: &$0) }
      flow.part { contents.placeSources(in: &$0) }
    }
  }

  /// The sayings by their kind, that of the most first.
  private func topics(of entries: [SheetEntry]) -> [(name: String, entries: [SheetEntry])] {
    var order: [String] = []
    var byType: [String: [SheetEntry]] = [:]
    for entry in entries {
      let name = sheet.labels.type(entry.event.type.rawValue).name
      if byType[name] == nil { order.append(name) }
      byType[name, default: []].append(entry)
    }
    let sorted = order.enumerated().sorted {
      let first = byType[$0.element]?.count ?? 0
      let second = byType[$1.element]?.count ?? 0
      return (second, $0.offset) < (first, $1.offset)
    }
    return sorted.map { ($0.element, byType[$0.element] ?? []) }
  }

  private func place(topic name: String, in flow: inout PageFlow) {
    let block = sheet.block(name, sheet.style.text.subtitle, width: sheet.length, maxLines: 2)
    let height = sheet.size(block).height
    flow.reserve(height + 70)
    flow.place(
      Fragment(
        items: [
          SceneItem(group: "topic", .open(.paragraph)),
          sheet.place(block, start: 0, y: 0, group: "topic"),
          SceneItem(group: "topic", .close),
        ],
        height: height + 4
      )
    )
  }
}
