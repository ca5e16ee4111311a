import Chronology
import NewsModel

/// A mention prepared for comparison.
struct Telling: Sendable {
  /// How well the day is told.
  enum Evidence: Hashable, Sendable {
    /// Not at all, or too coarsely to compare: «last year», «by the end of the year».
    case loose
    /// Only the article's own day stands for it.
    case publication
    /// The text tells it.
    case stated
  }

  /// Where the mention stands in the ordered mentions.
  let index: Int
  /// Where the article stands in the ordered articles.
  let article: Int
  /// The day the article was published, as a day number.
  let published: Int32?
  /// The type, for stances that exclude each other.
  let type: EventType
  /// The class it may merge in.
  let mergeClass: MergeClass
  /// How far the event has come.
  let status: EventStatus
  /// How well the day is told.
  let evidence: Evidence
  /// The first day; `Int32.min` when open.
  let earliest: Int32
  /// The last day; `Int32.max` when open.
  let latest: Int32
  /// Who did it.
  let actors: [Participant]
  /// To whom.
  let recipients: [Participant]
  /// Both.
  let parties: [Participant]
  /// The sides of all parties, ascending, each once.
  let sides: [Int]
  /// The country of the place; 0 when unknown.
  let placeCountry: Int
  /// The town by its id; 0 when unknown.
  let town: Int
  /// The number of the round.
  let ordinal: Int?
  /// The document's folded name; 0 when none was told by name.
  let document: Int

  /// Days of a span that still compares as a date; a month and a half.
  private static let widestSpan: Int32 = 45

  /// A mention with its names numbered.
  init(
    _ mention: EventMention,
    index: Int,
    article: Int,
    published: CivilDate?,
    names: inout NameTable
  ) {
    self.index = index
    self.article = article
    self.published = published?.dayNumber
    type = mention.type
    mergeClass = MergeClass(of: mention.type)
    status = mention.status
    let span = mention.date.span
    earliest = span.earliest?.dayNumber ?? Int32.min
    latest = span.latest?.dayNumber ?? Int32.max
    if let days = span.days, mention.date.basis != .none,
      days.upperBound.days(since: days.lowerBound) <= Int(Telling.widestSpan)
    {
      evidence = mention.date.basis == .publication ? .publication : .stated
    } else {
      evidence = .loose
    }
    let isBlow = mergeClass.id == "attack"
    actors = mention.actors.map { Participant($0, names: &names, mayBeThing: isBlow) }
    recipients = mention.recipients.map { Participant($0, names: &names, mayBeThing: isBlow) }
    parties = actors + recipients
    var sides = parties.map(\.side)
    sides.sort()
    self.sides = sides.uniqued()
    placeCountry = mention.place?.country.map { names.number(of: $0) } ?? 0
    if let id = mention.place?.id, id.utf8.starts(with: "geo:".utf8) {
      town = names.number(of: id)
    } else {
      town = 0
    }
    ordinal = mention.ordinal
    document =
      mention.document.flatMap {
        Telling.isNamed($0) ? names.number(folding: $0) : nil
      } ?? 0
  }

  /// A round that has a number: «the third round» needs but one of its sides to be known again.
  var isNumberedRound: Bool { ordinal != nil && mergeClass.id == "round" }

  /// Whether it tells talks without a number and without any day: what goes on for years.
  var isProcess: Bool {
    mergeClass.id == "round" && ordinal == nil && earliest == Int32.min && latest == Int32.max
  }

  /// Whether it names too few parties to be compared with another article's telling: «the meeting».
  var isThin: Bool {
    if isNumberedRound { return parties.isEmpty }
    if mergeClass.isTwoSided { return parties.count < 2 }
    return mergeClass.isPersonal ? actors.isEmpty : parties.isEmpty
  }

  /// Whether a document is told by its name («اتفاقية الأمن»), and not by its kind («مذكرة تفاهم»)
  /// or as the one that was told of («الاتفاق النووي»): only names tell two documents apart.
  private static func isNamed(_ document: String) -> Bool {
    let article: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]
    let words = document.utf8.split(separator: UInt8(ascii: " "))
    guard let first = words.first, let last = words.last, words.count > 1 else { return false }
    return !first.starts(with: article) && (words.count > 2 || last.starts(with: article))
  }

  /// Whether it can be compared with any telling, and not only with those of its own article.
  var isFirm: Bool { evidence != .loose && !isThin }

  /// Whether the days of both have one in common; open ends reach for ever.
  func meets(_ other: Telling) -> Bool { earliest <= other.latest && other.earliest <= latest }

  /// The days between both, 0 when they meet.
  func gap(to other: Telling) -> Int {
    if earliest > other.latest { return Int(earliest) - Int(other.latest) }
    if other.earliest > latest { return Int(other.earliest) - Int(latest) }
    return 0
  }
}

extension Array where Element: Equatable {
  /// The elements of an ordered array, each once.
  func uniqued() -> [Element] {
    var result: [Element] = []
    result.reserveCapacity(count)
    for element in self where result.last != element { result.append(element) }
    return result
  }
}
