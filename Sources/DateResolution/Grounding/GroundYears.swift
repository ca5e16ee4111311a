import Chronology
import NewsModel

/// Years that are told by their beginning: «العام الجديد», «العام الدراسي المقبل».
extension Grounding {
  /// «الجديد» is the year whose first day is nearest, whether it has begun or not; a school year is
  /// told from the days it is held on, for nobody means one of them in the summer between two.
  func begunYear(_ fields: DateFields, _ offset: Int, from day: CivilDate) -> GroundedDate {
    guard let now = year(of: day, in: fields.calendar) else {
      return .unresolved(.year, Self.needsReference, basis: .article)
    }
    let spans = (now - 3...now + 3).compactMap { year in
      days(of: fields, in: year).map { (year, $0) }
    }
    let found: (Int, ClosedRange<CivilDate>)?
    if fields.isNew {
      found = spans.min { lhs, rhs in
        abs(lhs.1.lowerBound.days(since: day)) < abs(rhs.1.lowerBound.days(since: day))
      }
    } else if offset < 0 {
      found = spans.last { $0.1.upperBound < day }
    } else if offset > 0 {
      found = spans.first { $0.1.lowerBound > day }
    } else {
      found = spans.first { $0.1.upperBound >= day }
    }
    guard let (year, days) = found else {
      return .unresolved(.year, Self.needsReference, basis: .article)
    }
    let isCalendarYear = days == self.year(.gregorian, year)
    let value =
      fields.isSchool
      ? "\(TimexValue.year(year))/\(TimexValue.year(year + 1))"
      : isCalendarYear ? TimexValue.year(year) : TimexValue.range(days)
    var result = GroundedDate(days, value: value, grain: .year, basis: .article)
    if fields.isSchool { result.kind = .period }
    // Schools and treasuries begin when their country says.
    result.certain =
      !fields.isSchool && (!fields.isFiscal || settings.fiscalYear != .auto)
    return result
  }

  private func days(of fields: DateFields, in year: Int) -> ClosedRange<CivilDate>? {
    if fields.calendar != .gregorian { return self.year(fields.calendar, year) }
    if fields.isSchool {
      // September to June, as in most of the Arab world.
      guard let first = CivilDate(year: year, month: 9, day: 1),
        let last = CivilDate(year: year + 1, month: 6, day: 30)
      else { return nil }
      return first...last
    }
    let month = fields.isFiscal ? settings.fiscalYear.firstMonth : 1
    guard let first = CivilDate(year: year, month: month, day: 1),
      let next = first.adding(months: 12), let last = next.adding(days: -1)
    else { return nil }
    return first...last
  }
}
