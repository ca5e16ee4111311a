import ArabicText
import Chronology
import Lexicons
import NewsModel

/// A day, told in any way or in several at once: «أمس الأربعاء», «مساء يوم الثلاثاء 27-7-2021»,
/// «يوم الأحد (10 شوال 1436هـ)», «1 شوال 1442هـ الموافق 13 مايو 2021م».
///
/// Newsrooms pile up the ways of telling one day. The rule takes the pieces in any order, each
/// once, so that a contradiction between them can be seen later.
struct DayRule: DateRule {
  let name = "day"
  let starts: Set<DateWordClass> = [
    .weekday, .weekdayTypo, .weekdayBare, .deictic, .lastNight, .tonight, .dateNoun, .unit, .this,
    .dayPart, .clock, .cardinal, .ordinal, .firstOfMonth, .lastOfMonth, .vaguePast, .vagueFuture,
  ]
  let startsWithNumber = true

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    var composer = DayComposer(start: index)
    composer.run(in: reader)
    return composer.reading
  }
}

/// Takes the pieces of a day one after the other.
private struct DayComposer {
  private let start: Int
  private var position: Int
  private var phrase = DayPhrase()
  /// A phrase of a day that is no plain date: «18 من الشهر الماضي».
  private var other: DatePhrase?
  private var isTypo = false
  private var isBare = false
  private var pieces = 0

  init(start: Int) {
    self.start = start
    position = start
  }

  var reading: Reading? {
    guard pieces > 0 else { return nil }
    if let other {
      return Reading(phrase: other, start: start, end: position, rule: "day-of-relative-month")
    }
    guard phrase.tellsDay || phrase.minute != nil else { return nil }
    // A misspelt weekday, or one without the article, is one only beside another sign of a date.
    if isTypo || isBare, pieces == 1, !isTypo { return nil }
    return Reading(phrase: .day(phrase), start: start, end: position, rule: ruleName)
  }

  private var ruleName: String {
    if phrase.minute != nil { return "clock-time" }
    if let date = phrase.date {
      if date.calendar == .hijri { return "hijri-day" }
      return date.year == .unsaid ? "day-month" : "day-month-year"
    }
    if phrase.deictic != nil { return "deictic-day" }
    return "weekday"
  }

  mutating func run(in reader: borrowing PhraseReader) {
    var at = start
    while at - start < 16, let end = takePiece(at: at, in: reader) {
      pieces += 1
      position = end
      at = skipGlue(at: end, in: reader)
      guard at < reader.tokens.count else { break }
    }
  }

  /// A comma, bracket, quote or «الموافق» between two pieces.
  private func skipGlue(at index: Int, in reader: borrowing PhraseReader) -> Int {
    guard reader.continues(index) else { return index }
    switch reader.mark(index) {
    case .comma, .openBracket, .openQuote, .quote:
      return index + 1
    default:
      break
    }
    if reader.role(index) == .from,
      reader.role(index + 1) == .dayPart
        || reader.role(index + 1) == .weekday || isDayNoun(index + 1, in: reader)
    {
      return reader.word(index).procliticLetters == 0 ? index + 1 : index
    }
    return index
  }

  private mutating func takePiece(at index: Int, in reader: borrowing PhraseReader) -> Int? {
    if index > start, !isContinuation(index, in: reader) { return nil }
    if let end = takeEquation(at: index, in: reader) { return end }
    if let end = takeModifier(at: index, in: reader) { return end }
    if let end = takeClock(at: index, in: reader) { return end }
    if let end = takePart(at: index, in: reader) { return end }
    if let end = takeDeictic(at: index, in: reader) { return end }
    if let end = takeWeekday(at: index, in: reader) { return end }
    return takeDate(at: index, in: reader)
  }

