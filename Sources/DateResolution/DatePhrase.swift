import Chronology
import Lexicons

/// What the words of a date phrase say, before any reference date is at hand.
///
/// Reading a phrase and resolving it are two steps: the phrase holds only what was *said*, so that
/// the same words can be resolved against any day, and what was *inferred* stays visible.
public indirect enum DatePhrase: Hashable, Sendable {
  /// A day, told in any of several ways at once («أمس الأربعاء 28 تموز»).
  case day(DayPhrase)
  /// A month, a year, or both; no day.
  case fields(DateFields)
  /// A unit counted from the current one: «الشهر الماضي» is (month, -1).
  case relative(TimeUnit, offset: Int)
  /// The n-th day of such a month: «18 من الشهر الماضي».
  case dayOfMonth(Int, monthOffset: Int)
  /// Some units up to or from the reference: «الأيام الثلاثة الماضية»; no count means a vague one.
  case rolling(count: Int?, TimeUnit, direction: Int)
  /// So many units before or after the reference: «قبل ثلاثة أيام».
  case offset(count: Int, TimeUnit, direction: Int)
  /// Several amounts before or after the reference, told to a grain: «قبل سنة وثلاثة أشهر».
  case offsets([Amount], grain: TimeUnit, direction: Int)
  /// So many units before or after a date told beside: «بعد ثلاثة أيام من 28 تموز».
  case offsetFrom([Amount], grain: TimeUnit, direction: Int, DatePhrase)
  /// So many units before or after something else that the text tells: «قبل يومين من الزيارة».
  case anchored(TimeUnit, iso: String, direction: Int)
  /// The time the text told last: «ذلك الحين», «وقتها».
  case anaphor
  /// An ordinal part of a longer unit: the second half of June, the first quarter of the year.
  case slice(Slice, of: DatePhrase)
  /// A season of a year.
  case season(Season, year: YearReference)
  /// A decade, by its first year.
  case decade(Int)
  /// A century, by its number.
  case century(Int)
  /// Everything from one to the other.
  case range(DatePhrase, DatePhrase)
  /// A length of time; `iso` is its ISO 8601 form.
  case duration(count: Int, TimeUnit, iso: String)
  /// Something that recurs, with its ISO 8601 length.
  case set(String)
  /// A time without a measure: -1 past, 0 present, 1 future.
  case vague(Int)
  /// «لاحقا», «في وقت لاحق»: after what is told, which may itself be past.
  case later
  /// A feast.
  case occasion(DateLexicon.Occasion, year: YearReference)
  /// A day or unit told from the one before in the text: «في اليوم التالي».
  case narrative(TimeUnit, offset: Int)
  /// The month told last, in a year of its own: «الشهر نفسه من العام الماضي».
  case sameMonth(year: YearReference)
  /// A first, middle or last part of another phrase.
  case part(UnitPart, of: DatePhrase)
  /// «في وقت سابق من هذا العام»: before or after today, within another phrase.
  case modified(DateModifier, of: DatePhrase)
  /// What is left of a unit: «بقية الأسبوع».
  case rest(of: DatePhrase)
  /// The n-th weekday of a longer unit; 99 is the last: «ثالث ثلاثاء في أيلول».
  case nthWeekday(Int, Weekday, of: DatePhrase)
  /// The n-th day of a longer unit; 99 is the last: «آخر يوم من الشهر الماضي».
  case nthDay(Int, of: DatePhrase)
  /// A day of the month that the text told last: «22 شوال … 29 منه».
  case dayOfSameMonth(Int)
  /// The latest or the next day of that number: «يوم 25 الماضي».
  case numberedDay(Int, direction: Int)
  /// A weekend, counted from the current week.
  case weekend(Int)
  /// A millennium, by its number.
  case millennium(Int)
  /// One day of a feast of several: «ثاني أيام عيد الأضحى».
  case occasionDay(Int, DateLexicon.Occasion, year: YearReference)
}

/// So many of a unit.
public struct Amount: Hashable, Sendable {
  /// How many.
  public var count: Int
  /// The unit.
  public var unit: TimeUnit

