import ArabicText
import Lexicons
import NewsModel

// Where something is, apart from who does it.
extension SentenceReader {
  /// Whether a span is where something is, and not who does it.
  func isPlace(_ span: PartySpan) -> Bool {
    // «زار باريس»: where, not who.
    if span.kind == .city || span.kind == .state,
      triggers.contains(where: {
        $0.form.frame == .travel && $0.isVerb && $0.tokens.upperBound == span.tokens.lowerBound
      }),
      span.kind == .city
        || !spans.contains(where: {
          $0.tokens.lowerBound > span.tokens.lowerBound && $0.kind == .city
        })
    {
      return true
    }
    switch span.kind {
    case .place: return true
    case .institution, .organisation:
      return span.governor.contains(.inside)
    case .city:
      let entry = scan.actors.entries[Int(span.entry)]
      if entry.category != "yes" { return true }
      // «في جوبا عاصمة جنوب السودان»: said of the city right before.
      if scan.has(.capital, at: span.tokens.lowerBound), span.clitics.isEmpty,
        spans.contains(where: {
          $0.kind == .city && $0.tokens.upperBound == span.tokens.lowerBound
        })
      {
        return true
      }
      // «قائد شرطة المدينة», «رئيس بلدية المدينة»
      let isOfTown =
        scan.has(.lead, at: span.tokens.lowerBound - 2)
        && scan.tokens[span.tokens.lowerBound - 1].kind == .word
        && scan.isCommon(at: span.tokens.lowerBound - 1) && span.clitics.isEmpty
        && !scan.has([.cabinet, .lead], at: span.tokens.lowerBound - 1)
      return isOfTown || !span.governor.isDisjoint(with: [.inside, .to, .from, .at, .side])
        || span.clitics.contains(.by)
        || span.clitics.contains(.to)
        || namesWhatStandsBefore(span)
    case .state:
      if span.clitics.contains(.by),
        spans.contains(where: {
          $0.tokens.upperBound == span.tokens.lowerBound
            && [.city, .place, .office, .person].contains($0.kind)
        })
      {
        return true
      }
      return !span.governor.isDisjoint(with: [.inside, .to, .from, .side, .at])
    default: return false
    }
  }

  /// «اتفاق الطائف», «محادثات جنيف», «قمة الدوحة»: the city is the name of what was held there.
  private func namesWhatStandsBefore(_ span: PartySpan) -> Bool {
    let before = span.tokens.lowerBound - 1
    guard before >= range.lowerBound, span.clitics.isEmpty,
      scan.tokens[span.tokens.lowerBound].gap == .space, scan.tokens[before].kind == .word
    else { return false }
    if !span.governor.isDisjoint(with: [.document, .talks]) { return true }
    return scan.triggerForms(at: before).contains {
      [.event, .document, .blow].contains($0.frame) && $0.tense == .noun
    }
  }

  /// «الموظفة باللجنة», «اليوم بقصر الرئاسة»: behind ب, away from the word that it could belong to,
  /// a body or a state is where someone works or where it was.
  func isAffiliation(_ span: PartySpan, behind edge: Int) -> Bool {
    guard span.clitics.contains(.by),
      [.organisation, .institution, .state, .city].contains(span.kind)
    else { return false }
    return (edge..<max(edge, span.tokens.lowerBound)).contains { scan.dateAt[$0] < 0 }
  }

  /// The place between two tokens: a city, state or building after «في», «إلى», «من» or ب.
  func place(from start: Int, to end: Int) -> PartySpan? {
    spans.first {
      $0.tokens.lowerBound >= start && $0.tokens.lowerBound < end
        && [.city, .state, .place].contains($0.kind)
        && (!$0.governor.isDisjoint(with: [.inside, .to, .from, .at])
          || !$0.clitics.isDisjoint(with: [.by, .to]) || $0.governor.contains(.side))
    }
  }

  /// Where people met: behind «لبحث», «حول» and behind a noun of its own, «الوضع في ليبيا», stands what they
  /// spoke of.
  func placeOfMeeting(_ trigger: Trigger, to limit: Int) -> PartySpan? {
    let start = trigger.tokens.upperBound
    let topic = (start..<max(start, limit)).first {
      scan.has(.topic, at: $0) || has(.backdrop, at: $0)
    }
    var from = start
    while let found = place(from: from, to: topic ?? limit) {
      if !isOfAnotherNoun(found, behind: trigger) { return found }
      from = found.tokens.upperBound
    }
    return nil
  }

