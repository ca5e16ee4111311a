import Lexicons

/// A month: «نيسان/أبريل 2019», «شهر فيفري الفارط», «تشرين الأول المقبلة», «مايو ايار عام 2020».
///
/// A name that is also an ordinary word («مارس», «آب») counts only beside a year, «شهر», a
/// direction, its pair, or behind a word that governs a time.
struct MonthRule: DateRule {
  let name = "month"
  let starts: Set<DateWordClass> = [.month, .hijriMonth, .persianMonth, .copticMonth, .unit]

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    guard let month = reader.month(at: index) else { return nil }
    var fields = DateFields()
    fields.calendar = month.calendar
    fields.month = month.month
    fields.otherMonth = month.other
    let end = reader.yearTail(at: month.end, into: &fields)
    let hasCue = end > month.end || month.hasNoun
    if month.isLibyan, fields.year == .unsaid { return nil }
    if month.isAmbiguous || month.calendar != .gregorian, !hasCue {
      guard Self.isGoverned(index, in: reader) else { return nil }
      // A name of a person or a word of another sense: «في صفر», «شعبان», «مهر» need more.
      if month.calendar == .persian || month.calendar == .coptic { return nil }
      if month.calendar == .hijri, reader.word(index).length == 1, month.month != 9 { return nil }
    }
    return Reading(
      phrase: .fields(fields),
      start: index,
      end: end,
      rule: month.calendar == .hijri ? "hijri-month" : name
    )
  }

  /// Whether the word before is one that a time follows: «في آذار», «منذ مارس», «مطلع آب».
  static func isGoverned(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    guard reader.continues(index) else { return false }
    if reader.word(index).preposition == .beh || reader.word(index).preposition == .lam {
      return true
    }
    switch reader.role(index - 1) {
    case .inside, .since, .until, .within, .by, .part, .before, .after, .from, .to, .between,
      .weekend:
      return true
    default:
      return false
    }
  }
}
