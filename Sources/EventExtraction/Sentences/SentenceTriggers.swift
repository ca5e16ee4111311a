import ArabicText
import Lexicons
import NewsModel

extension SentenceReader {
  func matchTriggers() {
    var index = range.lowerBound
    while index < range.upperBound {
      defer { index += 1 }
      guard scan.triggerPayloads[index] >= 0, !scan.isFurniture[index], scan.dateAt[index] < 0
      else { continue }
      if spans.contains(where: { $0.tokens.contains(index) }) { continue }
      // «لـ"عين اليوم"»: a paper's name, for no verb takes ل from outside.
      if scan.isVerb(at: index), index - 2 >= range.lowerBound,
        [.quote, .openQuote, .closeQuote].contains(scan.tokens[index - 1].mark),
        scan.loneClitic(at: index - 2) != nil, scan.loneClitic(at: index - 2) != .and
      {
        continue
      }
      // «من أجل زيارة»: for its sake; nothing was put off.
      if scan.has(.postpone, at: index), scan.has(.from, at: index - 1) { continue }
      if scan.has(.stop, at: index), scan.words[index].classClitics.isEmpty { continue }
      let end = min(Int(scan.triggerEnds[index]), range.upperBound)
      let clitics = scan.triggerClitics[index]
      let forms = scan.triggerForms(at: index).filter { mayStand($0, at: index, clitics: clitics) }
      guard let form = choose(forms, at: index, end: end, clitics: clitics) else { continue }
      var trigger = Trigger(tokens: index..<end, form: form, clitics: clitics)
      // «كثف الجيش قصفه الجوي»: an adjective follows, so the suffix is an owner.
      if form.frame == .strike, form.hasObject, end < range.upperBound,
        isDefiniteNisba(end) || scan.has(.on, at: end + 1),
        let noun = forms.first(where: { $0.frame == .blow && $0.isPossessed })
      {
        trigger.form = noun
      }
      // «بعد تولي», «لبحث»: written as the past verb, but a noun.
      if form.tense == .past, form.number == .single, !form.hasObject, !form.feminine,
        index > range.lowerBound, scan.isVerb(at: index - 1),
        !scan.has([.be, .qad], at: index - 1),
        scan.tokens[index].gap == .space, clitics.isEmpty
      {
        // «قد تشمل فرض عقوبات»
        trigger.form.tense = .noun
      }
      // «عقد» is its own verb; longer nouns of holding are not.
      if form.frame == .light, form.tense == .noun, form.shape == .indefinite,
        end - index == 1,
        Int(scan.tokens[index].letterCount) - clitics.rawValue.nonzeroBitCount == 3,
        isVerbAfterAll(index)
      {
        trigger.form.tense = .past
      }
      if trigger.form.tense == .past, form.number == .single, !form.hasObject, !form.feminine,
        has(.masdar, at: index), isNounAfterAll(index)
      {
        trigger.form.tense = .noun
      }
      if form.tense == .past, form.number == .single, !form.hasObject, !form.feminine,
        scan.has(
          [.after, .before, .during, .source, .inside, .to, .from, .with, .on],
          at: index - 1
        ),
        scan.tokens[index].gap < .line, clitics.isEmpty
      {
        trigger.form.tense = .noun
      }
      triggers.append(trigger)
      index = end - 1
    }
  }

  /// «قد عقد», «عقد الوزير …», «عقد اجتماعاً»: a doer or an object follows, so it is no noun.
  private func isVerbAfterAll(_ index: Int) -> Bool {
    let before = index - 1
    if scan.has(.qad, at: before) { return true }
    if before >= range.lowerBound, scan.tokens[before].kind == .word,
      scan.triggerClitics[index].isEmpty,
      scan.has(
        [
          .after, .before, .during, .source, .inside, .to, .from, .with, .on, .planned, .hold,
          .topic,
        ],
        at: before
      ) || scan.isCommon(at: before) && scan.words[before].classes.isEmpty
    {
      return false
    }
    let next = index + 1
    guard next < range.upperBound, scan.tokens[next].kind == .word,
      scan.triggerClitics[index].isDisjoint(with: [.by, .to])
    else { return false }
    if let span = spans.first(where: { $0.tokens.lowerBound == next }) {
      return span.clitics.isEmpty && span.kind != .pair
    }
    // «عقد حزب العدالة اتفاقا مع …»: its object follows a body of no name that a table has.
    if isBody(next),
      clamped(next + 1, next + 9).contains(where: {
        scan.triggerPayloads[$0] >= 0 && !scan.isVerb(at: $0)
          && scan.text.letters(of: scan.tokens[$0]).last == LetterCode.alef
      })
    {
      return true
    }
    let letters = scan.text.letters(of: scan.tokens[next])
    return letters.count >= 4 && letters.last == LetterCode.alef && scan.triggerPayloads[next] >= 0
  }

