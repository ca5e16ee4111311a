import ArabicText

extension ArticleScan {
  /// «حكومي», «حكومية»: whether a word ends as an adjective of belonging does; no list has them all.
  func endsAsNisba(_ index: Int) -> Bool {
    let letters = text.letters(of: tokens[index])
    return letters.last == LetterCode.yeh
      || letters.suffix(2).elementsEqual([LetterCode.yeh, LetterCode.heh])
  }
}
