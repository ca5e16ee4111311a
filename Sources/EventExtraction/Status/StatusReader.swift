import ArabicText
import Chronology
import Lexicons
import NewsModel

/// Reads how far an event has come: from its verb, the words before it and its date.
struct StatusReader {
  let sentence: SentenceReader

  var scan: ArticleScan { sentence.scan }

  func status(of draft: Draft, date: EventDate) -> EventStatus {
    let trigger = sentence.triggers[draft.trigger]
    let light = trigger.light >= 0 ? sentence.triggers[trigger.light] : nil
    let head = light.flatMap { $0.start < trigger.start ? $0 : nil } ?? trigger
    let verb = light ?? trigger
    if let light, light.form.frame == .happen {
      if scan.has(.cancel, at: light.start) { return .cancelled }
      if scan.has(.postpone, at: light.start) { return .postponed }
    }
    // «يتم فيها تأجيل الاجتماع»: the word stands between the verb and the noun.
    if head.start < trigger.start {
      if scan.has(.postpone, at: trigger.start - 1), !scan.has(.from, at: trigger.start - 2) {
        return .postponed
      }
      if scan.has(.cancel, at: trigger.start - 1) { return .cancelled }
    }
    if isDeniedBeing(before: head.start, verb) { return .denied }
    if let told = putOff(trigger) ?? calledOff(trigger, head: head.start) { return told }
    if isHalted(trigger) { return .cancelled }
    if let told = beforehand(head.start, verb: verb, trigger: trigger, date: date) {
      // «تقرر قبل هجوم المدينة يوم 26 حزيران»: a noun with a day that is over was.
      return told == .planned && isPast(trigger, verb: verb, on: date) ? .occurred : told
    }
    if isPast(trigger, verb: verb, on: date) { return .occurred }
    let published = scan.article.date
    let isAhead =
      published.map { day in (date.span.earliest ?? date.span.latest).map { $0 > day } ?? false }
      ?? false
    if trigger.form.frame == .speech, verb.form.tense == .past { return .occurred }
    // «القمة المقرر عقدها في آب»
    if let light, light.start > trigger.start, light.form.tense == .noun,
      scan.has(.planned, at: light.start - 1)
    {
      return .planned
    }
    // «ناقش الاجتماع الاستعدادات لما يبدأ مطلع العام القادم»: the meeting was.
    if sentence.isSubjectOfTalk(trigger) { return .occurred }
    // «منذ وقف إطلاق النار في 18 من الشهر»: what has been since it cannot be to come.
    if trigger.form.tense == .noun, scan.has(.since, at: trigger.start - 1) { return .occurred }
    // «أرجأ السفر إلى ما بعد اجتماعه»
    if trigger.form.tense == .noun, scan.has(.after, at: trigger.start - 1),
      scan.has(.relative, at: trigger.start - 2), scan.has(.to, at: trigger.start - 3)
    {
      return .planned
    }
    if date.basis != .publication, isAhead { return .planned }
    switch verb.form.tense {
    case .future: return .planned
    case .past, .passive: return .occurred
    case .imperfect:
      // «يجري خلال الأيام المقبلة جولة»
      let between = (verb.tokens.upperBound..<max(verb.tokens.upperBound, trigger.start))
      if between.contains(where: { scan.has(.planned, at: $0) }) { return .planned }
      return present(verb, date: date)
    case .noun: return noun(trigger, date: date)
    }
  }

