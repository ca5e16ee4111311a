import ArabicText
import Lexicons
import NewsModel

/// A verb with its object in a list: «قطعت … علاقاتها مع», «قدمت … مساعدات إلى», «صوّت … على قرار».
enum ObjectFrame {
  static func drafts(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let trigger = sentence.triggers[number]
    let id = sentence.scan.events.types[Int(trigger.form.type)].id
    switch id {
    case "appointment", "resignation": return OfficeFrame.drafts(number, in: sentence)
    case "sanction", "sanction-relief": return SanctionFrame.drafts(number, in: sentence)
    default: break
    }
    let end = min(
      sentence.clauseEnd(after: trigger.tokens.upperBound - 1),
      trigger.tokens.upperBound + 24
    )
    var all = near(trigger, before: end, in: sentence)
    let isNoun = trigger.form.tense == .noun
    // «إرسال كميات من الأسلحة … التي تطالب بها كييف»: who gives stands right behind the noun.
    if isNoun, id == "aid" {
      all.removeAll { span in
        span.tokens.lowerBound - trigger.tokens.upperBound > 3 && span.clitics.isEmpty
          && span.governor.isDisjoint(with: [.on, .with, .against, .to, .from, .inside, .at])
      }
    }
    var (actors, others) = sides(
      of: all,
      behind: isNoun ? [] : sentence.subjectBefore(trigger.start)
    )
    if actors.isEmpty, trigger.light >= 0 {
      actors = sentence.subjectOf(sentence.triggers[trigger.light], before: trigger.start)
    }
    // «قانون يفرض», «القرار الذي يفرض»: the doer is what stands before the relative.
    if actors.isEmpty, !isNoun, sentence.scan.has(.relative, at: trigger.start - 1) { return [] }
    // «رفضت الحكومات الغربية»: who did it is told, under a name that no table knows.
    if actors.isEmpty, !isNoun, let doer = sentence.collective(at: trigger.tokens.upperBound) {
      actors = [doer]
    }
    // «تعهدت الولايات المتحدة بتقديم مساعدات»
    if actors.isEmpty, isNoun, let giver = sentence.giver(of: number) { actors = [giver] }
    if actors.isEmpty, let subject = sentence.subject(before: trigger.start) { actors = [subject] }
    guard !actors.isEmpty else { return [] }
    // «سنرسل لقاحات»: a man of office who says “we” means his state.
    if trigger.isVerb, trigger.form.number == .first { actors = actors.map(sentence.ownState) }
    // «تلقت الوزارة دعوة من …», «تسلمت الدولة مساعدات من …»: who sent it acts.
    if ["invitation", "message", "aid"].contains(id), sentence.has(.received, at: trigger.start) {
      let senders = all.filter {
        $0.governor.contains(.from) && !sentence.scan.has(.each, at: $0.tokens.lowerBound - 2)
      }
      if !senders.isEmpty { (actors, others) = (senders, actors) }
      // «تسلمت الدولة خمس طائرات»: from whom, nobody says.
      if senders.isEmpty, id == "aid" {
        guard sentence.has(.homograph, at: trigger.start),
          !actors.contains(where: { $0.how == .pronoun })
        else { return [] }
        (actors, others) = ([], actors)
      }
    }
    // «صوّت على قرار بشأن …»: what is voted on takes no part.
    if id == "vote" {
      others.removeAll { $0.governor.isDisjoint(with: [.against]) || sentence.isPlace($0) }
    }
    if id == "aid" {
      // Who gives is named; «تسليمه» hands over a man.
      let isGift = isNoun ? !trigger.form.isPossessed : !trigger.form.hasObject
      let isGiver =
        actors.contains { $0.how != .pronoun } || actors.isEmpty && !others.isEmpty
        || isPledged(number, in: sentence)
      guard isGift, isGiver else { return [] }
    }
    if id == "election",
      !(actors + others).contains(where: { $0.kind == .person && $0.how != .pronoun })
    {
      return []
    }
    if id == "vote", isNoun, !actors.contains(where: { $0.kind == .organisation }) { return [] }
    if id == "vote", trigger.form.hasObject { return [] }
    if id == "vote", actors.allSatisfy({ $0.how == .pronoun }) { return [] }
    if trigger.form.tense == .noun {
      let light = trigger.light >= 0
      guard
        light || isAnnounced(number, in: sentence) || !sentence.dates[number].isEmpty
          || actors.contains(where: { $0.how != .pronoun })
      else { return [] }
    }
    // Whom a resolution speaks of takes no part in the vote.
    return [draft(number, actors, id == "vote" ? [] : others, before: end, in: sentence)]
  }

