import ArabicText
import Lexicons

/// Decades and centuries: «التسعينيات», «ثمانينيات القرن الماضي», «القرن العشرين», «القرن الحادي والعشرين».
struct LongUnitRule: DateRule {
  var name: String { "decade" }
  var starts: [DateWordClass] { [.decadeName, .unit] }

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    let word = reader.word(index)
    if word.role == .decadeName { return decade(word, at: index, in: reader) }
    if let two = centuries(at: index, in: reader) { return two }
    guard word.role == .unit, !word.flags.contains(.plural), !word.flags.contains(.dual) else {
      return nil
    }
    // «عقد الثمانينيات».
    if word.value == TimeUnit.decade.rawValue, reader.role(index + 1) == .decadeName,
      reader.continuesPlain(index + 1),
      var reading = decade(reader.word(index + 1), at: index + 1, in: reader)
    {
      reading.start = index
      return reading
    }
    guard word.value == TimeUnit.century.rawValue, word.flags.contains(.definite),
      reader.continues(index + 1)
    else { return nil }
    if let (number, end) = centuryNumber(at: index + 1, in: reader),
      reader.role(end) != .beforeChrist || !reader.continues(end)
    {
      return Reading(phrase: .century(number), start: index, end: end, rule: "century")
    }
    return nil
  }

  /// «القرنين التاسع عشر والعشرين», «القرنين 19 و20»: from the first to the second.
  private func centuries(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    let word = reader.word(index)
    guard word.role == .unit, word.value == TimeUnit.century.rawValue, word.flags.contains(.dual),
      word.flags.contains(.definite), reader.continues(index + 1),
      let first = reader.number(at: index + 1), first.kind != .cardinal, reader.continues(first.end)
    else { return nil }
    var next = first.end
    if reader.isLetter(LetterCode.waw, at: next) {
      next += 1
    } else if !reader.word(next).flags.contains(.conjoined) {
      return nil
    }
    if reader.unitWord(next) == .century { next += 1 }
    guard let second = reader.number(at: next), (1...30).contains(first.value),
      (1...30).contains(second.value), first.value < second.value
    else { return nil }
    return Reading(
      phrase: .range(.century(first.value), .century(second.value)),
      start: index,
      end: second.end,
      rule: "century"
    )
  }

  /// «العشرين», «التاسع عشر», «الحادي والعشرين», «الـ19».
  private func centuryNumber(at index: Int, in reader: borrowing PhraseReader) -> (Int, end: Int)? {
    guard let number = reader.number(at: index), number.isDefinite || number.kind == .ordinal,
      (1...30).contains(number.value)
    else { return nil }
    return (number.value, number.end)
  }

  private func decade(_ word: DateWord, at index: Int, in reader: borrowing PhraseReader)
    -> Reading?
  {
    let next = index + Int(word.length)
    // «تسعينيات القرن الماضي», «ستينيات القرن التاسع عشر».
    var at = next
    if reader.role(at) == .from { at += 1 }
    if reader.continues(at), reader.word(at).role == .unit,
      reader.word(at).value == TimeUnit.century.rawValue
    {
      if let direction = reader.direction(at: at + 1) {
        let first = direction.value < 0 ? 1900 : 2000
        return reading(first + Int(word.value), from: index, to: direction.end)
      }
      if let (number, end) = centuryNumber(at: at + 1, in: reader) {
        return reading((number - 1) * 100 + Int(word.value), from: index, to: end)
      }
    }
    // «في الخمسينات من عمره» is an age.
    guard word.flags.contains(.definite), reader.role(next) != .from else { return nil }
    return reading(1900 + Int(word.value), from: index, to: next)
  }

  private func reading(_ year: Int, from: Int, to: Int) -> Reading {
    Reading(phrase: .decade(year), start: from, end: to, rule: name)
  }
}
