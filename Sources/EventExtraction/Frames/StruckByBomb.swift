import ArabicText
import Lexicons
import NewsModel

// What blew up is not what was struck: «فجّرت عبوة في آليات الجيش».
extension SentenceReader {
  /// «عبوة», «سيارة مفخخة»: what blows up.
  func isBomb(_ thing: PartySpan) -> Bool {
    let head = thing.tokens.lowerBound
    return has(.bomb, at: head)
      || has(.thing, at: head)
        && thing.tokens.dropFirst().prefix(1).contains { has(.crewless, at: $0) }
  }

  /// «طائرة مسيرة» right before a noun behind ل: what strikes.
  func craft(at start: Int, before end: Int) -> PartySpan? {
    guard start + 2 < end, has(.thing, at: start), has(.crewless, at: start + 1) else { return nil }
    var next = start + 2
    while next < end, scan.senses(at: next).contains(where: { $0.kind == .adjective }) { next += 1 }
    guard next < end, hasClitic(.to, at: next), isSite(next) else { return nil }
    var span = PartySpan(tokens: start..<next, kind: .thing)
    span.name = span.tokens
    span.how = .unlinked
    return span
  }

  /// «عبوة شديدة الانفجار في آليات …», «عبوة ناسفة معدة مسبقا بآلية»: what stands behind what blew up.
  func struckByBomb(_ bomb: PartySpan, before end: Int) -> StruckPhrase? {
    site(near: bomb.tokens.upperBound, before: end)
  }
}
