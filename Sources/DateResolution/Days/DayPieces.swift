import ArabicText
import Chronology
import Lexicons

extension DayComposer {
  /// «الموافق 13 مايو 2021م»: the same day in another calendar.
  mutating func takeEquation(at index: Int, in reader: borrowing PhraseReader) -> Int? {
    guard index > start, !isInner, reader.role(index) == .equation, phrase.equivalent == nil,
      phrase.tellsDay
    else { return nil }
    var at = index + 1
    if reader.isWord(at), reader.isNumber(at + 1), reader.tokens[at].letterCount == 1 { at += 1 }
    var isBracketed = false
    switch reader.mark(at) {
    case .openBracket, .openQuote, .quote:
      isBracketed = true
      at += 1
    default: break
    }
    var inner = DayComposer(start: at, isInner: true)
    inner.run(in: reader)
    guard let date = inner.phrase.date else { return nil }
    if isBracketed {
      switch reader.mark(inner.position) {
      case .closeBracket, .closeQuote, .quote: inner.position += 1
      default: break
      }
    }
    if phrase.date == nil { phrase.date = date } else { phrase.equivalent = date }
    if phrase.weekday == nil { phrase.weekday = inner.phrase.weekday }
    return inner.position
  }

  /// «وقت سابق اليوم», «وقت لاحق من يوم الخميس».
  mutating func takeModifier(at index: Int, in reader: borrowing PhraseReader) -> Int? {
    guard index == start, !isInner else { return nil }
    let word = reader.word(index)
    guard word.role == .vaguePast || word.role == .vagueFuture, word.length >= 2 else { return nil }
    var at = index + Int(word.length)
    if reader.role(at) == .from { at += 1 }
    guard reader.continuesPlain(at) else { return nil }
    var inner = DayComposer(start: at, isInner: true)
    inner.run(in: reader)
    guard inner.phrase.tellsDay, inner.other == nil else { return nil }
    phrase = inner.phrase
    phrase.modifier = word.role == .vaguePast ? .before : .after
    return inner.position
  }

  mutating func takeClock(at index: Int, in reader: borrowing PhraseReader) -> Int? {
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

  mutating func takePart(at index: Int, in reader: borrowing PhraseReader) -> Int? {
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
    if index == start {
      isLateHour = word.length >= 4 && word.flags.contains(.plural)
      phrase.isOfSentence =
        word.length == 1 && word.flags.contains(.definite) && !isInner
        && reader.role(index - 1) == .inside && reader.continuesPlain(index)
        && (word.value == 1 || word.value >= 4) && reader.role(index + 1) != .ordinal
    } else {
      isLateHour = false
    }
    return index + Int(word.length)
  }

  mutating func takeDeictic(at index: Int, in reader: borrowing PhraseReader) -> Int? {
    guard phrase.deictic == nil, other == nil else { return nil }
    let word = reader.word(index)
    // «يوم أمس», «يوم غد».
    if isDayNoun(index, in: reader), !word.flags.contains(.definite), phrase.date == nil,
      !word.flags.contains(.dual), reader.role(index + 1) == .deictic,
      reader.continuesPlain(index + 1)
    {
      phrase.deictic = Int(reader.word(index + 1).value)
      return closing(
        index + 1 + Int(reader.word(index + 1).length),
        from: index,
        in: reader
      )
    }
    switch word.role {
    case .deictic:
      // «من أمس» and the like; a date already told is not told again by «غدا».
      guard phrase.date == nil, isDeictic(word, at: index, in: reader) else { return nil }
      phrase.deictic = Int(word.value)
    case .lastNight:
      guard pieces == 0 else { return nil }
      phrase.deictic = Int(word.value)
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
        guard abs(reader.word(index + 1).value) <= 1 else { return nil }
        phrase.deictic = Int(reader.word(index + 1).value)
        return index + 2
      case .vetoAfter where reader.word(index + 1).value == 4 && reader.continues(index + 1):
        return nil
      default:
        // «اليوم الـ236 من الحرب» counts days.
        if reader.skipArticle(at: index + 1) > index + 1 { return nil }
      }
      phrase.deictic = 0
    case .this:
      let next = reader.word(index + 1)
      guard index == start || phrase.part != nil, reader.continuesPlain(index + 1),
        next.flags.contains(.definite)
      else { return nil }
      // «هذا المساء» is today's; «هذا العصر» is this age.
      if next.role == .dayPart, !next.flags.contains(.ambiguous), phrase.part == nil {
        phrase.deictic = 0
        return index + 1
      }
      guard isDayNoun(index + 1, in: reader) else { return nil }
      phrase.deictic = 0
      return index + 2
    default:
      return nil
    }
    return closing(index + Int(word.length), from: index, in: reader)
  }

