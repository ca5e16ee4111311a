import ArabicText
import Lexicons
import NewsModel

/// Firing at someone: «أطلقت الشرطة النار على متظاهرين», «فتح مسلحون النار على حافلة», «إطلاق صواريخ من القطاع
/// على البلدة».
///
/// What is fired stands behind the verb, and behind it, past a preposition, at whom; a missile that falls into
/// the sea strikes nobody.
enum ShootingFrame {
  static func drafts(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let scan = sentence.scan
    let trigger = sentence.triggers[number]
    let end = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    let from = trigger.tokens.upperBound
    guard !trigger.form.hasObject, trigger.form.number != .first,
      let shot = sentence.clamped(from, min(end, from + 8)).first(where: {
        sentence.has(.weapon, at: $0) && !sentence.isLed($0)
      }), !(from..<shot).contains(where: { scan.isVerb(at: $0) || scan.has(.that, at: $0) }),
      let aim = sentence.clamped(shot + 1, min(end, shot + 12)).first(where: {
        // «صواريخ ضد الدروع»: what kind they are.
        isAim($0, in: sentence)
          && ($0 > shot + 1 || !scan.has(.against, at: $0) || scan.has(.on, at: $0))
      })
    else { return [] }
    let isOn = scan.has([.on, .against], at: aim)
    var struck = sentence.struck(from: aim + 1, before: end, isSure: true)
    // «باتجاه بحر كذا»: no place where anyone is.
    if !isOn, !isInhabited(aim + 1, in: sentence) { struck = StruckPhrase() }
    guard !struck.targets.isEmpty || struck.place != nil else { return [] }
    let doer = doer(of: trigger, before: shot, end: aim, in: sentence)
    struck.targets.removeAll { one in doer.map { $0.means(one) } ?? false }
    guard !struck.targets.isEmpty || struck.place != nil,
      trigger.isVerb ? doer != nil : isTold(number, by: doer, in: sentence)
    else { return [] }
    return [
      Draft(
        type: trigger.form.type,
        trigger: number,
        tokens: trigger.tokens.lowerBound..<(shot == from ? shot + 1 : from),
        actors: doer.map { [$0] } ?? [],
        recipients: Array(struck.targets.prefix(4)),
        place: struck.place ?? sentence.struckPlace(of: trigger, to: end),
        rule: trigger.isVerb ? "attack" : "attack-shooting"
      )
    ]
  }

  /// «على», «باتجاه», «صوب», «في اتجاه»: what leads to who is fired at.
  private static func isAim(_ index: Int, in sentence: SentenceReader) -> Bool {
    let scan = sentence.scan
    if scan.has([.on, .against], at: index) {
      return !sentence.isAdverbial(index + 1) && !sentence.has(.agency, at: index + 1)
    }
    return sentence.has(.direction, at: index) && !scan.has([.side, .inside, .at], at: index)
      && !sentence.has([.near, .outcome], at: index)
  }

  /// Whether people are where a phrase begins.
  private static func isInhabited(_ start: Int, in sentence: SentenceReader) -> Bool {
    sentence.isSite(start)
      || sentence.has([.people, .fighters, .fighter, .troops, .member, .part, .many], at: start)
      || sentence.spans.contains { $0.tokens.lowerBound == start }
      || sentence.scan.tokens[start].kind == .number
  }

  private static func doer(
    of trigger: Trigger,
    before shot: Int,
    end: Int,
    in sentence: SentenceReader
  ) -> PartySpan? {
    let next = trigger.tokens.upperBound
    if trigger.isVerb, let doer = sentence.fighter(doing: trigger, before: shot) { return doer }
    if next < shot, trigger.form.number == .single,
      let doer = sentence.side(at: next, before: shot), doer.clitics.isEmpty,
      !sentence.has([.part, .many], at: next)
    {
      return doer
    }
    if !trigger.isVerb {
      return sentence.adjectives(after: shot + 1).first ?? sentence.doer(behind: trigger)
        ?? (trigger.form.isPossessed ? sentence.lastDoer(before: trigger.start) : nil)
    }
    return trigger.clitics.isEmpty ? sentence.subjectPhrase(before: trigger.start) : nil
  }

  /// Whether the text says that it was fired: by a verb or a day, or whoever did it in the past.
  private static func isTold(_ number: Int, by doer: PartySpan?, in sentence: SentenceReader)
    -> Bool
  {
    let scan = sentence.scan
    let trigger = sentence.triggers[number]
    if scan.has([.not, .before], at: trigger.start - 1) { return false }
    return trigger.light >= 0 || !sentence.dates[number].isEmpty
      || doer != nil
        && (scan.has([.after, .during], at: trigger.start - 1)
          || sentence.has(.result, at: trigger.start - 1))
  }
}
