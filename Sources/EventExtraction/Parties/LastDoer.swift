import ArabicText
import Lexicons
import NewsModel

// Who goes on to do what the next verb tells, and who stands around a blow without being a side.
extension SentenceReader {
  /// Who did what the last verb before a token tells, when he stands right behind that verb:
  /// «واستولى التنظيم على بلدات، وشنّ هجمات».
  func lastDoer(before index: Int) -> PartySpan? {
    spans.last { span in
      var before = span.tokens.lowerBound - 1
      while before > range.lowerBound, isQuoteMark(before) || scan.has(.heading, at: before) {
        before -= 1
      }
      return span.tokens.upperBound <= index && before >= range.lowerBound
        && (scan.isVerb(at: before) || before == range.lowerBound || scan.has(.that, at: before))
        && span.clitics.isEmpty
        && AttackFrame.isFighter(span)
        && !isPlace(span)
    }
  }

  /// «وشنّ», «فيما شنّت», «كما استهدفت»: a verb that goes on with whoever the last verb named.
  func goesOn(_ verb: Trigger) -> Bool {
    verb.clitics.contains(.and)
      || verb.clitics.isEmpty && scan.has([.subordinate, .moreover], at: verb.start - 1)
  }

  /// Whether someone who can strike or be struck stands near a noun of attack.
  func namesFighters(around trigger: Trigger) -> Bool {
    let near = clamped(trigger.start - 10, trigger.tokens.upperBound + 12)
    return spans.contains { span in
      near.contains(span.tokens.lowerBound) && AttackFrame.isUnderArms(span, in: self)
        && !isPlace(span)
        && !isAside(span) && !isTeller(span)
    } || near.contains { has(.fighters, at: $0) }
  }

  /// Whether a span tells, or feels, what happened: «قالت الحكومة», «أدانت المنظمة».
  private func isTeller(_ span: PartySpan) -> Bool {
    let (before, after) = (span.tokens.lowerBound - 1, span.tokens.upperBound)
    return triggers.contains {
      $0.isVerb && $0.form.frame == .speech
        && ($0.tokens.upperBound - 1 == before || $0.start == after)
    }
  }
}