  /// Negation, condition, plan, postponement: what stands before the verb or noun.
  private func beforehand(_ start: Int, verb: Trigger, trigger: Trigger, date: EventDate)
    -> EventStatus?
  {
    if (verb.start == start ? verb : trigger).clitics.contains(.and) { return nil }
    let floor = max(sentence.range.lowerBound, start - 16)
    var index = start - 1
    var distance = 1
    // «يعتزم وزير الخارجية الأميركي أنتوني بلينكن زيارة»: for plans a party counts as one word.
    var namedWords = 0
    var sawPlan = false
    while index >= floor, distance - namedWords <= 7 {
      if let party = sentence.spans.last(where: { $0.tokens.contains(index) }),
        party.tokens.count > 1
      {
        index = party.tokens.lowerBound - 1
        distance += party.tokens.count
        namedWords += party.tokens.count - 1
        continue
      }
      let token = scan.tokens[index]
      if token.kind == .mark {
        if token.mark == .comma, distance <= 1 { return nil }
        if token.mark != .quote, token.mark != .openQuote { distance += 2 }
        index -= 1
        continue
      }
      let classes = scan.words[index].classes
      // «كانوا يخططون لتفجيرات قبل الانتخابات»: what was to be before it.
      if classes.contains(.before), !trigger.isVerb, start == trigger.start, scan.dateAt[index] < 0
      {
        break
      }
      // «لا يمكن تأكيد أو نفي زيارة»
      if classes.contains(.not), !verb.isVerb, distance == 1, isOr(index - 1) {
        return .hypothetical
      }
      // «ليس بسبب زيارته»: that it was the cause is denied.
      if classes.contains(.not), distance == 2, sentence.has(.result, at: start - 1) { return nil }
      if classes.contains(.not), distance <= (verb.isVerb ? 1 : 2) {
        // «لن تستمر الزيارة سوى ساعات»: how long it lasts is denied.
        return sentence.has(.lasting, at: verb.start) ? .planned : .denied
      }
      if classes.contains(.deny), distance <= 6, trigger.form.frame != .word { return .denied }
      if classes.contains(.postpone), distance <= 3 {
        // «تطالب بتأجيل الانتخابات المقررة»: not yet.
        if sentence.has([.sought, .unreal], in: sentence.clamped(index - 3, index)) {
          return .planned
        }
        // «من أجل الوصول إلى»
        return scan.has(.from, at: index - 1) ? .hypothetical : .postponed
      }
      if classes.contains(.cancel), distance <= 3 { return .cancelled }
      // «سيكون هناك اجتماع», «سوف يكون لقاء»
      if !verb.isVerb, distance <= 3, classes.contains(.be),
        scan.text.letters(of: token).first == LetterCode.seen || scan.has(.future, at: index - 1)
      {
        return .planned
      }
      let isPast = [.past, .passive].contains(verb.form.tense) && !isPlannedNoun(verb)
      if sawPlan, classes.contains(.be) { return .cancelled }
      if !isPast, classes.contains(.planned), distance - namedWords <= 5 {
        // «من غير المقرر أن يزور»
        if sentence.has(.nay, at: index - 1) { return .denied }
        sawPlan = true
      }
      if !isPast, !sawPlan, classes.contains(.condition), distance <= 5 { return .hypothetical }
      if classes.contains(.future), distance <= 1 { return .planned }
      // «قد تشمل»: may; «قد شمل»: did.
      if classes.contains(.qad), distance <= (verb.isVerb ? 1 : 2),
        scan.triggerForms(at: index + 1).contains(where: { $0.tense == .imperfect })
          || scan.words[index + 1].classes.contains(.verb) && !verb.isVerb
      {
        return .hypothetical
      }
      if classes.contains(.that), !sawPlan, verb.form.tense != .imperfect { break }
      if distance > 1, scan.isVerb(at: index), !classes.contains(.planned) { break }
      index -= 1
      distance += 1
    }
    return sawPlan ? .planned : nil
  }

  /// A noun with days of its own that were over before the article.
  private func isPast(_ trigger: Trigger, verb: Trigger, on date: EventDate) -> Bool {
    guard trigger.form.tense == .noun, [.noun, .past, .passive].contains(verb.form.tense),
      [.explicit, .article, .weekday].contains(date.basis), let published = scan.article.date,
      let first = date.span.earliest, let last = date.span.latest
    else { return false }
    return first <= last && last < published
  }

  /// «أعلنت عزمها شن هجوم», «قرر عقد اجتماع»: written like its past verb, but the noun of what is meant.
  private func isPlannedNoun(_ verb: Trigger) -> Bool {
    verb.form.number == .single && !verb.form.feminine && !verb.form.hasObject
      && verb.clitics.isEmpty && scan.has(.planned, at: verb.start - 1)
      && !scan.has([.relative, .that], at: verb.start - 2)
  }

