import ArabicText
import Chronology
import Lexicons
import NewsModel

/// Gives an event its date: the phrase of its clause, then of its sentence, then the article's day.
///
/// The article's day is only for a past verb of a main clause. A background sentence («يذكر أن»,
/// «كان … قد») tells what was before the article, so it never takes it.
struct DateAttachment {
  let sentence: SentenceReader

  var scan: ArticleScan { sentence.scan }

  func date(of draft: Draft) -> EventDate {
    if draft.ownDate >= 0, let date = event(draft.ownDate, basis: nil) { return date }
    let number = draft.trigger
    let trigger = sentence.triggers[number]
    if draft.rule.hasPrefix("encounter"), draft.tokens.lowerBound != trigger.start {
      return .undated
    }
    if let date = Anniversary(sentence: sentence).date(of: trigger) ?? dayOfEve(trigger) {
      return date
    }
    if let date = behindVerb(number) { return date }
    if let date = LastingDate(sentence: sentence).date(of: draft) { return date }
    if isBehindIt(draft) || isParticiple(trigger), let only = sentence.dates[number].first,
      sentence.range.first(where: { scan.dateAt[$0] == only }).map({ $0 < trigger.start }) ?? false
    {
      return .undated
    }
    if let date = best(of: number, feasts: false) { return date }
    if trigger.light >= 0, let date = best(of: trigger.light, feasts: false) { return date }
    if let date = dateOfRelative(number) ?? best(of: number) ?? dateOfDocument(number)
      ?? whenTheyMet(number) ?? onMargin(number) ?? onStay(number)
    {
      return date
    }
    if UnderWay(sentence: sentence).runsInRelative(trigger) || isParticiple(trigger) {
      return .undated
    }
    if let date = dateOfSaying(number) { return date }
    // «في زيارة … يلتقي خلالها»: in what was told just before.
    if scan.has(.therein, at: trigger.start - 1)
      || (trigger.tokens.upperBound..<min(sentence.range.upperBound, trigger.tokens.upperBound + 3))
        .contains(where: { scan.has(.therein, at: $0) })
    {
      for earlier in (0..<number).reversed() {
        if let date = best(of: earlier, basis: .sentence) { return date }
      }
    }
    // The noun's clause: «وقعا الاثنين اتفاقاً», «غادر … في زيارة».
    if !trigger.isVerb,
      !isBehindIt(draft),
      let main = sentence.triggers.lastIndex(where: { $0.start < trigger.start && $0.isVerb }),
      !sentence.crossesClause(from: sentence.triggers[main].tokens.upperBound, to: trigger.start),
      // «المؤتمر الذي عقد … يمهد لقمة»: that verb tells of another noun.
      !sentence.triggers.contains(where: { $0.light == main && $0.start != trigger.start }),
      sentence.triggers[main].form.frame != .speech
        || scan.has([.during, .after], at: trigger.start - 1),
      // «وافقت في آذار على توجيه ضربات»: the day of the consent.
      !sentence.has([.agreed, .sought], at: sentence.triggers[main].start),
      let date = best(of: main, basis: .sentence)
    {
      return date
    }
    if isLater(trigger) || isBehindIt(draft) { return .undated }
    if let date = onlyDate(trigger) { return date }
    if let date = shared(with: number) ?? announced(number) ?? sharedAhead(number) {
      return date
    }
    if let date = toldBefore(number) ?? recentDay(trigger) ?? sharedUnderVerb(number)
      ?? joinedBehind(number)
    {
      return date
    }
    if let date = continued(draft) ?? dayWhen(trigger) ?? onVisit(number) ?? cameWith(trigger) {
      return date
    }
    return publication(trigger) ?? underWay(trigger) ?? countedDay() ?? .undated
  }

  func best(of number: Int, basis: EventDateBasis? = nil, feasts: Bool = true)
    -> EventDate?
  {
    for expression in nearestFirst(number) {
      // «بمناسبة عيد الفطر» says why, seldom when.
      if !feasts, scan.expressions[Int(expression)].basis == .holiday { continue }
      if DateGuard(sentence: sentence).isOfSpeech(expression, sentence.triggers[number])
        || isSinceBefore(expression, sentence.triggers[number])
      {
        continue
      }
      if isOverTimeOfBlows(expression, sentence.triggers[number]) { continue }
      guard let date = event(expression, basis: basis), suits(date, sentence.triggers[number]),
        !isFeastAhead(date, of: sentence.triggers[number])
      else { continue }
      return date
    }
    return nil
  }

  /// «الانفجار الثاني الذي تتعرض له المدينة خلال عشرة أيام»: how long what was struck has been struck.
  private func isOverTimeOfBlows(_ expression: Int32, _ trigger: Trigger) -> Bool {
    let told = scan.expressions[Int(expression)]
    let verb = trigger.light >= 0 ? sentence.triggers[trigger.light] : trigger
    return told.relation == .within && told.kind == .duration
      && [.blow, .strike].contains(trigger.form.frame) && verb.form.tense != .future
      && verb.start > trigger.start
  }

