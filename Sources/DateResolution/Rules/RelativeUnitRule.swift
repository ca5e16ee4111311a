import ArabicText
import Chronology
import Lexicons

/// A unit counted from the current one: «الشهر الماضي», «الأسبوع المقبل», «هذا العام», «السنة الجارية».
struct RelativeUnitRule: DateRule {
  var name: String { "relative-unit" }
  var starts: [DateWordClass] {
    [
      .unit, .this, .weekend, .quarter, .millennium, .rest, .vaguePast, .vagueFuture, .same,
    ]
  }

  func read(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    switch reader.role(index) {
    case .millennium: return millennium(at: index, in: reader)
    case .rest: return rest(at: index, in: reader)
    case .same: return same(at: index, in: reader)
    case .vaguePast, .vagueFuture: return modified(at: index, in: reader)
    default: break
    }
    var position = index
    let hasDemonstrative = reader.role(position) == .this
    if hasDemonstrative {
      position += 1
      guard reader.continuesPlain(position) else { return nil }
    }
    let noun = reader.word(position)
    if noun.role == .weekend { return weekend(at: position, from: index, in: reader) }
    guard let unit = Self.unit(of: noun) ?? Self.fraction(noun), !noun.flags.contains(.plural),
      !noun.flags.contains(.dual)
    else { return nil }
    // «شهر رمضان الماضي» is another rule's; only the definite noun stands for the current unit.
    guard noun.flags.contains(.definite) else { return nil }
    let next = position + Int(noun.length)
    // «الشهر هذا».
    if !hasDemonstrative, unit > .day, reader.role(next) == .this, reader.continuesPlain(next),
      reader.unitWord(next + 1) == nil, reader.role(next + 1) != .dayPart
    {
      return reading(unit, 0, from: index, to: next + 1)
    }
    if let direction = reader.direction(at: next), reader.word(next).flags.contains(.definite) {
      return reading(unit, direction.value, from: index, to: direction.end)
    }
    if reader.role(next) == .recent, reader.continuesPlain(next), unit != .day {
      return recent(unit, from: index, to: next + 1)
    }
    if reader.role(next) == .new, reader.continuesPlain(next), unit == .year {
      return newYear(from: index, to: next + 1)
    }
    if reader.continuesPlain(next), reader.role(next) == .following || reader.role(next) == .same {
      let offset = reader.role(next) == .same ? 0 : Int(reader.word(next).value)
      if offset == 0, let month = sameMonth(unit, from: index, at: next + 1, in: reader) {
        return month
      }
      // Asked alone there is no story that it could follow.
      if index == 0, next + 1 == reader.tokens.count {
        return reading(unit, offset, from: index, to: next + 1)
      }
      return Reading(
        phrase: .narrative(unit, offset: offset),
        start: index,
        end: next + 1,
        rule: "narrative"
      )
    }
    // «خلال الأسبوع»: too vague without a demonstrative.
    return hasDemonstrative && unit != .day && noun.role == .unit
      ? reading(unit, 0, from: index, to: next) : nil
  }

  private func millennium(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    let word = reader.word(index)
    // «الألفية» alone may be anything; behind a part it is the current one.
    guard word.value > 0 || reader.role(index - 1) == .part else { return nil }
    return Reading(
      phrase: .millennium(word.value > 0 ? Int(word.value) : 3),
      start: index,
      end: index + Int(word.length),
      rule: "century"
    )
  }

  /// «نفس اليوم», «نفس العام»: the unit that the text told last.
  private func same(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    let noun = reader.word(index + 1)
    guard reader.word(index).value == 1, reader.continuesPlain(index + 1),
      noun.flags.contains(.definite), !noun.flags.contains(.plural), !noun.flags.contains(.dual),
      let unit = Self.unit(of: noun), unit >= .day, noun.length == 1
    else { return nil }
    if let month = sameMonth(unit, from: index, at: index + 2, in: reader) { return month }
    return Reading(
      phrase: .narrative(unit, offset: 0),
      start: index,
      end: index + 2,
      rule: "narrative"
    )
  }