  /// A present verb: the news of a headline, or what is to come today.
  private func present(_ verb: Trigger, date: EventDate) -> EventStatus {
    let before = verb.start - 1
    if verb.form.frame == .speech { return .occurred }
    if scan.has(.be, at: before) { return .occurred }
    // «في وقت كان الوزير يزور …»: only the doer stands between.
    let start = sentence.clauseStart(before: verb.start)
    if let being = (start..<max(start, before)).last(where: { scan.has(.be, at: $0) }),
      sentence.spans.contains(where: {
        $0.tokens.lowerBound == being + 1 && $0.tokens.upperBound == verb.start
      })
    {
      return .occurred
    }
    if let published = scan.article.date, let last = date.span.latest,
      // «يفرض عقوبات خلال الأشهر الماضية»
      last < published || last == published && date.span.earliest.map({ $0 < last }) ?? false
    {
      return .occurred
    }
    if verb.clitics.contains(.to) { return .planned }
    // «التقى … قبل أن يغادر»: what came before it was.
    if scan.has(.that, at: before), scan.has(.before, at: before - 1),
      let main = sentence.triggers.last(where: { $0.start < before && $0.isVerb }),
      main.form.tense == .past
    {
      return .occurred
    }
    // «وقبل أن ينسحب الجيش، اعتدت»: at the head of what was, it was.
    if scan.has(.that, at: before), scan.has(.before, at: before - 1),
      before - sentence.range.lowerBound <= 2,
      !sentence.triggers.contains(where: { $0.form.tense == .future }),
      !sentence.range.contains(where: { scan.has([.future, .planned], at: $0) })
    {
      return .occurred
    }
    if scan.has([.that], at: before) { return .planned }
    // «التي تعقد كل ثلاث سنوات»
    if scan.has(.recurring, at: verb.tokens.upperBound) { return .recurring }
    // «أول رئيس يزور البلاد منذ», «الوزير الذي يزور بغداد»: is there, or was.
    let isFirst = sentence.clamped(verb.start - 4, verb.start).contains {
      scan.has(.ordinal, at: $0) || sentence.has(.rank, at: $0)
    }
    let willBe = sentence.clamped(start, verb.start).contains { index in
      guard scan.has(.be, at: index) else { return false }
      let letters = scan.text.letters(of: scan.tokens[index])
      return letters.first == LetterCode.seen || letters.dropFirst().first == LetterCode.seen
    }
    if willBe { return .planned }
    // «قبل قمة مرتقبة تجمعه بنظيره الذي يصل»
    if scan.has(.relative, at: before),
      sentence.clamped(start, before).contains(where: { scan.has(.planned, at: $0) })
    {
      return .planned
    }
    if [.travel, .go].contains(verb.form.frame), date.basis == .none || date.basis == .publication,
      isFirst || scan.has(.relative, at: before)
    {
      return .occurred
    }
    // «… في زيارة يلتقي خلالها»: as the verb before it.
    if let main = sentence.triggers.last(where: { $0.start < verb.start && $0.isVerb }),
      main.form.tense == .future
        // «القسام تقصف موقعا والسرايا تستهدف تجمعا»: two headlines, not one plan.
        || main.form.tense == .imperfect && verb.form.frame != .strike
    {
      return .planned
    }
    let opensArticle = sentence.range.lowerBound < 40
    let isEncounter = [.encounter, .discuss, .travel, .go].contains(verb.form.frame)
    if date.basis != .none, date.basis != .publication, isEncounter { return .planned }
    if opensArticle || verb.form.frame == .speech || verb.form.frame == .strike { return .occurred }
    return isEncounter ? .planned : .occurred
  }

  private func noun(_ trigger: Trigger, date: EventDate) -> EventStatus {
    if let main = sentence.triggers.last(where: {
      $0.start < trigger.start && $0.isVerb && $0.form.frame != .speech
    }), main.form.tense == .future,
      !sentence.crossesClause(from: main.tokens.upperBound, to: trigger.start)
    {
      return .planned
    }
    let published = scan.article.date
    if let published, let last = date.span.latest, date.basis != .publication, last <= published {
      let isOpen = date.span.earliest == nil
      if !isOpen { return .occurred }
    }
    for index in trigger.tokens
      .upperBound..<min(sentence.range.upperBound, trigger.tokens.upperBound + 4)
    where scan.has(.planned, at: index) { return .planned }
    if isWithinPlan(trigger) || isOnMarginOfPlan(trigger, date: date) { return .planned }
    if scan.has([.after, .during, .source], at: trigger.start - 1) { return .occurred }
    // «من المقرر أن يعقد لقاء … قبيل لقاء كبار القادة»: what is to come before it has not been.
    if scan.has(.before, at: trigger.start - 1), date.span.latest == nil,
      (sentence.range.lowerBound..<trigger.start).contains(where: {
        scan.has([.planned, .future], at: $0) && scan.has(.that, at: $0 + 1)
          || scan.triggerForms(at: $0).contains { $0.tense == .future }
      })
    {
      return .planned
    }
    if let main = sentence.triggers.last(where: {
      $0.start < trigger.start && $0.isVerb && $0.form.frame != .speech
    }), !sentence.crossesClause(from: main.tokens.upperBound, to: trigger.start) {
      if main.form.tense == .future { return .planned }
      if main.form.tense == .imperfect, trigger.clitics.contains(.to) { return .planned }
    }
    if date.span.latest != nil, date.span.earliest == nil { return .planned }
    for index in trigger.tokens
      .upperBound..<min(sentence.range.upperBound, trigger.tokens.upperBound + 3)
    where scan.has(.recurring, at: index) && trigger.form.number == .plural { return .recurring }
    return .occurred
  }
}
