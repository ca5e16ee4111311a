import ArabicText
import Lexicons
import NewsModel

/// The short name of a body that the article has named in full: «حركة النهضة» … «وقالت الحركة».
///
/// A newsroom names a body once and then by its head word with the article. The body met last under
/// that head is meant, as with last names of persons.
extension ActorFinder {
  /// Notes the head of a body: its first word, with the article.
  mutating func teachHead(_ span: PartySpan, _ number: Int) {
    teachOccupier(span, number)
    guard span.kind == .institution || span.kind == .organisation, span.tokens.count > 1,
      span.moreCountries.isEmpty,
      // «ممثلو المؤتمر الوطني العام»: the head of the body stands behind its men.
      let first = span.entry >= 0
        ? span.tokens.dropLast().first(where: { scan.has(.heading, at: $0) }) : span.tokens.first,
      scan.has(.heading, at: first)
    else { return }
    let clitics = first == span.tokens.lowerBound ? span.clitics.rawValue.nonzeroBitCount : 0
    let letters = Array(scan.text.letters(of: scan.tokens[first]).dropFirst(clitics))
    let article = [LetterCode.alef, LetterCode.lam]
    let bare =
      letters.starts(with: article)
      ? letters
      : letters.first == LetterCode.lam && span.clitics.contains(.to)
        ? [LetterCode.alef] + letters : article + letters
    taughtHeads[WordHash.of(bare)] = number
    // «الخارجية البحرينية» is «الوزارة» afterwards.
    if scan.has(.ministry, at: first) { lastMinistry = number }
  }

  /// «الاحتلال الإسرائيلي», «قوات الاحتلال» … «واستهدف الاحتلال»: the state is meant by the one word afterwards.
  private mutating func teachOccupier(_ span: PartySpan, _ number: Int) {
    guard span.country >= 0, span.tokens.count > 1, [.state, .institution].contains(span.kind),
      let word = span.tokens.first(where: { scan.has(.occupier, at: $0) })
    else { return }
    taughtHeads[scan.words[word].hash(0)] = number
  }

  /// A body named by its head alone.
  func taughtBody(at index: Int) -> PartySpan? {
    guard !taughtHeads.isEmpty else { return nil }
    let word = scan.words[index]
    let ministry = word.classes.contains(.ministryHead) ? lastMinistry : nil
    for reading in 0..<word.count {
      guard let number = taughtHeads[word.hash(reading)] ?? ministry else { continue }
      // «المجلس البلدي», «وزير الحكومة الانتقالية»: its own adjective makes it another body.
      let next = index + 1
      if next < scan.tokens.count, scan.tokens[next].kind == .word,
        scan.tokens[next].gap == .space, startsWithArticle(next, []), !scan.has(.pastTime, at: next)
      {
        return nil
      }
      // «وزيري الدفاع والخارجية»: the second ministry of two men.
      if word.clitics(reading) == .and, scan.has(.ministry, at: index),
        scan.has(.ministry, at: index - 1)
      {
        return nil
      }
      // «رئيس الحكومة»: what belongs to it is another.
      if index > 0, scan.tokens[index].gap == .space, scan.has([.lead, .post], at: index - 1),
        word.clitics(reading).isEmpty
      {
        return nil
      }
      var body = recalled(number, at: index, clitics: word.clitics(reading))
      if scan.has(.occupier, at: index) {
        (body.kind, body.entry, body.office, body.name) = (.state, body.country, -1, nil)
      }
      return body
    }
    return nil
  }
}
