import Chronology
import NewsModel

/// Proves the day of undated articles by others that tell the same.
///
/// «18 of last month» in one article is «18 March» in another: the first is of an April. Every day
/// an article may be of is tried against every telling it surely shares with others, and only what
/// all of them leave counts: one day, or days of one month. A wrong date under a letterhead is worse
/// than none, so a contradiction proves nothing.
struct DateProof: Sendable {
  /// An article in the proof.
  private struct Witness {
    var id: String
    var isUndated: Bool
    var tellings: [ProofTelling]
    /// The latest day of what it tells as past with a date of its own.
    var notBefore: CivilDate?
    /// The same, as it was told.
    var latestTold = ""
    /// The days it can be of.
    var candidates: [CivilDate] = []
    /// The places of those that are left.
    var left: [Int] = []
  }

  /// Reports name the year of what is further back, so an article is of the years after the latest
  /// date it names.
  private static let reach = 5 * 366
  /// Relative phrases without a year reach no further.
  private static let neighbourhood = 400
  /// More tellings of one kind by one party than this are not compared.
  private static let crowd = 1500
  /// Undated articles are read as if they were of this day: all they tell as past is before it.
  private static let unread = CivilDate(year: 2100, month: 12, day: 31)

  private let pipeline: Pipeline

  /// A proof with the pipeline that reads the phrases.
  init(pipeline: Pipeline) { self.pipeline = pipeline }

  /// What can be proved of each undated article.
  ///
  /// - Parameters:
  ///   - undated: the articles without a day.
  ///   - told: the tellings of all other articles, by their resolved dates.
  func findings(for undated: [Article], beside told: [EventMention]) -> [Finding] {
    findings(for: undated) { take throws(Never) in
      for tellings in Dictionary(grouping: told, by: \.article).values { take(tellings) }
    }
  }

  /// What can be proved of each undated article.
  ///
  /// - Parameters:
  ///   - undated: the articles without a day.
  ///   - forEachBeside: hands on the tellings of each other article, by their resolved dates; only those
  ///     of articles that can have to do with an undated one are held.
  func findings<Failure>(
    for undated: [Article],
    besideEach forEachBeside: (_ take: ([EventMention]) -> Void) throws(Failure) -> Void
  ) throws(Failure) -> [Finding] {
    var witnesses = undated.map(witness)
    let isUndated = Set(undated.map(\.id))
    let keys = Set(witnesses.flatMap { $0.tellings.flatMap(Self.keys) })
    var others: [String: [ProofTelling]] = [:]
    try forEachBeside { mentions in
      let tellings = mentions.filter { !isUndated.contains($0.article) }
        .compactMap { ProofTelling($0, text: nil) }
      guard let article = tellings.first?.mention.article,
        tellings.contains(where: { !keys.isDisjoint(with: Self.keys(of: $0)) })
      else { return }
      others[article] = tellings
    }
    for (id, tellings) in others.sorted(by: { $0.key < $1.key }) {
      witnesses.append(Witness(id: id, isUndated: false, tellings: tellings))
    }
    let pairs = surePairs(of: witnesses)
    setWindows(of: &witnesses, pairs: pairs)
    var links = self.links(between: witnesses, pairs: pairs)
    while let wrong = contradicted(&witnesses, by: links) {
      // What it says of others counts no more, and nothing is proved of it.
      links.removeAll { wrong.contains($0.first) || wrong.contains($0.second) }
    }
    for index in links.indices {
      let link = links[index]
      links[index].sure += link.consistent(witnesses[link.first].left, witnesses[link.second].left)
      if contradicted(&witnesses, by: links) != nil {
        links[index] = link
        _ = contradicted(&witnesses, by: links)
      }
    }
    return witnesses.indices.filter { witnesses[$0].isUndated }.map { index in
      finding(of: index, witnesses[index], links)
    }
  }

  /// What a telling must share with another to be compared with it: its kind and a party.
  private static func keys(of telling: ProofTelling) -> [String] {
    telling.parties.map { "\(telling.mention.type.rawValue) \($0)" }
  }

