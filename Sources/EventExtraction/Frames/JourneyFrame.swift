import ArabicText
import Lexicons
import NewsModel

/// A journey: «زار», «وصل إلى», «غادر», «في زيارة إلى».
///
/// A traveller and a place make it. A bare country after «زار» is where, and who is someone named
/// before.
enum JourneyFrame {
  static func drafts(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    switch sentence.triggers[number].form.frame {
    case .travel: travel(number, in: sentence)
    case .go: go(number, in: sentence)
    default: journey(number, in: sentence)
    }
  }

  static func isTraveller(_ span: PartySpan) -> Bool {
    [.person, .office, .institution, .organisation].contains(span.kind)
  }

  static func isGround(_ span: PartySpan) -> Bool {
    [.state, .city, .place].contains(span.kind)
  }

  private static func travel(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let trigger = sentence.triggers[number]
    let end = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    let after = sentence.spans.filter {
      $0.tokens.lowerBound >= trigger.tokens.upperBound && $0.tokens.lowerBound < end
    }
    var actors = sentence.subjectBefore(trigger.start).filter(isTraveller)
    // «ثالث مسؤول من الاتحاد الذي يزور»: of where he is who comes.
    if actors.count == 1, actors[0].governor.contains(.from),
      sentence.scan.has(.relative, at: trigger.start - 1)
    {
      actors = []
    }
    if trigger.form.number == .plural, actors.count == 1, actors[0].kind != .institution {
      return []
    }
    var place: PartySpan?
    if trigger.form.hasObject {
      place = sentence.memory.states.last
      for span in sentence.spans where span.tokens.upperBound <= trigger.start && isGround(span) {
        place = span
      }
      actors += after.prefix(1).filter(isTraveller)
    } else if let first = after.first, isTraveller(first),
      actors.isEmpty || first.tokens.lowerBound - trigger.tokens.upperBound <= 1
    {
      if actors.isEmpty { actors = travellers(after, in: sentence) }
      place = after.first { isGround($0) && $0.tokens.lowerBound - trigger.tokens.upperBound < 30 }
    } else {
      place = after.first { isGround($0) && $0.tokens.lowerBound - trigger.tokens.upperBound <= 6 }
      if actors.isEmpty, let place {
        actors = arrivingBehind(place, of: trigger, in: sentence, until: end)
      }
    }
    // «كان حزران زار»: a name that no table knows did it.
    let before = trigger.start - 1
    let isStrangers =
      before >= sentence.range.lowerBound && sentence.scan.tokens[before].kind == .word
      && sentence.scan.words[before].classes.isEmpty && !sentence.scan.isCommon(at: before)
      && !sentence.spans.contains { $0.tokens.contains(before) }
    if actors.isEmpty, !isStrangers, let subject = sentence.subject(before: trigger.start),
      // «وأنه زار اليمن»: a man; no embassy or league that stands before.
      subject.kind == .person || subject.kind == .office
        || isTraveller(subject) && sentence.scan.has(.body, at: subject.tokens.lowerBound),
      !trigger.form.hasObject
        || subject.tokens.lowerBound >= sentence.range.lowerBound
          && subject.tokens.upperBound <= trigger.start
    {
      actors = [subject]
    }
    guard !actors.isEmpty, let place else { return [] }
    // «الرئيس وأعضاء الحكومة وسفراء أجانب قد غادروا»
    actors += sentence.companion(of: actors, in: sentence.range.lowerBound..<trigger.start)
    actors += goingAlong(after, behind: place, besides: actors, in: sentence)
    return [
      Draft(
        type: trigger.form.type,
        trigger: number,
        tokens: trigger.tokens,
        actors: actors,
        recipients: sentence.visitedSite(of: trigger, by: actors, before: end),
        place: place,
        rule: "travel"
      )
    ]
  }

  /// «زار العراق مع الجنرال فلان»: who went along stands right behind the place.
  static func goingAlong(
    _ spans: [PartySpan],
    behind place: PartySpan,
    besides actors: [PartySpan],
    in sentence: SentenceReader
  ) -> [PartySpan] {
    spans.filter { span in
      let gap = place.tokens.upperBound..<max(place.tokens.upperBound, span.tokens.lowerBound - 1)
      return span.tokens.lowerBound > place.tokens.upperBound && span.governor.contains(.with)
        && [.person, .office].contains(span.kind) && !actors.contains { $0.means(span) }
        && gap.allSatisfy { sentence.scan.dateAt[$0] >= 0 }
    }
  }

  static func travellers(_ spans: [PartySpan], in sentence: SentenceReader) -> [PartySpan] {
    var found: [PartySpan] = []
    for span in spans {
      guard isTraveller(span) else { break }
      if let last = found.last {
        guard span.clitics.contains(.and), span.tokens.lowerBound - last.tokens.upperBound <= 2
        else { break }
      }
      found.append(span)
    }
    return found
  }

