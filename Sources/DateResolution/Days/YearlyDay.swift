import Lexicons

/// A day or month of every year: «الثامن عشر من مايو من كل عام», «في شهر مارس من كل سنة».
extension PhraseReader {
  /// The reading with «من كل عام» taken in, where that stands behind a day or month without a year.
  func recurringYearly(_ reading: Reading) -> Reading {
    var next = reading.end
    guard role(next) == .from || role(next) == .each, continues(next) else { return reading }
    if role(next) == .from, word(next).length == 1 { next += 1 }
    guard role(next) == .each, continuesPlain(next), isYear(next + 1), continuesPlain(next + 1),
      !word(next + 1).flags.contains(.definite), let value = yearlyValue(reading.phrase)
    else { return reading }
    var reading = reading
    reading.phrase = .set(value)
    reading.end = next + 2
    reading.rule = "recurrence"
    return reading
  }

  /// The TIMEX3 value of a day or month in no year of its own: `XXXX-05-18`.
  private func yearlyValue(_ phrase: DatePhrase) -> String? {
    let fields: DateFields
    switch phrase {
    case .day(let day):
      guard let date = day.date, day.weekday == nil, day.deictic == nil, day.minute == nil,
        day.equivalent == nil
      else { return nil }
      fields = date
    case .fields(let told): fields = told
    default: return nil
    }
    guard fields.calendar == .gregorian, fields.year == .unsaid, fields.direction == nil,
      fields.otherMonth == nil, let month = fields.month
    else { return nil }
    let start = "XXXX-\(month < 10 ? "0" : "")\(month)"
    guard let day = fields.day else { return start }
    return day <= 31 ? "\(start)-\(day < 10 ? "0" : "")\(day)" : nil
  }
}
