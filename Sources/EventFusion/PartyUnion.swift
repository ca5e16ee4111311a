import NewsModel

/// The parties of an event, from all its tellings, each once and as fully as someone names it.
struct PartyUnion: Sendable {
  /// Who did it.
  private(set) var actors: [Party] = []
  /// To whom.
  private(set) var recipients: [Party] = []

  private struct Entry {
    var party: Party
    var participant: Participant
    var isActor: Bool
    var articles: Set<Int>
    var isFirst: Bool
  }

  /// The union of parties.
  ///
  /// - Parameters:
  ///   - tellings: the tellings, the best first: its order and its sides stay.
  ///   - mentions: all mentions; a telling's index points into them.
  init(_ tellings: [Telling], mentions: [EventMention], names: NameTable) {
    var entries: [Entry] = []
    for (position, telling) in tellings.enumerated() {
      let mention = mentions[telling.index]
      let parties =
        zip(mention.actors, telling.actors).map { ($0, $1, true) }
        + zip(mention.recipients, telling.recipients).map { ($0, $1, false) }
      for (party, participant, isActor) in parties {
        let known = entries.firstIndex { $0.participant.isSame(as: participant, names: names) }
        if let known {
          entries[known].articles.insert(telling.article)
          if PartyUnion.isFuller(party, than: entries[known].party) {
            entries[known].party = party
            entries[known].participant = participant
          }
        } else if entries.count < 64 {
          entries.append(
            Entry(
              party: party,
              participant: participant,
              isActor: isActor,
              articles: [telling.article],
              isFirst: position == 0
            )
          )
        }
      }
    }
    let articles = Set(tellings.map(\.article)).count
    for entry in entries {
      // One paper of many that adds a name may have misread it.
      let isSupported = entry.isFirst || articles < 4 || entry.articles.count >= 2
      // A name no entry knows is taken from the best telling only.
      let isKnown = entry.isFirst || entry.party.id != nil
      guard isSupported, isKnown, !PartyUnion.isSpokenFor(entry, among: entries) else { continue }
      if entry.isActor { actors.append(entry.party) } else { recipients.append(entry.party) }
    }
  }

  /// Whether a state that only other tellings name is there already by one of its people.
  ///
  /// Beside a side that no man speaks for the state stays: «العراق والولايات المتحدة» met, and not
  /// Iraq and the man who led the other's delegation.
  private static func isSpokenFor(_ entry: Entry, among entries: [Entry]) -> Bool {
    guard isState(entry) else { return false }
    let isOfPeople = !entries.contains { isState($0) && people(of: $0, among: entries).isEmpty }
    return isOfPeople
      && people(of: entry, among: entries).contains { !(entry.isFirst && $0.isFirst) }
  }

  private static func isState(_ entry: Entry) -> Bool {
    entry.participant.kind == .collective && entry.participant.id == entry.participant.side
  }

  private static func people(of state: Entry, among entries: [Entry]) -> [Entry] {
    entries.filter {
      $0.participant.side == state.participant.side && $0.participant.kind == .person
        && $0.participant.id != 0
    }
  }

  /// A linked party before an unlinked one, a name before an office.
  private static func isFuller(_ party: Party, than other: Party) -> Bool {
    fullness(of: party) > fullness(of: other)
  }

  private static func fullness(of party: Party) -> Int {
    var fullness = party.id == nil ? 0 : 4
    switch party.how {
    case .alias: fullness += 3
    case .surname: fullness += 2
    case .office, .metonym: fullness += 1
    case .pronoun, .unlinked: break
    }
    return fullness
  }
}