  /// «الاتفاق المبرم بين»: concluded some day before.
  private func isParticiple(_ trigger: Trigger) -> Bool {
    trigger.form.frame == .sign
      && scan.text.letters(of: scan.tokens[trigger.start])
        .starts(with: [LetterCode.alef, LetterCode.lam, LetterCode.meem])
  }

  /// «في رأس السنة»: a feast to come dates nothing but plans.
  private func isFeastAhead(_ date: EventDate, of trigger: Trigger) -> Bool {
    guard date.basis == .holiday, let published = scan.article.date, let first = date.span.earliest
    else { return false }
    return first > published && [.blow, .strike].contains(trigger.form.frame)
  }

  /// «في كمين استهدف أمس قافلة», «منذ أن غادرها في نهاية مارس»: nothing tells the time of a verb better than
  /// what stands right behind it.
  private func behindVerb(_ number: Int) -> EventDate? {
    let trigger = sentence.triggers[number]
    let end = trigger.tokens.upperBound
    guard trigger.isVerb, trigger.form.tense != .future,
      let place = sentence.clamped(end, end + 2).first(where: { scan.dateAt[$0] >= 0 }),
      place == end || scan.has(.inside, at: end),
      case let expression = scan.expressions[Int(scan.dateAt[place])], expression.relation == nil,
      sentence.dates[number].contains(scan.dateAt[place]),
      let date = event(scan.dateAt[place], basis: nil)
    else { return nil }
    return suits(date, trigger) ? date : nil
  }

  /// The times of a trigger; one right before or behind it goes before the one that opens the sentence.
  private func nearestFirst(_ number: Int) -> [Int32] {
    let dates = sentence.dates[number]
    guard dates.count > 1, let first = dates.first else { return dates }
    if let own = ofNoun(sentence.triggers[number], among: dates) { return own }
    guard let opening = sentence.range.prefix(4).first(where: { scan.dateAt[$0] == first }),
      case let trigger = sentence.triggers[number],
      trigger.start - opening > Self.openingReach
    else { return dates }
    return Array(dates.dropFirst()) + [first]
  }

  /// «نعت الحركة اليوم اثنين استشهدا في غارة … أول أمس»: behind a noun that no verb carries stands its own time,
  /// and before it that of the main verb.
  private func ofNoun(_ trigger: Trigger, among dates: [Int32]) -> [Int32]? {
    guard !trigger.isVerb, trigger.light < 0 else { return nil }
    let behind = dates.filter { number in
      guard let place = sentence.range.first(where: { scan.dateAt[$0] == number }) else {
        return false
      }
      // «وفي نيسان 2013 أجريت»: of the verb that it opens.
      return place > trigger.start
        && !(trigger.tokens.upperBound..<max(trigger.tokens.upperBound, place)).contains {
          scan.has(.inside, at: $0) && scan.isJoined($0)
        }
    }
    guard !behind.isEmpty, behind.count < dates.count else { return nil }
    return behind + dates.filter { !behind.contains($0) }
  }

  /// How far from the verb a time that opens the sentence is of another clause, when it has one of its own.
  private static let openingReach = 12

  /// «توالت منذ صباح الخميس التنديدات بالهجوم»: since when another thing has gone on.
  private func isSinceBefore(_ expression: Int32, _ trigger: Trigger) -> Bool {
    scan.expressions[Int(expression)].relation == .since
      && sentence.range.first { scan.dateAt[$0] == expression }.map { $0 < trigger.start } ?? false
  }

  /// The sentence's one date, when it suits the verb's time.
  private func onlyDate(_ trigger: Trigger) -> EventDate? {
    var found: Int32 = -1
    var seen: Int32 = -1
    for index in sentence.range where scan.dateAt[index] >= 0 && scan.dateAt[index] != seen {
      seen = scan.dateAt[index]
      guard scan.expressions[Int(seen)].first != nil else { continue }
      if found >= 0 { return nil }
      found = seen
    }
    guard found >= 0, let place = sentence.range.first(where: { scan.dateAt[$0] == found }),
      !sentence.isOfThing(at: place), !isBeyond(found, trigger), !isOfConsent(found, trigger),
      let date = event(found, basis: .sentence),
      !DateGuard(sentence: sentence).isOfSpeech(found, trigger)
    else { return nil }
    if let owner = sentence.dates.firstIndex(where: { $0.contains(found) }) {
      let other = sentence.triggers[owner]
      // «المؤتمر الذي عقد من السابع …»: the date of what that verb tells.
      if let told = sentence.triggers.first(where: { $0.light == owner }),
        told.start != trigger.start
      {
        return nil
      }
      // A date of a statement is not the date of what it speaks of.
      if other.form.frame == .speech, other.start < trigger.start { return nil }
      if other.start != trigger.start, other.form.frame != .light, other.form.frame != .happen,
        other.form.frame != .speech, !(other.isVerb && other.start < trigger.start)
      {
        return nil
      }
      if other.start > trigger.start,
        sentence.crossesClause(from: trigger.tokens.upperBound, to: other.start)
      {
        return nil
      }
    }
    return suits(date, trigger) ? date : nil
  }

