import ArabicText
import Lexicons

/// From one time to another: «من آذار إلى أيار 2021», «بين عامي 2003 و2011», «من الاثنين إلى الخميس»,
/// «2014-2017».
struct RangeRule: DateRule {
  var name: String { "range" }
  var starts: [DateWordClass] { [.from, .between, .unit, .this, .ordinal] }
  var startsWithNumber: Bool { true }
  /// What can stand at either end.
  let ends: [any DateRule]

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    if reader.isNumber(index) {
      return Self.yearSpan(at: index, in: reader) ?? dateSpan(at: index, in: reader)
    }
    switch reader.role(index) {
    case .unit, .this: return weekSpan(at: index, in: reader)
    case .ordinal: return dateSpan(at: index, in: reader)
    default: break
    }
    let isBetween = reader.role(index) == .between
    guard reader.word(index).length == 1, reader.continues(index + 1),
      let first = longest(at: index + 1, in: reader)
    else { return nil }
    if !isBetween, let span = unitSpan(from: first, at: index, in: reader) { return span }
    guard let link = link(at: first.end, isBetween: isBetween, in: reader),
      let second = longest(at: link, in: reader) ?? hour(at: link, after: first, in: reader)
    else { return nil }
    if first.rule == "spelled-year" || second.rule == "spelled-year",
      !isYearSpan(first, second, in: reader)
    {
      return nil
    }
    var last = second.phrase
    // «من 22 شوال حتى 29 منه».
    if case .dayOfSameMonth(let number) = last, case .day(let day) = first.phrase,
      var date = day.date
    {
      date.day = number
      var end = DayPhrase()
      end.date = date
      last = .day(end)
    }
    return Reading(
      phrase: .range(first.phrase, last),
      start: index,
      end: second.end,
      rule: name
    )
  }

  /// «الأسبوع المقبل بين الأربعاء والجمعة»: weekdays of a week that is told before them.
  private func weekSpan(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    let composer = DayComposer(start: index)
    guard let (week, end) = composer.weekOffset(at: index, in: reader) else { return nil }
    let governor = reader.role(end)
    guard reader.continuesPlain(end), governor == .between || governor == .from,
      reader.word(end).length == 1,
      let span = read(at: end, in: reader),
      case .range(.day(var first), .day(var last)) = span.phrase,
      Self.isPlainWeekday(first), Self.isPlainWeekday(last)
    else { return nil }
    first.week = week
    last.week = week
    return Reading(phrase: .range(.day(first), .day(last)), start: index, end: span.end, rule: name)
  }

  private static func isPlainWeekday(_ day: DayPhrase) -> Bool {
    day.weekday != nil && day.date == nil && day.deictic == nil && day.weekdayDirection == nil
      && day.week == nil && day.minute == nil
  }

  /// «من العام الحالي للعام المقبل»: ل ties two units of one kind.
  private func unitSpan(
    from first: Reading,
    at index: Int,
    in reader: borrowing PhraseReader
  ) -> Reading? {
    guard case .relative(let unit, let from) = first.phrase, reader.continues(first.end),
      reader.word(first.end).preposition == .lam, reader.unitWord(first.end) == unit,
      let second = longest(at: first.end, in: reader),
      case .relative(let last, let to) = second.phrase, last == unit, from < to
    else { return nil }
    return Reading(
      phrase: .range(first.phrase, second.phrase),
      start: index,
      end: second.end,
      rule: name
    )
  }

  private func link(at index: Int, isBetween: Bool, in reader: borrowing PhraseReader) -> Int? {
    guard reader.continues(index) else { return nil }
    if isBetween {
      if reader.isLetter(LetterCode.waw, at: index) { return index + 1 }
      if reader.isJoinedArticle(index) { return index }
      return reader.word(index).flags.contains(.conjoined) ? index : nil
    }
    switch reader.role(index) {
    case .to: return index + 1
    case .until: return index + 1
    default: return nil
    }
  }

  /// Two years in words are a span where the second is later, not round, and counts nothing.
  private func isYearSpan(
    _ first: Reading,
    _ second: Reading,
    in reader: borrowing PhraseReader
  ) -> Bool {
    guard case .fields(let start) = first.phrase, case .fields(let end) = second.phrase,
      case .stated(let from) = start.year, case .stated(let to) = end.year, from < to
    else { return false }
    return to % 100 != 0
      && (!reader.continues(second.end) || reader.mark(second.end) != .none
        || reader.role(second.end) == .inside)
  }

  /// «بين الساعة 5 و6 مساء»: behind a clock time the second hour stands bare.
  private func hour(
    at index: Int,
    after first: Reading,
    in reader: borrowing PhraseReader
  ) -> Reading? {
    guard case .day(let start) = first.phrase, start.minute != nil, !start.tellsDay,
      let time = reader.hourAndMinute(at: index, isBracketed: false)
    else { return nil }
    var day = DayPhrase()
    day.minute = min(time.hour * 60 + time.minute, 24 * 60 - 1)
    var end = time.end
    if reader.continuesPlain(end), reader.role(end) == .dayPart {
      let part = Int(reader.word(end).value)
      if part < DayPart.allCases.count { day.part = DayPart.allCases[part] }
      end += Int(reader.word(end).length)
    }
    return Reading(phrase: .day(day), start: index, end: end, rule: "clock-time")
  }

  private func longest(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    var best: Reading?
    for rule in ends {
      if let reading = rule.read(at: index, in: reader), reading.end > best?.end ?? index {
        best = reading
      }
    }
    // «من ألفين إلى ألفين وأربعة عشر».
    if best == nil, reader.role(index) == .cardinal, reader.word(index).value >= 1000,
      let year = reader.year(at: index, inWords: true), (1900...2100).contains(year.value)
    {
      var fields = DateFields()
      fields.year = .stated(year.value)
      return Reading(phrase: .fields(fields), start: index, end: year.end, rule: "spelled-year")
    }
    if best == nil, let year = reader.year(at: index), (1800...2100).contains(year.value) {
      var fields = DateFields()
      fields.year = .stated(year.value)
      return Reading(phrase: .fields(fields), start: index, end: year.end, rule: "year")
    }
    return best
  }

  /// «28 أفريل إلى 3 ماي 2017», «12 يناير 2016 - 22 يناير 2016»: two dates tied without «من».
  private func dateSpan(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    let days = DayRule()
    guard let first = days.read(at: index, in: reader), case .day(let start) = first.phrase,
      start.date != nil, start.minute == nil, start.date?.month != nil, reader.continues(first.end),
      reader.role(first.end) == .to || reader.role(first.end) == .until
        || reader.mark(first.end) == .dash,
      reader.continues(first.end + 1), reader.word(first.end + 1).procliticLetters == 0,
      let second = days.read(at: first.end + 1, in: reader),
      case .day(let end) = second.phrase, let last = end.date,
      last.calendar == start.date?.calendar
    else { return nil }
    return Reading(
      phrase: .range(first.phrase, second.phrase),
      start: index,
      end: second.end,
      rule: name
    )
  }

  /// The year behind the dash; «2020-21» leaves its century out.
  private static func secondYear(
    at index: Int,
    after first: Int,
    in reader: borrowing PhraseReader
  ) -> (value: Int, isHijri: Bool?, end: Int)? {
    if let year = reader.year(at: index) { return year }
    guard let digits = reader.digits(index), reader.digitCount(index) == 2,
      digits == (first + 1) % 100, reader.gap(index) == .glued
    else { return nil }
    return (first + 1, nil, index + 1)
  }

  /// «2014-2017»: two years joined by a dash.
  static func yearSpan(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    guard let first = reader.year(at: index), first.end == index + 1,
      reader.mark(index + 1) == .dash || reader.mark(index + 1) == .slash,
      let second = secondYear(at: index + 2, after: first.value, in: reader),
      reader.gap(index + 1) <= .space,
      (1900...2100).contains(first.value)
        || ((1300...1500).contains(first.value) && second.isHijri == true),
      first.value < second.value, second.value - first.value <= 60,
      reader.gap(index) != .glued || reader.mark(index - 1) == .openBracket,
      reader.gap(second.end) != .glued
        || [.closeBracket, .comma, .stop, .none].contains(reader.mark(second.end))
    else { return nil }
    var start = DateFields()
    start.year = .stated(first.value)
    var end = DateFields()
    end.year = .stated(second.value)
    if first.value < 1900 {
      start.calendar = .hijri
      end.calendar = .hijri
    }
    return Reading(
      phrase: .range(.fields(start), .fields(end)),
      start: index,
      end: second.end,
      rule: "year-range"
    )
  }
}
