import ArabicText
import Lexicons
import NewsModel

/// Checks that a trigger has the sense of its type: «توقع» is not always “signs”, «استقبال» not
/// always of a guest of state.
struct SenseCheck {
  let sentence: SentenceReader

  var scan: ArticleScan { sentence.scan }

  func holds(_ draft: Draft) -> Bool {
    let trigger = sentence.triggers[draft.trigger]
    if sentence.has(.homograph, at: trigger.start), trigger.isVerb, !hasObjectNear(draft, trigger) {
      return false
    }
    // «منذ فجر التاريخ»: the dawn.
    if sentence.has(.homograph, at: trigger.start), !trigger.isVerb,
      trigger.form.frame == .strike
    {
      return false
    }
    if isOfStrings(draft, trigger) { return false }
    if isOfRecalledState(draft, trigger) || isOneSided(draft, trigger) { return false }
    if isOfStranger(draft, trigger) || isFarFetched(draft, trigger) { return false }
    if isOfFarPlace(draft, trigger) { return false }
    switch scan.events.types[Int(draft.type)].id {
    case "visit" where trigger.form.frame == .journey && isTourAtHome(draft, trigger): return false
    case "visit"
    where trigger.form.frame == .journey && draft.place == nil
      && sentence.dates[draft.trigger].isEmpty && trigger.form.shape != .possessed:
      return draft.actors.contains { $0.how != .pronoun }
    case "message": return draft.parties.contains { $0.how != .pronoun && $0.entry >= 0 }
    case "aid": return isAid(draft, trigger)
    case "meeting": return isMeeting(draft, trigger)
    case "resignation": return draft.actors.contains { $0.entry >= 0 || $0.country >= 0 }
    case "round": return isRound(draft, trigger)
    case "arrival": return isArrival(draft, trigger)
    case "sanction", "sanction-relief": return isSanction(draft, trigger)
    case "election": return !isAdjective(trigger)
    case "appointment": return isAppointment(draft, trigger)
    case "vote": return isVote(draft, trigger)
    case "agreement":
      return !(draft.parties.count == 1 && draft.parties[0].kind == .person)
        && !isStanding(draft, trigger)
        && !sentence.has(.warrant, at: trigger.tokens.upperBound)
    case "ceasefire": return !isStanding(draft, trigger)
    case "attack": return isAttack(draft, trigger)
    case "withdrawal": return isWithdrawal(draft, trigger)
    default: return true
    }
  }

