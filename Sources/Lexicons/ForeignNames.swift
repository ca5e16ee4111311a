public import ArabicText

/// Foreign persons by the consonants of their names, for spellings that no row has.
///
/// A full name counts by its words, a last name alone only with five consonants or more. Two persons
/// with one skeleton are told apart by neither.
public struct ForeignNames: Sendable {
  private var full: [[NameSkeleton]: Int32] = [:]
  /// The place in ``lastPersons`` of a last name's consonants: most words of a text are asked for, and
  /// few are in it.
  private var last = WordTable(minimumCapacity: 1 << 10)
  private var lastPersons: [Int32] = []

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
    if words.count > 1 {
      full[words] = full[words].map { $0 == person ? person : -1 } ?? person
    }
    guard let surname = words.last, surname.count >= Self.minimum else { return }
    let next = lastPersons.count
    let place = Int(last.number(of: surname.hash, orAdd: Int32(truncatingIfNeeded: next)))
    if place == next {
      lastPersons.append(person)
    } else if lastPersons[place] != person {
      lastPersons[place] = -1
    }
  }

  /// The one person whose given and last names have these consonants, or -1.
  public func person(named words: [NameSkeleton]) -> Int32 { full[words] ?? -1 }

  /// The one person whose last name has these consonants, or -1.
  public func person(surname: NameSkeleton) -> Int32 {
    guard surname.count >= Self.minimum else { return -1 }
    let place = last.value(of: surname.hash)
    return place < 0 ? -1 : lastPersons[Int(place)]
  }
}
