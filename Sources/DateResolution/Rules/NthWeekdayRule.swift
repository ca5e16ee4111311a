import Chronology
import Lexicons

/// A weekday by its place in a longer unit: «أول ثلاثاء من تموز», «آخر أحد من الشهر الماضي», «الثلاثاء الأخير من
/// حزيران».
///
/// «الثلاثاء الثالث من أيلول» may also be a Tuesday the third; grounding looks which is true.
struct NthWeekdayRule: DateRule {
  var name: String { "nth-weekday" }
  var starts: [DateWordClass] { [.ordinal, .lastOrdinal, .weekday, .unit] }
  /// What can stand behind من.
  let units: [any DateRule]

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    guard let (number, weekday, end) = place(at: index, in: reader) else { return nil }
    var position = end
    if reader.role(position) == .from || reader.role(position) == .inside {
      guard reader.word(position).length == 1 else { return nil }
      position += 1
    } else if reader.word(position).preposition == .none {
      return nil
    }
    guard reader.continues(position),
      let whole = PartRule.unit(at: position, rules: units, in: reader)
    else { return nil }
    return Reading(
      phrase: .nthWeekday(number, weekday, of: whole.phrase),
      start: index,
      end: whole.end,
      rule: name
    )
  }

  private func place(
    at index: Int,
    in reader: borrowing PhraseReader
  ) -> (Int, Weekday, end: Int)? {
    let first = reader.word(index)
    if first.role == .ordinal || first.role == .lastOrdinal {
      guard first.length == 1, !first.flags.contains(.definite),
        (1...5).contains(first.value) || first.value == 99
      else { return nil }
      let at = index + 1 + (reader.unitWord(index + 1) == .day ? 1 : 0)
      guard reader.continuesPlain(at), let weekday = bareWeekday(at, in: reader) else {
        return nil
      }
      return (Int(first.value), weekday, at + 1)
    }
    let at = reader.unitWord(index) == .day ? index + 1 : index
    guard reader.role(at) == .weekday, at == index || reader.continuesPlain(at),
      let weekday = Weekday(rawValue: Int(reader.word(at).value)),
      reader.continuesPlain(at + 1),
      reader.role(at + 1) == .recent || reader.role(at + 1) == .lastOrdinal
    else { return nil }
    return (99, weekday, at + 2)
  }

  /// A weekday without its article; اثنين is also the number two.
  private func bareWeekday(_ index: Int, in reader: borrowing PhraseReader) -> Weekday? {
    let word = reader.word(index)
    switch word.role {
    case .weekday, .weekdayBare: return Weekday(rawValue: Int(word.value))
    case .cardinal where word.value == 2 && word.length == 1: return .monday
    default: return nil
    }
  }
}
