import ArabicText
import Chronology
import Lexicons
import NewsModel

/// What is remembered: «في الذكرى الثامنة للعدوان، اليوم الأحد».
///
/// The day is of the march or the speech; what they remember was so many years before it.
struct Anniversary {
  let sentence: SentenceReader

  private var scan: ArticleScan { sentence.scan }

  /// How many years ago news still counts to a day.
  private static let longest = 120

  /// The day that a noun has from its anniversary; undated when no day is told of that, `nil` where none is.
  func date(of trigger: Trigger) -> EventDate? {
    guard !trigger.isVerb, trigger.clitics.contains(.to),
      let years = scan.ordinal(at: trigger.start - 1), (1...Self.longest).contains(years),
      isMemory(trigger.start - 2)
    else { return nil }
    let place = sentence.range.first { index in
      let number = scan.dateAt[index]
      guard number >= 0 else { return false }
      let told = scan.expressions[Int(number)]
      return told.relation == nil && told.first != nil && told.first == told.last
    }
    guard let place, case let told = scan.expressions[Int(scan.dateAt[place])],
      let day = told.first?.adding(months: -12 * years)
    else { return .undated }
    return EventDate(day, basis: .article, told: told, in: scan)
  }

  /// «ذكرى», «الذكرى»: a day of remembrance, and no sitting or signing.
  private func isMemory(_ index: Int) -> Bool {
    guard sentence.has(.ceremony, at: index) else { return false }
    var letters = scan.text.letters(of: scan.tokens[index])[...]
    if letters.starts(with: [LetterCode.alef, LetterCode.lam]) { letters = letters.dropFirst(2) }
    return letters.dropFirst().first == LetterCode.kaf && letters.last == LetterCode.yeh
  }
}
