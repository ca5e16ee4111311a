/// Words that a text wrote without the blank between them, and where each is to be parted.
public struct PartedWords: Sendable {
  /// The tokens to part, in rising order, each with the number of letters of its first half.
  public var places: [(token: Int, letters: Int)] = []

  /// No words.
  public init() {}

  /// The text with these words parted.
  public func parted(_ text: FoldedText) -> FoldedText { text.parting(at: places) }

  /// The sentences by the tokens of the parted text: every token behind a parted one moves up by one.
  public func shifted(_ sentences: [Range<Int>]) -> [Range<Int>] {
    var moved = 0
    return sentences.map { sentence in
      let start = sentence.lowerBound + moved
      while moved < places.count, sentence.contains(places[moved].token) { moved += 1 }
      return start..<sentence.upperBound + moved
    }
  }
}
