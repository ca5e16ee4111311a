import ArabicText
import Lexicons

/// A month name, or a pair of names of one month, as a text writes it.
struct MonthReading {
  var calendar: DateFields.Calendar
  var month: Int
  /// The other month of a pair whose names do not fit together.
  var other: Int?
  var end: Int
  /// Whether the name is also an ordinary word and stands without its pair.
  var isAmbiguous: Bool
  /// Whether «شهر» stands before it.
  var hasNoun: Bool
  var isLibyan: Bool
}

extension PhraseReader {
  /// A month at a token: «آذار», «شهر فيفري», «حزيران/ يونيو», «يوليو (تموز)», «مايو ايار».
  func month(at index: Int) -> MonthReading? {
    var position = index
    var hasNoun = false
    let first = word(index)
    if first.role == .unit, first.value == TimeUnit.month.rawValue, !first.flags.contains(.plural),
      !first.flags.contains(.definite), Self.calendar(of: word(index + 1).role) != nil,
      continuesPlain(index + 1)
    {
      position = index + 1
      hasNoun = true
    }
    let name = word(position)
    guard let calendar = Self.calendar(of: name.role) else { return nil }
    var reading = MonthReading(
      calendar: calendar,
      month: Int(name.value) % 100,
      other: nil,
      end: position + Int(name.length),
      isAmbiguous: name.flags.contains(.ambiguous) && !hasNoun,
      hasNoun: hasNoun,
      isLibyan: calendar == .gregorian && Int(name.value) / 100 == Self.libyan
    )
    pair(with: name, &reading)
    return reading
  }

  /// Takes the second name of a month, when one stands behind the first.
  private func pair(with first: DateWord, _ reading: inout MonthReading) {
    guard reading.calendar == .gregorian else { return }
    var position = reading.end
    var closes = false
    var isJoined = false
    if continues(position), mark(position) == .slash || mark(position) == .dash {
      isJoined = mark(position) == .slash
      position += 1
    } else if continues(position), mark(position) == .openBracket {
      closes = true
      position += 1
    }
    let second = word(position)
    guard continues(position), second.role == .month, second.procliticLetters == 0,
      second.value / 100 != first.value / 100
    else { return }
    let end = position + Int(second.length)
    if closes, mark(end) != .closeBracket { return }
    if second.value % 100 != first.value % 100 {
      // Two names of different months joined by a slash contradict each other; side by side they
      // are two months.
      guard isJoined || closes else { return }
      reading.other = Int(second.value) % 100
    }
    reading.isAmbiguous = false
    reading.end = closes ? end + 1 : end
  }

  static func calendar(of role: DateWordClass) -> DateFields.Calendar? {
    switch role {
    case .month: .gregorian
    case .hijriMonth: .hijri
    case .persianMonth: .persian
    case .copticMonth: .coptic
    default: nil
    }
  }

  private static let libyan = MonthFamily.allCases.firstIndex(of: .libya) ?? 4

  /// What follows a month and tells its year: «2021», «عام 2020», «من العام الماضي», «الماضي».
  ///
  /// Fills the fields and answers the token after; the index itself when nothing follows.
  func yearTail(at index: Int, into fields: inout DateFields) -> Int {
    var position = index
    if continues(position),
      mark(position) == .slash || mark(position) == .comma
        || mark(position) == .dash
    {
      // «7 / يوليو /2015», «تموز، 2021»: only a year may follow.
      if let year = year(at: position + 1), continues(position + 1), mayFollow(fields, year) {
        set(year.value, year.isHijri, into: &fields)
        return year.end
      }
      // «العاشر من سبتمبر، ألفين»: in words nothing but the year may stand there.
      if fields.day != nil, mark(position) == .comma, let year = spelledYear(at: position + 1) {
        set(year.value, year.isHijri, into: &fields)
        return year.end
      }
      return index
    }
    guard continues(position) else { return index }
    // «10 سبتمبر ألفين وأربعة عشر»: in words behind a day, unless they count what follows.
    if fields.day != nil, let year = spelledYear(at: position) {
      set(year.value, year.isHijri, into: &fields)
      return year.end
    }
    if let year = year(at: position), mayFollow(fields, year) {
      set(year.value, year.isHijri, into: &fields)
      return directionTail(at: year.end, into: &fields, afterYear: true)
    }
    let end = directionTail(at: position, into: &fields, afterYear: false)
    if end > position { return end }
    // «من عام 2020», «للعام الماضي», «عام 2020».
    if role(position) == .from, word(position).procliticLetters == 0, continues(position + 1) {
      position += 1
    }
    // «أيلول في سنة 2014».
    if role(position) == .inside, word(position).length == 1, word(position).procliticLetters == 0,
      continuesPlain(position + 1), isYear(position + 1),
      case .some((.stated(let value), let end)) = yearNoun(at: position + 1)
    {
      set(value, nil, into: &fields)
      return end
    }
    if let (year, end) = yearNoun(at: position) {
      switch year {
      case .stated(let value): set(value, nil, into: &fields)
      default: fields.year = year
      }
      return end
    }
    return index
  }

