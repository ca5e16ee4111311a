import ArabicText
import Lexicons
import NewsModel

extension SentenceReader {
  /// Where the clause of a token ends: a content clause, a new verb after و, a quotation.
  func clauseEnd(after index: Int, crossingThat: Bool = false) -> Int {
    var next = index + 1
    while next < range.upperBound {
      let token = scan.tokens[next]
      if token.kind == .mark {
        switch token.mark {
        case .semicolon, .ellipsis, .colon, .bullet, .bar: return next
        case .stop where next + 1 < range.upperBound && scan.tokens[next + 1].gap > .glued:
          return next
        case .openQuote, .quote:
          if scan.quoted[next] != scan.quoted[index], !isShortQuote(next) { return next }
        default: break
        }
      } else {
        if scan.has([.that], at: next), !crossingThat, !isInName(next) { return next }
        if scan.has([.subordinate], at: next), scan.words[next].classClitics.isEmpty {
          return next
        }
        if startsClause(next) { return next }
      }
      next += 1
    }
    return range.upperBound
  }

  /// A quotation of at most four words, as around a name.
  func isShortQuote(_ index: Int) -> Bool {
    var next = index + 1
    while next < range.upperBound, next - index <= 5 {
      if scan.tokens[next].mark == .closeQuote || scan.tokens[next].mark == .quote { return true }
      next += 1
    }
    return false
  }

  /// «ناقش الاجتماع», «تناول اللقاء»: the noun is what spoke of all that follows.
  func isSubjectOfTalk(_ trigger: Trigger) -> Bool {
    trigger.form.tense == .noun && trigger.form.shape == .definite && trigger.clitics.isEmpty
      && trigger.start > range.lowerBound && has(.discussed, at: trigger.start - 1)
  }

  /// Whether «قبل», «بعد» and a noun or verb of another event stand between two tokens: «قبيل لقائه».
  func opensOtherEvent(from start: Int, to end: Int) -> Bool {
    (start..<max(start, end)).contains { index in
      guard scan.has([.after, .before], at: index), scan.dateAt[index] < 0 else { return false }
      // «بعد أيام قليلة من زيارة …»
      return (index + 1..<max(index + 1, min(end, index + 6))).contains { next in
        scan.dateAt[next] < 0
          && scan.triggerForms(at: next).contains { $0.frame != .speech && $0.frame != .word }
      }
    }
  }

  /// Where the clause of a token begins.
  func clauseStart(before index: Int) -> Int {
    var next = index - 1
    while next >= range.lowerBound {
      let token = scan.tokens[next]
      if token.kind == .mark {
        switch token.mark {
        case .semicolon, .ellipsis, .colon, .bullet, .bar: return next + 1
        case .openQuote where !isShortQuote(next): return next + 1
        default: break
        }
      } else if scan.has(.that, at: next), !isInName(next) {
        return next + 1
      } else if scan.has(.subordinate, at: next), scan.words[next].classClitics.isEmpty {
        return next + 1
      } else if startsClause(next) {
        return next
      }
      next -= 1
    }
    return range.lowerBound
  }

  /// «بان كي مون»: a name that is written like «بأن», or like a verb.
  private func isInName(_ index: Int) -> Bool {
    spans.contains { $0.kind == .person && $0.tokens.contains(index) }
  }

  /// A finite verb after و, ف or a comma.
  func startsClause(_ index: Int) -> Bool {
    // «الليلة الماضية وفجر اليوم»: an hour, and no verb.
    // «وتجمعاً لآليات»: a noun, by its ending.
    if scan.dateAt[index] >= 0 || isAccusative(index) { return false }
    let clitics: Clitics
    if scan.words[index].classes.contains(.verb), !isInName(index) {
      clitics = scan.words[index].classClitics
    } else if scan.triggerForms(at: index).contains(where: { $0.tense != .noun }),
      !spans.contains(where: { $0.tokens.contains(index) })
    {
      clitics = scan.triggerClitics[index]
    } else {
      return false
    }
    if clitics == .and { return true }
    return clitics.isEmpty && index > range.lowerBound && scan.tokens[index - 1].mark == .comma
  }
}
