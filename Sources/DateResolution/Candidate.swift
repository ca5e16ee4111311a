import ArabicText
import Chronology
import Lexicons
import NewsModel

/// A phrase as read, with what its surroundings say of it.
struct Candidate: Sendable {
  var reading: Reading
  /// The preposition before it.
  var relation: TemporalRelation?
  /// Where its clause looks.
  var outlook = Outlook.open
  /// A year told beside it.
  var clauseYear: Int?
  /// Whether it is a «اليوم» or «أمس» inside a quotation.
  var isQuotedDeictic = false
  /// The feast that a weekday is a day of.
  var feast: DatePhrase?
  /// Set when its surroundings show that it is no time at all.
  var isLookalike = false
}

extension Candidate {
  /// Whether its clause tells of what is to come.
  var looksAhead: Bool { outlook == .future || outlook == .limit }

  /// Whether it names a month, which «الشهر نفسه» can mean behind it.
  var namesMonth: Bool {
    switch reading.phrase {
    case .day(let day): day.date?.month != nil
    case .fields(let fields): fields.month != nil
    case .part(_, .fields(let fields)): fields.month != nil
    default: false
    }
  }

  /// The weekday, where it is told by its name alone and of what has been: «الخميس», «مساء الخميس».
  var namedWeekday: Weekday? {
    guard case .day(let day) = reading.phrase, !isLookalike, !looksAhead, day.deictic == nil,
      day.weekdayDirection == nil, day.date == nil, day.week == nil, !day.isNarrative
    else { return nil }
    return day.weekday
  }

  /// Whether it tells today's place in the week: «أمس الخميس».
  var provesDay: Bool {
    guard case .day(let day) = reading.phrase else { return false }
    return !isLookalike && !isQuotedDeictic && day.deictic != nil && day.weekday != nil
      && day.weekdayDirection == nil
  }
}

/// Looks at the words around the candidates of one sentence and completes or rejects them.
protocol Refiner: Sendable {
  func refine(
    _ candidates: inout [Candidate],
    sentence: Range<Int>,
    in reader: borrowing PhraseReader
  )
}
