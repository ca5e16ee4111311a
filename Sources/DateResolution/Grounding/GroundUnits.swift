import Chronology
import Lexicons
import NewsModel

extension Grounding {
  /// A month, a year, or both.
  func fields(_ fields: DateFields) -> GroundedDate {
    if fields.day != nil { return calendarDay(fields, weekday: nil) }
    guard let month = fields.month else { return yearOnly(fields) }
    guard let (year, isStated) = monthYear(fields, month) else {
      return .unresolved(.month, Self.needsReference, basis: .article)
    }
    guard let days = self.month(fields.calendar, year, month) else {
      return .unresolved(.month, "there is no month \(month) in \(year)", basis: .explicit)
    }
    let value =
      fields.calendar == .gregorian
      ? TimexValue.month(month, year: year) : TimexValue.range(days)
    var result = GroundedDate(
      days,
      value: value,
      grain: .month,
      basis: isStated ? .explicit : .article
    )
    if fields.calendar == .hijri { result.modifier = .approx }
    if let other = fields.otherMonth, other != month {
      result.conflict = "the two month names are months \(month) and \(other)"
      result.certain = false
      result.alternatives = [TimexValue.month(other, year: year)]
    }
    return result
  }

  /// Months are counted whole: «الماضي» in July is never July itself.
  private func monthYear(_ fields: DateFields, _ month: Int) -> (year: Int, isStated: Bool)? {
    // «ستتصاعد خلال شهر رمضان», written in Ramadan: the one that has begun.
    if fields.calendar == .hijri, fields.year == .unsaid, fields.direction == nil, let reference,
      let now = HijriCalendar.hijri(of: reference)?.hijri, now.month == month
    {
      return (now.year, false)
    }
    if fields.calendar != .gregorian || fields.year != .unsaid {
      return years(for: fields) { date(fields.calendar, $0, month, 1) }
    }
    if let clauseYear, fields.direction == nil { return (clauseYear, true) }
    guard let reference else { return nil }
    let now = reference.year * 12 + reference.month - 1
    let candidates = (-3...3).map { (reference.year + $0) * 12 + month - 1 }
    let past = candidates.last { $0 < now }
    let future = candidates.first { $0 > now }
    let chosen: Int?
    switch fields.direction {
    case .some(let direction) where direction < 0: chosen = past.map { $0 + 12 * (direction + 1) }
    case .some(let direction) where direction > 0:
      chosen = future.map { $0 + 12 * (direction - 1) }
    case .some: chosen = reference.year * 12 + month - 1
    case .none:
      switch settings.yearless {
      case .past: chosen = candidates.last { $0 <= now }
      case .future: chosen = candidates.first { $0 >= now }
      case .nearest:
        switch outlook {
        case .future: chosen = candidates.first { $0 >= now }
        case .past: chosen = candidates.last { $0 <= now }
        // «حتى يوليو» in August is the month just over.
        case .limit: chosen = candidates.first { $0 >= now - 1 }
        case .present, .open:
          chosen = candidates.min { (abs($0 - now), $0) < (abs($1 - now), $1) }
        }
      }
    }
    return chosen.map { ($0 / 12, false) }
  }

  private func yearOnly(_ fields: DateFields) -> GroundedDate {
    let value: Int
    var basis = TemporalBasis.explicit
    switch fields.year {
    case .stated(let year): value = year
    case .relative(let offset):
      guard let reference else {
        return .unresolved(.year, Self.needsReference, basis: .article)
      }
      if fields.isNew || fields.isSchool { return begunYear(fields, offset, from: reference) }
      guard let now = year(of: reference, in: fields.calendar) else {
        return .unresolved(.year, Self.needsReference, basis: .article)
      }
      value = now + offset
      basis = .article
    case .same:
      guard let told = antecedent?.days?.lowerBound,
        let now = year(of: told, in: fields.calendar)
      else { return .unresolved(.year, "counts from another date of the text", basis: .narrative) }
      value = now
      basis = .narrative
    case .unsaid: return .unresolved(.year, "no year said", basis: .explicit)
    }
    if fields.isFiscal, fields.calendar == .gregorian { return fiscalYear(value, basis) }
    guard let days = year(fields.calendar, value) else {
      return .unresolved(.year, "there is no year \(value)", basis: .explicit)
    }
    let text = fields.calendar == .gregorian ? TimexValue.year(value) : TimexValue.range(days)
    return GroundedDate(days, value: text, grain: .year, basis: basis)
  }

  /// A fiscal year, named by the year it begins in.
  private func fiscalYear(_ year: Int, _ basis: TemporalBasis) -> GroundedDate {
    let month = settings.fiscalYear.firstMonth
    guard let first = CivilDate(year: year, month: month, day: 1),
      let next = first.adding(months: 12), let last = next.adding(days: -1)
    else { return .unresolved(.year, "there is no year \(year)", basis: .explicit) }
    let days = first...last
    var result = GroundedDate(
      days,
      value: month == 1 ? TimexValue.year(year) : TimexValue.range(days),
      grain: .year,
      basis: basis
    )
    result.certain = settings.fiscalYear != .auto
    return result
  }

