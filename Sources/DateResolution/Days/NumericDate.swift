import ArabicText
import Lexicons

/// A date in digits: «27-7-2021», «2021/07/27», «24/7/2015م», «19/10/1436هـ», «7 / يوليو /2015 م».
///
/// Arabic newsrooms write the day first; a first field of four digits is a year. Month-first dates
/// are never assumed.
extension PhraseReader {
  func numericDate(at index: Int) -> (DateFields, end: Int)? {
    guard let first = digits(index), !isPartOfNumber(index) else { return nil }
    let separator = mark(index + 1)
    guard separator == .slash || separator == .dash || separator == .stop,
      gap(index + 1) <= .space, gap(index + 2) <= .space
    else { return nil }
    if separator == .stop, gap(index + 1) != .glued || gap(index + 2) != .glued { return nil }
    if let named = namedMonthDate(first, at: index) { return named }
    guard let second = digits(index + 2) else { return nil }
    if let marked = markedYearDate(first, second, at: index) { return marked }
    guard mark(index + 3) == separator, let third = digits(index + 4), gap(index + 3) <= .space,
      gap(index + 4) <= .space
    else { return shortDate(first, second, at: index, separator: separator) }
    var fields = DateFields()
    if digitCount(index) == 4, digitCount(index + 4) <= 2 {
      fields.year = .stated(first)
      fields.month = second
      fields.day = third
    } else if digitCount(index) <= 2, digitCount(index + 4) == 4 || digitCount(index + 4) == 2 {
      // «1.45.76» is a time run, «7/8/21» open: two digits are a year where a full one is told before.
      guard digitCount(index + 4) == 4 || tellsFullYear(before: index) else { return nil }
      fields.day = first
      fields.month = second
      fields.year = .stated(fullYear(third, digits: digitCount(index + 4)))
    } else {
      return nil
    }
    if continuesNumber(index + 5) { return nil }
    // «27/13/2021» tells no date, and says why; a dotted number is something else.
    guard (1...12).contains(second) || (separator != .stop && (1...31).contains(second))
    else { return nil }
    let (isHijri, end) = era(at: index + 5)
    if case .stated(let year) = fields.year, isHijri == true || (1300...1500).contains(year) {
      fields.calendar = .hijri
    }
    return (fields, end)
  }

  /// «10/شوال / 1436هـ»: the month by name between the slashes.
  private func namedMonthDate(_ day: Int, at index: Int) -> (DateFields, end: Int)? {
    guard (1...31).contains(day), digitCount(index) <= 2, mark(index + 1) != .stop,
      let month = month(at: index + 2), word(index + 2).procliticLetters == 0
    else { return nil }
    var fields = DateFields()
    fields.calendar = month.calendar
    fields.day = day
    fields.month = month.month
    fields.otherMonth = month.other
    let end = yearTail(at: month.end, into: &fields)
    // «4-صفر» is a score.
    if month.isAmbiguous, month.end == index + 3, fields.year == .unsaid, fields.direction == nil {
      return nil
    }
    return (fields, end)
  }

  /// Day and month alone, «28/7»: only behind «بتاريخ», «يوم» or a weekday.
  private func shortDate(
    _ day: Int,
    _ month: Int,
    at index: Int,
    separator: Mark
  ) -> (DateFields, end: Int)? {
    guard separator == .slash || separator == .dash, (1...31).contains(day),
      (1...12).contains(month), digitCount(index) <= 2, digitCount(index + 2) <= 2,
      !continuesNumber(index + 3),
      hasDayCue(before: index) || isRangeStart(index, separator: separator)
        || (separator == .dash && followsOwnPlan(index))
    else { return nil }
    var fields = DateFields()
    fields.day = day
    fields.month = month
    return (fields, index + 3)
  }

  /// «سأعود 22-4» at the end of its clause: one person's plan has a day; only teams win «22-4».
  private func followsOwnPlan(_ index: Int) -> Bool {
    guard gap(index) == .space, isWord(index - 1), role(index - 1) == .none,
      !continues(index + 3) || (mark(index + 3) != .none && mark(index + 3) != .percent),
      tokens[index - 1].letterCount >= 5
    else { return false }
    let start = Int(tokens[index - 1].start)
    let prefix: [UInt8] = [0xD8, 0xB3, 0xD8, 0xA3]  // سأ, with its hamza: «سافر» is another word.
    return start + prefix.count <= bytes.count
      && bytes[start..<start + prefix.count].elementsEqual(prefix)
  }

