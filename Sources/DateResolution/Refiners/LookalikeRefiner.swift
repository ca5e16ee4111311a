import ArabicText
import Lexicons

/// Rejects what only looks like a date: «ثورة 25 يناير», «شارع 14 تموز», «أمس الحاجة», «روسيا اليوم».
///
/// A name that contains a day tells no time, unless a year makes it one.
struct LookalikeRefiner: Refiner {
  func refine(
    _ candidates: inout [Candidate],
    sentence: Range<Int>,
    in reader: borrowing PhraseReader
  ) {
    for index in candidates.indices {
      let reading = candidates[index].reading
      candidates[index].isLookalike =
        isName(reading, in: reader) || isFollowedByVeto(reading, in: reader)
    }
  }

  private func isName(_ reading: Reading, in reader: borrowing PhraseReader) -> Bool {
    let first = reading.start
    guard reader.continues(first), !reader.word(first).flags.contains(.conjoined) else {
      return false
    }
    let before = reader.word(first - 1)
    switch reading.phrase {
    case .day(let day):
      if let date = day.date {
        return date.year == .unsaid && date.direction == nil && day.weekday == nil
          && before.role == .vetoBefore && before.value == 1
      }
      guard day.deictic != nil, day.weekday == nil, day.part == nil else { return false }
      // «قناة لبنان اليوم», «صحيفة الغد», «المصري اليوم».
      if before.role == .vetoBefore, before.value >= 2 { return true }
      let earlier = reader.word(first - 2)
      return earlier.role == .vetoBefore && earlier.value == 3 && reader.continues(first - 1)
        && reader.mark(first - 1) == .none
    case .fields(let fields):
      // «رؤية 2030» is a name, «حرب عام 1991» a war of that year.
      return before.role == .vetoBefore && before.value == 1 && fields.direction == nil
        && (fields.month == nil ? reader.isNumber(first) : fields.year == .unsaid)
        && reading.rule != "hijri-month"
    default:
      return false
    }
  }

  private func isFollowedByVeto(_ reading: Reading, in reader: borrowing PhraseReader) -> Bool {
    guard reader.continues(reading.end), reader.role(reading.end) == .vetoAfter,
      reader.word(reading.end).value == 1
    else { return false }
    guard case .day(let day) = reading.phrase else { return false }
    return day.date == nil
  }
}
