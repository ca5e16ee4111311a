import ArabicText
import Lexicons
import NewsModel

/// Saying and taking a stance: «أكد», «اتهم … بـ», «في بيان».
enum SpeechFrame {
  static func drafts(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let trigger = sentence.triggers[number]
    let end = min(
      sentence.clauseEnd(after: trigger.tokens.upperBound - 1),
      trigger.tokens.upperBound + 20
    )
    let after = sentence.parties(from: trigger.tokens.upperBound, to: end)
    var actors =
      speaker(behind: trigger, among: after, in: sentence).map { [$0] }
      ?? sentence.subjectBefore(trigger.start)
    var others: [PartySpan] = []
    if trigger.form.tense == .noun {
      // «بحسب بيان لوزارة الخارجية …»: whose it is stands right behind, though it is a source.
      if let owner = owner(of: trigger, in: sentence) {
        actors = [owner]
      } else if case let speakers = speakers(of: number, in: sentence), !speakers.isEmpty {
        actors = speakers
      } else if let first = after.first, first.tokens.lowerBound - trigger.tokens.upperBound <= 3 {
        actors = EncounterFrame.linked(after, in: sentence)
      } else {
        actors = sentence.subject(before: trigger.start).map { [$0] } ?? []
      }
      let isTold =
        trigger.light >= 0 || !sentence.dates[number].isEmpty
        || sentence.scan.has([.inside, .during, .source], at: trigger.start - 1)
        || trigger.clitics.contains(.by) || trigger.clitics.contains(.to)
        || trigger.form.isPossessed || trigger.form.needs.isEmpty
      guard isTold else { return [] }
      others = recipients(of: number, past: actors, to: end, in: sentence)
      if typeName(of: number, in: sentence) == "credentials" {
        (actors, others) = CredentialsFrame.sides(of: trigger, to: end, in: sentence)
      }
      // «بدأ X وساطة بين …»: who mediates is neither side.
      if typeName(of: number, in: sentence) == "mediation",
        actors.allSatisfy({ $0.how != .pronoun }),
        let mediator = sentence.subject(before: trigger.start),
        !actors.contains(where: { $0.means(mediator) })
      {
        others = actors
        actors = [mediator]
      }
    } else {
      // «من دون أن يوضح»: nothing was said.
      if sentence.scan.has(.that, at: trigger.start - 1),
        sentence.scan.has(.not, at: trigger.start - 2)
      {
        return []
      }
      for span in after where !actors.contains(where: { $0.tokens == span.tokens }) {
        let isTarget =
          !span.clitics.isDisjoint(with: [.by, .to])
          || !span.governor.isDisjoint(with: [.to, .with, .from, .on, .inside])
        if actors.isEmpty, !isTarget, span.tokens.lowerBound - trigger.tokens.upperBound <= 4 {
          actors = [span]
        } else if span.clitics.contains(.and), others.isEmpty, !actors.isEmpty,
          span.tokens.lowerBound - (actors.last?.tokens.upperBound ?? 0) <= 2
        {
          actors.append(span)
        } else if others.count < 2 {
          others.append(span)
        }
      }
      if actors.isEmpty, let subject = sentence.subject(before: trigger.start) {
        actors = [subject]
      }
      if let asked = asked(of: number, past: actors, to: end, in: sentence) { others = [asked] }
    }
    guard !actors.isEmpty else { return [] }
    return [
      Draft(
        type: trigger.form.type,
        trigger: number,
        tokens: trigger.tokens,
        actors: actors,
        recipients: others,
        place: nil,
        rule: "speech"
      )
    ]
  }

  /// «وخلال لقائه نظيره، قال الوزير إن»: between a verb and what it says stands who says it, whoever stands before.
  private static func speaker(
    behind trigger: Trigger,
    among after: [PartySpan],
    in sentence: SentenceReader
  ) -> PartySpan? {
    guard trigger.isVerb, let first = after.first,
      first.tokens.lowerBound == trigger.tokens.upperBound, first.clitics.isEmpty,
      first.governor.isDisjoint(with: [.to, .with, .from, .on, .inside]),
      first.kind == .person || first.kind == .office
    else { return nil }
    return sentence.scan.has(.that, at: first.tokens.upperBound) ? first : nil
  }

