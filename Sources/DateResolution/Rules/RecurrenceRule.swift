import ArabicText
import Lexicons

/// Something that recurs: «كل أسبوع», «كل ثلاثة أشهر», «أسبوعياً», «السنوية».
struct RecurrenceRule: DateRule {
  var name: String { "recurrence" }
  var starts: [DateWordClass] { [.each, .recurrence, .clock, .unit] }

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    let word = reader.word(index)
    if word.role == .recurrence, Int(word.value) < reader.lexicon.recurrences.count {
      if isFamilyName(index, in: reader) { return nil }
      return Reading(
        phrase: .set(reader.lexicon.recurrences[Int(word.value)]),
        start: index,
        end: index + Int(word.length),
        rule: name
      )
    }
    if word.role == .unit { return weekdays(at: index, in: reader) }
    if word.role == .clock { return hourFirst(at: index, in: reader) }
    guard word.role == .each, reader.continuesPlain(index + 1) || reader.isNumber(index + 1) else {
      return nil
    }
    // «كل صباح», «كل مساء»: of every day.
    let part = reader.word(index + 1)
    if part.role == .dayPart, part.length == 1, !part.flags.contains(.definite),
      Int(part.value) < DayPart.allCases.count, reader.role(index + 2) != .weekday,
      // «كل عصر» is any age.
      ![.noon, .afternoon].contains(DayPart.allCases[Int(part.value)])
    {
      return Reading(
        phrase: .set("XXXX-XX-XXT\(DayPart.allCases[Int(part.value)].rawValue)"),
        start: index,
        end: index + 2,
        rule: name
      )
    }
    if let (weekday, end) = weekday(at: index + 1, in: reader) {
      return timed("XXXX-WXX-\(weekday)", from: index, to: end, in: reader)
    }
    guard let amount = reader.count(at: index + 1), !amount.isDefinite, amount.count != nil else {
      return nil
    }
    // «كل عام وأنتم بخير» is a greeting.
    if reader.role(amount.end) == .vetoAfter, reader.word(amount.end).value == 5,
      reader.continues(amount.end)
    {
      return nil
    }
    if amount.iso == "P1D" { return timed(amount.iso, from: index, to: amount.end, in: reader) }
    return Reading(phrase: .set(amount.iso), start: index, end: amount.end, rule: name)
  }

  /// «يحيى الشهري»: a man of a tribe, where no definite noun stands before that could be “monthly”.
  private func isFamilyName(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    let word = reader.word(index)
    guard word.flags.isSuperset(of: [.ambiguous, .definite]), index > 0 else { return false }
    guard reader.continues(index), reader.isWord(index - 1) else { return true }
    let before = reader.letters(of: index - 1)
    if before.last == LetterCode.heh || before.last == LetterCode.alef { return false }
    return !reader.isDefiniteWord(index - 1) && !before.dropFirst().starts(with: Self.article)
      && !before.starts(with: [LetterCode.lam, LetterCode.lam])
  }

  /// ال.
  private static let article = [LetterCode.alef, LetterCode.lam]

  /// «تفتح المكاتب أيام السبت»: every one of them, where no second weekday makes a list.
  private func weekdays(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    let noun = reader.word(index)
    guard reader.unitWord(index) == .day, noun.flags.contains(.plural), noun.length == 1,
      !noun.flags.contains(.definite), reader.role(index + 1) == .weekday,
      reader.continuesPlain(index + 1)
    else { return nil }
    let next = reader.mark(index + 2) == .comma ? index + 3 : index + 2
    guard reader.role(next) != .weekday, !reader.isLetter(LetterCode.waw, at: next),
      reader.role(next) != .cardinal, reader.direction(at: index + 2) == nil
    else { return nil }
    return Reading(
      phrase: .set("XXXX-WXX-\(reader.word(index + 1).value)"),
      start: index,
      end: index + 2,
      rule: name
    )
  }

  /// «الساعة 9 صباحا كل يوم أحد»: the hour first.
  private func hourFirst(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    guard let read = DayRule().read(at: index, in: reader), case .day(let time) = read.phrase,
      let minute = time.minute, !time.tellsDay
    else { return nil }
    var next = read.end
    if reader.role(next) == .from, reader.word(next).length == 1 { next += 1 }
    guard reader.role(next) == .each, reader.continuesPlain(next),
      var set = self.read(at: next, in: reader), case .set(let value) = set.phrase,
      value == "P1D" || value.hasPrefix("XXXX-WXX-"), !value.contains("T")
    else { return nil }
    set.phrase = .set("\(value)T\(TimexValue.clock(Grounding.minute24(minute, time.part)))")
    set.start = index
    return set
  }

  /// «كل يوم الساعة الثامنة صباحا»: the hour belongs to what recurs.
  private func timed(
    _ value: String,
    from index: Int,
    to end: Int,
    in reader: borrowing PhraseReader
  ) -> Reading {
    var phrase = DatePhrase.set(value)
    var last = end
    var at = end
    if reader.role(at) == .inside || reader.role(at) == .clockCue { at += 1 }
    if reader.continuesPlain(at), reader.clockTime(at: at) != nil,
      case .day(let time)? = DayRule().read(at: at, in: reader)?.phrase, let minute = time.minute,
      !time.tellsDay, let read = DayRule().read(at: at, in: reader)
    {
      let clock = TimexValue.clock(Grounding.minute24(minute, time.part))
      phrase = .set("\(value)T\(clock)")
      last = read.end
    }
    return Reading(phrase: phrase, start: index, end: last, rule: name)
  }

  /// «كل جمعة», «كل يوم أحد».
  private func weekday(at index: Int, in reader: borrowing PhraseReader) -> (Int, end: Int)? {
    var position = index
    if reader.unitWord(position) == .day,
      reader.role(position + 1) == .weekday
        || reader.role(position + 1) == .weekdayBare || isMonday(position + 1, in: reader)
    {
      position += 1
    }
    switch reader.role(position) {
    case .weekday, .weekdayBare:
      return (Int(reader.word(position).value), position + 1)
    default:
      return isMonday(position, in: reader) && position > index ? (1, position + 1) : nil
    }
  }

  /// «اثنين» is the number two and a Monday.
  private func isMonday(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    let word = reader.word(index)
    return word.role == .cardinal && word.value == 2 && word.length == 1
      && reader.continuesPlain(index)
  }
}
