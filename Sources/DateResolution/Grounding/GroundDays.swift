import Chronology
import Lexicons
import NewsModel

extension Grounding {
  /// A day told in any of its ways; contradictions between them are kept, never settled silently.
  func day(_ phrase: DayPhrase) -> GroundedDate {
    if let week = phrase.week, let weekday = phrase.weekday {
      return timed(self.weekday(weekday, inWeek: week), phrase)
    }
    var result = plainDay(phrase)
    guard let day = result.days?.lowerBound else { return result }
    if phrase.spansNight { return night(from: result, day) }
    if let placed = placedWeekday(phrase, day) { return timed(placed, phrase) }
    if let weekday = phrase.weekday, phrase.date != nil || phrase.deictic != nil,
      day.weekday != weekday, result.grain == .day
    {
      let other = nearest(weekday, to: day)
      result.conflict = "\(day) is a \(day.weekday), the text says \(weekday)"
      result.certain = false
      result.alternatives.append(other.description)
    }
    if let equivalent = phrase.equivalent {
      compare(&result, with: equivalent)
    }
    return timed(result, phrase)
  }

  private func plainDay(_ phrase: DayPhrase) -> GroundedDate {
    if let date = phrase.date {
      // Of a Hijri date and its Gregorian equal, the Gregorian one is exact.
      if let equivalent = phrase.equivalent, date.calendar != .gregorian,
        equivalent.calendar == .gregorian, equivalent.day != nil
      {
        return calendarDay(equivalent, weekday: phrase.weekday)
      }
      let day = calendarDay(date, weekday: phrase.weekday)
      // «ليلة 15 شعبان» is the evening before: the Hijri day begins at sunset.
      if date.calendar == .hijri, phrase.part == .night, phrase.weekday == nil,
        let eve = day.days?.lowerBound.adding(days: -1)
      {
        var result = GroundedDate(day: eve, basis: day.basis)
        result.modifier = day.modifier
        return result
      }
      return day
    }
    if let deictic = phrase.deictic {
      guard let reference, let day = reference.adding(days: deictic) else {
        return .unresolved(.day, Self.needsReference, basis: .article)
      }
      return GroundedDate(day: day, basis: .article)
    }
    if let weekday = phrase.weekday, let number = phrase.numbered,
      let day = numbered(weekday, number)
    {
      return GroundedDate(day: day, basis: .weekday)
    }
    if let weekday = phrase.weekday, phrase.isNarrative, let told = antecedentDay?.days {
      var there = self
      there.reference = told.lowerBound
      var day = there.bareWeekday(weekday, phrase.weekdayDirection)
      day.basis = .narrative
      return day
    }
    if let weekday = phrase.weekday { return bareWeekday(weekday, phrase.weekdayDirection) }
    // A part of a day or a clock time alone is of the day the sentence or the text stands on.
    if let sentenceDay { return GroundedDate(day: sentenceDay, basis: .narrative) }
    guard let reference else {
      return .unresolved(.day, Self.needsReference, basis: .article)
    }
    var result = GroundedDate(day: reference, basis: .article)
    result.certain = false
    return result
  }

  /// The two calendars of an equation must tell days no more than one apart.
  private func compare(_ result: inout GroundedDate, with equivalent: DateFields) {
    let other = calendarDay(equivalent, weekday: nil)
    guard let day = result.days?.lowerBound, let second = other.days?.lowerBound else { return }
    if equivalent.calendar == .gregorian, day == second { return }
    if abs(day.days(since: second)) > 1 {
      result.conflict = "\(day) and \(second) are told as one day"
      result.certain = false
      result.alternatives.append(second.description)
    }
  }

  // MARK: Dates of a calendar

  /// A day and month, with or without a year, in any calendar.
  func calendarDay(_ fields: DateFields, weekday: Weekday?) -> GroundedDate {
    guard let month = fields.month, var dayNumber = fields.day else { return self.fields(fields) }
    if let other = fields.otherMonth, other != month {
      var result = calendarDay(fields.with(otherMonth: nil), weekday: weekday)
      var second = fields.with(otherMonth: nil)
      second.month = other
      result.conflict = "the two month names are months \(month) and \(other)"
      result.certain = false
      if let value = calendarDay(second, weekday: weekday).value {
        result.alternatives.append(value)
      }
      return result
    }
    let candidates = years(for: fields) { year in
      date(fields.calendar, year, month, dayNumber == 99 ? 1 : dayNumber)
    }
    guard let (year, isStated) = candidates else {
      return .unresolved(.day, impossible(fields), basis: .explicit)
    }
    if dayNumber == 99 { dayNumber = monthLength(fields.calendar, year, month) }
    guard fields.calendar != .hijri || dayNumber <= monthLength(.hijri, year, month),
      let day = date(fields.calendar, year, month, dayNumber)
    else {
      return .unresolved(.day, impossible(fields, year: year), basis: .explicit)
    }
    if let other = yearOf(weekday, fields, day, isStated: isStated) { return other }
    var result = GroundedDate(day: day, basis: isStated ? .explicit : .article)
    if fields.calendar == .hijri, let shifted = day.adding(days: settings.hijriShift) {
      result = GroundedDate(day: shifted, basis: result.basis)
      // Moon sightings differ from the table by a day either way.
      result.alternatives = [-1, 1].compactMap { shifted.adding(days: $0)?.description }
      result.modifier = .approx
    }
    return result
  }

