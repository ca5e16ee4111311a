import ArabicText
import Lexicons
import NewsModel

// Who gives an office and to whom, where neither stands beside the word that tells it.
extension SentenceReader {
  /// The id of a trigger's type; empty for a light verb.
  func typeName(of trigger: Trigger) -> String {
    scan.events.types.indices.contains(Int(trigger.form.type))
      ? scan.events.types[Int(trigger.form.type)].id : ""
  }

  /// «كلف الوزير باستدعاء السفير», «تولى عرضها المتحدث»: a task is no office.
  func isTask(_ trigger: Trigger) -> Bool {
    let start = trigger.tokens.upperBound
    if has(.takes, at: trigger.start), trigger.isVerb, start < range.upperBound {
      // «تسلم الهدية من مدير الكلية»: who gave something, and no office.
      let taker = spans.first { $0.tokens.lowerBound >= start }
      let post = clamped(start, start + 14).first { index in
        scan.has(.post, at: index) && !(taker?.tokens.contains(index) ?? false)
      }
      if trigger.form.needs.contains(.post), let post, scan.has(.from, at: post - 1) {
        return true
      }
      let letters = scan.text.letters(of: scan.tokens[start])
      return letters.count > 4 && letters.last == LetterCode.alef
        && letters[letters.endIndex - 2] == LetterCode.heh && !scan.has(.post, at: start)
        && scan.dateAt[start] < 0 && !spans.contains { $0.tokens.contains(start) }
    }
    guard has(.entrusted, at: trigger.start) else { return false }
    // The first word under ب behind whom it was given to.
    let task = clamped(start, start + 14).first { index in
      scan.tokens[index].kind == .word && scan.tokens[index].letterCount > 4
        && scan.text.letters(of: scan.tokens[index]).first == LetterCode.beh
        && scan.words[index].count > 1 && scan.words[index].clitics(1) == .by
        && scan.events.isCommon(scan.words[index].hash(1))
        && !spans.contains { $0.tokens.contains(index) }
    }
    guard let task else { return false }
    return !has(.charge, at: task) && !scan.has(.post, at: task)
  }

  /// Who gives or takes away what a noun tells: «قامت الحكومة بتعيين», «أعلنت المنظمة تعيين»,
  /// «أعاد الأمير تعيين», «أعلن الرئيس عزمه على تعيين».
  func giver(of number: Int) -> PartySpan? {
    let trigger = triggers[number]
    if let giver = intending(trigger).first ?? consenting(to: trigger) ?? resolved(on: trigger)
      ?? doer(governing: trigger)
    {
      return giver
    }
    guard trigger.light >= 0 else { return nil }
    let light = triggers[trigger.light]
    guard light.form.frame == .light, light.start < trigger.start,
      ![.noun, .passive].contains(light.form.tense)
    else { return nil }
    return subjectOf(light, before: trigger.start).first
  }

  /// «سيعلن عزمه على تعيين فلان»: whose intention it is, the sentence has told.
  func resolved(on trigger: Trigger) -> PartySpan? {
    let before = trigger.start - 1
    guard before > range.lowerBound, scan.has(.on, at: before) || trigger.clitics.contains(.by)
    else { return nil }
    let intent = trigger.clitics.contains(.by) ? before : before - 1
    guard scan.tokens[intent].kind == .word, scan.has(.planned, at: intent),
      let last = scan.text.letters(of: scan.tokens[intent]).last,
      [LetterCode.heh, LetterCode.alef].contains(last)
    else { return nil }
    return subject(before: intent)
  }

  /// «أعاد الأمير، فلان، تعيين علان», «أعلنت المنظمة أمس تعيين فلان»: whose verb has the noun for its object.
  ///
  /// A verb of saying counts only where a body, or a man whom a table knows, announces its own deed.
  func doer(governing trigger: Trigger) -> PartySpan? {
    guard trigger.clitics.isEmpty else { return nil }
    var edge = trigger.start
    if scan.has(.about, at: edge - 1) { edge -= 1 }
    while edge - 1 > range.lowerBound,
      scan.dateAt[edge - 1] >= 0 || scan.tokens[edge - 1].mark == .comma
    {
      edge -= 1
    }
    let verb: Int
    var doer: PartySpan?
    if let behind = spans.last(where: { $0.tokens.upperBound == edge }) {
      (verb, doer) = (behind.tokens.lowerBound - 1, behind)
      guard behind.clitics.isEmpty, !isPlace(behind) else { return nil }
    } else {
      verb = edge - 1
      guard verb > range.lowerBound else { return nil }
      doer = subjectBefore(verb).first
    }
    guard verb >= range.lowerBound, scan.isVerb(at: verb), let doer else { return nil }
    guard let saying = triggers.first(where: { $0.start == verb }), saying.form.frame == .speech
    else { return triggers.contains { $0.start == verb && $0.form.frame != .light } ? nil : doer }
    return typeName(of: saying) == "announcement" && speaksForItself(doer) ? doer : nil
  }

