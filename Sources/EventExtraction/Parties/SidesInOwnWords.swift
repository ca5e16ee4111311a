import ArabicText
import Lexicons
import NewsModel

// The sides of an agreement that no table knows: «مع الدول الست», «بين الحكومة والمعارضة», «وقّعت الحركة».
extension SentenceReader {
  /// Who stands behind «مع» or «بين», or is joined by و to one who does, in the text's own words.
  ///
  /// Bodies and men only: «اتفق مع الحركة» names a side, «اتفق مع مراعاة الظروف» does not.
  func sidesInOwnWords(from start: Int, to end: Int) -> [PartySpan] {
    var found: [PartySpan] = []
    for index in start..<max(start, end) {
      // «هدنة فرضتها القوات إثر اشتباكات بين …»: of another event.
      if scan.has([.that, .after, .before], at: index) || scan.isVerb(at: index)
        || scan.has(.relative, at: index) && scan.tokens[index].letterCount > 2
      {
        break
      }
      guard scan.has([.with, .between], at: index), index + 1 < end,
        let last = scan.text.letters(of: scan.tokens[index]).last,
        // «معه», «بينهما»: whom a suffix means.
        last == (scan.has(.with, at: index) ? LetterCode.ain : LetterCode.noon)
      else { continue }
      let first =
        spans.first { $0.tokens.contains(index + 1) } ?? bodyInOwnWords(at: index + 1, before: end)
      guard let first else { continue }
      if first.how == .unlinked, first.kind == .thing { found.append(first) }
      var edge = first.tokens.upperBound
      while edge < end {
        // «بين الحكومة والمعارضة»
        if let span = spans.first(where: { $0.tokens.lowerBound == edge && $0.clitics == .and }) {
          edge = span.tokens.upperBound
          continue
        }
        guard isBody(edge), isBehindWaw(edge),
          let more = nounPhrase(at: edge, before: end, lead: .and, isSure: true)
        else { break }
        found.append(more)
        edge = more.tokens.upperBound
      }
    }
    return found
  }

  /// «عقدت الحركة اتفاقا», «توقيع الحلف اتفاقا»: the body right behind a verb or noun, in the text's own words.
  func bodyInOwnWords(at start: Int, before end: Int, isSubject: Bool = false) -> PartySpan? {
    var head = start
    while head < end, isQuoteMark(head) { head += 1 }
    guard head < end, isBody(head), !spans.contains(where: { $0.tokens.contains(head) }),
      scan.tokens[head].gap == .space
    else { return nil }
    var body = nounPhrase(at: start, before: end, isSure: true, isSubject: isSubject)
    // «حركة التحرير والعدالة»: one more noun with the article belongs to the name.
    if scan.has(.heading, at: head), let last = body?.tokens.upperBound, last < end,
      scan.tokens[last].gap == .space, isBehindWaw(last), !isBody(last),
      scan.text.letters(of: scan.tokens[last]).dropFirst()
        .starts(with: [LetterCode.alef, LetterCode.lam]),
      !spans.contains(where: { $0.tokens.contains(last) })
    {
      body?.tokens = start..<last + 1
      body?.name = start..<last + 1
    }
    return body
  }

  /// «حركة», «ممثلي», «الدول», «المعارضة»: a word for a body, or for men who speak for one.
  func isBody(_ index: Int) -> Bool {
    scan.has([.institution, .body, .people, .heading, .faction], at: index)
      || has([.collective, .fighters], at: index)
  }

  /// «أعلنت الدولتان توقيع اتفاق بينهما»: the two whom the verb of telling names before «بينهما».
  func sidesMeantByBetween(from start: Int, to end: Int) -> [PartySpan] {
    guard
      let between = clamped(start, end).first(where: {
        scan.has(.between, at: $0)
          && scan.text.letters(of: scan.tokens[$0]).last != LetterCode.noon
      })
    else { return [] }
    let named = spans.filter {
      $0.tokens.upperBound <= between && !isPlace($0) && !isAside($0)
        && $0.governor.isDisjoint(with: [.topic, .source])
        && $0.clitics.isDisjoint(with: [.by, .to])
        && [.state, .institution, .organisation, .person, .office].contains($0.kind)
    }
    if named.count == 2 {
      return named.map {
        var side = $0
        side.how = .pronoun
        return side
      }
    }
    return named.isEmpty ? lastTwo(persons: false) : []
  }
}

extension SentenceReader {
  /// The sides of an agreement or a signing that no table knows, right behind its noun or verb or behind «مع».
  func unknownSides(of trigger: Trigger, before end: Int) -> [PartySpan] {
    let start = trigger.tokens.upperBound
    var found: [PartySpan] = []
    // «وقعت الحركة اتفاقا», «توقيع الحلف اتفاقا»; «اتفاق الحركة» is its name.
    if trigger.form.frame != .document, !trigger.form.hasObject, !trigger.form.isPossessed,
      subjectBefore(trigger.start).isEmpty,
      let doer = bodyInOwnWords(at: start, before: end, isSubject: true)
    {
      found.append(doer)
    }
    return found + sidesInOwnWords(from: start, to: min(end, start + 30))
  }

  /// «تم الاتفاق، خلال اجتماع الأحزاب مع رئيس الحكومة، على»: who met on the occasion.
  func sidesOfOccasion(behind trigger: Trigger) -> [PartySpan] {
    guard
      let meeting = triggers.first(where: {
        $0.start > trigger.start && $0.form.frame == .event && !$0.isVerb
          && $0.start - trigger.tokens.upperBound <= 8
      }), scan.has(.during, at: meeting.start - 1)
    else { return [] }
    let end = clauseEnd(after: meeting.tokens.upperBound - 1)
    var found: [PartySpan] = []
    if let host = bodyInOwnWords(at: meeting.tokens.upperBound, before: end) { found.append(host) }
    let known = EncounterFrame.linked(
      parties(from: meeting.tokens.upperBound, to: end),
      in: self,
      isNoun: true
    )
    for side in known + sidesInOwnWords(from: meeting.tokens.upperBound, to: end)
    where !found.contains(where: { $0.tokens.overlaps(side.tokens) }) {
      found.append(side)
    }
    return found
  }
}
