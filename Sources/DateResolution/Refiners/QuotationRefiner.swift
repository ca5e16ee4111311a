import ArabicText

/// Marks a deictic day inside a quotation: «قال الثلاثاء: "نبدأ اليوم"» speaks of that Tuesday.
struct QuotationRefiner: Refiner {
  func refine(
    _ candidates: inout [Candidate],
    sentence: Range<Int>,
    in reader: borrowing PhraseReader
  ) {
    // One walk through the sentence, however many days it tells.
    var isOpen = false
    var position = sentence.lowerBound
    for index in candidates.indices {
      let start = max(position, candidates[index].reading.start)
      while position < start {
        switch reader.mark(position) {
        case .openQuote: isOpen = true
        case .closeQuote: isOpen = false
        case .quote: isOpen.toggle()
        default: break
        }
        position += 1
      }
      guard case .day(let day) = candidates[index].reading.phrase, day.deictic != nil,
        day.weekday == nil
      else { continue }
      candidates[index].isQuotedDeictic = isOpen
    }
  }
}
