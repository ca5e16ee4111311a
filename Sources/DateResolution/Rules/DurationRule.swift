import ArabicText
import Lexicons

/// A length of time: «ثلاث سنوات», «يومين», «الـ14 يوماً», «أكثر من عقد», «شهر ونصف الشهر».
///
/// A bare singular («شهر») is one only behind a word that measures («لمدة شهر», «منذ عام»).
struct DurationRule: DateRule {
  var name: String { "duration" }
  var starts: [DateWordClass] {
    [
      .unit, .cardinal, .few, .many, .approx, .half, .third, .quarter,
    ]
  }
  var startsWithNumber: Bool { true }

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    guard let amount = reader.count(at: index) else { return nil }
    // «يومي» and «عامي» stand before names, «يوما ما» is no length.
    // «برنامج "60 دقيقة"», «اللاعب "36 عاما"»: a whole quotation is a title or an age.
    if Self.isQuoted(from: index, to: amount.end, in: reader) { return nil }
    // «خلال فصل الصيف» counts no season.
    if amount.unit == .season || amount.unit == .quarter, reader.role(amount.end) == .season,
      reader.continuesPlain(amount.end)
    {
      return nil
    }
    if amount.end == index + 1, reader.word(index).flags.contains(.dual),
      Self.isConstruct(index, in: reader)
    {
      return nil
    }
    if amount.isBareSingular {
      // «طوال الأسبوع».
      if amount.isDefinite, amount.unit >= .week, reader.role(index - 1) == .lasting,
        reader.continues(index)
      {
        return Reading(
          phrase: .duration(count: 1, amount.unit, iso: amount.iso),
          start: index,
          end: amount.end,
          rule: name
        )
      }
      guard !amount.isDefinite, Self.isMeasured(index, in: reader) || reader.role(index) == .approx
      else { return nil }
      // «خلال موسم حج هذا العام»: what kind of season, and no length; «لمدة موسم» is one.
      if amount.unit == .season, reader.role(index - 1) != .lasting { return nil }
      switch reader.role(amount.end) {
      case .month, .hijriMonth, .weekday, .ordinal:
        if reader.continues(amount.end) { return nil }
      default: break
      }
      if reader.isNumber(amount.end) { return nil }
      // «خلال موسم الحج», «منذ ساعة الصفر» are no lengths.
      if !amount.isDefinite, reader.role(index) == .unit, reader.role(index - 1) != .since,
        Self.isOfNoun(amount.end, in: reader)
      {
        return nil
      }
    }
    if Self.isAge(amount, at: index, in: reader) { return nil }
    guard let count = amount.count else { return vague(amount, from: index, in: reader) }
    return Reading(
      phrase: .duration(count: count, amount.unit, iso: amount.iso),
      start: index,
      end: amount.end,
      rule: name
    )
  }

  /// «منذ سنوات», «خلال أسابيع», «على مدى عقود»: an amount nobody counted.
  private func vague(
    _ amount: CountReading,
    from index: Int,
    in reader: borrowing PhraseReader
  ) -> Reading? {
    guard !amount.isDefinite else { return nil }
    // «طوال ساعات الليل», «طوال أيام المعسكر».
    if reader.role(amount.end) == .dayPart, reader.continues(amount.end) { return nil }
    // «منذ ساعات ما بعد الظهر».
    if reader.isWord(amount.end), reader.tokens[amount.end].hash == Self.what,
      reader.role(amount.end + 1) == .after || reader.role(amount.end + 1) == .dayPart
    {
      return nil
    }
    // «خلال أيام عيد الفطر».
    if reader.role(amount.end) == .occasion, reader.continuesPlain(amount.end) { return nil }
    if reader.role(index - 1) != .since || amount.unit == .day,
      Self.isOfNoun(amount.end, in: reader)
    {
      return nil
    }
    switch reader.governor(of: index) {
    case .since:
      return Reading(phrase: .vague(-1), start: index, end: amount.end, rule: "vague")
    case .within, .lasting:
      return Reading(
        phrase: .duration(count: 0, amount.unit, iso: amount.iso),
        start: index,
        end: amount.end,
        rule: name
      )
    default:
      guard
        reader.role(index) == .few || reader.role(index) == .many
          || Self.isLasting(amount, at: index, in: reader)
      else { return nil }
      return Reading(
        phrase: .duration(count: 0, amount.unit, iso: amount.iso),
        start: index,
        end: amount.end,
        rule: name
      )
    }
  }

  /// «لساعات», «لأيام», «سنوات طويلة»: an amount that the letter ل or «طويلة» makes a length.
  ///
  /// What follows ل must not belong to the noun: «لأيام قرطاج» are the days of a festival.
  private static func isLasting(
    _ amount: CountReading,
    at index: Int,
    in reader: borrowing PhraseReader
  ) -> Bool {
    let word = reader.word(index)
    guard word.role == .unit, word.flags.contains(.plural) else { return false }
    if reader.role(amount.end - 1) == .many, amount.end > index + 1 { return true }
    guard word.preposition == .lam else { return false }
    if amount.end > index + 1 || !reader.continues(amount.end) { return true }
    switch reader.role(amount.end) {
    case .inside, .from, .before, .after, .within, .to, .until, .since, .pastCue, .futureCue:
      return true
    case .none where reader.isWord(amount.end):
      // «لدقائق على الطريق», «لأيام ثم عاد»: a particle.
      return reader.tokens[amount.end].letterCount <= 3
    case .none: return reader.mark(amount.end) != .none && reader.mark(amount.end) != .openBracket
    default: return false
    }
  }

  /// ما.
  private static let what = WordHash.of([LetterCode.meem, LetterCode.alef])

  /// Whether a definite noun follows that the unit belongs to.
  private static func isOfNoun(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    reader.continuesPlain(index) && reader.role(index) == .none && reader.isDefiniteWord(index)
  }

  private static func isQuoted(
    from start: Int,
    to end: Int,
    in reader: borrowing PhraseReader
  ) -> Bool {
    switch (reader.mark(start - 1), reader.mark(end)) {
    case (.quote, .quote), (.openQuote, .closeQuote): reader.isNumber(start)
    default: false
    }
  }

  /// Whether the word before measures: «لمدة», «منذ», «خلال», «في غضون», «مهلة».
  private static func isMeasured(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    guard reader.continues(index) else { return false }
    switch reader.governor(of: index) {
    case .lasting, .since, .within, .approx: return true
    default: return false
    }
  }

  /// «يومي الاثنين», «عامي …»: a dual without its ن, which leans on what follows.
  private static func isConstruct(_ index: Int, in reader: borrowing PhraseReader) -> Bool {
    reader.isWord(index) && reader.letters(of: index).last == LetterCode.yeh
  }

  /// «البالغ من العمر 35 عاما», «فلان (21 عاما)» tell an age.
  private static func isAge(
    _ amount: CountReading,
    at index: Int,
    in reader: borrowing PhraseReader
  ) -> Bool {
    // «أعمارهم بين 15 و16 عاما»: the first number and «و» stand between.
    let isSecond =
      reader.isLetter(LetterCode.waw, at: index - 1) && reader.isNumber(index - 2)
      && reader.isNumber(index)
    for distance in 1...(isSecond ? 5 : 3) where reader.role(index - distance) == .vetoAfter {
      if reader.word(index - distance).value == 2, reader.continues(index) { return true }
    }
    // «فلان، 35 عاما، الذي …».
    if amount.unit == .year, reader.mark(index - 1) == .comma, reader.mark(amount.end) == .comma,
      (10...110).contains(amount.count ?? 0), reader.isNumber(index)
    {
      return true
    }
    return amount.unit == .year && reader.mark(index - 1) == .openBracket
      && reader.mark(amount.end) == .closeBracket
  }
}