  /// Whether a number may be the year of a month: «اعتقلوا منذ مارس، 1397 شخصا» counts, for a Gregorian month
  /// never takes a Hijri year without its mark.
  private func mayFollow(
    _ fields: DateFields,
    _ year: (value: Int, isHijri: Bool?, end: Int)
  ) -> Bool {
    fields.calendar != .gregorian || fields.month == nil || year.isHijri != nil
      || !(1300..<1500).contains(year.value)
  }

  /// A year in words that counts nothing: «ألفين وأربعة عشر», or round («ألفين») at the end of its
  /// clause.
  func spelledYear(at index: Int) -> (value: Int, isHijri: Bool?, end: Int)? {
    guard continues(index), role(index) == .cardinal, word(index).procliticLetters == 0,
      word(index).value >= 1000, let year = year(at: index, inWords: true)
    else { return nil }
    if year.value % 100 != 0 || year.isHijri != nil { return year }
    let isLast = !continues(year.end) || mark(year.end) != .none
    return isLast && (1900...2100).contains(year.value) ? year : nil
  }

  private func set(_ year: Int, _ isHijri: Bool?, into fields: inout DateFields) {
    fields.year = .stated(year)
    // A Hijri month never takes a year of the other era, nor the other way round, unless marked.
    if isHijri == true, fields.calendar == .gregorian, fields.month == nil {
      fields.calendar = .hijri
    }
  }

  private func directionTail(at index: Int, into fields: inout DateFields, afterYear: Bool) -> Int {
    var position = index
    if role(position) == .from, role(position + 1) == .direction { position += 1 }
    let word = self.word(position)
    guard continues(position), word.role == .direction, word.procliticLetters == 0,
      word.flags.contains(.definite)
    else { return index }
    if !afterYear { fields.direction = Int(word.value) }
    return position + Int(word.length)
  }

  /// «عام 2020», «العام الماضي», «سنة ألفين وعشرين», «هذا العام», «عام 1442 هـ».
  func yearNoun(at index: Int) -> (YearReference, end: Int)? {
    if role(index) == .this, isYear(index + 1), continues(index + 1) {
      return (.relative(0), index + 2)
    }
    // «تشرين الأول من ذلك العام»: the year told before.
    if role(index) == .anaphor, word(index).length == 2, isYear(index + 1) {
      return (.same, index + 2)
    }
    guard isYear(index) else { return nil }
    let next = index + 1
    guard continues(next) else { return nil }
    if let year = year(at: next, inWords: true) {
      // Years before Christ are out of the calendar's range.
      if role(year.end) == .beforeChrist, continues(year.end) { return nil }
      return (.stated(year.value), year.end)
    }
    // «عام 622م», «عام 247»: a year of three digits, unless it counts something.
    if let early = digits(next), digitCount(next) == 3, early >= 100 {
      let (_, end) = era(at: next + 1)
      let isAlone = !continues(end) || mark(end) != .none || word(end).procliticLetters > 0
      if role(end) == .beforeChrist { return nil }
      if end > next + 1 || isAlone { return (.stated(early), end) }
    }
    if mark(next) == .openBracket, let year = year(at: next + 1), mark(year.end) == .closeBracket {
      return (.stated(year.value), year.end + 1)
    }
    if word(index).flags.contains(.definite), role(next) == .direction || role(next) == .same {
      let offset = role(next) == .direction ? Int(word(next).value) : 0
      let end = next + Int(word(next).length)
      // «العام الماضي 2020», «العام الجاري (2021)».
      if continues(end), let stated = year(at: end) { return (.stated(stated.value), stated.end) }
      if continues(end), mark(end) == .openBracket, let stated = year(at: end + 1),
        mark(stated.end) == .closeBracket
      {
        return (.stated(stated.value), stated.end + 1)
      }
      return (role(next) == .same ? .same : .relative(offset), end)
    }
    return nil
  }

  func isYear(_ index: Int) -> Bool {
    let word = self.word(index)
    return word.role == .unit && word.value == TimeUnit.year.rawValue
      && !word.flags.contains(.plural) && !word.flags.contains(.dual)
  }

  /// Whether a definite direction word («الماضي», «الجاري») stands here.
  func direction(at index: Int) -> (value: Int, end: Int)? {
    let word = self.word(index)
    guard continues(index), word.procliticLetters == 0 else { return nil }
    switch word.role {
    case .direction: return (Int(word.value), index + Int(word.length))
    default: return nil
    }
  }
}
