import ArabicText
import Lexicons
import NewsModel

/// Forces leave: «ستسحب قواتها», «انسحاب القوات …», «مغادرة … قوات».
enum WithdrawalFrame {
  static func drafts(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let scan = sentence.scan
    let trigger = sentence.triggers[number]
    let end = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    let isNoun = trigger.form.tense == .noun
    // «انسحاب … من المحادثات» moves nobody.
    let talks = (trigger.tokens.upperBound..<min(end, trigger.tokens.upperBound + 6)).contains {
      scan.has(.talks, at: $0) && scan.has(.from, at: $0 - 1)
    }
    if talks { return [] }
    // «سيارات تعود إلى عناصر التنظيم»: whose they are.
    if trigger.form.tense == .imperfect, trigger.form.needs.contains(.forces),
      scan.has(.to, at: trigger.tokens.upperBound)
    {
      return []
    }
    // «انسحب» asks for forces or a state; a man may withdraw from a race.
    let forces = nearForces(trigger, in: sentence)
    let after = sentence.spans.filter {
      $0.tokens.lowerBound >= trigger.tokens.upperBound
        && $0.tokens.lowerBound < min(end, trigger.tokens.upperBound + 14)
    }
    let place =
      after.first {
        [.state, .city, .place].contains($0.kind)
          && (!$0.governor.isDisjoint(with: [.from, .inside]) || $0.clitics.contains(.by))
      }
    var actors: [PartySpan] = sentence.adjectives(after: trigger.tokens.upperBound)
    if actors.isEmpty,
      let body = after.first(where: { span in
        [.institution, .organisation, .state].contains(span.kind)
          && span.tokens.lowerBound != place?.tokens.lowerBound
          && span.tokens.lowerBound - trigger.tokens.upperBound <= (isNoun ? 4 : 8)
          && span.governor.isDisjoint(with: [.inside, .from, .to])
          || span.kind == .organisation && span.tokens.lowerBound - trigger.tokens.upperBound <= 8
      })
    {
      actors = [body]
    }
    if actors.isEmpty, !isNoun {
      actors = sentence.subjectBefore(trigger.start)
    }
    if actors.isEmpty, trigger.form.isPossessed || !isNoun || forces,
      let subject = sentence.subject(before: trigger.start)
    {
      actors = [subject]
    }
    guard forces || actors.contains(where: { $0.kind == .state || $0.kind == .institution })
    else { return [] }
    guard !actors.isEmpty else { return [] }
    if !trigger.form.isPossessed || !isNoun,
      actors.allSatisfy({ $0.how == .pronoun && $0.kind != .pair }),
      !forces || actors.contains(where: { $0.kind == .person })
    {
      return []
    }
    // A person's forces are his state's.
    actors = actors.map { sentence.stateOf($0) }
    if isNoun {
      let light = trigger.light >= 0
      let hasDate = !sentence.dates[number].isEmpty
      guard
        light || hasDate || forces || place != nil || trigger.form.shape != .definite
          || !scan.has(.topic, at: trigger.start - 1)
      else { return [] }
    }
    return [
      Draft(
        type: trigger.form.type,
        trigger: number,
        tokens: trigger.tokens,
        actors: actors,
        place: place,
        rule: isNoun ? "withdrawal-noun" : "withdrawal"
      )
    ]
  }

  private static func nearForces(_ trigger: Trigger, in sentence: SentenceReader) -> Bool {
    let low = max(sentence.range.lowerBound, trigger.start - 6)
    let high = min(sentence.range.upperBound, trigger.tokens.upperBound + 7)
    return (low..<high).contains { sentence.scan.has(.forces, at: $0) }
  }
}

extension SentenceReader {
  /// The state of a person who speaks for it: named as he is named, and not only recalled.
  func ownState(_ span: PartySpan) -> PartySpan {
    var state = stateOf(span)
    state.how = span.how
    return state
  }

  /// The state of a person or an office, when it acts through its forces.
  func stateOf(_ span: PartySpan) -> PartySpan {
    guard span.country >= 0 else { return span }
    let isOfState =
      span.kind == .person || span.kind == .office
      || span.kind == .organisation && span.entry >= 0
        && scan.actors.entries[Int(span.entry)].category == "government"
    guard isOfState else { return span }
    var state = span
    state.kind = .state
    state.entry = span.country
    state.name = nil
    state.antecedent = -1
    state.how = .pronoun
    return state
  }
}
