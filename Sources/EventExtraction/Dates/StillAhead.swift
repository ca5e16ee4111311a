import ArabicText
import Chronology
import Lexicons
import NewsModel

/// Nouns of what had not yet come when it was spoken of: «عشية اجتماع الحكومة», «يأتي القرار قبل أيام من
/// زيارة», and in a headline «الوزير قبل لقاء نظيره».
///
/// Where a day is told, or the main clause tells of what was before the article, the rest decides.
struct StillAhead {
  let sentence: SentenceReader

  private var scan: ArticleScan { sentence.scan }

  func holds(for draft: Draft, date: EventDate) -> Bool {
    let trigger = sentence.triggers[draft.trigger]
    let before = trigger.start - 1
    if isAimOfTraveller(trigger), [.none, .publication, .sentence].contains(date.basis) {
      return true
    }
    guard trigger.form.tense == .noun || sentence.has(.eve, at: before),
      [.none, .publication].contains(date.basis) || isOfEveToCome(before, date),
      ![.blow, .strike, .speech, .word].contains(trigger.form.frame),
      !sentence.range.prefix(4).contains(where: { scan.has(.be, at: $0) })
    else { return false }
    if sentence.has(.eve, at: before) { return true }
    if isCountedTo(trigger) { return true }
    return scan.has(.before, at: before) && sentence.isHeadline(gap: .wide) && trigger.light < 0
  }

  /// «وصل الوزير لإجراء مباحثات», but «زار بغداد للقاء الرئيس»: who visited has met him.
  private func isAimOfTraveller(_ trigger: Trigger) -> Bool {
    guard let journey = sentence.journey(forPurpose: trigger) else { return false }
    return journey.form.frame != .travel || journey.form.tense != .past
  }

  /// «قال أمس، عشية اجتماع الحكومة»: the day behind yesterday has only begun.
  private func isOfEveToCome(_ before: Int, _ date: EventDate) -> Bool {
    guard let published = scan.article.date, let last = date.span.latest else { return false }
    return sentence.has(.eve, at: before) && date.basis == .sentence && last >= published
  }

  /// «قبل أيام من زيارة», «قبل يومين من القمة», told of something present.
  private func isCountedTo(_ trigger: Trigger) -> Bool {
    guard scan.has(.from, at: trigger.start - 1) else { return false }
    let words = sentence.clamped(trigger.start - 4, trigger.start - 1)
    guard words.contains(where: { sentence.has([.days, .hours, .unit], at: $0) }),
      let opener = words.first(where: { scan.has(.before, at: $0) }),
      let main = sentence.triggers.last(where: { $0.isVerb && $0.start < opener })?.start
        ?? (sentence.range.lowerBound..<opener).last(where: {
          scan.isVerb(at: $0) || scan.has(.background, at: $0)
        })
    else { return false }
    return CarriedDate(sentence: sentence).isPast(main) == false
  }
}
