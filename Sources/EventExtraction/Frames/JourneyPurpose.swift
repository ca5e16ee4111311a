import Lexicons
import NewsModel

// What someone travels for: it lies ahead while he travels.
extension SentenceReader {
  /// Who travels for what a noun names.
  func traveller(for trigger: Trigger) -> PartySpan? {
    guard let journey = journey(forPurpose: trigger) ?? journey(joinedTo: trigger),
      let number = triggers.firstIndex(where: { $0.start == journey.start })
    else { return nil }
    return JourneyFrame.drafts(number, in: self).first?.actors.first
  }

  /// «وصل الوزير إلى باريس لإجراء مباحثات مع نظيره», «يزور بكين للقاء رئيسها»: the journey told before a noun
  /// that names what it is for; `nil` where there is none.
  func journey(forPurpose trigger: Trigger) -> Trigger? {
    guard trigger.form.tense == .noun, isLedByPurpose(trigger),
      let journey = triggers.last(where: {
        $0.start < trigger.start && [.go, .travel, .journey].contains($0.form.frame)
      }), !crossesClause(from: journey.tokens.upperBound, to: trigger.start)
    else { return nil }
    return journey
  }

  /// «خلال زيارة الوزير إلى باريس ولقاء نظيره»: one noun joined to another, both of who travels.
  private func journey(joinedTo trigger: Trigger) -> Trigger? {
    guard trigger.form.tense == .noun, trigger.clitics == .and,
      let journey = triggers.last(where: { $0.start < trigger.start && $0.light < 0 }),
      journey.form.frame == .journey,
      !(journey.tokens.upperBound..<trigger.start).contains(where: { scan.isVerb(at: $0) })
    else { return nil }
    return journey
  }

  /// «للقاء», «لإجراء مباحثات», «لعقد لقاءات»: ل before the noun or before the noun of holding it.
  private func isLedByPurpose(_ trigger: Trigger) -> Bool {
    if trigger.clitics == .to { return true }
    let before = trigger.start - 1
    return scan.triggerClitics[before] == .to
      && scan.triggerForms(at: before).contains { $0.frame == .light && $0.tense == .noun }
  }
}
