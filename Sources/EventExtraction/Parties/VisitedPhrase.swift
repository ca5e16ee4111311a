import ArabicText
import Lexicons
import NewsModel

// Where a journey went under no name that a table has: a party in the text's own words is better than
// none.
extension SentenceReader {
  /// What a journey went to under no name that a table has: «زيارة إلى منطقة الجبال», «بزيارة مفاجئة
  /// لبيت الشباب», «الزيارة التي قام بها الوزير إلى دولة خليجية».
  func visited(behind trigger: Trigger, before end: Int) -> PartySpan? {
    let light = trigger.light >= 0 ? triggers[trigger.light] : nil
    var index = trigger.tokens.upperBound
    var isNear = true
    while index < min(end, trigger.tokens.upperBound + 24) {
      if let light, light.tokens.contains(index) {
        index = light.tokens.upperBound
        continue
      }
      if let span = spans.first(where: { $0.tokens.contains(index) }) {
        if isNear, span.clitics.contains(.to), span.kind == .organisation { return span }
        isNear = false
        index = span.tokens.upperBound
        continue
      }
      if scan.has(.to, at: index), scan.words[index].classClitics.isEmpty {
        return capital(behind: index + 1) ?? nounPhrase(at: index + 1, before: end, isSure: true)
      }
      if scan.tokens[index].kind == .word, scan.dateAt[index] < 0 {
        if isNear, leads(index) {
          return nounPhrase(at: index, before: end, lead: .to, isSure: true)
        }
        guard !scan.isVerb(at: index) || scan.has(.relative, at: index - 1),
          !scan.has([.that, .during, .after, .before, .with, .topic], at: index)
        else { return nil }
      }
      index += 1
    }
    return nil
  }

  /// «زار الوزير مستشفى المدينة بجازان»: the house or body visited, right behind the verb or its doer.
  func visitedSite(of trigger: Trigger, by actors: [PartySpan], before end: Int) -> [PartySpan] {
    guard trigger.isVerb, !trigger.form.hasObject,
      scan.events.types[Int(trigger.form.type)].id == "visit"
    else { return [] }
    let doer = actors.last { $0.tokens.lowerBound >= trigger.tokens.upperBound }
    var start = doer?.tokens.upperBound ?? trigger.tokens.upperBound
    while start < end, scan.dateAt[start] >= 0 || isQuoteMark(start) { start += 1 }
    guard start < end, scan.words[start].classClitics.isEmpty,
      has([.facility], at: start) || scan.has([.body, .namesake], at: start),
      !has(.settlement, at: start), !spans.contains(where: { $0.tokens.contains(start) }),
      let found = nounPhrase(at: start, before: end, isSure: true), found.tokens.count > 1
    else { return [] }
    return [found]
  }

  /// «إلى العاصمة الأفغانية، كابول»: the city behind the words for it.
  private func capital(behind index: Int) -> PartySpan? {
    guard scan.has(.capital, at: index) else { return nil }
    return spans.first {
      [.city, .place].contains($0.kind) && $0.tokens.lowerBound > index
        && $0.tokens.lowerBound - index <= 4
    }
  }

  /// «لبيت الشباب»: a noun under ل that is no purpose, as «لتفقد», «للمشاركة», «لافتتاح» are.
  private func leads(_ index: Int) -> Bool {
    let letters = scan.text.letters(of: scan.tokens[index])
    guard letters.count >= 4, letters.first == LetterCode.lam, scan.triggerPayloads[index] < 0,
      !scan.has(.topic, at: index), !has([.sought, .unreal], at: index)
    else { return false }
    let word = scan.words[index]
    let isPlaceWord = (1..<max(1, word.count)).contains { reading in
      word.clitics(reading) == .to
        && !scan.events.classes(of: word.hash(reading)).isDisjoint(with: [
          .namesake, .people, .body, .capital,
        ])
    }
    if isPlaceWord { return true }
    let stem = letters[(letters.startIndex + 1)...].drop { $0 == LetterCode.lam }
    guard let first = stem.first, first != LetterCode.teh, first != LetterCode.alef else {
      return false
    }
    return first != LetterCode.meem || stem.last != LetterCode.heh
  }
}
