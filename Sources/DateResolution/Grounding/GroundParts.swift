import Chronology
import Lexicons
import NewsModel

// A part of a stretch of time: its beginning, its second half, one of its weeks.
extension Grounding {
  /// A first, middle or last part; the words are graded as newsrooms use them.
  func part(_ part: UnitPart, of inner: DatePhrase) -> GroundedDate {
    var result = partOfThisMonth(part, of: inner) ?? resolve(inner)
    guard let whole = result.days else { return result }
    result.modifier = part.modifier
    result.days = narrowed(whole, result.grain, part)
    return result
  }

  /// «مطلع حزيران الماضي» told late in June is of this June: its days are past, the month is not.
  private func partOfThisMonth(_ part: UnitPart, of inner: DatePhrase) -> GroundedDate? {
    guard case .fields(var fields) = inner, let direction = fields.direction, abs(direction) == 1,
      fields.calendar == .gregorian, fields.year == .unsaid, fields.day == nil, let reference,
      fields.month == reference.month
    else { return nil }
    fields.direction = nil
    fields.year = .stated(reference.year)
    var result = self.fields(fields)
    guard let whole = result.days else { return nil }
    let days = narrowed(whole, .month, part)
    guard direction < 0 ? days.upperBound < reference : days.lowerBound > reference else {
      return nil
    }
    result.basis = .article
    return result
  }

  private func narrowed(
    _ days: ClosedRange<CivilDate>,
    _ grain: Grain,
    _ part: UnitPart
  ) -> ClosedRange<CivilDate> {
    let first = days.lowerBound
    let last = days.upperBound
    func span(_ from: Int, _ through: Int) -> ClosedRange<CivilDate> {
      let start = min(last, first.moved(days: from))
      return start...max(start, min(last, first.moved(days: through)))
    }
    func months(_ from: Int, _ count: Int) -> ClosedRange<CivilDate> {
      let start = min(last, first.adding(months: from) ?? first)
      let end = (first.adding(months: from + count) ?? last).moved(days: -1)
      return start...max(start, min(last, end))
    }
    let length = last.days(since: first)
    switch (grain, part) {
    case (.week, .opening), (.week, .early): return span(0, 1)
    case (.week, .middle): return span(settings.weekStarts == nil ? 1 : 2, 4)
    // Where the week's first day is not known, its end is the weekend of either: Thursday to Sunday.
    case (.week, _): return span(settings.weekStarts == nil ? length - 3 : length - 1, length)
    case (.month, .opening): return span(0, 4)
    case (.month, .early): return span(0, 9)
    case (.month, .middle): return span(10, 19)
    case (.month, .close): return span(length - 4, length)
    case (.month, .late): return span(20, length)
    case (.year, .opening): return months(0, 1)
    case (.year, .early): return months(0, 3)
    case (.year, .middle): return months(5, 2)
    case (.year, .close): return months(11, 1)
    case (.year, .late): return months(9, 3)
    case (.decade, .opening), (.decade, .early): return months(0, 48)
    case (.decade, .middle): return months(48, 36)
    case (.decade, _): return months(84, 36)
    default:
      // Any other span falls into thirds.
      let third = (length + 1) / 3
      switch part {
      case .opening, .early: return span(0, max(0, third - 1))
      case .middle: return span(third, max(third, length - third))
      case .close, .late: return span(length - third + 1, length)
      }
    }
  }

  /// A numbered part of a unit.
  func slice(_ slice: Slice, of inner: DatePhrase) -> GroundedDate {
    let whole = resolve(inner)
    guard let days = whole.days else { return whole }
    let first = days.lowerBound
    let last = days.upperBound
    let isYear = whole.grain == .year
    let year = first.year
    var value: String?
    var part: ClosedRange<CivilDate>?
    var grain = Grain.half
    switch slice {
    case .quarter(let number):
      let quarter = number == 99 ? 4 : number
      grain = .quarter
      part =
        isYear ? CalendarUnits.quarter(quarter, year: year) : fraction(quarter - 1, 4, of: days)
      value = isYear ? TimexValue.quarter(quarter, year: year) : nil
    case .half(let number):
      part =
        isYear
        ? CalendarUnits.half(number, year: year)
        : whole.grain == .month
          ? (number == 1 ? first...first.moved(days: 14) : first.moved(days: 15)...last)
          : fraction(number - 1, 2, of: days)
      value = isYear ? TimexValue.half(number, year: year) : nil
    case .third(let number):
      let third = number == 99 ? 3 : number
      part =
        whole.grain == .month
        ? first.moved(
          days: (third - 1) * 10
        )...(third == 3 ? last : first.moved(days: third * 10 - 1))
        : fraction(third - 1, 3, of: days)
    case .decade(let number):
      grain = .decade
      let start = first.year + 10 * ((number == 99 ? 10 : number) - 1)
      guard whole.grain == .century, let decade = CalendarUnits.decade(startingIn: start),
        decade.lowerBound <= last
      else { break }
      part = decade
      value = TimexValue.decade(start)
    case .leading(let count, let unit):
      grain = self.grain(of: unit)
      part = moved(first, by: count, unit).map { first...min(last, $0.moved(days: -1)) }
    case .trailing(let count, let unit):
      grain = self.grain(of: unit)
      part = moved(last.moved(days: 1), by: -count, unit).map { max(first, $0)...last }
    case .week(let number) where isYear && number < 99:
      // The weeks of a year have the numbers of ISO 8601; of the first and last, the days within it.
      grain = .week
      guard let week = CalendarUnits.isoWeek(number, year: year), week.upperBound >= first else {
        break
      }
      part = max(first, week.lowerBound)...min(last, week.upperBound)
      value = TimexValue.week(of: week.lowerBound)
    case .week(let number):
      grain = .week
      let start = number == 99 ? last.moved(days: -6) : first.moved(days: (number - 1) * 7)
      part = start <= last ? start...min(last, start.moved(days: 6)) : nil
    }
    guard let part else {
      return .unresolved(
        grain,
        "there is no such part of \(whole.value ?? "it")",
        basis: whole.basis
      )
    }
    var result = GroundedDate(
      part,
      value: value ?? TimexValue.range(part),
      grain: grain,
      basis: whole.basis
    )
    result.kind = value == nil ? .period : .date
    if whole.modifier == .approx { result.modifier = .approx }
    return result
  }

  private func fraction(
    _ index: Int,
    _ parts: Int,
    of days: ClosedRange<CivilDate>
  ) -> ClosedRange<CivilDate>? {
    let length = days.upperBound.days(since: days.lowerBound) + 1
    let from = length * index / parts
    let to = length * (index + 1) / parts - 1
    guard from <= to else { return nil }
    return days.lowerBound.moved(days: from)...days.lowerBound.moved(days: to)
  }
}
