import ArabicText
import Lexicons

/// How often something comes, told without «كل»: «راتب أسبوعي», «اجتماع شهري», «ثلاث مرات في اليوم».
///
/// The adjective is written like the dual of «أسبوعي الحداد» and «شهري شباط وآذار»; it stands behind a noun
/// without article and before nothing that a dual could lean on. «في اليوم» behind what is counted is
/// every day, no today.
struct RateRule: DateRule {
  var name: String { "recurrence" }
  var starts: [DateWordClass] { [.unit] }

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    let word = reader.word(index)
    guard word.length == 1, word.procliticLetters == 0, let unit = reader.unitWord(index),
      unit >= .day, unit <= .year, isAdjective(index, in: reader) || isPer(index, in: reader)
    else { return nil }
    return Reading(
      phrase: .set(PhraseReader.iso(1, unit)),
      start: index,
      end: index + 1,
      rule: name
    )
  }

  private func isAdjective(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    reader.word(index).flags.contains(.dual) && reader.isWord(index)
      && reader.letters(of: index).last == LetterCode.yeh && reader.continues(index)
      && reader.isWord(index - 1)
      && (reader.role(index - 1) == .none || reader.role(index - 1) == .vetoBefore)
      && reader.tokens[index - 1].letterCount > 3 && !reader.isDefiniteWord(index - 1)
      && (!reader.continues(index + 1) || mayFollow(index + 1, in: reader))
  }

  private func mayFollow(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    guard reader.isWord(index) else { return !reader.isNumber(index) }
    switch reader.role(index) {
    case .none, .inside, .from, .to, .until, .since, .between, .within, .by, .clauseStart,
      .pastCue, .futureCue, .vetoBefore, .countedNoun, .approx, .after, .before:
      return !reader.isDefiniteWord(index)
    default: return false
    }
  }

  /// «مليون برميل في اليوم», «مرتين في الأسبوع».
  private func isPer(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    let flags = reader.word(index).flags
    guard flags.contains(.definite), !flags.contains(.plural), !flags.contains(.dual),
      reader.continues(index), reader.continues(index - 1), reader.role(index - 1) == .inside,
      reader.word(index - 1).length == 1
    else { return false }
    // Nothing may say which one it is: «مرتين في اليوم الأول», «ثلاث مرات في العام الماضي».
    if reader.continues(index + 1), reader.isWord(index + 1) {
      switch reader.role(index + 1) {
      case .none where !reader.isDefiniteWord(index + 1): break
      case .inside, .from, .to, .until, .since, .lasting, .between: break
      default: return false
      }
    }
    if reader.isNumber(index + 1), reader.continues(index + 1) { return false }
    return isCounted(index - 2, in: reader)
  }

  /// Whether an amount ends here: «مرات», «برميل», «3 ساعات», «مليون ريال».
  private func isCounted(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    for position in [index, index - 1] {
      switch reader.role(position) {
      case .countedNoun: return true
      case .unit:
        return (reader.unitWord(position) ?? .century) < .day
          && !reader.word(position).flags.contains(.definite)
      default: break
      }
      guard reader.continues(position), reader.mark(position) == .none else { return false }
    }
    return false
  }
}