  /// «بوقف قصف غزة», «وقف الحرب وسحب القوات»: behind a noun of general use that no doer is, a word
  /// written like its verb is a noun; so it is before a feminine doer.
  private func isNounAfterAll(_ index: Int) -> Bool {
    let next = index + 1
    // «أن فرض عقوبات … قد يؤدي»: behind «أنّ» stands no verb; «بعد أن فرض» is told.
    if scan.has(.that, at: index - 1), !scan.has([.after, .before, .since], at: index - 2),
      scan.triggerClitics[index].isEmpty
    {
      return true
    }
    if next < range.upperBound, scan.has(.institution, at: next) {
      let letters = scan.text.letters(of: scan.tokens[next])
      if letters.suffix(2).elementsEqual([LetterCode.alef, LetterCode.teh])
        || letters.last == LetterCode.heh
      {
        return true
      }
    }
    var before = index - 1
    while before > range.lowerBound,
      [.quote, .openQuote, .closeQuote].contains(scan.tokens[before].mark)
    {
      before -= 1
    }
    // «يواصل الجيش الإسرائيلي قصف غزة»
    if scan.triggerClitics[index].isEmpty,
      let doer = spans.last(where: { $0.tokens.contains(before) }),
      has([.goingOn, .ongoing], at: doer.tokens.lowerBound - 1),
      scan.isVerb(at: doer.tokens.lowerBound - 1)
    {
      return true
    }
    guard before >= range.lowerBound, scan.tokens[before].kind == .word,
      scan.triggerClitics[index].isEmpty,
      !spans.contains(where: { $0.tokens.contains(before) }), scan.dateAt[before] < 0,
      scan.isCommon(at: before), !has(.fighters, at: before)
    else { return false }
    return scan.words[before].classes.isDisjoint(with: [
      .relative, .that, .be, .qad, .not, .subordinate, .future, .adverb, .therein, .institution,
      .forces, .body, .pair, .persons, .pastTime,
    ])
  }

  /// «توافقا», «بحثا» are verbs of two only where a verb can stand; «نتفق» is no event.
  func mayStand(_ form: TriggerForm, at index: Int, clitics: Clitics) -> Bool {
    if form.number == .first, form.tense == .imperfect, form.frame == .agree { return false }
    // «استقالة» is no «استقاله»: the fold has made ة one with ه.
    if form.hasObject, endsWithMarbuta(index) { return false }
    if form.frame == .light || form.frame == .happen { return !isNameHead(form, at: index) }
    // «غارات جوية وقصفا مدفعيا»: an adjective in its case follows.
    if form.frame == .strike, form.number == .dual, form.tense == .past,
      isAccusativeNisba(index + 1) || isIndefiniteObject(index + 1) && !isSite(index + 1)
    {
      return false
    }
    guard form.number == .dual, form.tense == .past, clitics.isEmpty, index > range.lowerBound
    else { return true }
    let before = index - 1
    // «قابلاً», «توافقاً» are written with their ending, no verb is.
    if isAccusative(index) { return false }
    // «شن الطيران أمس قصفا عنيفا»: the object of the verb before.
    if form.frame == .strike, let last = triggers.last, last.isVerb, last.form.frame == .light,
      !crossesClause(from: last.tokens.upperBound, to: index)
    {
      return false
    }
    if scan.tokens[before].kind == .mark || scan.tokens[index].gap >= .line { return true }
    return scan.has([.be, .qad, .that, .relative, .pair, .persons], at: before)
      || scan.dateAt[before] >= 0 || spans.contains { $0.tokens.contains(before) }
  }

