import ArabicText
import Lexicons
import NewsModel

/// An attack: «قصفت الطائرات … مواقع», «شنّ هجوماً», «التفجير الذي وقع في».
enum AttackFrame {
  static func drafts(_ number: Int, in sentence: SentenceReader) -> [Draft] {
    let scan = sentence.scan
    let trigger = sentence.triggers[number]
    switch trigger.form.deed {
    case .clash: return ClashFrame.drafts(number, in: sentence)
    case .killing: return KillingFrame.drafts(number, in: sentence)
    case .shooting: return ShootingFrame.drafts(number, in: sentence)
    case .bursting: return BurstFrame.drafts(number, in: sentence)
    case .blow, .massacre: break
    }
    let end = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    if trigger.form.tense != .noun { return AttackVerb.drafts(number, in: sentence) }
    if scan.events.types[Int(trigger.form.type)].id == "election" {
      return ElectionFrame.drafts(number, in: sentence)
    }
    let light = trigger.light >= 0
    let hasDate = !sentence.dates[number].isEmpty || light && !sentence.dates[trigger.light].isEmpty
    let sides = AttackSides(number, in: sentence, end: end)
    // «المجازر» without a number are a standing charge; one has its doer, or its day.
    if trigger.form.deed == .massacre {
      let isCounted = scan.tokens[max(trigger.start - 1, sentence.range.lowerBound)].kind == .number
      guard isCounted || trigger.form.number != .plural, light, !sides.actors.isEmpty || hasDate
      else { return [] }
    }
    let place =
      sentence.struckPlace(of: trigger, to: end)
      ?? venue(of: trigger, in: sentence)
    let isNear = place.map { $0.tokens.lowerBound - trigger.tokens.upperBound <= 4 } ?? false
    let isOne = trigger.form.number != .plural && trigger.form.needs.isEmpty
    guard
      light || hasDate || sentence.announcer(of: trigger) != nil
        || isKnownToHaveBeen(trigger, sides, in: sentence)
        || !trigger.form.isPossessed && isNear && isOne
          && !scan.has([.to, .topic], at: trigger.start - 1)
    else { return [] }
    guard place != nil || !sides.isEmpty || light && hasDate else { return [] }
    // Who struck, and neither whom nor where: of the silver reading one in four was right.
    let isSuffered = light && sentence.has(.suffered, at: sentence.triggers[trigger.light].start)
    let isMassacre = trigger.form.deed == .massacre && light
    if sides.targets.isEmpty, sides.ground == nil, place == nil, !isSuffered, !isMassacre {
      return []
    }
    // A place alone, and no day: of five none was right.
    if sides.isEmpty, !hasDate { return [] }
    // Who could be a side is named, but not as one: too little to draw.
    if sides.isEmpty, sentence.namesFighters(around: trigger) { return [] }
    let meant = sentence.meantAgain(sides.actors, striking: sides.targets)
    return [
      Draft(
        type: trigger.form.type,
        trigger: number,
        tokens: trigger.tokens,
        actors: Array(meant.doers.prefix(3)),
        recipients: Array(meant.struck.prefix(5)),
        place: sides.ground ?? place,
        rule: light ? "attack-light" : "attack-noun"
      )
    ]
  }

  /// «قُتل ثلاثة جراء قصف …», «شهداء في غارة على …», «تنديداً باغتيال الجيش القائد», «عقب اغتيال فلان»: what killed, and
  /// what others answer or what they date by, has been, if the text says of whom.
  private static func isKnownToHaveBeen(
    _ trigger: Trigger,
    _ sides: AttackSides,
    in sentence: SentenceReader
  ) -> Bool {
    let scan = sentence.scan
    let next = trigger.tokens.upperBound
    guard !sides.targets.isEmpty || sides.ground != nil,
      // «في قصف إسرائيلي استهدف شقة»: the verb tells it.
      !sentence.triggers.contains(where: {
        $0.form.frame == .strike && $0.form.deed == .blow
          && (next...next + 3).contains($0.start)
      }),
      !sentence.has([.sought, .unreal], in: sentence.clamped(trigger.start - 3, trigger.start))
    else { return false }
    if sides.casualty(of: trigger, in: sentence) != nil { return true }
    guard trigger.form.number == .single, trigger.form.shape != .definite else { return false }
    let isWhole = !sides.actors.isEmpty || sentence.has(.victim, at: trigger.start)
    let before = trigger.start - 1
    let isAnswered =
      (scan.has(.on, at: before) || trigger.clitics.contains(.by))
      && sentence.isIndefiniteObject(scan.has(.on, at: before) ? before - 1 : before)
    if isWhole, scan.has(.after, at: before) || isAnswered { return true }
    // «وردت القوات بقصف مدفعي على …»: what a verb told as past was done with.
    return trigger.clitics.contains(.by) && !sides.actors.isEmpty
      && sentence.clamped(trigger.start - 8, trigger.start).contains { index in
        scan.isVerb(at: index) && scan.dateAt[index] < 0
          && !scan.triggerForms(at: index).contains { $0.frame == .speech }
      }
  }

  /// «التفجيرات التي شهدتها العاصمة العراقية بغداد»: the city that saw it.
  private static func venue(of trigger: Trigger, in sentence: SentenceReader) -> PartySpan? {
    guard trigger.light >= 0 else { return nil }
    let verb = sentence.triggers[trigger.light]
    // «وتشهد المدينة تظاهرات … في وجه العدوان»: the verb is of another noun.
    guard sentence.has(.venue, at: verb.start),
      trigger.start - verb.start <= 9 || trigger.form.shape == .indefinite
    else { return nil }
    return sentence.spans.first {
      $0.tokens.lowerBound >= verb.tokens.upperBound
        && $0.tokens.lowerBound - verb.tokens.upperBound <= 3
        && [.city, .state, .place].contains($0.kind)
    }
  }

  static func isFighter(_ span: PartySpan) -> Bool {
    [.state, .institution, .organisation].contains(span.kind)
  }

  static func isArmed(_ span: PartySpan, in sentence: SentenceReader) -> Bool {
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
