public import Drawing
import NewsModel
public import Styles

/// Lays a timeline out in lanes under one ruler, a lane for each party that acts.
public struct LanesLayout: Layout {
  /// What reports and the command line call it.
  public static let name = "lanes"
  /// Its groups are parties.
  public static let namesCountries = true
  private let sheet: Sheet

  /// A layout in a style, in the words of a language, with the measures of a renderer's fonts.
  public init(style: Style, labels: SheetLabels, measurer: any TextMeasurer) {
    sheet = Sheet(style: style.onItsSide, labels: labels, measurer: measurer)
  }

  /// The pages of a timeline, as many as it needs.
  public func scene(of timeline: Timeline) -> Scene {
    let contents = SheetContents(timeline, sheet: sheet, listsEvents: false)
    let parties = PartyGroups(timeline: timeline, sheet: sheet)
    let groups = parties.groups(of: contents.entries, most: LaneChart.most)
    // A user's own table names no parties; the groups of its rows are types.
    guard groups.contains(where: { !$0.key.isEmpty }) else { return TypeLanes.scene(contents) }
    var places: [String: Int] = [:]
    for (place, group) in groups.enumerated() { places[group.key] = place }
    var lanes = LaneChart.Lanes(names: groups.map(\.name), count: contents.entries.count)
    for (place, group) in groups.enumerated() {
      for entry in group.entries {
        lanes.set(place, of: entry.index)
        for party in entry.event.parties {
          // Others share a lane, so that one cannot tell there who takes part.
          guard let other = places[parties.key(party)], other != place else { continue }
          lanes.add(echo: other, of: entry.index)
        }
      }
    }
    return LaneChart(contents: contents, lanes: lanes).scene
  }
}

/// Lays a timeline out in lanes under one ruler, a lane for each type of event.
public struct TypeLanesLayout: Layout {
  /// What reports and the command line call it.
  public static let name = "lanes-by-type"
  private let sheet: Sheet

  /// A layout in a style, in the words of a language, with the measures of a renderer's fonts.
  public init(style: Style, labels: SheetLabels, measurer: any TextMeasurer) {
    sheet = Sheet(style: style.onItsSide, labels: labels, measurer: measurer)
  }

  /// The pages of a timeline, as many as it needs.
  public func scene(of timeline: Timeline) -> Scene {
    TypeLanes.scene(SheetContents(timeline, sheet: sheet, listsEvents: false))
  }
}

/// Lanes by the types of events, the fullest first.
private enum TypeLanes {
  static func scene(_ contents: SheetContents) -> Scene {
    func typeName(_ entry: SheetEntry) -> String {
      contents.sheet.labels.type(entry.event.type.rawValue).name
    }
    var counts: [String: Int] = [:]
    for entry in contents.entries { counts[typeName(entry), default: 0] += 1 }
    let order = counts.keys.sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
    let isFull = order.count > LaneChart.most
    var names = Array(order.prefix(isFull ? LaneChart.most - 1 : order.count))
    if isFull { names.append(contents.sheet.labels.word("type.others")) }
    var places: [String: Int] = [:]
    for (place, name) in order.enumerated() { places[name] = min(place, names.count - 1) }
    var lanes = LaneChart.Lanes(names: names, count: contents.entries.count)
    for entry in contents.entries { lanes.set(places[typeName(entry)] ?? 0, of: entry.index) }
    return LaneChart(contents: contents, lanes: lanes).scene
  }
}
