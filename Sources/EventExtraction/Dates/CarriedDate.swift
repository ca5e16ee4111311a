import ArabicText
import Chronology
import Lexicons
import NewsModel

/// The day of an event from the verb that carries it: «أفاد مراسلنا بأن الطيران قصف …», «أعلنت اليوم
/// استهداف …», «قال خلال لقائه … إن».
///
/// What the news of a day reports as done, announces or says at a meeting was on the day of that
/// report, as long as no other time is told of it. Asked only for what is told as past and has no day.
struct CarriedDate {
  let sentence: SentenceReader

  var scan: ArticleScan { sentence.scan }
  var attachment: DateAttachment { DateAttachment(sentence: sentence) }
  var guarding: DateGuard { DateGuard(sentence: sentence) }

  /// A day, and the verb that it was taken from.
  struct Found {
    var date: EventDate
    /// Where that verb begins in the text.
    var verb: Int
  }

  /// The day of an event told as past that has none of its own.
  func day(of draft: Draft) -> Found? { day(of: sentence.triggers[draft.trigger]) }

  /// The day of what a trigger tells as past without one of its own.
  func day(of trigger: Trigger) -> Found? {
    switch trigger.form.frame {
    case .speech, .word: return nil
    default: break
    }
    var found =
      reported(trigger) ?? announced(trigger) ?? occasion(trigger) ?? harmed(trigger)
      ?? current(trigger)
    if let date = found?.date, let eve = guarding.dayBefore(trigger, date) { found?.date = eve }
    return found
  }

  // MARK: - Reported, announced, said at

  /// «أفاد … بأن مسيرة استهدفت»: a past verb of the words that are reported.
  private func reported(_ trigger: Trigger) -> Found? {
    let verb = trigger.light >= 0 ? sentence.triggers[trigger.light] : trigger
    let head = min(verb.start, trigger.start)
    guard verb.form.tense == .past || verb.form.tense == .passive,
      // «نفذت عمليات ردا على العدوان»: the noun is not what was done.
      trigger.isVerb || !scan.has([.on, .after, .topic, .source], at: trigger.start - 1),
      let opener = sentence.clamped(head - 14, head).last(where: isOpener),
      let saying = saying(before: opener)
    else { return nil }
    let isBlow = [.strike, .blow].contains(trigger.form.frame)
    guard isBlow || isOfNews(trigger, saying: saying) else { return nil }
    var strange = 0
    for index in opener + 1..<max(head, opener + 1) {
      if scan.has([.be, .relative, .not, .condition, .since, .qad], at: index) { return nil }
      if scan.isVerb(at: index), !isBlow { return nil }
      if isTold(at: index) { return nil }
      if !belongs(index) { strange += 1 }
    }
    let last = max(verb.tokens.upperBound, trigger.tokens.upperBound)
    guard strange <= 6,
      !(trigger.tokens.upperBound..<max(trigger.tokens.upperBound, verb.start)).contains(where: {
        scan.has(.relative, at: $0)
      }), !restOfClause(last).contains(where: { isTold(at: $0) || scan.has(.since, at: $0) })
    else { return nil }
    let found = found(saying, until: opener, of: trigger)
    // «قال إنه التقى»: of himself one tells any day, unless the news is told on a day of its own.
    if !isBlow, found?.date.basis == .publication, opener == head - 1 { return nil }
    return found
  }

  /// Whether what is reported was of late: an attack, a meeting, an agreement, what is announced.
  ///
  /// «قال إن الوزير زار», «أوضح أنه قدم استقالته» tell of any day.
  private func isOfNews(_ trigger: Trigger, saying: Int) -> Bool {
    if [.encounter, .discuss, .event, .agree, .withdraw].contains(trigger.form.frame) {
      return true
    }
    return sentence.triggers.contains { other in
      other.start == saying && scan.events.types.indices.contains(Int(other.form.type))
        && scan.events.types[Int(other.form.type)].id == "announcement"
    }
  }

