import ArabicText

/// Marks a deictic day inside a quotation: «قال الثلاثاء: "نبدأ اليوم"» speaks of that Tuesday.
struct QuotationRefiner: Refiner {
  func refine(
    _ candidates: inout [Candidate],
    sentence: Range<Int>,
    in reader: borrowing PhraseReader
  ) {
    for index in candidates.indices {
      guard case .day(let day) = candidates[index].reading.phrase, day.deictic != nil,
        day.weekday == nil
      else { continue }
      candidates[index].isQuotedDeictic = isQuoted(
        candidates[index].reading.start,
        sentence,
        in: reader
      )
    }
  }

  private func isQuoted(
    _ index: Int,
    _ sentence: Range<Int>,
    in reader: borrowing PhraseReader
  ) -> Bool {
    var isOpen = false
    for position in sentence.lowerBound..<max(sentence.lowerBound, index) {
      switch reader.mark(position) {
      case .openQuote: isOpen = true
      case .closeQuote: isOpen = false
      case .quote: isOpen.toggle()
      default: break
      }
    }
    return isOpen
  }
}
