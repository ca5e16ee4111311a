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
