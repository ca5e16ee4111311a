import EventArchive
import EventFusion

/// Which tellings must be merged anew, in portions that have nothing to do with one another.
///
/// There may be a million articles, so each takes a few bytes here; what they tell stays in the archive.
struct MergingScope {
  /// An article of this build or of the last one, as far as it was or is merged.
  private struct Member {
    var key: Int
    /// The place in the gathering; −1 when it is not merged so in this build.
    var place: Int32
    /// How many tellings the members before it have.
    var first: Int32
    /// Whether the last build merged it so.
    var wasMerged: Bool
    /// Whether this build merges it otherwise than the last one.
    var isTouched: Bool
  }

  /// Tellings to be merged together.
  struct Portion {
    /// What the last build merged of them.
    var old: [Archive.TellingKey] = []
    /// The tellings of this build, by the place of their article.
    var new: [Int: Set<Int>] = [:]
    /// Whether corrections and events of files come to them.
    var isCorrected = false
  }

  /// So many tellings are merged at a time at least, unless there are no more.
  private static let portionSize: Int32 = 4000

  private var members: [Member] = []
  private var tellings = 0
  private var marks = 0

  /// A scope of about so many articles.
  init(articles: Int) { members.reserveCapacity(articles) }

  /// Adds what an article tells as it was merged and is merged still.
  mutating func addUnchanged(_ place: Int, _ article: Archive.MergedArticle) {
    add(article.marks, key: article.key, place: place, wasMerged: true, isTouched: false)
  }

  /// Adds what an article tells for the first time, or as it was not merged before.
  mutating func addNew(_ place: Int, key: Int, _ marks: [UInt8]) {
    add(marks, key: key, place: place, wasMerged: false, isTouched: true)
  }

  /// Adds what an article told that is gone, or is merged in another way now.
  mutating func addOld(_ article: Archive.MergedArticle) {
    add(article.marks, key: article.key, place: -1, wasMerged: true, isTouched: true)
  }

  private mutating func add(
    _ bytes: [UInt8],
    key: Int,
    place: Int,
    wasMerged: Bool,
    isTouched: Bool
  ) {
    guard let count = MergingMarks.count(in: bytes), count.tellings > 0 else { return }
    members.append(
      Member(
        key: key,
        place: Int32(truncatingIfNeeded: place),
        first: Int32(truncatingIfNeeded: tellings),
        wasMerged: wasMerged,
        isTouched: isTouched
      )
    )
    tellings += count.tellings
    marks += count.marks
  }

  /// The tellings of a member.
  private func tellings(of member: Int) -> Range<Int> {
    let end = member + 1 < members.count ? Int(members[member + 1].first) : tellings
    return Int(members[member].first)..<end
  }

  /// The portions to merge anew: whatever has to do with what changed.
  ///
  /// - Parameters:
  ///   - archive: where the marks are, in the order in which the articles were added.
  ///   - named: the ids of events that corrections name, now or in the last build.
  ///   - articles: the keys of articles in which they name tellings.
  ///   - isCorrected: whether there are corrections or events of files, and so a portion for them.
  func portions(
    by archive: Archive,
    named: Set<String>,
    in articles: Set<Int>,
    isCorrected: Bool
  ) throws(Fault) -> MergingPortions {
    var related = RelatedTellings(marks: marks, founding: named)
    for _ in 0..<related.shares {
      try catching { () throws(ArchiveError) in
        try archive.forEachMarks { related.add(packed: $0) }
      }
      related.relate()
    }
    /// What becomes of the group that begins with each telling.
    var isWanted = [Bool](repeating: false, count: tellings)
    var isSpecial = isWanted
    for founder in related.founders { isSpecial[related.group(of: founder)] = true }
    for (number, member) in members.enumerated() {
      let isNamed = articles.contains(member.key)
      guard member.isTouched || isNamed else { continue }
      for telling in tellings(of: number) {
        let root = related.group(of: telling)
        if isNamed { isSpecial[root] = true } else { isWanted[root] = true }
        if isNamed, member.isTouched { isWanted[root] = true }
      }
    }
    var sizes = [Int32](repeating: 0, count: tellings)
    for telling in 0..<tellings { sizes[related.group(of: telling)] += 1 }
    // Groups in the order of their first tellings, so that a portion's articles lie close together.
    var portionOf = [Int32](repeating: -1, count: tellings)
    var count: Int32 = isCorrected ? 1 : 0
    var filled = Self.portionSize
    for telling in 0..<tellings {
      let root = related.group(of: telling)
      if root == telling, isWanted[root] || isSpecial[root] {
        if isSpecial[root], isCorrected {
          portionOf[root] = 0
        } else {
          if filled >= Self.portionSize {
            count += 1
            filled = 0
          }
          portionOf[root] = count - 1
          filled += sizes[root]
        }
      }
      portionOf[telling] = portionOf[root]
    }
    return MergingPortions(of: portionOf, count: Int(count), isFirstLast: isCorrected)
  }

  /// A portion of those that were found.
  func portion(_ number: Int, of portions: MergingPortions) -> Portion {
    var portion = Portion(isCorrected: portions.isCorrected(number))
    var current = 0
    for telling in portions.tellings(of: number) {
      if current >= members.count || !tellings(of: current).contains(Int(telling)) {
        current = member(of: telling)
      }
      let member = members[current]
      let place = Int(telling) - Int(member.first)
      if member.wasMerged {
        portion.old.append(Archive.TellingKey(article: member.key, number: place))
      }
      if member.place >= 0 { portion.new[Int(member.place), default: []].insert(place) }
    }
    return portion
  }

  /// The member that has a telling.
  private func member(of telling: Int32) -> Int {
    var low = 0
    var high = members.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if members[middle].first <= telling { low = middle } else { high = middle }
    }
    return low
  }
}

/// Tellings by the portions they are merged in.
struct MergingPortions {
  private var order: [Int32]
  private var starts: [Int]
  private let hasCorrected: Bool

  /// - Parameters:
  ///   - portions: the portion of each telling; −1 for none.
  ///   - count: how many portions there are.
  ///   - isFirstLast: whether the first is that of corrections, and comes last.
  fileprivate init(of portions: [Int32], count: Int, isFirstLast: Bool) {
    hasCorrected = isFirstLast
    starts = [Int](repeating: 0, count: count + 1)
    for portion in portions where portion >= 0 { starts[Int(portion) + 1] += 1 }
    for number in 0..<count { starts[number + 1] += starts[number] }
    var next = starts
    order = [Int32](repeating: 0, count: starts[count])
    for (telling, portion) in portions.enumerated() where portion >= 0 {
      order[next[Int(portion)]] = Int32(truncatingIfNeeded: telling)
      next[Int(portion)] += 1
    }
  }

  /// The numbers of the portions in the order in which they are merged: an event of the articles goes
  /// before one of a file, and must be there to do so.
  var numbers: [Int] {
    let numbers = Array(0..<starts.count - 1)
    return hasCorrected ? Array(numbers.dropFirst()) + [0] : numbers
  }

  /// Whether corrections and events of files come to a portion.
  fileprivate func isCorrected(_ number: Int) -> Bool { hasCorrected && number == 0 }

  /// The tellings of a portion, ascending.
  fileprivate func tellings(of number: Int) -> ArraySlice<Int32> {
    order[starts[number]..<starts[number + 1]]
  }
}
