import ArabicText
import Lexicons
import NewsModel

/// A verb of attack: «قصفت الطائرات … مواقع», «استهدف صاروخ», «القادة الذين اغتالهم الجيش».
enum AttackVerb {
  static func drafts(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let scan = sentence.scan
    let trigger = sentence.triggers[number]
    let end = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    if sentence.triggers.contains(where: { $0.light == number }) { return [] }
    var actors = sentence.subjectBefore(trigger.start)
    // «مستوطنون بحماية الجيش هاجموا»: under whose guard they were, not who did it.
    if let guardian = actors.last, sentence.isLed(guardian.tokens.lowerBound - 1),
      !scan.has(.that, at: guardian.tokens.lowerBound - 1)
    {
      actors = sentence.fighters(rightBefore: guardian.tokens.lowerBound - 1).map { [$0] } ?? []
    }
    // «القادة الذين اغتالهم الجيش»: the verb's suffix is who stands before the relative.
    var struck: [PartySpan] = []
    if trigger.form.hasObject, scan.has(.relative, at: trigger.start - 1) {
      struck = actors.filter { AttackFrame.isFighter($0) || $0.kind == .person }
      if let man = sentence.man(namedBefore: trigger.start - 1) { struck = [man] }
      actors = []
    }
    let after = sentence.spans.filter {
      $0.tokens.lowerBound >= trigger.tokens.upperBound
        && $0.tokens.lowerBound < min(end, trigger.tokens.upperBound + 20)
        && !sentence.isAside($0)
    }
    let weapon = weapon(doing: trigger, in: sentence)
    actors = doers(
      of: trigger,
      named: actors,
      after: after,
      weapon: weapon,
      before: end,
      in: sentence
    )
    // «هاجم المتظاهرون آليات …»: two phrases behind the verb, the first of which no table knows.
    let pair =
      struck.isEmpty
      ? self.pair(behind: trigger, besides: actors.first, before: end, in: sentence) : nil
    if let pair { actors = [pair.doer] }
    var others = after.filter { span in
      !actors.contains { $0.means(span) } && !sentence.isPlace(span) && AttackFrame.isFighter(span)
        && AttackSides.isStruck(span, from: actors.last, verb: trigger, in: sentence)
    }
    if !struck.isEmpty { others = struck.filter { one in !actors.contains { $0.means(one) } } }
    var ground: PartySpan?
    // «استهدف موقعا، …، وتجمعا لجنود», «قصف قافلة تابعة للحلف»: the phrase is read from its head.
    if let first = others.first, struck.isEmpty {
      let edge = max(
        weaponEnd(weapon, of: trigger, in: sentence),
        actors.last?.tokens.upperBound ?? 0
      )
      let listed = sentence.struck(from: edge, before: end).targets
        .filter { one in !actors.contains { $0.means(one) } }
      if let head = listed.first, head.tokens.lowerBound < first.tokens.lowerBound {
        others =
          listed
          + others.filter { one in
            !listed.contains { $0.tokens.overlaps(one.tokens) || $0.means(one) }
          }
      }
    }
    if let pair {
      others = pair.struck.targets
      ground = pair.struck.place
    } else if others.isEmpty {
      let edge = max(
        weaponEnd(weapon, of: trigger, in: sentence),
        actors.last?.tokens.upperBound ?? 0
      )
      let phrase = sentence.struck(from: edge, before: end)
      ground = phrase.place
      others = phrase.targets.filter { one in !actors.contains { $0.means(one) } }
      if let unit = others.first,
        let object = sentence.object(behindUnit: unit, of: trigger, before: end)
      {
        actors = [unit]
        others = object.targets
        ground = object.place ?? ground
      }
      // «اغتالت قوة خاصة من الجيش …»: of whom the doer was one.
      if actors.isEmpty, trigger.form.number == .single, let owner = others.first,
        (edge..<owner.tokens.upperBound).contains(where: { scan.has(.from, at: $0) }),
        scan.text.letters(of: scan.tokens[edge]).last != LetterCode.alef
      {
        actors = [owner]
        others = sentence.struck(from: owner.tokens.upperBound, before: end).targets
          .filter { !$0.means(owner) }
      }
    } else if let last = others.last {
      others += sentence.joinedSide(to: last, before: end)
        .filter { one in !(actors + others).contains { $0.means(one) } }
    }
    // «إن سائق شاحنة هاجم حشدا»: a subject before the verb that no table knows.
    var isTold = pair != nil
    if actors.isEmpty, trigger.clitics.isEmpty, struck.isEmpty,
      let subject = sentence.subjectPhrase(before: trigger.start),
      sentence.isBlow(trigger, by: subject, on: StruckPhrase(targets: others, place: ground))
    {
      actors = [subject]
      isTold = true
    }
    let place =
      ground ?? sentence.struckPlace(of: trigger, to: end)
      ?? after.first {
        [.city, .place].contains($0.kind)
          && !sentence.isLandmark($0, from: trigger.tokens.upperBound)
          && $0.tokens.lowerBound < sentence.nextBlow(behind: trigger, before: end)
      }
    let isMilitary =
      weapon != nil || isTold
      || actors.contains {
        $0.kind == .institution || AttackFrame.isArmed($0, in: sentence)
          || $0.tokens.prefix(2).contains { sentence.has([.fighters, .fighter], at: $0) }
      }
      || (trigger.start..<min(end, trigger.tokens.upperBound + 8)).contains {
        scan.has([.forces], at: $0)
      }
    // «صاروخ … أطلق من غزة»: a place that it came from is not struck.
    let isStruck = place.map { !actors.isEmpty || !$0.governor.contains(.from) } ?? false
    guard !actors.isEmpty || !others.isEmpty || weapon != nil, isMilitary,
      !others.isEmpty || isStruck
    else { return [] }
    if let partner = sentence.partner(in: trigger.tokens.upperBound..<end), !actors.isEmpty,
      !(actors + others).contains(where: { $0.means(partner) })
    {
      actors.append(partner)
    }
    let meant = sentence.meantAgain(actors, striking: others)
    return [
      Draft(
        type: trigger.form.type,
        trigger: number,
        tokens: trigger.tokens,
        actors: Array(meant.doers.prefix(3)),
        recipients: Array(meant.struck.prefix(5)),
        place: place,
        rule: "attack"
      )
    ]
  }

