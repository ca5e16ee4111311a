import ArabicText

// Adjectives of belonging, told by their endings: no list has them all.
extension SentenceReader {
  /// «الإسلامية», «الصومالي»: a definite adjective.
  func isDefiniteNisba(_ index: Int) -> Bool {
    scan.text.letters(of: scan.tokens[index]).starts(with: [LetterCode.alef, LetterCode.lam])
      && scan.endsAsNisba(index)
  }

  /// «المتوغلة»: with the article and ة.
  func isDefiniteFeminine(_ index: Int) -> Bool {
    endsWithMarbuta(index)
      && scan.text.letters(of: scan.tokens[index]).starts(with: [LetterCode.alef, LetterCode.lam])
  }

  /// «جوياً», «مدفعياً»: an adjective by its ending, which no list need have.
  func isAccusativeNisba(_ index: Int) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[index])
    return letters.count >= 4
      && letters.suffix(2).elementsEqual([LetterCode.yeh, LetterCode.alef])
  }

  /// Whether a word is written with the ending of an indefinite accusative, «اً».
  func isAccusative(_ index: Int) -> Bool {
    let bytes = scan.text.bytes
    let end = Int(scan.tokens[index].end)
    guard end <= bytes.count, end >= 4 else { return false }
    return bytes[(end - 4)..<end].elementsEqual([0xD9, 0x8B, 0xD8, 0xA7])
      || bytes[(end - 2)..<end].elementsEqual([0xD9, 0x8B])
  }

  /// «مواقعه», «آلياتهم», «نقاطنا»: a noun with its owner.
  func endsWithOwner(_ index: Int) -> Bool {
    if isOwned(index) { return true }
    let letters = scan.text.letters(of: scan.tokens[index])
    guard letters.count >= 4 else { return false }
    if letters.suffix(3).elementsEqual([LetterCode.heh, LetterCode.meem, LetterCode.alef]) {
      return true
    }
    return letters.last == LetterCode.heh && !endsWithMarbuta(index)
      || letters.suffix(2).elementsEqual([LetterCode.noon, LetterCode.alef])
        && !isIndefiniteObject(index)
  }

  /// «نفسه», «أنفسهم»: oneself.
  func isReflexive(_ index: Int) -> Bool {
    guard scan.tokens[index].kind == .word, endsWithOwner(index) else { return false }
    let letters = scan.text.letters(of: scan.tokens[index])
    let stem = [LetterCode.noon, LetterCode.feh, LetterCode.seen]
    return letters.count <= 7
      && (letters.starts(with: stem)
        || letters.first == LetterCode.alef && letters.dropFirst().starts(with: stem))
  }

  /// «قتلوا»: a verb of many.
  func isPluralVerb(_ index: Int) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[index])
    return letters.count >= 4 && letters.suffix(2).elementsEqual([LetterCode.waw, LetterCode.alef])
  }

  /// Whether a word is written with ة at its end.
  func endsWithMarbuta(_ index: Int) -> Bool {
    let end = Int(scan.tokens[index].end)
    guard end >= 2, end <= scan.text.bytes.count else { return false }
    return scan.text.bytes[end - 2] == 0xD8 && scan.text.bytes[end - 1] == 0xA9
  }
}
