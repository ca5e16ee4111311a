import Chronology
import Drawing
import NewsModel
import Styles

/// How an event looks on the chart: by its family, and by how sure it is.
struct EventLook: Hashable {
  /// What is known of the days.
  enum Extent: Hashable {
    /// One day.
    case day(CivilDate)
    /// Some day of a span.
    case span(ClosedRange<CivilDate>)
    /// A last day and no first.
    case until(CivilDate)
    /// A first day and no last.
    case since(CivilDate)

    /// The first and the last day that are known.
    var days: ClosedRange<CivilDate> {
      switch self {
      case .day(let day), .until(let day), .since(let day): day...day
      case .span(let span): span
      }
    }
  }

  let family: String
  let style: FamilyStyle
  let extent: Extent
  /// The fill of the sign; `nil` where the hatched bar is sign enough.
  let fill: MarkFill?
  let status: EventStatus
  /// Whether it is crossed out: denied or cancelled.
  let isStruck: Bool
  /// Whether sources disagree on the date.
  let isDisputed: Bool
  /// Whether sources disagree on whether it happened.
  let isContested: Bool
  /// Whether its date was told as «about» that day or span.
  let isApproximate: Bool
  let isPlanned: Bool

  /// The look of an event; `nil` when nothing is known of its date.
  init?(_ event: Event, labels: SheetLabels, style: Style) {
    family = labels.type(event.type.rawValue).family
    self.style = style.family(family)
    let span = event.date.span
    switch (span.earliest, span.latest) {
    case (nil, nil): return nil
    case (let first?, nil): extent = .since(first)
    case (nil, let last?): extent = .until(last)
    // A deadline is its last day, however long the time before it.
    case (_, let last?) where event.type.rawValue == "deadline": extent = .until(last)
    case (let first?, let last?): extent = first < last ? .span(first...last) : .day(first)
    }
    status = event.status
    isStruck = EventLook.isStruck(status)
    isDisputed = event.dateReadings.count > 1
    isContested = event.conflicts.contains { $0.status != nil }
    isPlanned = status == .planned || status == .postponed || status == .hypothetical
    isApproximate = span.modifier == .approx
    switch extent {
    case .until where isPlanned || event.type.rawValue == "deadline": fill = .flag
    case _ where isDisputed || isContested: fill = .split
    case .span, .until, .since: fill = status == .occurred ? nil : EventLook.fill(of: status)
    case .day: fill = EventLook.fill(of: status)
    }
  }

  /// Whether its sign has the shape of its family; flags and bars have their own.
  var showsShape: Bool { fill != nil && fill != .flag }

  /// Whether the sign of what was denied or cancelled is crossed out.
  static func isStruck(_ status: EventStatus) -> Bool {
    status == .denied || status == .cancelled
  }

  /// The fill that tells how far an event has come.
  static func fill(of status: EventStatus) -> MarkFill {
    switch status {
    case .occurred, .denied: .solid
    case .planned, .cancelled: .hollow
    case .postponed: .barred
    case .hypothetical: .dashed
    case .ongoing: .haloed
    case .recurring: .ringed
    case .unclear: .low
    }
  }
}
