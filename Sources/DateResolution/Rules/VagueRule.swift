import Lexicons

/// A time without a measure: «مؤخراً», «قريباً», «حالياً», «منذ فترة», «قبل أسابيع», «في وقت لاحق».
struct VagueRule: DateRule {
  let name = "vague"
  let starts: Set<DateWordClass> = [
    .vaguePast, .vagueFuture, .vaguePresent, .anaphor,
  ]

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    let word = reader.word(index)
    let end = index + Int(word.length)
    switch word.role {
    case .vaguePast:
      return Reading(phrase: .vague(-1), start: index, end: end, rule: name)
    case .vagueFuture:
      // «قريبا منه» is near in space.
      if word.length == 1, reader.continues(end),
        reader.role(end) == .from || reader.role(end) == .ofIt
      {
        return nil
      }
      return Reading(phrase: .vague(1), start: index, end: end, rule: name)
    case .vaguePresent:
      return Reading(phrase: .vague(0), start: index, end: end, rule: name)
    case .anaphor:
      return Reading(phrase: .anaphor, start: index, end: end, rule: "anaphor")
    default:
      return nil
    }
  }
}