  /// An undated article, read as if it were of a day long after all it tells.
  private func witness(of article: Article) -> Witness {
    var late = article
    late.date = Self.unread
    let mentions = pipeline.told(by: late).mentions
    let explicit = mentions.filter {
      $0.date.basis == .explicit && ($0.status == .occurred || $0.status == .ongoing)
        && $0.date.span.latest != nil
    }
    let latest = explicit.max {
      ($0.date.span.earliest ?? .first) < ($1.date.span.earliest ?? .first)
    }
    return Witness(
      id: article.id,
      isUndated: true,
      tellings: mentions.compactMap { ProofTelling($0, text: article.text) },
      notBefore: latest?.date.span.earliest,
      latestTold: latest?.date.edtf ?? ""
    )
  }

  /// The pairs of articles, one of them undated, that surely tell one event, and their tellings.
  private func surePairs(of witnesses: [Witness]) -> [Pair: [(ProofTelling, ProofTelling)]] {
    var places: [String: [(witness: Int, telling: Int)]] = [:]
    for (place, witness) in witnesses.enumerated() {
      for (number, telling) in witness.tellings.enumerated() {
        for key in Self.keys(of: telling) { places[key, default: []].append((place, number)) }
      }
    }
    var pairs: [Pair: [(ProofTelling, ProofTelling)]] = [:]
    var seen: Set<[Int]> = []
    for key in places.keys.sorted() {
      let bucket = places[key] ?? []
      // Who is in every article pins none; each telling has rarer keys too.
      guard bucket.count <= Self.crowd else { continue }
      for (index, one) in bucket.enumerated() where witnesses[one.witness].isUndated {
        for (second, other) in bucket.enumerated() where other.witness != one.witness {
          if witnesses[other.witness].isUndated, second < index { continue }
          let (low, high) = one.witness < other.witness ? (one, other) : (other, one)
          guard seen.insert([low.witness, low.telling, high.witness, high.telling]).inserted
          else { continue }
          let first = witnesses[low.witness].tellings[low.telling]
          let last = witnesses[high.witness].tellings[high.telling]
          guard first.isSame(as: last) else { continue }
          pairs[Pair(low.witness, high.witness), default: []].append((first, last))
        }
      }
    }
    return pairs
  }

  /// Gives each article the days it can be of at all.
  private func setWindows(
    of witnesses: inout [Witness],
    pairs: [Pair: [(ProofTelling, ProofTelling)]]
  ) {
    for index in witnesses.indices {
      if !witnesses[index].isUndated {
        // Its phrases are resolved: it stands for one day, whichever.
        witnesses[index].candidates = [Self.unread ?? .last]
      } else if let first = witnesses[index].notBefore {
        witnesses[index].candidates = Self.days(first, first.moved(days: Self.reach))
      }
    }
    // A neighbour that names no date is of about the time of what it shares.
    for _ in witnesses.indices {
      var isSettled = true
      for (pair, tellings) in pairs.sorted(by: { $0.key < $1.key }) {
        for (own, other, isFirst) in [
          (pair.first, pair.second, true), (pair.second, pair.first, false),
        ] where witnesses[own].candidates.isEmpty && !witnesses[other].candidates.isEmpty {
          let fixed = tellings.compactMap { (isFirst ? $0.1 : $0.0).fixed }
          let known = witnesses[other]
          let low =
            fixed.map(\.lowerBound).min() ?? (known.isUndated ? known.candidates.first : nil)
          let high =
            fixed.map(\.upperBound).max() ?? (known.isUndated ? known.candidates.last : nil)
          guard let low, let high else { continue }
          witnesses[own].candidates = Self.days(
            low.moved(days: -Self.neighbourhood),
            high.moved(days: Self.neighbourhood)
          )
          isSettled = false
        }
      }
      if isSettled { break }
    }
    for index in witnesses.indices {
      witnesses[index].left = Array(witnesses[index].candidates.indices)
    }
  }

  private static func days(_ first: CivilDate, _ last: CivilDate) -> [CivilDate] {
    (0...min(4000, max(0, last.days(since: first)))).map { first.moved(days: $0) }
  }

