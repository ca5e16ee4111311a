import ArabicText
import Lexicons
import NewsModel

/// One sentence with its parties, triggers and dates, and what frames ask of it.
///
/// An object, for each check of each draft holds it; nothing changes it once it is made.
final class SentenceReader {
  let scan: ArticleScan
  let range: Range<Int>
  let spans: [PartySpan]
  var triggers: [Trigger] = []
  /// For each trigger, the expressions that belong to it.
  var dates: [[Int32]] = []
  /// Who the last sentences spoke of.
  let memory: Memory

  /// Who an article spoke of last.
  struct Memory {
    var subject: PartySpan?
    /// How many sentences ago.
    var age = 0
    var persons: [PartySpan] = []
    var states: [PartySpan] = []
    /// The day of what was told last as past.
    var told: EventDate?
    /// How many sentences have passed since.
    var toldAge = 0
    /// The two sides of the last event that was told of two, as far as three sentences back.
    var together: [PartySpan] = []
    /// How many sentences ago.
    var togetherAge = 0
    /// How often the text named each state so far.
    var counts: [Int32: Int] = [:]

    /// The states named last, those that the text speaks of most at the end.
    var salientStates: [PartySpan] {
      let order = states.indices.sorted {
        let (one, other) = (counts[states[$0].entry] ?? 0, counts[states[$1].entry] ?? 0)
        return one == other ? $0 < $1 : one < other
      }
      return order.map { states[$0] }
    }
  }

  init(scan: ArticleScan, range: Range<Int>, spans: [PartySpan], memory: Memory) {
    self.scan = scan
    self.range = range
    let start = spans.isEmpty ? range.lowerBound : Self.bodyStart(of: range, in: scan)
    self.spans = spans.filter { $0.tokens.lowerBound >= start }
    self.memory = memory
    matchTriggers()
    linkLightVerbs()
    shareDates()
    pruneDeeds()
  }

  /// «منذ وصوله إلى البلاد استطاع فلان»: at the head of a sentence a pronoun points ahead, to the
  /// doer of the main verb.
  func subjectAhead(of index: Int) -> PartySpan? {
    guard index - range.lowerBound <= 9,
      scan.has([.after, .before, .during, .inside, .since, .at], at: index - 1),
      !(range.lowerBound..<index).contains(where: {
        scan.isVerb(at: $0) || scan.has([.that, .relative, .subordinate], at: $0)
      })
    else { return nil }
    return spans.first { span in
      let before = span.tokens.lowerBound - 1
      return before > index && span.tokens.lowerBound - index <= 24
        && [.person, .office].contains(span.kind) && span.clitics.isEmpty && scan.isVerb(at: before)
    }
  }

  /// Whether it is the first line of an article, which tells what was in the present; a blank of the given
  /// size parts it from the rest.
  func isHeadline(gap: Token.Gap = .line) -> Bool {
    range.lowerBound == scan.sentences.first?.lowerBound && endsLine(gap: gap)
  }

  /// Whether a blank of the given size, or more, follows.
  func endsLine(gap: Token.Gap) -> Bool {
    let next = range.upperBound
    return next < scan.tokens.count && scan.tokens[next].gap >= gap
  }

  /// Where the reporting begins after a dateline: «دبي، الإمارات (CNN) --», «ايلاف من لندن:».
  static func bodyStart(of range: Range<Int>, in scan: ArticleScan) -> Int {
    guard let first = range.first, scan.tokens[first].gap >= .line else { return range.lowerBound }
    var sawCity = false
    for index in range.prefix(16) {
      switch scan.tokens[index].mark {
      case .none:
        sawCity =
          sawCity || scan.senses(at: index).contains { $0.kind == .city || $0.kind == .country }
        if scan.isVerb(at: index) { return range.lowerBound }
      case .dash where sawCity && scan.tokens[index].gap > .glued: return index + 1
      case .colon where sawCity && index - first <= 4 && scan.has(.from, at: first + 1):
        return index + 1
      default: break
      }
    }
    return range.lowerBound
  }
}
