import ArabicText
import Lexicons
import NewsModel

/// A bomb that goes off: «انفجرت سيارة مفخخة أمام مركز الشرطة», «عبوة ناسفة انفجرت في سوق».
///
/// Nobody is its doer; what stands beside it was struck. Gas, a tyre or anger that bursts is no attack.
enum BurstFrame {
  static func drafts(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let trigger = sentence.triggers[number]
    let end = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    guard !trigger.form.hasObject, let edge = bomb(of: trigger, before: end, in: sentence) else {
      return []
    }
    let struck = sentence.site(near: edge, before: end) ?? StruckPhrase()
    let place =
      struck.place
      ?? sentence.spans.first {
        $0.tokens.lowerBound >= edge && $0.tokens.lowerBound < end
          && [.city, .place].contains($0.kind)
      }
    guard !struck.targets.isEmpty || place != nil else { return [] }
    return [
      Draft(
        type: trigger.form.type,
        trigger: number,
        tokens: trigger.tokens,
        actors: [],
        recipients: Array(struck.targets.prefix(2)),
        place: place,
        rule: "attack"
      )
    ]
  }

  /// The token behind what blew up, where a bomb is the verb's subject.
  private static func bomb(of verb: Trigger, before end: Int, in sentence: SentenceReader) -> Int? {
    let next = verb.tokens.upperBound
    if verb.form.number == .single,
      let thing = sentence.nounPhrase(at: next, before: end, isSure: true), sentence.isBomb(thing)
    {
      return thing.tokens.upperBound
    }
    guard verb.clitics.isEmpty,
      let thing = sentence.subjectPhrase(before: verb.start), sentence.isBomb(thing)
    else { return nil }
    return next
  }
}
