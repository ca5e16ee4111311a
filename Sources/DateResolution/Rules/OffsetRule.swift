import ArabicText
import Chronology
import Lexicons

/// Counts back or forward from the reference: «قبل ثلاثة أيام», «قبل عامين», «بعد أسبوع».
///
/// Arabic can fold the number into a dual noun («قبل يومين»), so one word may carry count and unit.
/// Followed by من or على and a noun, the count starts there and not today: «قبل يومين من الزيارة».
struct OffsetRule: DateRule {
  var name: String { "offset" }
  var starts: [DateWordClass] { [.before, .after, .since, .unit, .cardinal] }
  var startsWithNumber: Bool { true }

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    let governor = reader.role(index)
    if governor == .unit || governor == .cardinal || reader.isNumber(index) {
      return trailing(at: index, in: reader)
    }
    guard governor == .before || governor == .after || governor == .since,
      reader.word(index).length == 1
    else { return nil }
    let direction = governor == .after ? 1 : -1
    guard reader.continues(index + 1), reader.word(index + 1).procliticLetters == 0,
      let amount = reader.count(at: index + 1), !amount.isDefinite
    else { return nil }
    if amount.isBareSingular, !Self.standsAlone(amount, in: reader) { return nil }
    // «يوما بعد يوم» is no offset.
    if amount.isBareSingular, reader.continues(index), reader.unitWord(index - 1) == amount.unit {
      return nil
    }
    // «منذ شهر و21 يوما» is a length unless it says «من الآن».
    if governor == .since {
      guard amount.count != nil, reader.role(amount.end) == .from,
        reader.role(amount.end + 1) == .vaguePresent
      else { return nil }
    }
    if let hijri = hijriYears(amount, direction, at: index, in: reader) { return hijri }
    if let dated = anchoredToDate(amount, direction, at: index, in: reader) { return dated }
    let takesOn = direction > 0 || amount.count != nil && [.day, .week].contains(amount.unit)
    if let end = Self.anchor(at: amount.end, takesOn: takesOn, in: reader) {
      return Reading(
        phrase: .anchored(amount.unit, iso: amount.iso, direction: direction),
        start: index + 1,
        end: end,
        rule: "event-anchor"
      )
    }
    var end = amount.end
    if reader.role(end) == .whole, reader.role(end + 1) == .from,
      reader.role(end + 2) == .vaguePresent
    {
      end += 1
    }
    // «بعد ثلاثة أيام من الآن»: from now, which is the reference.
    var isFromNow = false
    if reader.role(end) == .from, reader.role(end + 1) == .vaguePresent {
      end += 2
      isFromNow = true
    }
    guard amount.unit != .season else { return nil }
    guard let count = amount.count else {
      let phrase = DatePhrase.offset(count: 0, amount.unit, direction: direction)
      return Reading(phrase: phrase, start: index, end: end, rule: "vague")
    }
    // «بعد أسبوعين من الآن» counts to the day; «قبل أسبوعين» keeps its week.
    let isExact = isFromNow && amount.unit == .week
    if isExact || !amount.more.isEmpty, amount.unit >= .day {
      return Reading(
        phrase: .offsets(
          Self.amounts(amount, count),
          grain: isExact ? .day : Self.grain(of: amount),
          direction: direction
        ),
        start: index,
        end: end,
        rule: name
      )
    }
    let phrase = DatePhrase.offset(count: count, amount.unit, direction: direction)
    // «بعد ثلاثة أسابيع يوم الاثنين».
    if amount.unit == .week, end == amount.end, reader.unitWord(end) == .day,
      reader.continuesPlain(end), reader.role(end + 1) == .weekday, reader.continuesPlain(end + 1),
      let weekday = Weekday(rawValue: Int(reader.word(end + 1).value))
    {
      return Reading(
        phrase: .nthWeekday(1, weekday, of: phrase),
        start: index,
        end: end + 2,
        rule: name
      )
    }
    return Reading(phrase: phrase, start: index, end: end, rule: name)
  }

  /// «بعد سنة هجرية», «قبل عامين هجريين»: years of that calendar, named whole.
  private func hijriYears(
    _ amount: CountReading,
    _ direction: Int,
    at index: Int,
    in reader: borrowing PhraseReader
  ) -> Reading? {
    guard amount.unit == .year, let count = amount.count, count < 1_000, amount.more.isEmpty,
      reader.role(amount.end) == .hijriEra, reader.continuesPlain(amount.end),
      reader.tokens[amount.end].letterCount > 3
    else { return nil }
    var fields = DateFields()
    fields.calendar = .hijri
    fields.year = .relative(direction * count)
    return Reading(phrase: .fields(fields), start: index, end: amount.end + 1, rule: name)
  }

  private static func amounts(_ reading: CountReading, _ count: Int) -> [Amount] {
    [Amount(count: count, unit: reading.unit)] + reading.more
  }

  /// How finely an amount tells: the shortest of its units, or half the unit that is halved.
  private static func grain(of reading: CountReading) -> TimeUnit {
    guard let last = reading.more.last(where: { $0.unit >= .day }) else { return reading.unit }
    return reading.isHalved && reading.unit == .month ? .month : last.unit
  }

  /// «بعد ثلاثة أيام من 28 تموز», «قبل أسبوع من عيد الفطر», «بعد أسبوعين من اليوم».
  private func anchoredToDate(
    _ amount: CountReading,
    _ direction: Int,
    at index: Int,
    in reader: borrowing PhraseReader
  ) -> Reading? {
    guard let count = amount.count, amount.unit >= .night, amount.unit != .season,
      reader.role(amount.end) == .from, reader.continues(amount.end),
      reader.word(amount.end).length == 1,
      reader.continuesPlain(amount.end + 1)
        || (reader.continues(amount.end + 1) && reader.isNumber(amount.end + 1)),
      let anchor = Self.date(at: amount.end + 1, in: reader)
    else { return nil }
    var grain = Self.grain(of: amount)
    if case .day(let day) = anchor.phrase, day.deictic != nil, grain == .week { grain = .day }
    return Reading(
      phrase: .offsetFrom(
        Self.amounts(amount, count),
        grain: grain,
        direction: direction,
        anchor.phrase
      ),
      start: index,
      end: anchor.end,
      rule: "date-anchor"
    )
  }

  /// A day or feast that a count can start at.
  private static func date(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    switch reader.role(index) {
    case .occasion: return OccasionRule().read(at: index, in: reader)
    case .anaphor: return VagueRule().read(at: index, in: reader)
    default: break
    }
    guard let day = DayRule().read(at: index, in: reader), case .day(let phrase) = day.phrase,
      phrase.date != nil || phrase.deictic != nil || phrase.weekdayDirection != nil
    else { return nil }
    // «بعد يومين من اليوم الذي …» tells of some day.
    if phrase.deictic == 0, phrase.date == nil, phrase.weekday == nil, reader.continues(day.end),
      reader.mark(day.end) == .none, reader.isDefiniteWord(day.end)
    {
      return nil
    }
    return day
  }

  /// «ثلاثة أيام مضت»: the verb behind says that it is past.
  private func trailing(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    guard let amount = reader.count(at: index), let count = amount.count, !amount.isDefinite,
      reader.role(amount.end) == .directionVerb, reader.continuesPlain(amount.end)
    else { return nil }
    return Reading(
      phrase: .rolling(count: count, amount.unit, direction: -1),
      start: index,
      end: amount.end + 1,
      rule: "rolling-units"
    )
  }

  /// A bare singular is an amount («قبل عام») unless a name follows («قبل عام 2020», «قبل شهر رمضان»).
  private static func standsAlone(
    _ amount: CountReading,
    in reader: borrowing PhraseReader
  ) -> Bool {
    switch reader.role(amount.end) {
    case .month, .hijriMonth, .ordinal, .lastOrdinal, .weekday, .cardinal, .deictic, .occasion:
      return !reader.continues(amount.end)
    case _ where reader.isNumber(amount.end) && reader.continues(amount.end):
      return false
    default:
      return amount.unit != .day || !reader.isDefiniteWord(amount.end)
    }
  }

  /// من or على and a noun: the count starts at what the noun tells.
  ///
  /// على does so behind بعد and behind counted days («بعد أيام على الهجوم», «قبل يومين على الاقتراع»);
  /// else it tells where («قبل بضعة أشهر على الحدود»). At worst a phrase stays open, and none is wrong.
  static func anchor(
    at index: Int,
    takesOn: Bool = true,
    in reader: borrowing PhraseReader
  ) -> Int? {
    var at = index
    // «بعد ثلاثة أيام فقط على الهجوم».
    if reader.role(at) == .whole, reader.continuesPlain(at) { at += 1 }
    guard reader.continues(at),
      reader.role(at) == .from || (takesOn && isOn(at, in: reader)), reader.isWord(at + 1)
    else { return takesOn && isGluedOn(at, in: reader) ? index : nil }
    return reader.role(at + 1) == .vaguePresent ? nil : index
  }

  private static func isOn(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    guard reader.isWord(index), reader.tokens[index].letterCount == 3 else { return false }
    return reader.tokens[index].hash == on
  }

  /// «علىإلقائه»: على that lost its space.
  private static func isGluedOn(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    guard reader.continues(index), reader.isWord(index), reader.tokens[index].letterCount >= 6,
      reader.role(index) == .none
    else { return false }
    return reader.letters(of: index)
      .starts(with: [LetterCode.ain, LetterCode.lam, LetterCode.yeh, LetterCode.alef])
  }

  /// على.
  private static let on = WordHash.of([LetterCode.ain, LetterCode.lam, LetterCode.yeh])
}
