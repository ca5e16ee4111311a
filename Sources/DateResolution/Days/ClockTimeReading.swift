import ArabicText
import Lexicons

/// A time of the clock: «الساعة السادسة», «الساعة (11:59)», «الحادية عشرة وتسع وخمسين دقيقة».
extension PhraseReader {
  /// The hour and minute told at a token, and the token after them; the part of the day is not
  /// taken into account yet.
  func clockTime(at index: Int) -> (hour: Int, minute: Int, end: Int)? {
    guard role(index) == .clock else { return nil }
    var position = index + Int(word(index).length)
    if role(position) == .clock { position += Int(word(position).length) }
    let isBracketed = mark(position) == .openBracket
    if isBracketed { position += 1 }
    guard continues(position) || isBracketed else { return nil }
    guard let hour = number(at: position), (0...24).contains(hour.value) else { return nil }
    position = hour.end
    var minute = 0
    if hour.kind == .digits, mark(position) == .colon || mark(position) == .stop,
      gap(position) == .glued, let value = digits(position + 1), value < 60,
      gap(position + 1) == .glued
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
    guard let minutes = number(at: position), minutes.value < 60, minutes.kind != .ordinal,
      role(minutes.end) == .unit, word(minutes.end).value == TimeUnit.minute.rawValue
    else { return nil }
    return (minutes.value, minutes.end + 1)
  }

  /// «بتوقيت غرينتش», «بتوقيت واشنطن العاصمة», «بالتوقيت المحلي»: the words are taken, the clock stays
  /// that of the place named.
  func timeZone(at index: Int) -> Int? {
    guard continues(index) else { return nil }
    if role(index) == .zoneName { return index + 1 }
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
