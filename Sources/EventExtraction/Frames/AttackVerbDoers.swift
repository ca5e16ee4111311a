import ArabicText
import Lexicons
import NewsModel

extension AttackVerb {
  /// Who did what a verb of attack tells: right behind it, right before it, or before its clause.
  ///
  /// - Parameters:
  ///   - named: the subject that stands before the verb, where one does.
  ///   - after: the parties behind the verb.
  ///   - weapon: the weapon that is its subject, «استهدفت طائرة مسيرة».
  static func doers(
    of trigger: Trigger,
    named: [PartySpan],
    after: [PartySpan],
    weapon: Int?,
    before end: Int,
    in sentence: SentenceReader
  ) -> [PartySpan] {
    let scan = sentence.scan
    var actors = named
    // The doer stands right after the verb; further off is whom it struck.
    // Before its doer a verb is singular: «يقتحمون مقر السفارة» names whom they struck.
    if actors.isEmpty, trigger.form.number == .single,
      let first = after.first(where: { AttackFrame.isFighter($0) && !sentence.isPlace($0) }),
      first.clitics.isDisjoint(with: [.to, .by]),
      first.governor.isDisjoint(with: [.on, .against]),
      first.tokens.lowerBound - trigger.tokens.upperBound <= 2
    {
      let nearer = sentence.fighters(rightAfter: trigger.tokens.upperBound, before: end)
      actors = [
        nearer.map { $0.tokens.lowerBound < first.tokens.lowerBound } == true
          ? nearer ?? first : first
      ]
    }
    if actors.isEmpty, let weapon { actors = sentence.adjectives(after: weapon + 1) }
    if actors.isEmpty, !trigger.form.hasObject {
      actors = sentence.ownerOfWeapon(before: trigger.start)
    }
    // «استهدفت غارات إسرائيلية رفح»
    if actors.isEmpty, !trigger.form.hasObject,
      let blow = sentence.triggers.first(where: {
        $0.start == trigger.tokens.upperBound && $0.form.frame == .blow && $0.clitics.isEmpty
      })
    {
      actors = sentence.adjectives(after: blow.tokens.upperBound)
    }
    if actors.isEmpty, trigger.form.number == .single,
      let found = sentence.fighters(rightAfter: trigger.tokens.upperBound, before: end),
      found.clitics.isEmpty
    {
      actors = [found]
    }
    if actors.isEmpty, trigger.clitics.isEmpty,
      let found = sentence.fighters(rightBefore: trigger.start)
    {
      actors = [found]
      // «الجيش السوداني والقوات المشتركة يهاجمون»
      if found.clitics == .and,
        let first = sentence.spans.last(where: {
          $0.tokens.upperBound == found.tokens.lowerBound
        }), AttackFrame.isFighter(first), first.clitics.isEmpty, !sentence.isPlace(first)
      {
        actors.insert(first, at: 0)
      }
    }
    if actors.isEmpty, scan.has(.that, at: trigger.start - 1),
      let found = sentence.fighters(tellingBefore: trigger.start)
    {
      actors = [found]
    }
    if actors.isEmpty, sentence.goesOn(trigger), !trigger.form.hasObject,
      trigger.form.number == .single,
      let doer = sentence.lastDoer(before: trigger.start)
    {
      actors = [doer]
    }
    // «قصفت ميليشيات الحوثي وقوات صالح الأحياء»: both did it.
    if let last = actors.last {
      actors += sentence.joinedSide(to: last, before: end)
        .filter { one in !actors.contains { $0.means(one) } }
    }
    if actors.isEmpty, let doer = sentence.doerBefore(openingVerb: trigger) { actors = [doer] }
    if actors.isEmpty, sentence.has(.masdar, at: trigger.start),
      let teller = sentence.announcer(of: trigger)
    {
      actors = [teller]
    }
    return actors
  }
}
