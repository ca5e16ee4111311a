import ArabicText
import Lexicons

/// Ties a weekday to the feast told beside it: «الأحد، ثالث أيام عيد الفطر».
struct FeastRefiner: Refiner {
  func refine(
    _ candidates: inout [Candidate],
    sentence: Range<Int>,
    in reader: borrowing PhraseReader
  ) {
    for index in candidates.indices.dropLast() {
      guard case .day(let day) = candidates[index].reading.phrase, day.weekday != nil,
        day.deictic == nil, day.date == nil, day.weekdayDirection == nil, day.week == nil
      else { continue }
      let next = candidates[index + 1].reading
      var end = candidates[index].reading.end
      switch reader.mark(end) {
      case .comma, .openBracket, .dash: end += 1
      default: break
      }
      guard next.start == end, reader.continues(end) else { continue }
      switch next.phrase {
      case .occasion, .occasionDay: candidates[index].feast = next.phrase
      default: break
      }
    }
  }
}
