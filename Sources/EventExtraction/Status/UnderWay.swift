import ArabicText
import Chronology
import Lexicons
import NewsModel

/// Tells what goes on as the text is written: «تشن غارات», «مع استمرار القصف», «في اليوم الثالث
/// لزيارته», «يزور البلاد حاليا».
///
/// Arabic has no progressive: the imperfect tells what goes on, what is to come and, in headlines,
/// what was. So the verb alone is not believed: its frame, its place and the words beside it decide.
struct UnderWay {
  let sentence: SentenceReader

  private var scan: ArticleScan { sentence.scan }

  /// `.ongoing` for what goes on; `nil` when the text does not say so.
  func status(_ told: EventStatus, of draft: Draft, date: EventDate) -> EventStatus? {
    guard [.occurred, .recurring, .planned].contains(told) else { return nil }
    let trigger = sentence.triggers[draft.trigger]
    if [.speech, .word].contains(trigger.form.frame) { return nil }
    let light = trigger.light >= 0 ? sentence.triggers[trigger.light] : nil
    let verb = light ?? trigger
    if verb.form.tense == .imperfect, isPresent(verb), told == .planned || !isOver(date) {
      if isRunning(trigger, verb: verb, told: told) { return .ongoing }
      // «أعلنا ذلك خلال الزيارة التي يقوم بها»: what was told in its course saw it happen.
      if told == .planned, verb.start > trigger.start, follows(.during, trigger),
        scan.has(.relative, at: verb.start - 1)
      {
        return .occurred
      }
    }
    // «الاجتماعات التي يعقدها القادة»
    if told == .occurred, trigger.form.frame == .event, trigger.form.number == .plural,
      trigger.form.shape == .definite, verb.form.tense == .imperfect,
      verb.start > trigger.start, scan.has(.relative, at: verb.start - 1), !isOver(date)
    {
      return .recurring
    }
    // «كما في كل لقاء»
    if trigger.form.tense == .noun, trigger.form.number == .single,
      scan.has(.recurring, at: trigger.start - 1), scan.has(.inside, at: trigger.start - 2)
    {
      return .recurring
    }
    if told == .occurred, runsInRelative(trigger), !isOver(date) { return .ongoing }
    if told != .planned, isSaidToRunNow(trigger), !isOver(date) { return .ongoing }
    guard trigger.form.tense == .noun, told != .planned || isCounted(trigger) else { return nil }
    if told == .planned { return .ongoing }
    guard !isOver(date) else { return nil }
    return isCounted(trigger) || isKeptUp(trigger, light: light) ? .ongoing : nil
  }

  /// «الغارات التي تنفذها الطائرات», «الهجوم الذي يشنه الجيش»: a relative clause in the present.
  func runsInRelative(_ trigger: Trigger) -> Bool {
    guard trigger.form.frame == .blow, trigger.form.tense == .noun,
      trigger.form.shape == .definite, !sentence.has(.record, at: trigger.start - 1)
    else { return false }
    let next = trigger.tokens.upperBound
    return sentence.triggers.contains { other in
      other.start > next && other.start - next <= 4 && other.form.tense == .imperfect
        && [.light, .strike].contains(other.form.frame)
        && !sentence.has(.suffered, at: other.start)
        && scan.has(.relative, at: other.start - 1) && scan.tokens[other.start - 1].letterCount > 2
        && !sentence.isOfAnother(trigger, other)
        && !(next..<other.start - 1).contains {
          scan.tokens[$0].kind == .mark || scan.dateAt[$0] >= 0 || sentence.has(.record, at: $0)
        }
    }
  }

  /// A day of its own more than one day before the article.
  private func isOver(_ date: EventDate) -> Bool {
    guard date.basis != .publication, let published = scan.article.date,
      let last = date.span.latest
    else { return false }
    return published.days(since: last) > 1
  }

  /// An imperfect that neither «كان» makes past nor «قد», «أن» or a day ahead makes uncertain.
  private func isPresent(_ verb: Trigger) -> Bool {
    if scan.has([.qad, .that, .future, .not], at: verb.start - 1) { return false }
    if verb.clitics.contains(.to) { return false }
    let start = sentence.clauseStart(before: verb.start)
    let clause = sentence.clamped(max(start, verb.start - 12), verb.start)
    return !clause.contains { index in
      scan.has([.be, .future, .planned], at: index)
    }
  }

  // MARK: - By the verb

  private func isRunning(_ trigger: Trigger, verb: Trigger, told: EventStatus) -> Bool {
    let reach = sentence.clamped(verb.start - 2, verb.tokens.upperBound + 12)
    let clause = reach.prefix { !scan.has(.that, at: $0) || $0 < verb.start }
    if clause.contains(where: { sentence.has(.now, at: $0) && !isOfOther($0, than: verb) }) {
      return true
    }
    // «تأتي مواقفه بينما تزور الوزيرة باكو»
    if trigger.form.frame == .travel, sentence.has(.meanwhile, at: verb.start - 1) { return true }
    if verb.start == trigger.start {
      // «تواصل القوات قصفها وتستهدف»
      if trigger.form.frame == .strike, trigger.clitics.contains(.and) {
        return sentence.triggers.contains { other in
          other.start < trigger.start && other.form.tense == .imperfect
            && sentence.has(.ongoing, at: other.start)
        }
      }
      // «روسيا والصين تناقشان خططا»: nobody met for it on a day to come.
      return trigger.form.frame == .discuss && trigger.form.number == .dual
        && !sentence.isHeadline() && told == .planned
    }
    if sentence.has(.suffered, at: verb.start) {
      return !sentence.wordsBefore(verb.start, atMost: 8).contains { scan.has(.be, at: $0) }
    }
    guard verb.start < trigger.start else {
      // «الزيارة التي يقوم بها»
      return trigger.form.frame == .journey && verb.form.frame == .light && !sentence.isHeadline()
        && (scan.has(.relative, at: verb.start - 1) || verb.start == trigger.tokens.upperBound)
        && !follows(.during, trigger)
    }
    if sentence.has(.ongoing, at: verb.start) {
      return !(verb.tokens.upperBound..<trigger.start).contains { sentence.has(.result, at: $0) }
    }
    // «تشن الطائرات غارات», «فيما تقوم بقصف»
    if trigger.form.frame == .blow || trigger.form.frame == .strike {
      return verb.form.frame == .light && !sentence.isHeadline()
    }
    // «تجريان محادثات», «يجرون محادثات»
    return trigger.form.frame == .event && trigger.form.number == .plural
      && verb.form.frame == .light && [.dual, .plural].contains(verb.form.number)
      && told == .occurred
      && !sentence.isHeadline()
  }