  /// An amount.
  public init(count: Int, unit: TimeUnit) {
    self.count = count
    self.unit = unit
  }
}

/// A day told by its distance, weekday, date, part or clock time; several may be told at once.
public struct DayPhrase: Hashable, Sendable {
  /// Days after the reference day.
  public var deictic: Int?
  /// The weekday.
  public var weekday: Weekday?
  /// «الماضي», «المقبل» behind the weekday.
  public var weekdayDirection: Int?
  /// «الثلاثاء التالي», «الخميس السابق»: counted from the day the text told last.
  public var isNarrative = false
  /// The date in a calendar.
  public var date: DateFields?
  /// The same day in another calendar («الموافق»).
  public var equivalent: DateFields?
  /// The part of the day.
  public var part: DayPart?
  /// The minute of the day.
  public var minute: Int?
  /// «في وقت سابق اليوم»: before or after, within the day.
  public var modifier: DateModifier?
  /// Which week the weekday belongs to: «الثلاثاء من الأسبوع المقبل».
  public var week: Int?
  /// «ليل الأحد–الاثنين»: the night runs into the next day.
  public var spansNight = false
  /// «الثلاثاء 27»: the day of a month that is not named.
  public var numbered: Int?
  /// «وفي المساء»: a part of the day that the sentence tells before it, and nothing without one.
  public var isOfSentence = false
  /// The day of the month was told by an ordinal word.
  public var hasOrdinal = false

  /// Nothing told yet.
  public init() {}

  var isEmpty: Bool {
    deictic == nil && weekday == nil && date == nil && part == nil && minute == nil
  }
  /// Whether a day is told, not only a part of one or a clock time.
  var tellsDay: Bool { deictic != nil || weekday != nil || date != nil }
}

/// The fields of a calendar date that were said.
public struct DateFields: Hashable, Sendable {
  /// The calendar.
  public enum Calendar: String, Hashable, Sendable {
    case gregorian
    case hijri
    case persian
    case coptic
  }

  /// The calendar the fields belong to.
  public var calendar: Calendar = .gregorian
  /// The year, when said.
  public var year: YearReference = .unsaid
  /// The month, 1 to 12 (13 in the Coptic calendar).
  public var month: Int?
  /// The day of the month.
  public var day: Int?
  /// «الماضي» -1, «الجاري» 0, «المقبل» 1.
  public var direction: Int?
  /// The other month of an unequal pair («حزيران/يوليو»).
  public var otherMonth: Int?
  /// The year is a fiscal one («السنة المالية»).
  public var isFiscal = false
  /// The year is one of school or university («العام الدراسي»).
  public var isSchool = false
  /// «الجديد»: the year whose beginning is nearest.
  public var isNew = false

  /// Nothing said yet.
  public init() {}

  /// All three fields of a Gregorian day.
  init(day: CivilDate) {
    year = .stated(day.year)
    month = day.month
    self.day = day.day
  }
}

/// How a year was told.
public enum YearReference: Hashable, Sendable {
  case unsaid
  case stated(Int)
  /// Years after the current one.
  case relative(Int)
  /// The year told last: «من العام نفسه».
  case same
}

/// A numbered part of a unit; a number of 99 is the last one.
public enum Slice: Hashable, Sendable {
  case week(Int)
  case third(Int)
  case half(Int)
  case quarter(Int)
  /// A tenth of a century.
  case decade(Int)
  /// The first so many units: «الأشهر الستة الأولى من 2020».
  case leading(Int, TimeUnit)
  /// The last so many units.
  case trailing(Int, TimeUnit)
}

/// Which part of a unit, as the words grade it.
public enum UnitPart: Int, Hashable, Sendable {
  /// مطلع، مستهل، بداية.
  case opening = 1
  /// أوائل.
  case early = 2
  /// منتصف، أواسط.
  case middle = 3
  /// نهاية، ختام.
  case close = 4
  /// أواخر.
  case late = 5

  /// The TIMEX3 modifier.
  public var modifier: DateModifier {
    switch self {
    case .opening, .early: .start
    case .middle: .mid
    case .close, .late: .end
    }
  }
}