  /// The last, current or next of a unit.
  func relative(_ unit: TimeUnit, _ offset: Int) -> GroundedDate {
    let grain = self.grain(of: unit)
    guard let reference, let (days, value) = self.unit(unit, of: reference, offset: offset) else {
      return .unresolved(grain, Self.needsReference, basis: .article)
    }
    var result = GroundedDate(days, value: value, grain: grain, basis: .article)
    if unit == .season {
      result.certain = false
      result.kind = .period
    }
    if unit == .week, settings.weekStarts == nil, reference.weekday.rawValue >= 6 {
      // On a weekend, the week that began on Saturday or Sunday may be meant.
      result.certain = false
      if let other = reference.adding(days: (offset + 1) * 7) {
        result.alternatives = [TimexValue.week(of: other)]
      }
    }
    return result
  }

  /// A whole unit so many units away from the one that holds a day.
  func unit(
    _ unit: TimeUnit,
    of day: CivilDate,
    offset: Int
  ) -> (ClosedRange<CivilDate>, value: String)? {
    switch unit {
    case .second, .minute, .hour: return nil
    case .night, .day:
      guard let target = day.adding(days: offset) else { return nil }
      return (target...target, target.description)
    case .week:
      guard let target = day.adding(days: offset * 7),
        let days = CalendarUnits.week(of: target, startingOn: settings.weekStarts ?? .monday)
      else { return nil }
      // ISO names a week by its Thursday, whichever day it starts on.
      return (days, TimexValue.week(of: days.lowerBound.moved(days: 3)))
    case .month:
      guard let target = day.adding(months: offset),
        let days = CalendarUnits.month(target.month, year: target.year)
      else { return nil }
      return (days, TimexValue.month(target.month, year: target.year))
    case .quarter:
      guard let target = day.adding(months: offset * 3) else { return nil }
      let quarter = (target.month + 2) / 3
      guard let days = CalendarUnits.quarter(quarter, year: target.year) else { return nil }
      return (days, TimexValue.quarter(quarter, year: target.year))
    case .season:
      // «الموسم الماضي»: seasons of sport and theatre run from July to June.
      // «الموسم المقبل» in July is the one about to begin.
      let isAbout = day.month == 7 && offset > 0
      let year = (day.month >= 7 && !isAbout ? day.year : day.year - 1) + offset
      guard let first = CivilDate(year: year, month: 7, day: 1),
        let last = CivilDate(year: year + 1, month: 6, day: 30)
      else { return nil }
      return (first...last, "\(TimexValue.year(year))/\(TimexValue.year(year + 1))")
    case .year:
      guard let days = CalendarUnits.year(day.year + offset) else { return nil }
      return (days, TimexValue.year(day.year + offset))
    case .decade:
      let first = (day.year / 10 + offset) * 10
      guard let days = CalendarUnits.decade(startingIn: first) else { return nil }
      return (days, TimexValue.decade(first))
    case .century:
      let number = day.year / 100 + 1 + offset
      guard let days = CalendarUnits.century(number) else { return nil }
      return (days, TimexValue.century(number))
    }
  }

  /// The n-th day of the last, current or next month.
  func dayOfMonth(_ day: Int, _ offset: Int) -> GroundedDate {
    guard let reference, let month = reference.adding(months: offset) else {
      return .unresolved(.day, Self.needsReference, basis: .article)
    }
    let length = CivilDate.days(inMonth: month.month, year: month.year)
    let number = day == 99 ? length : day
    guard let date = CivilDate(year: month.year, month: month.month, day: number) else {
      let name = TimexValue.month(month.month, year: month.year)
      return .unresolved(
        .day,
        "there is no day \(number) in \(name): it has \(length) days",
        basis: .article
      )
    }
    return GroundedDate(day: date, basis: .article)
  }

  /// A decade by its first year.
  func decade(_ year: Int) -> GroundedDate {
    guard let days = CalendarUnits.decade(startingIn: year) else {
      return .unresolved(.decade, "there is no such decade", basis: .explicit)
    }
    return GroundedDate(days, value: TimexValue.decade(year), grain: .decade, basis: .explicit)
  }

  /// A century by its number.
  func century(_ number: Int) -> GroundedDate {
    guard let days = CalendarUnits.century(number) else {
      return .unresolved(.century, "there is no such century", basis: .explicit)
    }
    return GroundedDate(days, value: TimexValue.century(number), grain: .century, basis: .explicit)
  }

  /// «الشهر نفسه من العام الماضي».
  func sameMonth(_ year: YearReference) -> GroundedDate {
    guard let told = antecedentMonth?.days?.lowerBound else {
      return .unresolved(.month, "counts from another date of the text", basis: .narrative)
    }
    var fields = DateFields()
    fields.month = told.month
    fields.year = year
    var date = self.fields(fields)
    date.basis = .narrative
    return date
  }

  /// A day or unit told from the one the text told last.
  func narrative(_ unit: TimeUnit, _ offset: Int) -> GroundedDate {
    let grain = self.grain(of: unit)
    let source = unit <= .day ? antecedentDay : unit <= .month ? antecedentMonth : antecedent
    guard let narrative = source?.whole else {
      return .unresolved(grain, "counts from another date of the text", basis: .narrative)
    }
    let from = offset > 0 ? narrative.upperBound : narrative.lowerBound
    guard let (days, value) = self.unit(unit, of: from, offset: offset) else {
      return .unresolved(grain, "counts from another date of the text", basis: .narrative)
    }
    return GroundedDate(days, value: value, grain: grain, basis: .narrative)
  }
}