  /// What a homograph needs stands within five words after it, and before a clause; behind a
  /// named doer it may stand farther off.
  private func hasObjectNear(_ draft: Draft, _ trigger: Trigger) -> Bool {
    guard !trigger.form.needs.isEmpty || trigger.form.frame == .strike else { return false }
    if trigger.form.hasObject { return false }
    // «فجّر انتحاري نفسه»: the doer right behind it, and a day is none.
    if trigger.form.frame == .strike {
      return draft.actors.contains {
        $0.how != .pronoun && $0.tokens.lowerBound == trigger.tokens.upperBound
      }
    }
    let isDone = draft.actors.contains { span in
      span.how != .pronoun && span.tokens.lowerBound >= trigger.tokens.upperBound
        && (trigger.tokens.upperBound..<span.tokens.lowerBound).allSatisfy { scan.dateAt[$0] >= 0 }
    }
    let reach = isDone ? 30 : 5
    for index in sentence.clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + reach) {
      // «تسلم … هدية من مدير»: from whom, not what.
      if scan.has(trigger.form.needs, at: index), !scan.has(.from, at: index - 1) { return true }
      if scan.has([.that, .relative], at: index) { return false }
      // «أمضى الاتحاد 20 عاما في التفاوض على اتفاقية»: time is what he spent.
      if trigger.form.frame == .sign, scan.dateAt[index] >= 0,
        scan.expressions[Int(scan.dateAt[index])].kind == .duration
      {
        return false
      }
      if !isDone, scan.tokens[index].kind == .mark { return false }
    }
    return false
  }

  /// Messages and recognitions told by their nouns or by a verb of saying: between whom, or of what.
  func isTold(_ draft: Draft) -> Bool {
    let trigger = sentence.triggers[draft.trigger]
    switch scan.events.types[Int(draft.type)].id {
    case "message":
      return draft.parties.filter { $0.how != .pronoun && ($0.entry >= 0 || $0.office >= 0) }
        .count >= 2
    case "recognition":
      return draft.recipients.contains {
        $0.country >= 0 && ($0.clitics.contains(.by) || $0.tokens.lowerBound > trigger.start)
      }
    case "resignation":
      return draft.actors.contains { $0.how != .pronoun && ($0.entry >= 0 || $0.country >= 0) }
    default: return true
    }
  }

  /// «عندما يغادر المراهق منزله»: the word after the verb is the doer, and he is no party.
  private func isOfStranger(_ draft: Draft, _ trigger: Trigger) -> Bool {
    switch trigger.form.frame {
    case .go, .travel: break
    default: return false
    }
    let next = trigger.tokens.upperBound
    guard trigger.isVerb, trigger.form.number == .single, next < sentence.range.upperBound,
      scan.tokens[next].kind == .word, scan.tokens[next].gap < .line, scan.dateAt[next] < 0,
      scan.isCommon(at: next), scan.words[next].classes.isEmpty,
      !sentence.spans.contains(where: { $0.tokens.contains(next) })
    else { return false }
    let letters = scan.text.letters(of: scan.tokens[next])
    guard letters.count > 3, letters.first == LetterCode.alef,
      letters[letters.startIndex + 1] == LetterCode.lam
    else { return false }
    return !draft.actors.contains { $0.tokens.lowerBound >= next }
  }

  /// A press conference is a statement, a weekly sitting no news, a guest a person of office.
  private func isMeeting(_ draft: Draft, _ trigger: Trigger) -> Bool {
    let after = sentence.clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 2)
    if sentence.has(.press, at: trigger.tokens.upperBound) { return false }
    // «يجتمع فيه مواطنو بوركينا فاسو»: nobody meets a state.
    if trigger.form.frame == .encounter, draft.actors.contains(where: { $0.kind == .person }),
      draft.recipients.allSatisfy({
        $0.kind == .state && $0.moreCountries.isEmpty && !$0.governor.contains(.with)
          && !$0.clitics.contains(.by)
      })
    {
      return false
    }
    // «تم بحث الأوضاع … واتفاق … مع إيران»: what was talked about, and not with whom.
    if trigger.form.frame == .discuss, draft.actors.allSatisfy({ $0.how == .pronoun }),
      !trigger.isVerb
        || sentence.triggers.contains(where: {
          $0.tokens.upperBound == trigger.start && $0.form.frame == .happen
        })
    {
      return false
    }
    if isDoerTakenForMet(draft, trigger) || isSittingAtHome(draft, trigger) { return false }
    if isOfOneNamedSide(draft, trigger) { return false }
    if trigger.form.frame == .event, trigger.form.number == .single,
      sentence.has(.routine, in: after)
    {
      return false
    }
    if draft.rule == "reception" { return isOfKnownSides(draft) }
    if sentence.has(.reception, at: trigger.start) {
      // «كان في استقباله»: who stood at the airport.
      if !trigger.isVerb, scan.has(.inside, at: trigger.start - 1) { return false }
      // «استقبالهم»: of people that nobody names.
      if !trigger.isVerb, trigger.form.shape == .shared { return false }
      let near = sentence.clamped(trigger.start - 3, trigger.tokens.upperBound + 3)
      if sentence.has([.crowd, .facility], in: near) { return false }
      if sentence.has(.facility, in: sentence.clamped(trigger.start - 7, trigger.start)),
        trigger.isVerb
      {
        return false
      }
      let guests = draft.parties.filter { [.person, .office, .institution].contains($0.kind) }
      return !guests.isEmpty && draft.parties.count >= 2
    }
    return isOfKnownSides(draft)
  }

  /// «الحوار» alone is a process: it is a round by its date, its number or what is held.
  private func isRound(_ draft: Draft, _ trigger: Trigger) -> Bool {
    // «في إطار تفاوضي», «يعود إلى طاولة المفاوضات»
    if isAdjective(trigger) || sentence.has(.theme, at: trigger.start - 1) { return false }
    // It takes two to talk, or a body that means several.
    let sides = draft.parties.reduce(0) {
      $0 + ($1.kind == .pair ? 2 : 1 + $1.moreCountries.count)
    }
    if sides < 2, draft.ordinal == nil, trigger.form.needs.isEmpty { return false }
    if draft.ordinal == nil, isOfOneNamedSide(draft, trigger) { return false }
    // «عن طريق الحوار، وهذا ما تم»: who speaks of talks does not hold them.
    if trigger.form.shape == .definite, trigger.form.needs.isEmpty, draft.ordinal == nil,
      draft.parties.contains(where: {
        $0.how == .pronoun && $0.kind != .pair
          && $0.tokens.lowerBound < sentence.range.lowerBound
      })
    {
      return false
    }
    guard trigger.form.needs.isEmpty, draft.ordinal == nil,
      sentence.dates[draft.trigger].isEmpty
    else { return true }
    if trigger.light >= 0 {
      // «أن تؤدي المفاوضات إلى»: only a verb that was tells that they were held.
      let light = sentence.triggers[trigger.light]
      return light.form.frame == .happen
        || [.past, .passive, .future].contains(light.form.tense)
    }
    if trigger.clitics.contains(.by) { return false }
    // «المفاوضات الثلاثية بين تركيا والسويد وفنلندا تم تأجيلها»: what is put off or broken off had been set.
    if sides > 1, draft.parties.allSatisfy({ $0.how != .pronoun }),
      StatusReader(sentence: sentence).putOff(trigger) != nil
    {
      return true
    }
    return trigger.form.shape == .indefinite || scan.has([.after], at: trigger.start - 1)
  }

  /// «وصولا إلى» is “up to”; letters, aid and prices arrive too.
  private func isArrival(_ draft: Draft, _ trigger: Trigger) -> Bool {
    if !trigger.isVerb, trigger.form.shape == .indefinite,
      scan.text.letters(of: scan.tokens[trigger.start]).last == LetterCode.alef
    {
      return false
    }
    let after = sentence.clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 2)
    // «وصل مئات العناصر إلى»: they came, not whom the text spoke of.
    if draft.actors.allSatisfy({ $0.how == .pronoun }), sentence.has(.many, in: after) {
      return false
    }
    return !sentence.has(.thing, in: after)
  }

  /// «قيود», «حظر», «حصار» are sanctions when a state is under them.
  private func isSanction(_ draft: Draft, _ trigger: Trigger) -> Bool {
    guard
      let object = sentence.clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 9)
        .first(where: { scan.has(trigger.form.needs, at: $0) })
    else { return true }
    // «أكد أن فرض عقوبات قد يؤدي إلى»: what is said of them, not that they were imposed.
    if !trigger.isVerb, scan.has(.that, at: trigger.start - 1) { return false }
    // Who imposes them is named: whoever the text spoke of before need not be.
    if draft.actors.allSatisfy({ $0.how == .pronoun }), trigger.light < 0 {
      let isAnnouncers = sentence.triggers.contains {
        $0.isVerb && $0.form.frame == .speech && $0.start < trigger.start
          && trigger.start - $0.tokens.upperBound <= 8
          && scan.events.types[Int($0.form.type)].id == "announcement"
      }
      if !trigger.isVerb, !isAnnouncers { return false }
    }
    // «لقاء رفع تدريجي للعقوبات», «رفض رفع العقوبات»: a noun that nobody announces or dates.
    if !trigger.isVerb, trigger.light < 0, sentence.dates[draft.trigger].isEmpty {
      let isAnnounced = sentence.triggers.contains {
        $0.isVerb && $0.start < trigger.start && trigger.start - $0.tokens.upperBound <= 12
      }
      if !isAnnounced { return false }
    }
    guard sentence.has(.mild, at: object) else { return true }
    // «فرضت الشرطة حصارا على الحي»: only what a state lays on another is one.
    let doers = Set(draft.actors.map(\.country))
    return draft.parties.contains { span in
      span.country >= 0 && span.tokens.lowerBound > object && !doers.contains(span.country)
        && span.tokens.lowerBound - object <= 8
        && (!span.governor.isDisjoint(with: [.on, .against, .about, .from, .to])
          || span.clitics.contains(.to))
    }
  }

  /// «تجمع انتخابي»: the noun with ي is an adjective.
  private func isAdjective(_ trigger: Trigger) -> Bool {
    trigger.form.tense == .noun && trigger.form.number != .plural
      && scan.text.letters(of: scan.tokens[trigger.start]).last == LetterCode.yeh
  }

  /// «الانسحاب من التطوع»: somebody's leaving of something that is no ground.
  private func isWithdrawal(_ draft: Draft, _ trigger: Trigger) -> Bool {
    let after = sentence.clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 2)
    guard trigger.form.tense == .noun else { return !sentence.has(.thing, in: after) }
    // «انسحاب … من الاتفاق»: no forces leave.
    let near = sentence.clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 6)
    if sentence.dates[draft.trigger].isEmpty,
      near.contains(where: { scan.has(.from, at: $0) && scan.has(.document, at: $0 + 1) })
    {
      return false
    }
    // «مبادرة تقوم على انسحاب»
    if scan.has(.on, at: trigger.start - 1), sentence.has(.tenet, at: trigger.start - 2) {
      return false
    }
    // A list of aims: «على أساس … وانسحاب …».
    if trigger.clitics.contains(.and), sentence.dates[draft.trigger].isEmpty {
      let before = sentence.clamped(trigger.start - 14, trigger.start)
      if sentence.has(.tenet, in: before) { return false }
    }
    return draft.place != nil || draft.parties.contains { $0.how != .pronoun }
      || !sentence.dates[draft.trigger].isEmpty
      || sentence.clamped(trigger.start - 5, trigger.tokens.upperBound + 5)
        .contains { scan.has(.forces, at: $0) }
  }
}