  /// What a verb or noun with an object tells, with as many of its sides as a chart can name.
  static func draft(
    _ number: Int,
    _ actors: [PartySpan],
    _ others: [PartySpan],
    before end: Int,
    in sentence: SentenceReader
  ) -> Draft {
    let trigger = sentence.triggers[number]
    return Draft(
      type: trigger.form.type,
      trigger: number,
      tokens: trigger.tokens,
      actors: Array(actors.prefix(5)),
      recipients: Array(others.prefix(3)),
      place: sentence.place(from: trigger.tokens.upperBound, to: end),
      rule: "object"
    )
  }

  /// «أعلنت اليابان تقديم مساعدات»: what is announced is the verb's own object.
  private static func isPledged(_ number: Int, in sentence: SentenceReader) -> Bool {
    let trigger = sentence.triggers[number]
    guard isAnnounced(number, in: sentence), trigger.clitics.isEmpty,
      let verb = sentence.triggers[..<number].last
    else { return false }
    return sentence.scan.events.types[Int(verb.form.type)].id == "announcement"
      && !sentence.scan.has([.on, .about, .from, .to, .with], at: trigger.start - 1)
  }

  /// «أعلن العراق إعادة القائم بأعماله»: who announces it does it.
  static func isAnnounced(_ number: Int, in sentence: SentenceReader) -> Bool {
    let trigger = sentence.triggers[number]
    return sentence.triggers[..<number].last.map {
      $0.isVerb && $0.form.frame == .speech && trigger.start - $0.tokens.upperBound <= 12
        && !sentence.crossesClause(from: $0.tokens.upperBound, to: trigger.start)
    } ?? false
  }

  /// «دعوة لزيارة مصر»: where the guest is to go.
  static func isGround(_ span: PartySpan, in sentence: SentenceReader) -> Bool {
    guard span.kind == .state || span.kind == .city else { return false }
    return sentence.scan.tokens.indices.contains(span.tokens.lowerBound - 1)
      && sentence.scan.triggerForms(at: span.tokens.lowerBound - 1).contains {
        $0.frame == .journey
      }
  }

  /// The spans behind a trigger that can be its sides.
  static func near(_ trigger: Trigger, before end: Int, in sentence: SentenceReader) -> [PartySpan]
  {
    sentence.spans.filter {
      $0.tokens.lowerBound >= trigger.tokens.upperBound && $0.tokens.lowerBound < end
        && $0.kind != .place && !sentence.isAside($0) && !isGround($0, in: sentence)
        && !sentence.has(
          .successor,
          in: sentence.clamped($0.tokens.lowerBound - 2, $0.tokens.lowerBound)
        )
    }
  }

  /// Who acts, and on whom: the doers before the verb or right behind it, then its objects.
  static func sides(
    of spans: [PartySpan],
    behind doers: [PartySpan]
  ) -> (actors: [PartySpan], others: [PartySpan]) {
    var actors = doers
    var others: [PartySpan] = []
    for span in spans {
      let isTarget =
        !span.governor.isDisjoint(with: [.on, .with, .against, .to, .from, .inside, .at])
        || !span.clitics.isDisjoint(with: [.to, .by])
      if isTarget || !actors.isEmpty && !span.clitics.contains(.and) && others.isEmpty {
        others.append(span)
      } else if others.isEmpty {
        actors.append(span)
      } else {
        others.append(span)
      }
    }
    return (actors, others)
  }
}
