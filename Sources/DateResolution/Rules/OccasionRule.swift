import Lexicons

/// A feast: «عيد الفطر», «عيد الأضحى الماضي», «رأس السنة الهجرية», «عيد الميلاد عام 2020».
struct OccasionRule: DateRule {
  var name: String { "occasion" }
  var starts: [DateWordClass] { [.occasion, .ordinal, .unit, .lastOrdinal] }

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    if reader.role(index) != .occasion { return dayOfFeast(at: index, in: reader) }
    let word = reader.word(index)
    guard word.role == .occasion, Int(word.value) < reader.lexicon.occasions.count else {
      return nil
    }
    let occasion = reader.lexicon.occasions[Int(word.value)]
    if word.flags.contains(.ambiguous), !isFeast(at: index, in: reader) { return nil }
    let next = index + Int(word.length)
    var year = YearReference.unsaid
    var end = next
    if reader.continues(next) {
      if let stated = reader.year(at: next) {
        year = .stated(stated.value)
        end = stated.end
      } else if let (told, after) = reader.yearNoun(at: next) {
        year = told
        end = after
      } else if let direction = reader.direction(at: next) {
        year = .relative(direction.value)
        end = direction.end
      }
    }
    return Reading(phrase: .occasion(occasion, year: year), start: index, end: end, rule: name)
  }

  /// «أيام العيد», «بعد العيد»: one of the two, where a word of time stands before it and no name
  /// behind («العيد الوطني»).
  private func isFeast(at index: Int, in reader: borrowing PhraseReader) -> Bool {
    guard reader.continues(index), !reader.continues(index + 1) || !reader.isDefiniteWord(index + 1)
    else { return false }
    switch reader.role(index - 1) {
    case .inside, .since, .until, .within, .after, .before, .part: return true
    case .unit: return reader.unitWord(index - 1) == .day
    default: return false
    }
  }

  /// «أول أيام عيد الأضحى», «اليوم الثاني من عيد الفطر», «ثالث يوم عيد».
  private func dayOfFeast(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    var number = 0
    var position = index
    let first = reader.word(index)
    if first.role == .ordinal || first.role == .lastOrdinal, first.length == 1,
      reader.unitWord(index + 1) == .day, reader.continuesPlain(index + 1)
    {
      number = Int(first.value)
      position = index + 2
    } else if reader.unitWord(index) == .day, reader.role(index + 1) == .ordinal,
      reader.continuesPlain(index + 1)
    {
      number = Int(reader.word(index + 1).value)
      position = index + 1 + Int(reader.word(index + 1).length)
      guard reader.role(position) == .from else { return nil }
    } else {
      return nil
    }
    if reader.role(position) == .from { position += 1 }
    guard reader.continuesPlain(position), reader.role(position) == .occasion,
      let feast = read(at: position, in: reader),
      case .occasion(let occasion, let year) = feast.phrase
    else { return nil }
    if number == 99 { number = occasion.length }
    guard (1...occasion.length).contains(number) else { return nil }
    return Reading(
      phrase: .occasionDay(number, occasion, year: year),
      start: index,
      end: feast.end,
      rule: name
    )
  }
}
