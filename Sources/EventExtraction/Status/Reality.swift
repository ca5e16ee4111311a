import ArabicText
import Chronology
import Lexicons
import NewsModel

/// Takes back what only seems told: «تسعى لترتيب لقاء», «وافق على عقد جولة», «يواصل هجومه».
///
/// ``StatusReader`` reads the verb and its particles; a verbal noun says nothing of time itself, so
/// the words that govern it are asked here. A day before the article settles it: that happened.
struct Reality {
  let sentence: SentenceReader

  private var scan: ArticleScan { sentence.scan }

  func status(_ told: EventStatus, of draft: Draft, date: EventDate) -> EventStatus {
    if told == .planned, isFeared(draft) || isDemanded(draft) || isConditional(draft) {
      return .hypothetical
    }
    if told == .cancelled, isConditional(draft) { return .hypothetical }
    if let course = UnderWay(sentence: sentence).status(told, of: draft, date: date) {
      return course
    }
    guard told == .occurred || told == .recurring else { return told }
    if StillAhead(sentence: sentence).holds(for: draft, date: date) { return .planned }
    let trigger = sentence.triggers[draft.trigger]
    if isStoodFor(trigger), !isSettled(date) { return .planned }
    if isDrilled(trigger) { return .hypothetical }
    switch trigger.form.frame {
    case .speech, .word: return told
    default: break
    }
    let light = trigger.light >= 0 ? sentence.triggers[trigger.light] : nil
    let verb = light ?? trigger
    let head = light.map { min($0.start, trigger.start) } ?? trigger.start
    if isSettled(date) {
      // «بدأت السبت مساعيها لإحياء المحادثات»: that day is of the search.
      // «اقترب البلدان من إبرام صفقة عام 2005»: and so is that year.
      let isSought =
        trigger.form.tense == .noun
        && (date.basis == .sentence && light == nil || isAlmost(head, light: light))
        && governed(head, trigger: trigger) == .hypothetical
      return isSought ? .hypothetical : told
    }
    if let light, light.start > trigger.start, light.form.tense != .noun { return told }
    if verb.form.tense == .imperfect, scan.has(.qad, at: verb.start - 1) { return .hypothetical }
    let isPast = verb.form.tense == .past || verb.form.tense == .passive
    if isPast, scan.has(.condition, at: verb.start - 1), verb.clitics.isEmpty {
      return .hypothetical
    }
    if isPast, !isNounAfterAll(verb) { return told }
    if trigger.form.tense == .noun, sentence.has(.any, at: trigger.start - 1) {
      return .hypothetical
    }
    if trigger.form.tense == .noun, hasTentative(trigger) { return .hypothetical }
    if let governed = governed(head, trigger: trigger) { return governed }
    return told
  }

  /// «اقترب من إبرام», «أوشك على عقد», «حاول شن»: a verb of search and the noun of doing that it leads to.
  private func isAlmost(_ head: Int, light: Trigger?) -> Bool {
    guard let light, light.form.tense == .noun, light.start == head,
      let verb = sentence.clamped(head - Self.almostReach, head).last(where: { scan.isVerb(at: $0) }
      )
    else { return false }
    return sentence.has(.sought, at: verb)
  }

  /// How many words before the noun of doing its verb of search may stand.
  private static let almostReach = 6

  /// «أعلن ترشحه للانتخابات عام 2024»: nobody has voted yet.
  private func isStoodFor(_ trigger: Trigger) -> Bool {
    trigger.clitics.contains(.to)
      && sentence.clamped(trigger.start - 3, trigger.start).contains {
        scan.has(.candidacy, at: $0)
      }
  }

  /// «ضربة على أهداف بحرية في إطار المناورات»: struck for practice.
  private func isDrilled(_ trigger: Trigger) -> Bool {
    guard [.blow, .strike].contains(trigger.form.frame) else { return false }
    let end = sentence.clauseEnd(after: trigger.tokens.upperBound - 1)
    return (trigger.tokens.upperBound..<max(trigger.tokens.upperBound, end)).contains { index in
      sentence.has(.drill, at: index) && scan.has([.during, .inside], at: index - 1)
    }
  }

  /// «يخشى أن تشن»: nobody plans it.
  private func isFeared(_ draft: Draft) -> Bool {
    let trigger = sentence.triggers[draft.trigger]
    let verb = trigger.light >= 0 ? sentence.triggers[trigger.light] : trigger
    guard verb.form.tense == .imperfect, scan.has(.that, at: verb.start - 1) else { return false }
    return sentence.wordsBefore(verb.start - 1, atMost: 4).contains {
      sentence.has(.unreal, at: $0)
    }
  }

