import ArabicText
import Lexicons
import NewsModel

/// An attack: «قصفت الطائرات … مواقع», «شنّ هجوماً», «التفجير الذي وقع في».
enum AttackFrame {
  static func drafts(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let scan = sentence.scan
    let trigger = sentence.triggers[number]
    let end = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    if trigger.form.tense != .noun {
      if sentence.triggers.contains(where: { $0.light == number }) { return [] }
      var actors = sentence.subjectBefore(trigger.start)
      let after = sentence.spans.filter {
        $0.tokens.lowerBound >= trigger.tokens.upperBound
          && $0.tokens.lowerBound < min(end, trigger.tokens.upperBound + 20)
      }
      // The doer stands right after the verb; further off is whom it struck.
      if actors.isEmpty, let first = after.first(where: { isFighter($0) && !sentence.isPlace($0) }),
        first.tokens.lowerBound - trigger.tokens.upperBound <= 2
      {
        actors = [first]
      }
      let others = after.filter { span in
        !actors.contains { $0.means(span) } && !sentence.isPlace(span) && isFighter(span)
      }
      let place =
        sentence.place(from: trigger.tokens.upperBound, to: end)
        ?? after.first { [.city, .place].contains($0.kind) }
      let isMilitary =
        actors.contains { $0.kind == .institution || isArmed($0, in: sentence) }
        || (trigger.start..<min(end, trigger.tokens.upperBound + 8)).contains {
          scan.has([.forces], at: $0)
        }
      guard !actors.isEmpty || !others.isEmpty, isMilitary, !others.isEmpty || place != nil
      else { return [] }
      return [
        Draft(
          type: trigger.form.type,
          trigger: number,
          tokens: trigger.tokens,
          actors: Array(actors.prefix(2)),
          recipients: Array(others.prefix(1)),
          place: place,
          rule: "attack"
        )
      ]
    }
    if sentence.scan.events.types[Int(trigger.form.type)].id == "election" {
      return election(number, in: sentence)
    }
    let light = trigger.light >= 0
    let hasDate = !sentence.dates[number].isEmpty || light && !sentence.dates[trigger.light].isEmpty
    let place = sentence.place(from: trigger.tokens.upperBound, to: end)
    var actors = sentence.adjectives(after: trigger.tokens.upperBound)
    if light {
      let verb = sentence.triggers[trigger.light]
      let subject = sentence.subjectOf(verb, before: trigger.start).filter(isFighter)
      for span in subject where !actors.contains(where: { $0.means(span) }) { actors.append(span) }
    }
    let others = sentence.parties(
      from: trigger.tokens.upperBound,
      to: min(end, trigger.tokens.upperBound + 12)
    ).filter { span in isFighter(span) && !actors.contains { $0.means(span) } }
    let isNear = place.map { $0.tokens.lowerBound - trigger.tokens.upperBound <= 4 } ?? false
    let isOne = trigger.form.number != .plural && trigger.form.needs.isEmpty
    guard
      light || hasDate
        || !trigger.form.isPossessed && isNear && isOne
          && !scan.has([.to, .topic], at: trigger.start - 1)
    else { return [] }
    guard place != nil || !actors.isEmpty || !others.isEmpty || light && hasDate else { return [] }
    return [
      Draft(
        type: trigger.form.type,
        trigger: number,
        tokens: trigger.tokens,
        actors: Array(actors.prefix(2)),
        recipients: Array(others.prefix(2)),
        place: place,
        rule: light ? "attack-light" : "attack-noun"
      )
    ]
  }

  /// «انتخابات تشرين الأول المقبلة»: a date makes it one, the state is the one spoken of.
  private static func election(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let trigger = sentence.triggers[number]
    let end = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    let hasDate =
      !sentence.dates[number].isEmpty
      || trigger.light >= 0 && !sentence.dates[trigger.light].isEmpty
    guard hasDate else { return [] }
    var actors = sentence.adjectives(after: trigger.tokens.upperBound)
    let ground = sentence.spans.first {
      $0.tokens.lowerBound >= trigger.tokens.upperBound && $0.tokens.lowerBound < end
        && $0.country >= 0
    }
    if actors.isEmpty, let ground, ground.tokens.lowerBound - trigger.tokens.upperBound <= 8 {
      actors = [sentence.stateOf(ground)]
    }
    if actors.isEmpty,
      let named = sentence.spans.last(where: {
        $0.tokens.upperBound <= trigger.start && $0.country >= 0 && $0.kind != .person
      })
    {
      actors = [sentence.stateOf(named)]
    }
    if actors.isEmpty, let state = sentence.memory.states.last { actors = [state] }
    guard !actors.isEmpty else { return [] }
    return [
      Draft(
        type: trigger.form.type,
        trigger: number,
        tokens: trigger.tokens,
        actors: actors,
        place: sentence.place(from: trigger.tokens.upperBound, to: end),
        rule: "election"
      )
    ]
  }

  static func isFighter(_ span: PartySpan) -> Bool {
    [.state, .institution, .organisation].contains(span.kind)
  }

  private static func isArmed(_ span: PartySpan, in sentence: SentenceReader) -> Bool {
    guard span.kind == .organisation, span.entry >= 0 else { return span.kind == .state }
    return sentence.scan.actors.entries[Int(span.entry)].category == "armed"
  }
}
