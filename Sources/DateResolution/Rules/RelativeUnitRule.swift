import ArabicText
import Lexicons

/// A unit counted from the current one: «الشهر الماضي», «الأسبوع المقبل», «هذا العام», «السنة الجارية».
struct RelativeUnitRule: DateRule {
  let name = "relative-unit"
  let starts: Set<DateWordClass> = [.unit, .this, .weekend]

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    var position = index
    let hasDemonstrative = reader.role(position) == .this
    if hasDemonstrative {
      position += 1
      guard reader.continuesPlain(position) else { return nil }
    }
    let noun = reader.word(position)
    guard let unit = Self.unit(of: noun), !noun.flags.contains(.plural),
      !noun.flags.contains(.dual)
    else { return nil }
    // «شهر رمضان الماضي» is another rule's; only the definite noun stands for the current unit.
    guard noun.flags.contains(.definite) || noun.role == .weekend else { return nil }
    let next = position + Int(noun.length)
    if let direction = reader.direction(at: next), reader.word(next).flags.contains(.definite) {
      return reading(unit, direction.value, from: index, to: direction.end)
    }
    if reader.role(next) == .recent, reader.continuesPlain(next), unit != .day {
      return reading(unit, -1, from: index, to: next + 1)
    }
    if reader.continuesPlain(next), reader.role(next) == .following || reader.role(next) == .same {
      let offset = reader.role(next) == .same ? 0 : Int(reader.word(next).value)
      return Reading(
        phrase: .narrative(unit, offset: offset),
        start: index,
        end: next + 1,
        rule: "narrative"
      )
    }
    // «خلال الأسبوع»: too vague without a demonstrative.
    return hasDemonstrative && unit != .day ? reading(unit, 0, from: index, to: next) : nil
  }

  private func reading(_ unit: TimeUnit, _ offset: Int, from start: Int, to end: Int) -> Reading? {
    guard unit >= .day else { return nil }
    if unit == .day, offset != 0 { return nil }
    return Reading(phrase: .relative(unit, offset: offset), start: start, end: end, rule: name)
  }

  static func unit(of word: DateWord) -> TimeUnit? {
    switch word.role {
    case .unit: TimeUnit(rawValue: Int(word.value))
    default: nil
    }
  }
}
