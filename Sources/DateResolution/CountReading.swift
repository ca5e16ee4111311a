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
  /// What «ونصف» or «وثلاثة أشهر» adds; empty for a plain amount.
  var more: [Amount] = []
  /// Whether «ونصف» blurs the amount to half a unit.
  var isHalved = false
}

extension PhraseReader {
  /// An amount of units at a token.
  func count(at index: Int) -> CountReading? {
    if recent.count.start == index { return recent.count.reading }
    let reading = readCount(at: index)
    recent.count = (index, reading)
    return reading
  }

  private func readCount(at index: Int) -> CountReading? {
    var position = index
    for _ in 0..<3 where role(position) == .approx && continues(position + 1) {
      position += Int(word(position).length)
    }
    if let fraction = fraction(at: position) { return fraction }
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
        iso: Self.vagueISO(unit),
        end: position + Int(first.length) + Int(word(position + Int(first.length)).length),
        isDefinite: false
      )
    }
    // «3 في المائة يوم الجمعة» is a percentage and a day.
    if first.role == .cardinal, first.value == 100, first.flags.contains(.definite),
      role(position - 1) == .inside || first.preposition == .beh
    {
      return nil
    }
    if let number = number(at: position), number.kind != .ordinal, number.value > 0,
      !endsDecimal(position, after: .comma)
    {
      var at = number.end
      if isBracketed {
        guard mark(at) == .closeBracket else { return nil }
        at += 1
      }
      guard continues(at), word(at).procliticLetters == 0, let unit = countedUnit(at),
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
          end: at + Int(word(at).length),
          isDefinite: isDefinite
        )
      )
    }
    guard !isBracketed, let unit = unitWord(position) else { return nil }
    if first.flags.contains(.dual) {
      var end = position + Int(first.length)
      if role(end) == .whole, word(end).value == 0, continuesPlain(end) { end += 1 }
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
      end: position + Int(first.length),
      isDefinite: first.flags.contains(.definite),
      isBareSingular: first.length == 1
    )
    // «يوم كامل», «عام كامل».
    if role(reading.end) == .whole, word(reading.end).value == 0, continuesPlain(reading.end),
      !reading.isDefinite
    {
      reading.end += 1
      reading.isBareSingular = false
    }
    if role(reading.end) == .cardinal, word(reading.end).value == 1, continuesPlain(reading.end),
      // «اليوم الواحد»; in «أصبح اليوم واحدا من أهم» they do not belong together.
      reading.isDefinite == word(reading.end).flags.contains(.definite)
    {
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
      iso: Self.vagueISO(unit),
      end: position + Int(first.length),
      isDefinite: first.flags.contains(.definite)
    )
    if continuesPlain(reading.end), role(reading.end) == .few || role(reading.end) == .many {
      reading.end += Int(word(reading.end).length)
    } else if continuesPlain(reading.end), role(reading.end) == .third, word(reading.end).value > 0,
      first.flags.contains(.definite)
    {
      // «السنوات العشر الأخيرة»: «العشر الأخيرة» is one form of the table.
      reading.count = 10
      reading.iso = Self.iso(10, unit)
      reading.end += 1
    } else if continues(reading.end), first.flags.contains(.definite),
      let number = number(at: reading.end), number.kind != .ordinal, number.isDefinite,
      number.value > 0
    {
      reading.count = number.value
      reading.iso = Self.iso(number.value, unit)
      reading.end = number.end
      // «الأعوام الثلاثة أو الأربعة المقبلة»: at most so many.
      if continues(number.end), isWord(number.end), tokens[number.end].hash == Self.or,
        let other = self.number(at: number.end + 1), other.isDefinite, other.kind != .ordinal,
        other.value > number.value
      {
        reading.count = other.value
        reading.iso = Self.iso(other.value, unit)
        reading.end = other.end
      }
    }
    // «أشهر وسنوات», «أيام وليال»: one vague amount in two words.
    while reading.count == nil, !reading.isDefinite, continues(reading.end),
      word(reading.end).flags.isSuperset(of: [.plural, .conjoined]),
      word(reading.end).procliticLetters == 1, unitWord(reading.end) != nil
    {
      reading.end += Int(word(reading.end).length)
    }
    return reading
  }

  /// «ونصف», «ونصف الشهر», «وأربعة أشهر», «و21 يوما» behind a first amount.
  private func extended(_ reading: CountReading) -> CountReading {
    var reading = reading
    let next = word(reading.end)
    guard continues(reading.end) else { return reading }
    if next.flags.contains(.conjoined) || next.role == .clockFraction,
      next.role == .half || (next.role == .clockFraction && next.value == 30)
    {
      reading.iso = Self.isoAndHalf(reading.count ?? 1, reading.unit)
      if let half = Self.half(of: reading.unit) { reading.more = [half] }
      reading.isHalved = true
      reading.end += Int(next.length)
      if unitWord(reading.end) == reading.unit, continuesPlain(reading.end) { reading.end += 1 }
      reading.isBareSingular = false
      return reading
    }
    // «سنة وشهران وثلاثة أيام»: each amount of a shorter unit than the one before.
    while reading.more.count < 3, reading.unit <= .year,
      let smaller = smallerAmount(at: reading.end, isWhole: role(reading.end - 1) == .cardinal),
      smaller.unit < reading.more.last?.unit ?? reading.unit
    {
      let isClock = (reading.more.last?.unit ?? reading.unit) < .day
      reading.iso += smaller.iso.dropFirst(isClock ? 2 : 1)
      if let count = smaller.count { reading.more.append(Amount(count: count, unit: smaller.unit)) }
      reading.end = smaller.end
      reading.isBareSingular = false
    }
    return reading
  }

  /// Half a unit, in whole units of a shorter one.
  private static func half(of unit: TimeUnit) -> Amount? {
    switch unit {
    case .hour: Amount(count: 30, unit: .minute)
    case .day: Amount(count: 12, unit: .hour)
    case .week: Amount(count: 3, unit: .day)
    case .month: Amount(count: 15, unit: .day)
    case .year: Amount(count: 6, unit: .month)
    case .decade: Amount(count: 5, unit: .year)
    case .century: Amount(count: 50, unit: .year)
    default: nil
    }
  }

  /// «وثلاثة أشهر», «ويومين», «و21 يوما» behind a longer amount.
  ///
  /// - Parameter isWhole: whether the amount before is told with its number, so that another may
  ///   follow without «و».
  private func smallerAmount(at index: Int, isWhole: Bool) -> CountReading? {
    guard continues(index) else { return nil }
    let first = word(index)
    if let unit = unitWord(index), first.flags.contains(.dual), first.flags.contains(.conjoined) {
      return CountReading(
        count: 2,
        unit: unit,
        iso: Self.iso(2, unit),
        end: index + 1,
        isDefinite: false
      )
    }
    // «وأسبوع», «ويوم واحد»: one of the unit.
    if let unit = unitWord(index), first.flags.contains(.conjoined), first.length == 1,
      first.preposition == .none,
      !first.flags.contains(.plural), !first.flags.contains(.definite)
    {
      let isOne = role(index + 1) == .cardinal && word(index + 1).value == 1
      guard isOne, continuesPlain(index + 1) else { return nil }
      return CountReading(
        count: 1,
        unit: unit,
        iso: Self.iso(1, unit),
        end: index + 2,
        isDefinite: false
      )
    }
    var number: NumberReading?
    if mark(index) == .comma, let value = digits(index + 1), continues(index + 1),
      role(index + 3) == .from, role(index + 4) == .vaguePresent
    {
      // «شهر، 21 يوما من الآن».
      number = NumberReading(value: value, kind: .digits, end: index + 2)
    } else if isLetter(LetterCode.waw, at: index), let value = digits(index + 1),
      digitCount(index + 1) <= 3
    {
      number = NumberReading(value: value, kind: .digits, end: index + 2)
    } else if first.flags.contains(.conjoined) {
      number = cardinal(at: index)
    } else if isWhole, let plain = cardinal(at: index), plain.value <= 10 {
      // «أسبوع واحد ثلاثة أيام»: one length told in two, the second without «و».
      number = plain
    }
    guard let number, number.value > 0, let unit = countedUnit(number.end),
      continuesPlain(number.end), !word(number.end).flags.contains(.definite)
    else { return nil }
    return CountReading(
      count: number.value,
      unit: unit,
      iso: Self.iso(number.value, unit),
      end: number.end + 1,
      isDefinite: false
    )
  }

  /// أو.
  private static let or = WordHash.of([LetterCode.alef, LetterCode.waw])

  /// A unit behind a number, where «ثانية» is no ordinal.
  private func countedUnit(_ index: Int) -> TimeUnit? {
    let word = self.word(index)
    if word.role == .ordinal, word.value == 2, word.flags.contains(.feminine), word.length == 1,
      !word.flags.contains(.definite)
    {
      return .second
    }
    return unitWord(index)
  }

  func unitWord(_ index: Int) -> TimeUnit? { RelativeUnitRule.unit(of: word(index)) }
}
