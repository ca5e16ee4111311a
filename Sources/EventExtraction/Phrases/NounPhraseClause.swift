import ArabicText
import Lexicons
import NewsModel

// What tells apart a noun that is nobody's by itself: where it lies or goes, and who is in it or has it.
extension NounPhraseReader {
  /// «سفن متجهة إلى الموانئ», «المنطقة الواقعة بين كذا وكذا», «موقع كذا المحيط بالقصر الرئاسي».
  mutating func takeLying() -> Bool {
    guard !isInner, next < end, next - 1 > head, sentence.has(.lying, at: next - 1),
      scan.tokens[next].kind == .word, scan.tokens[next].gap == .space, scan.dateAt[next] < 0
    else { return false }
    if scan.has([.inside, .to, .on, .from, .between], at: next),
      scan.words[next].classClitics.isEmpty
    {
      return takeGoal(next + 1)
    }
    guard sentence.isLed(next) || sentence.isBehindBeh(next) else { return false }
    next += 1
    // «بالقصر الرئاسي»
    while next < end, scan.tokens[next].kind == .word, scan.tokens[next].gap == .space,
      hasArticle(next, []), scan.dateAt[next] < 0, !scan.isVerb(at: next),
      !sentence.spans.contains(where: { $0.tokens.contains(next) })
    {
      next += 1
    }
    return true
  }

  /// The place or party behind the preposition of where it lies, and one more joined to it by و.
  private mutating func takeGoal(_ goal: Int) -> Bool {
    guard goal < end,
      let span = sentence.spans.first(where: { $0.tokens.lowerBound == goal })
    else { return takeInner(goal) }
    guard span.clitics.isEmpty, span.tokens.upperBound <= end else { return false }
    next = span.tokens.upperBound
    if let more = sentence.spans.first(where: { $0.tokens.lowerBound == next }),
      more.clitics == .and, more.kind == span.kind, more.tokens.upperBound <= end
    {
      next = more.tokens.upperBound
    }
    return true
  }

  /// «سيارة كان يستقلها الضحايا», «مواقع يشتبه في أنها تابعة للحركة», «مدرستين تؤويان نازحين»: a clause in
  /// the present tense right behind an indefinite noun, as far as whom it names.
  mutating func takeClause() {
    guard !isInner, !isClosed, opensPresentClause(next) else { return }
    for index in next + 1..<max(next + 1, min(end, next + 8)) {
      guard scan.tokens[index].kind == .word || sentence.isQuoteMark(index),
        scan.tokens[index].gap < .line, scan.dateAt[index] < 0,
        !scan.has([.relative, .subordinate, .against], at: index)
      else { return }
      if let span = sentence.spans.first(where: { $0.tokens.lowerBound == index }) {
        guard span.tokens.upperBound <= end, span.clitics.isSubset(of: .to) else { return }
        next = span.tokens.upperBound
        return
      }
      // «كان يستقلها الضحايا»
      let isSubject = index == next + 2 && scan.has(.be, at: next) && hasArticle(index, [])
      if isSubject || sentence.has([.people, .fighters, .troops], at: index),
        !sentence.isOwned(index)
      {
        next = index + 1
        // «جنود إسرائيليون»
        if next < end, scan.senses(at: next).contains(where: { $0.kind == .adjective }) {
          next += 1
        }
        return
      }
    }
  }

  /// Whether a verb in the present tense stands at a token, «كان» before it or not.
  private func opensPresentClause(_ index: Int) -> Bool {
    guard index + 1 < end, scan.tokens[index].kind == .word, scan.tokens[index].gap == .space,
      scan.dateAt[index] < 0
    else { return false }
    if scan.has(.be, at: index), scan.words[index].classClitics.isEmpty {
      return scan.isVerb(at: index + 1)
        || scan.text.letters(of: scan.tokens[index + 1]).first == LetterCode.yeh
    }
    let letters = scan.text.letters(of: scan.tokens[index])
    let isOfPresent = letters.first == LetterCode.yeh || letters.first == LetterCode.teh
    if isOfPresent, scan.isVerb(at: index) || sentence.isPresentVerb(index) { return true }
    // «مواقع يشتبه»: ي opens no adjective but of a people, «يمنية».
    return letters.count >= 4 && isOfPresent
      && (letters.first == LetterCode.yeh || sentence.isIndefiniteObject(head))
      && ![LetterCode.yeh, LetterCode.heh].contains(letters.last ?? 0)
      && !sentence.has(.settlement, at: head) && scan.senses(at: index).isEmpty
      && !scan.isCommon(at: index)
  }
}
