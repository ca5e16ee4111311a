import ArabicText
import Lexicons

/// A number as a text writes it.
struct NumberReading {
  enum Kind {
    case digits
    case cardinal
    case ordinal
  }

  var value: Int
  var kind: Kind
  /// The token after it.
  var end: Int
  /// Whether an article stood before it («الثلاثة», «الـ14»).
  var isDefinite = false
}

extension PhraseReader {
  /// A number in digits or words at a token: «18», «الـ14», «ثلاثة», «تسعة وعشرين», «السابع».
  func number(at index: Int) -> NumberReading? {
    let start = skipArticle(at: index)
    if let value = digits(start) {
      // A decimal or a grouped number is no count of units: «2,5», «1.026». What a comma parts from
      // digits before it may be the next day of a list: «18,19 تموز».
      if isDecimalTail(start + 1) || endsDecimal(start) { return nil }
      return NumberReading(value: value, kind: .digits, end: start + 1, isDefinite: start > index)
    }
    if start != index { return nil }
    return ordinal(at: index) ?? cardinal(at: index)
  }

  private func isDecimalTail(_ index: Int) -> Bool {
    guard isNumber(index + 1), gap(index) == .glued, gap(index + 1) == .glued else { return false }
    return mark(index) == .comma || mark(index) == .stop
  }

  /// The last digits of «2.5» or «1.45.76»; behind a comma they may be the next of a list («10،11 و12»).
  func endsDecimal(_ index: Int, after decimal: Mark = .stop) -> Bool {
    guard gap(index) == .glued, gap(index - 1) == .glued, isNumber(index - 2) else { return false }
    return mark(index - 1) == decimal
  }

  /// An ordinal in words: «الثاني والعشرين» is one entry of the table, «الثالث والخمسين» two.
  func ordinal(at index: Int) -> NumberReading? {
    let word = self.word(index)
    switch word.role {
    case .ordinal, .lastOrdinal:
      // «الثالث والخمسين»; the days of a month are whole in the table.
      let tens = self.word(index + 1)
      if (1...9).contains(word.value), word.length == 1, word.flags.contains(.definite),
        continues(index + 1), tens.role == .cardinal, tens.flags.contains(.conjoined),
        tens.flags.contains(.definite), tens.procliticLetters == 1,
        (30...90).contains(tens.value), tens.value % 10 == 0
      {
        return NumberReading(
          value: Int(word.value + tens.value),
          kind: .ordinal,
          end: index + 2,
          isDefinite: true
        )
      }
      return NumberReading(
        value: Int(word.value),
        kind: .ordinal,
        end: index + Int(word.length),
        isDefinite: word.flags.contains(.definite)
      )
    default:
      return nil
    }
  }

  /// A cardinal in words: units, tens, hundreds and thousands joined by و.
  func cardinal(at index: Int) -> NumberReading? {
    guard role(index) == .cardinal else { return nil }
    let first = word(index)
    var total = Int(first.value)
    var end = index + Int(first.length)
    // Units stand before tens («تسعة وعشرين»), hundreds and thousands before units.
    while end - index < 12, continues(end), role(end) == .cardinal {
      let next = word(end)
      let value = Int(next.value)
      if next.flags.contains(.conjoined), next.procliticLetters == 1 {
        guard total % 10 != 0 ? value >= 20 && value < 100 : value < total || total >= 1000,
          value != total
        else { break }
        total += value
      } else if next.procliticLetters == 0, total < 10, value == 100 || value == 1000 {
        total *= value
      } else {
        break
      }
      end += Int(next.length)
    }
    return NumberReading(
      value: total,
      kind: .cardinal,
      end: end,
      isDefinite: first.flags.contains(.definite)
    )
  }

  /// A year: four digits, or words after a noun for year, with the era mark behind it.
  ///
  /// - Returns: the year, whether the mark says Hijri, and the token after.
  func year(at index: Int, inWords: Bool = false) -> (value: Int, isHijri: Bool?, end: Int)? {
    var value = 0
    var end = index
    if let number = digits(index), digitCount(index) == 4, (1000...2999).contains(number) {
      if isDecimalTail(index + 1) { return nil }
      value = number
      end = index + 1
    } else if inWords, let spelled = cardinal(at: index), (1000...2999).contains(spelled.value) {
      value = spelled.value
      end = spelled.end
    } else {
      return nil
    }
    let (isHijri, afterEra) = era(at: end)
    return (value, isHijri, afterEra)
  }

  /// The era mark at a token: true for Hijri, false for Gregorian, nil for none.
  func era(at index: Int) -> (isHijri: Bool?, end: Int) {
    guard continues(index) else { return (nil, index) }
    let word = self.word(index)
    switch word.role {
    case .hijriEra, .solarEra: return (true, index + Int(word.length))
    case .gregorianEra: return (false, index + Int(word.length))
    default: return (nil, index)
    }
  }
}
