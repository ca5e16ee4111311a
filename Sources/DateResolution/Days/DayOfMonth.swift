import ArabicText
import Lexicons

/// A day with its month: «28 تموز 2021», «السابع من الشهر الماضي», «20 الجاري», «الثامن من أغسطس».
extension PhraseReader {
  /// The number of a day, 1 to 31, at a token.
  func dayNumber(at index: Int) -> NumberReading? {
    if role(index) == .firstOfMonth {
      return NumberReading(value: 1, kind: .ordinal, end: index + 1, isDefinite: true)
    }
    // «النصف من شعبان», «في نصف شهر مارس»: the fifteenth.
    if role(index) == .half, word(index).length == 1, isMiddle(index) {
      return NumberReading(value: 15, kind: .ordinal, end: index + 1, isDefinite: true)
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

  /// Whether a half is the day in the middle of a month, and no half of it.
  private func isMiddle(_ index: Int) -> Bool {
    let isFrom = role(index + 1) == .from && word(index + 1).length == 1
    guard continuesPlain(index + 1), let month = month(at: isFrom ? index + 2 : index + 1),
      role(month.end) != .ordinal || !continues(month.end)
    else { return false }
    if month.calendar == .hijri {
      return isFrom && word(index).flags.contains(.definite)
    }
    guard !isFrom, month.hasNoun, !word(index).flags.contains(.definite), continues(index) else {
      return false
    }
    switch role(index - 1) {
    case .inside, .until, .to, .since, .from: return true
    default: return false
    }
  }

  /// The Libyan months that are spelt like seasons and an ordinal: «5 الربيع 2010», «7 الفاتح 1999».
  private func libyanMonth(at index: Int) -> MonthReading? {
    let name = word(index)
    var month = 0
    switch name.role {
    case .season where name.flags.contains(.definite) && name.value <= 1:
      month = name.value == 0 ? 3 : 6
    case .ordinal where name.flags.contains(.ambiguous): month = 9
    default: return nil
    }
    return MonthReading(
      calendar: .gregorian,
      month: month,
      other: nil,
      end: index + Int(name.length),
      isAmbiguous: true,
      hasNoun: false,
      isLibyan: true
    )
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
    if let month = month(at: position) ?? libyanMonth(at: position) {
      return datedTail(day, month: month, kind: kind, from: position > index)
    }
    // «27 من الشهر نفسه».
    if position > index, unitWord(position) == .month, word(position).flags.contains(.definite),
      role(position + 1) == .same, continuesPlain(position + 1)
    {
      return (.dayOfSameMonth(day), position + 2)
    }
    if position > index, role(position) == .same, word(position).value == 1,
      unitWord(position + 1) == .month, word(position + 1).flags.contains(.definite),
      continuesPlain(position + 1)
    {
      return (.dayOfSameMonth(day), position + 2)
    }
    // «18 من الشهر الماضي», «السابع من الشهر الجاري», «الخامس من هذا الشهر», «18 الشهر الماضي».
    if position > index || lam || kind == .digits, let (offset, end) = relativeMonth(at: position) {
      return (.dayOfMonth(day, monthOffset: offset), end)
    }
    // «20 الجاري», «29 منه», «العشرين من الجاري».
    if kind == .digits || position > index {
      if role(position) == .ofIt, mayPointBack(index - 2) {
        return (.dayOfSameMonth(day), position + 1)
      }
      if role(position) == .direction, word(position).flags.contains(.definite),
        word(position).value == 0, word(position).length == 1
      {
        return (.dayOfMonth(day, monthOffset: 0), position + 1)
      }
    }
    return nil
  }

  /// «أكتوبر 2، 2018», «آب 13»: the month first, its day in digits behind.
  ///
  /// A number behind a month counts something more often than it tells a day, so a year must follow
  /// or the clause must end.
  func monthFirstDate(at index: Int) -> (DateFields, end: Int)? {
    guard role(index) == .month || role(index) == .unit, let month = month(at: index),
      month.calendar == .gregorian
    else { return nil }
    var at = month.end
    if mark(at) == .slash, isNumber(at + 1) { at += 1 }
    guard continues(at), let day = dayNumber(at: at), day.end > at else { return nil }
    // «مايو تسعة وعشرين», «شباط الرابع عشر»: in words only where nothing follows.
    if day.kind != .digits {
      guard !month.isAmbiguous || month.hasNoun || day.value > 10, word(at).procliticLetters == 0,
        !continues(day.end) || endsClause(day.end), !continues(index) || role(index - 1) != .from,
        day.kind != .cardinal || day.value > 10
      else { return nil }
    }
    var fields = DateFields()
    fields.month = month.month
    fields.otherMonth = month.other
    fields.day = day.value
    var next = day.end
    if mark(next) == .comma, continues(next) { next += 1 }
    if next > day.end, let year = spelledYear(at: next) {
      fields.year = .stated(year.value)
      return (fields, year.end)
    }
    if continues(next), let year = year(at: next) {
      fields.year = .stated(year.value)
      return (fields, year.end)
    }
    // «أكتوبر 14 8:00 صباحا»: a clock time behind ends the day.
    let isTimed =
      digits(day.end) != nil && mark(day.end + 1) == .colon && digits(day.end + 2) != nil
    // «من شباط 13 إلى 15 تموز».
    let isSpan =
      (role(day.end) == .to || role(day.end) == .until) && role(index - 1) == .from
      && dayNumber(at: day.end + 1).map { self.month(at: $0.end) != nil } ?? false
    guard
      !continues(day.end) || endsClause(day.end) || isTimed || isSpan || role(day.end) == .clock
    else { return nil }
    return (fields, day.end)
  }

  private func endsClause(_ index: Int) -> Bool {
    switch mark(index) {
    case .stop, .comma, .semicolon, .closeBracket, .ellipsis: gap(index + 1) != .glued
    default: false
    }
  }

  /// «آخر يوم من الشهر الماضي», «اليوم الأول من شهر آب»: a day by its place in a unit.
  func positionedDay(at index: Int) -> (DatePhrase, end: Int)? {
    let first = word(index)
    var position = index
    var number = 0
    if first.role == .lastOrdinal || first.role == .ordinal, first.value >= 1, first.length == 1,
      !first.flags.contains(.definite), unitWord(index + 1) == .day,
      !word(index + 1).flags.contains(.dual), !word(index + 1).flags.contains(.definite),
      continuesPlain(index + 1)
    {
      number = Int(first.value)
      position = index + 2
    } else if unitWord(index) == .day, first.flags.contains(.definite),
      !first.flags.contains(.plural), !first.flags.contains(.dual), continuesPlain(index + 1)
    {
      let ordinal = word(index + 1)
      guard ordinal.role == .ordinal || ordinal.role == .lastOrdinal || ordinal.role == .recent
      else { return nil }
      number = ordinal.role == .recent ? 99 : Int(ordinal.value)
      position = index + 1 + Int(ordinal.length)
    } else {
      return nil
    }
    if role(position) == .from || role(position) == .inside, word(position).length == 1 {
      position += 1
    } else if word(position).preposition != .lam {
      return nil
    }
    guard number >= 1, continues(position) else { return nil }
    if let month = month(at: position) {
      var fields = DateFields()
      fields.calendar = month.calendar
      fields.month = month.month
      fields.otherMonth = month.other
      let end = yearTail(at: month.end, into: &fields)
      return (.nthDay(number, of: .fields(fields)), end)
    }
    if let (offset, end) = relativeMonth(at: position) {
      return (.nthDay(number, of: .relative(.month, offset: offset)), end)
    }
    if let (year, end) = yearNoun(at: position) {
      var fields = DateFields()
      fields.year = year
      return (.nthDay(number, of: .fields(fields)), end)
    }
    return nil
  }

  /// Whether a number behind this word may be a day: «حتى 29 منه», but not «الفصل 3 منه».
  private func mayPointBack(_ index: Int) -> Bool {
    guard index >= 0, continues(index + 1), mark(index) == .none else { return true }
    switch role(index) {
    case .inside, .until, .to, .from, .between, .since, .dateNoun, .weekday: return true
    case .unit: return word(index).value == TimeUnit.day.rawValue
    default: return isLetter(LetterCode.waw, at: index)
    }
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
