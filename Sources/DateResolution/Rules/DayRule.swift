import Lexicons

/// A day, told in any way or in several at once: «أمس الأربعاء», «مساء يوم الثلاثاء 27-7-2021»,
/// «يوم الأحد (10 شوال 1436هـ)», «1 شوال 1442هـ الموافق 13 مايو 2021م».
///
/// Newsrooms pile up the ways of telling one day. The rule takes the pieces in any order, each
/// once, so that a contradiction between them can be seen later.
struct DayRule: DateRule {
  var name: String { "day" }
  var starts: [DateWordClass] {
    [
      .weekday, .weekdayTypo, .weekdayBare, .deictic, .lastNight, .tonight, .dateNoun, .unit, .this,
      .dayPart, .clock, .cardinal, .ordinal, .firstOfMonth, .lastOfMonth, .vaguePast, .vagueFuture,
      .lastOrdinal, .month, .half,
    ]
  }
  var startsWithNumber: Bool { true }

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    if reader.recent.day.start == index { return reader.recent.day.reading }
    var composer = DayComposer(start: index)
    composer.run(in: reader)
    let reading = composer.reading(
      isAlone: index == 0 && composer.position == reader.tokens.count
    )
    reader.recent.day = (index, reading)
    return reading
  }
}
