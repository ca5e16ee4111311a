import ArabicText
import Lexicons
import NewsModel

// What a noun of attack struck: its genitive, what follows «على», what it hit, where it was, and whom
// it killed.
extension AttackSides {
  /// «استهداف مقاتليها القوات», «استهدافها، أمس، التجهيزات», «قصف الطيران لمنزل»: what was struck stands
  /// behind whoever did it.
  mutating func readObject(
    of trigger: Trigger,
    before stop: Int,
    end: Int,
    in sentence: SentenceReader
  ) {
    let scan = sentence.scan
    let next = trigger.tokens.upperBound
    let isConstruct =
      sentence.has(.struck, at: trigger.start) && trigger.form.shape != .definite
      && !sentence.isIndefiniteObject(trigger.tokens.upperBound - 1)
      && next < end
      // «قصف تركيا»: written as the adjective in the accusative is.
      && (scan.senses(at: next).allSatisfy { $0.kind != .adjective }
        || sentence.spans.contains { $0.tokens.lowerBound == next && $0.kind == .state })
    guard targets.isEmpty, !sentence.has(.victim, at: trigger.start) else { return }
    // «تفجير لمساجد المدينة»
    if actors.isEmpty {
      guard sentence.has(.struck, at: trigger.start), sentence.hasClitic(.to, at: next),
        sentence.isSite(next), trigger.form.shape == .indefinite
      else { return }
      take(sentence.struck(from: next, before: end, isLed: true))
      return
    }
    let isOwn = next < end && sentence.has(.fighters, at: next) && sentence.isOwned(next)
    let isBeside = actors.contains {
      $0.tokens.lowerBound >= next && $0.tokens.lowerBound - next <= 2
    }
    let doer = isBeside ? actors.last { $0.tokens.lowerBound >= next } : nil
    var edge = doer?.tokens.upperBound ?? (isOwn ? next + 1 : next)
    // «قصفه الجوي والبري»
    while edge < end, trigger.form.isPossessed,
      isNisba(edge, in: sentence)
        || scan.has([.on, .against], at: edge + 1)
          && scan.text.letters(of: scan.tokens[edge]).starts(with: [
            LetterCode.alef, LetterCode.lam,
          ])
    {
      edge += 1
    }
    // «استهدافه للمدنيين», «اقتحامها لمخيم»
    let isLed = edge < end && sentence.hasClitic(.to, at: edge)
    guard
      sentence.has(.object, at: trigger.start) || isConstruct
        || isLed && sentence.has(.struck, at: trigger.start)
    else { return }
    take(sentence.struck(from: edge, before: max(stop, edge), isLed: isLed))
  }

  /// «الجوي», «والبري»: how, and not what.
  private func isNisba(_ index: Int, in sentence: SentenceReader) -> Bool {
    let letters = sentence.scan.text.letters(of: sentence.scan.tokens[index])
    return letters.count >= 5 && letters.last == LetterCode.yeh
      && (letters.starts(with: [LetterCode.alef, LetterCode.lam])
        || letters.starts(with: [LetterCode.waw, LetterCode.alef, LetterCode.lam]))
  }

  /// «هجوم على سفينة إسرائيلية», «غارات شنتها الحركة أمس على مواقع المسلحين»: what stands behind
  /// «على» and «ضد», near or past whoever did it.
  mutating func readTarget(
    of trigger: Trigger,
    before end: Int,
    in sentence: SentenceReader
  ) {
    guard let on = onward(from: trigger, before: end, in: sentence) else { return }
    take(sentence.struck(from: on + 1, before: end, isSure: true))
  }

  /// The «على» that leads from a blow to what it struck.
  func onward(from trigger: Trigger, before end: Int, in sentence: SentenceReader) -> Int? {
    let scan = sentence.scan
    let start = trigger.tokens.upperBound
    let light = trigger.light >= 0 ? sentence.triggers[trigger.light].start : -1
    var plain = 0
    for index in start..<max(start, min(end, start + 24)) {
      if scan.has([.on, .against], at: index) {
        // «علي بن فلان» is a man.
        guard index + 1 < end, !sentence.isAdverbial(index + 1),
          !scan.has(.joint, at: index + 1)
        else { continue }
        // «صالح علي صالح»: a name written with ي.
        if endsWithYeh(index, in: scan), sentence.has(.givenName, at: index + 1) { continue }
        return leadsElsewhere(index, from: trigger, in: sentence) ? nil : index
      }
      if scan.dateAt[index] >= 0 || sentence.isQuoteMark(index)
        || sentence.spans.contains(where: { $0.tokens.contains(index) })
      {
        continue
      }
      if scan.tokens[index].kind == .mark, scan.tokens[index].mark != .comma { return nil }
      if scan.has([.that, .subordinate], at: index) || sentence.isPresentVerb(index) { return nil }
      // «هجوماً استمر أياماً على …»: how long, and no other deed.
      // «الهجوم الذي تبناه التنظيم على …»: said of the blow itself.
      if scan.isVerb(at: index) || sentence.has(.hit, at: index), index != light,
        !sentence.has(.lasting, at: index), !sentence.takesUp(trigger, at: index)
      {
        return nil
      }
      plain += 1
      if plain > 9 { return nil }
    }
    return nil
  }

