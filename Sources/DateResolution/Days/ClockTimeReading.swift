import ArabicText
import Lexicons

/// A time of the clock: «الساعة السادسة», «الساعة (11:59)», «الحادية عشرة وتسع وخمسين دقيقة».
extension PhraseReader {
  /// The hour and minute told at a token, and the token after them; the part of the day is not
  /// taken into account yet.
  func clockTime(at index: Int) -> (hour: Int, minute: Int, end: Int)? {
    guard role(index) == .clock else { return bareClockTime(at: index) }
    var position = index + Int(word(index).length)
    if role(position) == .clock { position += Int(word(position).length) }
    let isBracketed = mark(position) == .openBracket
    if isBracketed { position += 1 }
    guard continues(position) || isBracketed else { return nil }
    return hourAndMinute(at: position, isBracketed: isBracketed)
  }

  /// «الثامنة والنصف صباحا», «6:30 مساء», «عند 18:30»: no «الساعة», so something else must tell that
  /// it is a time.
  private func bareClockTime(at index: Int) -> (hour: Int, minute: Int, end: Int)? {
    if isNumber(index) {
      if let hour = cuedHour(at: index) { return hour }
      guard mark(index + 1) == .colon, gap(index + 1) == .glued, gap(index + 2) == .glued,
        digitCount(index + 2) == 2,
        mark(index + 3) != .colon || gap(index + 3) != .glued || digitCount(index + 4) == 2,
        gap(index) != .glued || mark(index - 1) == .openBracket,
        let found = hourAndMinute(at: index, isBracketed: false)
      else { return nil }
      let isCued =
        role(index - 1) == .clockCue || role(index - 1) == .weekday
        || role(index - 1) == .deictic || role(index - 1) == .dayPart
      return isCued || tellsHalfOfDay(found.end) ? found : nil
    }
    let first = word(index)
    guard first.flags.contains(.definite), (1...12).contains(first.value),
      first.role == .ordinal && first.flags.contains(.feminine)
        || first.role == .cardinal && first.value == 1,
      mayPrecedeHour(index),
      let found = hourAndMinute(at: index, isBracketed: false), tellsHalfOfDay(found.end)
    else { return nil }
    return found
  }

  /// «عند 8 مساء», «حتى 5 مساء»: digits alone want a preposition before them and the half of the day
  /// behind; «قتل 8 مساء أمس» counts.
  private func cuedHour(at index: Int) -> (hour: Int, minute: Int, end: Int)? {
    guard let hour = digits(index), (1...12).contains(hour), digitCount(index) <= 2,
      gap(index) == .space, continues(index + 1), role(index + 1) == .dayPart,
      !word(index + 1).flags.contains(.definite), word(index + 1).procliticLetters == 0
    else { return nil }
    switch role(index - 1) {
    case .inside, .clockCue, .until, .since, .before, .after, .weekday:
      return (hour, 0, index + 1)
    default: return nil
    }
  }

  /// Whether the hour may stand here: «الجولة الثالثة مساء السبت» is a round, no hour.
  private func mayPrecedeHour(_ index: Int) -> Bool {
    guard continues(index), mark(index - 1) == .none else { return true }
    switch role(index - 1) {
    case .inside, .since, .until, .from, .to, .between, .after, .before, .approx, .clockCue,
      .deictic, .weekday, .dayPart, .tonight, .each:
      return true
    default:
      return word(index).procliticLetters > 0
    }
  }

  /// «مساء», «من صباح», «ص», «بتوقيت غرينتش» behind an hour.
  private func tellsHalfOfDay(_ index: Int) -> Bool {
    guard continues(index) else { return false }
    switch role(index) {
    case .dayPart: return !word(index).flags.contains(.definite)
    case .meridiem: return true
    case .gregorianEra: return tokens[index].letterCount == 1
    case .zone, .zoneName: return timeZone(at: index) != nil
    case .from: return role(index + 1) == .dayPart && continues(index + 1)
    default: return false
    }
  }

  /// An hour that a range ties to a clock time: «5» of «من 5 إلى 6 مساء», «الرابعة» of «بين الرابعة والخامسة
  /// عصرا».
  func plainHour(at index: Int) -> (hour: Int, minute: Int, end: Int)? {
    if !isNumber(index) {
      let first = word(index)
      guard first.flags.contains(.definite), (1...12).contains(first.value),
        first.role == .ordinal && first.flags.contains(.feminine)
          || first.role == .cardinal && first.value == 1
      else { return nil }
    }
    guard let found = hourAndMinute(at: index, isBracketed: false), found.hour <= 24 else {
      return nil
    }
    return found
  }

