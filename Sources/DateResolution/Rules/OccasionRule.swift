import Lexicons

/// A feast: «عيد الفطر», «عيد الأضحى الماضي», «رأس السنة الهجرية», «عيد الميلاد عام 2020».
struct OccasionRule: DateRule {
  let name = "occasion"
  let starts: Set<DateWordClass> = [.occasion]

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    let word = reader.word(index)
    guard word.role == .occasion, Int(word.value) < reader.lexicon.occasions.count else {
      return nil
    }
    let occasion = reader.lexicon.occasions[Int(word.value)]
    let next = index + Int(word.length)
    var year = YearReference.unsaid
    var end = next
    if reader.continues(next) {
      if let stated = reader.year(at: next) {
        year = .stated(stated.value)
        end = stated.end
      } else if let (told, after) = reader.yearNoun(at: next) {
        year = told
        end = after
      } else if let direction = reader.direction(at: next) {
        year = .relative(direction.value)
        end = direction.end
      }
    }
    return Reading(phrase: .occasion(occasion, year: year), start: index, end: end, rule: name)
  }
}
