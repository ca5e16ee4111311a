import ArabicText
import Lexicons

/// A year: «عام 2020», «سنة ألفين وعشرين», «منذ 2003», «عامي 2020 و2021», «نهاية 2021».
///
/// A bare number of four digits is a year only behind a word that governs a time, and never before
/// a counted noun («في 2000 قرية»).
struct YearRule: DateRule {
  var name: String { "year" }
  var starts: [DateWordClass] { [.unit, .this, .cardinal] }
  var startsWithNumber: Bool { true }

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    if reader.isNumber(index) { return bareYear(at: index, in: reader) }
    if reader.role(index) == .cardinal { return spelledYear(at: index, in: reader) }
    if let list = years(at: index, in: reader) { return list }
    if let named = namedYear(at: index, in: reader) { return named }
    guard let (year, end) = reader.yearNoun(at: index), case .stated(let value) = year else {
      return nil
    }
    var fields = fields(value)
    // «عام 1399 هجري شمسي»: of the Persian calendar.
    // «سنة 857 للهجرة», «عام 1453م»: the mark says which, whatever the number.
    for length in 1...2 where end - length > index {
      let era = reader.word(end - length)
      guard Int(era.length) == length else { continue }
      switch era.role {
      case .solarEra: fields.calendar = .persian
      case .hijriEra where value < 1600: fields.calendar = .hijri
      case .gregorianEra: fields.calendar = .gregorian
      default: break
      }
    }
    return Reading(phrase: .fields(fields), start: index, end: end, rule: name)
  }

  private func fields(_ year: Int, isHijri: Bool? = nil) -> DateFields {
    var fields = DateFields()
    fields.year = .stated(year)
    if isHijri == true || (isHijri == nil && (1343..<1500).contains(year)) {
      fields.calendar = .hijri
    }
    return fields
  }

  /// «العام الهجري الجديد 1443», «السنة الدراسية المقبلة», «العام المالي 2021».
  private func namedYear(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    guard reader.isYear(index), reader.word(index).flags.contains(.definite),
      reader.continuesPlain(index + 1)
    else { return nil }
    let kind = reader.role(index + 1)
    switch kind {
    case .hijriEra, .gregorianEra, .school, .fiscal: break
    default: return nil
    }
    var end = index + 1 + Int(reader.word(index + 1).length)
    var offset: Int?
    if let direction = reader.direction(at: end) {
      offset = direction.value
      end = direction.end
    }
    var fields = DateFields()
    fields.isFiscal = kind == .fiscal
    fields.isSchool = kind == .school
    if kind == .hijriEra { fields.calendar = .hijri }
    var next = end
    if offset == nil, reader.isWord(next), reader.continuesPlain(next), reader.isDefiniteWord(next)
    {
      // «الجديد»
      next += 1
    }
    if reader.continues(next), var span = RangeRule.yearSpan(at: next, in: reader) {
      // «السنة المالية 2020/2021».
      if case .range(.fields(var first), let last) = span.phrase {
        first.isFiscal = fields.isFiscal
        first.isSchool = fields.isSchool
        span.phrase = .range(.fields(first), last)
      }
      span.start = index
      return span
    }
    if reader.continues(next), let year = reader.year(at: next) {
      fields.year = .stated(year.value)
      if (1343..<1500).contains(year.value), year.isHijri != false { fields.calendar = .hijri }
      end = year.end
    } else if let offset {
      fields.year = .relative(offset)
    } else if reader.role(end) == .new, reader.continuesPlain(end) {
      fields.year = .relative(0)
      fields.isNew = true
      end += 1
    } else if kind != .school, reader.role(index - 1) == .part || reader.role(index - 1) == .this,
      reader.continues(index)
    {
      fields.year = .relative(0)
    } else {
      return nil
    }
    return Reading(phrase: .fields(fields), start: index, end: end, rule: name)
  }

  /// «عامي 2020 و2021», «الأعوام 2019 و2020 و2021»: from the first to the last.
  private func years(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    let noun = reader.word(index)
    guard noun.role == .unit, noun.value == TimeUnit.year.rawValue,
      noun.flags.contains(.dual) || noun.flags.contains(.plural), reader.continues(index + 1),
      let first = Self.listedYear(at: index + 1, in: reader)
    else { return nil }
    var last = first
    for _ in 0..<8 {
      var next = last.end
      guard reader.continues(next) else { break }
      if reader.mark(next) == .comma || reader.mark(next) == .dash { next += 1 }
      if reader.role(next) == .to || reader.role(next) == .until { next += 1 }
      if reader.isLetter(LetterCode.waw, at: next) { next += 1 }
      guard let year = Self.listedYear(at: next, in: reader) else { break }
      last = year
    }
    guard last.value > first.value else { return nil }
    return Reading(
      phrase: .range(.fields(fields(first.value)), .fields(fields(last.value))),
      start: index,
      end: last.end,
      rule: "year-range"
    )
  }

  /// A year of a list, where one of three digits counts nothing: «عامي 568 و645».
  private static func listedYear(
    at index: Int,
    in reader: borrowing PhraseReader
  ) -> (value: Int, isHijri: Bool?, end: Int)? {
    if let year = reader.year(at: index) { return year }
    guard let early = reader.digits(index), reader.digitCount(index) == 3, early >= 100 else {
      return nil
    }
    let (isHijri, end) = reader.era(at: index + 1)
    return reader.role(end) == .beforeChrist ? nil : (early, isHijri, end)
  }

  private func bareYear(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    guard let year = reader.year(at: index), isPlainNumber(index, in: reader) else { return nil }
    let hasEra = year.isHijri != nil
    // «منذ 1405»: where nothing else is said, of the Hijri calendar.
    let isSinceHijri =
      (1343..<1500).contains(year.value) && year.isHijri == nil && reader.role(index - 1) == .since
    guard
      isSinceHijri || (hasEra && (year.isHijri == true || (1500...2100).contains(year.value)))
        || ((1800...2100).contains(year.value) && Self.isGoverned(index, in: reader)),
      !Self.isCounted(year.end, in: reader)
    else { return nil }
    return Reading(
      phrase: .fields(fields(year.value, isHijri: year.isHijri)),
      start: index,
      end: year.end,
      rule: name
    )
  }

  /// «في ألف وتسعمئة وسبعة وستين»: in words, never round, behind a word that governs a time.
  private func spelledYear(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    guard reader.word(index).value >= 1000, Self.isGoverned(index, in: reader),
      let year = reader.year(at: index, inWords: true), (1500...2100).contains(year.value),
      year.value % 100 != 0,
      !reader.continues(year.end) || reader.mark(year.end) != .none || year.isHijri != nil
    else { return nil }
    return Reading(
      phrase: .fields(fields(year.value, isHijri: year.isHijri)),
      start: index,
      end: year.end,
      rule: name
    )
  }

  private func isPlainNumber(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    if reader.gap(index) == .glued {
      switch reader.mark(index - 1) {
      case .openBracket, .openQuote, .quote, .none: break
      default: return false
      }
    }
    if reader.gap(index + 1) == .glued {
      switch reader.mark(index + 1) {
      case .percent, .slash, .dash, .colon: return false
      default: break
      }
    }
    return true
  }

  /// Whether the word before a number lets it be a year.
  static func isGoverned(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    guard index > 0 else { return false }
    let previous = reader.word(index - 1)
    switch previous.role {
    case .since, .until, .inside, .by, .within, .part, .season, .before, .after, .yearNoun:
      return reader.continues(index)
    case .from:
      return reader.continues(index) && reader.role(index + 1) == .to
    case .none where isNamed(index, in: reader):
      return true
    default:
      // «ب2021» and «ل2022» stand glued, the letter a token of its own.
      return reader.gap(index) == .glued && reader.isWord(index - 1)
        && reader.tokens[index - 1].letterCount == 1
        && (reader.isLetter(LetterCode.lam, at: index - 1)
          || reader.isLetter(LetterCode.beh, at: index - 1))
    }
  }

  /// «الانتخابات الرئاسية 2016», «انتخابات مجلس النواب 2010»: what is held in a year, by its full name.
  private static func isNamed(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    guard reader.gap(index) == .space else { return false }
    var position = index - 1
    for _ in 0..<2 {
      guard reader.role(position) == .none, reader.isDefiniteWord(position) || position < index - 1,
        reader.isWord(position), reader.gap(position) == .space
      else { return false }
      position -= 1
      if reader.role(position) == .yearNoun || isSeason(position, in: reader) { return true }
    }
    return false
  }

  /// «موسم الحج 2015».
  private static func isSeason(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    reader.unitWord(index) == .season && !reader.word(index).flags.contains(.plural)
  }

  static func isCounted(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    guard reader.continues(index) else { return false }
    let word = reader.word(index)
    return word.role == .countedNoun || word.role == .unit
      || (word.role == .vetoBefore && !word.flags.contains(.definite))
      || reader.mark(index) == .percent
  }
}
