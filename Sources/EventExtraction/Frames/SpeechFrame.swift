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
    var actors = sentence.subjectBefore(trigger.start)
    let after = sentence.parties(from: trigger.tokens.upperBound, to: end)
    var others: [PartySpan] = []
    if trigger.form.tense == .noun {
      // «بحسب بيان لوزارة الخارجية …»: whose it is stands right behind, though it is a source.
      let owner = sentence.spans.first {
        $0.tokens.lowerBound >= trigger.tokens.upperBound
          && $0.tokens.lowerBound - trigger.tokens.upperBound <= 1
          && [.person, .office, .institution, .organisation].contains($0.kind)
          && $0.governor.isDisjoint(with: [.inside, .with, .topic])
      }
      if let owner {
        actors = [owner]
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
    } else {
      for span in after {
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
}
