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
    // «المدعي العام السابق»: the second word of an office or a body, and an adjective.
    if before.role == .vetoBefore, before.value == 6, reader.isYear(first),
      reader.isDefiniteWord(first), reader.word(first).procliticLetters == 0
    {
      return true
    }
    switch reading.phrase {
    case .day(let day):
      if let date = day.date {
        return date.year == .unsaid && date.direction == nil && day.weekday == nil
          && before.role == .vetoBefore && (before.value == 1 || before.value == 3)
      }
      // «سوق الجمعة», «صلاة الجمعة».
      if day.deictic == nil, day.weekday != nil {
        return before.role == .vetoBefore && before.value == 4 && day.weekdayDirection == nil
          && day.part == nil && day.minute == nil && day.week == nil && reading.end == first + 1
      }
      guard day.deictic != nil, day.weekday == nil, day.part == nil else { return false }
      // «لامس السماء» is a verb: “touched”.
      if day.deictic == -1, reader.word(first).preposition == .lam, reading.end == first + 1,
        !reader.hasHamzaAbove(first)
      {
        return true
      }
      // «في اليوم العظيم» is some day, not this one.
      if day.deictic == 0, before.role == .inside, before.length == 1, reader.isWord(first),
        reader.isDefiniteWord(first), reading.end == first + 1, reader.continuesPlain(reading.end),
        reader.role(reading.end) == .none, reader.isDefiniteWord(reading.end)
      {
        return true
      }
      // «حزب الغد».
      if before.role == .vetoBefore, before.value == 1, day.deictic != 0,
        reader.isDefiniteWord(first), !before.flags.contains(.definite)
      {
        return true
      }
      // «قناة لبنان اليوم», «صحيفة الغد», «المصري اليوم»; no paper is called «أمس», and «الصحيفة» has no
      // name behind it.
      guard day.deictic == 0 || reader.isDefiniteWord(first) else { return false }
      let isPaper = before.value == 3 && !before.flags.contains(.definite)
      if before.role == .vetoBefore, before.value == 2 || isPaper { return true }
      let earlier = reader.word(first - 2)
      return earlier.role == .vetoBefore && earlier.value == 3
        && !earlier.flags.contains(.definite) && reader.continues(first - 1)
        && reader.mark(first - 1) == .none
    case .fields(let fields):
      // «لويجي دي مايو»: two months in a row are none.
      if before.role == .persianMonth, fields.month != nil, fields.day == nil,
        fields.year == .unsaid
      {
        return true
      }
      // «رؤية 2030» is a name, «حرب عام 1991» a war of that year.
      let isBareYear = fields.month == nil && reader.isNumber(first)
      // «كأس جوان»: a month alone, with more of the name behind it.
      let isBareMonth =
        fields.month != nil && fields.day == nil && reading.end == first + 1
        && reader.continuesPlain(reading.end) && reader.role(reading.end) == .none
        && reader.mark(reading.end) == .none
      // «رؤية السعودية 2030»: a name may stand between.
      if isBareYear, reader.role(first - 2) == .vetoBefore, reader.continues(first - 1),
        reader.word(first - 2).value == 5, reader.mark(first - 1) == .none,
        reader.role(first - 1) == .none || reader.isDefiniteWord(first - 1)
      {
        return true
      }
      return before.role == .vetoBefore && (before.value == 1 || before.value == 5)
        && fields.direction == nil && (before.value == 1 || isBareYear || isBareMonth)
        && (fields.month == nil ? reader.isNumber(first) : fields.year == .unsaid)
        && reading.rule != "hijri-month"
    case .set(let length):
      // «على أساس سنوي»
      return before.role == .vetoBefore && before.value == 7 && length == "P1Y"
    default:
      return false
    }
  }

  private func isFollowedByVeto(_ reading: Reading, in reader: borrowing PhraseReader) -> Bool {
    guard reader.continues(reading.end), reader.role(reading.end) == .vetoAfter,
      reader.word(reading.end).value == 1 || reader.word(reading.end).value == 4
    else { return false }
    // «أيلول الأسود».
    if case .fields(let fields) = reading.phrase, reader.word(reading.end).value == 4 {
      return fields.month != nil && fields.year == .unsaid && fields.direction == nil
        && reading.end == reading.start + 1
    }
    // «هذا اليوم العالمي للمتاحف» is the name of a day.
    if case .day(let day) = reading.phrase, reader.word(reading.end).value == 4 {
      return day.deictic == 0 && day.weekday == nil && reader.role(reading.start) == .this
    }
    guard reader.word(reading.end).value == 1 else { return false }
    guard case .day(let day) = reading.phrase else { return false }
    return day.date == nil
  }
}
