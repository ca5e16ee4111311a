import Chronology

/// The day an article itself proves to be written on, where it differs from the one it was given.
///
/// «أمس الخميس» can be written only on a Friday. Pages are stamped when they are served or posted
/// at night, so the stamp is one to three days late in every eighth article that has such a pair;
/// when all pairs agree on one near day, that day is the article's. Pairs that do not agree prove
/// nothing.
struct OwnDay {
  /// The proved day, when it is another than the given one.
  private(set) var day: CivilDate?
  /// The first pair that proves it.
  private(set) var proof: Reading?
  /// Whether the pairs contradict each other.
  private(set) var isMixed = false

  private static let reach = 3

  init(given: CivilDate?, phrases: some Sequence<Candidate>) {
    guard let given else { return }
    var proved: Set<CivilDate> = []
    var first: Reading?
    for candidate in phrases where candidate.provesDay {
      guard case .day(let phrase) = candidate.reading.phrase, let deictic = phrase.deictic,
        let weekday = phrase.weekday
      else { continue }
      guard let day = Self.day(given, deictic, weekday) else {
        isMixed = true
        return
      }
      proved.insert(day)
      first = first ?? candidate.reading
    }
    isMixed = proved.count > 1
    if proved.count == 1, let only = proved.first, only != given {
      day = only
      proof = first
    }
  }

  /// The nearest day to the given one on which «deictic weekday» is true; ties to the past.
  private static func day(_ given: CivilDate, _ deictic: Int, _ weekday: Weekday) -> CivilDate? {
    for distance in 0...reach {
      for offset in distance == 0 ? [0] : [-distance, distance] {
        if let day = given.adding(days: offset), day.adding(days: deictic)?.weekday == weekday {
          return day
        }
      }
    }
    return nil
  }
}