  private func weekend(
    at position: Int,
    from index: Int,
    in reader: borrowing PhraseReader
  ) -> Reading? {
    var end = position + Int(reader.word(position).length)
    var offset = 0
    if let direction = reader.direction(at: end) {
      offset = direction.value
      end = direction.end
    }
    return Reading(phrase: .weekend(offset), start: index, end: end, rule: name)
  }

  /// «بقية الأسبوع», «ما تبقى من العام الجاري».
  private func rest(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    var position = index + Int(reader.word(index).length)
    if reader.word(position).flags.contains(.plural), reader.unitWord(position) != nil {
      position += 1
    }
    guard reader.continuesPlain(position), Self.mayBeWhole(reader.role(position)),
      let whole = PartRule.unit(at: position, rules: [MonthRule(), YearRule(), self], in: reader)
    else { return nil }
    return Reading(phrase: .rest(of: whole.phrase), start: index, end: whole.end, rule: name)
  }

  /// «وقت سابق من هذا العام», «وقت لاحق هذا الأسبوع».
  private func modified(at index: Int, in reader: borrowing PhraseReader) -> Reading? {
    let word = reader.word(index)
    guard word.length >= 2 else { return nil }
    var position = index + Int(word.length)
    if reader.role(position) == .from, reader.word(position).length == 1 { position += 1 }
    guard reader.continuesPlain(position) else { return nil }
    guard Self.mayBeWhole(reader.role(position)),
      let whole = PartRule.unit(
        at: position,
        rules: [MonthRule(), YearRule(), Self()],
        in: reader
      )
    else { return nil }
    switch whole.phrase {
    case .relative, .fields: break
    default: return nil
    }
    return Reading(
      phrase: .modified(word.role == .vaguePast ? .before : .after, of: whole.phrase),
      start: index,
      end: whole.end,
      rule: name
    )
  }

  /// What a part can be of; never another part, so that no text nests them without end.
  private static func mayBeWhole(_ role: DateWordClass) -> Bool {
    switch role {
    case .unit, .this, .month, .hijriMonth, .quarter: true
    default: false
    }
  }

  /// «الربع الماضي» is a quarter, «النصف» no unit of its own.
  private static func fraction(_ word: DateWord) -> TimeUnit? {
    word.role == .quarter && word.flags.contains(.definite) ? .quarter : nil
  }

  private func reading(_ unit: TimeUnit, _ offset: Int, from start: Int, to end: Int) -> Reading? {
    guard unit >= .day else { return nil }
    if unit == .day, offset != 0 { return nil }
    return Reading(phrase: .relative(unit, offset: offset), start: start, end: end, rule: name)
  }

  /// «الشهر نفسه من العام الماضي».
  private func sameMonth(
    _ unit: TimeUnit,
    from start: Int,
    at index: Int,
    in reader: borrowing PhraseReader
  ) -> Reading? {
    guard unit == .month, reader.role(index) == .from, reader.word(index).length == 1,
      reader.continuesPlain(index), reader.continues(index + 1),
      let (year, end) = reader.yearNoun(at: index + 1)
    else { return nil }
    return Reading(
      phrase: .sameMonth(year: year),
      start: start,
      end: end,
      rule: "narrative"
    )
  }

  /// «العام الجديد».
  private func newYear(from start: Int, to end: Int) -> Reading {
    var fields = DateFields()
    fields.year = .relative(0)
    fields.isNew = true
    return Reading(phrase: .fields(fields), start: start, end: end, rule: name)
  }

  /// «العام الأخير» runs up to today; it is no unit of the calendar.
  private func recent(_ unit: TimeUnit, from start: Int, to end: Int) -> Reading? {
    switch unit {
    case .week, .month, .year:
      Reading(
        phrase: .rolling(count: 1, unit, direction: -1),
        start: start,
        end: end,
        rule: "rolling-units"
      )
    default: reading(unit, -1, from: start, to: end)
    }
  }

  static func unit(of word: DateWord) -> TimeUnit? {
    switch word.role {
    case .unit: TimeUnit(rawValue: Int(word.value))
    default: nil
    }
  }
}