  /// «أعلنت كتيبة طولكرم استهداف قوة»، «أعلن عن التوصل إلى اتفاق»: a noun that is announced.
  private func announced(_ trigger: Trigger) -> Found? {
    guard !trigger.isVerb, trigger.light < 0, trigger.clitics.isDisjoint(with: [.to, .like]),
      [.blow, .strike, .withdraw, .document, .agree].contains(trigger.form.frame)
        || isDoneBySaying(trigger),
      let verb = (sentence.range.lowerBound..<trigger.start).last(where: isFinite),
      isSaying(verb), isObject(trigger, of: verb), !hasOwnTime(trigger)
    else { return nil }
    return found(verb, until: trigger.start, of: trigger)
  }

  /// «أعلن عن تخفيف العقوبات»: what is done by being announced, as aid is not.
  private func isDoneBySaying(_ trigger: Trigger) -> Bool {
    trigger.form.frame == .object && scan.events.types.indices.contains(Int(trigger.form.type))
      && ["sanction", "sanction-relief", "recognition", "expulsion"].contains(
        scan.events.types[Int(trigger.form.type)].id
      )
  }

  /// Whether a time behind a noun is its own: that of what came before it («بعد الزلزال الذي ضرب …») is not.
  private func hasOwnTime(_ trigger: Trigger) -> Bool {
    restOfClause(trigger.tokens.upperBound)
      .prefix { !scan.has(.after, at: $0) || scan.dateAt[$0] >= 0 }
      .contains { isTold(at: $0) || scan.has(.since, at: $0) }
  }

  /// Whether a noun is what a verb of saying announces: only who, when and where stand between.
  private func isObject(_ trigger: Trigger, of verb: Int) -> Bool {
    var before = trigger.start - 1
    // «عن التوصل إلى»: what leads to it.
    while before > verb, scan.has([.about, .to], at: before) || sentence.has(.reached, at: before) {
      before -= 1
    }
    guard before == verb || belongs(before) else { return false }
    var strange = 0
    for index in verb + 1..<max(verb + 1, trigger.start) {
      if scan.has([.that, .relative, .subordinate, .not, .condition, .after], at: index) {
        return false
      }
      if sentence.has([.sought, .unreal, .agreed, .theme], at: index) { return false }
      if !belongs(index) { strange += 1 }
    }
    // «أعلنت كتائب …، الجناح العسكري للحركة، استهدافها»: its suffix goes back to her, whatever stands between.
    return strange <= (trigger.form.isPossessed ? 14 : 6)
  }

  /// «قال … خلال لقائه»، «في اجتماع عقده مع»، «للصحافيين بعد الاجتماع»: a meeting that words were said at.
  private func occasion(_ trigger: Trigger) -> Found? {
    let before = trigger.start - 1
    guard !trigger.isVerb, [.event, .journey, .sign].contains(trigger.form.frame),
      before >= sentence.range.lowerBound, !scan.has(.since, at: before)
    else { return nil }
    let isThere =
      scan.has([.during, .at], at: before)
      || scan.has(.inside, at: before) && (trigger.light >= 0 || trigger.form.shape == .indefinite)
    guard isThere || scan.has(.after, at: before) && isBrief(trigger) else { return nil }
    let isFirst = before - SentenceReader.bodyStart(of: sentence.range, in: scan) <= 1
    let verb =
      isFirst
      ? (trigger.tokens.upperBound..<sentence.range.upperBound).first {
        isFinite($0) && !scan.has([.relative, .that], at: $0 - 1)
          && !(sentence.triggers.indices.contains(trigger.light)
            && sentence.triggers[trigger.light].tokens.contains($0))
      }
      : (sentence.range.lowerBound..<before).last(where: isFinite)
    guard let verb,
      scan.has([.during, .at], at: before) && trigger.form.frame != .journey
        ? isPast(verb) && !scan.has(.relative, at: verb - 1) : isSaying(verb),
      // «وقال» itself opens a clause.
      !sentence.crossesClause(from: min(verb, before) + 1, to: max(verb, before))
    else { return nil }
    let end = max(verb, trigger.start)
    return found(verb, until: sentence.opener(after: end + 1), of: trigger)
  }

