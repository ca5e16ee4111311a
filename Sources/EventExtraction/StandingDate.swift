import Chronology
import NewsModel

/// Gives an undated telling the day of the others: «واجتمع بايدن والكاظمي» after «وقّعا الاثنين».
///
/// Only an event that would take the article's day for want of a better one, and only when another
/// of the same two parties in the same article, told as past, has a day of its own in the week before.
enum StandingDate {
  static func fill(_ mentions: inout [EventMention]) {
    for index in mentions.indices where mentions[index].date.basis == .publication {
      guard mentions[index].status == .occurred, let day = mentions[index].date.span.latest else {
        continue
      }
      let parties = Set(mentions[index].parties.map(\.name))
      guard parties.count >= 2 else { continue }
      let standing = mentions.last { other in
        guard other.status == .occurred, other.sentenceIndex < mentions[index].sentenceIndex,
          ![.publication, .none, .paragraph].contains(other.date.basis),
          other.date.span.grain == .day, let first = other.date.span.earliest,
          let last = other.date.span.latest, last < day, day.days(since: first) <= 7
        else { return false }
        return parties.intersection(other.parties.map(\.name)).count >= 2
      }
      guard let standing else { continue }
      mentions[index].date = standing.date
      mentions[index].date.basis = .paragraph
    }
  }
}
