import ArabicText
import Lexicons
import NewsModel

// Who hangs together in a list of parties.
extension EncounterFrame {
  /// The parties that hang together from the first on; a party far from the last is no more of it.
  ///
  /// - Parameter isNoun: whether they stand behind a noun, where whoever follows «بعد» is of another
  ///   event; behind a verb its object may still follow.
  static func linked(
    _ spans: [PartySpan],
    in sentence: SentenceReader,
    isNoun: Bool = false
  ) -> [PartySpan] {
    let scan = sentence.scan
    var found: [PartySpan] = []
    // Who was passed over last.
    var passed: PartySpan?
    for span in spans {
      if let last = found.last {
        let distance = span.tokens.lowerBound - last.tokens.upperBound
        // Behind a noun, or behind an object, nobody but who is joined to it is a side.
        let hasOther =
          isNoun || found.count > 1 || last.clitics.contains(.by) || last.governor.contains(.with)
        let isHeaded =
          (last.tokens.upperBound..<max(last.tokens.upperBound, span.tokens.lowerBound))
          .contains { scan.has(.headed, at: $0) }
        // «إضافة إلى فلان», «إلى جانب فلان»
        let isAdded =
          sentence.has(.besides, at: span.tokens.lowerBound - 1)
          || span.governor.contains(.to) && sentence.has(.besides, at: span.tokens.lowerBound - 2)
          // «، وكذلك رئيس البرلمان»
          || sentence.has(.likewise, at: span.tokens.lowerBound - 1)
            && scan.text.letters(of: scan.tokens[span.tokens.lowerBound - 1]).first
              == LetterCode.waw
        let isJoined =
          span.clitics.contains(.and) || isAdded
          || !span.governor.isDisjoint(with: [.with, .between])
          || span.clitics.contains(.by)
        // «بين العراق وأميركا …، وقادها فلان ونظيره»: who is joined to a man passed over is passed over too.
        let isOfPassed =
          passed.map {
            span.clitics.contains(.and) && span.governor.isDisjoint(with: [.with, .between])
              && (0...1).contains(span.tokens.lowerBound - $0.tokens.upperBound)
          } ?? false
        let between = last.tokens.upperBound..<max(last.tokens.upperBound, span.tokens.lowerBound)
        let gap = isNoun ? distance : strangers(in: between, of: sentence)
        if !isJoined && gap > 6 || isNoun && isOfPassed {
          passed = span
          continue
        }
        // «… دول الخليج لبحث الاتفاق الذي أبرمته الدول مع إيران»: whom a relative clause names.
        if let relative =
          (last.tokens.upperBound..<max(last.tokens.upperBound, span.tokens.lowerBound))
          .first(where: { scan.has(.relative, at: $0) && scan.tokens[$0].letterCount > 2 }),
          scan.words[relative].classClitics == .and && hasOther && !isHeaded
            || relative > last.tokens.upperBound + 1
              && (relative..<span.tokens.lowerBound).contains(where: { scan.isVerb(at: $0) })
        {
          break
        }
        // «اللقاء بين فلان وعلان لم ينجح في جسر الخلافات بين …»: both sides were told.
        if isNoun, found.count > 1, found[0].governor.contains(.between),
          span.governor.contains(.between)
        {
          break
        }
        // «محادثات مع نظيره بعد إبرام الدولتين …»: of another event.
        if span.kind == .pair, !span.governor.contains(.with), distance > 1,
          (last.tokens.upperBound..<span.tokens.lowerBound - 1).contains(where: {
            scan.has([.after, .before], at: $0) && scan.dateAt[$0] < 0
          })
        {
          break
        }
        // «اجتمع بفلان قبيل التقائه بعلان», «اجتماعات فلان في أعقاب لقاء بعلان»: of another event.
        if hasOther,
          sentence.opensOtherEvent(from: last.tokens.upperBound, to: span.tokens.lowerBound)
        {
          break
        }
        // «قمة للحلف، وسط ترقب لموقف الرئيس»: past a comma only whoever is joined belongs.
        if isNoun, !isJoined, !isHeaded, distance > 1,
          (last.tokens.upperBound..<span.tokens.lowerBound).contains(where: {
            scan.tokens[$0].mark == .comma
          }),
          (last.tokens.upperBound..<span.tokens.lowerBound).contains(where: {
            scan.tokens[$0].kind == .word && scan.dateAt[$0] < 0
          })
        {
          break
        }
        // «اجتماع المجموعة، وإعلان الرئيس …»: another matter begins with و.
        if !isJoined, distance > 0,
          (last.tokens.upperBound..<span.tokens.lowerBound).contains(where: {
            opensAnother($0, isAlone: distance == 1, in: scan)
          })
        {
          break
        }
        if distance > 25 { break }
        // «وزير خارجية … في حكومة …»: a state inside what was passed is no party.
        if [.state, .institution, .organisation].contains(span.kind), !isJoined, distance > 1,
          gap > 0 || span.kind == .state,
          found.count > 1 || last.kind == .person
        {
          continue
        }
      } else if span.tokens.lowerBound - sentence.range.lowerBound < 0 {
        continue
      }
      if found.contains(where: { $0.means(span) }) { continue }
      found.append(span)
    }
    return found
  }

  /// How many words stand between two parties behind a verb; «في قصر السلام بجدة أمس (الأربعاء)» is a
  /// place and a day, and no distance.
  private static func strangers(in words: Range<Int>, of sentence: SentenceReader) -> Int {
    let scan = sentence.scan
    return words.filter { index in
      scan.tokens[index].kind == .word && scan.dateAt[index] < 0
        && !scan.has([.inside, .at], at: index)
        && !sentence.spans.contains { $0.tokens.contains(index) && sentence.isPlace($0) }
    }.count
  }

  /// «وإعلان الرئيس», «وأطلع فلاناً»: a common word behind و; «والعراقي فلان» names another man.
  private static func opensAnother(_ index: Int, isAlone: Bool, in scan: ArticleScan) -> Bool {
    guard scan.isJoined(index), scan.isCommon(at: index), scan.words[index].classes.isEmpty else {
      return false
    }
    guard isAlone else { return true }
    let letters = scan.text.letters(of: scan.tokens[index])
    return scan.actorPayloads[index] < 0
      && !letters.dropFirst().starts(with: [LetterCode.alef, LetterCode.lam])
  }

  static func chain(_ spans: ArraySlice<PartySpan>, in sentence: SentenceReader) -> [PartySpan] {
    linked(Array(spans), in: sentence)
  }
}
