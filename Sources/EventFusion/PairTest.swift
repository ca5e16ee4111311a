import NewsModel

/// Whether two tellings are of one event, and how well they fit.
///
/// All conditions must hold (events.md, Merging): same class and status, shared parties, no two
/// different named persons on one side, no clash of ordinal, place or document, days that meet or
/// nearly meet. A doubtful pair stays apart: a sheet may show an event twice, but must never make
/// one of two.
struct PairTest: Sendable {
  /// The numbered names of the run.
  let names: NameTable

  /// How two tellings fit.
  struct Match: Sendable {
    /// 0 to 1.
    var score: Double
    /// What speaks for it, in words.
    var reasons: [String]
  }

  /// How two dated tellings fit, or `nil` when they are two events.
  func match(_ first: Telling, _ second: Telling) -> Match? {
    guard first.status == second.status else { return nil }
    return match(ignoringStatus: first, second)
  }

  /// The same, whatever the status: a plan and its fulfilment, a report and its denial.
  func match(ignoringStatus first: Telling, _ second: Telling) -> Match? {
    guard !clash(first, second), let parties = sharedParties(first, second),
      let date = sharedDate(first, second, persons: parties.persons)
    else { return nil }
    return combine(first, second, parties: parties, date: date)
  }

  /// How a telling without a day of its own fits one that has one; both days must not exclude it.
  ///
  /// - Parameter retold: both stand in one article, so fewer parties need be named again.
  func retelling(_ first: Telling, of second: Telling, retold: Bool) -> Match? {
    guard first.status == second.status, !clash(first, second) else { return nil }
    if !first.isThin, !second.isThin {
      if first.mergeClass.isStanding { return nil }
      if first.mergeClass.id == "statement" {
        // What someone said on a day is not all that the article has him say.
        guard first.evidence == .loose, second.evidence == .loose,
          haveSameSpeakers(first, second)
        else { return nil }
      }
      // «The strategic dialogue» without day or number is the process, not a round of it.
      if first.isProcess != second.isProcess { return nil }
    }
    let parties: Parties
    if let shared = sharedParties(first, second) {
      parties = shared
    } else {
      guard retold, first.isThin || second.isThin,
        let shared = subset(first.isThin ? first : second, first.isThin ? second : first)
      else { return nil }
      parties = shared
    }
    // «The agreement of both countries» without a day may be any; the meeting of two people is not.
    if parties.share == 0, !first.isThin, !second.isThin { return nil }
    let defaulted = first.evidence == .publication || second.evidence == .publication
    guard first.meets(second) || (retold && defaulted) else { return nil }
    return combine(
      first,
      second,
      parties: parties,
      date: (0.4, retold ? "retold in the same article" : "no other candidate")
    )
  }

  /// Whether anything says that both are two events.
  func clash(_ first: Telling, _ second: Telling) -> Bool {
    if first.mergeClass != second.mergeClass { return true }
    if MergeClass.clash(first.type, second.type) { return true }
    if let one = first.ordinal, let other = second.ordinal, one != other { return true }
    if documentsClash(first.document, second.document) { return true }
    // A call has no place; anything else cannot be in two.
    if first.mergeClass.id != "phone" {
      if first.placeCountry != 0, second.placeCountry != 0,
        first.placeCountry != second.placeCountry
      {
        return true
      }
      if first.town != 0, second.town != 0, first.town != second.town { return true }
    }
    // Delegations have several heads: two papers may each name another one of the same round.
    if !isSameRound(first, second), personsClash(first.parties, second.parties) { return true }
    // What is done to one is not done to another.
    return !first.mergeClass.isTwoSided && differ(first.recipients, second.recipients)
  }

  /// Whether surely two others were acted on.
  ///
  /// «The militia's depots» may be the house that another paper tells of, so words that no table knows
  /// part two tellings only from other such words: «a mosque», «two cars».
  private func differ(_ first: [Participant], _ second: [Participant]) -> Bool {
    if first.isEmpty || second.isEmpty || shareSide(first, second) { return false }
    let one = first.allSatisfy(\.isDescribed)
    let other = second.allSatisfy(\.isDescribed)
    if one != other { return false }
    guard one else { return true }
    return !first.contains { thing in
      let words = names.words(of: thing.name)
      return second.contains { names.words(of: $0.name).contains(where: words.contains) }
    }
  }

  /// Whether both tell the round of one number.
  private func isSameRound(_ first: Telling, _ second: Telling) -> Bool {
    first.isNumberedRound && second.isNumberedRound && first.ordinal == second.ordinal
  }

  /// Whether one speaks first in both, and nobody beside him who is new to the other.
  private func haveSameSpeakers(_ first: Telling, _ second: Telling) -> Bool {
    guard let one = first.actors.first, let other = second.actors.first,
      one.isSame(as: other, names: names)
    else { return false }
    let (few, many) =
      first.actors.count <= second.actors.count
      ? (first.actors, second.actors) : (second.actors, first.actors)
    return few.allSatisfy { one in many.contains { $0.isSame(as: one, names: names) } }
  }

  /// Whether two documents are surely two: «اتفاقية الدفاع المشترك», «اتفاقية التجارة الحرة».
  private func documentsClash(_ first: Int, _ second: Int) -> Bool {
    guard first != 0, second != 0, !names.alike(first, second) else { return false }
    let one = names.words(of: first)
    let other = names.words(of: second)
    let shared = one.filter(other.contains).count
    return shared * 2 < min(one.count, other.count)
  }

  private func shareSide(_ first: [Participant], _ second: [Participant]) -> Bool {
    first.contains { one in
      second.contains { $0.side == one.side || one.isSame(as: $0, names: names) }
    }
  }