  /// Of whom something is asked: «طلب العراق من سوريا تسليم …».
  ///
  /// After «من» a state is no place here.
  private static func asked(
    of number: Int,
    past actors: [PartySpan],
    to end: Int,
    in sentence: SentenceReader
  ) -> PartySpan? {
    guard typeName(of: number, in: sentence) == "demand" else { return nil }
    let verb = sentence.triggers[number].tokens.upperBound
    let start = max(verb, actors.map(\.tokens.upperBound).max() ?? verb)
    return sentence.spans.first { span in
      span.tokens.lowerBound >= start && span.tokens.lowerBound < min(end, start + 3)
        && span.governor.contains(.from) && [.state, .city, .institution].contains(span.kind)
        && span.country >= 0 && !actors.contains { $0.means(span) }
    }
  }

  /// To whom a letter or a request goes: «رسالته إلى X», «طلبه الموجه لـX».
  private static func recipients(
    of number: Int,
    past actors: [PartySpan],
    to end: Int,
    in sentence: SentenceReader
  ) -> [PartySpan] {
    // «رسالة للعالم» is a figure; «رسالته إلى …» was sent.
    let kind = typeName(of: number, in: sentence)
    guard kind == "demand" || kind == "message" && sentence.triggers[number].form.isPossessed else {
      return []
    }
    let start = actors.last.map(\.tokens.upperBound) ?? 0
    let first = sentence.spans.first { span in
      span.tokens.lowerBound >= max(start, sentence.triggers[number].tokens.upperBound)
        && span.tokens.lowerBound < end
        && [.person, .office, .state, .institution, .organisation].contains(span.kind)
        && (span.governor.contains(.to) || span.clitics.contains(.to))
        && !actors.contains { $0.means(span) }
    }
    guard let first, first.tokens.lowerBound - start <= 8 || start == 0 else { return [] }
    return [first]
  }

  private static func typeName(of number: Int, in sentence: SentenceReader) -> String {
    sentence.scan.events.types[Int(sentence.triggers[number].form.type)].id
  }

  /// Whose verb of saying a noun carries: «مصر والأردن أعلنتا في بيان», «أكد X ونظيره Y في بيان
  /// مشترك»; a verb of two without a doer is of the two named last.
  private static func speakers(of number: Int, in sentence: SentenceReader) -> [PartySpan] {
    guard let verb = sentence.sayingVerb(before: number) else { return [] }
    let saying = sentence.triggers[verb]
    let before = sentence.subjectBefore(saying.start)
    if !before.isEmpty { return before }
    let after = sentence.parties(
      from: saying.tokens.upperBound,
      to: sentence.triggers[number].start
    )
    if !after.isEmpty { return EncounterFrame.linked(after, in: sentence) }
    guard saying.form.number == .dual else { return [] }
    let two = sentence.lastTwo(persons: false)
    return two.count == 2 ? two : []
  }

  /// Whose a statement is: «بيان لوزارة الخارجية», «بيان أصدره الديوان», «بيان صادر عن الرئاسة».
  private static func owner(of trigger: Trigger, in sentence: SentenceReader) -> PartySpan? {
    let scan = sentence.scan
    let end = trigger.tokens.upperBound
    return sentence.spans.first { span in
      let start = span.tokens.lowerBound
      guard start >= end, start - end <= 3,
        [.person, .office, .institution, .organisation].contains(span.kind)
      else { return false }
      if start - end <= 1, !scan.has(.verb, at: end) {
        return span.governor.isDisjoint(with: [.inside, .with, .topic])
      }
      // What stands between issues it, and nothing else does.
      guard (end..<start).allSatisfy({ scan.tokens[$0].kind == .word && scan.dateAt[$0] < 0 }),
        scan.has(.issued, at: end)
      else { return false }
      return span.governor.contains(.about) || start - end == 1 && span.clitics.isEmpty
    }
  }
}
