import Chronology
import NewsModel

/// A date as TimelineJS has it: a start and an end of which only the year must be told.
struct TimelineDays {
  /// Year, month and day, as far as they are told.
  typealias Fields = (year: Int, month: Int?, day: Int?)

  let start: Fields
  let end: Fields?

  /// The date of an event; `nil` when it has none.
  init?(_ date: EventDate) {
    guard let days = DrawnDays(date) else { return nil }
    let first = days.first.fields
    let last = days.last.fields
    let isClosed = date.span.earliest != nil && date.span.latest != nil
    let monthEnd = CivilDate.days(inMonth: last.month, year: last.year)
    // A month or a year is told as such, not as all of its days: the chart blurs it by that.
    let isMonths = first.day == 1 && last.day == monthEnd
    if isClosed, date.span.grain >= .year, isMonths, first.month == 1, last.month == 12 {
      start = (first.year, nil, nil)
      end = first.year == last.year ? nil : (last.year, nil, nil)
    } else if isClosed, date.span.grain >= .month, isMonths {
      start = (first.year, first.month, nil)
      let isOne = first.year == last.year && first.month == last.month
      end = isOne ? nil : (last.year, last.month, nil)
    } else {
      start = (first.year, first.month, first.day)
      end = days.first == days.last ? nil : (last.year, last.month, last.day)
    }
  }
}