  /// One word can be several triggers («غادر» of a guest or of forces): the needs decide.
  func choose(_ forms: [TriggerForm], at index: Int, end: Int, clitics: Clitics)
    -> TriggerForm?
  {
    // A verb takes و and ف only, and ل before an imperfect.
    if let hold = forms.first(where: { $0.frame == .light && $0.isPossessed }) {
      return hold
    }
    let fitting = forms.filter { form in
      if form.tense == .noun { return true }
      if clitics.isDisjoint(with: [.by, .like, .to]) { return true }
      return form.tense == .imperfect && clitics.isDisjoint(with: [.by, .like])
    }
    // «بحث هاتفياً مع»: by telephone, though «مع» follows as well.
    if let call = fitting.first(where: { $0.frame == .discuss && $0.needs.contains(.phone) }),
      let word = needed(call, near: index, end: end),
      word - end <= 1
        || !(end..<word).contains(where: { scan.has(.with, at: $0) })
    {
      return call
    }
    for form in fitting where !form.needs.isEmpty {
      if needed(form, near: index, end: end) != nil { return form }
    }
    // «اللقاء الذي عقد»: a relative is followed by a verb.
    if clitics.isEmpty, index > range.lowerBound, scan.has(.relative, at: index - 1),
      let verb = fitting.first(where: { $0.tense != .noun && $0.needs.isEmpty })
    {
      return verb
    }
    return fitting.first { $0.needs.isEmpty }
  }

  /// The token that fills what a trigger needs.
  func needed(_ form: TriggerForm, near index: Int, end: Int) -> Int? {
    let reach =
      switch form.frame {
      case .event: 3
      case .withdraw: 6
      case .sign: form.tense == .noun ? 4 : 30
      case .agree: 16
      default: 9
      }
    if form.frame == .discuss, form.needs.contains(.with) { return index }
    var next = end
    var stop = min(range.upperBound, end + reach)
    // «الهجوم الذي وقع في …», «الاتفاق الذي وقّعه …»: what was signed stands before the relative.
    let isRelative =
      form.frame == .sign && form.tense != .noun && scan.has(.relative, at: index - 1)
    if isRelative { stop = end }
    while next < stop {
      // «على مدى العقدين الأخيرين»: a time is no contract.
      if scan.has(form.needs, at: next), scan.dateAt[next] < 0 { return next }
      if scan.tokens[next].kind == .mark, scan.tokens[next].mark == .semicolon { break }
      if scan.has(.that, at: next) { break }
      if next > end, scan.isVerb(at: next), form.frame != .encounter,
        form.frame != .sign || !scan.has(.relative, at: next - 1)
      {
        break
      }
      next += 1
    }
    // «الاتفاق الموقع», «القوات … ستعود»
    if form.frame == .agree {
      // «الاتفاق الذي توصلت إليه»
      let floor = max(range.lowerBound, index - 6)
      if (floor..<index).contains(where: { scan.has(.relative, at: $0) }) {
        return (floor..<index).last { scan.has(form.needs, at: $0) }
      }
    }
    if form.frame == .sign || form.frame == .withdraw {
      var before = index - 1
      let floor = max(range.lowerBound, index - (form.tense == .noun ? 4 : 7))
      if form.frame == .sign, form.tense == .noun, form.shape != .definite { return nil }
      if form.frame == .withdraw, form.tense == .noun { return nil }
      while before >= floor {
        if scan.has(form.needs, at: before) { return before }
        if scan.isVerb(at: before) { break }
        before -= 1
      }
    }
    return nil
  }

  /// Whether a new clause opens between two tokens.
  func crossesClause(from start: Int, to end: Int) -> Bool {
    var index = start
    while index < end {
      if scan.has([.that, .subordinate], at: index) { return true }
      if scan.tokens[index].mark == .semicolon { return true }
      index += 1
    }
    return false
  }
}
