import ArabicText
import Lexicons
import NewsModel

/// Two who fight one another: «اشتباكات بين متظاهرين والجيش», «اشتبكت القوات مع مسلحين», «قتل جنديان في
/// معارك مع المتمردين».
///
/// Neither struck the other alone, so both must be told; a war that is only spoken of tells of no clash.
enum ClashFrame {
  static func drafts(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let trigger = sentence.triggers[number]
    if sentence.triggers.contains(where: { $0.light == number && $0.isVerb }) { return [] }
    let end = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    guard trigger.isVerb || isTold(number, in: sentence),
      let sides = sides(of: trigger, before: end, in: sentence)
        ?? knownSides(of: number, in: sentence),
      [sides.first, sides.second].contains(where: { sentence.isUnderArms($0) })
        || [sides.first, sides.second].allSatisfy({ $0.kind == .state || $0.kind == .pair })
    else { return [] }
    return [
      Draft(
        type: trigger.form.type,
        trigger: number,
        tokens: trigger.tokens,
        actors: [sides.first],
        recipients: sides.first.kind == .pair
          ? [] : [sides.second] + sentence.joinedSide(to: sides.second, before: end),
        place: place(of: trigger, before: end, in: sentence),
        rule: trigger.isVerb ? "attack" : "attack-clash"
      )
    ]
  }

  /// Where they fought: behind «في», «قرب», or the city that saw it.
  private static func place(of trigger: Trigger, before end: Int, in sentence: SentenceReader)
    -> PartySpan?
  {
    let places = sentence.spans.filter {
      [.city, .place, .state].contains($0.kind) && $0.tokens.lowerBound < end
        && (!$0.governor.isDisjoint(with: [.inside, .at, .side]) || $0.clitics.contains(.by))
    }
    if let behind = places.first(where: { $0.tokens.lowerBound >= trigger.tokens.upperBound }) {
      return behind
    }
    // «في المدينة اشتبك المتظاهرون …»
    if let before = places.last(where: {
      $0.tokens.upperBound <= trigger.start && !$0.governor.isDisjoint(with: [.inside, .at])
    }) {
      return before
    }
    guard trigger.light >= 0 else { return nil }
    // «تشهد المدينة اشتباكات»
    let verb = sentence.triggers[trigger.light]
    return sentence.has(.venue, at: verb.start) && verb.start < trigger.start
      ? sentence.spans.first {
        [.city, .place, .state].contains($0.kind) && $0.clitics.isEmpty
          && (verb.tokens.upperBound..<trigger.start).contains($0.tokens.lowerBound)
      } : nil
  }

  /// Whether the text says that they fought: by a verb, a day, what came of it, or as its news.
  private static func isTold(_ number: Int, in sentence: SentenceReader) -> Bool {
    let scan = sentence.scan
    let trigger = sentence.triggers[number]
    let before = trigger.start - 1
    // «منذ اندلاع القتال», «قبل تجدد المعارك»: what only dates another.
    if sentence.clamped(before - 2, trigger.start).contains(where: {
      scan.has([.since, .before, .not], at: $0)
    }) {
      return false
    }
    if trigger.light >= 0, sentence.triggers[trigger.light].isVerb { return true }
    if trigger.light < 0, !sentence.dates[number].isEmpty { return true }
    let isDone = [before, before - 1, trigger.tokens.upperBound].contains {
      sentence.range.contains($0) && scan.isVerb(at: $0)
    }
    if isDone { return true }
    // «اشتباكات في المدينة بين …»: a headline.
    if trigger.start - sentence.range.lowerBound <= 1, trigger.form.shape == .indefinite {
      return true
    }
    let follows =
      scan.has([.inside, .after, .during], at: before) || trigger.clitics.contains(.by)
      || sentence.has(.result, at: before)
    return follows
      && sentence.clamped(trigger.start - 24, trigger.start)
        .contains { sentence.has(.casualty, at: $0) || scan.isVerb(at: $0) }
  }

