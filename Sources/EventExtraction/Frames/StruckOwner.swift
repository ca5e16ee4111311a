import ArabicText
import Lexicons
import NewsModel

// Whose it is that was struck, in the words for the whole: «قافلة تابعة للأمم المتحدة», «البارجة الأميركية "كذا"».
extension SentenceReader {
  /// «مركزا للتجسس، تابعا للجيش»: his whose it is said to be, in the words for it.
  func linked(_ thing: PartySpan) -> PartySpan {
    guard
      var owner = spans.first(where: { span in
        thing.tokens.contains(span.tokens.lowerBound) && AttackFrame.isFighter(span)
          && clamped(span.tokens.lowerBound - 3, span.tokens.lowerBound).contains {
            has(.loyal, at: $0)
          }
      })
    else { return thing }
    owner.tokens = thing.tokens
    owner.clitics = thing.clitics
    owner.governor = thing.governor
    return owner
  }

  /// «ثكنة "كذا"»: with the mark that closes what a mark opened.
  func withClosingQuote(_ tokens: Range<Int>, before end: Int) -> Range<Int> {
    let isOpen = !tokens.count { isQuoteMark($0) }.isMultiple(of: 2)
    let mark = tokens.upperBound
    guard mark < end, isQuoteMark(mark) else { return tokens }
    if isOpen { return tokens.lowerBound..<mark + 1 }
    // «البارجة الأميركية "كذا"»
    guard scan.tokens[mark].gap == .space,
      let close = clamped(mark + 1, min(end, mark + 4)).first(where: { isQuoteMark($0) })
    else { return tokens }
    return tokens.lowerBound..<close + 1
  }
}
