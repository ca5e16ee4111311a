import ArabicText
import Lexicons
import NewsModel

// Who struck in words that no table knows, told by the order of an Arabic clause: verb, subject, object.
// «هاجم المتظاهرون آليات …», «اقتحمت عصابة مسلحة سجنا», «فجّر انتحاري نفسه عند نقطة تفتيش».
extension SentenceReader {
  /// The subject right behind a verb, and what it struck behind the subject; `nil` unless both stand there.
  ///
  /// A lone phrase behind a verb may be its object, so only two in a row tell which is which.
  func subjectAndObject(of verb: Trigger, before end: Int) -> (
    doer: PartySpan, struck: StruckPhrase
  )? {
    guard verb.isVerb, verb.form.number == .single, !verb.form.hasObject else { return nil }
    return subjectAndObject(
      behind: verb.tokens.upperBound,
      isFeminine: verb.form.feminine,
      before: end
    )
  }

  /// The same behind a verb that is no trigger, «قتل متطرفون 48 مصليا».
  private func subjectAndObject(behind verb: Int, isFeminine: Bool, before end: Int) -> (
    doer: PartySpan, struck: StruckPhrase
  )? {
    var start = verb
    while start < end, isTransparent(start) || scan.has([.adverb, .pastTime], at: start) {
      start += 1
    }
    guard start < end, scan.tokens[start].gap < .line, !isIndefiniteObject(start),
      scan.triggerPayloads[start] < 0,
      !has([.site, .settlement, .facility], at: start) || has(.thing, at: start),
      !spans.contains(where: { $0.tokens.contains(start) }),
      let doer = nounPhrase(at: start, before: end, isSubject: true),
      agrees(doer, withFeminine: isFeminine)
    else { return nil }
    let edge = doer.tokens.upperBound
    guard edge < end, !has(.loyal, at: edge), !scan.has(.from, at: edge) else { return nil }
    if let struck = struckBySelf(behind: edge, before: end) { return (doer, struck) }
    let struck = self.struck(from: edge, before: end)
    if let first = struck.targets.first {
      // «هاجم مسلحون من …»: two phrases, and no second of the first.
      return first.tokens.lowerBound >= edge ? (doer, struck) : nil
    }
    // «اقتحم مستوطنون نابلس»
    guard let place = struck.place, place.tokens.lowerBound - edge <= 3, place.clitics.isEmpty,
      !isPlaceOfDeed(place)
    else { return nil }
    return (doer, struck)
  }

  /// «… في نابلس»: where it was, and not what was struck.
  private func isPlaceOfDeed(_ place: PartySpan) -> Bool {
    !place.governor.isDisjoint(with: [.inside, .to, .from, .at, .on, .side])
  }

  /// «فجّر انتحاري نفسه عند نقطة تفتيش», «فجرت انتحاريتان نفسيهما في سوق»: what stands where someone blew
  /// himself up.
  func struckBySelf(behind edge: Int, before end: Int) -> StruckPhrase? {
    guard let own = clamped(edge, min(end, edge + 4)).first(where: { isReflexive($0) }) else {
      return nil
    }
    return site(near: own + 1, before: end)
  }

  /// «… عند نقطة تفتيش», «أمام مركز الشرطة», «بأحد الأسواق»: the first site behind a preposition of place.
  func site(near start: Int, before end: Int) -> StruckPhrase? {
    for index in clamped(start, min(end, start + 8)) {
      if scan.isVerb(at: index) || scan.has([.that, .relative, .subordinate], at: index) {
        return nil
      }
      if isLed(index), isStrikable(index) || has(.part, at: index),
        !has([.weapon, .bomb], at: index)
      {
        return nounPhrase(at: index, before: end, lead: .by, isSure: true)
          .map { StruckPhrase(targets: [$0]) }
      }
      guard scan.has([.inside, .on, .at], at: index) || has([.near, .direction], at: index),
        isStrikable(index + 1) || has([.facility, .somebody], at: index + 1),
        !has(.settlement, at: index + 1)
      else { continue }
      return struck(from: index + 1, before: end, isSure: true)
    }
    return nil
  }

