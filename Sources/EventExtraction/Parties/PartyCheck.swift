import ArabicText
import Lexicons
import NewsModel

/// Takes out of an event's parties who only tells of it, and strings that name nobody.
///
/// «قال المتحدث إن الهجوم …»: the speaker stands first in the sentence, so a frame that lacks a
/// doer takes him. He stays where he may be the other side: «قال ماكرون إن محادثاته مع …».
struct PartyCheck {
  let sentence: SentenceReader

  private var scan: ArticleScan { sentence.scan }

  func cleaned(_ draft: Draft) -> Draft {
    let trigger = sentence.triggers[draft.trigger]
    switch trigger.form.frame {
    case .speech, .word: return draft
    default: break
    }
    var cleaned = draft
    // «قال X … خلال لقاء جمعه مع Y»: he whom it brought together is the speaker.
    let light = trigger.light >= 0 ? sentence.triggers[trigger.light] : nil
    let isGathered = light.map { $0.form.hasObject && $0.form.frame != .light } ?? false
    // «أعلنت الحركة أن مقاتليها شنوا هجوما»: hers they are.
    let isOfSpeaker =
      light.map { sentence.has(.fighters, at: $0.start - 1) && sentence.isOwned($0.start - 1) }
      ?? false
    let speakers =
      trigger.isVerb || isGathered || isOfSpeaker ? [] : speakers(before: trigger.start)
    if !speakers.isEmpty, trigger.form.shape == .indefinite || trigger.form.shape == .definite {
      let rest = draft.parties.filter { span in !speakers.contains { $0.tokens == span.tokens } }
      // «قالت الوزارة إن محادثات أجراها فلان»: who held them stands behind the verb.
      let isHeldByOther =
        (light.map { $0.form.hasObject && $0.form.frame == .light && $0.start > trigger.start }
          ?? false) && rest.allSatisfy { $0.governor.isDisjoint(with: [.with, .between]) }
      if rest.count >= 2 || rest.count == 1 && (isHeldByOther || !isBilateral(trigger)) {
        cleaned.remove { span in speakers.contains { $0.tokens == span.tokens } }
      }
    }
    cleaned.remove(where: isJunk)
    let persons = cleaned.parties.filter { $0.kind == .person && $0.how != .pronoun }
    cleaned.remove { span in
      persons.contains { isTitle(span, of: $0) || isBody(span, of: $0) || isLed(span, by: $0) }
    }
    // «بحث الوزير مع نظيره … العلاقات بين البلدين»: who met is named.
    let named = cleaned.parties.reduce(0) { count, span in
      let isNamed =
        span.how != .pronoun
        && ([.person, .office, .institution, .state].contains(span.kind)
          || span.kind == .thing)
      return isNamed ? count + 1 + span.moreCountries.count : count
    }
    if named >= 2 {
      cleaned.actors.removeAll { $0.kind == .pair }
      cleaned.recipients.removeAll { $0.kind == .pair }
    }
    if isTurned(cleaned, trigger) { swap(&cleaned.actors, &cleaned.recipients) }
    cleaned.actors = cleaned.actors.map(unnamed)
    cleaned.recipients = cleaned.recipients.map(unnamed)
    return cleaned
  }

  /// «خلال استقباله وزير الخارجية، رئيس البرلمان يؤكد»: right behind the noun stands the guest, and the host whom
  /// its pronoun means comes after him.
  private func isTurned(_ draft: Draft, _ trigger: Trigger) -> Bool {
    guard trigger.form.isPossessed, !trigger.isVerb, draft.actors.count == 1,
      draft.recipients.count == 1, let guest = draft.actors.first,
      let host = draft.recipients.first,
      guest.tokens.lowerBound == trigger.tokens.upperBound, guest.clitics.isEmpty,
      !guest.governor.contains(.with),
      host.tokens.lowerBound > guest.tokens.upperBound
    else { return false }
    return scan.tokens[guest.tokens.upperBound].mark == .comma
      && host.tokens.lowerBound == guest.tokens.upperBound + 1 && host.clitics.isEmpty
  }

  /// Nouns of two sides, one of which may well be the speaker's.
  private func isBilateral(_ trigger: Trigger) -> Bool {
    switch trigger.form.frame {
    case .event, .journey, .sign, .agree: true
    default: false
    }
  }

  /// Who says what a token stands in: «قال X … إن».
  private func speakers(before index: Int) -> [PartySpan] {
    guard
      let verb = sentence.triggers.last(where: {
        $0.start < index && $0.form.frame == .speech && $0.isVerb
      }),
      (verb.start..<index).contains(where: {
        scan.has(.that, at: $0) || scan.tokens[$0].mark == .colon || sentence.opensQuote($0)
      })
    else { return [] }
    let before = sentence.subjectBefore(verb.start)
    if !before.isEmpty { return before }
    let end = (verb.tokens.upperBound..<index).first { scan.has(.that, at: $0) } ?? index
    return Array(sentence.parties(from: verb.tokens.upperBound, to: end).prefix(1))
  }

