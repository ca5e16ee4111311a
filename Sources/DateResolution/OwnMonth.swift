import Chronology
import Lexicons

/// The day of an article whose text names the month before its stamp as the current one.
///
/// «26 مايو الجاري» can be written only in May, and «12 يونيو المقبل» not on 24 June. Archives stamp
/// republished pages a month late, so such a page is taken for written on the same day of the month
/// before, or on the one after it where its first weekday is that one: such stamps lose a night on
/// the way through their clocks, and no lead tells what is six days old by its weekday. Phrases that
/// name the month of the stamp as the current one, or the one before as past, prove the stamp.
struct OwnMonth {
  /// The day, when a month before the given one is proved.
  private(set) var day: CivilDate?
  /// The first phrase that proves it.
  private(set) var proof: Reading?

  init(given: CivilDate?, phrases: some Sequence<Candidate>) {
    guard let given, let earlier = given.adding(months: -1) else { return }
    var first: Reading?
    for candidate in phrases where !candidate.isLookalike {
      // «أمس الأربعاء»: the weekdays tell of the stamp already.
      if candidate.provesDay { return }
      guard let fields = Self.fields(candidate.reading.phrase), let month = fields.month,
        let direction = fields.direction
      else { continue }
      switch direction {
      case 0 where month == earlier.month: first = first ?? candidate.reading
      case 0 where month == given.month: return
      case -1 where month == earlier.month: return
      case 1 where Self.hasJustPassed(fields, month, on: given):
        first = first ?? candidate.reading
      default: continue
      }
    }
    guard let first else { return }
    day = Self.day(near: earlier, phrases)
    proof = first
  }

  /// The day itself, or the next one when that is the weekday which the text names first.
  private static func day(near earlier: CivilDate, _ phrases: some Sequence<Candidate>) -> CivilDate
  {
    guard let next = earlier.adding(days: 1) else { return earlier }
    for case let first? in phrases.lazy.map(\.namedWeekday) {
      return first == next.weekday ? next : earlier
    }
    return earlier
  }

  /// The Gregorian month, named without a year, that a phrase tells.
  private static func fields(_ phrase: DatePhrase) -> DateFields? {
    let told: DateFields? =
      switch phrase {
      case .day(let day): day.date
      case .fields(let fields), .part(_, .fields(let fields)): fields
      default: nil
      }
    guard let told, told.calendar == .gregorian, told.year == .unsaid, told.otherMonth == nil else {
      return nil
    }
    return told
  }

  /// Whether what is called the next one is of the month just past, and the one after eleven months off.
  private static func hasJustPassed(_ fields: DateFields, _ month: Int, on given: CivilDate) -> Bool
  {
    guard let number = fields.day else { return month == given.month }
    let year = given.fields.year
    return [year, year - 1].contains { year in
      guard let told = CivilDate(year: year, month: month, day: number) else { return false }
      return (0...longestMonth).contains(given.days(since: told))
    }
  }

  private static let longestMonth = 31
}