  /// «أعلن أمس مقتل شرطيين في هجوم»، «أصيب عشرة في غارة»: the attack that harmed somebody.
  private func harmed(_ trigger: Trigger) -> Found? {
    let before = beforeHedge(trigger.start)
    guard !trigger.isVerb, trigger.form.frame == .blow,
      trigger.form.number == .single || trigger.form.deed == .clash,
      before >= sentence.range.lowerBound,
      trigger.clitics.contains(.by) || scan.has([.inside, .during, .after], at: before)
        || sentence.has(.result, at: before),
      let verb = (sentence.range.lowerBound...before).last(where: isFinite),
      let loss = sentence.clamped(max(verb, before - Self.lossReach), before + 1)
        .last(where: { sentence.has(.casualty, at: $0) }),
      loss == verb || isSaying(verb),
      !(verb + 1..<max(verb + 1, before)).contains(where: {
        scan.has([.relative, .subordinate, .since], at: $0)
      }),
      !restOfClause(trigger.tokens.upperBound).contains(where: {
        isTold(at: $0) || scan.has(.since, at: $0)
      })
    else { return nil }
    if loss == verb, trigger.form.shape == .indefinite, !(verb..<before).contains(where: isTold),
      let told = tellingOfLoss(verb)
    {
      return told.flatMap { found($0.saying, until: $0.opener, of: trigger) }
    }
    return found(verb, until: before, of: trigger)
  }

  /// «قال مسعفون أمس إن خمسة قتلوا وأصيب آخرون في هجوم»: the verb that tells of the harm, and where its words open;
  /// nothing when the harm is told of in no such words.
  private func tellingOfLoss(_ verb: Int) -> (saying: Int, opener: Int)?? {
    guard let opener = sentence.clamped(verb - Self.lossReach, verb).last(where: isOpener) else {
      return .none
    }
    let isPlain = (opener + 1..<max(verb, opener + 1)).allSatisfy { index in
      !isTold(at: index) && !scan.has([.be, .qad, .not, .condition, .relative], at: index)
        && (!isFinite(index) || sentence.has(.casualty, at: index))
    }
    guard isPlain, let saying = saying(before: opener) else { return .some(nil) }
    return (saying, opener)
  }

  /// How far before an attack its dead may stand.
  private static let lossReach = 24

  /// The word before a noun, or before the doubt about it: «جراء ما يشتبه بأنه تفجير».
  private func beforeHedge(_ index: Int) -> Int {
    let doubt = sentence.clamped(index - 4, index)
    guard scan.has(.that, at: index - 1),
      let opener = doubt.first(where: { scan.has(.relative, at: $0) }),
      scan.isVerb(at: opener + 1) || opener + 2 == index - 1
    else { return index - 1 }
    return opener - 1
  }

  /// «قال الرئيس الثلاثاء إن رئيس الوزراء، الذي يزور طهران»: who visits at the time of the news.
  private func current(_ trigger: Trigger) -> Found? {
    let verb = trigger.light >= 0 ? sentence.triggers[trigger.light] : trigger
    guard [.travel, .journey].contains(trigger.form.frame), verb.form.tense == .imperfect,
      scan.has(.relative, at: verb.start - 1), let saying = sentence.range.first(where: isFinite),
      isSaying(saying)
    else { return nil }
    let numbers = Set(sentence.range.filter(isTold).map { scan.dateAt[$0] })
    guard numbers.count == 1, let only = numbers.first, isNear(only),
      let date = attachment.event(only, basis: .sentence)
    else { return nil }
    return Found(date: date, verb: Int(scan.tokens[saying].start))
  }

  /// Whether the sentence is of the first words of the article, where the present tells its news.
  var isHeading: Bool { sentence.range.lowerBound < 40 }

  /// Whether a verb tells of the past, as far as its table or its first letter shows.
  func isPast(_ index: Int) -> Bool {
    if sentence.has(.reporting, at: index) { return true }
    if let trigger = sentence.triggers.first(where: { $0.start == index }) {
      return trigger.form.tense == .past
    }
    var letters = scan.text.letters(of: scan.tokens[index])[...]
    // «ويأتي»
    if scan.words[index].classClitics == .and
      || letters.first == LetterCode.waw && letters.dropFirst().first == LetterCode.yeh
    {
      letters = letters.dropFirst()
    }
    guard let first = letters.first else { return false }
    return ![LetterCode.yeh, LetterCode.teh].contains(first)
  }

  /// What is over the day it is told: a meeting or an arrival, and no journey.
  private func isBrief(_ trigger: Trigger) -> Bool {
    trigger.form.frame == .event
      || scan.events.types[Int(trigger.form.type)].id == "arrival"
  }
}
