import ArabicText
import Lexicons
import NewsModel

// Where a subject ends and the object of its verb begins: by endings, for no case is written but ا.
extension NounPhraseReader {
  /// «المتظاهرون | السفارة», «محتجون غاضبون | مقر», «جماعة مسلحة | شاحنتين»: what cannot be a genitive or an
  /// adjective of the subject is the object of its verb.
  func opensObject(_ index: Int) -> Bool {
    let names: EventCue = [.site, .settlement, .facility, .people, .troops, .fighters, .member]
    if hasArticle(index, []) {
      return isClosed ? sentence.has(names, at: index) : index > head + 1 || hasNoGenitive
    }
    // «مسلحون مجهولون»: the same ending tells of the same.
    if hasNoGenitive, sentence.has(names, at: index) {
      return !scan.text.letters(of: scan.tokens[index]).suffix(2)
        .elementsEqual([LetterCode.waw, LetterCode.noon])
    }
    guard index > head + 1,
      sentence.endsWithMarbuta(index - 1) || isNisba(index - 1)
        || sentence.has(.manner, at: index - 1)
    else { return false }
    return sentence.has(names, at: index)
      || !sentence.endsWithMarbuta(index) && !isNisba(index)
  }

  /// «مسلحون», «انتحاري»: one who fights is nobody's, where ن or no construct follows.
  var hasNoGenitive: Bool { isCounted || sentence.has(.fighter, at: head) }

  /// «مسلحة محلية», «حكومي»: ends as an adjective of belonging does.
  private func isNisba(_ index: Int) -> Bool {
    scan.text.letters(of: scan.tokens[index]).last == LetterCode.yeh
  }

  /// «مبنى سكنيا», «50 جنديا»: the case of the head is not written, so an accusative may describe it.
  var mayBeAccusative: Bool {
    guard let last = scan.text.letters(of: scan.tokens[head]).last else { return true }
    return [LetterCode.alef, LetterCode.yeh, LetterCode.hamza].contains(last)
      || sentence.has([.part, .many, .somebody], at: head)
      || (head..<next).contains { scan.tokens[$0].kind == .number }
      || sentence.isIndefiniteObject(head)
  }
}
