import ArabicText
import Lexicons
import NewsModel

/// An attack: «قصفت الطائرات … مواقع», «شنّ هجوماً», «التفجير الذي وقع في».
enum AttackFrame {
  static func drafts(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let scan = sentence.scan
    let trigger = sentence.triggers[number]
    let end = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    if trigger.form.tense != .noun {
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
        struck = actors.filter(isFighter)
        actors = []
      }
      let after = sentence.spans.filter {
        $0.tokens.lowerBound >= trigger.tokens.upperBound
          && $0.tokens.lowerBound < min(end, trigger.tokens.upperBound + 20)
          && !sentence.isAside($0)
      }
      // The doer stands right after the verb; further off is whom it struck.
      // Before its doer a verb is singular: «يقتحمون مقر السفارة» names whom they struck.
      if actors.isEmpty, trigger.form.number == .single,
        let first = after.first(where: { isFighter($0) && !sentence.isPlace($0) }),
        first.clitics.isDisjoint(with: [.to, .by]),
        first.governor.isDisjoint(with: [.on, .against]),
        first.tokens.lowerBound - trigger.tokens.upperBound <= 2
      {
        let nearer = sentence.fighters(rightAfter: trigger.tokens.upperBound, before: end)
        actors = [
          nearer.map { $0.tokens.lowerBound < first.tokens.lowerBound } == true
            ? nearer ?? first : first
        ]
      }
      let weapon = weapon(doing: trigger, in: sentence)
      if actors.isEmpty, let weapon { actors = sentence.adjectives(after: weapon + 1) }
      if actors.isEmpty, trigger.form.number == .single,
        let found = sentence.fighters(rightAfter: trigger.tokens.upperBound, before: end),
        found.clitics.isEmpty
      {
        actors = [found]
      }
      if actors.isEmpty, trigger.clitics.isEmpty,
        let found = sentence.fighters(rightBefore: trigger.start)
      {
        actors = [found]
        // «الجيش السوداني والقوات المشتركة يهاجمون»
        if found.clitics == .and,
          let first = sentence.spans.last(where: {
            $0.tokens.upperBound == found.tokens.lowerBound
          }), isFighter(first), first.clitics.isEmpty, !sentence.isPlace(first)
        {
          actors.insert(first, at: 0)
        }
      }
      if actors.isEmpty, sentence.scan.has(.that, at: trigger.start - 1),
        let found = sentence.fighters(tellingBefore: trigger.start)
      {
        actors = [found]
      }
      if actors.isEmpty, sentence.goesOn(trigger), !trigger.form.hasObject,
        trigger.form.number == .single,
        let doer = sentence.lastDoer(before: trigger.start)
      {
        actors = [doer]
      }
      // «قصفت ميليشيات الحوثي وقوات صالح الأحياء»: both did it.
      if let last = actors.last {
        actors += sentence.joinedSide(to: last, before: end)
          .filter { one in !actors.contains { $0.means(one) } }
      }
      if actors.isEmpty, let doer = sentence.doerBefore(openingVerb: trigger) { actors = [doer] }
      if actors.isEmpty, sentence.has(.masdar, at: trigger.start),
        let teller = sentence.announcer(of: trigger)
      {
        actors = [teller]
      }
      var others = after.filter { span in
        !actors.contains { $0.means(span) } && !sentence.isPlace(span) && isFighter(span)
          && AttackSides.isStruck(span, from: actors.last, verb: trigger)
      }
      if !struck.isEmpty { others = struck.filter { one in !actors.contains { $0.means(one) } } }
      var ground: PartySpan?
      if others.isEmpty {
        let edge = max(
          weaponEnd(weapon, of: trigger, in: sentence),
          actors.last?.tokens.upperBound ?? 0
        )
        let phrase = sentence.struck(from: edge, before: end)
        ground = phrase.place
        others = phrase.targets.filter { one in !actors.contains { $0.means(one) } }
        // «اغتالت قوة خاصة من الجيش …»: of whom the doer was one.
        if actors.isEmpty, trigger.form.number == .single, let owner = others.first,
          (edge..<owner.tokens.lowerBound).contains(where: { scan.has(.from, at: $0) }),
          scan.text.letters(of: scan.tokens[edge]).last != LetterCode.alef
        {
          actors = [owner]
          others = []
        }
      } else if let last = others.last {
        others += sentence.joinedSide(to: last, before: end)
          .filter { one in !(actors + others).contains { $0.means(one) } }
      }
      let place =
        ground ?? sentence.place(from: trigger.tokens.upperBound, to: end)
        ?? after.first { [.city, .place].contains($0.kind) }
      let isMilitary =
        weapon != nil
        || actors.contains {
          $0.kind == .institution || isArmed($0, in: sentence)
            || sentence.has([.fighters, .fighter], at: $0.tokens.lowerBound)
        }
        || (trigger.start..<min(end, trigger.tokens.upperBound + 8)).contains {
          scan.has([.forces], at: $0)
        }
      // «صاروخ … أطلق من غزة»: a place that it came from is not struck.
      let isStruck = place.map { !actors.isEmpty || !$0.governor.contains(.from) } ?? false
      guard !actors.isEmpty || !others.isEmpty || weapon != nil, isMilitary,
        !others.isEmpty || isStruck
      else { return [] }
      return [
        Draft(
          type: trigger.form.type,
          trigger: number,
          tokens: trigger.tokens,
          actors: Array(actors.prefix(3)),
          recipients: Array(others.prefix(5)),
          place: place,
          rule: "attack"
        )
      ]
    }
    if scan.events.types[Int(trigger.form.type)].id == "election" {
      return election(number, in: sentence)
    }
    let light = trigger.light >= 0
    let hasDate = !sentence.dates[number].isEmpty || light && !sentence.dates[trigger.light].isEmpty
    let sides = AttackSides(number, in: sentence, end: end)
    let place =
      sentence.place(from: trigger.tokens.upperBound, to: end) ?? venue(of: trigger, in: sentence)
    let isNear = place.map { $0.tokens.lowerBound - trigger.tokens.upperBound <= 4 } ?? false
    let isOne = trigger.form.number != .plural && trigger.form.needs.isEmpty
    guard
      light || hasDate || sentence.announcer(of: trigger) != nil
        || !trigger.form.isPossessed && isNear && isOne
          && !scan.has([.to, .topic], at: trigger.start - 1)
    else { return [] }
    guard place != nil || !sides.isEmpty || light && hasDate else { return [] }
    // Who struck, and neither whom nor where: of the silver reading one in four was right.
    let isSuffered = light && sentence.has(.suffered, at: sentence.triggers[trigger.light].start)
    if sides.targets.isEmpty, sides.ground == nil, place == nil, !isSuffered { return [] }
    // A place alone, and no day: of five none was right.
    if sides.isEmpty, !hasDate { return [] }
    // Who could be a side is named, but not as one: too little to draw.
    if sides.isEmpty, sentence.namesFighters(around: trigger) { return [] }
    return [
      Draft(
        type: trigger.form.type,
        trigger: number,
        tokens: trigger.tokens,
        actors: Array(sides.actors.prefix(3)),
        recipients: Array(sides.targets.prefix(5)),
        place: sides.ground ?? place,
        rule: light ? "attack-light" : "attack-noun"
      )
    ]
  }

  /// The weapon right behind the verb: «استهدفت طائرة مسيرة … قاعدة في», «استهدف صاروخ».
  ///
  /// It strikes, and nobody says whose it is. «فجروا عبوة», «هاجم مسيرة» name what was blown up or attacked.
  private static func weapon(doing trigger: Trigger, in sentence: SentenceReader) -> Int? {
    let doer = trigger.tokens.upperBound
    guard trigger.isVerb, trigger.form.number == .single, !trigger.form.hasObject,
      doer < sentence.range.upperBound, sentence.scan.triggerClitics[doer].isEmpty
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

  /// «التفجيرات التي شهدتها العاصمة العراقية بغداد»: the city that saw it.
  private static func venue(of trigger: Trigger, in sentence: SentenceReader) -> PartySpan? {
    guard trigger.light >= 0 else { return nil }
    let verb = sentence.triggers[trigger.light]
    guard sentence.has(.venue, at: verb.start) else { return nil }
    return sentence.spans.first {
      $0.tokens.lowerBound >= verb.tokens.upperBound
        && $0.tokens.lowerBound - verb.tokens.upperBound <= 3
        && [.city, .state, .place].contains($0.kind)
    }
  }

  /// «انتخابات تشرين الأول المقبلة»: a date makes it one, the state is the one spoken of.
  private static func election(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let scan = sentence.scan
    let trigger = sentence.triggers[number]
    let end = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    let hasDate =
      sentence.dates[number].contains { isNear($0, trigger, in: sentence) }
      || trigger.light >= 0 && !sentence.dates[trigger.light].isEmpty
    // «ترشحه لإعادة انتخابه» is of a man; whose vote it is, nobody says.
    guard hasDate, !trigger.form.isPossessed || trigger.form.number == .plural else { return [] }
    // «نتائج الانتخابات … الأربعاء»: the day is of the results, unless it stands right behind.
    if sentence.wordsBefore(trigger.start, atMost: 3).contains(where: {
      sentence.has(.poll, at: $0)
    }),
      !sentence.clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 4)
        .contains(where: { index in
          guard scan.dateAt[index] >= 0,
            !(trigger.tokens.upperBound..<index).contains(where: { scan.has(.relative, at: $0) })
          else { return false }
          let relation = scan.expressions[Int(scan.dateAt[index])].relation
          return relation != .by && relation != .until
        })
    {
      return []
    }
    var actors = sentence.adjectives(after: trigger.tokens.upperBound)
    let ground = sentence.spans.first {
      $0.tokens.lowerBound >= trigger.tokens.upperBound && $0.tokens.lowerBound < end
        && $0.country >= 0 && $0.kind != .organisation && !sentence.isAside($0)
    }
    if actors.isEmpty, let ground, ground.tokens.lowerBound - trigger.tokens.upperBound <= 8 {
      actors = [sentence.stateOf(ground)]
    }
    // Whose election it is when it does not say: the only state of the sentence, else the one that
    // the text speaks of most.
    if actors.isEmpty {
      let before = sentence.spans.filter {
        $0.tokens.upperBound <= trigger.start && $0.country >= 0
          && ![.organisation, .place, .city].contains($0.kind) && !sentence.isAside($0)
      }
      // «دعم الكونغرس جهود الحكومة العراقية … إلى إنجاح انتخابات»: whose effort it is.
      if let named = before.last,
        Set(before.map(\.country)).count == 1
          || [.state, .institution].contains(named.kind) && !named.clitics.contains(.to)
            && trigger.start - named.tokens.upperBound <= 6
            && !sentence.crossesClause(from: named.tokens.upperBound, to: trigger.start)
      {
        actors = [sentence.stateOf(named)]
      }
    }
    if actors.isEmpty, let state = sentence.memory.salientStates.last { actors = [state] }
    guard !actors.isEmpty else { return [] }
    return [
      Draft(
        type: trigger.form.type,
        trigger: number,
        tokens: trigger.tokens,
        actors: actors,
        recipients: sentence.candidates(behind: trigger, before: end),
        place: sentence.place(from: trigger.tokens.upperBound, to: end),
        rule: "election"
      )
    ]
  }

  /// Whether a date stands before an election, or so close behind it that nothing else is told between.
  private static func isNear(_ expression: Int32, _ trigger: Trigger, in sentence: SentenceReader)
    -> Bool
  {
    let scan = sentence.scan
    guard let place = sentence.range.first(where: { scan.dateAt[$0] == expression }),
      place >= trigger.tokens.upperBound
    else { return true }
    return place - trigger.tokens.upperBound <= 10
      && !(trigger.tokens.upperBound..<place).contains { index in
        scan.isVerb(at: index) && !scan.has(.relative, at: index - 1)
          && !scan.has([.before, .after], at: index)
          && !scan.triggerForms(at: index).contains { [.light, .happen].contains($0.frame) }
      }
  }

  static func isFighter(_ span: PartySpan) -> Bool {
    [.state, .institution, .organisation].contains(span.kind)
  }

  private static func isArmed(_ span: PartySpan, in sentence: SentenceReader) -> Bool {
    guard span.kind == .organisation, span.entry >= 0 else { return span.kind == .state }
    return sentence.scan.actors.entries[Int(span.entry)].category == "armed"
  }

  /// Whether a span is a force and not a state or its offices: «القوات», «الحركة».
  static func isUnderArms(_ span: PartySpan, in sentence: SentenceReader) -> Bool {
    switch span.kind {
    case .institution: span.tokens.contains { sentence.scan.has(.forces, at: $0) }
    case .organisation: isArmed(span, in: sentence)
    default: false
    }
  }
}
