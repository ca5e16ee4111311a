import ArabicText
import Lexicons
import NewsModel

/// A noun that names an event: «لقاء», «مباحثات», «قمة», «الجولة الثالثة من الحوار».
///
/// A noun alone says nothing of whether it happened: a verb beside it («عقد», «جرى»), a date, or
/// «خلال», «عقب» before it must.
enum EventNounFrame {
  static func drafts(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let scan = sentence.scan
    let trigger = sentence.triggers[number]
    // «حوار مع صحيفة», «لقاء مع قناة» are interviews.
    let soon =
      trigger.tokens.upperBound..<min(sentence.range.upperBound, trigger.tokens.upperBound + 4)
    if soon.contains(where: { scan.has(.media, at: $0) }) { return [] }
    let light = trigger.light >= 0 ? sentence.triggers[trigger.light] : nil
    let clause = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    // «وعلى هامش القمة وجّه …»: the next verb opens another matter.
    let end =
      (trigger.tokens.upperBound..<clause).first { index in
        index != light?.start && scan.isVerb(at: index)
          && !scan.has([.relative, .headed, .not], at: index - 1) && !scan.has(.headed, at: index)
          && !sentence.spans.contains { $0.tokens.contains(index) }
      } ?? clause
    let hasDate =
      !sentence.dates[number].isEmpty
      || light.map { _ in !sentence.dates[trigger.light].isEmpty } ?? false
    let governed =
      scan.follows(
        [.during, .after, .before, .hold, .start, .postpone, .cancel, .inside],
        at: trigger.start
      )
      || trigger.clitics.contains(.by) || trigger.clitics.contains(.to)
    let attendees = sentence.attendees(of: trigger)
    // «جولة» is of talks, or it is a tour.
    var ordinal: Int?
    for index in trigger.tokens.upperBound..<min(end, trigger.tokens.upperBound + 5)
    where ordinal == nil {
      ordinal = scan.ordinal(at: index)
    }
    var parties = sentence.adjectives(after: trigger.tokens.upperBound)
    let near = sidesBehind(trigger, before: end, in: sentence)
    var linkedParties: [PartySpan] = []
    for span in EncounterFrame.linked(near, in: sentence, isNoun: true) {
      if parties.contains(where: { $0.means(span) }) { continue }
      let distance = span.tokens.lowerBound - trigger.tokens.upperBound
      let isBound =
        !span.governor.isDisjoint(with: [.with, .between, .at])
        || distance <= 8 && !span.clitics.isDisjoint(with: [.by, .to])
          && sentence.isUnbroken(from: trigger.tokens.upperBound, to: span.tokens.lowerBound)
        || distance <= 2
        // «الجولة الأخيرة من محادثات الأمم المتحدة»
        || distance <= 5 && span.clitics.isEmpty
          && scan.has(.talks, at: span.tokens.lowerBound - 1)
        || !linkedParties.isEmpty
        || light.map {
          $0.start > trigger.start && $0.start < span.tokens.lowerBound
            // «قمة استضافتها العاصمة»: where it was.
            && !(sentence.has(.hostVerb, at: $0.start) && $0.form.hasObject)
        } ?? false
        || isLed(from: trigger.tokens.upperBound, to: span.tokens.lowerBound, in: sentence)
        // «تلقى اتصالاً هاتفياً أمس من ملك …»
        || trigger.form.needs.contains(.phone) && span.governor.contains(.from)
      if isBound { linkedParties.append(span) }
    }
    if parties.isEmpty, heads(linkedParties) == 1, linkedParties[0].governor.contains(.with),
      let holders = sentence.holders(of: trigger, before: linkedParties[0].tokens.lowerBound - 1)
    {
      linkedParties.insert(holders, at: 0)
    }
    // «محادثات بين طرفي الصراع»: between whom is told, but under no name.
    if parties.isEmpty, linkedParties.isEmpty,
      scan.has(.between, at: trigger.tokens.upperBound)
    {
      return []
    }
    // «كل من تونس والجزائر ومصر … القمة الثلاثية»
    if linkedParties.count + parties.count < 3,
      sentence.has(.trilateral, in: sentence.clamped(trigger.start, trigger.tokens.upperBound + 3)),
      let three = sentence.lastThree(before: trigger.start)
    {
      (parties, linkedParties) = ([], three)
    }
    // «القمة التي سيعقدها غداً مع كبار القادة»: the other side is told under no name.
    if parties.isEmpty, linkedParties.isEmpty,
      let side = sentence.unnamedSide(behind: trigger, before: end)
    {
      linkedParties = [side]
    }
    let ownParties = parties.count + linkedParties.count
    parties += linkedParties
    if trigger.form.shape == .shared, ownParties == 0 {
      // «خلال لقائهم»: all who were named before it.
      var named = sentence.parties(from: sentence.range.lowerBound, to: trigger.start)
        .filter { $0.kind != .city }
      // «نقل عن مسؤول أن فلانا وعلانا اتفقا خلال لقائهما»: who the inner clause names.
      if let that = (sentence.range.lowerBound..<trigger.start).last(where: {
        scan.has(.that, at: $0)
      }), case let inner = named.filter({ $0.tokens.lowerBound > that }), inner.count >= 2 {
        named = inner
      }
      // «زعماء الاتحاد … في قمتهم»: several in one phrase are all.
      if let last = named.last, isSeveral(last, in: sentence) { named = [last] }
      // Of «الوزير الصيني» and «الصين» the man is meant.
      let ofPersons = Set(named.filter { $0.kind == .person }.map(\.country))
      named.removeAll { $0.kind == .state && ofPersons.contains($0.country) }
      let known = named.isEmpty ? sentence.lastTwo(persons: true) : Array(named.suffix(4))
      for span in known where !parties.contains(where: { $0.means(span) }) { parties.append(span) }
    } else if ownParties == 0, light == nil, trigger.form.shape == .indefinite,
      scan.follows([.during, .after], at: trigger.start),
      let together = sentence.doersTogether(before: trigger)
    {
      parties = together
    } else if trigger.form.isPossessed, let owner = sentence.subject(before: trigger.start) {
      if !parties.contains(where: { $0.means(owner) }) { parties.insert(owner, at: 0) }
      // «اتفقت الصين وكوريا واليابان خلال قمتها»: the owner is all of them.
      if ownParties == 0 {
        for span in sentence.joined(to: owner, before: trigger.start)
        where !parties.contains(where: { $0.means(span) }) {
          parties.append(span)
        }
      }
    }
    // «وأخيرا لقاء فلان وعلان»: both sides stand right behind the noun.
    let isWhole =
      heads(parties) >= 2 && trigger.form.shape == .indefinite && !trigger.form.isPossessed
      && linkedParties.first.map {
        $0.tokens.lowerBound == trigger.tokens.upperBound && $0.clitics.isEmpty
      } ?? false
    if let light, !isWhole, parties.count < 2 || light.form.tense != .noun {
      // «المحادثات التي جرت»: who stands before the noun is of the clause around it.
      for span in light.start < trigger.start
        ? sentence.subjectOf(light, before: trigger.start) : []
      where !parties.contains(where: { $0.means(span) }) {
        if span.kind == .city || span.kind == .state, sentence.has(.hostVerb, at: light.start) {
          continue
        }
        parties.insert(span, at: 0)
      }
    }
    // «سيجري مباحثات مع X ونظيره Y»: those behind «مع» are the other side.
    if let light, light.start < trigger.start, light.form.frame == .light,
      ![.noun, .passive].contains(light.form.tense), heads(parties) >= 2,
      let first = parties.first, first.governor.contains(.with),
      parties.allSatisfy({ $0.tokens.lowerBound > trigger.start }),
      let subject = sentence.subject(before: light.start),
      !parties.contains(where: { $0.means(subject) })
    {
      parties.insert(subject, at: 0)
    }
    // A retelling: «وأكد خلال اللقاء».
    for span in attendees.reversed() where !parties.contains(where: { $0.means(span) }) {
      parties.insert(span, at: 0)
    }
    let isBare = ownParties == 0 && !hasDate && light == nil && ordinal == nil && attendees.isEmpty
    if isBare, trigger.form.shape == .definite { return [] }
    // «لتيسير هذا الاجتماع»: what was told before, and not by whom.
    if ownParties == 0, !hasDate, sentence.has(.pointing, at: trigger.start - 1) { return [] }
    let isAhead = (trigger.tokens.upperBound..<min(end, trigger.tokens.upperBound + 3)).contains {
      scan.has(.planned, at: $0)
    }
    // «الجولة الثالثة من الحوار»: the round tells it.
    if number > 0, trigger.start - sentence.triggers[number - 1].tokens.upperBound <= 3,
      sentence.triggers[number - 1].form.frame == .event,
      sentence.triggers[number - 1].form.needs.contains(.talks)
    {
      return []
    }
    let traveller = ownParties > 0 ? sentence.traveller(for: trigger) : nil
    guard
      light != nil || hasDate || governed || !attendees.isEmpty || isAhead || traveller != nil
        || ownParties >= 2
        || trigger.form.isPossessed && ownParties >= 1
    else { return [] }
    if let traveller, !parties.contains(where: { $0.means(traveller) }) {
      parties.insert(traveller, at: 0)
    }
    if heads(parties) >= 2, let doer = doerBeside(parties, of: trigger, in: sentence) {
      parties.insert(doer, at: 0)
    }
    if heads(parties) < 2, trigger.form.number != .plural || hasDate || isAhead || light != nil {
      // «استضافة جوبا جلسات التفاوض»: the host is no side.
      let isHosted =
        light.map {
          $0.start < trigger.start && sentence.has([.hostVerb, .venue], at: $0.start)
        } ?? false
      let before = sentence.parties(
        from: sentence.clauseStart(before: trigger.start),
        to: isHosted ? light?.start ?? trigger.start : trigger.start
      )
      // A summit or conference of a bloc has no further side; a purpose has none that acts yet.
      let isOneBody =
        light == nil && trigger.clitics.contains(.to)
        || parties.contains {
          // «اجتماع مجلس الوزراء»: the body that meets.
          $0.kind == .organisation && !$0.governor.contains(.with)
            && ($0.entry >= 0
              || $0.tokens.lowerBound == trigger.tokens.upperBound && $0.clitics.isEmpty
                && scan.has(.body, at: $0.tokens.lowerBound)
                && !scan.has(.people, at: $0.tokens.lowerBound))
        } && !trigger.form.isPossessed
      // «كما سيجري مباحثات مع …»: the doer of the verb before is meant.
      if let light, light.start < trigger.start, heads(parties) < 2,
        ![.noun, .passive].contains(light.form.tense),
        let first = parties.first, first.governor.contains(.with),
        let subject = sentence.subject(before: light.start), !first.means(subject)
      {
        parties.insert(subject, at: 0)
      }
      // A bare noun has at the most the one beside it.
      let isOwned = ownParties > 0 || light != nil || trigger.form.isPossessed
      for span in before.suffix(isOwned ? 2 : 1)
      where !isOneBody && (isOwned || [.person, .office, .pair].contains(span.kind))
        && heads(parties) < 2
        && !parties.contains(where: { $0.means(span) })
        && span.governor.isDisjoint(with: [.source, .topic, .at, .inside])
        && !(span.tokens.upperBound..<trigger.start).contains(where: {
          scan.has([.lead, .people], at: $0)
        })
      {
        parties.insert(span, at: 0)
      }
      if !isOneBody, heads(parties) < 2, ownParties > 0 || hasDate || light != nil,
        let subject = sentence.subject(before: trigger.start),
        !parties.contains(where: { $0.means(subject) })
      {
        parties.insert(subject, at: 0)
      }
    }
    guard
      hasDate && !parties.isEmpty
        || parties.contains(where: { $0.how != .pronoun || $0.kind == .pair })
    else { return [] }
    // «اجتماع مجلس الجامعة»: one body meets.
    let isBody = parties.contains { $0.kind == .organisation && $0.how != .pronoun } && governed
    if heads(parties) < 2, light == nil, ordinal == nil, !isBody,
      !(hasDate && trigger.form.shape != .indefinite || isAhead)
    {
      return []
    }
    if let last = parties.last, last.tokens.lowerBound >= trigger.tokens.upperBound,
      parties.count > 1, last.governor.contains(.with) || last.clitics.contains(.and)
    {
      parties += sentence.closing(last, before: end)
    }
    // «الحوار العراقي الأميركي برئاسة وزيري خارجية البلدين»: the two are named.
    if parties.filter({ $0.kind == .state }).count >= 2 { parties.removeAll { $0.kind == .pair } }
    // A conference is told of states and their bodies, or it is no matter of diplomacy.
    if scan.has(.conference, at: trigger.start),
      ownParties == 0
        || parties.filter({
          $0.kind != .pair && ($0.entry >= 0 || $0.country >= 0) && $0.how != .pronoun
        }).count < 2
    {
      return []
    }
    // «تلقى … اتصالاً من …»: who called acts.
    var (actors, others) = (Array(parties.prefix(1)), Array(parties.dropFirst()))
    if let light, sentence.has(.received, at: light.start),
      let caller = others.firstIndex(where: { $0.governor.contains(.from) })
    {
      (actors, others) = (Array(others[caller...]), actors + others[..<caller])
    }
    // «اللقاءات التي يعقدها الوزير والسفير», «حضر الجلسة فلان وعلان»: all of them do it.
    if areJoined(parties),
      light.map({ $0.start > trigger.start && $0.form.frame == .light }) ?? false
        || sentence.wordsBefore(trigger.start, atMost: 2).contains(where: {
          sentence.has(.attended, at: $0)
        })
    {
      (actors, others) = (parties, [])
    }
    return [
      Draft(
        type: trigger.form.type,
        trigger: number,
        tokens: trigger.tokens,
        actors: actors,
        recipients: others,
        place: sentence.placeOfMeeting(trigger, to: end),
        ordinal: ordinal,
        rule: light == nil ? "event-noun" : "event-noun-light"
      )
    ]
  }
}
