import ArabicText
import Lexicons

/// A month: «نيسان/أبريل 2019», «شهر فيفري الفارط», «تشرين الأول المقبلة», «مايو ايار عام 2020».
///
/// A name that is also an ordinary word («مارس», «آب») counts only beside a year, «شهر», a
/// direction, its pair, or behind a word that governs a time.
struct MonthRule: DateRule {
  var name: String { "month" }
  var starts: [DateWordClass] { [.month, .hijriMonth, .persianMonth, .copticMonth, .unit] }
  var startsWithNumber: Bool { true }

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    if reader.isNumber(index) {
      guard let (fields, end) = reader.numericMonth(at: index) else { return nil }
      return Reading(phrase: .fields(fields), start: index, end: end, rule: name)
    }
    if let list = months(at: index, in: reader) { return list }
    guard let month = reader.month(at: index) else { return nil }
    var fields = DateFields()
    fields.calendar = month.calendar
    fields.month = month.month
    fields.otherMonth = month.other
    let end = reader.yearTail(at: month.end, into: &fields)
    // A name asked alone is what it can be.
    let isAlone = index == 0 && end == reader.tokens.count
    let hasCue = end > month.end || month.hasNoun || isAlone
    // «الحرث 2009» is a harvest: these names are months only with day and year.
    if month.isLibyan, fields.year == .unsaid || !month.hasNoun { return nil }
    if month.isAmbiguous, !month.hasNoun, reader.tokens[index].letterCount <= 3,
      reader.hasHamzaBelow(index)
    {
      return nil
    }
    if month.isAmbiguous || month.calendar != .gregorian, !hasCue {
      guard Self.isGoverned(index, in: reader) else { return nil }
      // «يحتاج إلى أب»: a father is written without the madda of «آب».
      if month.calendar == .gregorian, reader.tokens[index].letterCount <= 3,
        !reader.hasMadda(index)
      {
        return nil
      }
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

  /// «شهري شباط وآذار 2021», «أشهر تموز وآب وأيلول»: from the first to the last.
  private func months(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    let noun = reader.word(index)
    guard noun.role == .unit, noun.value == TimeUnit.month.rawValue,
      noun.flags.contains(.dual) || noun.flags.contains(.plural), reader.continuesPlain(index + 1),
      let first = reader.month(at: index + 1), first.calendar == .gregorian
    else { return nil }
    var last = first
    for _ in 0..<8 {
      var next = last.end
      guard reader.continues(next) else { break }
      var isLinked = false
      if reader.mark(next) == .dash || reader.mark(next) == .comma {
        next += 1
        isLinked = true
      }
      if reader.isLetter(LetterCode.waw, at: next) {
        next += 1
        isLinked = true
      }
      guard isLinked || reader.word(next).flags.contains(.conjoined),
        reader.word(next).preposition == .none, let month = reader.month(at: next),
        month.calendar == .gregorian
      else { break }
      last = month
    }
    guard last.end > first.end else { return nil }
    var from = DateFields()
    from.month = first.month
    var to = DateFields()
    to.month = last.month
    let end = reader.yearTail(at: last.end, into: &to)
    return Reading(
      phrase: .range(.fields(from), .fields(to)),
      start: index,
      end: end,
      rule: "month-range"
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
