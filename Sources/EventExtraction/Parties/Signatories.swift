import ArabicText
import Lexicons
import NewsModel

// Who stands by a signing and is no signatory.
extension SentenceReader {
  /// «بحضور الرئيس فلان», «بحضور وزيرة خارجية سويسرا»: who looks on while others sign.
  func attends(_ span: PartySpan, behind trigger: Trigger) -> Bool {
    guard span.tokens.lowerBound > trigger.tokens.upperBound else { return false }
    return clamped(trigger.tokens.upperBound, span.tokens.lowerBound).contains {
      scan.has(.headed, at: $0) && scan.text.letters(of: scan.tokens[$0]).first == LetterCode.beh
    }
  }

  /// «وقّع المعاهدة عن الجانب السوري الرئيس فلان»: the side that a man signs for, named right before him.
  func isSignedFor(_ span: PartySpan) -> Bool {
    guard span.governor.contains(.about) else { return false }
    let edge = span.tokens.upperBound
    return spans.contains {
      [.person, .office].contains($0.kind) && $0.tokens.lowerBound >= edge
        && $0.tokens.lowerBound - edge <= 2 && $0.clitics.isEmpty
    }
  }
}
