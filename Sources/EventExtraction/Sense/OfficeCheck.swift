import ArabicText
import Chronology
import Lexicons
import NewsModel

// Whether an office was given, or a vote taken: what SenseCheck asks of either.
extension SenseCheck {
  /// Someone is appointed: a person, or an office with its name.
  func isAppointment(_ draft: Draft, _ trigger: Trigger) -> Bool {
    // Who got the office is named here, or the noun's possessor is someone the table knows.
    let isOwned = trigger.form.isPossessed || trigger.form.hasObject
    let isNamed = draft.parties.contains { span in
      (span.kind == .person || span.kind == .office || span.kind == .organisation)
        && (span.how != .pronoun || isOwned && span.entry >= 0)
    }
    if !isNamed { return false }
    // «تولى عرضها المتحدث», «تسلم هدية من مدير»: the office is what the verb is of.
    if trigger.isVerb, !trigger.form.hasObject, !trigger.form.needs.isEmpty {
      let edge =
        draft.parties.filter { $0.tokens.lowerBound >= trigger.tokens.upperBound }
        .map(\.tokens.upperBound).filter { $0 - trigger.tokens.upperBound <= 14 }
      let reach = sentence.has(.takes, at: trigger.start) ? 3 : 7
      let starts = [trigger.tokens.upperBound] + edge
      let isOfOffice = starts.contains { start in
        let near = sentence.clamped(start, start + reach)
        // «تسلم … هدية من مدير»: from whom, not what.
        let stop = near.first { scan.has(.from, at: $0) } ?? near.upperBound
        return (start..<max(start, stop)).contains { scan.has(trigger.form.needs, at: $0) }
      }
      let isOffices = draft.parties.contains {
        $0.office >= 0 && $0.tokens.lowerBound >= trigger.tokens.upperBound
      }
      if !isOfOffice, !isOffices || sentence.has(.takes, at: trigger.start) { return false }
    }
    if isOccasion(draft, trigger) { return false }
    // “عين اليوم” is a paper.
    if trigger.start > sentence.range.lowerBound,
      scan.dateAt.indices.contains(trigger.tokens.upperBound),
      [.quote, .openQuote].contains(scan.tokens[trigger.start - 1].mark),
      scan.dateAt[trigger.tokens.upperBound] >= 0
    {
      return false
    }
    // «تتولى بلاده الرئاسة»: how it is, not what happened.
    if trigger.form.tense == .imperfect, sentence.dates[draft.trigger].isEmpty,
      trigger.clitics.isEmpty, !scan.has([.that, .planned], at: trigger.start - 1)
    {
      return false
    }
    return draft.parties.contains { $0.kind == .person || $0.kind == .office }
      || sentence.dates[draft.trigger].isEmpty == false
  }

  /// «منذ توليه الرئاسة», «الذي تولى منصبه», «تولى الحكم من 2001 إلى 2006»: when something else was,
  /// or how long he held it; only a day or a month of its own tells that he took it.
  private func isOccasion(_ draft: Draft, _ trigger: Trigger) -> Bool {
    let days = sentence.dates[draft.trigger].map { scan.expressions[Int($0)] }
    let isHeld = days.contains { date in
      guard let first = date.first, let last = date.last else { return false }
      return last.days(since: first) > 366
    }
    if isHeld, trigger.isVerb, sentence.has(.takes, at: trigger.start) { return true }
    guard days.isEmpty else { return false }
    if trigger.isVerb { return scan.has(.relative, at: trigger.start - 1) }
    guard trigger.light < 0 else { return false }
    return sentence.wordsBefore(trigger.start, atMost: 2).contains {
      scan.has([.since, .after, .before, .about, .from], at: $0) || sentence.has(.ceremony, at: $0)
    }
  }

  /// «يقرّها القانون»: the law is who, not what.
  func isVote(_ draft: Draft, _ trigger: Trigger) -> Bool {
    // «إسكات صوت غزة»: a voice; and no one man votes.
    if !trigger.isVerb, trigger.tokens.count == 1, scan.tokens[trigger.start].letterCount <= 3 {
      return false
    }
    // «امتنعت عن التصويت»: who did not vote.
    if !trigger.isVerb, scan.has(.about, at: trigger.start - 1) { return false }
    guard
      draft.actors.contains(where: {
        $0.kind == .institution || $0.kind == .organisation && $0.entry >= 0
          || $0.kind == .state && $0.how != .pronoun
      })
    else { return false }
    if trigger.form.hasObject, scan.has(trigger.form.needs, at: trigger.tokens.upperBound) {
      return false
    }
    guard trigger.isVerb, !trigger.form.needs.isEmpty else { return true }
    // What is voted stands right behind the verb or its doer: «يعتمد نظام … في قانون» votes nothing.
    let doer = draft.actors.last { $0.tokens.lowerBound >= trigger.tokens.upperBound }
    let edge = doer?.tokens.upperBound ?? trigger.tokens.upperBound
    if let doer, doer.tokens.lowerBound - trigger.tokens.upperBound > 3 { return false }
    let near = sentence.clamped(edge, edge + 5)
    if near.first(where: { scan.has(trigger.form.needs, at: $0) }) == nil {
      return sentence.has(.homograph, at: trigger.start) == false && doer == nil
    }
    return true
  }
}
