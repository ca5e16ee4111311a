import ArabicText
import Chronology
import Lexicons
import NewsModel

/// Takes a date off an event that it was not told of.
///
/// The day of the article is for what a main clause of the news tells as past. A day that stands
/// before «أن» is the day of the speech («قال اليوم إن …»), not of what is spoken of.
struct DateGuard {
  let sentence: SentenceReader

  private var scan: ArticleScan { sentence.scan }

  func date(_ date: EventDate, of draft: Draft, status: EventStatus) -> EventDate {
    let trigger = sentence.triggers[draft.trigger]
    switch trigger.form.frame {
    case .speech, .word: return date
    default: break
    }
    if isShownOrCondemned(trigger, on: date) { return .undated }
    if let eve = dayBefore(trigger, date) { return eve }
    if date.basis == .publication {
      if let told = dayOfWhatItWasIn(trigger) { return told }
      guard takesPublication(trigger, status: status), !isPointedAt(trigger),
        !hasVagueTime(beside: trigger)
      else { return .undated }
      return dayOfNews() ?? date
    }
    // «بدأت السبت مساعيها لإحياء المحادثات»: the day of the search, not of what is sought.
    if date.basis == .sentence, status == .hypothetical, !stands(date, behind: trigger) {
      return .undated
    }
    return date
  }

  /// Whether the words of a date stand behind a trigger: «عقد اجتماع على هامش القمة هذا الشهر».
  private func stands(_ date: EventDate, behind trigger: Trigger) -> Bool {
    guard let phrase = date.phrase else { return false }
    return (trigger.tokens.upperBound..<max(trigger.tokens.upperBound, sentence.range.upperBound))
      .contains { index in
        let number = scan.dateAt[index]
        guard number >= 0 else { return false }
        let told = scan.expressions[Int(number)]
        return scan.text.text(told.range.lower..<told.range.upper) == phrase
      }
  }

  /// «قال غداة لقائه»: the day before that of the main clause.
  func dayBefore(_ trigger: Trigger, _ date: EventDate) -> EventDate? {
    guard sentence.has(.dayAfter, at: trigger.start - 1), let day = date.span.earliest,
      day == date.span.latest, let before = day.adding(days: -1),
      // A day behind the noun is its own.
      date.basis == .publication
        || !(trigger.start..<sentence.clauseEnd(after: trigger.start)).contains(where: {
          scan.dateAt[$0] >= 0 && scan.expressions[Int(scan.dateAt[$0])].first == day
        })
    else { return nil }
    var eve = date
    eve.span.earliest = before
    eve.span.latest = before
    eve.edtf = before.description
    if eve.basis == .publication { eve.basis = .sentence }
    return eve
  }

  /// «بثت اليوم مشاهد من استهداف», «تظاهروا اليوم تنديدا بالقصف», «تلقى أمس اتصالا أعرب خلاله عن إدانته للتفجير»: the
  /// day is of the showing, the protest or the condemnation, not of the attack behind it.
  func isShownOrCondemned(_ trigger: Trigger, on date: EventDate) -> Bool {
    guard !trigger.isVerb, [.blow, .strike].contains(trigger.form.frame) else { return false }
    let isMeant =
      sentence.has(.protest, in: sentence.clamped(trigger.start - 2, trigger.start))
      || sentence.has(.condemned, in: sentence.clamped(trigger.start - 4, trigger.start))
    let shown = sentence.clamped(trigger.start - 5, trigger.start).last {
      sentence.has(.footage, at: $0)
    }
    guard isMeant || shown != nil else { return false }
    // A day behind the noun is its own.
    let end = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    let own = (trigger.tokens.upperBound..<end)
      .prefix { shown != nil || scan.tokens[$0].mark != .comma }
      .contains { index in
        let number = scan.dateAt[index]
        guard number >= 0, date.phrase != nil else { return false }
        return scan.expressions[Int(number)].first == date.span.earliest
      }
    return !own
  }

  /// «وأدى هذا التفجير إلى»: what was told before is meant, with its own day.
  func isPointedAt(_ trigger: Trigger) -> Bool {
    sentence.has(.pointing, at: trigger.start - 1)
      || sentence.has(.pointing, at: trigger.tokens.upperBound)
  }

  /// «مسؤول عن شن العديد من الهجمات»: on many days.
  private func isManyTimes(_ trigger: Trigger) -> Bool {
    let part = trigger.start - 2
    return trigger.form.number == .plural && scan.has(.from, at: trigger.start - 1)
      && sentence.has(.part, at: part)
      && scan.text.letters(of: scan.tokens[part]).starts(with: [LetterCode.alef, LetterCode.lam])
  }

  /// «في الأيام القليلة الماضية كثفت»: a time is told, though no day can be read from it.
  func hasVagueTime(beside trigger: Trigger) -> Bool {
    if isManyTimes(trigger) { return true }
    let verb = trigger.light >= 0 ? sentence.triggers[trigger.light] : trigger
    let last = max(verb.tokens.upperBound, trigger.tokens.upperBound) - 1
    let clause =
      sentence.clauseStart(before: verb.start)..<min(sentence.clauseEnd(after: last), last + 9)
    return clause.contains { index in
      if sentence.has(.lately, at: index) { return true }
      let number = scan.dateAt[index]
      guard number >= 0 else { return false }
      let expression = scan.expressions[Int(number)]
      return [.date, .period].contains(expression.kind) && expression.first == nil
        && expression.last == nil && ![.hour, .minute].contains(expression.grain)
    }
  }

