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
    if isOffice, isTask(trigger, in: sentence) { return [] }
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
    // «تولى فلان السلطة متعهدا بهزيمة التنظيم»: behind him stands what he will do.
    if isOffice, let first = all.firstIndex(where: { $0.kind == .person }) {
      let edge = all[first].tokens.upperBound
      all.removeAll {
        $0.tokens.lowerBound > edge
          && [.organisation, .institution, .state, .city].contains($0.kind)
      }
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
    // «فرضت الحكومات الغربية عقوبات»: who did it is told, under a name that no table knows.
    if actors.isEmpty, !isNoun, let doer = sentence.collective(at: trigger.tokens.upperBound) {
      actors = [doer]
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
    // «بعد تنصيبه», «توليه»: whose it was stands before.
    if isOffice, isNoun, trigger.form.isPossessed,
      let subject = sentence.subject(before: trigger.start), subject.kind == .person
    {
      (actors, others) = ([subject], [])
    }
    // «يعتزم الرئيس تعيين فلان»: who appoints stands before the noun.
    if isOffice || id == "resignation", isNoun, !trigger.form.isPossessed,
      !sentence.has(.takes, at: trigger.start),
      let doer = sentence.intending(trigger).first ?? appointer(trigger, in: sentence),
      !all.contains(where: { $0.means(doer) })
    {
      let first = trigger.tokens.upperBound
      var given = all.first { $0.kind == .person }
      // «تعيين فلان الفلاني محافظا»: a name without a title, as the text has it.
      if isOffice, !all.contains(where: { $0.tokens.lowerBound == first }),
        given != nil || all.allSatisfy({ [.city, .state, .place].contains($0.kind) })
      {
        given = sentence.nounPhrase(at: first, before: end, isSure: true) ?? given
      }
      (actors, others) = ([doer], given.map { [$0] } ?? all)
    }
    // «نُصّب فلان رئيسا من جانب علان»
    if isOffice, trigger.form.tense != .imperfect, let doer = sentence.agent(behind: trigger),
      let given = (actors + others).first(where: { $0.tokens.lowerBound < doer.tokens.lowerBound })
    {
      (actors, others) = ([doer], [given])
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

  /// «قامت الحكومة بتعيين فلان»: the doer of the verb that carries the noun.
  private static func appointer(_ trigger: Trigger, in sentence: SentenceReader) -> PartySpan? {
    if let giver = sentence.consenting(to: trigger) { return giver }
    guard trigger.light >= 0 else { return nil }
    let light = sentence.triggers[trigger.light]
    guard light.form.frame == .light, light.start < trigger.start,
      ![.noun, .passive].contains(light.form.tense)
    else { return nil }
    return sentence.subjectOf(light, before: trigger.start).first
  }

  /// «كلف الوزير باستدعاء السفير», «تولى عرضها المتحدث»: a task is no office.
  private static func isTask(_ trigger: Trigger, in sentence: SentenceReader) -> Bool {
    let scan = sentence.scan
    let start = trigger.tokens.upperBound
    if sentence.has(.takes, at: trigger.start), trigger.isVerb, start < sentence.range.upperBound {
      // «تسلم الهدية من مدير الكلية»: who gave something, and no office.
      let taker = sentence.spans.first { $0.tokens.lowerBound >= start }
      let post = sentence.clamped(start, start + 14).first { index in
        scan.has(.post, at: index) && !(taker?.tokens.contains(index) ?? false)
      }
      if trigger.form.needs.contains(.post), let post, scan.has(.from, at: post - 1) {
        return true
      }
      let letters = scan.text.letters(of: scan.tokens[start])
      return letters.count > 4 && letters.last == LetterCode.alef
        && letters[letters.endIndex - 2] == LetterCode.heh && !scan.has(.post, at: start)
        && scan.dateAt[start] < 0 && !sentence.spans.contains { $0.tokens.contains(start) }
    }
    guard sentence.has(.entrusted, at: trigger.start) else { return false }
    // The first word under ب behind whom it was given to.
    let task = sentence.clamped(start, start + 14).first { index in
      scan.tokens[index].kind == .word && scan.tokens[index].letterCount > 4
        && scan.text.letters(of: scan.tokens[index]).first == LetterCode.beh
        && scan.words[index].count > 1 && scan.words[index].clitics(1) == .by
        && scan.events.isCommon(scan.words[index].hash(1))
        && !sentence.spans.contains { $0.tokens.contains(index) }
    }
    guard let task else { return false }
    return !sentence.has(.charge, at: task) && !scan.has(.post, at: task)
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
