import ArabicText
import Lexicons

/// The start, middle or end of a longer unit: «مطلع آب/أغسطس», «نهاية العام», «منتصف الشهر الماضي».
///
/// Behind such a word the bare definite unit is the current one: «نهاية العام» is the end of this year.
struct PartRule: DateRule {
  var name: String { "part-of-unit" }
  var starts: [DateWordClass] { [.part] }
  /// What can stand behind the part.
  let units: [any DateRule]

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    let word = reader.word(index)
    guard word.role == .part, let part = UnitPart(rawValue: Int(word.value)) else { return nil }
    var position = index + Int(word.length)
    if reader.role(position) == .from, reader.word(position).length == 1 { position += 1 }
    guard reader.continuesPlain(position) || reader.isNumber(position), reader.continues(position)
    else { return nil }
    guard let inner = Self.unit(at: position, rules: units, in: reader) else { return nil }
    return Reading(
      phrase: .part(part, of: inner.phrase),
      start: index,
      end: inner.end,
      rule: name
    )
  }

  /// The longest unit at a token; a bare definite noun is the current unit.
  static func unit(
    at index: Int,
    rules: [any DateRule],
    in reader: borrowing PhraseReader
  ) -> Reading? {
    var best: Reading?
    for rule in rules {
      if let reading = rule.read(at: index, in: reader), reading.end > best?.end ?? index {
        best = reading
      }
    }
    if best != nil { return best }
    if let year = reader.year(at: index, inWords: true), (1800...2100).contains(year.value),
      !YearRule.isCounted(year.end, in: reader)
    {
      var fields = DateFields()
      fields.year = .stated(year.value)
      return Reading(phrase: .fields(fields), start: index, end: year.end, rule: "year")
    }
    let noun = reader.word(index)
    guard let unit = RelativeUnitRule.unit(of: noun), unit > .day,
      noun.flags.contains(.definite), !noun.flags.contains(.plural), !noun.flags.contains(.dual)
    else { return nil }
    // «بداية العام الدراسي»: a year of school begins where no calendar says.
    let next = index + Int(noun.length)
    if reader.role(next) == .school, reader.continuesPlain(next) { return nil }
    return Reading(
      phrase: .relative(unit, offset: 0),
      start: index,
      end: index + Int(noun.length),
      rule: "relative-unit"
    )
  }
}