  /// The two behind «بين», or one behind «مع» and whoever fought with him.
  private static func sides(of trigger: Trigger, before end: Int, in sentence: SentenceReader)
    -> (first: PartySpan, second: PartySpan)?
  {
    let scan = sentence.scan
    let from = trigger.tokens.upperBound
    // «في محور قتال، اشتباكات مع …»
    if from < end, scan.tokens[from].mark == .comma, trigger.form.shape == .indefinite {
      return nil
    }
    for index in sentence.clamped(from, min(end, from + 12)) {
      if scan.has(.between, at: index), !trigger.isVerb {
        return pair(behind: index, of: trigger, before: end, in: sentence)
      }
      if scan.has([.with, .against], at: index), scan.dateAt[index] < 0 {
        guard let second = sentence.side(at: index + 1, before: end),
          let first = opponent(of: trigger, before: index, in: sentence), !first.means(second)
        else { return nil }
        return (first, second)
      }
      if scan.has([.that, .subordinate, .after, .before], at: index), scan.dateAt[index] < 0 {
        return nil
      }
      // «الاشتباكات اندلعت أمس بين», «التي دارت بين»: its own verb, and no other.
      if scan.isVerb(at: index), index > from + 1, !scan.has(.relative, at: index - 1) {
        return nil
      }
    }
    return nil
  }

  /// «الاشتباكات التي وقعت أمس»: the two whom the last sentences told of together.
  private static func knownSides(of number: Int, in sentence: SentenceReader)
    -> (first: PartySpan, second: PartySpan)?
  {
    let trigger = sentence.triggers[number]
    let two = sentence.memory.together.map { side in
      var known = side
      known.how = .pronoun
      known.governor = []
      known.clitics = []
      return known
    }
    guard !trigger.isVerb, two.count == 2, sentence.memory.togetherAge <= 2,
      trigger.light >= 0 || trigger.form.shape == .definite,
      two.allSatisfy({
        sentence.isUnderArms($0) || [.state, .institution, .pair].contains($0.kind)
      })
    else { return nil }
    return (two[0], two[1])
  }

  /// «بين متظاهرين والجيش», «بين القوات من جهة وبين المسلحين», «بين الطرفين», «بينهما».
  private static func pair(
    behind between: Int,
    of trigger: Trigger,
    before end: Int,
    in sentence: SentenceReader
  ) -> (first: PartySpan, second: PartySpan)? {
    let scan = sentence.scan
    // «بينهما», «بينهم»
    if scan.text.letters(of: scan.tokens[between]).contains(LetterCode.heh) {
      let two = sentence.lastTwo(before: trigger)
      return two.count == 2 ? (two[0], two[1]) : nil
    }
    guard let first = sentence.side(at: between + 1, before: end) else { return nil }
    if first.kind == .pair { return (first, first) }
    let edge = first.tokens.upperBound
    for index in sentence.clamped(edge, min(end, edge + 8)) {
      if scan.has(.between, at: index) {
        return sentence.side(at: index + 1, before: end).map { (first, $0) }
      }
      let isJoined =
        sentence.spans.contains { $0.tokens.lowerBound == index && $0.clitics == .and }
        || scan.tokens[index].kind == .word && scan.dateAt[index] < 0
          && !sentence.spans.contains { $0.tokens.contains(index) }
          && (sentence.isJoined(index) || sentence.opensWithAnd(index))
      if isJoined {
        return sentence.side(at: index, before: end, lead: .and)
          .flatMap { $0.means(first) ? nil : (first, $0) }
      }
      if scan.isVerb(at: index) || scan.has([.that, .subordinate], at: index) { return nil }
    }
    return nil
  }

  /// Who fought with the one behind «مع»: the doer of the verb, or whom it killed.
  private static func opponent(of trigger: Trigger, before with: Int, in sentence: SentenceReader)
    -> PartySpan?
  {
    if trigger.isVerb {
      let next = trigger.tokens.upperBound
      return sentence.fighter(doing: trigger, before: with)
        ?? (trigger.form.number == .single && next < with
          ? sentence.side(at: next, before: with) : nil)
        ?? sentence.subjectPhrase(before: trigger.start)
    }
    if trigger.light >= 0 {
      let verb = sentence.triggers[trigger.light]
      if verb.form.frame == .light, !sentence.has(.venue, at: verb.start),
        verb.start < trigger.start,
        let doer = sentence.fighter(doing: verb, before: trigger.start)
      {
        return doer
      }
    }
    if trigger.form.isPossessed { return sentence.lastDoer(before: trigger.start) }
    var hurt = AttackSides()
    hurt.readVictims(of: trigger, in: sentence)
    return hurt.targets.first
  }
}
