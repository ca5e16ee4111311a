import ArabicText
import Lexicons
import NewsModel

/// An election: a date makes it one, and it is of a state.
enum ElectionFrame {
  /// «انتخابات تشرين الأول المقبلة»: a date makes it one, the state is the one spoken of.
  static func drafts(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let scan = sentence.scan
    let trigger = sentence.triggers[number]
    let end = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    let hasDate =
      sentence.dates[number].contains { isNear($0, trigger, in: sentence) }
      || trigger.light >= 0 && !sentence.dates[trigger.light].isEmpty
    // «ترشحه لإعادة انتخابه» is of a man; whose vote it is, nobody says.
    guard hasDate, !trigger.form.isPossessed || trigger.form.number == .plural else { return [] }
    // «نتائج الانتخابات … الأربعاء»: the day is of the results, unless it stands right behind.
    if sentence.wordsBefore(trigger.start, atMost: 3).contains(where: {
      sentence.has(.poll, at: $0)
    }),
      !sentence.clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 4)
        .contains(where: { index in
          guard scan.dateAt[index] >= 0,
            !(trigger.tokens.upperBound..<index).contains(where: { scan.has(.relative, at: $0) })
          else { return false }
          let relation = scan.expressions[Int(scan.dateAt[index])].relation
          return relation != .by && relation != .until
        })
    {
      return []
    }
    var actors = sentence.adjectives(after: trigger.tokens.upperBound)
    let ground = sentence.spans.first {
      $0.tokens.lowerBound >= trigger.tokens.upperBound && $0.tokens.lowerBound < end
        && $0.country >= 0 && $0.kind != .organisation && !sentence.isAside($0)
    }
    if actors.isEmpty, let ground, ground.tokens.lowerBound - trigger.tokens.upperBound <= 8 {
      actors = [sentence.stateOf(ground)]
    }
    // Whose election it is when it does not say: the only state of the sentence, else the one that
    // the text speaks of most.
    if actors.isEmpty {
      let before = sentence.spans.filter {
        $0.tokens.upperBound <= trigger.start && $0.country >= 0
          && ![.organisation, .place, .city].contains($0.kind) && !sentence.isAside($0)
      }
      // «دعم الكونغرس جهود الحكومة العراقية … إلى إنجاح انتخابات»: whose effort it is.
      if let named = before.last,
        Set(before.map(\.country)).count == 1
          || [.state, .institution].contains(named.kind) && !named.clitics.contains(.to)
            && trigger.start - named.tokens.upperBound <= 6
            && !sentence.crossesClause(from: named.tokens.upperBound, to: trigger.start)
      {
        actors = [sentence.stateOf(named)]
      }
    }
    if actors.isEmpty, let state = sentence.memory.salientStates.last { actors = [state] }
    guard !actors.isEmpty else { return [] }
    var candidates = sentence.candidates(behind: trigger, before: end)
    if candidates.isEmpty, let man = candidate(before: trigger, in: sentence) { candidates = [man] }
    return [
      Draft(
        type: trigger.form.type,
        trigger: number,
        tokens: trigger.tokens,
        actors: actors,
        recipients: candidates,
        place: sentence.place(from: trigger.tokens.upperBound, to: end),
        rule: "election"
      )
    ]
  }

  /// «أعلن فلان ترشحه للانتخابات»: who stands for it is told before.
  private static func candidate(before trigger: Trigger, in sentence: SentenceReader) -> PartySpan?
  {
    guard trigger.clitics.contains(.to),
      let word = sentence.clamped(trigger.start - 3, trigger.start)
        .last(where: { sentence.scan.has(.candidacy, at: $0) })
    else { return nil }
    return sentence.spans.last {
      $0.tokens.upperBound <= word && $0.kind == .person && $0.clitics.isEmpty
        && word - $0.tokens.upperBound <= 4
    }
  }

  /// Whether a date stands before an election, or so close behind it that nothing else is told between.
  private static func isNear(_ expression: Int32, _ trigger: Trigger, in sentence: SentenceReader)
    -> Bool
  {
    let scan = sentence.scan
    guard let place = sentence.range.first(where: { scan.dateAt[$0] == expression }),
      place >= trigger.tokens.upperBound
    else { return true }
    return place - trigger.tokens.upperBound <= 10
      && !(trigger.tokens.upperBound..<place).contains { index in
        scan.isVerb(at: index) && !scan.has(.relative, at: index - 1)
          && !scan.has([.before, .after], at: index)
          && !scan.triggerForms(at: index).contains { [.light, .happen].contains($0.frame) }
      }
  }
}
