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

  /// The state whose something is: «سفينة إسرائيلية», «قاعدة جوية أميركية», «الأراضي اليمنية».
  static func owned(from start: Int, to end: Int, in sentence: SentenceReader) -> [PartySpan] {
    let scan = sentence.scan
    let limit = sentence.range.upperBound
    let start = (start..<max(start, limit)).first { scan.dateAt[$0] < 0 } ?? limit
    let end = min(limit, max(end, start + 3))
    for index in start..<max(start, end) {
      guard scan.tokens[index].kind == .word, scan.dateAt[index] < 0,
        index == start || !scan.has(.side, at: index),
        !scan.has([.inside, .from, .to, .with, .at, .on, .relative, .that], at: index),
        index == start || !scan.isVerb(at: index)
      else { return [] }
      if index > start, scan.senses(at: index).contains(where: { $0.kind == .adjective }),
        scan.actorClitics[index].isEmpty,
        !sentence.spans.contains(where: { $0.tokens.contains(index) })
      {
        // «على الحدود السورية الأردنية»: where it was.
        let after = Int(scan.actorEnds[index])
        if after < scan.tokens.count,
          scan.senses(at: after).contains(where: { $0.kind == .adjective })
        {
          return []
        }
        return state(from: index, to: index + 1, in: scan)
      }
    }
    return []
  }

  /// Whether a verb of attack strikes a span: right behind its doer, after «على» or «ل».
  static func isStruck(_ span: PartySpan, from doer: PartySpan?, verb: Trigger) -> Bool {
    if !span.governor.isDisjoint(with: [.on, .against]) || span.clitics.contains(.to) {
      return true
    }
    var edge = verb.tokens.upperBound
    if let doer, doer.tokens.lowerBound >= edge { edge = doer.tokens.upperBound }
    return span.clitics.isEmpty && span.governor.isDisjoint(with: [.with, .from, .between])
      && span.tokens.lowerBound - edge <= 2
  }
}
