import ArabicText

// Adjectives of belonging, told by their endings: no list has them all.
extension SentenceReader {
  /// «الإسلامية», «الصومالي»: a definite adjective.
  func isDefiniteNisba(_ index: Int) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[index])
    return letters.starts(with: [LetterCode.alef, LetterCode.lam])
      && (letters.last == LetterCode.yeh
        || letters.suffix(2).elementsEqual([LetterCode.yeh, LetterCode.heh]))
  }

  /// «جوياً», «مدفعياً»: an adjective by its ending, which no list need have.
  func isAccusativeNisba(_ index: Int) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[index])
    return letters.count >= 4
      && letters.suffix(2).elementsEqual([LetterCode.yeh, LetterCode.alef])
  }
}
