import Chronology
import Lexicons
import NewsModel

extension Grounding {
  /// «في وقت سابق من هذا العام»: the part of a unit before or after the reference.
  func modified(_ modifier: DateModifier, _ inner: DatePhrase) -> GroundedDate {
    var result = resolve(inner)
    result.modifier = modifier
    guard let days = result.days, let reference, days.contains(reference) else { return result }
    result.days =
      modifier == .before ? days.lowerBound...reference : reference...days.upperBound
    return result
  }

  /// What is left of a unit from the reference on, that day included.
  func rest(of inner: DatePhrase) -> GroundedDate {
    let whole = resolve(inner)
    guard let days = whole.days, let reference else { return whole }
    guard days.contains(reference) else { return whole }
    let left = reference...days.upperBound
    var result = GroundedDate(
      left,
      value: TimexValue.range(left),
      grain: whole.grain,
      basis: .article
    )
    result.kind = .period
    return result
  }

  /// The n-th weekday of a unit; 99 is the last.
  func nthWeekday(_ number: Int, _ weekday: Weekday, of inner: DatePhrase) -> GroundedDate {
    let whole = resolve(inner)
    guard let days = whole.days else { return whole }
    let day =
      number == 99
      ? days.upperBound.onOrBefore(weekday)
      : days.lowerBound.onOrAfter(weekday).moved(days: 7 * (number - 1))
    guard days.contains(day) else {
      return .unresolved(.day, "there is no such \(weekday)", basis: whole.basis)
    }
    return GroundedDate(day: day, basis: whole.basis)
  }

  /// The n-th day of a unit; 99 is the last.
  func nthDay(_ number: Int, of inner: DatePhrase) -> GroundedDate {
    let whole = resolve(inner)
    guard let days = whole.days else { return whole }
    let day = number == 99 ? days.upperBound : days.lowerBound.moved(days: number - 1)
    guard days.contains(day) else {
      return .unresolved(.day, "there is no day \(number) in it", basis: whole.basis)
    }
    return GroundedDate(day: day, basis: whole.basis)
  }

  /// A day of the month told last, else of the current one.
  func dayOfSameMonth(_ number: Int) -> GroundedDate {
    guard let told = antecedentMonth?.days?.lowerBound ?? reference else {
      return .unresolved(.day, "counts from another date of the text", basis: .narrative)
    }
    guard let day = CivilDate(year: told.year, month: told.month, day: number) else {
      return .unresolved(.day, "there is no such day in that month", basis: .narrative)
    }
    var result = GroundedDate(day: day, basis: antecedentMonth == nil ? .article : .narrative)
    result.certain = antecedentMonth == nil
    return result
  }

  /// «يوم 25 الماضي»: the latest or the next day of that number.
  func numberedDay(_ number: Int, _ direction: Int) -> GroundedDate {
    guard let reference else { return .unresolved(.day, Self.needsReference, basis: .article) }
    for step in 0...3 {
      guard let month = reference.adding(months: direction * step),
        let day = CivilDate(year: month.year, month: month.month, day: number)
      else { continue }
      if direction < 0 ? day < reference : day > reference {
        return GroundedDate(day: day, basis: .article)
      }
    }
    return .unresolved(.day, "there is no day \(number) near the reference", basis: .article)
  }

  /// The last two days of a week: Saturday and Sunday where it starts on Monday, Friday and Saturday where
  /// on Sunday.
  func weekend(_ offset: Int) -> GroundedDate {
    guard let reference, let (week, _) = unit(.week, of: reference, offset: 0) else {
      return .unresolved(.day, Self.needsReference, basis: .article)
    }
    var first = week.upperBound.moved(days: -1)
    // «المقبلة» is the first to begin after the reference, «الماضية» the last that is over.
    if offset > 0 {
      first = first.moved(days: 7 * (first > reference ? offset - 1 : offset))
    } else if offset < 0 {
      first = first.moved(days: 7 * offset)
    }
    let days = first...first.moved(days: 1)
    var result = GroundedDate(days, value: TimexValue.range(days), grain: .day, basis: .article)
    result.kind = .period
    result.certain = settings.weekStarts != nil
    return result
  }

  /// «الألفية الثالثة»: as newsrooms count, from 2000.
  func millennium(_ number: Int) -> GroundedDate {
    guard let first = CivilDate(year: max(1, (number - 1) * 1000), month: 1, day: 1),
      let last = CivilDate(year: number * 1000 - 1, month: 12, day: 31)
    else { return .unresolved(.century, "there is no such millennium", basis: .explicit) }
    return GroundedDate(
      first...last,
      value: "\(number - 1)XXX",
      grain: .century,
      basis: .explicit
    )
  }

  /// One day of a feast of several.
  func feastDay(
    _ number: Int,
    _ occasion: DateLexicon.Occasion,
    _ year: YearReference
  ) -> GroundedDate {
    let feast = self.occasion(occasion, year)
    guard let days = feast.days else { return feast }
    var result = GroundedDate(day: days.lowerBound.moved(days: number - 1), basis: .holiday)
    result.modifier = feast.modifier
    result.certain = feast.certain
    return result
  }

  /// «الأحد ثالث أيام عيد الفطر»: the weekday tells what the moon left open; a day either way.
  func weekday(_ weekday: Weekday, of feast: DatePhrase) -> GroundedDate? {
    guard let days = resolve(feast).days else { return nil }
    let first = days.lowerBound.moved(days: -1)
    let day = first.onOrAfter(weekday)
    return day <= days.upperBound.moved(days: 1) ? GroundedDate(day: day, basis: .holiday) : nil
  }
}