  /// Whether a word is written with ي at its end, and not with ى.
  private func endsWithYeh(_ index: Int, in scan: ArticleScan) -> Bool {
    let end = Int(scan.tokens[index].end)
    guard end >= 1, end <= scan.text.bytes.count else { return false }
    return scan.text.bytes[end - 1] == 0x8A
  }

  /// «هجوم … رداً على», «والعمل على»: another noun leads to what follows «على».
  private func leadsElsewhere(_ on: Int, from trigger: Trigger, in sentence: SentenceReader) -> Bool
  {
    let scan = sentence.scan
    let before = on - 1
    guard before >= trigger.tokens.upperBound, scan.tokens[before].kind == .word else {
      return false
    }
    if sentence.spans.contains(where: { $0.tokens.contains(before) }) || scan.dateAt[before] >= 0 {
      return false
    }
    // «ردا على هجوم»
    if sentence.has(.direction, at: before)
      || scan.triggerForms(at: on + 1).contains(where: { $0.frame == .blow })
    {
      return true
    }
    // «ردا على», «احتجاجا على»: an accusative that is no adjective of the blow.
    if before - trigger.tokens.upperBound >= 1, sentence.isIndefiniteObject(before),
      !sentence.isIndefiniteObject(trigger.start), !sentence.has([.manner, .lasting], at: before)
    {
      return true
    }
    guard (trigger.tokens.upperBound..<on).contains(where: { scan.has(.inside, at: $0) }) else {
      return false
    }
    return (trigger.tokens.upperBound..<on).contains { index in
      sentence.isJoined(index) && !sentence.spans.contains { $0.tokens.contains(index) }
        && !scan.has([.on, .against, .inside], at: index)
    }
  }

  /// «انفجارين ضربا إحدى الجامعات», «دمّر القصف منازل»: what the blow did, by a verb that tells no
  /// attack alone.
  mutating func readHit(of trigger: Trigger, before end: Int, in sentence: SentenceReader) {
    let scan = sentence.scan
    var next = trigger.tokens.upperBound
    while next < end, describes(next, in: sentence) { next += 1 }
    if next < end, sentence.has(.hit, at: next), !endsWithOwner(next, in: sentence) {
      // «دمرت إحداها عربة»
      let behind = next + 1
      let isPart = behind < end && sentence.has(.part, at: behind) && sentence.isOwned(behind)
      take(
        sentence.struck(
          from: behind + (isPart ? 1 : 0),
          before: sentence.range.upperBound,
          isSure: true
        )
      )
      return
    }
    // «… ، مستهدفاً منازل المدنيين»
    if let aiming = (trigger.tokens.upperBound..<max(trigger.tokens.upperBound, end)).first(where: {
      sentence.has(.aiming, at: $0)
    }) {
      // «عدوانه على القطاع، مستهدفا منازل …»
      if let on = onward(from: trigger, before: aiming, in: sentence) {
        take(sentence.struck(from: on + 1, before: aiming, isSure: true))
      }
      take(sentence.struck(from: aiming + 1, before: sentence.range.upperBound, isSure: true))
      return
    }
    if targets.isEmpty { readLaterHit(of: trigger, behind: next, in: sentence) }
    // «ودمّرت سلسلة من الانفجارات القوية … خط الأنابيب»
    var verb = trigger.start - 1
    let floor = max(sentence.range.lowerBound, trigger.start - 3)
    while verb >= floor, sentence.has(.part, at: verb) || scan.has(.from, at: verb) { verb -= 1 }
    guard verb >= floor, sentence.has(.hit, at: verb), trigger.clitics.isEmpty else { return }
    take(sentence.struck(from: next, before: end))
  }

