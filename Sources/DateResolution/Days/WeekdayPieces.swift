import ArabicText
import Chronology
import Lexicons

extension DayComposer {
  /// «الأسبوع المقبل» before a weekday: «الأسبوع المقبل، يوم الجمعة».
  mutating func takeWeek(at index: Int, in reader: borrowing PhraseReader) -> Int? {
    guard index == start, let (week, end) = weekOffset(at: index, in: reader) else { return nil }
    var next = end
    if reader.mark(next) == .comma { next += 1 }
    guard reader.continuesPlain(next) else { return nil }
    let at = isDayNoun(next, in: reader) ? next + 1 : next
    guard reader.role(at) == .weekday, reader.continuesPlain(at) else { return nil }
    phrase.week = week
    return end
  }

  /// «الأسبوع المقبل», «هذا الأسبوع» as weeks after the current one.
  func weekOffset(at index: Int, in reader: borrowing PhraseReader) -> (Int, end: Int)? {
    let isThis = reader.role(index) == .this && reader.word(index).procliticLetters == 0
    let at = isThis ? index + 1 : index
    let noun = reader.word(at)
    guard noun.role == .unit, noun.value == TimeUnit.week.rawValue,
      noun.flags.contains(.definite), !noun.flags.contains(.plural), !noun.flags.contains(.dual)
    else { return nil }
    if let direction = reader.direction(at: at + 1) { return (direction.value, direction.end) }
    return isThis ? (0, at + 1) : nil
  }

  mutating func takeWeekday(at index: Int, in reader: borrowing PhraseReader) -> Int? {
    guard phrase.weekday == nil, other == nil else { return nil }
    var at = index
    // «هذا الجمعة», «هذا يوم الجمعة»: of this week.
    let isThis = reader.role(at) == .this && index == start
    if isThis { at += 1 }
    let hasNoun =
      isDayNoun(at, in: reader) && !reader.word(at).flags.contains(.plural)
      && !reader.word(at).flags.contains(.dual)
    if hasNoun { at += 1 }
    guard at == index || reader.continuesPlain(at) else { return nil }
    if isThis, reader.role(at) != .weekday { return nil }
    let word = reader.word(at)
    switch word.role {
    case .weekday: break
    case .weekdayTypo:
      guard
        hasNoun || pieces > 0 || phrase.part != nil
          || reader.direction(at: at + 1) != nil || reader.isNumber(at + 1)
      else { return nil }
      isTypo = true
    case .weekdayBare:
      isBare = !hasNoun
      if isBare, reader.tokens.count != 1, weekOffset(at: at + 1, in: reader) == nil { return nil }
    default: return nil
    }
    guard let weekday = Weekday(rawValue: Int(word.value)) else { return nil }
    phrase.weekday = weekday
    var end = at + Int(word.length)
    if isThis { phrase.weekdayDirection = 0 }
    if let night = nightEnd(at: end, from: weekday, in: reader) {
      phrase.spansNight = true
      return night
    }
    if reader.role(end) == .from, reader.word(end).length == 1, reader.continuesPlain(end),
      let (week, after) = weekOffset(at: end + 1, in: reader)
    {
      phrase.week = week
      return after
    }
    // «ثلاثاء الأسبوع المقبل».
    if word.role == .weekdayBare, let (week, after) = weekOffset(at: end, in: reader),
      reader.continuesPlain(end)
    {
      phrase.week = week
      isBare = false
      return after
    }
    if let direction = reader.direction(at: end) {
      phrase.weekdayDirection = direction.value
      end = direction.end
    } else if reader.role(end) == .following, reader.continuesPlain(end),
      reader.word(end).flags.contains(.definite)
    {
      phrase.weekdayDirection = Int(reader.word(end).value)
      phrase.isNarrative = true
      end += 1
    } else if reader.role(end) == .recent, reader.continuesPlain(end) {
      phrase.weekdayDirection = -1
      end += 1
    }
    if let day = bareDay(at: end, in: reader) {
      phrase.numbered = day
      return end + 1
    }
    if let (number, after) = bareOrdinal(at: end, weekday: word, in: reader) {
      if number > 5 {
        phrase.numbered = number
      } else if pieces == 0 {
        other = .nthWeekday(number, weekday, of: .relative(.month, offset: 0))
      } else {
        return closing(end, from: index, in: reader)
      }
      return after
    }
    return closing(end, from: index, in: reader)
  }

  /// «الأحد السابع عشر», «الأحد الأول»: an ordinal behind a weekday at the end of its clause.
  ///
  /// «للسبت الرابع على التوالي» and «الجمعة السابعة» count weeks of something.
  private func bareOrdinal(
    at index: Int,
    weekday: DateWord,
    in reader: borrowing PhraseReader
  ) -> (Int, end: Int)? {
    guard phrase.weekdayDirection == nil, phrase.part == nil, weekday.preposition != .lam,
      reader.continuesPlain(index), let number = reader.ordinal(at: index),
      number.isDefinite
        || number.value > 10,
      number.end > index, (1...31).contains(number.value),
      !reader.word(index).flags.contains(.feminine)
    else { return nil }
    guard reader.continues(number.end) else { return (number.value, number.end) }
    switch reader.mark(number.end) {
    case .comma, .stop, .closeBracket, .semicolon: return (number.value, number.end)
    default: return nil
    }
  }

  /// «الثلاثاء 27،»: a day's number and nothing that it could count.
  private func bareDay(at index: Int, in reader: borrowing PhraseReader) -> Int? {
    guard phrase.weekdayDirection == nil, reader.continues(index), reader.digitCount(index) <= 2,
      let day = reader.digits(index), (1...31).contains(day)
    else { return nil }
    guard reader.continues(index + 1) else { return day }
    switch reader.mark(index + 1) {
    case .comma, .stop, .closeBracket, .semicolon:
      return reader.gap(index + 1) == .glued && reader.gap(index + 2) != .glued ? day : nil
    default: return nil
    }
  }

  /// «ليل الأحد–الاثنين»: a dash or slash and the next weekday behind the night of one.
  private func nightEnd(
    at index: Int,
    from weekday: Weekday,
    in reader: borrowing PhraseReader
  ) -> Int? {
    guard phrase.part == .night, reader.continues(index), reader.continuesPlain(index + 1),
      reader.mark(index) == .dash || reader.mark(index) == .slash,
      reader.role(index + 1) == .weekday,
      Int(reader.word(index + 1).value) == weekday.rawValue % 7 + 1
    else { return nil }
    return index + 2
  }
}
