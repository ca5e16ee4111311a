import ArabicText
import Lexicons
import NewsModel

// Whether something was struck, and whose it is.
extension AttackSides {
  /// «غارات على مواقع المسلحين …»: «على» stands a word or two before.
  static func isUnder(_ span: PartySpan, from start: Int, in scan: ArticleScan) -> Bool {
    var index = span.tokens.lowerBound - 1
    let floor = max(start, index - 3)
    while index >= floor {
      if [.quote, .openQuote, .closeQuote].contains(scan.tokens[index].mark) {
        index -= 1
        continue
      }
      if scan.tokens[index].kind == .mark || scan.dateAt[index] >= 0 { return false }
      if scan.has([.on, .against], at: index) { return true }
      if scan.has([.inside, .from, .to, .with, .between, .source, .relative], at: index) {
        return false
      }
      index -= 1
    }
    return false
  }

  /// The state of the first adjective between two tokens: «شنتها طائرة أميركية».
  static func state(from start: Int, to end: Int, in scan: ArticleScan) -> [PartySpan] {
    for index in start..<max(start, end) {
      guard let sense = scan.senses(at: index).first(where: { $0.kind == .adjective }) else {
        continue
      }
      var state = PartySpan(
        tokens: index..<Int(scan.actorEnds[index]),
        kind: .state,
        entry: sense.entry
      )
      state.country = sense.entry
      return [state]
    }
    return []
  }

  /// Whether a verb of attack strikes a span: right behind its doer, after «على» or «ل».
  static func isStruck(
    _ span: PartySpan,
    from doer: PartySpan?,
    verb: Trigger,
    in sentence: SentenceReader
  ) -> Bool {
    if !span.governor.isDisjoint(with: [.on, .against]) || span.clitics.contains(.to) {
      // «تقصف موقعا …، والسرايا تستهدف تجمعا لجنود»: another verb's.
      return !sentence.triggers.contains {
        $0.isVerb && $0.start >= verb.tokens.upperBound && $0.start < span.tokens.lowerBound
          && [.strike, .light].contains($0.form.frame)
      }
    }
    var edge = verb.tokens.upperBound
    if let doer, doer.tokens.lowerBound >= edge { edge = doer.tokens.upperBound }
    return span.clitics.isEmpty && span.governor.isDisjoint(with: [.with, .from, .between])
      && span.tokens.lowerBound - edge <= 2
  }

  /// What ل leads to behind the doer of a verbal noun, where he stands apart by his place at most.
  static func lamObject(behind doer: PartySpan, in sentence: SentenceReader) -> StruckPhrase? {
    let edge = doer.tokens.upperBound
    for index in sentence.clamped(edge, edge + 4) {
      if let span = sentence.spans.first(where: { $0.tokens.lowerBound == index }),
        span.clitics == .to, AttackFrame.isFighter(span)
      {
        return StruckPhrase(targets: [span])
      }
      guard sentence.hasClitic(.to, at: index) else { continue }
      let struck = sentence.struck(from: index, before: sentence.range.upperBound)
      return struck.targets.isEmpty ? nil : struck
    }
    return nil
  }

  /// «الغارات التي تشنها أنقرة»: a seat of government right behind the verb acts for its state.
  static func isSeat(_ span: PartySpan, behind verb: Trigger) -> Bool {
    span.kind == .city && span.country >= 0 && span.clitics.isEmpty
      && span.tokens.lowerBound == verb.tokens.upperBound && verb.form.hasObject
  }
}
