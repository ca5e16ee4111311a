import ArabicText
import Lexicons
import NewsModel

/// A verb with its object in a list: «فرضت … عقوبات على», «قطعت … علاقاتها مع», «عُيّن … سفيراً».
enum ObjectFrame {
  static func drafts(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let trigger = sentence.triggers[number]
    let id = sentence.scan.events.types[Int(trigger.form.type)].id
    let isOffice = id == "appointment"
    // «تسلم الأمير أوراق اعتماد السفير»: what he took is no office.
    if isOffice, sentence.handsOverPapers(after: trigger) { return [] }
    let isSanction = id.hasPrefix("sanction")
    // Whom an office was given stands near; what follows is another matter.
    let end = min(
      sentence.clauseEnd(after: trigger.tokens.upperBound - 1),
      trigger.tokens.upperBound + (isOffice ? 14 : 24)
    )
    var all = sentence.spans.filter {
      $0.tokens.lowerBound >= trigger.tokens.upperBound && $0.tokens.lowerBound < end
        && $0.kind != .place && !sentence.isAside($0)
        && !($0.kind == .city && $0.clitics.contains(.to) && isOffice)
        && !isGround($0, in: sentence)
        && !(isOffice && $0.kind == .office && $0.entry < 0 && isPredicate($0, in: sentence))
        && !sentence.has(
          .successor,
          in: sentence.clamped($0.tokens.lowerBound - 2, $0.tokens.lowerBound)
        )
    }
    let isNoun = trigger.form.tense == .noun
    // «إرسال كميات من الأسلحة … التي تطالب بها كييف»: who gives stands right behind the noun.
    if isNoun, id == "aid" || isSanction {
      all.removeAll { span in
        span.tokens.lowerBound - trigger.tokens.upperBound > 3 && span.clitics.isEmpty
          && span.governor.isDisjoint(with: [.on, .with, .against, .to, .from, .inside, .at])
      }
    }
    // «تولى الحكم بعد وفاة والده الملك …»
    if isOffice,
      let after = (trigger.tokens.upperBound..<end).first(where: {
        sentence.scan.has(.after, at: $0)
      })
    {
      all.removeAll { $0.tokens.lowerBound > after }
    }
    var actors = isNoun ? [] : sentence.subjectBefore(trigger.start)
    var others: [PartySpan] = []
    // «فرض عقوبات على مسؤولي المحكمة»: who stands behind «على» is struck.
    let on =
      isSanction ? (trigger.tokens.upperBound..<end).first { sentence.scan.has(.on, at: $0) } : nil
    for span in all {
      let isTarget =
        (on.map { $0 < span.tokens.lowerBound } ?? false)
        || !span.governor.isDisjoint(with: [.on, .with, .against, .to, .from, .inside, .at])
        || !span.clitics.isDisjoint(with: [.to, .by])
      if isTarget || !actors.isEmpty && !span.clitics.contains(.and) && others.isEmpty {
        others.append(span)
      } else if others.isEmpty {
        actors.append(span)
      } else {
        others.append(span)
      }
    }
    if id == "sanction", others.isEmpty, let on {
      others = sentence.statesOfAdjectives(from: on, to: min(end, on + 5))
    }
    if actors.isEmpty, trigger.light >= 0 {
      actors = sentence.subjectOf(sentence.triggers[trigger.light], before: trigger.start)
    }
    // «قانون يفرض», «القرار الذي يفرض»: the doer is what stands before the relative.
    if actors.isEmpty, !isNoun, sentence.scan.has(.relative, at: trigger.start - 1) { return [] }
    // «عيّنه الرئيس»: whom, the text before says, or nobody knows.
    if isOffice, trigger.form.hasObject, !isNoun {
      guard let subject = sentence.subject(before: trigger.start), subject.kind == .person,
        subject.entry >= 0, !actors.contains(where: { $0.means(subject) })
      else { return [] }
      others = [subject]
    }
    if actors.isEmpty, let subject = sentence.subject(before: trigger.start) { actors = [subject] }
    guard !actors.isEmpty else { return [] }
    // «سنرسل لقاحات»: a man of office who says “we” means his state.
    if trigger.isVerb, trigger.form.number == .first { actors = actors.map(sentence.ownState) }
    // «تلقت الوزارة دعوة من …»: who sent it acts.
    if id == "invitation" || id == "message", sentence.has(.received, at: trigger.start) {
      let senders = all.filter {
        $0.governor.contains(.from) && !sentence.scan.has(.each, at: $0.tokens.lowerBound - 2)
      }
      if !senders.isEmpty { (actors, others) = (senders, actors) }
    }
    // «صوّت على قرار بشأن …»: what is voted on takes no part.
    if id == "vote" {
      others.removeAll { $0.governor.isDisjoint(with: [.against]) || sentence.isPlace($0) }
    }
    if id == "aid" {
      // Who gives is named; «تسليمه» hands over a man.
      let isGift = isNoun ? !trigger.form.isPossessed : !trigger.form.hasObject
      let isGiver = actors.contains { $0.how != .pronoun } || isPledged(number, in: sentence)
      guard isGift, isGiver else { return [] }
    }
    if id == "election",
      !(actors + others).contains(where: { $0.kind == .person && $0.how != .pronoun })
    {
      return []
    }
    // «تكليف فلان مبعوثا»: the office is what he got.
    if isOffice, (actors + others).contains(where: { $0.kind == .person }) {
      others.removeAll {
        $0.kind == .office && $0.entry < 0 || $0.kind == .state || $0.kind == .city
      }
    }
    if id == "appointment", actors.allSatisfy({ $0.kind == .state }) { return [] }
    // «بعد تولي حكومة … السلطة»: whose it was is not who the sentence spoke of before.
    if isNoun, id == "appointment" || id == "resignation", !trigger.form.isPossessed,
      !(actors + others).contains(where: {
        $0.how != .pronoun && ($0.kind == .person || $0.kind == .office)
      })
    {
      return []
    }
    if id == "vote", isNoun, !actors.contains(where: { $0.kind == .organisation }) { return [] }
    if id == "resignation" || id == "appointment" {
      let isNear = sentence.spans.contains { span in
        (span.kind == .person || span.kind == .office || span.kind == .institution)
          && span.tokens.lowerBound - trigger.tokens.upperBound <= 6
          && trigger.start - span.tokens.upperBound <= 8
      }
      guard isNear || !sentence.dates[number].isEmpty else { return [] }
    }
    if id.hasPrefix("sanction"),
      !(actors + others).contains(where: {
        AttackFrame.isFighter($0) && $0.how != .pronoun || $0.kind == .city
      })
    {
      return []
    }
    if id == "vote", trigger.form.hasObject { return [] }
    if id == "vote", actors.allSatisfy({ $0.how == .pronoun }) { return [] }
    // Whom an office was given must be named.
    if trigger.form.needs.contains(.post), all.isEmpty,
      sentence.subjectBefore(trigger.start).isEmpty,
      !isNoun, sentence.dates[number].isEmpty
    {
      return []
    }
    if trigger.form.tense == .noun {
      let light = trigger.light >= 0
      guard
        light || isAnnounced(number, in: sentence) || !sentence.dates[number].isEmpty
          || actors.contains(where: { $0.how != .pronoun })
      else { return [] }
    }
    return [
      Draft(
        type: trigger.form.type,
        trigger: number,
        tokens: trigger.tokens,
        actors: Array(actors.prefix(5)),
        // Whom a resolution speaks of takes no part in the vote.
        recipients: id == "vote" ? [] : Array(others.prefix(3)),
        place: sentence.place(from: trigger.tokens.upperBound, to: end),
        rule: "object"
      )
    ]
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
  private static func isAnnounced(_ number: Int, in sentence: SentenceReader) -> Bool {
    let trigger = sentence.triggers[number]
    return sentence.triggers[..<number].last.map {
      $0.isVerb && $0.form.frame == .speech && trigger.start - $0.tokens.upperBound <= 12
        && !sentence.crossesClause(from: $0.tokens.upperBound, to: trigger.start)
    } ?? false
  }

  /// «دعوة لزيارة مصر»: where the guest is to go.
  private static func isGround(_ span: PartySpan, in sentence: SentenceReader) -> Bool {
    guard span.kind == .state || span.kind == .city else { return false }
    return sentence.scan.tokens.indices.contains(span.tokens.lowerBound - 1)
      && sentence.scan.triggerForms(at: span.tokens.lowerBound - 1).contains {
        $0.frame == .journey
      }
  }

  /// «رئيسا للبلاد»: what he became, and nobody.
  private static func isPredicate(_ span: PartySpan, in sentence: SentenceReader) -> Bool {
    let letters = sentence.scan.text.letters(of: sentence.scan.tokens[span.tokens.lowerBound])
    return letters.count > 3 && letters.last == LetterCode.alef
  }
}
