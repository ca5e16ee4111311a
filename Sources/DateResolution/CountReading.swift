import ArabicText
import Lexicons

/// An amount of units: «ثلاث سنوات», «يومين», «14 يوماً», «شهر ونصف الشهر», «(خمسة) أيام».
struct CountReading {
  /// How many; `nil` for a vague amount («أسابيع», «بضعة أيام»).
  var count: Int?
  var unit: TimeUnit
  /// The ISO 8601 length.
  var iso: String
  var end: Int
  var isDefinite: Bool
  /// Whether the noun was a plain singular with no number («عام»).
  var isBareSingular = false
}

extension PhraseReader {
  /// An amount of units at a token.
  func count(at index: Int) -> CountReading? {
    var position = index
    while role(position) == .approx, continues(position + 1) {
      position += Int(word(position).length)
    }
    let isBracketed = mark(position) == .openBracket
    if isBracketed { position += 1 }
    let first = word(position)
    // «بضعة أيام», «عدة أسابيع».
    if first.role == .few || first.role == .many, let unit = unitWord(position + Int(first.length)),
      word(position + Int(first.length)).flags.contains(.plural)
    {
      return CountReading(
        count: nil,
        unit: unit,
        iso: "PX" + Self.letter(unit),
        end: position + Int(first.length) + 1,
        isDefinite: false
      )
    }
    if let number = number(at: position), number.kind != .ordinal, number.value > 0 {
      var at = number.end
      if isBracketed {
        guard mark(at) == .closeBracket else { return nil }
        at += 1
      }
      guard continues(at), word(at).procliticLetters == 0, let unit = unitWord(at),
        !word(at).flags.contains(.dual) || unit != .day
      else { return nil }
      // «23 الشهر المقبل» is a day of a month, no 23 months.
      if word(at).flags.contains(.definite), !number.isDefinite { return nil }
      let isDefinite = number.isDefinite
      return extended(
        CountReading(
          count: number.value,
          unit: unit,
          iso: Self.iso(number.value, unit),
          end: at + 1,
          isDefinite: isDefinite
        )
      )
    }
    guard !isBracketed, let unit = unitWord(position) else { return nil }
    if first.flags.contains(.dual) {
      var end = position + 1
      if role(end) == .cardinal, word(end).value == 2, continuesPlain(end) { end += 1 }
      return extended(
        CountReading(
          count: 2,
          unit: unit,
          iso: Self.iso(2, unit),
          end: end,
          isDefinite: first.flags.contains(.definite)
        )
      )
    }
    if first.flags.contains(.plural) { return plural(at: position, unit: unit, word: first) }
    var reading = CountReading(
      count: 1,
      unit: unit,
      iso: Self.iso(1, unit),
      end: position + 1,
      isDefinite: first.flags.contains(.definite),
      isBareSingular: true
    )
    if role(reading.end) == .cardinal, word(reading.end).value == 1, continuesPlain(reading.end) {
      reading.end += 1
      reading.isBareSingular = false
    }
    return extended(reading)
  }

  /// «أيام قليلة», «الأيام الثلاثة», «السنوات العشر»: the number stands behind the plural.
  private func plural(at position: Int, unit: TimeUnit, word first: DateWord) -> CountReading {
    var reading = CountReading(
      count: nil,
      unit: unit,
      iso: "PX" + Self.letter(unit),
      end: position + 1,
      isDefinite: first.flags.contains(.definite)
    )
    if continuesPlain(reading.end), role(reading.end) == .few || role(reading.end) == .many {
      reading.end += Int(word(reading.end).length)
    } else if continues(reading.end), first.flags.contains(.definite),
      let number = number(at: reading.end), number.kind != .ordinal, number.isDefinite,
      number.value > 0
    {
      reading.count = number.value
      reading.iso = Self.iso(number.value, unit)
      reading.end = number.end
    }
    return reading
  }

  /// «ونصف», «ونصف الشهر», «وأربعة أشهر», «وخمسة أيام» behind a first amount.
  private func extended(_ reading: CountReading) -> CountReading {
    var reading = reading
    let next = word(reading.end)
    guard continues(reading.end), next.flags.contains(.conjoined) || next.role == .clockFraction
    else { return reading }
    if next.role == .half || (next.role == .clockFraction && next.value == 30) {
      reading.iso = Self.isoAndHalf(reading.count ?? 1, reading.unit)
      reading.end += 1
      if unitWord(reading.end) == reading.unit, continuesPlain(reading.end) { reading.end += 1 }
      reading.isBareSingular = false
      return reading
    }
    if let smaller = smallerAmount(at: reading.end), smaller.unit < reading.unit,
      reading.unit <= .year
    {
      reading.iso += smaller.iso.dropFirst()
      reading.end = smaller.end
      reading.isBareSingular = false
    }
    return reading
  }

  private func smallerAmount(at index: Int) -> CountReading? {
    let first = word(index)
    if let unit = unitWord(index), first.flags.contains(.dual) {
      return CountReading(
        count: 2,
        unit: unit,
        iso: Self.iso(2, unit),
        end: index + 1,
        isDefinite: false
      )
    }
    guard let number = cardinal(at: index), let unit = unitWord(number.end),
      continuesPlain(number.end)
    else { return nil }
    return CountReading(
      count: number.value,
      unit: unit,
      iso: Self.iso(number.value, unit),
      end: number.end + 1,
      isDefinite: false
    )
  }

  func unitWord(_ index: Int) -> TimeUnit? { RelativeUnitRule.unit(of: word(index)) }

  static func letter(_ unit: TimeUnit) -> String {
    switch unit {
    case .second: "S"
    case .minute, .month: "M"
    case .hour: "H"
    case .night, .day: "D"
    case .week: "W"
    case .quarter: "M"
    case .season, .year, .decade, .century: "Y"
    }
  }

  /// The ISO 8601 length of so many units: `P3Y`, `PT2H`, `P20Y` for two decades.
  static func iso(_ count: Int, _ unit: TimeUnit) -> String {
    switch unit {
    case .second, .minute, .hour: "PT\(count)\(letter(unit))"
    case .decade: "P\(count.multipliedReportingOverflow(by: 10).partialValue)Y"
    case .century: "P\(count.multipliedReportingOverflow(by: 100).partialValue)Y"
    case .quarter: "P\(count.multipliedReportingOverflow(by: 3).partialValue)M"
    default: "P\(count)\(letter(unit))"
    }
  }

  private static func isoAndHalf(_ count: Int, _ unit: TimeUnit) -> String {
    switch unit {
    case .year: "P\(count)Y6M"
    case .month: "P\(count)M15D"
    case .hour: "PT\(count)H30M"
    case .day: "P\(count)DT12H"
    case .decade: "P\(count.multipliedReportingOverflow(by: 10).partialValue &+ 5)Y"
    case .century: "P\(count.multipliedReportingOverflow(by: 100).partialValue &+ 50)Y"
    case .minute: "PT\(count)M30S"
    default: "P\(count).5\(letter(unit))"
    }
  }
}