  /// Whether a subject has the gender of its verb: «هاجمت عصابة», «هاجم مسلحون».
  ///
  /// Broken plurals and plurals of things go with either, so only a plain clash speaks against it.
  private func agrees(_ doer: PartySpan, withFeminine isFeminine: Bool) -> Bool {
    let head = doer.tokens.lowerBound
    // «عبوتين», «مزارعين»: a dual or a plural in ين is never a subject.
    let letters = scan.text.letters(of: scan.tokens[head])
    if letters.count >= 5, letters.suffix(2).elementsEqual([LetterCode.yeh, LetterCode.noon]),
      scan.isCommon(at: head) || !cues(at: head).isEmpty
    {
      return false
    }
    if !isFeminine { return !endsWithMarbuta(head) }
    return !scan.text.letters(of: scan.tokens[head]).suffix(2)
      .elementsEqual([LetterCode.waw, LetterCode.noon])
  }

  /// «… عندما قتل متطرفون 48 مصليا», «حيث فجرت انتحاريتان نفسيهما»: who did the deed that a blow was, told in the
  /// clause behind it.
  func doerOfDeed(behind blow: Trigger) -> PartySpan? {
    for index in clamped(blow.tokens.upperBound, blow.tokens.upperBound + 18) {
      guard
        scan.has([.subordinate, .therein], at: index) || has([.pastNote, .meanwhile], at: index)
      else { continue }
      let verb = index + 1
      guard
        has([.hit, .casualty, .raid], at: verb)
          || scan.triggerForms(at: verb).contains(where: {
            $0.frame == .strike && $0.tense != .noun
          }),
        let pair = subjectAndObject(
          behind: verb + 1,
          isFeminine: scan.text.letters(of: scan.tokens[verb]).last == LetterCode.teh,
          before: range.upperBound
        ), has([.fighters, .fighter, .troops, .member], in: pair.doer.tokens)
      else { continue }
      return pair.doer
    }
    return nil
  }

  /// «هجوم لمستوطنين», «قصف جوي لمروحيات»: those who fight behind ل, right behind a blow and its adjectives.
  func fighters(led start: Int, by blow: Trigger) -> PartySpan? {
    guard blow.form.shape == .indefinite, !has([.object, .suffered], at: blow.start) else {
      return nil
    }
    var next = start
    while next < range.upperBound, isAdjectiveOfBlow(next), !hasClitic(.to, at: next) { next += 1 }
    guard hasClitic(.to, at: next),
      // «قصف لمسلحين» may be one of them.
      !has(.struck, at: blow.start) || has(.fleet, at: next),
      let doer = fighters(at: next, before: range.upperBound, orOne: true), doer.clitics == .to
    else { return nil }
    return doer
  }

  /// «عمليات اقتحام جماعية»: the adjective of a plural before the blow.
  func isOfManyBlows(_ index: Int) -> Bool {
    range.contains(index) && scan.tokens[index].kind == .word
      && (endsWithMarbuta(index)
        || scan.text.letters(of: scan.tokens[index]).suffix(2)
          .elementsEqual([LetterCode.alef, LetterCode.teh]))
  }

  /// Whether someone who can strike did something that only a blow does: «هاجم النائب الحكومة» are words,
  /// «هاجم شاب شرطيا», «اقتحم محتجون مقر الحزب» are none.
  func isBlow(_ verb: Trigger, by doer: PartySpan, on struck: StruckPhrase) -> Bool {
    let head = doer.tokens.lowerBound
    if has([.raid, .victim, .masdar], at: verb.start) { return true }
    guard
      has(
        [.fighters, .fighter, .troops, .people, .member, .somebody, .weapon, .crewless, .many],
        in: doer.tokens
      )
        || scan.has([.forces, .faction, .people], at: head)
    else { return false }
    return struck.place != nil
      || struck.targets.contains { one in
        has(
          [.site, .settlement, .facility, .thing, .people, .troops, .fighters, .member, .somebody],
          in: one.tokens
        )
          || one.kind == .institution || one.kind == .organisation
      }
      || has([.weapon, .bomb], in: clamped(verb.start, verb.start + 16))
  }
}
