import ArabicText
import Chronology
import Lexicons

/// Several weekdays in a row: «يومي الاثنين والثلاثاء», «الاثنين والثلاثاء المقبلين», «أيام الأحد والاثنين
/// والثلاثاء».
///
/// They are one period where a dual or plural ties them; «الاثنين والثلاثاء» alone are two days.
struct WeekdayListRule: DateRule {
  var name: String { "weekday-range" }
  var starts: [DateWordClass] { [.unit, .weekday] }

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    let noun = reader.word(index)
    let hasNoun =
      reader.unitWord(index) == .day
      && (noun.flags.contains(.dual) || noun.flags.contains(.plural))
      && !noun.flags.contains(.definite)
    let start = hasNoun ? index + 1 : index
    guard reader.role(start) == .weekday, !hasNoun || reader.continuesPlain(start),
      let first = Weekday(rawValue: Int(reader.word(start).value))
    else { return nil }
    var last = first
    var end = start + 1
    for _ in 0..<6 {
      var next = end
      if reader.mark(next) == .comma { next += 1 }
      guard reader.continues(next), reader.role(next) == .weekday,
        next > end || reader.word(next).flags.contains(.conjoined),
        let weekday = Weekday(rawValue: Int(reader.word(next).value))
      else { break }
      last = weekday
      end = next + 1
    }
    guard last != first else { return nil }
    var final = DayPhrase()
    final.weekday = last
    var isTied = hasNoun
    if let direction = reader.direction(at: end) {
      final.weekdayDirection = direction.value
      isTied = isTied || reader.word(end).flags.contains(.dual)
      end = direction.end
    }
    guard isTied else { return nil }
    var opening = DayPhrase()
    opening.weekday = first
    return Reading(
      phrase: .range(.day(opening), .day(final)),
      start: index,
      end: end,
      rule: name
    )
  }
}
