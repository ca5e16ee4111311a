import ArabicText
import Lexicons

extension SentenceReader {
  /// The cues of a word, with or without its proclitics.
  func cues(at index: Int) -> EventCue {
    guard index >= range.lowerBound, index < range.upperBound, scan.tokens[index].kind == .word
    else { return [] }
    let word = scan.words[index]
    var found: EventCue = []
    for reading in 0..<word.count where !word.clitics(reading).contains(.like) {
      found.formUnion(scan.events.cues.cues(of: word.hash(reading)))
    }
    return found
  }

  /// Whether a word has any of the cues.
  func has(_ cue: EventCue, at index: Int) -> Bool { !cues(at: index).isDisjoint(with: cue) }

  /// Whether any word of a token range has any of the cues.
  func has(_ cue: EventCue, in tokens: Range<Int>) -> Bool {
    tokens.contains { has(cue, at: $0) }
  }

  /// A token range, cut to this sentence.
  func clamped(_ low: Int, _ high: Int) -> Range<Int> {
    let start = min(max(low, range.lowerBound), range.upperBound)
    return start..<min(max(high, start), range.upperBound)
  }

  /// The words before a token, nearest first, as far as its clause and no more than so many.
  func wordsBefore(_ index: Int, atMost count: Int) -> [Int] {
    var found: [Int] = []
    var next = index - 1
    while next >= range.lowerBound, found.count < count {
      let token = scan.tokens[next]
      if token.kind == .mark {
        switch token.mark {
        case .quote, .openQuote, .closeQuote: break
        default: return found
        }
      } else {
        found.append(next)
      }
      if token.gap >= .line { return found }
      next -= 1
    }
    return found
  }

  /// The words before a token as ``wordsBefore(_:atMost:)`` gives them, a party counted as one.
  func headsBefore(_ index: Int, atMost count: Int) -> [Int] {
    let words = wordsBefore(index, atMost: count * 4).filter { word in
      !spans.contains { $0.tokens.contains(word) && $0.tokens.lowerBound < word }
    }
    return Array(words.prefix(count))
  }
}
