import Chronology
import NewsModel

/// Two articles that tell the same, and what each day of the one asks of the other.
struct ProofLink: Sendable {
  /// The days that one phrase means, for each candidate day of its article.
  typealias Meanings = [ClosedRange<CivilDate>?]

  /// Two phrases that must mean one day.
  struct Agreement: Sendable {
    let first: ProofTelling
    let second: ProofTelling
    let firstDays: Meanings
    let secondDays: Meanings

    /// Whether the phrases can mean one day when the articles are of these days.
    func holds(_ one: Int, _ other: Int) -> Bool {
      guard let days = firstDays[one], let others = secondDays[other] else { return false }
      return days.overlaps(others)
    }

    /// Both phrases, for the proof.
    func reason(of article: Int, in link: ProofLink) -> DateProof.Reason {
      let (here, there) = article == link.first ? (first, second) : (second, first)
      return .same(phrase: here.phrase, other: there.phrase, article: there.mention.article)
    }
  }

  /// The articles' places.
  let first: Int
  let second: Int
  /// What surely agrees.
  var sure: [Agreement]
  /// What may agree.
  let possible: [Agreement]

  /// The days of both articles for which another day of the other one makes all phrases agree.
  func narrowed(
    _ firstDays: [Int],
    _ secondDays: [Int],
    by agreements: [Agreement]
  ) -> (first: [Int], second: [Int]) {
    var supported: Set<Int> = []
    let left = firstDays.filter { one in
      var isSupported = false
      for other in secondDays where agreements.allSatisfy({ $0.holds(one, other) }) {
        isSupported = true
        supported.insert(other)
      }
      return isSupported
    }
    return (left, secondDays.filter(supported.contains))
  }

  /// The possible agreements that hold together; none when they do not.
  func consistent(_ firstDays: [Int], _ secondDays: [Int]) -> [Agreement] {
    let alone = possible.filter {
      !narrowed(firstDays, secondDays, by: sure + [$0]).first.isEmpty
    }
    guard !alone.isEmpty, !narrowed(firstDays, secondDays, by: sure + alone).first.isEmpty
    else { return [] }
    return alone
  }
}