  /// Whether a further piece may stand here: plain, or with its bracket closed behind it.
  private func isContinuation(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    guard reader.continues(index) || reader.mark(index - 1) != .none else { return false }
    let word = reader.word(index)
    return word.procliticLetters == 0
      || (word.preposition == .beh && word.role == .zone)
      || (word.preposition == .lam && reader.role(index - 1) == .equation)
  }

  /// The closing mark of a piece that stood in brackets or quotes.
  private func closing(_ index: Int, from start: Int, in reader: borrowing PhraseReader) -> Int {
    let opener = reader.mark(start - 1)
    guard start > self.start, opener == .openBracket || opener == .openQuote || opener == .quote
    else { return index }
    switch reader.mark(index) {
    case .closeBracket, .closeQuote, .quote: return index + 1
    default: return index
    }
  }

  // MARK: Pieces

  /// «الموافق 13 مايو 2021م»: the same day in another calendar.
  private mutating func takeEquation(at index: Int, in reader: borrowing PhraseReader) -> Int? {
    guard index > start, reader.role(index) == .equation, phrase.equivalent == nil,
      phrase.tellsDay
    else { return nil }
    var at = index + 1
    if reader.isWord(at), reader.isNumber(at + 1), reader.tokens[at].letterCount == 1 { at += 1 }
    let isBracketed = reader.mark(at) == .openBracket
    if isBracketed { at += 1 }
    var inner = DayComposer(start: at)
    inner.run(in: reader)
    guard let date = inner.phrase.date else { return nil }
    if isBracketed, reader.mark(inner.position) == .closeBracket { inner.position += 1 }
    if phrase.date == nil { phrase.date = date } else { phrase.equivalent = date }
    if phrase.weekday == nil { phrase.weekday = inner.phrase.weekday }
    return inner.position
  }

  /// «وقت سابق اليوم», «وقت لاحق من يوم الخميس».
  private mutating func takeModifier(at index: Int, in reader: borrowing PhraseReader) -> Int? {
    guard index == start else { return nil }
    let word = reader.word(index)
    guard word.role == .vaguePast || word.role == .vagueFuture, word.length >= 2 else { return nil }
    var at = index + Int(word.length)
    if reader.role(at) == .from { at += 1 }
    guard reader.continuesPlain(at) else { return nil }
    var inner = DayComposer(start: at)
    inner.run(in: reader)
    guard inner.phrase.tellsDay, inner.other == nil else { return nil }
    phrase = inner.phrase
    phrase.modifier = word.role == .vaguePast ? .before : .after
    return inner.position
  }

  private mutating func takeClock(at index: Int, in reader: borrowing PhraseReader) -> Int? {
    if phrase.minute != nil || index == start, let clock = reader.clockTime(at: index),
      phrase.minute == nil
    {
      phrase.minute = min(clock.hour * 60 + clock.minute, 24 * 60 - 1)
      return reader.timeZone(at: clock.end) ?? clock.end
    }
    if phrase.minute != nil, let end = reader.timeZone(at: index) { return end }
    if phrase.minute == nil, index > start, let clock = reader.clockTime(at: index) {
      phrase.minute = min(clock.hour * 60 + clock.minute, 24 * 60 - 1)
      return reader.timeZone(at: clock.end) ?? clock.end
    }
    return nil
  }

  private mutating func takePart(at index: Int, in reader: borrowing PhraseReader) -> Int? {
    let word = reader.word(index)
    if word.role == .meridiem, phrase.minute != nil, phrase.part == nil {
      phrase.part = .morning
      return index + 1
    }
    // «م» behind a clock time is the afternoon, not the Gregorian era.
    if word.role == .gregorianEra, word.length == 1, phrase.minute != nil, phrase.part == nil,
      reader.tokens[index].letterCount == 1
    {
      phrase.part = .evening
      return index + 1
    }
    guard word.role == .dayPart, phrase.part == nil, Int(word.value) < DayPart.allCases.count
    else { return nil }
    phrase.part = DayPart.allCases[Int(word.value)]
    return index + Int(word.length)
  }

