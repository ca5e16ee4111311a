import ArabicText
import Lexicons
import NewsModel

// A verb of motion with its «إلى»: «وصل الوزير إلى», «وصل إلى المدينة أمس الوزير».
extension JourneyFrame {
  static func go(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let trigger = sentence.triggers[number]
    let end = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    let place = sentence.spans.first {
      $0.tokens.lowerBound >= trigger.tokens.upperBound && $0.tokens.lowerBound < end
        && isGround($0)
        && $0.tokens.lowerBound - trigger.tokens.upperBound <= 30
        && ($0.governor.contains(.to) || $0.clitics.contains(.by) || $0.governor.contains(.on)
          || $0.tokens.lowerBound == trigger.tokens.upperBound)
    }
    guard let place else { return [] }
    // Only the traveller, a date and an adverb may stand between the verb and its «إلى».
    let between = (trigger.tokens.upperBound..<place.tokens.lowerBound).filter { index in
      !sentence.spans.contains { $0.tokens.contains(index) } && sentence.scan.dateAt[index] < 0
        && sentence.scan.tokens[index].kind != .mark
    }
    guard between.count <= 8 else { return [] }
    let behind = travellers(
      sentence.spans.filter {
        $0.tokens.lowerBound >= trigger.tokens.upperBound
          && $0.tokens.lowerBound < place.tokens.lowerBound
      },
      in: sentence
    )
    // «في خلاف مع دول عدة، وصل الرئيس إلى …»: a verb of motion has no other object, so who stands right
    // behind it is its doer.
    let isBehind =
      trigger.isVerb
      && behind.first.map {
        $0.tokens.lowerBound == trigger.tokens.upperBound && $0.clitics.isEmpty
      } ?? false
    var actors = isBehind ? [] : sentence.subjectBefore(trigger.start).filter(isTraveller)
    if actors.isEmpty { actors = behind }
    if actors.isEmpty { actors = arrivingBehind(place, of: trigger, in: sentence, until: end) }
    if actors.isEmpty, place.tokens.lowerBound - trigger.tokens.upperBound <= 4,
      place.tokens.lowerBound > trigger.tokens.upperBound, !sentence.hasStranger(before: trigger),
      let subject = sentence.subject(before: trigger.start),
      subject.kind == .person
    {
      actors = [subject]
    }
    guard !actors.isEmpty else { return [] }
    if place.tokens.lowerBound > trigger.tokens.upperBound {
      actors += sentence.companion(
        of: actors,
        in: trigger.tokens.upperBound..<place.tokens.lowerBound
      )
    }
    return [
      Draft(
        type: trigger.form.type,
        trigger: number,
        tokens: trigger.tokens,
        actors: actors,
        place: place,
        rule: "go-to"
      )
    ]
  }

  /// «وصل إلى بغداد مساء أمس وزير الخارجية …»: the place comes first, then the day, then who came.
  static func arrivingBehind(
    _ place: PartySpan,
    of trigger: Trigger,
    in sentence: SentenceReader,
    until end: Int
  ) -> [PartySpan] {
    guard trigger.isVerb, trigger.form.number == .single,
      place.tokens.lowerBound - trigger.tokens.upperBound <= 2
    else { return [] }
    let after = sentence.spans.filter {
      $0.tokens.lowerBound >= place.tokens.upperBound && $0.tokens.lowerBound < end
    }
    guard let first = after.first, isTraveller(first), first.clitics.isEmpty,
      first.governor.isDisjoint(with: [
        .with, .from, .to, .between, .topic, .source, .inside, .on, .at, .during, .after, .before,
      ]),
      (place.tokens.upperBound..<first.tokens.lowerBound).allSatisfy({ index in
        sentence.scan.dateAt[index] >= 0 || sentence.scan.tokens[index].mark == .comma
          || sentence.scan.has([.adverb, .pastTime], at: index)
      })
    else { return [] }
    return travellers(after, in: sentence)
  }
}
