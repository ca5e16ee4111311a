import ArabicText
import Lexicons

/// All rules in order; of two that read equally far, the earlier wins.
struct RuleList: Sendable {
  let rules: [any DateRule]
  private let byRole: [[Int]]
  private let forNumbers: [Int]

  init() {
    let units: [any DateRule] = [
      MonthRule(), YearRule(), RelativeUnitRule(), LongUnitRule(), SeasonRule(),
    ]
    let nth = NthWeekdayRule(units: units)
    let slice = SliceRule(units: units)
    let part = PartRule(units: units + [slice])
    let rangeEnds: [any DateRule] = [DayRule(), part, slice] + units
    let rules: [any DateRule] =
      [
        RateRule(), ClockRangeRule(), RangeRule(ends: rangeEnds), DayListRule(), WeekdayListRule(),
        DayRule(), nth, part, slice,
        RollingRule(),
        OffsetRule(),
      ] + units + [
        OccasionRule(), RecurrenceRule(), DurationRule(), VagueRule(),
      ]
    var byRole = [[Int]](repeating: [], count: DateWordClass.allCases.count)
    for (position, role) in DateWordClass.allCases.enumerated() {
      byRole[position] = rules.indices.filter { rules[$0].starts.contains(role) }
    }
    self.rules = rules
    self.byRole = byRole
    forNumbers = rules.indices.filter { rules[$0].startsWithNumber }
  }

  /// The longest phrase that begins at a token.
  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    // «(خمسة) أيام»: an amount may stand in brackets.
    let first = reader.mark(index) == .openBracket ? index + 1 : index
    if first > index, reader.role(first) != .cardinal, !reader.isNumber(first) { return nil }
    let candidates = reader.isNumber(first) ? forNumbers : byRole[reader.role(first).position]
    var best: Reading?
    for candidate in candidates {
      if let reading = rules[candidate].read(at: index, in: reader),
        reading.end > best?.end ?? index
      {
        best = reading
      }
    }
    return best
  }
}
