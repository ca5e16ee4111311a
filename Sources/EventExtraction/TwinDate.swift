import Chronology
import NewsModel

/// Gives an undated telling the day that the same article tells of the same event elsewhere.
///
/// A headline and its lead tell one event, and so do «الاجتماع», «الهجوم» and the sentence that told it
/// first. Two tellings are one event here when they are of one type and of the same two sides; of an
/// attack told in the next two sentences one side is enough. A headline that no other telling dates
/// is of the day of its lead, or else of the article.
struct TwinDate {
  /// How many sentences off another telling may stand.
  private static let reach = 12

  /// The events told as past without a day, by their index.
  let open: [Int: OpenEvent]
  /// The day of the lead.
  let lead: EventDate?
  /// The day of the article.
  let published: CivilDate?

  func fill(_ mentions: inout [EventMention]) {
    for index in mentions.indices {
      guard let telling = open[index] else { continue }
      if let day = dayOfSaying(telling, index: index, in: mentions) {
        mentions[index].date = day
      } else if mentions[index].date.basis == .none, !telling.isElsewhere,
        let twin = twin(of: index, telling: telling, in: mentions)
      {
        mentions[index].date = twin
        if twin.basis != .publication { mentions[index].date.basis = .paragraph }
      } else if mentions[index].date.basis == .none, telling.isHeadline, !telling.isElsewhere {
        mentions[index].date = lead ?? dayOfArticle ?? .undated
      }
    }
  }

  /// When the words that told it got a better day than the article's, so does the event.
  private func dayOfSaying(_ telling: OpenEvent, index: Int, in mentions: [EventMention])
    -> EventDate?
  {
    guard mentions[index].date.basis == .publication, let verb = telling.verb,
      var day = mentions.first(where: { $0.rule == "speech" && $0.range.lower == verb })?.date,
      ![.none, .publication].contains(day.basis)
    else { return nil }
    day.basis = .paragraph
    return day
  }

  private var dayOfArticle: EventDate? {
    published.map { day in
      EventDate(
        span: UncertainDate(earliest: day, latest: day, grain: .day),
        edtf: day.description,
        basis: .publication
      )
    }
  }

  private func twin(of index: Int, telling: OpenEvent, in mentions: [EventMention]) -> EventDate? {
    let mention = mentions[index]
    let others = mentions.indices.filter { other in
      other != index && mentions[other].type == mention.type
        && mentions[other].status == .occurred && mentions[other].hasOneDay
        && mention.distance(to: mentions[other]) <= Self.reach
        && mention.isSame(as: mentions[other], isKnown: telling.isKnown)
        // The article's day is for a headline, which tells what its news tells.
        && (mentions[other].date.basis != .publication || mention.isHeadline(of: mentions[other]))
    }
    let nearest = others.min { one, other in
      mention.distance(to: mentions[one]) < mention.distance(to: mentions[other])
    }
    guard let nearest else { return nil }
    let date = mentions[nearest].date
    // Two meetings of the same two on two days: the text does not say which is meant.
    let isSplit = others.contains { mentions[$0].date.span != date.span }
    if isSplit, mention.distance(to: mentions[nearest]) > 1 { return nil }
    return date
  }
}

extension EventMention {
  fileprivate func distance(to other: EventMention) -> Int {
    abs(sentenceIndex - other.sentenceIndex)
  }

  /// Whether one of two tellings is the first sentence and the other follows close behind.
  fileprivate func isHeadline(of other: EventMention) -> Bool {
    min(sentenceIndex, other.sentenceIndex) == 0 && max(sentenceIndex, other.sentenceIndex) <= 2
  }

  fileprivate var hasOneDay: Bool {
    guard let first = date.span.earliest, let last = date.span.latest else { return false }
    return first == last
  }

  /// Whether another telling, of the same type, can be of the same event.
  fileprivate func isSame(as other: EventMention, isKnown: Bool) -> Bool {
    if let ordinal, let known = other.ordinal, ordinal != known { return false }
    if let place, let known = other.place, place.name != known.name,
      place.country == nil || place.country != known.country
    {
      return false
    }
    if rule.hasPrefix("attack") { return isSameBlow(as: other, isKnown: isKnown) }
    let (ours, theirs) = (Set(parties.map(\.name)), Set(other.parties.map(\.name)))
    let common = ours.intersection(theirs)
    if common.count >= 2 { return true }
    // A visit has one party and a place.
    return common.count == 1 && ours.count == 1 && theirs.count == 1
      && (place != nil && other.place != nil || isKnown && distance(to: other) <= 3)
  }

  private func isSameBlow(as other: EventMention, isKnown: Bool) -> Bool {
    guard distance(to: other) <= 2 else { return false }
    let isNamed = !actors.isEmpty && !other.actors.isEmpty
    let isAimed = !recipients.isEmpty && !other.recipients.isEmpty
    let sameDoer = !Set(actors.map(\.name)).isDisjoint(with: other.actors.map(\.name))
    let sameTarget = !Set(recipients.map(\.name)).isDisjoint(with: other.recipients.map(\.name))
    if isNamed && !sameDoer || isAimed && !sameTarget { return false }
    return sameDoer || sameTarget
      || isKnown && parties.isEmpty && sentenceIndex - other.sentenceIndex == 1
      || isHeadline(of: other) && place != nil && other.place != nil
  }
}
