import ArabicText
import Lexicons
import NewsModel

// Whether a word of striking tells of a blow: «استهدفت الخطة خفض الإنفاق» aims, «ضربة للاقتصاد» is a figure.
extension SenseCheck {
  /// «شن هجوما على سياسة»: an attack in words.
  func isAttack(_ draft: Draft, _ trigger: Trigger) -> Bool {
    let after = sentence.clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 4)
    if sentence.has(.verbal, in: after), trigger.form.frame == .blow { return false }
    // «انفجار في مستودع للوقود»: an accident, unless a bomb is told; alone it may be either.
    if sentence.has(.explosion, at: trigger.start), !sentence.has(.bomb, in: sentence.range) {
      return false
    }
    // «استهدفت أمن البلاد»: no place was struck.
    if trigger.form.frame == .strike, sentence.has([.verbal, .aim], in: after.prefix(2)) {
      return false
    }
    // «استهدف الغزو القضاء عليها»
    if trigger.form.frame == .strike,
      after.contains(where: {
        sentence.has(.aim, at: $0)
          && (scan.has(.on, at: $0 + 1) || sentence.has(.resumed, at: $0 + 1))
      })
    {
      return false
    }
    // «الخطة لا تستهدف روسيا»
    if trigger.form.frame == .strike, scan.has(.not, at: trigger.start - 1),
      sentence.has(.tenet, at: trigger.start - 2)
    {
      return false
    }
    // «شكّل ضربة موجعة لـ», «وجّه ضربة قوية»: nobody was struck.
    if trigger.form.frame == .blow, sentence.has(.figurative, in: after.prefix(1)) {
      return false
    }
    // «شن زعيم المعارضة هجوما على الحكومة»: what a man launches are words.
    if trigger.form.frame == .blow, trigger.light >= 0, trigger.form.number == .single,
      sentence.triggers[trigger.light].form.frame == .light,
      sentence.triggers[trigger.light].start < trigger.start,
      let doer = sentence.subjectOf(sentence.triggers[trigger.light], before: trigger.start).first,
      doer.kind == .person,
      draft.actors.isEmpty
        || doer.tokens.lowerBound == sentence.triggers[trigger.light].tokens.upperBound
    {
      return false
    }
    return true
  }
}
