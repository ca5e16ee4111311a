import NewsModel

/// Chooses the one sentence that tells an event best, word for word.
struct Headline: Sendable {
  /// How well a telling's sentence would stand alone; more is better.
  ///
  /// A press desk wants a verb, the lead of the story, both parties by name, a sentence that fits a
  /// line or two, and its date; a pronoun without its noun makes no sense outside the article.
  static func fitness(of mention: EventMention) -> Int {
    var fitness = 0
    if isVerbal(mention.rule) { fitness += 5 }
    switch mention.sentenceIndex {
    case ...2: fitness += 3
    case ...5: fitness += 2
    case ...10: fitness += 1
    default: break
    }
    let named = mention.parties.filter { $0.how != .pronoun && $0.how != .unlinked }.count
    fitness += min(named, 2) * 2
    switch wordCount(of: mention.sentence) {
    case 8...25: fitness += 4
    case 6...7, 26...35: fitness += 2
    case 36...60: fitness += 0
    default: fitness -= 3
    }
    if let phrase = mention.date.phrase, !phrase.isEmpty { fitness += 2 }
    if mention.parties.contains(where: { $0.how == .pronoun }) { fitness -= 6 }
    return fitness
  }

  /// Whether the rule read a verb and no bare noun, by the ending of its id.
  ///
  /// Rules of nouns end in `noun` (or in `N` and a number), and those of journeys and documents are
  /// noun rules by nature; a noun with a light verb («a meeting was held») reads as a sentence.
  static func isVerbal(_ rule: String) -> Bool {
    guard
      let last = rule.utf8.split(whereSeparator: { $0 == 0x2D || $0 == 0x2E || $0 == 0x3A }).last
    else { return false }
    if ["noun", "journey", "document"].contains(where: { last.elementsEqual($0.utf8) }) {
      return false
    }
    let isNumbered = last.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    return !(last.first == UInt8(ascii: "N") && last.count > 1 && isNumbered)
  }

  /// The number of words, parted by blanks and line ends.
  static func wordCount(of sentence: String) -> Int {
    var count = 0
    var inside = false
    for byte in sentence.utf8 {
      let isBlank = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
      if !isBlank && !inside { count += 1 }
      inside = !isBlank
    }
    return count
  }
}