  /// «كان يقوم بزيارة», «الوزير الموجود حاليا»: whether «حاليا» stands beyond another verb.
  private func isOfOther(_ index: Int, than verb: Trigger) -> Bool {
    (verb.tokens.upperBound..<max(verb.tokens.upperBound, index)).contains { scan.isVerb(at: $0) }
  }

  private func follows(_ classes: WordClass, _ trigger: Trigger) -> Bool {
    scan.has(classes, at: trigger.start - 1)
  }

  // MARK: - By the noun

  /// «القمة المنعقدة في البحر الميت حاليا»: only where it is held stands between.
  func isSaidToRunNow(_ trigger: Trigger) -> Bool {
    guard [.event, .journey].contains(trigger.form.frame), trigger.form.tense == .noun,
      trigger.form.shape != .indefinite
    else { return false }
    let reach = sentence.clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 8)
    guard let now = reach.first(where: { sentence.has(.now, at: $0) }) else { return false }
    return !(trigger.tokens.upperBound..<now).contains {
      scan.isVerb(at: $0) || scan.tokens[$0].kind == .mark || scan.has(.relative, at: $0)
    }
  }

  /// «في اليوم الثالث لزيارته», «وصول العدوان لليوم الخمسين»: its days are counted.
  private func isCounted(_ trigger: Trigger) -> Bool {
    if trigger.form.frame == .blow,
      sentence.clamped(trigger.start - 9, trigger.start).contains(where: {
        sentence.beginning(countedOf: $0) != nil
      }),
      !sentence.clamped(trigger.start - 6, trigger.start).contains(where: {
        scan.tokens[$0].mark == .comma
      })
    {
      return true
    }
    let before = scan.has(.from, at: trigger.start - 1) ? trigger.start - 2 : trigger.start - 1
    if trigger.clitics.contains(.to) || before < trigger.start - 1,
      scan.has(.ordinal, at: before), sentence.has(.unit, at: before - 1)
    {
      return true
    }
    guard trigger.form.frame == .blow else { return false }
    for index in sentence.clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 9) {
      if scan.tokens[index].kind == .mark || scan.isVerb(at: index) { return false }
      if scan.text.letters(of: scan.tokens[index]).first == LetterCode.lam,
        sentence.has(.unit, at: index), index + 1 < sentence.range.upperBound,
        scan.tokens[index + 1].kind == .number || scan.has(.ordinal, at: index + 1)
      {
        return true
      }
    }
    return false
  }

  /// «مع استمرار المسلحين في شن هجمات», «القصف المتواصل», «العدوان على القطاع يستمر».
  private func isKeptUp(_ trigger: Trigger, light: Trigger?) -> Bool {
    if isGoverned(from: trigger.start, trigger) { return true }
    if let light, light.start < trigger.start, isGoverned(from: light.start, trigger) {
      return true
    }
    for index in sentence.clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 5) {
      if scan.tokens[index].kind == .mark { break }
      // «الغارات لم تتوقف»
      if scan.has(.not, at: index), sentence.has(.halted, at: index + 1) { return true }
      if sentence.has(.ongoing, at: index) { return true }
      if scan.isVerb(at: index) { break }
    }
    guard trigger.form.frame == .blow else { return false }
    for index in sentence.clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 14) {
      if scan.tokens[index].kind == .mark, scan.tokens[index].mark != .quote { return false }
      if scan.has([.relative, .that], at: index) { return false }
      if sentence.has(.ongoing, at: index), sentence.has(.lasting, at: index) { return true }
      if scan.isVerb(at: index) { return false }
    }
    return false
  }

  /// Whether a noun of going on governs the event over its doer and «في».
  private func isGoverned(from head: Int, _ trigger: Trigger) -> Bool {
    var index = head - 1
    var steps = 0
    var isLed = trigger.clitics.contains(.and)
    while index >= sentence.range.lowerBound, steps < 6 {
      let token = scan.tokens[index]
      if token.kind == .mark {
        guard [.quote, .openQuote, .closeQuote].contains(token.mark) else { return false }
        index -= 1
        continue
      }
      if sentence.has(.ongoing, at: index), steps < 2 || isLed { return true }
      if scan.isVerb(at: index) || sentence.has(.result, at: index)
        || scan.has([.that, .relative, .after, .before, .since, .during], at: index)
      {
        return false
      }
      if scan.has(.inside, at: index) { isLed = true }
      if let span = sentence.spans.last(where: { $0.tokens.contains(index) }) {
        index = span.tokens.lowerBound - 1
      } else {
        index -= 1
      }
      steps += 1
    }
    return false
  }
}
