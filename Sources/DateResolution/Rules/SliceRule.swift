import ArabicText
import Lexicons

/// A numbered part of a longer unit: «الربع الأول من العام», «النصف الثاني من شهر حزيران», «الأسبوع الأخير
/// من آب», «الثلث الأول من رمضان».
struct SliceRule: DateRule {
  var name: String { "slice" }
  var starts: [DateWordClass] { [.half, .quarter, .third, .unit] }
  /// What can stand behind من.
  let units: [any DateRule]

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    guard let (slice, end) = slice(at: index, in: reader) else { return nil }
    if let alone = lastTen(slice, at: index, end: end, in: reader) { return alone }
    var position = end
    if reader.role(position) == .from, reader.word(position).length == 1 {
      position += 1
    } else if !(reader.word(position).preposition == .lam && reader.continues(position)) {
      // «الربع الأول» alone belongs to the current year only before a year or direction.
      guard reader.isNumber(position) || reader.isYear(position) else { return nil }
    }
    guard reader.continues(position),
      let whole = PartRule.unit(at: position, rules: units, in: reader)
    else { return nil }
    // «الأسبوع السادس من الحرب» is none; of a month there are five.
    if case .week(let number) = slice, number > 5, number < 99, !Self.isYear(whole.phrase) {
      return nil
    }
    return Reading(
      phrase: .slice(slice, of: whole.phrase),
      start: index,
      end: whole.end,
      rule: name
    )
  }

  /// «العشر الأواخر» alone are those of Ramadan.
  private func lastTen(
    _ slice: Slice,
    at index: Int,
    end: Int,
    in reader: borrowing PhraseReader
  ) -> Reading? {
    guard case .third(3) = slice, reader.word(index).role == .third, reader.word(index).value == 3,
      reader.word(index).flags.contains(.plural)
    else { return nil }
    let next = reader.role(end)
    guard
      !reader.continues(end)
        || (next != .from && next != .month && next != .hijriMonth && next != .unit)
    else { return nil }
    var ramadan = DateFields()
    ramadan.calendar = .hijri
    ramadan.month = 9
    return Reading(phrase: .slice(slice, of: .fields(ramadan)), start: index, end: end, rule: name)
  }

  private static func isYear(_ phrase: DatePhrase) -> Bool {
    switch phrase {
    case .fields(let fields): fields.month == nil
    case .relative(let unit, _): unit == .year
    default: false
    }
  }

  private func slice(at index: Int, in reader: borrowing PhraseReader) -> (Slice, end: Int)? {
    let noun = reader.word(index)
    // «العشر الأواخر» says it in one.
    if noun.role == .third, noun.value > 0 {
      return (.third(Int(noun.value)), index + Int(noun.length))
    }
    guard noun.flags.contains(.definite) else { return nil }
    if reader.continuesPlain(index + 1), let ordinal = ordinal(at: index + 1, in: reader),
      let slice = slice(noun, ordinal.value)
    {
      return (slice, ordinal.end)
    }
    // «الأشهر الستة الأولى», «الأيام العشرة الأخيرة».
    guard noun.role == .unit, let amount = reader.count(at: index), let count = amount.count,
      amount.isDefinite, reader.continuesPlain(amount.end),
      let ordinal = ordinal(at: amount.end, in: reader)
    else { return nil }
    switch ordinal.value {
    case 1: return (.leading(count, amount.unit), ordinal.end)
    case 99: return (.trailing(count, amount.unit), ordinal.end)
    default: return nil
    }
  }

  /// The number of the part; «الأخير» is the last.
  private func ordinal(at index: Int, in reader: borrowing PhraseReader) -> NumberReading? {
    if reader.role(index) == .recent {
      return NumberReading(value: 99, kind: .ordinal, end: index + 1, isDefinite: true)
    }
    if let ordinal = reader.ordinal(at: index) { return ordinal }
    // «الأسبوع الـ23 من عام 2020».
    guard let number = reader.number(at: index), number.kind == .digits, number.isDefinite else {
      return nil
    }
    return number
  }

  private func slice(_ noun: DateWord, _ ordinal: Int) -> Slice? {
    switch noun.role {
    case .half: (1...2).contains(ordinal) ? .half(ordinal) : nil
    case .quarter: (1...4).contains(ordinal) || ordinal == 99 ? .quarter(ordinal) : nil
    case .third: (1...3).contains(ordinal) || ordinal == 99 ? .third(ordinal) : nil
    case .unit:
      switch TimeUnit(rawValue: Int(noun.value)) {
      case .week: (1...53).contains(ordinal) || ordinal == 99 ? .week(ordinal) : nil
      case .quarter: (1...4).contains(ordinal) ? .quarter(ordinal) : nil
      case .decade: (1...10).contains(ordinal) || ordinal == 99 ? .decade(ordinal) : nil
      default: nil
      }
    default: nil
    }
  }
}
