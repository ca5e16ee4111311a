import Chronology
import NewsModel

extension EventType {
  /// The types that can tell one event: who visits arrives, talks are a meeting or a round of it.
  var family: String {
    switch rawValue {
    case "visit", "arrival", "visit-end": "journey"
    case "meeting", "summit", "round": "talks"
    case "agreement", "signing", "ceasefire", "joint-statement": "deal"
    default: rawValue
    }
  }
}

/// Whether two tellings of one article can be of one event.
extension EventMention {
  var family: String { type.family }

  func distance(to other: EventMention) -> Int { abs(sentenceIndex - other.sentenceIndex) }

  /// Whether one of two tellings is the first sentence and the other follows close behind.
  func isHeadline(of other: EventMention) -> Bool {
    min(sentenceIndex, other.sentenceIndex) == 0 && max(sentenceIndex, other.sentenceIndex) <= 2
  }

  /// Whether it has a day, or some days on end; what is planned can be told for weeks.
  var isDated: Bool {
    guard let first = date.span.earliest, let last = date.span.latest else { return false }
    return last.days(since: first) <= (status == .planned ? 31 : 7)
  }

  /// Whether it was on one day.
  var isOfOneDay: Bool { date.span.earliest != nil && date.span.earliest == date.span.latest }

  /// What has happened and what goes on can be one; what is planned only where it was told of before,
  /// as on a visit that has begun.
  func hasStatus(like other: EventMention, isKnown: Bool) -> Bool {
    let real: [EventStatus] = [.occurred, .ongoing]
    if status == other.status || real.contains(status) && real.contains(other.status) {
      return true
    }
    return isKnown && family == "journey" && (real + [.planned]).contains(status)
      && (real + [.planned]).contains(other.status)
  }

  /// Two ordinals or two lands make two events.
  func clashes(with other: EventMention) -> Bool {
    if let ordinal, let known = other.ordinal, ordinal != known { return true }
    guard let place, let known = other.place, place.name != known.name else { return false }
    return place.country == nil || place.country != known.country
  }

  /// Whether one party of two tellings is the same.
  func hasSide(of other: EventMention) -> Bool {
    !Set(parties.map(\.name)).isDisjoint(with: other.parties.map(\.name))
  }

  /// Whether another telling, of the same type, can be of the same event.
  func isSame(as other: EventMention, isKnown: Bool) -> Bool {
    if clashes(with: other) { return false }
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