  /// «قصفا تركز في الأحياء الشرقية، وطال المساجد», «غارات على القطاع، استهدفت فيها أبراجا»: what it did, told by
  /// a verb that goes on behind a comma or و.
  private mutating func readLaterHit(
    of trigger: Trigger,
    behind start: Int,
    in sentence: SentenceReader
  ) {
    let scan = sentence.scan
    for index in sentence.clamped(start, start + 20) {
      if scan.has([.that, .subordinate, .relative], at: index) { return }
      let isBlow =
        sentence.has(.hit, at: index)
        || sentence.triggers.contains {
          $0.start == index && $0.isVerb && $0.form.frame == .strike && !$0.form.hasObject
            && $0.form.deed == .blow
        }
      // «إصابة» is written like «أصابه», «مع نسف الاحتلال …» has a doer of its own.
      guard isBlow, scan.dateAt[index] < 0, !sentence.endsWithMarbuta(index),
        scan.tokens[index - 1].mark == .comma || sentence.isBehindWaw(index)
          || sentence.isAccusative(trigger.tokens.upperBound - 1)
      else { continue }
      var behind = index + 1
      if sentence.spans.contains(where: {
        $0.tokens.lowerBound == behind && AttackFrame.isFighter($0) && $0.clitics.isEmpty
          && !sentence.isPlace($0)
      }) {
        return
      }
      if sentence.has(.resumed, at: behind) || scan.has([.inside, .therein], at: behind) {
        behind += 1
      }
      take(sentence.struck(from: behind, before: sentence.range.upperBound, isSure: true))
      if !targets.isEmpty { return }
    }
  }

  /// What may stand between a blow and the verb that tells what it did: its adjectives, a day, «التي».
  private func describes(_ index: Int, in sentence: SentenceReader) -> Bool {
    let scan = sentence.scan
    if scan.dateAt[index] >= 0 || scan.has(.relative, at: index)
      || scan.tokens[index].mark == .comma
    {
      return true
    }
    guard scan.tokens[index].kind == .word, !sentence.has(.hit, at: index), !scan.isVerb(at: index)
    else { return false }
    return scan.senses(at: index).contains { $0.kind == .adjective }
      || sentence.has(.manner, at: index)
      || sentence.endsWithMarbuta(index) && !sentence.isSite(index)
      || sentence.isIndefiniteObject(index) && !sentence.isSite(index)
      || scan.text.letters(of: scan.tokens[index]).last == LetterCode.yeh
      || actors.contains { $0.tokens.contains(index) }
      || sentence.spans.contains { $0.tokens.contains(index) }
      || sentence.has(.direction, at: index)
      || scan.has([.inside, .from], at: index)
      || scan.words[index].classes.isEmpty
        && scan.text.letters(of: scan.tokens[index]).starts(with: [LetterCode.alef, LetterCode.lam])
  }

  /// «دمرته», «أصابهم»: the verb carries its object.
  private func endsWithOwner(_ index: Int, in sentence: SentenceReader) -> Bool {
    let letters = sentence.scan.text.letters(of: sentence.scan.tokens[index])
    return letters.count > 4 && letters.last == LetterCode.heh || sentence.isOwned(index)
  }

  /// «الاعتداء الذي وقع أمس في مسجد القوات», «انفجار داخل سوق»: what stands there was struck.
  mutating func readSite(of trigger: Trigger, before end: Int, in sentence: SentenceReader) {
    let scan = sentence.scan
    let start = trigger.tokens.upperBound
    let light = trigger.light >= 0 ? sentence.triggers[trigger.light].start : -1
    for index in start..<max(start, min(end, start + 10)) {
      if scan.isVerb(at: index), index != light { return }
      if scan.has([.that, .subordinate], at: index) { return }
      // «تفجير وقع بقاعة للحفلات»
      if sentence.isLed(index), sentence.isSite(index),
        !sentence.has([.settlement, .bomb], at: index),
        !sentence.has([.weapon, .crewless], at: index), !sentence.has(.crewless, at: index + 1),
        light >= 0, index > light,
        let site = sentence.nounPhrase(at: index, before: end, lead: .by, isSure: true)
      {
        take(StruckPhrase(targets: [site]))
        return
      }
      guard scan.has(.inside, at: index) || sentence.has(.near, at: index), index + 1 < end,
        scan.dateAt[index + 1] < 0
      else { continue }
      let site = index + 1
      guard sentence.isSite(site), !sentence.has(.settlement, at: site) else { return }
      take(StruckPhrase(targets: sentence.nounPhrases(at: site, before: end)))
      return
    }
  }
}
