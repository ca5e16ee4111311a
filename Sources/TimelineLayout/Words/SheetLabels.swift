import DataFiles
import Drawing

/// The words of sheets in one language: headings, months, types of events, counts.
public struct SheetLabels: Sendable {
  /// The language as BCP 47 writes it.
  public let language: String
  /// The names of months.
  public let months: MonthNaming
  /// The digits of numbers.
  public let digits: DigitForm
  /// Whether Hijri days stand beside Gregorian ones.
  public let showsHijri: Bool
  private let words: [String: String]
  let types: EventTypeTable

  /// The words of a language, read from the tables that ship.
  ///
  /// - Parameter language: `ar` or `en`.
  public init(
    language: String = "ar",
    months: MonthNaming = .dual,
    digits: DigitForm = .latin,
    hijri: Bool = false,
    folder: DataFolder? = nil
  ) throws(DataFileError) {
    let tables: DataFolder
    if let folder { tables = folder } else { tables = try .resources(of: "TimelineLayout") }
    var words: [String: String] = [:]
    for row in try TableFile("labels/words.tsv", in: tables, columns: 3).rows
    where row[1] == language {
      words[row[0]] = row[2]
    }
    self.language = language
    self.months = months
    self.digits = digits
    showsHijri = hijri
    self.words = words
    types = try EventTypeTable(folder: tables, language: language)
  }

  /// The way sheets in this language read.
  public var direction: TextDirection { language == "en" ? .leftToRight : .rightToLeft }

  /// The word of a key, with its blanks filled in; the key itself when no table has it.
  public func word(_ key: String, _ blanks: [String: String] = [:]) -> String {
    var text = words[key] ?? key
    for (blank, value) in blanks { text = replacing("{\(blank)}", by: value, in: text) }
    return text
  }

  /// A count in words: «حدثان», «12 حدثًا».
  public func count(_ key: String, _ number: Int) -> String {
    let form = "\(key).\(pluralCategory(number))"
    return word(words[form] == nil ? "\(key).other" : form, ["n": self.number(number)])
  }

  /// A whole number in the chosen digits.
  public func number(_ number: Int) -> String {
    guard digits == .arabic else { return String(number) }
    var scalars = String.UnicodeScalarView()
    for scalar in String(number).unicodeScalars {
      let isDigit = scalar.value >= 0x30 && scalar.value <= 0x39
      scalars.append(isDigit ? (Unicode.Scalar(scalar.value + 0x630) ?? scalar) : scalar)
    }
    return String(scalars)
  }

  /// What joins the words of a list.
  var listSeparator: String { word("list") + " " }

  /// What a type of event is called, and the family it belongs to.
  func type(_ id: String) -> EventTypeTable.Entry { types.entry(id) }

  /// The families of events in the order of the legend.
  var familyOrder: [String] { types.familyOrder }

  /// What a family of events is called.
  func family(_ id: String) -> String { types.families[id] ?? id }

  /// The plural category of Unicode CLDR.
  private func pluralCategory(_ number: Int) -> String {
    guard language == "ar" else { return number == 1 ? "one" : "other" }
    switch number {
    case 0: return "zero"
    case 1: return "one"
    case 2: return "two"
    default:
      let rest = number % 100
      return (3...10).contains(rest) ? "few" : rest >= 11 ? "many" : "other"
    }
  }
}

/// Which names months go by.
public enum MonthNaming: String, CaseIterable, Hashable, Codable, Sendable {
  /// Levantine and Gulf beside each other: «تموز/يوليو».
  case dual
  case levantine
  case gulf
  case algerianTunisian = "algerian-tunisian"
  case moroccan
}

/// Which digits numbers are written in.
public enum DigitForm: String, CaseIterable, Hashable, Codable, Sendable {
  /// 0 1 2 3
  case latin
  /// ٠ ١ ٢ ٣
  case arabic
}

/// A text with every occurrence of a word replaced.
private func replacing(_ word: String, by value: String, in text: String) -> String {
  let pattern = Array(word.utf8)
  let bytes = Array(text.utf8)
  var result: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if index + pattern.count <= bytes.count,
      bytes[index..<index + pattern.count].elementsEqual(pattern)
    {
      result.append(contentsOf: value.utf8)
      index += pattern.count
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return String(decoding: result, as: UTF8.self)
}
