import Lexicons

/// Something that recurs: «كل أسبوع», «كل ثلاثة أشهر», «أسبوعياً», «السنوية».
struct RecurrenceRule: DateRule {
  let name = "recurrence"
  let starts: Set<DateWordClass> = [.each, .recurrence]

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    let word = reader.word(index)
    if word.role == .recurrence, Int(word.value) < reader.lexicon.recurrences.count {
      return Reading(
        phrase: .set(reader.lexicon.recurrences[Int(word.value)]),
        start: index,
        end: index + Int(word.length),
        rule: name
      )
    }
    guard word.role == .each, reader.continuesPlain(index + 1) || reader.isNumber(index + 1) else {
      return nil
    }
    if let (weekday, end) = weekday(at: index + 1, in: reader) {
      return Reading(
        phrase: .set("XXXX-WXX-\(weekday)"),
        start: index,
        end: end,
        rule: name
      )
    }
    guard let amount = reader.count(at: index + 1), !amount.isDefinite, amount.count != nil else {
      return nil
    }
    return Reading(phrase: .set(amount.iso), start: index, end: amount.end, rule: name)
  }

  /// «كل جمعة», «كل يوم أحد».
  private func weekday(at index: Int, in reader: borrowing PhraseReader) -> (Int, end: Int)? {
    var position = index
    if reader.unitWord(position) == .day,
      reader.role(position + 1) == .weekday
        || reader.role(position + 1) == .weekdayBare
    {
      position += 1
    }
    switch reader.role(position) {
    case .weekday, .weekdayBare:
      return (Int(reader.word(position).value), position + 1)
    default:
      return nil
    }
  }
}
