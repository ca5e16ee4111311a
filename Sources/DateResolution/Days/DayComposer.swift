import ArabicText
import Chronology
import Lexicons
import NewsModel

/// Takes the pieces of a day one after the other.
struct DayComposer {
  let start: Int
  var position: Int
  var phrase = DayPhrase()
  /// A phrase of a day that is no plain date: «18 من الشهر الماضي».
  var other: DatePhrase?
  var isTypo = false
  var isBare = false
  var pieces = 0
  /// «وقت متأخر من الليل»: tells a part of a day even where no day is told.
  var isLateHour = false

  /// Set for the other side of an equation and behind «في وقت سابق», which hold none themselves.
  let isInner: Bool

  init(start: Int, isInner: Bool = false) {
    self.start = start
    self.isInner = isInner
    position = start
  }

  /// The phrase that the pieces make; `isAlone` when the text holds nothing else.
  func reading(isAlone: Bool) -> Reading? {
    guard pieces > 0 else { return nil }
    if let other {
      var rule = "day-of-relative-month"
      if case .nthWeekday = other { rule = "nth-weekday" }
      return Reading(phrase: other, start: start, end: position, rule: rule)
    }
    guard phrase.tellsDay || phrase.minute != nil || phrase.isOfSentence || isLateHour else {
      return nil
    }
    // A misspelt weekday, or one without the article, is one only beside another sign of a date.
    if isBare, pieces == 1, !isAlone { return nil }
    // A week told by its place wants a weekday.
    if phrase.week != nil, phrase.weekday == nil { return nil }
    return Reading(phrase: .day(phrase), start: start, end: position, rule: ruleName)
  }

  private var ruleName: String {
    if phrase.minute != nil || !phrase.tellsDay { return "clock-time" }
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
    case .comma, .openBracket, .openQuote, .quote, .underscore:
      return index + 1
    default:
      break
    }
    // «يوم الثلاثاء في الساعة العاشرة», «غدا عند الثامنة مساء».
    switch reader.role(index) {
    case .inside, .clockCue, .approx:
      let next = index + Int(reader.word(index).length)
      if phrase.minute == nil, reader.word(index).procliticLetters == 0,
        reader.continuesPlain(next), reader.clockTime(at: next) != nil
      {
        return next
      }
    default: break
    }
    // «الساعة 8 مساء في 15 تشرين الأول», «الثامنة مساء في يوم الخميس».
    if reader.role(index) == .inside, phrase.minute != nil, !phrase.tellsDay, !isInner,
      reader.word(index).length == 1, reader.word(index).procliticLetters == 0
    {
      var inner = DayComposer(start: index + 1, isInner: true)
      inner.run(in: reader)
      return inner.phrase.tellsDay && inner.phrase.minute == nil && inner.other == nil
        ? index + 1 : index
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
    if let end = takeWeek(at: index, in: reader) { return end }
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
  func closing(_ index: Int, from start: Int, in reader: borrowing PhraseReader) -> Int {
    let opener = reader.mark(start - 1)
    guard start > self.start, opener == .openBracket || opener == .openQuote || opener == .quote
    else { return index }
    switch reader.mark(index) {
    case .closeBracket, .closeQuote, .quote: return index + 1
    default: return index
    }
  }
}
