import Chronology
import NewsModel
import TimelineLayout

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Random numbers that repeat (SplitMix64, public domain).
public struct FixedRandom: RandomNumberGenerator {
  private var state: UInt64

  /// The same seed gives the same numbers.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Timelines of every awkward kind: bursts on one day, equal dates, centuries, words without end,
/// empty titles, pictures, and marks that turn the reading direction.
public struct RandomTimeline {
  private var random: FixedRandom

  /// The same seed gives the same timeline.
  public init(seed: UInt64) { random = FixedRandom(seed: seed) }

  /// A timeline of up to so many events, log-uniform: as many of 1 to 10 as of 100 to 1,000.
  public mutating func timeline(upTo most: Int) -> Timeline {
    let share = Double.random(in: 0...1, using: &random)
    let count = min(most, max(1, Int(exp(share * log(Double(max(1, most)) + 0.5)))))
    let spread = [0, 3, 40, 400, 4000, 360_000].randomElement(using: &random) ?? 40
    let middle = Int.random(in: -20_000...18_000, using: &random)
    let events = (0..<count).map { event($0, middle: middle, spread: spread, of: count) }
    return Timeline(
      title: words(Int.random(in: 0...30, using: &random)),
      subtitle: Bool.random(using: &random) ? words(8) : nil,
      masthead: words(3),
      issue: "4",
      place: words(1),
      asOf: CivilDate(dayNumber: middle),
      events: events
    )
  }

  private mutating func event(_ index: Int, middle: Int, spread: Int, of count: Int) -> Event {
    let day = CivilDate.first.moved(
      days: middle + 719_162
        + (Int.random(in: 0..<4, using: &random) == 0
          ? 0 : Int.random(in: -spread...spread, using: &random))
    )
    var span = UncertainDate(day: day)
    switch Int.random(in: 0..<14, using: &random) {
    case 0: span = UncertainDate(earliest: nil, latest: day, grain: .day)
    case 1: span = UncertainDate(earliest: day, latest: nil, grain: .day)
    case 2, 3:
      let month = CalendarUnits.month(day.month, year: day.year)
      span = UncertainDate(earliest: month?.lowerBound, latest: month?.upperBound, grain: .month)
    case 4:
      let year = CalendarUnits.year(day.year)
      span = UncertainDate(earliest: year?.lowerBound, latest: year?.upperBound, grain: .year)
    case 5:
      let last = day.moved(days: Int.random(in: 1...max(1, spread), using: &random))
      span = UncertainDate(earliest: day, latest: last, grain: .day)
    case 6: span = UncertainDate(earliest: nil, latest: nil, grain: .day)
    default: break
    }
    if Int.random(in: 0..<10, using: &random) == 0 { span.modifier = .approx }
    let status = EventStatus.allCases.randomElement(using: &random) ?? .occurred
    let type =
      ["meeting", "signing", "attack", "statement", "vote", "withdrawal", "deadline", "unheard-of"]
      .randomElement(using: &random) ?? "meeting"
    let date = EventDate(span: span, edtf: "", basis: .publication)
    let sentence = words(sentenceLength())
    let parties = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      let country = ["IQ", "US", nil].randomElement(using: &random) ?? nil
      return Party(id: nil, name: words(2), country: country, surface: "", how: .unlinked)
    }
    let told = (0..<Int.random(in: 0...3, using: &random)).map { telling in
      MergedMention(
        mention: EventMention(
          id: "m\(index).\(telling)",
          article: "a\(Int.random(in: 0..<max(1, count), using: &random))",
          type: EventType(rawValue: type),
          range: TextRange(0, 0),
          trigger: "",
          sentenceRange: TextRange(0, 0),
          sentence: sentence,
          status: status,
          date: date,
          actors: [],
          recipients: [],
          rule: "",
          sentenceIndex: 0
        ),
        source: Bool.random(using: &random) ? words(2) : nil,
        url: Bool.random(using: &random) ? "https://example.org/" + words(1) : nil,
        articleTitle: Bool.random(using: &random) ? words(9) : nil,
        published: day
      )
    }
    let isDisputed = Int.random(in: 0..<8, using: &random) == 0
    let isContested = Int.random(in: 0..<12, using: &random) == 0
    return Event(
      id: "ev-\(index)",
      type: EventType(rawValue: type),
      status: status,
      date: date,
      conflicts: isDisputed
        ? [
          DateConflict(value: day.description, sources: [words(2)]),
          DateConflict(value: day.moved(days: 1).description, sources: [words(1)]),
        ]
        : isContested
          ? [DateConflict(value: "", sources: [words(3)], status: .denied, event: "ev-0")] : [],
      actors: parties,
      place: Int.random(in: 0..<3, using: &random) == 0 ? Place(name: words(1)) : nil,
      headline: sentence,
      headlineMention: "",
      mentions: told,
      sources: told.count,
      independent: told.count
    )
  }

  /// Mostly as long as sentences are, now and then none at all or far too much.
  private mutating func sentenceLength() -> Int {
    if Int.random(in: 0..<60, using: &random) == 0 { return 300 }
    return [0, 1, 3, 5, 8, 12, 12, 16, 20, 25, 25, 60].randomElement(using: &random) ?? 12
  }

  private mutating func words(_ count: Int) -> String {
    (0..<count).map { _ in word() }.joined(separator: " ")
  }

  private mutating func word() -> String {
    switch Int.random(in: 0..<40, using: &random) {
    case 0: String(repeating: "طويل", count: Int.random(in: 5...60, using: &random))
    case 1: "\u{202E}UNSC\u{202C}"
    case 2: "\u{1F600}\u{1F91D}"
    case 3: "2735"
    case 4: "(NATO)"
    case 5: "\u{200F}\u{200E}"
    case 6: "a\tb\u{2028}c"
    default:
      ["في", "بغداد", "المفاوضات", "العلاقات", "قرار", "مجلس", "أنّ", "واستقباله", "من", "إلى"]
        .randomElement(using: &random) ?? "في"
    }
  }
}
