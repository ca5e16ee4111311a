import ArabicText
import Lexicons
import NewsModel

/// One sentence with its parties, triggers and dates, and what frames ask of it.
struct SentenceReader {
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
  }

  init(scan: ArticleScan, range: Range<Int>, spans: [PartySpan], memory: Memory) {
    self.scan = scan
    self.range = range
    self.spans = spans
    self.memory = memory
    matchTriggers()
    linkLightVerbs()
    shareDates()
  }
}
