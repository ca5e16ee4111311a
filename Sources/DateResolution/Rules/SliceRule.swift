import ArabicText
import Lexicons

/// A numbered part of a longer unit: «الربع الأول من العام», «النصف الثاني من شهر حزيران», «الأسبوع الأخير
/// من آب», «الثلث الأول من رمضان».
struct SliceRule: DateRule {
  let name = "slice"
  let starts: Set<DateWordClass> = [.half, .quarter, .third, .unit]
  /// What can stand behind من.
  let units: [any DateRule]

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    let noun = reader.word(index)
    guard noun.flags.contains(.definite),
      reader.continuesPlain(index + 1), let ordinal = ordinal(at: index + 1, in: reader),
      let slice = slice(noun, ordinal.value)
    else { return nil }
    var position = ordinal.end
    if reader.role(position) == .from, reader.word(position).length == 1 {
      position += 1
    } else if !(reader.word(position).preposition == .lam && reader.continues(position)) {
      // «الربع الأول» alone belongs to the current year only before a year or direction.
      guard reader.isNumber(position) || reader.isYear(position) else { return nil }
    }
    guard reader.continues(position),
      let whole = PartRule.unit(at: position, rules: units, in: reader)
    else { return nil }
    return Reading(
      phrase: .slice(slice, of: whole.phrase),
      start: index,
      end: whole.end,
      rule: name
    )
  }

  /// The number of the part; «الأخير» is the last.
  private func ordinal(at index: Int, in reader: borrowing PhraseReader) -> NumberReading? {
    if reader.role(index) == .recent {
      return NumberReading(value: 99, kind: .ordinal, end: index + 1, isDefinite: true)
    }
    return reader.ordinal(at: index)
  }

  private func slice(_ noun: DateWord, _ ordinal: Int) -> Slice? {
    switch noun.role {
    case .half: (1...2).contains(ordinal) ? .half(ordinal) : nil
    case .quarter: (1...4).contains(ordinal) || ordinal == 99 ? .quarter(ordinal) : nil
    case .third: (1...3).contains(ordinal) || ordinal == 99 ? .third(ordinal) : nil
    case .unit:
      switch TimeUnit(rawValue: Int(noun.value)) {
      case .week: (1...5).contains(ordinal) || ordinal == 99 ? .week(ordinal) : nil
      case .quarter: (1...4).contains(ordinal) ? .quarter(ordinal) : nil
      default: nil
      }
    default: nil
    }
  }
}
