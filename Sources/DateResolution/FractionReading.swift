import Lexicons

extension PhraseReader {
  /// «نصف سنة», «ربع قرن», «نصف ساعة»: a fraction of a unit.
  func fraction(at index: Int) -> CountReading? {
    let part = word(index)
    let unitIndex = index + 1
    guard part.length == 1, !part.flags.contains(.definite), continuesPlain(unitIndex),
      let unit = unitWord(unitIndex), !word(unitIndex).flags.contains(.dual),
      !word(unitIndex).flags.contains(.plural), !word(unitIndex).flags.contains(.definite),
      role(unitIndex + 1) != .cardinal, !isNumber(unitIndex + 1),
      Self.calendar(of: role(unitIndex + 1)) == nil
    else { return nil }
    let parts: Int
    switch part.role {
    case .half: parts = 2
    case .third: parts = 3
    case .quarter: parts = 4
    default: return nil
    }
    let whole: (Int, TimeUnit)
    switch unit {
    case .minute: whole = (60, .second)
    case .hour: whole = (60, .minute)
    case .day: whole = (24, .hour)
    case .month: whole = (30, .day)
    case .year: whole = (12, .month)
    case .decade: whole = (10, .year)
    case .century: whole = (100, .year)
    default: return nil
    }
    let count = whole.0 / parts
    return CountReading(
      count: count,
      unit: whole.1,
      iso: Self.iso(count, whole.1),
      end: unitIndex + 1,
      isDefinite: false
    )
  }
}