  private mutating func takeDeictic(at index: Int, in reader: borrowing PhraseReader) -> Int? {
    guard phrase.deictic == nil, other == nil else { return nil }
    let word = reader.word(index)
    switch word.role {
    case .deictic:
      // «من أمس» and the like; a date already told is not told again by «غدا».
      guard phrase.date == nil else { return nil }
      phrase.deictic = Int(word.value)
    case .lastNight:
      guard pieces == 0 else { return nil }
      phrase.deictic = -1
      phrase.part = .night
    case .tonight:
      guard pieces == 0 else { return nil }
      phrase.deictic = 0
      phrase.part = .night
    case .unit:
      guard word.value == TimeUnit.day.rawValue, word.flags.contains(.definite),
        !word.flags.contains(.plural), !word.flags.contains(.dual)
      else { return nil }
      // «اليوم السابع», «اليوم التالي», «اليوم الأول» are no today.
      switch reader.role(index + 1) {
      case .ordinal, .following, .lastOrdinal, .recent, .same, .that: return nil
      case .direction:
        guard reader.word(index + 1).value == 0 else { return nil }
      default:
        // «اليوم الـ236 من الحرب» counts days.
        if reader.skipArticle(at: index + 1) > index + 1 { return nil }
      }
      phrase.deictic = 0
      if reader.role(index + 1) == .direction { return index + 2 }
    case .this:
      guard index == start, isDayNoun(index + 1, in: reader),
        reader.word(index + 1).flags.contains(.definite), reader.continuesPlain(index + 1)
      else { return nil }
      phrase.deictic = 0
      return index + 2
    default:
      return nil
    }
    return closing(index + Int(word.length), from: index, in: reader)
  }

  private mutating func takeWeekday(at index: Int, in reader: borrowing PhraseReader) -> Int? {
    guard phrase.weekday == nil, other == nil else { return nil }
    var at = index
    let hasNoun =
      isDayNoun(at, in: reader) && !reader.word(at).flags.contains(.plural)
      && !reader.word(at).flags.contains(.dual)
    if hasNoun { at += 1 }
    guard at == index || reader.continuesPlain(at) else { return nil }
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
      guard hasNoun else { return nil }
    default: return nil
    }
    guard let weekday = Weekday(rawValue: Int(word.value)) else { return nil }
    phrase.weekday = weekday
    var end = at + Int(word.length)
    if let direction = reader.direction(at: end) {
      phrase.weekdayDirection = direction.value
      end = direction.end
    } else if reader.role(end) == .recent, reader.continuesPlain(end) {
      phrase.weekdayDirection = -1
      end += 1
    }
    return closing(end, from: index, in: reader)
  }

  private mutating func takeDate(at index: Int, in reader: borrowing PhraseReader) -> Int? {
    guard phrase.date == nil, other == nil else { return nil }
    var at = index
    if isDayNoun(at, in: reader) || reader.role(at) == .dateNoun,
      at == index || reader.continuesPlain(at)
    {
      at += 1
      guard reader.continuesPlain(at) || reader.mark(at) == .openBracket else { return nil }
      if reader.mark(at) == .openBracket { at += 1 }
    }
    if let (fields, end) = reader.numericDate(at: at) {
      phrase.date = fields
      return closing(end, from: index, in: reader)
    }
    guard let day = reader.dayNumber(at: at),
      let (found, end) = reader.dayTail(day.value, kind: day.kind, at: day.end)
    else { return nil }
    switch found {
    case .day(let dated):
      phrase.date = dated.date
    case .dayOfMonth:
      guard pieces == 0 || (phrase.deictic == nil && phrase.part == nil) else { return nil }
      other = found
    default: return nil
    }
    return closing(end, from: index, in: reader)
  }

  private func isDayNoun(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    let word = reader.word(index)
    return word.role == .unit && word.value == TimeUnit.day.rawValue
      && !word.flags.contains(.plural)
  }
}