  /// «من 1/7 إلى 15/7/2021»: the full date behind makes a date of the short one.
  private func isRangeStart(_ index: Int, separator: Mark) -> Bool {
    guard role(index - 1) == .from || role(index - 1) == .between else { return false }
    var next = index + 3
    switch role(next) {
    case .to, .until: next += 1
    default:
      guard isLetter(LetterCode.waw, at: next) else { return false }
      next += 1
    }
    return digits(next) != nil && mark(next + 1) == separator && digits(next + 2) != nil
      && mark(next + 3) == separator && digitCount(next + 4) == 4
  }

  /// «3/2015», «2015/3»: a month in digits with its year.
  func numericMonth(at index: Int) -> (DateFields, end: Int)? {
    guard let first = digits(index), !isPartOfNumber(index),
      mark(index + 1) == .slash || mark(index + 1) == .dash, gap(index + 1) == .glued,
      gap(index + 2) == .glued, let second = digits(index + 2), !continuesNumber(index + 3)
    else { return nil }
    var fields = DateFields()
    if digitCount(index) == 4, digitCount(index + 2) <= 2 {
      fields.year = .stated(first)
      fields.month = second
    } else if digitCount(index) <= 2, digitCount(index + 2) == 4 {
      fields.year = .stated(second)
      fields.month = first
    } else {
      return nil
    }
    guard case .stated(let year) = fields.year, let month = fields.month,
      (1900...2100).contains(year), (1...12).contains(month), role(index - 1) != .vetoBefore,
      role(index - 2) != .vetoBefore || !continues(index - 1)
    else { return nil }
    return (fields, index + 3)
  }

  private func hasDayCue(before index: Int) -> Bool {
    let previous = mark(index - 1) == .openBracket ? index - 2 : index - 1
    let word = self.word(previous)
    switch word.role {
    case .dateNoun, .weekday, .weekdayTypo: return true
    case .unit: return word.value == TimeUnit.day.rawValue && !word.flags.contains(.plural)
    case .deictic: return true
    default: return false
    }
  }

  /// «27/7/’21»: the mark says that a century is left out.
  private func markedYearDate(_ day: Int, _ month: Int, at index: Int) -> (DateFields, end: Int)? {
    guard mark(index + 3) == mark(index + 1),
      mark(index + 4) == .other, gap(index + 5) == .glued,
      let year = digits(index + 5), digitCount(index + 5) == 2, digitCount(index) <= 2,
      (1...31).contains(day), (1...12).contains(month), !continuesNumber(index + 6)
    else { return nil }
    var fields = DateFields()
    fields.day = day
    fields.month = month
    fields.year = .stated(fullYear(year, digits: 2))
    return (fields, index + 6)
  }

  /// Whether one of the words before is a year of four digits.
  private func tellsFullYear(before index: Int) -> Bool {
    for position in max(0, index - 60)..<max(0, index)
    where digitCount(position) == 4 && isNumber(position) {
      if let year = digits(position), (1300...1500).contains(year) || (1900...2100).contains(year) {
        return true
      }
    }
    return false
  }

  /// «2021» of «21»: two digits mean this century up to 69, as POSIX has it.
  private func fullYear(_ value: Int, digits: Int) -> Int {
    digits > 2 ? value : value < 70 ? 2000 + value : 1900 + value
  }

  /// Digits or a slash glued before: the middle of something longer.
  private func isPartOfNumber(_ index: Int) -> Bool {
    guard index > 0, gap(index) == .glued else { return false }
    switch mark(index - 1) {
    case .slash, .dash, .stop, .comma, .percent, .colon:
      return gap(index - 1) == .glued && (isNumber(index - 2) || isWord(index - 2))
    case .none:
      return isWord(index - 1) && tokens[index - 1].letterCount == 1
        && !isLetter(LetterCode.waw, at: index - 1)
    default: return false
    }
  }

  private func continuesNumber(_ index: Int) -> Bool {
    guard gap(index) == .glued, gap(index + 1) == .glued, isNumber(index + 1) else { return false }
    switch mark(index) {
    case .slash, .dash, .stop, .percent: return true
    default: return false
    }
  }
}
