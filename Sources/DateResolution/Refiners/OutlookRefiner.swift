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
  private static let reach = 14

  func refine(
    _ candidates: inout [Candidate],
    sentence: Range<Int>,
    in reader: borrowing PhraseReader
  ) {
    for index in candidates.indices where needsOutlook(candidates[index].reading.phrase) {
      var outlook = outlook(of: candidates[index].reading, sentence, in: reader)
      // «حتى مساء الأحد», «بحلول الأحد»: a limit lies ahead unless the clause tells of the past.
      switch candidates[index].relation {
      case .by: outlook = .future
      // «أرجئت إلى وقت لاحق».
      case .until where candidates[index].reading.phrase == .later: outlook = .future
      case .until where outlook == .open: outlook = .future
      // «منذ 7 أكتوبر»: what has lasted since then has begun.
      case .since where outlook == .open: outlook = .past
      default: break
      }
      candidates[index].outlook = outlook
    }
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
    var position = reading.start - 1
    let lowest = max(sentence.lowerBound, reading.start - Self.reach)
    while position >= lowest, !endsClause(reader.mark(position)) {
      if let found = tense(at: position, in: reader) { return found }
      // «أعلن أن الانتخابات في تشرين»: what is announced has a time of its own.
      if reader.role(position) == .clauseStart, reader.word(position).value == 0 {
        // «من المتوقع أن تعلن».
        for index in [position - 1, position - 2]
        where reader.role(index) == .futureCue && reader.word(index).value == 1 {
          return .future
        }
        if isProviso(at: position, in: reader) { return .future }
        break
      }
      position -= 1
    }
    position = reading.end
    let highest = min(sentence.upperBound, reading.end + Self.reach / 2)
    while position < highest, !endsClause(reader.mark(position)) {
      if let found = tense(at: position, in: reader) { return found }
      position += 1
    }
    return .open
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
    case .none: return isFutureVerb(index, in: reader) ? .future : nil
    default: return nil
    }
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
