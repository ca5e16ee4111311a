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
  let isStruck: Bool
  /// Whether sources disagree on the date.
  let isDisputed: Bool
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
    case (let first?, let last?): extent = first < last ? .span(first...last) : .day(first)
    }
    isStruck = event.status == .denied || event.status == .cancelled
    isDisputed = event.conflicts.count > 1
    isPlanned =
      event.status == .planned || event.status == .postponed || event.status == .hypothetical
    switch extent {
    case .until where isPlanned || event.type.rawValue == "deadline": fill = .flag
    case _ where isDisputed: fill = .split
    case _ where isPlanned: fill = .hollow
    case .span, .until, .since: fill = isStruck ? .solid : nil
    case .day: fill = .solid
    }
  }
}
