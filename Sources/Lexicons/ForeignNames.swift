public import ArabicText

/// Foreign persons by the consonants of their names, for spellings that no row has.
///
/// A full name counts by its words, a last name alone only with five consonants or more. Two persons
/// with one skeleton are told apart by neither.
public struct ForeignNames: Sendable {
  private var full: [[NameSkeleton]: Int32] = [:]
  private var last: [NameSkeleton: Int32] = [:]

  /// The fewest consonants of a last name that stands alone.
  private static let minimum = 5

  /// States whose newsrooms and names share the Arabic script: their names are spelt one way.
  private static let sameScript: Set<String> = [
    "AE", "AF", "BH", "DJ", "DZ", "EG", "EH", "IQ", "IR", "JO", "KM", "KW", "LB", "LY", "MA", "MR",
    "OM", "PK", "PS", "QA", "SA", "SD", "SO", "SY", "TN", "YE",
  ]

  /// Whether names of a state are spelt freely in Arabic.
  static func isForeign(_ country: String) -> Bool {
    country.count == 2 && !sameScript.contains(country)
  }

  /// Adds a row of a person: a full name, or a last name alone.
  mutating func add(_ name: ArraySlice<UInt8>, _ person: Int32) {
    let words = NameSkeleton.words(of: name)
    if words.count > 1 { Self.note(words, person, in: &full) }
    if let surname = words.last, surname.count >= Self.minimum {
      Self.note(surname, person, in: &last)
    }
  }

  private static func note<Key: Hashable>(
    _ key: Key,
    _ person: Int32,
    in table: inout [Key: Int32]
  ) {
    if let known = table[key], known != person {
      table[key] = -1
    } else {
      table[key] = person
    }
  }

  /// The one person whose given and last names have these consonants, or -1.
  public func person(named words: [NameSkeleton]) -> Int32 { full[words] ?? -1 }

  /// The one person whose last name has these consonants, or -1.
  public func person(surname: NameSkeleton) -> Int32 {
    surname.count >= Self.minimum ? last[surname] ?? -1 : -1
  }
}