  /// A body that is no paper, or a man whom a table knows, and no spokesman.
  private func speaksForItself(_ span: PartySpan) -> Bool {
    switch span.kind {
    case .state, .institution, .city: true
    case .person: span.entry >= 0
    case .organisation:
      span.entry >= 0 && scan.actors.entries[Int(span.entry)].category != "media"
    default: false
    }
  }

  /// Whom the sentence spoke of, where a verb of giving an office is passive and he stands before it.
  func givenBefore(_ trigger: Trigger) -> PartySpan? {
    let start = trigger.tokens.upperBound
    guard trigger.isVerb, trigger.form.tense == .past, !trigger.form.hasObject,
      !has(.takes, at: trigger.start), !has(.entrusted, at: trigger.start),
      start < range.upperBound,
      scan.has(.post, at: start), isIndefiniteObject(start),
      hasDamma(trigger.start) || has(.then, at: trigger.start - 1)
    else { return nil }
    return subject(before: trigger.start).flatMap { $0.kind == .person ? $0 : nil }
  }

  /// Whether the sign ُ stands on a word.
  private func hasDamma(_ index: Int) -> Bool {
    let bytes = scan.text.bytes
    let range = scan.tokens[index].offsets.clamped(to: bytes.startIndex..<bytes.endIndex)
    return zip(range, range.dropFirst()).contains { bytes[$0] == 0xD9 && bytes[$1] == 0x8F }
  }

  /// «عيّن فلان الفلاني نائبا»: a name that no table has between the verb and the office.
  func strangerGiven(behind trigger: Trigger, before end: Int) -> PartySpan? {
    let start = trigger.tokens.upperBound
    guard !trigger.form.hasObject, !has(.takes, at: trigger.start), start < end,
      !spans.contains(where: { $0.tokens.contains(start) }), !isIndefiniteObject(start),
      scan.tokens[start].gap == .space, !scan.isCommon(at: start)
    else { return nil }
    let office = clamped(start + 2, start + 5).first { index in
      scan.has(.post, at: index) && isIndefiniteObject(index)
    }
    guard let office,
      (start..<office).allSatisfy({ index in
        scan.tokens[index].kind == .word && scan.dateAt[index] < 0
          && scan.triggerPayloads[index] < 0
          && scan.words[index].classes.isSubset(of: .joint)
          && !spans.contains { $0.tokens.contains(index) }
      })
    else { return nil }
    var span = PartySpan(tokens: start..<office, kind: .person)
    (span.name, span.how) = (span.tokens, .unlinked)
    return span
  }

  /// Past days, commas and adverbs behind a verb or its doer.
  func objectEdge(from start: Int) -> Int {
    var index = start
    while index < range.upperBound,
      isTransparent(index) || scan.tokens[index].mark == .comma || scan.has(.adverb, at: index)
    {
      index += 1
    }
    return index
  }

  /// Whom a verb has for its object, right behind its doer: a party that a table knows, or a noun phrase that
  /// is no office he gets, «رئيسا للبلاد».
  func named(behind edge: Int, before end: Int) -> PartySpan? {
    let start = objectEdge(from: edge)
    guard start < end, !isIndefiniteObject(start) else { return nil }
    if let span = spans.first(where: { $0.tokens.contains(start) }) {
      let isMan = [.person, .office, .institution, .organisation].contains(span.kind)
      return span.tokens.lowerBound == start && span.clitics.isEmpty && isMan ? span : nil
    }
    guard let phrase = nounPhrase(at: start, before: end, isSure: true), phrase.tokens.count > 1
    else { return nil }
    return phrase
  }
}
