import ArabicText
import Lexicons
import NewsModel

/// Reads what was signed, agreed or issued: «مذكرة تفاهم», «اتفاقية الدفاع المشترك».
///
/// The noun with what belongs to it, up to a preposition, a verb, a party or a stop. A bare definite
/// noun («الاتفاقية») points back and names nothing.
struct DocumentName {
  let sentence: SentenceReader

  /// Types whose event is a document, by the ids of the tables.
  private static let types: Set<String> = ["agreement", "signing", "joint-statement", "ceasefire"]
  /// So far behind the trigger may the noun stand, in words.
  private static let reach = 6
  /// So long may a name be, in words.
  private static let longest = 6

  /// The document of an event; `nil` when its type has none or the text names none.
  func name(of draft: Draft) -> String? {
    let scan = sentence.scan
    guard DocumentName.types.contains(scan.events.types[Int(draft.type)].id) else { return nil }
    guard let head = head(of: draft) else { return nil }
    let end = end(of: head)
    let isDefinite = scan.text.letters(of: scan.tokens[head.lowerBound]).starts(
      with: [LetterCode.alef, LetterCode.lam]
    )
    if end - head.lowerBound == 1, isDefinite { return nil }
    let first = head.lowerBound
    let clitics = scan.words[first].classClitics.rawValue.nonzeroBitCount
    let start = scan.text.offset(afterLetters: clitics, of: scan.tokens[first])
    return scan.text.text(start..<Int(scan.tokens[end - 1].end))
  }

  /// The noun: the trigger's own, else the first one behind it, else one right before it.
  private func head(of draft: Draft) -> Range<Int>? {
    let scan = sentence.scan
    let trigger = sentence.triggers[draft.trigger]
    if isHead(trigger.start), !trigger.isVerb {
      return trigger.start..<trigger.tokens.upperBound
    }
    let last = min(trigger.tokens.upperBound + DocumentName.reach, sentence.range.upperBound)
    for index in trigger.tokens.upperBound..<max(last, trigger.tokens.upperBound) {
      if scan.tokens[index].kind == .mark, scan.tokens[index].mark != .openQuote,
        scan.tokens[index].mark != .quote
      {
        break
      }
      if isHead(index) { return index..<index + 1 }
    }
    // «الاتفاق الذي وقّعه …».
    let before = max(sentence.range.lowerBound, trigger.start - 3)
    guard (before..<trigger.start).contains(where: { scan.has(.relative, at: $0) }) else {
      return nil
    }
    return (before..<trigger.start).first { isHead($0) }.map { $0..<$0 + 1 }
  }

  /// Where the words that belong to the noun end.
  private func end(of head: Range<Int>) -> Int {
    let scan = sentence.scan
    var next = head.upperBound
    // A name in quotation marks is the whole name: «اتفاقية "سيداو"».
    if next + 1 < sentence.range.upperBound, [.openQuote, .quote].contains(scan.tokens[next].mark) {
      let close = (next + 1..<min(next + 8, sentence.range.upperBound)).first {
        [.closeQuote, .quote].contains(scan.tokens[$0].mark)
      }
      if let close { return close }
    }
    while next < sentence.range.upperBound, next - head.lowerBound < DocumentName.longest {
      guard belongs(next) else { break }
      next += 1
    }
    return next
  }

  /// Whether a noun of a document stands here; «عليه» and «بالأحرف» only point to one.
  private func isHead(_ index: Int) -> Bool {
    guard sentence.scan.has(.document, at: index) else { return false }
    let letters = sentence.scan.text.letters(of: sentence.scan.tokens[index])
    return !letters.starts(with: [LetterCode.ain, LetterCode.lam, LetterCode.yeh])
      && !letters.starts(with: [LetterCode.beh, LetterCode.alef, LetterCode.lam])
  }

  private func belongs(_ index: Int) -> Bool {
    let scan = sentence.scan
    let token = scan.tokens[index]
    guard token.kind == .word, token.gap == .space, scan.dateAt[index] < 0, !scan.isVerb(at: index)
    else { return false }
    let stops: WordClass = [
      .with, .between, .at, .to, .from, .inside, .on, .that, .relative, .after, .before, .during,
      .topic, .source, .about, .be, .qad, .counterpart, .pair, .verb, .adverb, .pastTime,
    ]
    if scan.has(stops, at: index) { return false }
    // «للتعاون», «والأردن», «بشأن»: a particle in front begins something else.
    let word = scan.words[index]
    if word.count > 1, token.letterCount >= 5 || !scan.events.isCommon(word.hash(0)) {
      if !word.classClitics.isEmpty || !scan.actorClitics[index].isEmpty { return false }
      if (1..<word.count).contains(where: { scan.events.isCommon(word.hash($0)) }) { return false }
    }
    // A party is none of it; a city is, in «اتفاق الرياض».
    return scan.senses(at: index).allSatisfy { $0.kind == .city || $0.kind == .place }
  }
}