  /// The day before the article, when the article opens with that day and never names its own.
  ///
  /// A morning paper tells of yesterday. A text that stands on its page some days late names that day only.
  func dayOfNews() -> EventDate? {
    guard let published = scan.article.date,
      let start = sentence.range.first.map({ Int(scan.tokens[$0].start) }),
      let lead = scan.sentences.prefix(2).last?.upperBound, lead > 0
    else { return nil }
    let leadEnd = Int(scan.tokens[lead - 1].end)
    var found: TemporalExpression?
    for expression in scan.expressions {
      if expression.range.lower >= start { break }
      guard expression.kind == .date, let day = expression.first, day == expression.last,
        expression.relation == nil
      else { continue }
      let age = published.days(since: day)
      if age == 0 { return nil }
      if age == 1, expression.range.lower < leadEnd, found == nil { found = expression }
    }
    guard let found, let day = found.first else { return nil }
    return EventDate(day, basis: .paragraph, told: found, in: scan)
  }

  /// Whether a day stands before «أن» and the event after it.
  ///
  /// A past verb reported on the day of the article, or the day before, is that day's news.
  func isOfSpeech(_ expression: Int32, _ trigger: Trigger) -> Bool {
    guard trigger.form.frame != .speech, trigger.form.frame != .word,
      let last = sentence.range.last(where: { scan.dateAt[$0] == expression }),
      last < trigger.start,
      (last..<trigger.start).contains(where: {
        scan.has(.that, at: $0) && !scan.has([.before, .after, .not], at: $0 - 1)
          || $0 == trigger.start - 1 && scan.has([.topic, .about], at: $0)
      })
    else { return false }
    guard trigger.form.tense == .past || trigger.form.tense == .passive else { return true }
    guard let published = scan.article.date, let day = scan.expressions[Int(expression)].last
    else { return true }
    return published.days(since: day) > 1
  }

  private func takesPublication(_ trigger: Trigger, status: EventStatus) -> Bool {
    guard status == .occurred || status == .denied, !isToldOnOtherDay(trigger) else { return false }
    let light = trigger.light >= 0 ? sentence.triggers[trigger.light] : nil
    // «زيارة قام بها»: a relative clause.
    if let light, light.start > trigger.start, trigger.form.shape != .definite,
      !scan.has(.after, at: trigger.start - 1), !opensSentence(trigger)
    {
      return false
    }
    let verb = light ?? trigger
    let start = sentence.clauseStart(before: verb.start)
    // «وقبل ذلك، اقتحمت»: earlier than what was told.
    if scan.has(.before, at: sentence.range.lowerBound),
      scan.has(.referring, at: sentence.range.lowerBound + 1)
    {
      return false
    }
    var opener = start - 1
    while opener >= sentence.range.lowerBound, scan.tokens[opener].kind == .mark { opener -= 1 }
    if opener >= sentence.range.lowerBound,
      sentence.has(.pastNote, at: opener) && !isContrast(opener) || scan.has(.that, at: opener)
    {
      return false
    }
    if sentence.clamped(start, verb.tokens.upperBound + 3).contains(where: {
      sentence.has(.pastNote, at: $0) && !isContrast($0)
    }) {
      return false
    }
    return !isWithinJourney(verb) && !followsHistory()
  }

  /// «واستمر اللقاء ساعتين، وناقش فيه بايدن ونتنياهو الحرب»: of the day of what was told before, or of none.
  private func dayOfWhatItWasIn(_ trigger: Trigger) -> EventDate? {
    guard trigger.form.frame == .discuss, scan.has(.therein, at: trigger.tokens.upperBound),
      !scan.has(.subordinate, at: trigger.tokens.upperBound)
    else { return nil }
    guard var told = sentence.memory.told, sentence.memory.toldAge <= 1 else { return .undated }
    if told.basis != .publication { told.basis = .paragraph }
    return told
  }

  /// «في حين استهدفت»: no time, but another thing.
  private func isContrast(_ index: Int) -> Bool {
    sentence.has(.meanwhile, at: index) && scan.has(.inside, at: index - 1)
  }

  /// «أكد الثلاثاء أن … حيث شنت»: what was spoken of on a day before the article was before it.
  private func isToldOnOtherDay(_ trigger: Trigger) -> Bool {
    guard let published = scan.article.date,
      let opener = (sentence.range.lowerBound..<trigger.start).last(where: {
        scan.has(.that, at: $0)
      })
    else { return false }
    return (sentence.range.lowerBound..<opener).contains { index in
      let number = scan.dateAt[index]
      guard number >= 0, let last = scan.expressions[Int(number)].last else { return false }
      return last < published
    }
  }

  /// «غارات أميركية استهدفت …»: at the head of a sentence the noun is the doer of the verb behind it.
  private func opensSentence(_ trigger: Trigger) -> Bool {
    let body = SentenceReader.bodyStart(of: sentence.range, in: scan)
    return (body...(body + 2)).contains(trigger.start)
      && !(body..<trigger.start).contains { scan.isVerb(at: $0) || scan.has(.inside, at: $0) }
  }

  /// «التقى خلال الزيارة»: on any day of a journey that was told of before.
  private func isWithinJourney(_ verb: Trigger) -> Bool {
    let next = verb.tokens.upperBound
    return scan.has(.during, at: next)
      && sentence.triggers.contains {
        $0.start == next + 1 && $0.form.frame == .journey && $0.form.shape == .definite
      }
  }

  /// Whether the sentences just before tell of a time long before the article.
  func followsHistory() -> Bool {
    guard let published = scan.article.date else { return false }
    var index = sentence.range.lowerBound - 1
    let floor = max(0, index - 60)
    while index >= floor {
      let number = scan.dateAt[index]
      if number >= 0, let last = scan.expressions[Int(number)].last {
        return published.days(since: last) > 60
      }
      index -= 1
    }
    return false
  }
}