  private static func journey(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let scan = sentence.scan
    let trigger = sentence.triggers[number]
    let end = min(
      sentence.clauseEnd(after: trigger.tokens.upperBound - 1),
      trigger.tokens.upperBound + 30
    )
    let after = sentence.spans.filter {
      $0.tokens.lowerBound >= trigger.tokens.upperBound && $0.tokens.lowerBound < end
    }
    var actors: [PartySpan] = []
    let isArrival = scan.events.types[Int(trigger.form.type)].id == "arrival"
    if let first = after.first, isTraveller(first), first.clitics.isEmpty || first.clitics == .to,
      !(trigger.tokens.upperBound..<first.tokens.lowerBound).contains(where: { scan.isVerb(at: $0) }
      ),
      first.tokens.lowerBound - trigger.tokens.upperBound <= 2,
      first.governor.isEmpty || first.tokens.lowerBound == trigger.tokens.upperBound
    {
      actors = [first]
    }
    // «قام الوزير بأول زيارة لمسؤول …»: of what rank the traveller is; who he is stands before.
    if actors.first?.clitics == .to,
      scan.has(.ordinal, at: trigger.start - 1) || sentence.has(.rank, at: trigger.start - 1)
    {
      let doer =
        trigger.light >= 0
        ? sentence.subjectOf(sentence.triggers[trigger.light], before: trigger.start)
        : sentence.subject(before: trigger.start).map { [$0] } ?? []
      let named = doer.filter { $0.kind == .person || $0.kind == .office }
      if !named.isEmpty { actors = named }
    }
    let places = after.filter {
      isGround($0)
        && ($0.governor.contains(.to) || !$0.clitics.isDisjoint(with: [.to, .by])
          || $0.governor.contains(.inside) && $0.tokens.lowerBound - trigger.tokens.upperBound <= 4
          // «زيارة كل من قطر وعمان»
          || scan.has(.each, at: trigger.tokens.upperBound)
            && $0.tokens.lowerBound - trigger.tokens.upperBound <= 4
          || $0.tokens.lowerBound - trigger.tokens.upperBound <= 1 && actors.isEmpty && !isArrival)
    }
    let light = trigger.light >= 0
    let hasDate = !sentence.dates[number].isEmpty || light && !sentence.dates[trigger.light].isEmpty
    // «الزيارة التي يقوم بها الوزير …», «زيارة أجراها الرئيس»
    if actors.isEmpty, light, sentence.triggers[trigger.light].start > trigger.start {
      let verb = sentence.triggers[trigger.light]
      actors = Array(
        sentence.parties(
          from: verb.tokens.upperBound,
          to: min(sentence.range.upperBound, verb.tokens.upperBound + 4)
        ).filter { isTraveller($0) && $0.clitics.isEmpty && $0.governor.isDisjoint(with: [.with]) }
          .prefix(1)
      )
    }
    if actors.isEmpty, light {
      actors = sentence.subjectOf(sentence.triggers[trigger.light], before: trigger.start)
        .filter(isTraveller)
      // «تواصل السلطات … تجميد الزيارات»: a body that sends nobody travels nowhere.
      if places.isEmpty {
        actors.removeAll {
          $0.kind == .institution && !scan.has(.body, at: $0.tokens.lowerBound)
        }
      }
    }
    if actors.isEmpty { actors = sentence.intending(trigger).filter(isTraveller) }
    if actors.isEmpty, let subject = sentence.subject(before: trigger.start),
      subject.kind == .person || subject.kind == .office
        || subject.kind == .institution && scan.has(.body, at: subject.tokens.lowerBound)
        || !places.isEmpty && !isArrival && subject.kind == .state
    {
      actors = [subject]
    }
    guard !actors.isEmpty else { return [] }
    // «زيارتهم» is no one man's.
    if trigger.form.shape == .shared, actors.count == 1, actors[0].kind == .person,
      actors[0].how == .pronoun
    {
      return []
    }
    let isBare = trigger.form.shape == .definite && places.isEmpty && !hasDate && !light
    if isBare { return [] }
    // «بعد يوم من زيارة الوزير الإيطالي»: whoever stands behind it made it.
    let isGoverned =
      trigger.form.shape == .indefinite && actors.allSatisfy { $0.how != .pronoun }
      && sentence.wordsBefore(trigger.start, atMost: 3).contains {
        scan.has([.after, .before, .during], at: $0)
      }
    // «محطة في جولة الوزير الأميركي»: a tour leads through several places, of which none need be told.
    let isTour =
      scan.has(.tour, at: trigger.start) && actors.allSatisfy { $0.how != .pronoun }
      && trigger.form.shape == .indefinite
      && actors.allSatisfy {
        $0.tokens.lowerBound == trigger.tokens.upperBound
      }
    guard !places.isEmpty || hasDate || light || isGoverned || isTour else { return [] }
    if isArrival, places.isEmpty || !actors.contains(where: isTraveller) { return [] }
    if places.isEmpty, actors.allSatisfy({ $0.how == .pronoun }), trigger.form.shape == .definite {
      return []
    }
    // «الزيارتين إلى X وY» are two.
    var grounds = places.prefix(1)
    for span in places.dropFirst() {
      guard let last = grounds.last, span.clitics.contains(.and),
        span.tokens.lowerBound - last.tokens.upperBound <= 2
      else { break }
      grounds.append(span)
    }
    let isDual = trigger.form.number == .dual && grounds.count > 1
    // «زيارة إلى منطقة الجبال»: where it went under no name that a table has.
    let clause = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    var visited: [PartySpan] = []
    if grounds.isEmpty, !isArrival, let found = sentence.visited(behind: trigger, before: clause) {
      if isGround(found), found.entry >= 0 { grounds = [found] } else { visited = [found] }
    } else if !isDual, !isArrival, let last = grounds.last {
      visited =
        Array(grounds.dropFirst())
        + sentence.joined(to: last, before: clause).filter {
          [.organisation, .institution].contains($0.kind)
        }
      if visited.isEmpty, let more = sentence.verbatimJoined(to: last, before: clause, places: true)
      {
        visited.append(more)
      }
    }
    let chosen: [PartySpan?] = isDual ? Array(grounds) : [grounds.first]
    return chosen.map { place in
      Draft(
        type: trigger.form.type,
        trigger: number,
        tokens: trigger.tokens,
        actors: actors,
        recipients: visited,
        place: place,
        rule: light ? "journey-light" : "journey"
      )
    }
  }
}
