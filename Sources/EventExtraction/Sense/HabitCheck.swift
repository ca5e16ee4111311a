import ArabicText
import Lexicons
import NewsModel

// What is told as a habit, as standing or of somebody else: what SenseCheck asks of aid, agreements,
// encounters and journeys.
extension SenseCheck {
  /// «تقدم مساعدات سنوية», «الدعم الذي يقدم»: what is given as a habit, or to nobody who is named.
  func isAid(_ draft: Draft, _ trigger: Trigger) -> Bool {
    if draft.recipients.isEmpty, isSum(trigger) { return false }
    guard trigger.form.tense == .imperfect, sentence.dates[draft.trigger].isEmpty else {
      return true
    }
    let after = sentence.clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 12)
    if after.contains(where: { scan.has(.recurring, at: $0) }) { return false }
    if sentence.range.lowerBound < 40 { return true }
    return scan.has([.that, .planned, .future], at: trigger.start - 1)
  }

  /// «صمد اتفاق», «خرق الهدنة», «مراجعة اتفاقية»: of an agreement that stands; and «اتفاقية الشراكة
  /// بين …» is its name, unless something tells that it came about.
  func isStanding(_ draft: Draft, _ trigger: Trigger) -> Bool {
    guard trigger.form.frame == .document, sentence.dates[draft.trigger].isEmpty else {
      return false
    }
    if sentence.wordsBefore(trigger.start, atMost: 2).contains(where: {
      sentence.has(.kept, at: $0)
    }) {
      return true
    }
    let next = trigger.tokens.upperBound
    guard trigger.light < 0, trigger.tokens.count == 1, trigger.form.shape == .indefinite,
      next < sentence.range.upperBound,
      !scan.has([.after, .hold, .start], at: trigger.start - 1)
    else { return false }
    return scan.text.letters(of: scan.tokens[next]).starts(with: [LetterCode.alef, LetterCode.lam])
  }

  /// «تقابل الحركة الاتفاق بالرفض», «سيقابل بمقاومة من جانب …»: a body right behind the verb is who
  /// does it, and whom «من» names is not met.
  func isDoerTakenForMet(_ draft: Draft, _ trigger: Trigger) -> Bool {
    guard trigger.isVerb, trigger.form.frame == .encounter, !trigger.form.hasObject,
      draft.actors.allSatisfy({ $0.how == .pronoun }), let met = draft.recipients.first
    else { return false }
    let isFrom = draft.recipients.allSatisfy { span in
      span.governor.contains(.from) && !scan.has(.people, at: span.tokens.lowerBound - 2)
    }
    if isFrom { return true }
    return met.tokens.lowerBound == trigger.tokens.upperBound && met.clitics.isEmpty
      && [.organisation, .state].contains(met.kind)
  }

  /// «رحت القرية تزور عمتك … دخلوا عدن»: whom the text spoke of before goes to a place only where
  /// nothing but it follows the verb.
  func isOfFarPlace(_ draft: Draft, _ trigger: Trigger) -> Bool {
    guard trigger.form.frame == .travel, trigger.isVerb, !trigger.form.hasObject,
      let place = draft.place, place.tokens.lowerBound - trigger.tokens.upperBound > 2
    else { return false }
    return draft.actors.allSatisfy {
      $0.how == .pronoun && $0.tokens.lowerBound < sentence.range.lowerBound
    }
  }

  /// Whether what is given is a sum of money only.
  func isSum(_ trigger: Trigger) -> Bool {
    guard
      let object = sentence.clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 9)
        .first(where: { scan.has(trigger.form.needs, at: $0) })
    else { return false }
    return sentence.has(.amount, at: object)
  }
}
