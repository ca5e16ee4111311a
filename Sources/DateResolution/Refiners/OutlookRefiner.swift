import ArabicText
import Lexicons
import NewsModel

/// Finds whether the clause of a date looks ahead: the nearest verb before it decides, else the
/// nearest behind it.
///
/// Arabic puts the verb first, so what precedes the date in its clause weighs more. The future is
/// written into the verb (سيزور) or said by a phrase («من المقرر أن»); a plain imperfect of a main
/// clause (يصل، تبدأ) is what newsrooms write of what is planned.
struct OutlookRefiner: Refiner {
  /// How many tokens before and behind a date are looked at.
  private static let reach = 16
  private static let reachBehind = 7

  func refine(
    _ candidates: inout [Candidate],
    sentence: Range<Int>,
    in reader: borrowing PhraseReader
  ) {
    for index in candidates.indices where needsOutlook(candidates[index].reading.phrase) {
      var outlook = outlook(of: candidates[index].reading, sentence, in: reader)
      // «حتى مساء الأحد», «بحلول الأحد»: a limit lies ahead unless the clause tells of the past.
      switch candidates[index].relation {
      // «بعد 20 عاما» asked alone counts ahead.
      case _ where outlook == .open && isAlone(candidates[index].reading, in: reader):
        outlook = .future
      case .by: outlook = .future
      // «أرجئت إلى وقت لاحق».
      case .until where candidates[index].reading.phrase == .later: outlook = .future
      case .until where outlook == .open:
        outlook = isYearless(candidates[index].reading.phrase) ? .limit : .future
      // «اعتبارا من 30 نوفمبر», told of a decision: it begins ahead, or has just begun.
      case .from where outlook != .future && isYearless(candidates[index].reading.phrase):
        outlook = .limit
      // «منذ 7 أكتوبر»: what has lasted since then has begun.
      case .since where outlook == .open: outlook = .past
      default: break
      }
      candidates[index].outlook = outlook
    }
  }

  /// Whether an offset is all that the text says.
  private func isAlone(_ reading: Reading, in reader: borrowing PhraseReader) -> Bool {
    guard case .offset(_, _, let direction) = reading.phrase, direction > 0 else { return false }
    return reading.start == 0 && reading.end == reader.tokens.count
  }

  /// A day and month, or a month, without year, weekday or direction.
  private func isYearless(_ phrase: DatePhrase) -> Bool {
    switch phrase {
    case .day(let day): day.weekday == nil && (day.date.map(isYearless) ?? false)
    case .fields(let fields): isYearless(fields)
    case .part(_, let whole): isYearless(whole)
    default: false
    }
  }

  private func isYearless(_ fields: DateFields) -> Bool {
    fields.month != nil && fields.year == .unsaid && fields.direction == nil
  }

  private func needsOutlook(_ phrase: DatePhrase) -> Bool {
    switch phrase {
    case .day(let day): day.deictic == nil
    case .later, .duration: true
    case .fields, .range, .part, .slice, .offset, .offsets, .offsetFrom, .nthWeekday, .nthDay: true
    default: false
    }
  }

  private func outlook(
    of reading: Reading,
    _ sentence: Range<Int>,
    in reader: borrowing PhraseReader
  ) -> Outlook {
    let isYearless = isYearless(reading.phrase)
    // «مسؤوليته عن 7 أكتوبر»: what is spoken about by its day has been.
    if isYearless, reader.continues(reading.start), reader.isWord(reading.start - 1),
      reader.tokens[reading.start - 1].hash == Self.about
    {
      return .past
    }
    // «هبط خام برنت تسليم سبتمبر»: what is traded now is handed over then.
    // «حددت السادس من ديسمبر موعدا للاقتراع».
    if isYearless, isNextTo(reading.start - 1, in: reader) || isNextTo(reading.end, in: reader) {
      return .future
    }
    var position = reading.start - 1
    var follows = false
    let lowest = max(sentence.lowerBound, reading.start - Self.reach)
    while position >= lowest, !endsClause(reader.mark(position)) {
      // «منذ ساعات ما بعد ظهر الجمعة», «منذ وقف إطلاق النار في 18 يناير»: what began then has begun.
      if reader.role(position) == .since, isYearless || position >= reading.start - 4 {
        return .past
      }
      if let found = tense(at: position, in: reader) {
        // «توحد بعد الهزيمة في انتخابات نوفمبر»: what something came after has been.
        return follows && found != .future ? .past : found
      }
      if isYearless, reader.role(position) == .after { follows = true }
      // «كانوا يستعدون للانتخابات التي تشهدها البلاد في يونيو»: that verb tells nothing of June.
      if isYearless, reader.role(position) == .clauseStart, reader.word(position).value == 1 {
        break
      }
      // «أعلن أن الانتخابات في تشرين»: what is announced has a time of its own.
      if reader.role(position) == .clauseStart, reader.word(position).value == 0 {
        // «من المتوقع أن تعلن».
        for index in [position - 1, position - 2]
        where reader.role(index) == .futureCue && reader.word(index).value == 1 {
          return .future
        }
        if isProviso(at: position, in: reader) { return .future }
        if follows { return .past }
        break
      }
      position -= 1
    }
    position = reading.end
    let highest = min(sentence.upperBound, reading.end + Self.reachBehind)
    while position < highest, !endsClause(reader.mark(position)) {
      if opensClause(position, in: reader), reading.phrase != .later {
        if isProviso(at: position, in: reader) { return .future }
        break
      }
      if let found = tense(at: position, in: reader) { return found }
      position += 1
    }
    return .open
  }

