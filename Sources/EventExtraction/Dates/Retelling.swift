import Chronology
import NewsModel

/// Gives an event without a day the day on which the same article tells it elsewhere.
///
/// ``TwinDate`` goes by the parties that the tables know. News tells most of what was struck, and many
/// who struck, in its own words, and tells them again in others: «فجروا قطارا» is «التفجير الذي استهدف القطار».
/// So a side is the same here when the words of its name stand in the sentence that tells the day. Every telling
/// that fits has to name the same day, unless one stands right beside.
struct Retelling {
  let scan: ArticleScan
  /// The parties of the whole article.
  let spans: [PartySpan]
  /// The events told without a day, by their index.
  let open: [Int: OpenEvent]
  /// The days told in sentences that yield no event of them.
  let days: [ToldDay]

  /// How many sentences behind its day an event may be taken up.
  private static let reach = 8
  /// How many days the time of an event may span.
  private static let longest = 31

  func fill(_ mentions: inout [EventMention]) {
    for index in mentions.indices {
      guard let telling = open[index],
        var date = date(of: index, telling: telling, in: mentions)
      else { continue }
      if !date.isUndated { date.basis = .paragraph }
      mentions[index].date = date
    }
  }

  private func date(of index: Int, telling: OpenEvent, in mentions: [EventMention]) -> EventDate? {
    let mention = mentions[index]
    switch (mention.status, mention.date.basis) {
    case (.ongoing, .none): return course(of: mention, telling: telling, in: mentions)
    case (.ongoing, .paragraph):
      // One day of another telling is not since when it has gone on.
      return course(of: mention, telling: telling, in: mentions)
        ?? (mention.family == "attack" && mention.isOfOneDay && !telling.isHeadline
          ? .undated : nil)
    case (.occurred, .none): return day(of: index, telling: telling, in: mentions)
    default: return nil
    }
  }

  /// «وتواصل القوات عدوانها»: since the day that another telling of it counts from.
  private func course(of mention: EventMention, telling: OpenEvent, in mentions: [EventMention])
    -> EventDate?
  {
    guard telling.isKnown, mention.family == "attack", let published = scan.article.date else {
      return nil
    }
    let others = mentions.filter { other in
      other.family == "attack" && other.date.span.latest == published
        && other.date.span.earliest.map { published.days(since: $0) > 1 } ?? false
        && !mention.clashes(with: other) && mention.hasSide(of: other)
    }
    return others.min { mention.distance(to: $0) < mention.distance(to: $1) }?.date
  }

  /// The day of what a sentence tells, whether it yields the event there or not.
  private struct Candidate {
    var sentence: Int
    var date: EventDate
    var names: SentenceNames
    /// Where it was.
    var place: Place?
    /// Who did it there, as far as the sentence yields it.
    var actors: [Party] = []
  }

  private func day(of index: Int, telling: OpenEvent, in mentions: [EventMention]) -> EventDate? {
    let mention = mentions[index]
    if telling.isElsewhere { return telling.isKnown ? onlyDay(of: mention, in: mentions) : nil }
    let told = mentions.lazy.filter { other in
      other.family == mention.family && other.status == .occurred && !mention.clashes(with: other)
        && !differ(mention.actors, other.actors)
    }.compactMap { other in
      isNear(other.sentenceIndex, mention) && isDated(other.date)
        ? Candidate(
          sentence: other.sentenceIndex,
          date: other.date,
          names: names(of: other),
          place: other.place,
          actors: other.actors
        ) : nil
    }
    let pointed = days.lazy.filter { $0.type.family == mention.family && !$0.isWhole }
      .compactMap { day in
        isNear(day.sentence, mention) && isDated(day.date)
          ? Candidate(sentence: day.sentence, date: day.date, names: day.names) : nil
      }
    let fitting = (Array(told) + Array(pointed)).filter {
      fits(mention, telling: telling, other: $0)
    }
    func distance(_ other: Candidate) -> Int { abs(other.sentence - mention.sentenceIndex) }
    guard let nearest = fitting.min(by: { distance($0) < distance($1) }) else { return nil }
    let isSplit = fitting.contains { $0.date.span != nearest.date.span }
    return isSplit && distance(nearest) > 1 ? nil : nearest.date
  }

  /// «الاتفاقية التي توصل إليها البلدان» beside other times: the article tells one day of it, more than once.
  private func onlyDay(of mention: EventMention, in mentions: [EventMention]) -> EventDate? {
    let ours = Set(mention.parties.map(\.name))
    let same = mentions.filter { other in
      other.family == mention.family && other.status == .occurred && isDated(other.date)
        && ours.intersection(other.parties.map(\.name)).count >= 2
    }
    guard same.count >= 2, let first = same.first,
      same.allSatisfy({ $0.date.span == first.date.span })
    else { return nil }
    return first.date
  }

  private func isDated(_ date: EventDate) -> Bool {
    guard date.basis != .publication, let first = date.span.earliest, let last = date.span.latest
    else { return false }
    return last.days(since: first) <= Self.longest
  }

  private func isNear(_ sentence: Int, _ mention: EventMention) -> Bool {
    let offset = mention.sentenceIndex - sentence
    return (1...Self.reach).contains(offset) || offset == -1
      || offset > 0 && sentence <= OpenEvent.lead
  }

  private func fits(_ mention: EventMention, telling: OpenEvent, other: Candidate) -> Bool {
    let offset = mention.sentenceIndex - other.sentence
    if telling.isOfPair { return offset == 1 }
    let names = other.names
    let struck = telling.sides.filter { $0.isStruck && !$0.isPlace }
    let doers = telling.sides.filter { !$0.isStruck }
    if mention.family == "attack" {
      // «هجمات مومباي»
      if struck.isEmpty, telling.isKnown, let place = mention.place {
        return place.name == other.place?.name
      }
      guard struck.contains(where: { $0.isLargelyNamed(in: names) }),
        mention.actors.isEmpty || other.actors.isEmpty || areOne(mention.actors, other.actors)
          || doers.contains(where: { $0.isLargelyNamed(in: names) })
      else { return false }
      if telling.isKnown { return true }
      // «قال إنها استهدفت نفقا في رفح»: told in its own words again; a land or a party can be struck on any day.
      let isTold = struck.contains { $0.entry < 0 && $0.phrase.count > 1 }
      return telling.isReported
        && (isTold || offset == 1 && !doers.isEmpty && doers.allSatisfy { $0.isNamed(in: names) })
    }
    return telling.isKnown && telling.sides.count >= 2
      && telling.sides.allSatisfy { $0.isLargelyNamed(in: names) }
  }

  /// Whether known doers are told of both, and no two of them are the same.
  private func differ(_ ours: [Party], _ theirs: [Party]) -> Bool {
    ours.contains { $0.id != nil } && theirs.contains { $0.id != nil } && !areOne(ours, theirs)
  }

  /// Whether two tellings name one party: a state is one with its army.
  private func areOne(_ ours: [Party], _ theirs: [Party]) -> Bool {
    ours.contains { party in
      theirs.contains {
        party.name == $0.name || party.country != nil && party.country == $0.country
      }
    }
  }

  /// What the sentence of a telling names.
  private func names(of mention: EventMention) -> SentenceNames {
    guard scan.sentences.indices.contains(mention.sentenceIndex) else { return SentenceNames() }
    let range = scan.sentences[mention.sentenceIndex]
    return scan.names(
      in: range,
      spans: spans.lazy.filter { range.contains($0.tokens.lowerBound) }
    )
  }
}
