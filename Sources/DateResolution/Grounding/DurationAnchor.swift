import Chronology
import NewsModel

/// Gives a length of time its days where a preposition ties it to the reference.
///
/// «منذ عامين» began two years ago, «في غضون ثلاث سنوات» ends in three. «للمرة الثانية خلال أسبوع», told of the past, has ended.
struct DurationAnchor {
  let settings: DateSettings

  func days(
    of phrase: DatePhrase,
    relation: TemporalRelation?,
    isBehind: Bool,
    reference: CivilDate
  ) -> ClosedRange<CivilDate>? {
    guard case .duration(let count, let unit, _) = phrase, count > 0 else { return nil }
    let grounding = Grounding(reference: reference, settings: settings)
    switch relation {
    case .since:
      guard let first = grounding.moved(reference, by: -count, unit), first <= reference else {
        return nil
      }
      return first...reference
    case .within where isBehind:
      guard let first = grounding.moved(reference, by: -count, unit), first <= reference else {
        return nil
      }
      return first...reference
    case .within:
      guard let last = grounding.moved(reference, by: count, unit), last >= reference else {
        return nil
      }
      return reference...last
    default:
      return nil
    }
  }
}
