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
        [.quote, .openQuote].contains(scan.tokens[index - 1].mark),
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
      // «بعد تولي», «لبحث»: written as the past verb, but a noun.
      if form.tense == .past, form.number == .single, !form.hasObject, !form.feminine,
        index > range.lowerBound, scan.isVerb(at: index - 1), !scan.has(.be, at: index - 1),
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
    guard form.number == .dual, form.tense == .past, clitics.isEmpty, index > range.lowerBound
    else { return true }
    let before = index - 1
    // «قابلاً», «توافقاً» are written with their ending, no verb is.
    if isAccusative(index) { return false }
    if scan.tokens[before].kind == .mark || scan.tokens[index].gap >= .line { return true }
    return scan.has([.be, .qad, .that, .relative, .pair, .persons], at: before)
      || scan.dateAt[before] >= 0 || spans.contains { $0.tokens.contains(before) }
  }

  /// «تنظيم "القاعدة"», «استهداف تجمع لجنود»: the head of a body, or what was struck; nothing is held.
  private func isNameHead(_ form: TriggerForm, at index: Int) -> Bool {
    if form.tense == .noun {
      let next = index + 1
      return next < range.upperBound && has(.network, at: index)
        && ([.quote, .openQuote].contains(scan.tokens[next].mark)
          || spans.contains { $0.tokens.lowerBound == next && $0.kind == .organisation })
    }
    return has(.gathering, at: index)
      && scan.triggerForms(at: index - 1).contains {
        $0.tense == .noun && [.strike, .blow].contains($0.frame)
      }
  }

  /// Whether a word is written with the ending of an indefinite accusative, «اً».
  private func isAccusative(_ index: Int) -> Bool {
    let bytes = scan.text.bytes
    let end = Int(scan.tokens[index].end)
    guard end <= bytes.count, end >= 4 else { return false }
    return bytes[(end - 4)..<end].elementsEqual([0xD9, 0x8B, 0xD8, 0xA7])
      || bytes[(end - 2)..<end].elementsEqual([0xD9, 0x8B])
  }

  /// Whether a word is written with ة at its end.
  private func endsWithMarbuta(_ index: Int) -> Bool {
    let end = Int(scan.tokens[index].end)
    guard end >= 2, end <= scan.text.bytes.count else { return false }
    return scan.text.bytes[end - 2] == 0xD8 && scan.text.bytes[end - 1] == 0xA9
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
        || !(end..<word).contains(where: { next in
          scan.has(.with, at: next) || spans.contains { $0.tokens.contains(next) }
        })
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
      if scan.has(form.needs, at: next) { return next }
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

  /// Ties «عقد», «جرى», «يقوم بـ» to the noun that they say happens.
  func linkLightVerbs() {
    // «غارات أميركية استهدفت»: the noun tells it, the verb says it happened.
    for number in triggers.indices.dropFirst()
    where triggers[number].form.frame == .strike && triggers[number].isVerb
      && triggers[number - 1].form.frame == .blow
      && triggers[number].start - triggers[number - 1].tokens.upperBound <= 3
    {
      triggers[number - 1].light = number
    }
    for (number, trigger) in triggers.enumerated()
    where trigger.form.frame == .light || trigger.form.frame == .happen {
      // «أرجأ الرئيس الفرنسي إيمانويل ماكرون زيارته»: only the doer stands between.
      let isTakenBack = scan.has([.postpone, .cancel], at: trigger.start)
      let reach = trigger.form.frame == .happen && !isTakenBack ? 2 : 22

      // «اجتماع عقد في», «اللقاء الذي جرى»
      if let before = triggers[..<number].lastIndex(where: { !$0.isVerb && $0.light < 0 }) {
        let distance = trigger.start - triggers[before].tokens.upperBound
        // «حقيقة ما يجري»: ما is what happens, not the noun.
        let isRelative =
          scan.has(.relative, at: trigger.start - 1)
          && scan.tokens[trigger.start - 1].letterCount > 2 || trigger.form.tense == .noun
          || distance <= 6
            && (triggers[before].tokens.upperBound..<trigger.start).contains {
              scan.has(.relative, at: $0)
            }
        // «محادثات بعد الاشتباكات التي شهدتها المدينة»: the verb is of what stands nearer.
        let isOfOther = (triggers[before].tokens.upperBound..<trigger.start).contains {
          scan.has([.after, .before, .since], at: $0) || scan.isVerb(at: $0)
        }
        let adjacent = distance == 0 || isRelative && distance <= 6 && !isOfOther
        let isPossessed = trigger.form.tense == .noun && trigger.form.isPossessed
        if trigger.form.tense == .noun
          ? isPossessed && distance <= 8 : adjacent && trigger.clitics.isEmpty
        {
          triggers[before].light = number
          continue
        }
      }
      for next in triggers[(number + 1)...].indices {
        let candidate = triggers[next]
        if candidate.isVerb {
          // «تنتهي الدورة …، وتجرى انتخابات»: the next verb has its own noun.
          if candidate.clitics.contains(.and) { break }
          if candidate.form.frame == .light || candidate.form.frame == .happen { continue }
          break
        }
        if candidate.start - trigger.tokens.upperBound > reach { break }
        if crossesClause(from: trigger.tokens.upperBound, to: candidate.start) { break }
        // «بدأت مساعيها لإحياء المحادثات»: the search began, not the talks.
        if has([.sought, .unreal, .result], in: trigger.tokens.upperBound..<candidate.start) {
          break
        }
        if has(.actsBy, at: trigger.start), !isDoneBy(candidate) { break }
        if isTakenBack, !isOnlyDoer(from: trigger.tokens.upperBound, to: candidate.start) { break }
        if (trigger.tokens.upperBound..<candidate.start).contains(where: {
          scan.has(.relative, at: $0)
        }) {
          break
        }
        // «أجرى … خلال لقائه», «يخوض … بعد هجماتها»: the noun is no object of the verb.
        if scan.has([.after, .before, .topic, .about, .during, .source], at: candidate.start - 1) {
          break
        }
        // «دعا خلال انعقاد المجلس إلى هدنة»: behind «إلى» nothing is held.
        if trigger.form.tense == .noun, !trigger.form.isPossessed,
          scan.has([.to, .on], at: candidate.start - 1)
        {
          break
        }
        if candidate.light < 0 { triggers[next].light = number }
        break
      }
    }
  }

  /// «قام بزيارة», «قامت بسلسلة غارات»; not «يقوم بدور في المحادثات».
  private func isDoneBy(_ candidate: Trigger) -> Bool {
    if candidate.clitics.contains(.by) { return true }
    let before = candidate.start - 1
    return before >= range.lowerBound && scan.tokens[before].kind == .word
      && scan.text.letters(of: scan.tokens[before]).first == LetterCode.beh
  }

  /// Whether nothing but parties and dates, and at most two words more, stands between two tokens.
  private func isOnlyDoer(from start: Int, to end: Int) -> Bool {
    let strange = (start..<max(start, end)).filter { index in
      scan.dateAt[index] < 0 && !spans.contains { $0.tokens.contains(index) }
    }
    return strange.count <= 2
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