  /// «الوضع في ليبيا», «السلام بالشرق الأوسط»: a definite noun right before the preposition, which is neither
  /// the event nor an adjective of it.
  private func isOfAnotherNoun(_ place: PartySpan, behind trigger: Trigger) -> Bool {
    let leaning = place.clitics.isDisjoint(with: [.by, .to]) ? 1 : 0
    let noun = place.tokens.lowerBound - 1 - leaning
    func isPlainDefinite(_ index: Int) -> Bool {
      scan.tokens[index].kind == .word && scan.dateAt[index] < 0
        && scan.text.letters(of: scan.tokens[index]).starts(with: [LetterCode.alef, LetterCode.lam])
        && !spans.contains { $0.tokens.contains(index) }
    }
    guard range.contains(noun), noun >= trigger.tokens.upperBound, isPlainDefinite(noun) else {
      return false
    }
    // «الاجتماع الوزاري العاجل في القاهرة»
    let isItsAdjective =
      trigger.form.tense == .noun && (trigger.tokens.upperBound..<noun).allSatisfy(isPlainDefinite)
    return !isItsAdjective
  }

  /// Where something was agreed or signed; behind «على أن» or in a relative clause stands what it is about, and
  /// «إلى» or «من» leads to no place where it was done.
  func placeOfSigning(_ trigger: Trigger, to limit: Int) -> PartySpan? {
    let start = trigger.tokens.upperBound
    let content = (start..<max(start, limit)).first { index in
      scan.has([.that, .relative], at: index)
        || trigger.form.frame == .agree && scan.has(.on, at: index)
    }
    return place(from: start, to: content ?? limit).flatMap { found in
      found.governor.isDisjoint(with: [.inside, .at]) && !found.clitics.contains(.by) ? nil : found
    }
  }

  /// Where the next blow begins behind one, else the limit: «قصفت … ردا على هجوم استهدف المدينة», past it
  /// it is where that one was.
  func nextBlow(behind blow: Trigger, before limit: Int) -> Int {
    let light = blow.light >= 0 ? triggers[blow.light].start : -1
    let other = triggers.first {
      $0.start > blow.tokens.upperBound && $0.start < limit && $0.start != light
        && [.blow, .strike].contains($0.form.frame)
    }
    return other?.start ?? limit
  }

  /// «منتجع سوسة الإرهابي»: whether the name of a town or a place ends right before a token.
  func isBehindTown(_ index: Int) -> Bool {
    spans.contains { $0.tokens.upperBound == index && [.city, .place].contains($0.kind) }
  }

  /// The place of a blow behind it; what «من» leads to is where it came from, or whoever told of it.
  func struckPlace(of blow: Trigger, to limit: Int) -> PartySpan? {
    let end = nextBlow(behind: blow, before: limit)
    let start = blow.tokens.upperBound
    var from = start
    while let found = place(from: from, to: end) {
      if isLandmark(found, from: start) {
        from = found.tokens.upperBound
        continue
      }
      let governor = found.tokens.lowerBound - 1
      guard found.governor.contains(.from), found.clitics.isEmpty, governor > start,
        scan.tokens[governor - 1].mark == .comma
      else { return found }
      from = found.tokens.upperBound
      // «، من إيران والعراق»
      while let more = spans.first(where: { $0.tokens.lowerBound == from && $0.clitics == .and }) {
        from = more.tokens.upperBound
      }
    }
    return nil
  }

  /// «على بعد 40 ميلا غربي طرابلس», «، في الوقت الذي تشهد فيه تعز»: a place that only tells how far, or of what
  /// went on elsewhere.
  func isLandmark(_ place: PartySpan, from start: Int) -> Bool {
    let at = place.tokens.lowerBound
    let isFar = clamped(at - 9, at).contains {
      scan.has(.on, at: $0) && scan.has(.after, at: $0 + 1)
    }
    return isFar
      || clamped(start, at).contains { index in
        scan.has(.relative, at: index) && index - 3 > start
          && (scan.has(.inside, at: index - 2) && scan.tokens[index - 3].mark == .comma
            || place.governor.contains(.from) && scan.tokens[index - 1].mark == .comma)
      }
  }
}