  /// «إذا اندلعت الحرب سيهاجم», «ستنسحب القوات إذا لم تصل المساعدة»: only if.
  private func isConditional(_ draft: Draft) -> Bool {
    let trigger = sentence.triggers[draft.trigger]
    let verb = trigger.light >= 0 ? sentence.triggers[trigger.light] : trigger
    guard verb.form.tense == .future || trigger.form.tense == .noun,
      let condition = sentence.range.first(where: { sentence.has(.conditional, at: $0) }),
      // «لمعرفة ما إذا كان»: a question.
      !scan.has(.relative, at: condition - 1), !isNoun(condition + 1)
    else { return false }
    let main =
      verb.form.tense == .future
      ? verb
      : sentence.triggers.last { $0.form.tense == .future && $0.start < trigger.start }
    guard let main else { return false }
    return !sentence.crossesClause(
      from: min(condition, main.start),
      to: max(condition, main.start)
    )
  }

  /// Whether a word has the article or opens a party: no verb.
  private func isNoun(_ index: Int) -> Bool {
    guard sentence.range.contains(index) else { return true }
    let letters = scan.text.letters(of: scan.tokens[index])
    return letters.starts(with: [LetterCode.alef, LetterCode.lam])
      || sentence.spans.contains { $0.tokens.contains(index) }
  }

  /// «طالبت السلطات برحيل القوات في غضون شهر»: what is asked for is not yet planned.
  private func isDemanded(_ draft: Draft) -> Bool {
    let trigger = sentence.triggers[draft.trigger]
    guard trigger.form.tense == .noun, trigger.light < 0,
      let verb = mainVerb(leadingTo: trigger.start, of: trigger), verb.form.frame == .speech,
      verb.form.tense != .future
    else { return false }
    return sentence.has([.sought, .unreal], at: verb.start)
  }

  /// A day of its own before the article says that it happened.
  private func isSettled(_ date: EventDate) -> Bool {
    guard date.basis != .publication, let published = scan.article.date, date.span.earliest != nil,
      let last = date.span.latest
    else { return false }
    return last < published
  }

  /// «امكانية رفع»: written as a past verb, but governed by a noun.
  private func isNounAfterAll(_ verb: Trigger) -> Bool {
    verb.form.number == .single && !verb.form.feminine && verb.clitics.isEmpty
      && sentence.has([.sought, .unreal], at: verb.start - 1)
      && !scan.isVerb(at: verb.start - 1)
  }

