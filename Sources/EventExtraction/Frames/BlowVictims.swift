import ArabicText
import Lexicons
import NewsModel

// Whom a blow killed or hurt, where nothing else that it struck is told.
extension AttackSides {
  /// «مقتل ثلاثة مسلحين في غارة», «قُتل شرطي أمس في هجوم»: whom it killed.
  mutating func readVictims(of trigger: Trigger, in sentence: SentenceReader) {
    let scan = sentence.scan
    guard let (casualty, limit) = casualty(of: trigger, in: sentence) else { return }
    if let man = sentence.spans.first(where: {
      $0.tokens.lowerBound > casualty && $0.tokens.upperBound <= limit && $0.kind == .person
        && $0.clitics.isEmpty
    }) {
      take(StruckPhrase(targets: [man]))
      return
    }
    let told = targets.count
    takeHurt(from: casualty + 1, before: limit, in: sentence)
    // «15 مسلحا قتلوا في غارة»
    if targets.count == told, scan.isVerb(at: casualty) || sentence.isPluralVerb(casualty),
      let hurt = sentence.subjectPhrase(before: casualty)
    {
      take(StruckPhrase(targets: [hurt]))
    }
  }

  /// The word of killing before a blow that killed, «مقتل ثلاثة في غارة», and where what it tells of ends.
  func casualty(of trigger: Trigger, in sentence: SentenceReader) -> (word: Int, limit: Int)? {
    let scan = sentence.scan
    var before = trigger.start - 1
    while before > sentence.range.lowerBound,
      sentence.has(.part, at: before) || sentence.isQuoteMark(before)
        || scan.has(.from, at: before) && sentence.has(.part, at: before - 1)
    {
      before -= 1
    }
    guard before > sentence.range.lowerBound,
      trigger.clitics.contains(.by) || scan.has([.inside, .after], at: before)
        || sentence.has(.result, at: before)
    else { return nil }
    let limit = trigger.clitics.contains(.by) ? trigger.start : before
    return casualty(before: limit, in: sentence).map { ($0, limit) }
  }

  /// «غارة … أسفرت عن مقتل ثلاثة مسلحين»: whom it killed, told behind it.
  mutating func readLoss(of trigger: Trigger, in sentence: SentenceReader) {
    let scan = sentence.scan
    let near = sentence.clamped(trigger.tokens.upperBound, trigger.tokens.upperBound + 30)
    // «أدى هجوم … إلى مقتل»
    let isBefore = sentence.has(.outcome, at: trigger.start - 1)
    guard
      let outcome = isBefore
        ? near.first(where: {
          scan.has([.to, .about], at: $0) && sentence.has(.casualty, at: $0 + 1)
        })
        : near.first(where: { sentence.has(.outcome, at: $0) }),
      !near.prefix(while: { $0 < outcome }).contains(where: {
        scan.tokens[$0].mark == .stop || scan.has(.that, at: $0)
      }),
      let casualty = sentence.clamped(outcome + 1, outcome + 4).first(where: {
        sentence.has(.casualty, at: $0) && !scan.isVerb(at: $0)
      })
    else { return }
    takeHurt(from: casualty + 1, before: sentence.range.upperBound, in: sentence)
  }

  /// Notes who was killed or hurt, if the text says who they were.
  private mutating func takeHurt(from start: Int, before limit: Int, in sentence: SentenceReader) {
    let scan = sentence.scan
    var index = start
    while index < limit,
      scan.dateAt[index] >= 0
        || sentence.has([.somebody, .casualty], at: index) && !scan.has(.from, at: index + 1)
    {
      index += 1
    }
    // «إصابتهم بجروح», «قتلى منهم»: nobody told of.
    guard index < limit, !sentence.isLed(index), !sentence.isBehindBeh(index),
      !scan.has(.from, at: index),
      let named = sentence.nounPhrase(at: index, before: limit, isSure: true),
      // «ستون منهم»
      !sentence.has(.resumed, at: named.tokens.upperBound - 1),
      // «قتل خمسة في …», «إصابة اثنين آخرين»: of whom nothing is told.
      !named.tokens.allSatisfy({
        sentence.has([.part, .many, .somebody, .casualty], at: $0) || scan.has(.from, at: $0)
          || scan.tokens[$0].kind == .number
      })
    else { return }
    take(sentence.struck(from: index, before: limit, isSure: true))
  }

  /// The first word of killing in the clause before a token.
  private func casualty(before limit: Int, in sentence: SentenceReader) -> Int? {
    let scan = sentence.scan
    var found: Int?
    let floor = max(sentence.range.lowerBound, limit - 16)
    for index in (floor..<max(floor, limit)).reversed() {
      if scan.tokens[index].mark == .stop || scan.has([.that, .subordinate], at: index) { break }
      if sentence.has(.casualty, at: index) {
        found = index
      } else if scan.isVerb(at: index) {
        break
      }
    }
    return found
  }
}

extension SentenceReader {
  /// «آليات», «سيارة»: one word that tells not whose it was.
  func isBare(_ target: PartySpan) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[target.tokens.lowerBound])
    return target.kind == .thing && target.entry < 0 && target.tokens.count == 1
      && isSite(target.tokens.lowerBound)
      && !letters.starts(with: [LetterCode.alef, LetterCode.lam])
  }

  /// «فلان الفلاني الذي اغتاله …», «الشهيد فلان الفلاني أحد قادة الحركة الذي …»: a name that no table knows
  /// before a relative, what he was behind it or not.
  func man(namedBefore relative: Int) -> PartySpan? {
    var edge = relative
    if scan.tokens[edge - 1].mark == .comma { edge -= 1 }
    // «أحد قادة الحركة»
    if let one = clamped(edge - 6, edge - 1).last(where: { has(.part, at: $0) }),
      !clamped(one, edge).contains(where: { scan.isVerb(at: $0) || scan.tokens[$0].kind == .mark })
    {
      edge = one
    }
    var start = edge
    while start > range.lowerBound, edge - start < 4, isNamePart(start - 1) { start -= 1 }
    guard edge - start >= 1 else { return nil }
    if !has(.givenName, at: start), start > range.lowerBound, has(.givenName, at: start - 1) {
      start -= 1
    }
    guard has(.givenName, at: start), edge - start >= 2 else { return nil }
    var man = PartySpan(tokens: start..<edge, kind: .thing)
    man.name = man.tokens
    man.how = .unlinked
    if hasClitic(.to, at: start) { man.clitics = .to }
    return man
  }

  /// Whether a word may be part of a man's name.
  private func isNamePart(_ index: Int) -> Bool {
    scan.tokens[index].kind == .word && scan.dateAt[index] < 0 && !scan.isVerb(at: index)
      && scan.words[index].classes.isEmpty && cues(at: index).isSubset(of: .givenName)
      && (!scan.isCommon(at: index) || has(.givenName, at: index))
      && !spans.contains { $0.tokens.contains(index) }
  }
}