  /// The pairs with what every candidate day makes of their phrases.
  private func links(
    between witnesses: [Witness],
    pairs: [Pair: [(ProofTelling, ProofTelling)]]
  ) -> [ProofLink] {
    var known: [String: ProofLink.Meanings] = [:]
    func meanings(_ telling: ProofTelling, _ witness: Witness) -> ProofLink.Meanings {
      if let meanings = known[telling.mention.id] { return meanings }
      let meanings = witness.candidates.map { telling.days(ifWrittenOn: $0, by: pipeline) }
      known[telling.mention.id] = meanings
      return meanings
    }
    return pairs.sorted { $0.key < $1.key }.map { pair, sure in
      let first = witnesses[pair.first]
      let second = witnesses[pair.second]
      func agreement(_ one: ProofTelling, _ other: ProofTelling) -> ProofLink.Agreement {
        ProofLink.Agreement(
          first: one,
          second: other,
          firstDays: meanings(one, first),
          secondDays: meanings(other, second)
        )
      }
      let isSure = Set(sure.map { [$0.0.mention.id, $0.1.mention.id] })
      var possible: [ProofLink.Agreement] = []
      for one in first.tellings {
        for other in second.tellings
        where one.mayBeSame(as: other) && !isSure.contains([one.mention.id, other.mention.id]) {
          possible.append(agreement(one, other))
        }
      }
      return ProofLink(
        first: pair.first,
        second: pair.second,
        sure: sure.map { agreement($0.0, $0.1) },
        possible: possible
      )
    }
  }

  /// Takes away the days that no day of a neighbour agrees with, until nothing changes.
  ///
  /// - Returns: the articles to leave out when two cannot both be right: those that contradict a
  ///   dated one, else those that nothing but undated ones speaks for.
  private func contradicted(_ witnesses: inout [Witness], by links: [ProofLink]) -> Set<Int>? {
    for index in witnesses.indices {
      witnesses[index].left = Array(witnesses[index].candidates.indices)
    }
    let anchored = links.filter {
      !witnesses[$0.first].isUndated || !witnesses[$0.second].isUndated
    }
    var changes = true
    while changes {
      changes = false
      for link in anchored + links {
        let before = (witnesses[link.first].left, witnesses[link.second].left)
        let after = link.narrowed(before.0, before.1, by: link.sure)
        if after.first.isEmpty || after.second.isEmpty {
          let both = [link.first, link.second].filter { witnesses[$0].isUndated }
          let supported = Set(anchored.flatMap { [$0.first, $0.second] })
          let loose = both.filter { !supported.contains($0) }
          return Set(loose.isEmpty ? both : loose)
        }
        if after.first.count < before.0.count || after.second.count < before.1.count {
          witnesses[link.first].left = after.first
          witnesses[link.second].left = after.second
          changes = true
        }
      }
    }
    return nil
  }

  private func finding(of index: Int, _ witness: Witness, _ links: [ProofLink]) -> Finding {
    var days = witness.left.map { witness.candidates[$0] }
    var reasons = links.filter { $0.first == index || $0.second == index }.flatMap { link in
      link.sure.map { $0.reason(of: index, in: link) }
    }
    guard !reasons.isEmpty, let first = days.first, let last = days.last,
      last.days(since: first) <= 31
    else {
      return Finding(article: witness.id, days: [], notBefore: witness.notBefore, reasons: [])
    }
    reasons = Array(reasons.prefix(5))
    if witness.notBefore != nil {
      reasons.append(.after(latest: witness.latestTold))
    }
    if days.count > 1, let (lead, near) = nearLead(of: witness, days) {
      days = near
      reasons.append(.lead(phrase: lead))
    }
    return Finding(
      article: witness.id,
      days: days,
      notBefore: witness.notBefore,
      reasons: reasons
    )
  }

  /// The days that are near the weekday an article begins with; they narrow, and decide nothing.
  private func nearLead(of witness: Witness, _ days: [CivilDate]) -> (String, [CivilDate])? {
    let weekdays = witness.tellings.filter { $0.mention.date.basis == .weekday }
    guard let lead = weekdays.min(by: { $0.mention.range < $1.mention.range }) else { return nil }
    let near = days.filter { day in
      lead.days(ifWrittenOn: day, by: pipeline).map {
        (0...3).contains(day.days(since: $0.lowerBound))
      } ?? false
    }
    return near.count > 1 && near.count < days.count ? (lead.phrase, near) : nil
  }

  /// Two articles, the lower place first.
  private struct Pair: Hashable, Comparable {
    let first: Int
    let second: Int

    init(_ first: Int, _ second: Int) {
      self.first = first
      self.second = second
    }

    static func < (lhs: Pair, rhs: Pair) -> Bool {
      (lhs.first, lhs.second) < (rhs.first, rhs.second)
    }
  }
}
