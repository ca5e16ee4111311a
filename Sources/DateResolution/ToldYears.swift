import Chronology

/// The years that a text tells with its days, for where it tells the same days again without one.
///
/// «7 تشرين الأول 2023 … منذ 7 تشرين الأول»: the second is the first, however far the article's own date
/// is from it. A day that the text tells of two years proves nothing.
struct ToldYears {
  private struct Key: Hashable {
    let month: Int
    let day: Int
  }

  private var years: [Key: Int] = [:]
  private var mixed: Set<Key> = []

  init(of phrases: some Sequence<Candidate>) {
    for candidate in phrases where !candidate.isLookalike {
      guard let fields = Self.fields(of: candidate.reading.phrase), let key = Self.key(fields),
        case .stated(let year) = fields.year
      else { continue }
      if let known = years[key], known != year {
        mixed.insert(key)
      } else {
        years[key] = year
      }
    }
    for key in mixed { years[key] = nil }
  }

  /// The year of a day that is told without one.
  func year(for phrase: DatePhrase) -> Int? {
    guard !years.isEmpty, let fields = Self.fields(of: phrase), fields.year == .unsaid,
      fields.direction == nil, let key = Self.key(fields)
    else { return nil }
    return years[key]
  }

  private static func fields(of phrase: DatePhrase) -> DateFields? {
    guard case .day(let day) = phrase, day.weekday == nil, day.equivalent == nil else { return nil }
    return day.date
  }

  private static func key(_ fields: DateFields) -> Key? {
    guard fields.calendar == .gregorian, fields.otherMonth == nil, let month = fields.month,
      let day = fields.day
    else { return nil }
    return Key(month: month, day: day)
  }
}