  /// «غد» and «غدا» are also parts of other words and a verb; they want a sign of time beside them.
  private func isDeictic(
    _ word: DateWord,
    at index: Int,
    in reader: borrowing PhraseReader
  ) -> Bool {
    guard word.flags.contains(.ambiguous) else { return true }
    let next = index + 1
    if isVerbOfBecoming(index, in: reader) { return false }
    if reader.tokens[index].letterCount - Int32(word.procliticLetters) == 3 {
      // «غدا»: before an adjective with tanween it is “became”.
      return
        !(reader.continues(next) && reader.isWord(next) && reader.role(next) == .none
        && reader.tokens[next].letterCount >= 4 && !reader.isDefiniteWord(next)
        && reader.letters(of: next).last == LetterCode.alef)
    }
    if phrase.part != nil || word.preposition != .none { return phrase.part != nil }
    if reader.continues(index) {
      if isDayNoun(index - 1, in: reader) { return true }
      switch reader.role(index - 1) {
      case .from, .until, .since, .to, .dayPart: return true
      default: break
      }
    }
    return reader.continuesPlain(next) && reader.role(next) == .weekday
  }

  /// «غدا الملف شائكا»: at the head of its clause, before a subject and an accusative, it is “became”.
  private func isVerbOfBecoming(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    guard !reader.continues(index) || reader.mark(index - 1) != .none,
      reader.role(index + 1) == .none, reader.continuesPlain(index + 1),
      reader.isDefiniteWord(index + 1), reader.continues(index + 2), reader.isWord(index + 2),
      reader.role(index + 2) == .none, reader.tokens[index + 2].letterCount >= 4,
      !reader.isDefiniteWord(index + 2)
    else { return false }
    return reader.letters(of: index + 2).last == LetterCode.alef && !reader.hasTanween(index)
  }

  mutating func takeDate(at index: Int, in reader: borrowing PhraseReader) -> Int? {
    guard other == nil else { return nil }
    if phrase.date != nil { return takeEquivalent(at: index, in: reader) }
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
    if let (fields, end) = reader.monthFirstDate(at: at) {
      phrase.date = fields
      return closing(end, from: index, in: reader)
    }
    if let (number, end) = reader.positionedDay(at: at) {
      guard pieces == 0 else { return nil }
      other = number
      return end
    }
    if at > index, let day = reader.digits(at), (1...31).contains(day), pieces == 0,
      reader.digitCount(at) <= 2, let direction = reader.direction(at: at + 1),
      abs(direction.value) == 1, reader.word(at + 1).flags.contains(.definite)
    {
      // «يوم 25 الماضي».
      other = .numberedDay(day, direction: direction.value)
      return direction.end
    }
    guard let day = reader.dayNumber(at: at),
      let (found, end) = reader.dayTail(day.value, kind: day.kind, at: day.end)
    else { return nil }
    switch found {
    case .day(let dated):
      phrase.date = dated.date
      phrase.hasOrdinal = day.kind == .ordinal
    case .dayOfMonth, .dayOfSameMonth:
      guard pieces == 0 || (phrase.deictic == nil && phrase.part == nil) else { return nil }
      other = found
    default: return nil
    }
    return closing(end, from: index, in: reader)
  }

  /// «29/7/2015م» in brackets behind «13/10/1436هـ»: the same day in the other calendar.
  private mutating func takeEquivalent(
    at index: Int,
    in reader: borrowing PhraseReader
  ) -> Int? {
    guard phrase.equivalent == nil, !isInner, let date = phrase.date,
      date.calendar == .hijri || date.calendar == .gregorian,
      reader.mark(index - 1) == .openBracket
    else { return nil }
    var inner = DayComposer(start: index, isInner: true)
    inner.run(in: reader)
    guard let second = inner.phrase.date, second.calendar != date.calendar,
      second.calendar == .hijri || second.calendar == .gregorian, inner.pieces == 1
    else { return nil }
    phrase.equivalent = second
    return closing(inner.position, from: index, in: reader)
  }

  func isDayNoun(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    let word = reader.word(index)
    if word.role == .dateNoun { return word.value == 1 }
    return word.role == .unit && word.value == TimeUnit.day.rawValue
      && !word.flags.contains(.plural)
  }
}