  /// Whether some side is stood for by different persons only.
  private func personsClash(_ first: [Participant], _ second: [Participant]) -> Bool {
    for one in first where one.kind != .collective {
      var met = false
      var differs = false
      for left in first where left.side == one.side && left.kind != .collective {
        for right in second where right.side == one.side && right.kind != .collective {
          if left.differs(from: right, names: names) { differs = true } else { met = true }
        }
      }
      if differs && !met { return true }
    }
    return false
  }
}

// MARK: - Parties

extension PairTest {
  /// What two tellings share of their parties.
  struct Parties: Sendable {
    /// How many named persons both name.
    var persons: Int
    /// The shared parties by all parties, 0 to 1.
    var share: Double
    /// In words.
    var reason: String
  }

  /// What both share, or `nil` when it is too little.
  func sharedParties(_ first: Telling, _ second: Telling) -> Parties? {
    let shared = common(first.parties, second.parties)
    let sides = commonSides(first.sides, second.sides)
    let isEnough: Bool
    if first.mergeClass.isTwoSided {
      let most = max(first.sides.count, second.sides.count)
      // A gathering of six states is not the meeting of two of them.
      let isNarrow = min(first.sides.count, second.sides.count) == 1
      isEnough =
        sides * 2 >= most && (shared.count >= 2 || sides >= 2)
        || isSameRound(first, second) && sides >= 1 && isNarrow
    } else if first.mergeClass.isPersonal {
      isEnough = common(first.actors, second.actors).count >= 1
    } else if first.actors.isEmpty || second.actors.isEmpty {
      // «The airport was shelled»: nobody is named as the one who did it.
      isEnough = shareSide(first.parties, second.parties)
    } else {
      isEnough = shareSide(first.actors, second.actors)
    }
    guard isEnough else { return nil }
    return describe(shared, first, second)
  }

  /// What a short telling shares with a full one, or `nil` when it names anyone else.
  private func subset(_ short: Telling, _ full: Telling) -> Parties? {
    for party in short.parties {
      let known = full.parties.contains {
        $0.side == party.side || $0.isSame(as: party, names: names)
      }
      if !known { return nil }
    }
    return describe(common(short.parties, full.parties), short, full)
  }

  private func describe(
    _ shared: (count: Int, persons: Int),
    _ first: Telling,
    _ second: Telling
  ) -> Parties {
    let all = first.parties.count + second.parties.count - shared.count
    let reason =
      shared.persons >= 2
      ? "same named parties"
      : shared.persons == 1 ? "same person" : shared.count > 0 ? "same parties" : "same states"
    return Parties(
      persons: shared.persons,
      share: all > 0 ? Double(shared.count) / Double(all) : 0,
      reason: reason
    )
  }

  private func common(
    _ first: [Participant],
    _ second: [Participant]
  ) -> (count: Int, persons: Int) {
    var count = 0
    var persons = 0
    for (position, party) in first.enumerated() {
      // The same one twice on one side counts once.
      if first[..<position].contains(where: { $0.isSame(as: party, names: names) }) { continue }
      guard let other = second.first(where: { $0.isSame(as: party, names: names) }) else {
        continue
      }
      count += 1
      if party.kind == .person && other.kind == .person { persons += 1 }
    }
    return (count, persons)
  }

  private func commonSides(_ first: [Int], _ second: [Int]) -> Int {
    first.reduce(0) { $0 + (second.contains($1) ? 1 : 0) }
  }
}

// MARK: - Days and score

extension PairTest {
  /// How the days fit, with the words for it, or `nil` when they do not.
  private func sharedDate(
    _ first: Telling,
    _ second: Telling,
    persons: Int
  ) -> (score: Double, reason: String)? {
    if first.meets(second) {
      let equal = first.earliest == second.earliest && first.latest == second.latest
      if equal, first.earliest == Int32.min, first.latest == Int32.max {
        return (0.4, "neither has a date")
      }
      return equal ? (1, "same date") : (0.8, "dates meet")
    }
    let gap = first.gap(to: second)
    guard gap <= 2 else { return nil }
    let defaulted = [first, second].filter { $0.evidence == .publication }.count
    // Two bare article days prove little of what one party does every day, such as speaking.
    if gap == 1, defaulted == 1 || (defaulted == 2 && first.mergeClass.isTwoSided) {
      return (0.5, "article's day within one day")
    }
    let sameOrdinal = first.ordinal != nil && first.ordinal == second.ordinal
    guard persons >= 2 || sameOrdinal else { return nil }
    // One article that tells two days tells two events.
    if first.article == second.article, defaulted == 0 { return nil }
    return gap == 1 ? (0.3, "one day apart") : (0.2, "two days apart")
  }

  private func combine(
    _ first: Telling,
    _ second: Telling,
    parties: Parties,
    date: (score: Double, reason: String)
  ) -> Match {
    var score = 0.45 * parties.share + 0.4 * date.score
    var reasons = [parties.reason, date.reason]
    if let ordinal = first.ordinal, ordinal == second.ordinal {
      score += 0.05
      reasons.insert("same round", at: 0)
    } else if first.ordinal == nil, second.ordinal == nil {
      score += 0.05
    }
    if first.placeCountry == second.placeCountry, first.town == second.town {
      score += 0.05
      if first.town != 0 { reasons.append("same place") }
    }
    if first.document == second.document {
      score += 0.05
      if first.document != 0 { reasons.append("same document") }
    }
    return Match(score: min(1, score), reasons: reasons)
  }
}
