import ArabicText
import Lexicons
import NewsModel

/// Who waited for a guest: «كان في استقباله في المطار وزير …», «وكان الرئيس في استقبال نظيره».
///
/// Behind «كان» the host may stand first, or past the guest and where he came.
enum ReceptionFrame {
  /// - Returns: `nil` where the noun is no such phrase, so that the frame of nouns reads it.
  static func drafts(_ number: Int, in sentence: SentenceReader) -> [Draft]? {
    let scan = sentence.scan
    let trigger = sentence.triggers[number]
    guard !trigger.isVerb, sentence.has(.reception, at: trigger.start), trigger.clitics.isEmpty,
      scan.has(.inside, at: trigger.start - 1),
      let be = sentence.clamped(trigger.start - 12, trigger.start).last(where: {
        scan.has(.be, at: $0)
      }), !sentence.crossesClause(from: be + 1, to: trigger.start)
    else { return trigger.isVerb || !isBare(trigger, in: sentence) ? nil : [] }
    guard let guest = guest(of: trigger, behind: be, in: sentence) else { return [] }
    let first = sentence.spans.first { $0.tokens.lowerBound == be + 1 }
    let host = first.flatMap { isHost($0) && $0.tokens.upperBound < trigger.start ? $0 : nil }
    let hosts =
      host.map { [$0] + sentence.joined(to: $0, before: trigger.start - 1) }
      ?? hostsBehind(max(trigger.tokens.upperBound, guest.tokens.upperBound), in: sentence)
    guard !hosts.isEmpty, !hosts.contains(where: { $0.means(guest) }) else { return [] }
    return [
      Draft(
        type: trigger.form.type,
        trigger: number,
        tokens: trigger.tokens,
        actors: hosts,
        recipients: [guest],
        place: sentence.placeOfMeeting(trigger, to: sentence.range.upperBound),
        rule: "reception"
      )
    ]
  }

  /// «مراسم الاستقبال», «استقبال الضيوف»: no owner stands at the noun, so nobody receives anyone.
  private static func isBare(_ trigger: Trigger, in sentence: SentenceReader) -> Bool {
    sentence.has(.reception, at: trigger.start) && !trigger.form.isPossessed
  }

  /// «في استقباله»: whom the text spoke of; else who stands right behind the noun.
  private static func guest(
    of trigger: Trigger,
    behind be: Int,
    in sentence: SentenceReader
  ) -> PartySpan? {
    if trigger.form.isPossessed { return sentence.subject(before: be) }
    return sentence.spans.first {
      (0...1).contains($0.tokens.lowerBound - trigger.tokens.upperBound) && $0.clitics.isEmpty
        && !sentence.isPlace($0)
    }
  }

  private static func isHost(_ span: PartySpan) -> Bool {
    [.person, .office].contains(span.kind) && span.clitics.isEmpty
  }

  /// The first man behind the guest whom no preposition leads, and who is joined to him.
  private static func hostsBehind(_ start: Int, in sentence: SentenceReader) -> [PartySpan] {
    let end = sentence.clauseEnd(after: start - 1)
    guard
      let first = sentence.spans.first(where: {
        $0.tokens.lowerBound >= start && $0.tokens.lowerBound < end && isHost($0)
          && $0.governor.isEmpty
      })
    else { return [] }
    return [first] + sentence.joined(to: first, before: end)
  }
}
