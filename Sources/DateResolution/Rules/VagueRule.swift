import ArabicText
import Lexicons

/// A time without a measure: «مؤخراً», «قريباً», «حالياً», «منذ فترة», «قبل أسابيع», «في وقت لاحق».
struct VagueRule: DateRule {
  var name: String { "vague" }
  var starts: [DateWordClass] {
    [
      .vaguePast, .vagueFuture, .vaguePresent, .anaphor, .clock,
    ]
  }

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    let word = reader.word(index)
    let end = index + Int(word.length)
    switch word.role {
    case .vaguePast:
      if word.flags.contains(.ambiguous), Self.isNoun(index, in: reader) { return nil }
      if let reading = anchored(at: index, end: end, in: reader) { return reading }
      return Reading(phrase: .vague(-1), start: index, end: end, rule: name)
    case .vagueFuture:
      // «قريبا منه» is near in space.
      if word.length == 1, reader.continues(end),
        reader.role(end) == .from || reader.role(end) == .ofIt
      {
        return nil
      }
      // «بعد قليل من الهدف» counts from something else.
      if word.value == 3, reader.role(end) == .from, reader.continues(end) { return nil }
      // «حتى وقت قريب» is until recently.
      let isPast = word.value == 2 && reader.role(index - 1) == .until
      let phrase = word.value == 1 ? DatePhrase.later : .vague(isPast ? -1 : 1)
      return Reading(phrase: phrase, start: index, end: end, rule: name)
    case .vaguePresent:
      // «حتى اللحظة»; «اللحظة» alone is any moment.
      if word.flags.contains(.ambiguous), !Self.isLimit(index, end: end, in: reader) { return nil }
      return Reading(phrase: .vague(0), start: index, end: end, rule: name)
    case .clock:
      // «حتى الساعة» with no hour behind it is until now.
      guard word.length == 1, Self.isLimit(index, end: end, in: reader) else { return nil }
      return Reading(phrase: .vague(0), start: index, end: end, rule: name)
    case .anaphor where word.value == 1:
      // «في سبتمبر 1998 … من ذلك العام»: the year of what was told, and not its month.
      var fields = DateFields()
      fields.year = .same
      return Reading(phrase: .fields(fields), start: index, end: end, rule: "anaphor")
    case .anaphor:
      return Reading(phrase: .anaphor, start: index, end: end, rule: "anaphor")
    default:
      return nil
    }
  }

  /// Whether «حتى» stands before and nothing behind that it could be the moment of.
  private static func isLimit(
    _ index: Int,
    end: Int,
    in reader: borrowing PhraseReader
  ) -> Bool {
    guard reader.role(index - 1) == .until, reader.continues(index) else { return false }
    guard reader.continues(end), reader.mark(end) == .none else { return true }
    guard reader.isWord(end) else { return false }
    switch reader.role(end) {
    case .none: return !reader.isDefiniteWord(end)
    case .pastCue, .futureCue, .inside, .from, .approx: return true
    default: return false
    }
  }

  /// «قبل ساعات من وصوله»: counted from what the noun tells, not from today.
  private func anchored(at index: Int, end: Int, in reader: borrowing PhraseReader) -> Reading? {
    guard reader.word(index).length == 2, let unit = reader.unitWord(index + 1),
      let end = OffsetRule.anchor(at: end, takesOn: false, in: reader)
    else { return nil }
    let iso = PhraseReader.vagueISO(unit)
    return Reading(
      phrase: .anchored(unit, iso: iso, direction: -1),
      start: index,
      end: end,
      rule: "event-anchor"
    )
  }

  /// «حديثا جانبيا», «حديثا بينهما»: a talk, where an adjective of the same case or «بين» follows.
  private static func isNoun(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    let next = index + 1
    guard reader.continuesPlain(next), reader.isWord(next) else { return false }
    if reader.role(next) == .between { return true }
    return reader.role(next) == .none && reader.tokens[next].letterCount >= 4
      && !reader.isDefiniteWord(next) && reader.letters(of: next).last == LetterCode.alef
  }
}
