import ArabicText
import Chronology
import Lexicons
import NewsModel

/// How long something has gone on, by the number of its latest day, week or month: «لليوم الـ114 على التوالي»,
/// «للشهر السابع».
///
/// The unit that is named runs now, so what has lasted for its third week began two weeks ago. It is no
/// time of its own, and so the resolver leaves it alone.
extension SentenceReader {
  /// Where what is counted at a token began; `nil` when nothing is counted there.
  func beginning(countedAt index: Int) -> CivilDate? {
    let cues = self.cues(at: index)
    guard let published = scan.article.date, !cues.isDisjoint(with: [.inARowDay, .inARowMonth]),
      let count = count(at: index + 1), (2...Self.longest).contains(count)
    else { return nil }
    if cues.contains(.inARowDay) { return published.adding(days: 1 - count) }
    guard let there = published.adding(months: 1 - count) else { return nil }
    return there.moved(days: 1 - there.fields.day)
  }

  /// «في اليوم الـ65 من عدوانه», «في اليوم الـ418 للحرب»: where what the counted day is one of began.
  func beginning(countedOf index: Int) -> CivilDate? {
    guard has(.countedDay, at: index), scan.has(.inside, at: index - 1),
      let published = scan.article.date, let count = count(at: index + 1),
      (2...Self.longest).contains(count),
      clamped(index + 2, index + 5).contains(where: { scan.has(.from, at: $0) || isLedTo($0) })
    else { return nil }
    return published.adding(days: 1 - count)
  }

  /// «للحرب», «لاستئناف العدوان»: a word that ل leads to.
  private func isLedTo(_ index: Int) -> Bool {
    guard scan.tokens[index].kind == .word, scan.tokens[index].letterCount > 3 else { return false }
    let letters = scan.text.letters(of: scan.tokens[index])
    // «في اليوم الثاني لزيارته» can be told long after it.
    return letters.first == LetterCode.lam
      && scan.triggerForms(at: index).allSatisfy { $0.frame == .blow }
      && (letters.dropFirst().first == LetterCode.lam || scan.triggerClitics[index].contains(.to))
  }

  /// What is counted longer is no day of an event.
  private static let longest = 2000

  /// «الـ114», «112», «السابع».
  private func count(at index: Int) -> Int? {
    guard range.contains(index) else { return nil }
    // «لليوم السابع» alone is a newspaper.
    if let ordinal = scan.ordinal(at: index) {
      return has(.inARowDay, at: index - 1) && !has(.adverbial, at: index + 2) ? nil : ordinal
    }
    let number =
      scan.tokens[index].kind == .word && scan.tokens[index].letterCount <= 3 ? index + 1 : index
    guard range.contains(number), scan.tokens[number].kind == .number,
      scan.tokens[number].gap <= .space
    else { return nil }
    let value = Int(scan.tokens[number].number)
    return value < 0 ? nil : value
  }
}
