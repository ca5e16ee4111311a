import Chronology
import Lexicons

/// A season: «صيف 2021», «الصيف الماضي», «ربيع العام الجاري», «شتاء عام 2020».
struct SeasonRule: DateRule {
  var name: String { "season" }
  var starts: [DateWordClass] { [.season, .this] }

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    // «هذا الصيف».
    if reader.role(index) == .this {
      let word = reader.word(index + 1)
      guard reader.continuesPlain(index + 1), word.role == .season, word.flags.contains(.definite),
        Int(word.value) < Season.allCases.count
      else { return nil }
      return Reading(
        phrase: .season(Season.allCases[Int(word.value)], year: .relative(0)),
        start: index,
        end: index + 2,
        rule: "season-direction"
      )
    }
    let word = reader.word(index)
    guard word.role == .season, Int(word.value) < Season.allCases.count else { return nil }
    let season = Season.allCases[Int(word.value)]
    let next = index + Int(word.length)
    guard reader.continues(next) else { return nil }
    if let year = reader.year(at: next) {
      return reading(season, .stated(year.value), from: index, to: year.end)
    }
    if let (year, end) = reader.yearNoun(at: next) {
      return reading(season, year, from: index, to: end)
    }
    guard word.flags.contains(.definite), let direction = reader.direction(at: next) else {
      return nil
    }
    // Told by direction, the season itself is counted, not the year; resolved against today.
    return Reading(
      phrase: .season(season, year: .relative(direction.value)),
      start: index,
      end: direction.end,
      rule: "season-direction"
    )
  }

  private func reading(_ season: Season, _ year: YearReference, from: Int, to: Int) -> Reading {
    Reading(phrase: .season(season, year: year), start: from, end: to, rule: name)
  }
}
