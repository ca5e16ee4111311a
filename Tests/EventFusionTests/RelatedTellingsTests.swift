import Chronology
import NewsModel
import Testing

@testable import EventFusion

/// Groups of related tellings merge by themselves as they do among all.
@Suite("Related tellings")
struct RelatedTellingsTests {
  @Test("Merging group by group gives what merging all together gives", arguments: 1...40)
  func groups(seed: Int) {
    let (mentions, articles) = Self.world(seed: UInt64(seed))
    #expect(
      Self.mergedByGroups(mentions, articles).events
        == EventFuser().events(from: mentions, articles: articles)
    )
  }

  @Test("A large world falls into many groups, and they merge alike")
  func large() {
    let (mentions, articles) = ScalingTests.world(mentions: 4000)
    let (events, groups) = Self.mergedByGroups(mentions, articles)
    #expect(events == EventFuser().events(from: mentions, articles: articles))
    #expect(groups > 100)
  }

  @Test("Plain tellings of far days are not related, near ones of one pair are")
  func days() {
    func related(_ first: EventMention, _ second: EventMention) -> Bool {
      var related = RelatedTellings()
      for mention in [first, second] {
        related.add(MergingMarks(mention, article: mention.article))
      }
      related.relate()
      return related.group(of: 1) == 0
    }
    func meeting(_ id: String, _ day: String, _ parties: [Party], _ status: EventStatus = .occurred)
      -> EventMention
    {
      mention(id, "meeting", Dates.day(day), actors: parties, status: status)
    }
    let pair = [People.kadhimi, People.biden]
    let one = meeting("a.1", "2021-07-26", pair)
    #expect(related(one, meeting("b.1", "2021-07-27", pair)))
    #expect(!related(one, meeting("b.1", "2021-09-26", pair)))
    #expect(!related(one, meeting("b.1", "2021-07-26", [People.salih, People.france])))
    #expect(!related(one, meeting("a.2", "2021-09-26", pair)))
    #expect(related(one, meeting("b.1", "2021-07-28", pair, .planned)))
    #expect(related(one, mention("b.1", "meeting", .undated, actors: pair)))
  }

  @Test("Marks come back from bytes, and damage is told")
  func bytes() {
    let (mentions, _) = Self.world(seed: 7)
    let marks = mentions.map { MergingMarks($0, article: $0.article) }
    let packed = MergingMarks.packed(marks)
    let counted = MergingMarks.count(in: packed)
    #expect(counted?.tellings == marks.count)
    #expect(counted?.marks == marks.reduce(0) { $0 + $1.marks.count })
    var found: [MergingMarks.Mark] = []
    MergingMarks.forEach(in: packed) {
    } mark: { _, _, key, bond in
      found.append(MergingMarks.Mark(key: key, bond: bond))
    }
    #expect(found == marks.flatMap(\.marks))
    #expect(MergingMarks.count(in: Array(packed.dropLast())) == nil)
    #expect(MergingMarks.count(in: [])?.tellings == 0)
  }

  @Test("Share by share the groups are those of all marks at once", arguments: [1, 7, 40])
  func shares(seed: Int) {
    let (mentions, _) = Self.world(seed: UInt64(seed))
    let marks = mentions.map { MergingMarks($0, article: $0.article) }
    var whole = RelatedTellings()
    marks.forEach { whole.add($0) }
    whole.relate()
    let id = EventIdentity.Key(mention: mentions[3]).id(attempt: 0)
    var parts = RelatedTellings(marks: 1000, atATime: 150, founding: [id])
    #expect(parts.shares == 7)
    for _ in 0..<parts.shares {
      // Articles as they come from an archive, some of them damaged.
      for mark in marks { parts.add(packed: MergingMarks.packed([mark])) }
      parts.add(packed: [1])
      parts.relate()
    }
    #expect(parts.founders.contains(3))
    #expect(marks.indices.map { parts.group(of: $0) } == marks.indices.map { whole.group(of: $0) })
  }

  /// Everything that can make tellings meet: plans, denials, rounds, spans, undated and thin ones.
  static func world(seed: UInt64) -> ([EventMention], [ArticleDigest]) {
    var generator = FixedGenerator(seed: seed)
    let people = [
      People.kadhimi, People.salih, People.biden, People.trump, People.pelosi, People.iraq,
      People.america, People.france, People.stranger("جوي هود", country: "US"),
      People.stranger("هود"), People.office("foreign-minister", of: "IQ"),
    ]
    let types = ["meeting", "summit", "visit", "statement", "round", "agreement", "condemnation"]
    let statuses: [EventStatus] = [.occurred, .occurred, .occurred, .planned, .denied, .ongoing]
    let bases: [EventDateBasis] = [.explicit, .explicit, .weekday, .publication]
    let start = CivilDate(iso: "2021-01-01") ?? .first
    func day() -> String {
      start.moved(days: Int.random(in: 0..<120, using: &generator)).description
    }
    let count = 30 + Int(seed % 7) * 40
    var mentions: [EventMention] = []
    for index in 0..<count {
      let date: EventDate
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: date = .undated
      case 1: date = Dates.span(nil, "2021-\(1 + index % 4 < 10 ? "0" : "")\(1 + index % 4)-28")
      case 2: date = Dates.span("2021-01-01", "2021-12-31", grain: .year)
      default: date = Dates.day(day(), bases[index % 4])
      }
      let parties = people.shuffled(using: &generator)
      let article = "a\(Int.random(in: 0..<max(6, count / 4), using: &generator))"
      mentions.append(
        mention(
          "\(article).\(index)",
          types[Int.random(in: 0..<types.count, using: &generator)],
          date,
          actors: Array(parties.prefix(Int.random(in: 0...3, using: &generator))),
          recipients: Array(parties.suffix(Int.random(in: 0...1, using: &generator))),
          status: statuses[Int.random(in: 0..<statuses.count, using: &generator)],
          ordinal: Int.random(in: 0..<5, using: &generator) == 0 ? 3 : nil
        )
      )
    }
    let articles = (0..<max(6, count / 4)).map { number in
      article("a\(number)", day(), source: "صحيفة \(number % 5)", text: "نص \(number % 9) للاختبار")
    }
    return (mentions, articles)
  }

  /// The events of each group merged alone, in the order of all.
  private static func mergedByGroups(
    _ mentions: [EventMention],
    _ articles: [ArticleDigest]
  ) -> (events: [Event], groups: Int) {
    var related = RelatedTellings()
    for mention in mentions { related.add(MergingMarks(mention, article: mention.article)) }
    related.relate()
    var groups: [Int: [EventMention]] = [:]
    for (number, mention) in mentions.enumerated() {
      groups[related.group(of: number), default: []].append(mention)
    }
    let copies = IndependentTexts.copies(among: articles)
    var events: [Event] = []
    for group in groups.values {
      let named = Set(group.map(\.article))
      events += EventFuser().events(
        from: group,
        articles: articles.filter { named.contains($0.id) },
        copies: copies
      )
    }
    events.sort { first, second in
      let one = (first.date.span.earliest ?? first.date.span.latest)?.dayNumber ?? Int32.max
      let other = (second.date.span.earliest ?? second.date.span.latest)?.dayNumber ?? Int32.max
      return one != other ? one < other : first.id < second.id
    }
    return (events, groups.count)
  }
}
