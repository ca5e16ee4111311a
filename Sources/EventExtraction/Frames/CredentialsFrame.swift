import ArabicText
import Lexicons
import NewsModel

/// Letters of credence: «قدم السفير … أوراق اعتماده إلى الرئيس …», «تسلم الأمير أوراق اعتماد السفير …».
enum CredentialsFrame {
  /// Who hands them over, and to whom.
  static func sides(
    of trigger: Trigger,
    to end: Int,
    in sentence: SentenceReader
  ) -> (actors: [PartySpan], recipients: [PartySpan]) {
    let known = sentence.spans.filter {
      [.person, .office, .institution, .state].contains($0.kind) && !sentence.isPlace($0)
    }
    let before = known.last {
      $0.tokens.upperBound <= trigger.start && trigger.start - $0.tokens.upperBound <= 12
    }
    let after = known.filter {
      $0.tokens.lowerBound >= trigger.tokens.upperBound && $0.tokens.lowerBound < end
    }
    // «أوراق اعتماده» are of him who stands before them, «أوراق اعتماد» of those behind.
    let last = sentence.scan.text.letters(of: sentence.scan.tokens[trigger.tokens.upperBound - 1])
    let isOwned = [LetterCode.heh, LetterCode.alef, LetterCode.meem].contains(last.last)
    if isOwned {
      let giver = before ?? sentence.subject(before: trigger.start)
      return (giver.map { [$0] } ?? [], Array(after.prefix(1)))
    }
    var givers = Array(after.prefix(1))
    for span in after.dropFirst() {
      guard span.clitics.contains(.and), let edge = givers.last?.tokens.upperBound,
        span.tokens.lowerBound - edge <= 3
      else { break }
      givers.append(span)
    }
    return (givers, before.map { [$0] } ?? [])
  }
}

extension SentenceReader {
  /// Whether what a verb takes or gives are letters of credence.
  func handsOverPapers(after trigger: Trigger) -> Bool {
    triggers.contains { other in
      other.start > trigger.start && other.start - trigger.tokens.upperBound <= 16
        && scan.events.types[Int(max(0, other.form.type))].id == "credentials"
    }
  }
}