  /// «عقب زيارته إلى أميركا، قال الجمعة», «بعد انتخابات قاطعها»: what took days was over when the next was told.
  private func isBehindIt(_ draft: Draft) -> Bool {
    let trigger = sentence.triggers[draft.trigger]
    guard !trigger.isVerb, trigger.light < 0, scan.has(.after, at: trigger.start - 1),
      !sentence.has(.dayAfter, at: trigger.start - 1),
      scan.events.types.indices.contains(Int(draft.type))
    else { return false }
    return ["visit", "election"].contains(scan.events.types[Int(draft.type)].id)
  }

  /// «وافقت تركيا في تموز على مشاركة … في هجمات»: a noun behind a verb of consent or search is to
  /// come, so the day is of the consent.
  private func isOfConsent(_ expression: Int32, _ trigger: Trigger) -> Bool {
    guard !trigger.isVerb,
      let place = sentence.range.first(where: { scan.dateAt[$0] == expression }),
      place < trigger.start
    else { return false }
    return sentence.clamped(place - 3, place + 4).contains {
      scan.isVerb(at: $0) && sentence.has([.agreed, .sought], at: $0)
    }
  }

  /// Whether a date is of what stands behind «قبل» or «بعد»: «محادثات …، قبل توجهها إلى الرباط الأحد».
  func isBeyond(_ expression: Int32, _ trigger: Trigger) -> Bool {
    guard let place = sentence.range.first(where: { scan.dateAt[$0] == expression }) else {
      return false
    }
    let verb = trigger.light >= 0 ? sentence.triggers[trigger.light] : trigger
    let start = min(verb.start, trigger.start)
    if place < start {
      // «تحررت أواخر مايو، وتستمر في التصدي لهجمات …», «أرجئت إلى مارس، حيث …»: another clause.
      return (place..<start).contains {
        sentence.startsClause($0)
          // «الذي طرد السبت … لدى فلان الذي شن الهجوم»
          || [.blow, .strike, .document].contains(trigger.form.frame)
            && scan.has(.relative, at: $0) && scan.tokens[$0].letterCount > 2
            && scan.dateAt[$0 - 1] < 0
          || scan.has(.subordinate, at: $0) && scan.words[$0].classClitics.isEmpty
      }
    }
    guard place > trigger.tokens.upperBound else { return false }
    if sentence.isOfContent(place, behind: trigger)
      || sentence.isOfPluperfect(place, behind: trigger)
    {
      return true
    }
    // «الوزير الذي سافر إلى الصين …، مضيفا أن الإمدادات ستنمو هذا العام»
    if scan.has(.relative, at: start - 1), scan.tokens[start - 1].letterCount > 2,
      sentence.crossesClause(from: trigger.tokens.upperBound, to: place)
    {
      return true
    }
    // «زيارة … أعربت عن الثقة بأن الناخبين سيختارونه العام المقبل»: far off behind other verbs.
    if place - trigger.tokens.upperBound > 30,
      (trigger.tokens.upperBound..<place).contains(where: { scan.isVerb(at: $0) })
    {
      return true
    }
    return (trigger.tokens.upperBound..<place).contains {
      scan.has([.before, .after], at: $0) && $0 < place - 1 && scan.dateAt[$0] < 0
        && scan.dateAt[$0 + 1] < 0
        // «منذ الساعات الأولى لفجر اليوم»
        && !(scan.has(.since, at: $0)
          && scan.expressions[Int(expression)].last == scan.article.date)
        // «محادثات أجراها عشية لقائه الرئيس مساء الاثنين»
        || sentence.has(.eve, at: $0)
        // «يتوقع أن تجري مباحثات وأن تشارك الخميس في عشاء»
        || scan.has(.that, at: $0) && scan.words[$0].classClitics == .and
    }
  }

  /// What a past verb tells was not after the article, what a future one tells not before it.
  func suits(_ date: EventDate, _ trigger: Trigger) -> Bool {
    guard let published = scan.article.date else { return true }
    switch trigger.form.tense {
    case .past, .passive:
      return (date.span.earliest ?? date.span.latest ?? .first) <= published
    case .future: return (date.span.latest ?? .last) >= published
    default: return true
    }
  }
}