  /// «السادسة», «6:30», «18.30», «السادسة إلا ربعا»; an hour of a range may stand bare.
  func hourAndMinute(
    at index: Int,
    isBracketed: Bool
  ) -> (hour: Int, minute: Int, end: Int)? {
    let plain = digits(index).map { NumberReading(value: $0, kind: .digits, end: index + 1) }
    guard let hour = plain ?? number(at: index), (0...24).contains(hour.value),
      digitCount(index) <= 2 || hour.kind != .digits
    else { return nil }
    var position = hour.end
    var minute = 0
    if hour.kind == .digits, mark(position) == .colon || mark(position) == .stop,
      gap(position) == .glued, let value = digits(position + 1), value < 60,
      gap(position + 1) == .glued, digitCount(position + 1) == 2
    {
      minute = value
      position += 2
      // Seconds are read and dropped.
      if mark(position) == .colon, gap(position) == .glued, digits(position + 1) != nil {
        position += 2
      }
    } else if let (value, end) = spelledMinutes(at: position) {
      minute = value
      position = end
    }
    // «8:20 دقيقة مساء».
    if minute > 0, hour.kind == .digits, continuesPlain(position), position > hour.end,
      role(position) == .unit, word(position).value == TimeUnit.minute.rawValue,
      role(position + 1) == .dayPart || role(position + 1) == .meridiem
    {
      position += 1
    }
    if isBracketed, mark(position) == .closeBracket { position += 1 }
    return minute >= 0
      ? (hour.value, minute, position)
      : ((hour.value + 23) % 24, minute + 60, position)
  }

  /// «وتسع وخمسين دقيقة», «و30 دقيقة», «والنصف», «إلا ربعا» (negative).
  private func spelledMinutes(at index: Int) -> (Int, end: Int)? {
    guard continues(index) else { return nil }
    if role(index) == .clockFraction {
      return (Int(word(index).value), index + Int(word(index).length))
    }
    var position = index
    if isLetter(LetterCode.waw, at: position), isNumber(position + 1) { position += 1 }
    guard let minutes = number(at: position), minutes.value < 60, minutes.kind != .ordinal else {
      return nil
    }
    // «الحادية عشرة وعشرين مساء».
    if minutes.kind == .cardinal, word(index).flags.contains(.conjoined),
      continuesPlain(minutes.end), role(minutes.end) == .dayPart, minutes.value % 5 == 0
    {
      return (minutes.value, minutes.end)
    }
    guard role(minutes.end) == .unit, word(minutes.end).value == TimeUnit.minute.rawValue else {
      return nil
    }
    return (minutes.value, minutes.end + 1)
  }

  /// «بتوقيت غرينتش», «بتوقيت واشنطن العاصمة», «بالتوقيت المحلي»: the words are taken, the clock stays
  /// that of the place named.
  func timeZone(at index: Int) -> Int? {
    guard continues(index) else { return nil }
    if role(index) == .zoneName { return index + Int(word(index).length) }
    guard role(index) == .zone else { return nil }
    var end = index + Int(word(index).length)
    var taken = 0
    while taken < 2, continuesPlain(end), isWord(end),
      role(end) == .none || role(end) == .zoneName
        || role(end) == .vetoBefore
    {
      end += 1
      taken += 1
      // «بتوقيت بغداد», «بتوقيت واشنطن العاصمة», «بتوقيت مكة المكرمة»: a second word is an adjective.
      guard continuesPlain(end), isDefiniteWord(end) else { break }
    }
    return taken > 0 ? end : nil
  }

  func isDefiniteWord(_ index: Int) -> Bool {
    guard isWord(index), tokens[index].letterCount > 3 else { return false }
    return letters(of: index).starts(with: [LetterCode.alef, LetterCode.lam])
  }

  func letters(of index: Int) -> UnsafeBufferPointer<UInt8>.SubSequence {
    let token = tokens[index]
    let start = Int(token.lettersStart)
    return folded[start..<start + Int(token.letterCount)]
  }
}
