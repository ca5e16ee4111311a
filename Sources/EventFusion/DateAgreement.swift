import Chronology
import NewsModel

/// Finds the one date of an event that its tellings date, and keeps what disagrees.
///
/// Days that meet agree: the date is what they have in common. Where they do not, a day in full
/// beats one that was inferred, the higher-ranked source the lower, the majority of independent
/// texts the rest. Nothing is dropped: every reading goes into the conflicts with its sources.
struct DateAgreement: Sendable {
  /// One telling's date, with what its weight rests on.
  struct Reading: Sendable {
    /// The date.
    let date: EventDate
    /// The outlet, or the article where no outlet is known.
    let source: String
    /// The outlet's place in the ranking; 0 is the most trusted.
    let rank: Int
    /// The text's group of copies.
    let voice: Int
    /// The day of publication, for ties.
    let published: CivilDate?

    /// The first day; the first there is when open.
    var earliest: CivilDate { date.span.earliest ?? .first }
    /// The last day; the last there is when open.
    var latest: CivilDate { date.span.latest ?? .last }

    /// Whether both have a day in common.
    func meets(_ other: Reading) -> Bool {
      earliest <= other.latest && other.earliest <= latest
    }
  }

  /// What was agreed on.
  struct Agreement: Sendable {
    /// The date.
    var date: EventDate
    /// All readings when they disagree; the chosen one is first.
    var conflicts: [DateConflict] = []
    /// Why this date.
    var choice: DateChoice
  }

  /// The date, and all readings when they disagree.
  static func agree(on readings: [Reading]) -> Agreement {
    let dated = readings.filter { !$0.date.isUndated && $0.earliest <= $0.latest }
    let stated = dated.filter { $0.date.basis != .publication && $0.date.basis != .none }
    guard !stated.isEmpty else {
      // Only article days: it happened before the first of them told it.
      let first = dated.min { ($0.latest, $0.earliest) < ($1.latest, $1.earliest) }
      return Agreement(
        date: first?.date ?? .undated,
        choice: first == nil ? .none : .publication
      )
    }
    if let date = intersection(of: stated) {
      return Agreement(date: date, choice: stated.count == 1 ? .single : .agreed)
    }
    let manual = stated.filter { $0.date.basis == .manual }
    let explicit = manual.isEmpty ? stated.filter { $0.date.basis == .explicit } : manual
    if !explicit.isEmpty, let date = intersection(of: explicit) {
      return keep(date, against: stated, because: manual.isEmpty ? .explicit : .manual)
    }
    guard let chosen = preferred(among: explicit.isEmpty ? stated : explicit) else {
      return Agreement(date: .undated, choice: .none)
    }
    return keep(chosen.reading.date, against: stated, because: chosen.choice)
  }

  /// What all have in common, told as the narrowest tells it.
  private static func intersection(of readings: [Reading]) -> EventDate? {
    guard let first = readings.map(\.earliest).max(), let last = readings.map(\.latest).min(),
      first <= last
    else { return nil }
    let exact = readings.filter { $0.earliest == first && $0.latest == last }
    if let best = exact.min(by: { weight(of: $0.date.basis) < weight(of: $1.date.basis) }) {
      return best.date
    }
    // Two spans that overlap: neither says the common days by itself.
    guard var narrowed = narrowest(of: readings)?.date else { return nil }
    narrowed.span.earliest = first == .first ? nil : first
    narrowed.span.latest = last == .last ? nil : last
    narrowed.span.modifier = nil
    if first == last { narrowed.span.grain = .day }
    narrowed.edtf = interval(narrowed.span)
    return narrowed
  }

  private static func narrowest(of readings: [Reading]) -> Reading? {
    readings.min { $0.latest.days(since: $0.earliest) < $1.latest.days(since: $1.earliest) }
  }

  /// The reading of the most trusted source, else of the most independent texts, else the first.
  private static func preferred(
    among readings: [Reading]
  ) -> (reading: Reading, choice: DateChoice)? {
    func rank(_ reading: Reading) -> Int {
      readings.filter { $0.meets(reading) }.map(\.rank).min() ?? Int.max
    }
    func voices(_ reading: Reading) -> Int {
      Set(readings.filter { $0.meets(reading) }.map(\.voice)).count
    }
    // Distinct spans only: the work must not grow with the square of a much-told event.
    var distinct: [ClosedRange<CivilDate>: Reading] = [:]
    for reading in readings where distinct[reading.earliest...reading.latest] == nil {
      distinct[reading.earliest...reading.latest] = reading
    }
    let candidates = distinct.values.map { reading in
      (reading: reading, rank: rank(reading), voices: voices(reading))
    }
    let best = candidates.min { first, second in
      if first.rank != second.rank { return first.rank < second.rank }
      if first.voices != second.voices { return first.voices > second.voices }
      if first.reading.earliest != second.reading.earliest {
        return first.reading.earliest < second.reading.earliest
      }
      return first.reading.latest < second.reading.latest
    }
    guard let best else { return nil }
    let others = candidates.filter { !$0.reading.meets(best.reading) }
    let choice: DateChoice =
      others.allSatisfy { $0.rank > best.rank }
      ? .ranked
      : others.contains { $0.rank == best.rank && $0.voices == best.voices }
        ? .earliest : .majority
    return (best.reading, choice)
  }

  /// The chosen date with every reading that cannot be meant by it beside it.
  private static func keep(
    _ date: EventDate,
    against readings: [Reading],
    because choice: DateChoice
  ) -> Agreement {
    let first = date.span.earliest ?? .first
    let last = date.span.latest ?? .last
    var sources: [String: Set<String>] = [:]
    var days: [String: CivilDate] = [:]
    let chosen = member(date)
    for reading in readings {
      let agrees = reading.earliest <= last && first <= reading.latest
      let value = agrees ? chosen : member(reading.date)
      sources[value, default: []].insert(reading.source)
      days[value] = agrees ? first : reading.earliest
    }
    let others = sources.keys.filter { $0 != chosen }.sorted {
      (days[$0] ?? .first, $0) < (days[$1] ?? .first, $1)
    }
    guard !others.isEmpty else { return Agreement(date: date, choice: choice) }
    let conflicts = ([chosen] + others).map {
      DateConflict(value: $0, sources: (sources[$0] ?? []).sorted())
    }
    var shown = date
    let values = ([chosen] + others).sorted { (days[$0] ?? first, $0) < (days[$1] ?? first, $1) }
    shown.edtf = "[\(values.joined(separator: ","))]"
    return Agreement(date: shown, conflicts: conflicts, choice: choice)
  }

  /// A reading as a member of an EDTF set, where an interval is written with two dots.
  private static func member(_ date: EventDate) -> String {
    let text = date.edtf
    if !text.isEmpty, !text.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == 0x5B }) {
      return text
    }
    guard let first = date.span.earliest, let last = date.span.latest else {
      return "\(date.span.earliest?.description ?? "")..\(date.span.latest?.description ?? "")"
    }
    return first == last ? first.description : "\(first)..\(last)"
  }

  private static func interval(_ span: UncertainDate) -> String {
    let first = span.earliest?.description ?? ".."
    let last = span.latest?.description ?? ".."
    return first == last ? first : "\(first)/\(last)"
  }

  /// The order of trust in what a date rests on, the best first.
  private static func weight(of basis: EventDateBasis) -> Int {
    switch basis {
    case .manual: 0
    case .explicit: 1
    case .holiday: 2
    case .article: 3
    case .weekday: 4
    case .narrative: 5
    case .event: 6
    case .sentence: 7
    case .paragraph: 8
    case .publication: 9
    case .none: 10
    }
  }
}