  /// The subject and the object behind a verb, where they tell more of the doer than a party found there: he was
  /// only guessed, has no name, or stands behind another, «اقتحم محتجون السفارة الأميركية».
  private static func pair(
    behind trigger: Trigger,
    besides doer: PartySpan?,
    before end: Int,
    in sentence: SentenceReader
  ) -> (doer: PartySpan, struck: StruckPhrase)? {
    if let doer, doer.how != .pronoun, doer.tokens.lowerBound <= trigger.tokens.upperBound,
      doer.entry >= 0 || doer.tokens.lowerBound < trigger.start
    {
      return nil
    }
    guard let pair = sentence.subjectAndObject(of: trigger, before: end),
      sentence.isBlow(trigger, by: pair.doer, on: pair.struck)
    else { return nil }
    guard let doer, doer.how != .pronoun, doer.entry >= 0 else { return pair }
    // «طائرات الأباتشي السعودية»: right behind it a state may be its adjective.
    let isAdjective = doer.kind == .state && doer.tokens.lowerBound == pair.doer.tokens.upperBound
    return pair.doer.tokens.upperBound <= doer.tokens.lowerBound && !isAdjective ? pair : nil
  }

  /// The weapon right behind the verb: «استهدفت طائرة مسيرة … قاعدة في», «استهدف صاروخ».
  ///
  /// It strikes, and nobody says whose it is. «فجروا عبوة», «هاجم مسيرة» name what was blown up or attacked.
  private static func weapon(doing trigger: Trigger, in sentence: SentenceReader) -> Int? {
    let doer = trigger.tokens.upperBound
    guard trigger.isVerb, trigger.form.number == .single, !trigger.form.hasObject,
      doer < sentence.range.upperBound, sentence.scan.triggerClitics[doer].isEmpty,
      !sentence.isLed(doer)
    else { return nil }
    if sentence.has(.weapon, at: doer) { return doer }
    // A lone «مسيرة» is a march.
    let isCraft = sentence.has(.thing, at: doer) && sentence.has(.crewless, at: doer + 1)
    return isCraft ? doer + 1 : nil
  }

  /// Past what a verb strikes with: «استهدفت غارات جوية جديدة …», «استهدف صاروخ …».
  private static func weaponEnd(_ weapon: Int?, of trigger: Trigger, in sentence: SentenceReader)
    -> Int
  {
    let next = trigger.tokens.upperBound
    let blow = sentence.triggers.first {
      $0.start == next && $0.form.frame == .blow && $0.clitics.isEmpty
    }
    guard var edge = weapon.map({ $0 + 1 }) ?? blow?.tokens.upperBound else { return next }
    while edge < sentence.range.upperBound, sentence.scan.tokens[edge].kind == .word,
      sentence.has([.manner, .crewless, .fighter, .fighters], at: edge)
        || sentence.scan.senses(at: edge).contains(where: { $0.kind == .adjective })
    {
      edge += 1
    }
    return edge
  }
}
