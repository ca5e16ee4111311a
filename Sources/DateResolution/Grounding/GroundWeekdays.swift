import Chronology
import Lexicons
import NewsModel

extension Grounding {
  /// «الثلاثاء 27»: the nearest day of that number and weekday, within three months.
  func numbered(_ weekday: Weekday, _ number: Int) -> CivilDate? {
    guard let reference else { return nil }
    for distance in 0...92 {
      for offset in distance == 0 ? [0] : [-distance, distance] {
        if let day = reference.adding(days: offset), day.day == number, day.weekday == weekday {
          return day
        }
      }
    }
    return nil
  }

  func bareWeekday(_ weekday: Weekday, _ direction: Int?) -> GroundedDate {
    guard let reference else {
      return .unresolved(.day, Self.needsReference, basis: .weekday)
    }
    let day: CivilDate
    switch direction {
    case .some(let direction) where direction < 0:
      day = reference.before(weekday).moved(days: direction < -1 ? -7 : 0)
    case .some(let direction) where direction > 0:
      day = reference.after(weekday).moved(days: direction > 1 ? 7 : 0)
    case .some:
      let start = settings.weekStarts ?? .monday
      day = reference.onOrBefore(start).onOrAfter(weekday)
    case .none:
      switch outlook {
      case .future, .present, .limit: day = reference.onOrAfter(weekday)
      case .past: day = reference.onOrBefore(weekday)
      case .open:
        switch settings.bareWeekday {
        case .past: day = reference.onOrBefore(weekday)
        case .future: day = reference.onOrAfter(weekday)
        case .nearest: day = nearest(weekday, to: reference)
        }
      }
    }
    return GroundedDate(day: day, basis: .weekday)
  }

  func nearest(_ weekday: Weekday, to day: CivilDate) -> CivilDate {
    let before = day.onOrBefore(weekday)
    let after = day.onOrAfter(weekday)
    return day.days(since: before) <= after.days(since: day) ? before : after
  }

  /// «الثلاثاء من الأسبوع المقبل».
  func weekday(_ weekday: Weekday, inWeek offset: Int) -> GroundedDate {
    guard let reference, let (days, _) = unit(.week, of: reference, offset: offset) else {
      return .unresolved(.day, Self.needsReference, basis: .article)
    }
    let day = days.lowerBound.onOrAfter(weekday)
    var result = GroundedDate(day: day, basis: .article)
    if settings.weekStarts == nil, reference.weekday.rawValue >= 6 {
      // As for the week itself: it may be the one that has just begun.
      result.certain = false
      result.alternatives = [day.moved(days: 7).description]
    }
    return result
  }

  /// «ليل الأحد–الاثنين» lies on both days.
  func night(from date: GroundedDate, _ day: CivilDate) -> GroundedDate {
    let days = day...day.moved(days: 1)
    var result = GroundedDate(
      days,
      value: TimexValue.range(days),
      grain: .day,
      basis: date.basis
    )
    result.kind = .period
    return result
  }

  /// «الثلاثاء الثالث من أيلول» is the third Tuesday where the third is none.
  func placedWeekday(_ phrase: DayPhrase, _ day: CivilDate) -> GroundedDate? {
    guard let weekday = phrase.weekday, phrase.hasOrdinal, phrase.deictic == nil,
      let fields = phrase.date, let number = fields.day, (1...5).contains(number),
      phrase.equivalent == nil, day.weekday != weekday, let name = fields.month,
      let year = year(of: day, in: fields.calendar),
      let month = self.month(fields.calendar, year, name)
    else { return nil }
    let placed = month.lowerBound.onOrAfter(weekday).moved(days: 7 * (number - 1))
    guard month.contains(placed) else { return nil }
    var result = GroundedDate(day: placed, basis: .article)
    if fields.calendar == .hijri { result.modifier = .approx }
    result.alternatives = [day.description]
    result.certain = false
    return result
  }
}
