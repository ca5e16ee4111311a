import ArabicText
import Chronology
import Lexicons
import NewsModel

/// The day of what had its course around something else, or came right before it: a conference on whose margin others
/// met, a visit on which the guest was received, a session on whose eve it was said.
extension DateAttachment {
  /// «لترتيب لقاء هذا الشهر على هامش اجتماعات الجمعية»: what others met in the course of was at that time as well.
  func onMargin(_ number: Int) -> EventDate? {
    let trigger = sentence.triggers[number]
    guard !trigger.isVerb, trigger.form.frame == .event, scan.has(.during, at: trigger.start - 1),
      let earlier = sentence.triggers[..<number].lastIndex(where: { $0.form.frame == .event }),
      !sentence.triggers[earlier].isVerb,
      !sentence.crossesClause(
        from: sentence.triggers[earlier].tokens.upperBound,
        to: trigger.start
      )
    else { return nil }
    return best(of: earlier, basis: .sentence)
  }

  /// «زيارة قام بها الوزير إلى بغداد، حيث التقى نظيره السبت»: the visitor was there on that day.
  func onStay(_ number: Int) -> EventDate? {
    let trigger = sentence.triggers[number]
    let next = sentence.triggers.indices.dropFirst(number + 1).first { index in
      sentence.triggers[index].form.frame != .light
    }
    guard trigger.form.frame == .journey, let next, case let other = sentence.triggers[next],
      [.encounter, .discuss].contains(other.form.frame), other.form.tense == .past,
      scan.has(.therein, at: other.start - 1), scan.has(.subordinate, at: other.start - 1),
      let date = best(of: next, basis: .sentence), date.span.earliest == date.span.latest
    else { return nil }
    return date
  }

  /// «قال مساء السبت، عشية اجتماع الحكومة»: on the day behind the one just told.
  func dayOfEve(_ trigger: Trigger) -> EventDate? {
    guard !trigger.isVerb, sentence.has(.eve, at: trigger.start - 1) else { return nil }
    let places = sentence.range.filter { $0 < trigger.start && scan.dateAt[$0] >= 0 }
    let numbers = Set(places.map { scan.dateAt[$0] })
    guard numbers.count == 1, let only = numbers.first,
      case let told = scan.expressions[Int(only)], told.relation == nil || told.relation == .until,
      let day = told.first, day == told.last, let next = day.adding(days: 1)
    else { return nil }
    return EventDate(next, basis: .sentence, told: told, in: scan)
  }
}