  /// «الاثنين، ومن المقرر أن», «الأربعاء إن عددا منهم سيصل»: what is joined or told has a time of
  /// its own.
  private func opensClause(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    let word = reader.word(index)
    switch word.role {
    case .clauseStart: return word.value == 0
    case .futureCue, .pastCue: return word.flags.contains(.conjoined)
    case .none:
      return reader.isWord(index) && reader.letters(of: index).first == LetterCode.waw
        && isFutureVerb(index, in: reader)
    default: return false
    }
  }

  /// Whether a word stands here that makes what is next to it lie ahead.
  private func isNextTo(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    reader.role(index) == .futureCue && reader.word(index).value == 3
  }

  /// «على أن يعود الأحد»: what is agreed on, told by a verb and not by a noun («أكد على أن اللقاء»).
  private func isProviso(at index: Int, in reader: borrowing PhraseReader) -> Bool {
    guard reader.isWord(index - 1), reader.tokens[index - 1].hash == Self.on,
      reader.isWord(index + 1), reader.tokens[index + 1].letterCount >= 3,
      reader.role(index + 1) == .none || reader.role(index + 1) == .futureCue,
      let first = reader.letters(of: index + 1).first
    else { return false }
    return first == LetterCode.yeh || first == LetterCode.teh
  }

  /// عن.
  private static let about = WordHash.of([LetterCode.ain, LetterCode.noon])

  /// على.
  private static let on = WordHash.of([LetterCode.ain, LetterCode.lam, LetterCode.yeh])

  private func endsClause(_ mark: Mark) -> Bool {
    switch mark {
    case .stop, .semicolon, .question, .exclamation, .ellipsis: true
    default: false
    }
  }

  private func tense(at index: Int, in reader: borrowing PhraseReader) -> Outlook? {
    let word = reader.word(index)
    switch word.role {
    case .futureCue:
      if word.value == 1 { return .future }
      if word.value == 3 { return nil }
      // «القمة التي تعقد في المدينة» tells nothing of the clause around it.
      if reader.role(index - 1) == .clauseStart, reader.word(index - 1).value == 1 { return nil }
      // «كان يصل», «لم يصل» are past.
      return reader.role(index - 1) == .pastCue || reader.role(index - 2) == .pastCue
        ? .past : .present
    case .pastCue:
      // «أن تحدث» is written like «تحدث», “spoke”.
      if reader.role(index - 1) == .clauseStart, reader.tokens[index - 1].letterCount == 2,
        reader.tokens[index].letterCount >= 4, reader.letters(of: index).first == LetterCode.teh
      {
        return nil
      }
      return .past
    case .none:
      if isFutureVerb(index, in: reader) { return .future }
      return isPastVerb(index, in: reader) ? .past : nil
    default: return nil
    }
  }

  /// A past verb of “she”, by its form alone: «تنازلت», «استقبلت», «وانطلقت».
  ///
  /// Only a verb begins with ت or ا and ends in ت; plurals of nouns end in ات.
  private func isPastVerb(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    guard reader.isWord(index), reader.tokens[index].letterCount >= 5 else { return false }
    var letters = reader.letters(of: index)
    guard letters.last == LetterCode.teh else { return false }
    if letters.first == LetterCode.waw || letters.first == LetterCode.feh {
      letters = letters.dropFirst()
    }
    letters = letters.dropLast()
    guard letters.count >= 4, letters.last != LetterCode.alef else { return false }
    // «تصويت», «توقيت» are nouns.
    if letters.first == LetterCode.teh { return letters.last != LetterCode.yeh }
    return letters.first == LetterCode.alef && letters.dropFirst().first != LetterCode.lam
  }

  /// س before an imperfect: سيزور، ستبدأ، وسيلتقي.
  private func isFutureVerb(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    guard reader.isWord(index), reader.tokens[index].letterCount >= 4 else { return false }
    var letters = reader.letters(of: index)
    if letters.first == LetterCode.waw || letters.first == LetterCode.feh {
      letters = letters.dropFirst()
    }
    guard letters.count >= 4, letters.first == LetterCode.seen,
      let second = letters.dropFirst().first,
      second == LetterCode.yeh || second == LetterCode.teh || second == LetterCode.noon
    else { return false }
    return !reader.lexicon.stemsNotFuture.contains { letters.starts(with: $0) }
  }
}