  /// «لقاء محتمل»: an adjective right after the noun.
  private func hasTentative(_ trigger: Trigger) -> Bool {
    for index in sentence.clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 3) {
      if scan.tokens[index].kind == .mark || scan.isVerb(at: index) { return false }
      if sentence.has(.tentative, at: index) { return true }
    }
    return false
  }

  /// «طالب المجلس، في آب، بانسحاب القوات», «دعا الرئيس، أمس، إلى عقد قمة»: the verb whose «ب» or
  /// «إلى» opens a noun, however far it stands, when no other verb and no clause comes between.
  private func mainVerb(leadingTo head: Int, of trigger: Trigger) -> Trigger? {
    let clitics = head == trigger.start ? trigger.clitics : scan.triggerClitics[head]
    guard clitics.contains(.by) || scan.has(.to, at: head - 1),
      let verb = sentence.triggers.last(where: { $0.isVerb && $0.start < head }),
      head - verb.tokens.upperBound <= 24,
      !sentence.crossesClause(from: verb.tokens.upperBound, to: head),
      !(verb.tokens.upperBound..<head).contains(where: {
        scan.isVerb(at: $0) || scan.has(.relative, at: $0)
      })
    else { return nil }
    return verb
  }

  /// «اشترط الرئيس لمثل هذا اللقاء سحب القوات»: the object of a verb of wishing or refusing, with
  /// nothing but its doer and a phrase between.
  private func isBareObject(_ head: Int) -> Bool {
    let before = head - 1
    guard before >= sentence.range.lowerBound, scan.tokens[before].kind == .word,
      scan.tokens[head].gap == .space,
      scan.words[before].classes.isDisjoint(with: [
        .during, .after, .before, .inside, .with, .on, .to, .from, .at, .between, .that, .topic,
        .source, .about, .hold, .start,
      ])
    else { return false }
    var index = before
    let floor = max(sentence.range.lowerBound, head - 10)
    while index >= floor {
      let token = scan.tokens[index]
      if token.kind == .mark, token.mark != .quote, token.mark != .openQuote { return false }
      if scan.has([.that, .relative, .subordinate, .during, .after, .before], at: index) {
        return false
      }
      if !sentence.cues(at: index).isDisjoint(with: [.sought, .unreal]) { return true }
      if scan.isVerb(at: index) { return false }
      index -= 1
    }
    return false
  }

  /// «طلب من نظيره الأوكراني، فلان، التصويت ضد القرار»: behind who asks and who is asked stands what for.
  private func isAskedFor(_ trigger: Trigger, head: Int) -> Bool {
    guard [.object, .withdraw].contains(trigger.form.frame), trigger.form.tense == .noun,
      trigger.clitics.isEmpty, head == trigger.start,
      let verb = sentence.clamped(head - 24, head).last(where: { scan.isVerb(at: $0) }),
      sentence.has(.sought, at: verb)
    else { return false }
    return !(verb + 1..<head).contains { index in
      scan.has([.that, .relative, .subordinate, .during, .after, .before, .on, .to], at: index)
    } && !scan.has([.from, .inside, .with, .topic, .about], at: head - 1)
  }

  /// «ويعد الهجومان الأعنف»: written like «يعد بالهجوم», but they are reckoned so, for what is promised has «بـ».
  private func isReckoned(_ trigger: Trigger, by verb: Int) -> Bool {
    scan.text.letters(of: scan.tokens[verb]).suffix(2)
      .elementsEqual([LetterCode.ain, LetterCode.dal])
      && verb == trigger.start - 1 && trigger.clitics.isEmpty
  }

  /// What governs a verbal noun: a search, a consent, a purpose.
  private func governed(_ start: Int, trigger: Trigger) -> EventStatus? {
    var head = start
    var isPurpose = (head == trigger.start ? trigger.clitics : scan.triggerClitics[head])
      .contains(.to)
    // «لاستئناف المحادثات», «لإقامة حوار»: the purpose stands on the word of holding.
    if trigger.form.tense == .noun, head > sentence.range.lowerBound,
      scan.has([.start, .hold], at: head - 1) || sentence.has(.revival, at: head - 1)
    {
      head -= 1
      isPurpose = isPurpose || scan.words[head].classClitics.contains(.to)
    }
    // «حث الجانبين على استئناف المحادثات»: through a preposition the verb reaches farther.
    let isLed = [head - 1, head - 2].contains { index in
      index >= sentence.range.lowerBound && scan.has([.on, .to, .from], at: index)
    }
    if trigger.form.tense == .noun, let verb = mainVerb(leadingTo: head, of: trigger) {
      if sentence.has([.sought, .unreal], at: verb.start) { return .hypothetical }
      if sentence.has(.agreed, at: verb.start) { return .planned }
    }
    if trigger.form.tense == .noun, trigger.form.shape == .indefinite, !isPurpose,
      isBareObject(head)
    {
      return .hypothetical
    }
    if isAskedFor(trigger, head: head) { return .hypothetical }
    for (distance, index) in sentence.headsBefore(head, atMost: 6).enumerated() {
      // «يمكن أن يشجع على شن هجمات»
      if distance > 0, scan.has(.that, at: index), sentence.has(.unreal, at: index - 1) {
        return .hypothetical
      }
      // «على العالم أن يجد القوة لإقامة حوار»: a purpose, whatever it is said of.
      if isPurpose, scan.has(.that, at: index), !scan.has(.be, at: head - 1) { break }
      if scan.has([.after, .that], at: index) { return nil }
      if distance < 2, !isPurpose, scan.has(.during, at: index) { return nil }
      let cues = sentence.cues(at: index)
      let isNear =
        distance < 3 || isPurpose || isLed || distance == 3 && scan.has(.inside, at: head - 1)
      if isNear, cues.contains(.unreal), !cues.contains(.motion) { return .hypothetical }
      if isNear, cues.contains(.sought) { return .hypothetical }
      if isNear, cues.contains(.agreed), !isReckoned(trigger, by: index) { return .planned }
      if isPurpose, cues.contains(.motion) { return .planned }
      if !isPurpose, distance > 0, scan.isVerb(at: index) { return nil }
    }
    guard isPurpose, trigger.form.tense == .noun else { return nil }
    // «توجه … إلى … لإجراء مباحثات»: the verb of going stands farther off.
    let main = sentence.triggers.last { $0.start < head && $0.isVerb }
    guard let main, [.travel, .go].contains(main.form.frame), main.form.tense == .past,
      !sentence.crossesClause(from: main.tokens.upperBound, to: head)
    else {
      // «يجد القوة لإقامة حوار»: a purpose is not told as reached.
      return trigger.form.frame == .event && head < trigger.start ? .hypothetical : nil
    }
    return .planned
  }
}
