import Chronology
import Lexicons
import NewsModel

extension Grounding {
  /// Units up to or from the reference, both ends included: «الأيام الثلاثة الماضية».
  func rolling(_ count: Int?, _ unit: TimeUnit, _ direction: Int) -> GroundedDate {
    let grain = self.grain(of: unit)
    if let count, unit == .hour, count >= 24 {
      return rolling((count + 23) / 24, .day, direction)
    }
    guard let count, unit >= .day else {
      var vague = resolve(.vague(direction))
      vague.kind = .period
      vague.grain = grain
      return vague
    }
    guard let reference, let other = moved(reference, by: direction * count, unit) else {
      return .unresolved(grain, Self.needsReference, basis: .article)
    }
    let days = direction < 0 ? other...max(other, reference) : min(reference, other)...other
    var result = GroundedDate(days, value: TimexValue.range(days), grain: grain, basis: .article)
    result.kind = .period
    return result
  }

  /// «قبل ثلاثة أيام» is a day; «قبل شهرين» keeps its unit and blurs the day by half a unit.
  func offset(_ count: Int, _ unit: TimeUnit, _ direction: Int) -> GroundedDate {
    let grain = self.grain(of: unit)
    if unit == .hour, count >= 24, count % 24 == 0 { return offset(count / 24, .day, direction) }
    // «قبل ثلاث ساعات»: of the same day, as far as a text without its hour can tell.
    if unit < .night, unit < .hour || count <= 12, let reference,
      direction < 0 || outlook == .future || outlook == .present
    {
      var result = GroundedDate(day: reference, basis: .article)
      result.modifier = .approx
      result.certain = false
      return result
    }
    guard unit >= .night else {
      var result = resolve(.vague(direction))
      result.grain = grain
      return result
    }
    guard let reference, let day = moved(reference, by: direction * count, unit) else {
      return .unresolved(grain, Self.needsReference, basis: .article)
    }
    return blurred(day, unit)
  }

  /// A day so many units away; `nil` outside the years 1 to 9999.
  func moved(_ day: CivilDate, by count: Int, _ unit: TimeUnit) -> CivilDate? {
    guard abs(count) < 100_000 else { return nil }
    switch unit {
    case .second, .minute, .hour: return nil
    case .night, .day: return day.adding(days: count)
    case .week: return day.adding(days: count * 7)
    case .month: return day.adding(months: count)
    case .quarter, .season: return day.adding(months: count * 3)
    case .year: return day.adding(months: count * 12)
    case .decade: return day.adding(months: count * 120)
    case .century: return day.adding(months: count * 1200)
    }
  }

  /// From the first day of one to the last of the other; what only one says holds for both.
  func range(_ first: DatePhrase, _ last: DatePhrase) -> GroundedDate {
    // «السنة المالية 2020/2021» is one year; where it is the calendar's, the two years are told.
    if case .fields(let fields) = first, fields.isFiscal, settings.fiscalYear.firstMonth > 1 {
      return resolve(first)
    }
    var end = resolve(last)
    guard let endDays = end.days else { return end }
    var start = resolve(shared(first, with: last, endingIn: endDays.upperBound))
    guard start.days != nil else { return start }
    overMidnight(&start, &end, first, last)
    guard let startDays = start.days, let endDays = end.days else { return start }
    guard startDays.lowerBound <= endDays.upperBound else {
      return .unresolved(end.grain, "the range ends before it begins", basis: end.basis)
    }
    let days = startDays.lowerBound...endDays.upperBound
    let value =
      start.value.flatMap { first in
        end.value.flatMap { last in
          first.contains("/") || last.contains("/") ? nil : "\(first)/\(last)"
        }
      } ?? TimexValue.range(days)
    var result = GroundedDate(days, value: value, grain: end.grain, basis: end.basis)
    result.kind = .period
    result.certain = start.certain && end.certain
    result.conflict = start.conflict ?? end.conflict
    return result
  }

  /// «من السابعة مساء حتى السادسة صباحا»: the second hour is the next morning's; where only the second
  /// has a day told, the first is of the evening before.
  private func overMidnight(
    _ start: inout GroundedDate,
    _ end: inout GroundedDate,
    _ first: DatePhrase,
    _ last: DatePhrase
  ) {
    guard case .day(let opening) = first, case .day(let closing) = last,
      let from = start.minutes?.lowerBound, let to = end.minutes?.lowerBound, to < from,
      start.days == end.days, !opening.tellsDay || !closing.tellsDay
    else { return }
    if closing.tellsDay {
      start.move(days: -1)
    } else {
      end.move(days: 1)
    }
  }

  /// «من آذار إلى أيار 2021»: the year of the second is that of the first too, or the one before
  /// when the months run over New Year.
  private func shared(
    _ first: DatePhrase,
    with last: DatePhrase,
    endingIn end: CivilDate
  ) -> DatePhrase {
    func dated(_ fields: DateFields) -> DateFields {
      guard fields.year == .unsaid, fields.calendar == .gregorian, let month = fields.month else {
        return fields
      }
      var copy = fields
      copy.direction = nil
      let isLater =
        month > end.month || (month == end.month && (fields.day ?? 1) > end.day)
      copy.year = .stated(isLater ? end.year - 1 : end.year)
      return copy
    }
    switch first {
    case .fields(let fields): return .fields(dated(fields))
    case .day(var day):
      if let date = day.date { day.date = dated(date) }
      guard case .day(let last) = last else { return .day(day) }
      // «من الاثنين إلى الخميس المقبل»: the last Monday before that Thursday.
      if day.date == nil, day.deictic == nil, day.weekdayDirection == nil, day.week == nil,
        let weekday = day.weekday, last.tellsDay
      {
        var dated = DayPhrase()
        let start = end.onOrBefore(weekday)
        dated.date = DateFields(day: start)
        dated.part = day.part
        dated.minute = day.minute
        return .day(dated)
      }
      // «بين الساعة 5 و6 مساء»: the part of the day holds for both hours.
      if day.minute != nil, last.minute != nil {
        if day.part == nil { day.part = last.part }
        if !day.tellsDay, last.tellsDay { day.date = DateFields(day: end) }
      }
      return .day(day)
    case .part(let part, .fields(let fields)): return .part(part, of: .fields(dated(fields)))
    default: return first
    }
  }
}
