import ArabicText
import Chronology
import Lexicons
import NewsModel

/// Reads the preposition that ties a time to its event: «منذ», «بحلول», «حتى», «قبل», «اعتباراً من».
struct RelationRefiner: Refiner {
  func refine(
    _ candidates: inout [Candidate],
    sentence: Range<Int>,
    in reader: borrowing PhraseReader
  ) {
    for index in candidates.indices {
      candidates[index].relation = relation(of: candidates[index].reading, in: reader)
    }
  }

  private func relation(
    of reading: Reading,
    in reader: borrowing PhraseReader
  ) -> TemporalRelation? {
    let first = reading.start
    // «بنهاية العام»: the letter ب before an end is “by”.
    if reader.word(first).preposition == .beh, case .part(let part, _) = reading.phrase,
      part.modifier == .end
    {
      return .by
    }
    guard reader.continues(first) else { return nil }
    var before = first - 1
    // «حتى يوم», «منذ حوالي»: words between that belong to neither.
    if reader.role(before) == .approx || reader.role(before) == .dateNoun { before -= 1 }
    // A preposition of several words ends here but begins earlier.
    for length in 1...3 {
      let start = before - length + 1
      guard Int(reader.word(start).length) == length, start >= 0 else { continue }
      switch reader.role(start) {
      case .since: return .since
      case .until, .to: return .until
      case .by: return .by
      case .before: return .before
      case .after: return .after
      case .within: return .within
      case .from where length > 1: return .from
      default: continue
      }
    }
    return nil
  }
}
