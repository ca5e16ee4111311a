import Lexicons

/// Hands the year that one date says to its neighbours of the same sentence: «في 12 آذار و5 نيسان 2019».
struct YearRefiner: Refiner {
  /// How many tokens may lie between two dates that share a year.
  private static let reach = 8

  func refine(
    _ candidates: inout [Candidate],
    sentence: Range<Int>,
    in reader: borrowing PhraseReader
  ) {
    for index in candidates.indices {
      guard lacksYear(candidates[index].reading.phrase) else { continue }
      if index + 1 < candidates.count {
        let next = candidates[index + 1].reading
        if next.start - candidates[index].reading.end <= 3, let year = statedYear(next.phrase),
          isDayOrMonth(next.phrase)
        {
          candidates[index].clauseYear = year
          continue
        }
      }
      if index > 0 {
        let previous = candidates[index - 1].reading
        let distance = candidates[index].reading.start - previous.end
        // «عام 1968، في آب»: a year alone holds for the month told right behind it.
        if distance <= Self.reach,
          isDayOrMonth(previous.phrase) || (distance <= 2 && candidates[index].outlook != .future)
        {
          candidates[index].clauseYear = statedYear(previous.phrase)
        }
      }
    }
  }

  private func fields(of phrase: DatePhrase) -> DateFields? {
    switch phrase {
    case .day(let day): day.date
    case .fields(let fields): fields
    case .part(_, let inner), .slice(_, let inner): fields(of: inner)
    case .range(_, let last): fields(of: last)
    default: nil
    }
  }

  private func isDayOrMonth(_ phrase: DatePhrase) -> Bool { fields(of: phrase)?.month != nil }

  private func lacksYear(_ phrase: DatePhrase) -> Bool {
    guard let fields = fields(of: phrase) else { return false }
    return fields.month != nil && fields.year == .unsaid && fields.direction == nil
      && fields.calendar == .gregorian
  }

  private func statedYear(_ phrase: DatePhrase) -> Int? {
    guard let fields = fields(of: phrase), fields.calendar == .gregorian,
      case .stated(let year) = fields.year
    else { return nil }
    return year
  }
}
