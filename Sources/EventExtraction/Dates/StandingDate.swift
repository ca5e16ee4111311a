import Chronology
import NewsModel

/// Gives an undated telling the day of the others: «واجتمع بايدن والكاظمي» after «وقّعا الاثنين».
///
/// Only an event that would take the article's day for want of a better one, and only when another
/// in the same article, told as past, has a day of its own in the week before: an event of the same
/// two parties, or, of what is said, words of the same speaker («قال … الثلاثاء إن …. وأضاف …»).
enum StandingDate {
  /// How many sentences further a speaker still speaks on the same occasion.
  private static let reach = 6

  static func fill(_ mentions: inout [EventMention]) {
    for index in mentions.indices where mentions[index].status == .occurred {
      guard let day = mentions[index].date.span.latest else { continue }
      let standing: EventDate?
      switch mentions[index].date.basis {
      case .publication:
        standing =
          occasion(of: index, in: mentions, day: day) ?? meeting(of: index, in: mentions, day: day)
          ?? blow(of: index, in: mentions, day: day) ?? clause(of: index, in: mentions, day: day)
      // The day that opens the article is no nearer than that of the two just told of.
      case .paragraph:
        standing = meeting(of: index, in: mentions, day: day, reach: 1)
      default: standing = nil
      }
      guard let standing else { continue }
      mentions[index].date = standing
      mentions[index].date.basis = .paragraph
    }
  }

  /// The day of another event of the same two, told some sentences before.
  private static func meeting(
    of index: Int,
    in mentions: [EventMention],
    day: CivilDate,
    reach: Int = .max
  ) -> EventDate? {
    let parties = Set(mentions[index].parties.map(\.name))
    guard parties.count >= 2 else { return nil }
    return mentions.last { other in
      other.sentenceIndex < mentions[index].sentenceIndex && other.hasDay(before: day)
        && mentions[index].sentenceIndex - other.sentenceIndex <= reach
        && other.date.basis != .paragraph && !mentions[index].strikesBack(at: other)
        && parties.intersection(other.parties.map(\.name)).count >= 2
    }?.date
  }

  /// The day of what the sentence told first: «حيث وقع الوزير الاتفاقية، بينما وقعها عن الجانب الآخر السفير».
  private static func clause(
    of index: Int,
    in mentions: [EventMention],
    day: CivilDate
  ) -> EventDate? {
    let mention = mentions[index]
    return mentions[..<index].last { other in
      other.sentenceIndex == mention.sentenceIndex && other.family == mention.family
        && other.date.basis == .paragraph && other.hasDay(before: day)
    }?.date
  }

  /// The day of the attack told just before.
  ///
  /// «شنوا غارات يوم الأربعاء. ونفذ التحالف في سوريا أربعا».
  private static func blow(
    of index: Int,
    in mentions: [EventMention],
    day: CivilDate
  ) -> EventDate? {
    let mention = mentions[index]
    guard mention.rule.hasPrefix("attack") else { return nil }
    return mentions[..<index].last { other in
      other.rule.hasPrefix("attack") && other.hasDay(before: day)
        && (1...2).contains(mention.sentenceIndex - other.sentenceIndex)
        && !mention.strikesBack(at: other) && !mention.isByOthers(than: other)
    }?.date
  }

  /// The day of what the speaker said last, as far as he goes on speaking.
  ///
  /// A state speaks through many mouths, so it is one speaker only under the same words; whom no
  /// table knows («مصادر», «المسؤول») is any.
  private static func occasion(
    of index: Int,
    in mentions: [EventMention],
    day: CivilDate
  ) -> EventDate? {
    let mention = mentions[index]
    guard mention.isSaying, let speaker = mention.actors.first,
      let last = mentions[..<index].last(where: { $0.isSaying && $0.date.basis != .none }),
      let before = last.actors.first, before.name == speaker.name,
      last.sentenceIndex < mention.sentenceIndex, last.date.basis != .sentence,
      mention.sentenceIndex - last.sentenceIndex <= (speaker.how == .pronoun ? 1 : reach),
      let id = speaker.id,
      id.hasPrefix("p:") || speaker.how != .pronoun && speaker.surface == before.surface,
      last.hasDay(before: day)
    else { return nil }
    return last.date
  }
}

extension EventMention {
  /// Whether it is what someone said.
  fileprivate var isSaying: Bool { rule == "speech" }

  /// Whether it struck those who had struck.
  fileprivate func strikesBack(at other: EventMention) -> Bool {
    rule.hasPrefix("attack")
      && !Set(recipients.map(\.name)).isDisjoint(with: other.actors.map(\.name))
  }

  /// Whether both name who struck, and the two have nothing in common.
  fileprivate func isByOthers(than other: EventMention) -> Bool {
    actors.contains { $0.id != nil } && other.actors.contains { $0.id != nil }
      && !actors.contains { party in
        other.actors.contains {
          party.name == $0.name || party.country != nil && party.country == $0.country
        }
      }
  }

  /// Whether it happened on one day of the week before another, by its own words.
  fileprivate func hasDay(before day: CivilDate) -> Bool {
    guard status == .occurred, ![.publication, .none].contains(date.basis),
      let first = date.span.earliest, let last = date.span.latest, first == last
    else { return false }
    return last < day && day.days(since: first) <= 7
  }
}
