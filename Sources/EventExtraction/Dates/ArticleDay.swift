import ArabicText
import Chronology
import Lexicons
import NewsModel

/// When an event without a time of its own is of the day of the article: what a main clause tells as past, what
/// goes on now, what is told of a counted day.
extension DateAttachment {
  /// «الوزير الذي يزور كندا حاليا»: on the day of the article.
  func underWay(_ trigger: Trigger) -> EventDate? {
    let end = trigger.tokens.upperBound
    guard let day = scan.article.date,
      trigger.form.tense == .imperfect && [.travel, .go].contains(trigger.form.frame)
        && (sentence.has(.now, in: sentence.clamped(end, end + 5))
          || sentence.has(.meanwhile, at: trigger.start - 1))
        || UnderWay(sentence: sentence).isSaidToRunNow(trigger)
    else { return nil }
    return EventDate(day, basis: .sentence)
  }

  /// «في اليوم الـ655 من الحرب، يواصل الجيش»: the day that is counted is the article's.
  func countedDay() -> EventDate? {
    guard let day = scan.article.date,
      let index = sentence.range.first(where: { sentence.beginning(countedOf: $0) != nil }),
      index - sentence.range.lowerBound <= 2
    else { return nil }
    return EventDate(day, basis: .sentence)
  }

  func publication(_ trigger: Trigger) -> EventDate? {
    let verb = trigger.light >= 0 ? sentence.triggers[trigger.light] : trigger
    let isNews =
      verb.form.tense == .past || verb.form.tense == .passive
      || trigger.form.frame == .word && sentence.refersBack || isOccasion(trigger)
    guard let day = scan.article.date, isNews, !isBackground(verb.start),
      !scan.quoted[trigger.start]
    else { return nil }
    return EventDate(day, basis: .publication)
  }

  /// «وبحث الوزير، خلال اتصال هاتفي مع نظيره»: when the past verb before it was, the noun was too.
  private func isOccasion(_ trigger: Trigger) -> Bool {
    guard !trigger.isVerb, scan.has(.during, at: trigger.start - 1),
      let main = sentence.triggers.last(where: { $0.start < trigger.start && $0.isVerb })
    else { return false }
    return main.form.tense == .past && main.form.frame != .speech
      && !sentence.crossesClause(from: main.tokens.upperBound, to: trigger.start)
  }

  /// «وكانت القوات قد جرفت الأرض، كما قصفت المبنى»: what is joined to it was before the article too.
  private func isJoinedToPluperfect(_ index: Int) -> Bool {
    guard let being = sentence.range.prefix(4).first(where: { scan.has(.be, at: $0) }),
      let perfect = sentence.clamped(being + 1, being + Self.pluperfectReach)
        .first(where: { scan.has(.qad, at: $0) }),
      perfect < index, scan.isJoined(index) || scan.has(.moreover, at: index - 1)
    else { return false }
    return !(being..<index).contains {
      scan.has([.that, .relative], at: $0) || scan.tokens[$0].mark == .colon
        || sentence.opensQuote($0)
    }
  }

  /// How many words behind «كان» its «قد» may stand.
  private static let pluperfectReach = 16

  /// Whether a sentence tells what was before the article.
  func isBackground(_ index: Int) -> Bool {
    let opening = sentence.range.prefix(4)
    if opening.contains(where: { scan.has(.background, at: $0) }) { return true }
    if isJoinedToPluperfect(index) { return true }
    let start = sentence.clauseStart(before: index)
    if (start..<max(start, index)).contains(where: { scan.has(.be, at: $0) }) { return true }
    if (start..<max(start, index)).contains(where: { scan.has([.that, .relative], at: $0) }) {
      return true
    }
    if start > sentence.range.lowerBound, scan.has([.that, .relative], at: start - 1) {
      return true
    }
    return scan.has([.relative, .after], at: index - 1)
  }
}
