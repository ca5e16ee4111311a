import ArabicText
import Lexicons
import NewsModel

// What a minister is minister of, in as many words as it takes.
extension OfficePhraseReader {
  /// «وزير السياحة», «وزير التجارة والصناعة والمناجم», «وزير الموارد المائية والصيد البحري».
  mutating func portfolio(_ word: Word) -> Step? {
    guard number == .single, finder.isMinister(office) else { return nil }
    // «والاستثمار و التعاون»: و written apart.
    if next == portfolioEnd, isLoneAnd(next), next + 1 < scan.tokens.count,
      scan.has(.ministry, at: next + 1), finder.startsWithArticle(next + 1, [])
    {
      next += 1
      portfolioEnd = next
    }
    let reading = scan.words[next]
    let isHead = isFirst && !finder.startsWithArticle(head.upperBound - 1, [])
    if scan.has(.ministry, at: next) {
      let isTold =
        isHead && reading.classClitics.isEmpty && finder.startsWithArticle(next, [])
        || next == portfolioEnd
          && (reading.classClitics == .and && finder.startsWithArticle(next, .and)
            || isLoneAnd(next - 1))
      guard isTold else { return nil }
      if portfolio == nil { portfolio = next }
    } else {
      guard next == portfolioEnd, isNarrowing(next), !scan.isVerb(at: next) else { return nil }
    }
    next += 1
    committed = next
    portfolioEnd = next
    return .goesOn
  }

  /// «الصيد البحري», «الشؤون البلدية والقروية»: an adjective of what he is minister of, and no state's.
  func isNarrowing(_ index: Int) -> Bool {
    guard scan.tokens[index].kind == .word, scan.tokens[index].gap == .space else { return false }
    return scan.endsAsNisba(index) && scan.text.letters(of: scan.tokens[index]).count >= 5
      && scan.actorPayloads[index] < 0
      && (finder.startsWithArticle(index, []) || finder.startsWithArticle(index, .and))
  }

  private func isLoneAnd(_ index: Int) -> Bool {
    index > 0 && scan.text.letters(of: scan.tokens[index]).elementsEqual([LetterCode.waw])
  }
}

extension ActorFinder {
  func isMinister(_ office: Int32) -> Bool {
    office >= 0 && scan.actors.offices[Int(office)].hasSuffix("minister")
  }
}
