import ArabicText
import Lexicons
import NewsModel

// Who is meant without a name: people by their standing, and the two named before.
extension SentenceReader {
  /// People known by their standing only: «عدداً من النواب», «سفراء الدول».
  func people(from start: Int, to end: Int) -> PartySpan? {
    var index = start
    while index < min(end, start + 25) {
      if scan.has(.people, at: index), !spans.contains(where: { $0.tokens.contains(index) }),
        scan.dateAt[index] < 0, scan.words[index].classClitics.isDisjoint(with: [.by])
      {
        var last = index + 1
        while last < min(end, index + 4), scan.tokens[last].kind == .word,
          scan.tokens[last].gap == .space, scan.dateAt[last] < 0, !scan.isVerb(at: last),
          scan.words[last].classes.isDisjoint(with: [
            .relative, .inside, .at, .during, .that, .topic, .to, .on,
          ])
        {
          last += 1
        }
        if last - 1 > index, scan.has(.from, at: last - 1) { last -= 1 }
        var span = PartySpan(tokens: index..<last, kind: .organisation)
        span.name = span.tokens
        span.clitics = scan.words[index].classClitics
        span.how = .unlinked
        return span
      }
      if scan.has(.topic, at: index) { return nil }
      index += 1
    }
    return nil
  }

  /// The two whom «الجانبان» and a bare dual verb mean.
  func lastTwo(persons: Bool) -> [PartySpan] {
    // Whoever was named last: two heads of state, or their states.
    func place(_ spans: [PartySpan]) -> Int {
      spans.count < 2 ? -1 : spans.suffix(2).map(\.tokens.lowerBound).min() ?? -1
    }
    let known =
      place(memory.persons) >= 0 && (persons || place(memory.persons) > place(memory.states))
    let two = known ? memory.persons : memory.salientStates
    return two.suffix(2).map {
      var span = $0
      span.how = .pronoun
      return span
    }
  }
}
