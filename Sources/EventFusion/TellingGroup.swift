import NewsModel

/// Tellings that say the very same: one voice for the pair test, however many papers print it.
///
/// Collapsing them first keeps the number of comparisons near the number of *different* tellings.
struct TellingGroup: Sendable {
  /// The telling that stands for all.
  let telling: Telling
  /// All of them, as indices of the ordered mentions.
  var members: [Int]
  /// The articles they stand in, ascending.
  var articles: [Int]

  /// Groups the firm tellings; the result is ordered by day, then by the first member.
  static func collapse(_ tellings: [Telling]) -> [TellingGroup] {
    var places: [TellingSignature: Int] = [:]
    var groups: [TellingGroup] = []
    for telling in tellings where telling.isFirm {
      let signature = TellingSignature(telling)
      if let place = places[signature] {
        groups[place].members.append(telling.index)
        groups[place].articles.append(telling.article)
      } else {
        places[signature] = groups.count
        groups.append(
          TellingGroup(telling: telling, members: [telling.index], articles: [telling.article])
        )
      }
    }
    for index in groups.indices {
      groups[index].articles.sort()
      groups[index].articles = groups[index].articles.uniqued()
    }
    groups.sort { first, second in
      if first.telling.earliest != second.telling.earliest {
        return first.telling.earliest < second.telling.earliest
      }
      return first.telling.index < second.telling.index
    }
    return groups
  }

  /// Whether some article holds a telling of both.
  func sharesArticle(with other: TellingGroup) -> Bool {
    var first = 0
    var second = 0
    while first < articles.count, second < other.articles.count {
      if articles[first] == other.articles[second] { return true }
      if articles[first] < other.articles[second] { first += 1 } else { second += 1 }
    }
    return false
  }
}

/// All that the pair test looks at.
struct TellingSignature: Hashable, Sendable {
  private let type: String
  private let status: String
  private let evidence: Telling.Evidence
  private let earliest: Int32
  private let latest: Int32
  private let actors: [Participant]
  private let recipients: [Participant]
  private let placeCountry: Int
  private let town: Int
  private let ordinal: Int?
  private let document: Int

  /// The signature of a telling.
  init(_ telling: Telling) {
    type = telling.type.rawValue
    status = telling.status.rawValue
    evidence = telling.evidence
    earliest = telling.earliest
    latest = telling.latest
    actors = telling.actors
    recipients = telling.recipients
    placeCountry = telling.placeCountry
    town = telling.town
    ordinal = telling.ordinal
    document = telling.document
  }
}
