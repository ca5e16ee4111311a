import NewsModel

/// What a correction does to an event with its tellings.
extension Event {
  /// Takes another event in, as if one thing had been told of both.
  ///
  /// - Parameters:
  ///   - fixed: what corrections have set and no telling may change.
  ///   - reason: why its tellings stand here now.
  mutating func merge(
    _ other: Event,
    keeping fixed: Set<CorrectedEvents.Field>,
    reason: String
  ) {
    if !fixed.contains(.parties) {
      for party in other.actors where !parties.contains(where: { $0.isSame(as: party) }) {
        actors.append(party)
      }
      for party in other.recipients where !parties.contains(where: { $0.isSame(as: party) }) {
        recipients.append(party)
      }
    }
    for var merged in other.mentions {
      merged.reason = merged.reason ?? reason
      mentions.append(merged)
    }
    if date.isUndated { date = other.date }
    place = place ?? other.place
    ordinal = ordinal ?? other.ordinal
    document = document ?? other.document
    recount(independent: independent + other.independent)
  }

  /// Counts the outlets anew; copies of one text stay one voice.
  mutating func recount(independent voices: Int) {
    let articles = Set(mentions.map(\.mention.article))
    sources = Set(mentions.map { $0.source ?? $0.mention.article }).count
    independent = max(1, min(voices, articles.count))
  }

  /// Lets a telling speak for the event; `false` when it has no such one.
  mutating func pin(_ mention: String) -> Bool {
    guard let index = mentions.firstIndex(where: { $0.mention.id == mention }) else { return false }
    let pinned = mentions.remove(at: index)
    mentions.insert(pinned, at: 0)
    headline = pinned.mention.sentence
    headlineMention = mention
    return true
  }
}

extension Party {
  /// Whether two are one: by their ids, or by their names where neither has one.
  fileprivate func isSame(as other: Party) -> Bool {
    id == nil && other.id == nil ? name == other.name : id == other.id
  }
}
