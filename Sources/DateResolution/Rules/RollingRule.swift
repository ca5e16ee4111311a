import Lexicons

/// Units that run up to or on from today: «الأيام الثلاثة الماضية», «الأشهر الماضية», «الـ24 ساعة الماضية»,
/// «أسابيع قليلة مقبلة».
struct RollingRule: DateRule {
  var name: String { "rolling-units" }
  var starts: [DateWordClass] { [.unit, .cardinal, .few, .many, .approx, .lastOrdinal] }
  var startsWithNumber: Bool { true }

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    // «آخر ثلاث سنوات».
    if reader.role(index) == .lastOrdinal {
      guard reader.word(index).length == 1, !reader.word(index).flags.contains(.definite),
        reader.continues(index + 1), reader.word(index + 1).procliticLetters == 0,
        let amount = reader.count(at: index + 1), let count = amount.count, count > 1,
        !amount.isDefinite
      else { return nil }
      return Reading(
        phrase: .rolling(count: count, amount.unit, direction: -1),
        start: index,
        end: amount.end,
        rule: name
      )
    }
    guard let amount = reader.count(at: index), !amount.isBareSingular else { return nil }
    guard let (direction, end) = direction(at: amount.end, in: reader) else { return nil }
    // «أيام ماضية» and «الأيام الماضية» both; a single current plural («الأيام الحالية») is the present.
    if direction == 0 {
      return amount.count == nil && amount.isDefinite
        ? Reading(phrase: .vague(0), start: index, end: end, rule: "vague") : nil
    }
    return Reading(
      phrase: .rolling(count: amount.count, amount.unit, direction: direction),
      start: index,
      end: end,
      rule: name
    )
  }

  private func direction(at index: Int, in reader: borrowing PhraseReader) -> (Int, end: Int)? {
    if let (value, end) = reader.direction(at: index), abs(value) <= 1 { return (value, end) }
    if reader.continuesPlain(index) {
      switch reader.role(index) {
      case .recent: return (-1, index + 1)
      case .directionVerb: return (-1, index + 1)
      default: break
      }
    }
    return nil
  }
}