  /// «السبت 21/9» in February: where the nearest such day is half a year away and none of that weekday,
  /// the one on the other side of the reference that is one.
  private func yearOf(
    _ weekday: Weekday?,
    _ fields: DateFields,
    _ day: CivilDate,
    isStated: Bool
  ) -> GroundedDate? {
    guard let weekday, day.weekday != weekday, !isStated, fields.direction == nil,
      fields.year == .unsaid, fields.calendar == .gregorian, let reference,
      abs(day.days(since: reference)) > 120, let month = fields.month, let number = fields.day,
      let other = CivilDate(
        year: day.year + (day < reference ? 1 : -1),
        month: month,
        day: number
      ), other.weekday == weekday
    else { return nil }
    var result = GroundedDate(day: other, basis: .article)
    result.certain = false
    result.alternatives = [day.description]
    return result
  }

  /// The year of a date: said, or found by direction and nearness.
  ///
  /// - Returns: the year in the fields' calendar, and whether the text said it.
  func years(
    for fields: DateFields,
    of day: (Int) -> CivilDate?
  ) -> (year: Int, isStated: Bool)? {
    switch fields.year {
    case .stated(let year) where fields.calendar == .hijri && year > 1600:
      return hijriYear(inGregorian: year, of: day).map { ($0, true) }
    case .stated(let year): return (year, true)
    case .relative(let offset):
      guard let reference, let now = year(of: reference, in: fields.calendar) else { return nil }
      return (now + offset, false)
    case .same:
      guard let told = antecedent?.days?.lowerBound ?? reference,
        let year = year(of: told, in: fields.calendar)
      else { return nil }
      return (year, false)
    case .unsaid: break
    }
    if let clauseYear, fields.calendar == .gregorian, fields.direction == nil {
      return (clauseYear, true)
    }
    guard let reference, let now = year(of: reference, in: fields.calendar) else { return nil }
    let days = (now - 8...now + 8).compactMap { year in day(year).map { (year, $0) } }
    let past = days.last { $0.1 <= reference }
    let strictlyPast = days.last { $0.1 < reference }
    let future = days.first { $0.1 > reference }
    let onOrAfter = days.first { $0.1 >= reference }
    switch fields.direction {
    case .some(let direction) where direction < 0:
      return strictlyPast.map { ($0.0 + direction + 1, false) }
    case .some(let direction) where direction > 0:
      return future.map { ($0.0 + direction - 1, false) }
    case .some: return (now, false)
    case .none: break
    }
    let nearest: (Int, CivilDate)?
    switch settings.yearless {
    case .past: nearest = past
    case .future: nearest = onOrAfter
    case .nearest:
      nearest = days.min { lhs, rhs in
        let left = abs(lhs.1.days(since: reference))
        let right = abs(rhs.1.days(since: reference))
        return left != right ? left < right : lhs.1 < rhs.1
      }
      // Tense goes before nearness.
      if outlook == .limit, let past, reference.days(since: past.1) <= Self.justPast {
        return (past.0, false)
      }
      if outlook == .future || outlook == .limit, let onOrAfter { return (onOrAfter.0, false) }
      if outlook == .past, let past { return (past.0, false) }
    }
    return nearest.map { ($0.0, false) }
  }

  /// How many days a limit without a year may lie behind before the next one is meant.
  private static let justPast = 45

  /// «رمضان 2020»: the Hijri year whose Ramadan begins in 2020.
  private func hijriYear(inGregorian year: Int, of day: (Int) -> CivilDate?) -> Int? {
    guard let start = CivilDate(year: year, month: 1, day: 1),
      let hijri = HijriCalendar.hijri(of: start)?.hijri.year
    else { return nil }
    return (hijri...hijri + 1).first { day($0)?.year == year }
  }

  private func impossible(_ fields: DateFields, year: Int? = nil) -> String {
    guard let month = fields.month, let day = fields.day else { return Self.needsReference }
    if case .unsaid = fields.year, reference == nil { return Self.needsReference }
    guard let year else { return Self.needsReference }
    let length = monthLength(fields.calendar, year, month)
    let name = TimexValue.month(month, year: year)
    return length == 0
      ? "there is no month \(month) in the \(fields.calendar.rawValue) year \(year)"
      : "there is no day \(day) in \(name) (\(fields.calendar.rawValue)): it has \(length) days"
  }

  // MARK: Times of day

  /// The day with the part or minute that was told.
  private func timed(_ date: GroundedDate, _ phrase: DayPhrase) -> GroundedDate {
    var result = date
    if let modifier = phrase.modifier { result.modifier = modifier }
    guard let day = date.value else { return result }
    if var minute = phrase.minute {
      minute = Self.minute24(minute, phrase.part)
      result.kind = .time
      result.grain = .minute
      result.minutes = minute...minute
      result.value = "\(day)T\(TimexValue.clock(minute))"
      return result
    }
    if let part = phrase.part {
      result.kind = .time
      result.grain = .part
      result.value = "\(day)T\(part.rawValue)"
    }
    return result
  }

  /// A clock of twelve hours on that of twenty-four.
  static func minute24(_ minute: Int, _ part: DayPart?) -> Int {
    let hour = minute / 60
    switch part {
    case nil: return minute
    case .afternoon, .evening: return hour < 12 ? minute + 720 : minute
    case .noon: return hour < 10 ? minute + 720 : minute
    case .night:
      if hour == 12 { return minute - 720 }
      return hour >= 6 && hour < 12 ? minute + 720 : minute
    case .dawn, .morning: return hour == 12 && part == .morning ? minute - 720 : minute
    }
  }
}

extension DateFields {
  func with(otherMonth: Int?) -> DateFields {
    var copy = self
    copy.otherMonth = otherMonth
    return copy
  }
}
