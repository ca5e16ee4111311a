import ArabicText
import Chronology
import Lexicons
import NewsModel

/// The day an article without a date was published on, as far as its own text proves it.
///
/// A date that stands alone on a line near the top is the page's date line. Failing that, a deictic day
/// and a full date prove each other: «أمس الأربعاء … (28 تموز 2021)» can be written only on 29 July
/// 2021. Nothing is assumed: what is not proved stays unknown.
struct PublicationDate {
  /// The day, when it is proved.
  private(set) var day: CivilDate?
  /// The phrase that proves it.
  private(set) var proof: Reading?

  /// How many tokens from the top a date line may stand.
  private static let top = 80
  /// How many other words a date line may hold.
  private static let labelLength = 4

  init(of phrases: [Candidate], in reader: borrowing PhraseReader) {
    for candidate in phrases where !candidate.isLookalike {
      let reading = candidate.reading
      guard reading.start <= Self.top, let day = Self.fullDate(reading.phrase),
        Self.isLine(reading, in: reader)
      else { continue }
      self.day = day
      proof = reading
      return
    }
    prove(by: phrases, in: reader)
  }

  /// The day that a phrase tells in full: day, month and year.
  private static func fullDate(_ phrase: DatePhrase) -> CivilDate? {
    guard case .day(let day) = phrase, let fields = day.equivalent ?? day.date,
      fields.calendar == .gregorian, fields.otherMonth == nil, case .stated(let year) = fields.year,
      let month = fields.month, let number = fields.day,
      let date = CivilDate(year: year, month: month, day: number)
    else { return nil }
    return day.weekday == nil || day.weekday == date.weekday ? date : nil
  }

  /// Whether a phrase has its line to itself, but for a label («نشر في», «آخر تحديث») or a clock time.
  private static func isLine(_ reading: Reading, in reader: borrowing PhraseReader) -> Bool {
    var others = 0
    var first = reading.start
    while first > 0, reader.gap(first) < .wide, others <= labelLength {
      first -= 1
      others += reader.mark(first) == .none ? 1 : 0
    }
    var end = reading.end
    while end < reader.tokens.count, reader.gap(end) < .wide, others <= labelLength {
      others += reader.mark(end) == .none ? 1 : 0
      end += 1
    }
    return others <= labelLength
  }

  /// Deictic days and full dates that fit together.
  private mutating func prove(by phrases: [Candidate], in reader: borrowing PhraseReader) {
    var candidates: Set<CivilDate> = []
    var latest: CivilDate?
    var latestReading: Reading?
    for candidate in phrases where !candidate.isLookalike && !candidate.looksAhead {
      guard candidate.relation == nil, let date = Self.fullDate(candidate.reading.phrase) else {
        continue
      }
      // «اليوم الاثنين 20 فيفري 2017» says it all.
      if case .day(let day) = candidate.reading.phrase, let deictic = day.deictic,
        !candidate.isQuotedDeictic, let told = date.adding(days: -deictic)
      {
        candidates.insert(told)
        if proof == nil { proof = candidate.reading }
      }
      if date > latest ?? .first {
        latest = date
        latestReading = candidate.reading
      }
    }
    if candidates.isEmpty, let latest, let reading = latestReading,
      Self.isStamp(reading, in: reader), !Self.tellsYear(after: latest.year, phrases)
    {
      // The latest date of the text and «أمس الأربعاء» meet when it was a Wednesday.
      for candidate in phrases where candidate.provesDay {
        guard case .day(let day) = candidate.reading.phrase, day.weekday == latest.weekday,
          let deictic = day.deictic, deictic <= 0, let told = latest.adding(days: -deictic)
        else { continue }
        candidates.insert(told)
      }
      proof = latestReading
    }
    guard candidates.count == 1, let only = candidates.first, Self.fits(only, phrases) else {
      proof = nil
      return
    }
    day = only
  }

  /// Whether a date is one that a newsroom stamps on what it has just heard: «(28 تموز 2021)», «الثلاثاء
  /// 27-7-2021».
  ///
  /// Any other date of a text meets «أمس الأربعاء» by chance once in seven: of ten such meetings in real
  /// articles, seven were with a day long past.
  private static func isStamp(_ reading: Reading, in reader: borrowing PhraseReader) -> Bool {
    if case .day(let day) = reading.phrase, day.weekday != nil { return true }
    return reader.mark(reading.start - 1) == .openBracket
      && reader.mark(reading.end) == .closeBracket
  }

  /// Whether the text tells of a later year, so that the date is not of its own time.
  private static func tellsYear(after year: Int, _ phrases: [Candidate]) -> Bool {
    phrases.contains { candidate in
      guard !candidate.isLookalike, !candidate.looksAhead, candidate.relation != .by,
        case .fields(let fields) = candidate.reading.phrase, fields.calendar == .gregorian,
        case .stated(let told) = fields.year
      else { return false }
      return told > year && told <= year + 200
    }
  }

  /// Whether every «deictic weekday» of the text is true on a day.
  private static func fits(_ day: CivilDate, _ phrases: [Candidate]) -> Bool {
    phrases.allSatisfy { candidate in
      guard candidate.provesDay, case .day(let phrase) = candidate.reading.phrase,
        let deictic = phrase.deictic
      else { return true }
      return day.adding(days: deictic)?.weekday == phrase.weekday
    }
  }
}