  /// «المبعوث الأميركي إلى المنطقة فلان»: an office before a man names him once more.
  private func isTitle(_ span: PartySpan, of person: PartySpan) -> Bool {
    let edge = span.tokens.upperBound
    guard span.kind == .office, span.entry < 0, !scan.has(.body, at: span.tokens.lowerBound),
      span.moreCountries.isEmpty, person.clitics.isEmpty,
      span.country < 0 || person.country < 0 || span.country == person.country
    else { return false }
    return person.tokens.lowerBound > edge && person.tokens.lowerBound - edge <= 4
      // «التقى الوزير التونسي أمس الأمين العام»: behind a day stands another man.
      && (edge..<person.tokens.lowerBound).allSatisfy {
        scan.tokens[$0].kind == .word && scan.dateAt[$0] < 0
      }
  }

  /// «وفدا أميركيا يرأسه المبعوث فلان»: he stands for his delegation.
  private func isLed(_ span: PartySpan, by person: PartySpan) -> Bool {
    let between = span.tokens.upperBound..<max(span.tokens.upperBound, person.tokens.lowerBound)
    guard between.count <= 12, span.kind != .organisation, isDelegation(span.tokens.lowerBound)
    else { return false }
    return between.contains { scan.has(.chaired, at: $0) }
      && between.allSatisfy { scan.tokens[$0].gap < .line && scan.tokens[$0].mark != .comma }
  }

  /// «وفد», «الوفد», «وفدا».
  private func isDelegation(_ index: Int) -> Bool {
    var letters = scan.text.letters(of: scan.tokens[index])
    if letters.starts(with: [LetterCode.alef, LetterCode.lam]) { letters = letters.dropFirst(2) }
    return letters.starts(with: [LetterCode.waw, LetterCode.feh, LetterCode.dal])
  }

  /// «السيناتور فلان من لجنة العلاقات», «رئيس لجنة العلاقات، السيناتور فلان»: a body that tells who a man is.
  private func isBody(_ span: PartySpan, of person: PartySpan) -> Bool {
    guard span.kind == .organisation || span.kind == .institution else { return false }
    let start = span.tokens.lowerBound
    let isBehind =
      span.governor.contains(.from) && span.clitics.isEmpty
      && person.tokens.upperBound == start - 1
    let isBefore =
      scan.has(.lead, at: start - 1) && person.clitics.isEmpty
      && (1...5).contains(person.tokens.lowerBound - span.tokens.upperBound)
      && (span.tokens.upperBound..<person.tokens.lowerBound).contains {
        scan.tokens[$0].mark == .comma
      }
    return isBehind || isBefore
  }

  /// An unknown name that is none: one accusative word, or one that a preposition opens.
  private func isJunk(_ span: PartySpan) -> Bool {
    guard span.entry < 0, span.country < 0, span.office < 0, span.antecedent < 0,
      span.kind == .person || span.kind == .organisation, let name = span.name,
      let first = name.first, let last = name.last, last < scan.tokens.count,
      !sentence.has([.fighters, .fighter, .troops, .people], at: first)
    else { return false }
    if name.count == 1, span.tokens.count == 1 { return true }
    if scan.has([.relative, .that, .with, .between, .to, .from, .inside], at: last) { return true }
    if scan.words[first].classes.contains(.verb) { return true }
    return name.contains { scan.isVerb(at: $0) } || !isName(name)
  }

  /// Whether words can be a name: none carries a possessor («بنودها») or opens with «بال», «لل».
  private func isName(_ words: Range<Int>) -> Bool {
    words.allSatisfy { index in
      let letters = scan.text.letters(of: scan.tokens[index])
      guard letters.count >= 5 else { return true }
      let isOwned =
        letters.last == LetterCode.alef && letters[letters.endIndex - 2] == LetterCode.heh
      let isLed =
        letters[letters.startIndex + 1] == LetterCode.alef
        && letters[letters.startIndex + 2] == LetterCode.lam
        && [LetterCode.beh, LetterCode.waw, LetterCode.feh].contains(letters[letters.startIndex])
      // «للشؤون»; and one word alone with its preposition, «بمرتبة».
      let isTo = letters.starts(with: [LetterCode.lam, LetterCode.lam])
      let isPhrase =
        words.count == 1 && [LetterCode.beh, LetterCode.lam].contains(letters[letters.startIndex])
        && letters.last == LetterCode.heh
      return !isOwned && !isLed && !isTo && !isPhrase
    }
  }

  /// An office whose name is none keeps the office.
  private func unnamed(_ span: PartySpan) -> PartySpan {
    guard span.entry < 0, span.office >= 0, span.kind == .person, span.antecedent < 0,
      let name = span.name, name.upperBound <= scan.tokens.count,
      !isName(name) || name.contains(where: { scan.isVerb(at: $0) })
    else { return span }
    var office = span
    office.name = nil
    office.kind = .office
    office.how = .office
    if name.lowerBound > span.tokens.lowerBound {
      office.tokens = span.tokens.lowerBound..<min(name.lowerBound, span.tokens.upperBound)
    }
    return office
  }
}

extension Draft {
  /// Takes parties out of both sides.
  ///
  /// Whom it struck never becomes who struck; of other events the first that is left acts.
  mutating func remove(where isOut: (PartySpan) -> Bool) {
    let hadDoer = !actors.isEmpty
    actors.removeAll(where: isOut)
    recipients.removeAll(where: isOut)
    if hadDoer, actors.isEmpty, !recipients.isEmpty, !rule.hasPrefix("attack") {
      actors = [recipients.removeFirst()]
    }
  }
}
