import ArabicText
import Chronology
import Lexicons

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
    prove(by: phrases)
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
  private mutating func prove(by phrases: [Candidate]) {
    var candidates: Set<CivilDate> = []
    var latest: CivilDate?
    var latestReading: Reading?
    for candidate in phrases where !candidate.isLookalike && candidate.outlook != .future {
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
    if candidates.isEmpty, let latest {
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
