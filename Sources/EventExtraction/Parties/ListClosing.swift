import ArabicText
import Lexicons
import NewsModel

// Who closes a list of parties under no name that a table has.
extension SentenceReader {
  /// Who else is joined by و to a party, under no name that a table has: «الوزير فلان ومعاون قائد الجيش»,
  /// «المتحف ومجلس النواب».
  func verbatimJoined(to last: PartySpan, before end: Int, places: Bool = false) -> PartySpan? {
    var index = last.tokens.upperBound
    if index < end, [.closeQuote, .quote].contains(scan.tokens[index].mark) { index += 1 }
    if !places, index + 1 < end, scan.tokens[index].mark == .comma { index += 1 }
    // «، وكذلك رئيس البرلمان»
    var isAdded = false
    if index + 1 < end, has(.likewise, at: index) {
      isAdded = true
      index += 1
    }
    guard index < end, scan.tokens[index].kind == .word, scan.tokens[index].gap < .line,
      scan.triggerPayloads[index] < 0, !scan.isVerb(at: index), scan.dateAt[index] < 0,
      !spans.contains(where: { $0.tokens.contains(index) }),
      isAdded || scan.text.letters(of: scan.tokens[index]).first == LetterCode.waw
    else { return nil }
    let word = scan.words[index]
    let wanted: WordClass = places ? [.body, .institution, .namesake] : [.lead, .people, .body]
    let isHead = ((isAdded ? 0 : 1)..<max(1, word.count)).contains { reading in
      word.clitics(reading) == (isAdded ? [] : .and)
        && !scan.events.classes(of: word.hash(reading)).isDisjoint(with: wanted)
    }
    // «وآخرين من كبار المستشارين»
    let isOthers = has(.somebody, at: index) && scan.has(.from, at: index + 1) && !places
    guard isHead || isOthers else { return nil }
    return nounPhrase(at: index, before: end, lead: isAdded ? [] : .and, isSure: true)
  }

  /// Who goes along with the last traveller of a phrase, under no name that a table has.
  func companion(of travellers: [PartySpan], in phrase: Range<Int>) -> [PartySpan] {
    guard let last = travellers.last, last.tokens.lowerBound >= phrase.lowerBound,
      last.tokens.upperBound <= phrase.upperBound,
      let more = verbatimJoined(to: last, before: phrase.upperBound)
    else { return [] }
    return [more]
  }

  /// Who closes a list of parties under no name of his own, as the text has it.
  func closing(_ last: PartySpan, before end: Int) -> [PartySpan] {
    var found: [PartySpan] = []
    var edge = last
    while found.count < 3,
      let more = people(closing: edge, before: end) ?? verbatimJoined(to: edge, before: end)
        ?? surnameJoined(to: edge, before: end)
    {
      found.append(more)
      edge = more
    }
    return found
  }

  /// «مع بريفال وبيليريف:»: a last name that no table knows, joined to a man and closing the phrase.
  private func surnameJoined(to last: PartySpan, before end: Int) -> PartySpan? {
    let index = last.tokens.upperBound
    guard last.kind == .person,
      !last.governor.isDisjoint(with: [.with, .between])
        || last.clitics.contains(.by) || last.clitics.contains(.and),
      index + 1 < range.upperBound, index < end, scan.tokens[index].kind == .word,
      scan.tokens[index].gap == .space, scan.tokens[index].letterCount >= 6,
      scan.text.letters(of: scan.tokens[index]).first == LetterCode.waw,
      scan.tokens[index + 1].kind == .mark, !scan.isCommon(at: index),
      scan.words[index].classes.isEmpty, scan.actorPayloads[index] < 0,
      scan.triggerPayloads[index] < 0, scan.dateAt[index] < 0, !scan.isVerb(at: index),
      !spans.contains(where: { $0.tokens.contains(index) })
    else { return nil }
    return nounPhrase(at: index, before: index + 1, lead: .and, isSure: true)
  }
}
