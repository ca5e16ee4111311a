import Chronology
import NewsModel
import Testing

@testable import EventFusion

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How the time grows with the mentions; by hand only: `TARIKH_SCALE=100000 swift test …`.
@Suite("Scaling")
struct ScalingTests {
  static let most = getenv("TARIKH_SCALE").flatMap { Int(String(cString: $0)) } ?? 0

  @Test("Prints seconds for growing worlds", .enabled(if: most > 0))
  func curve() {
    var size = max(1, ScalingTests.most / 8)
    while size <= ScalingTests.most {
      let (mentions, articles) = ScalingTests.world(mentions: size)
      let clock = ContinuousClock()
      var events: [Event] = []
      let time = clock.measure {
        events = EventFuser().events(from: mentions, articles: articles)
      }
      print("\(size) mentions, \(articles.count) articles: \(events.count) events in \(time)")
      size *= 2
    }
  }

  /// Eight mentions an article, 60 states, 300 persons, four years; a third of all is of one pair.
  static func world(mentions count: Int) -> ([EventMention], [ArticleDigest]) {
    var generator = FixedGenerator(seed: 2021)
    let states = (0..<60).map { People.state("S\($0)", "دولة \($0)") }
    let persons = (0..<300).map { People.person("p\($0)", "شخص \($0)", "S\($0 % 60)") }
    let types = ["meeting", "phone", "visit", "statement", "round", "agreement", "condemnation"]
    let start = CivilDate(iso: "2018-01-01") ?? .first
    var mentions: [EventMention] = []
    mentions.reserveCapacity(count)
    var articles: [ArticleDigest] = []
    for index in 0..<count {
      let number = index / 8
      let published = start.moved(days: number &* 7919 % 1461)
      if index % 8 == 0 {
        let words = (0..<60).map { "كلمة\(number / 3 &* 31 &+ $0 &* 17)" }.joined(separator: " ")
        articles.append(
          article("a\(number)", published.description, source: "صحيفة \(number % 40)", text: words)
        )
      }
      let isBusy = Int.random(in: 0..<3, using: &generator) == 0
      let one = isBusy ? 0 : Int.random(in: 0..<60, using: &generator)
      let other = isBusy ? 1 : Int.random(in: 0..<60, using: &generator)
      let parties =
        Bool.random(using: &generator)
        ? [states[one], states[other]]
        : [
          persons[one + 60 * Int.random(in: 0..<5, using: &generator)],
          persons[other + 60 * Int.random(in: 0..<5, using: &generator)],
        ]
      let bases: [EventDateBasis] = [.explicit, .weekday, .publication]
      let basis = bases[Int.random(in: 0..<3, using: &generator)]
      let isDated = Int.random(in: 0..<4, using: &generator) > 0
      let day = published.moved(
        days: basis == .publication ? 0 : -Int.random(in: 0..<5, using: &generator)
      )
      mentions.append(
        mention(
          "a\(number).\(index % 8)",
          types[Int.random(in: 0..<types.count, using: &generator)],
          isDated ? Dates.day(day.description, basis) : .undated,
          actors: parties
        )
      )
    }
    return (mentions, articles)
  }
}
