import ArabicText
import Lexicons

/// A day with its month: «28 تموز 2021», «السابع من الشهر الماضي», «20 الجاري», «الثامن من أغسطس».
extension PhraseReader {
  /// The number of a day, 1 to 31, at a token.
  func dayNumber(at index: Int) -> NumberReading? {
    if role(index) == .firstOfMonth {
      return NumberReading(value: 1, kind: .ordinal, end: index + 1, isDefinite: true)
    }
    if role(index) == .lastOfMonth {
      return NumberReading(value: 99, kind: .ordinal, end: index + 1, isDefinite: true)
    }
    guard let number = number(at: index), (1...31).contains(number.value) else { return nil }
    switch number.kind {
    case .digits: return digitCount(number.end - 1) <= 2 ? number : nil
    case .ordinal: return word(index).role == .ordinal ? number : nil
    case .cardinal: return number
    }
  }

  /// What follows a day's number and makes a date of it.
  ///
  /// - Returns: the phrase of the day, and the token after.
  func dayTail(_ day: Int, kind: NumberReading.Kind, at index: Int) -> (DatePhrase, end: Int)? {
    guard continues(index) else { return nil }
    var position = index
    if role(position) == .from, word(position).procliticLetters == 0 { position += 1 }
    guard continues(position) else { return nil }
    let lam = word(position).preposition == .lam && word(position).procliticLetters == 1
    guard word(position).procliticLetters == 0 || lam else { return nil }
    if let month = month(at: position) {
      return datedTail(day, month: month, kind: kind, from: position > index)
    }
    // «18 من الشهر الماضي», «السابع من الشهر الجاري», «الخامس من هذا الشهر».
    if position > index || lam, let (offset, end) = relativeMonth(at: position) {
      return (.dayOfMonth(day, monthOffset: offset), end)
    }
    // «20 الجاري», «29 منه».
    if kind == .digits, position == index || role(index) == .from {
      if role(position) == .ofIt { return (.dayOfMonth(day, monthOffset: 0), position + 1) }
      if role(position) == .direction, word(position).flags.contains(.definite),
        word(position).value == 0, word(position).length == 1
      {
        return (.dayOfMonth(day, monthOffset: 0), position + 1)
      }
    }
    return nil
  }

  private func datedTail(
    _ day: Int,
    month: MonthReading,
    kind: NumberReading.Kind,
    from: Bool
  ) -> (DatePhrase, end: Int)? {
    var fields = DateFields()
    fields.calendar = month.calendar
    fields.month = month.month
    fields.otherMonth = month.other
    fields.day = day
    let end = yearTail(at: month.end, into: &fields)
    // A counting word before a month name is seldom a day («ثلاثة آب»); an ordinal or digits are.
    if kind == .cardinal, !from, fields.year == .unsaid { return nil }
    if month.isLibyan, fields.year == .unsaid { return nil }
    if month.calendar == .persian || month.calendar == .coptic {
      guard fields.year != .unsaid || !month.isAmbiguous || month.calendar == .persian else {
        return nil
      }
    }
    var phrase = DayPhrase()
    phrase.date = fields
    return (.day(phrase), end)
  }

  /// «الشهر الماضي», «هذا الشهر», «الشهر نفسه» as months after the current one.
  func relativeMonth(at index: Int) -> (offset: Int, end: Int)? {
    var position = index
    let hasDemonstrative = role(position) == .this && word(position).procliticLetters == 0
    if hasDemonstrative { position += 1 }
    let noun = word(position)
    guard noun.role == .unit, noun.value == TimeUnit.month.rawValue,
      noun.flags.contains(.definite), !noun.flags.contains(.plural), !noun.flags.contains(.dual)
    else { return nil }
    if let (value, end) = direction(at: position + 1) { return (value, end) }
    return hasDemonstrative ? (0, position + 1) : nil
  }
}
