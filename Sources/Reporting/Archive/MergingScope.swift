import EventArchive
import EventFusion

/// Which tellings must be merged anew, in portions that have nothing to do with one another.
struct MergingScope {
  /// A telling of this build, of the last one, or of both.
  private struct Member {
    /// The place of its article in the gathering; −1 when it is not of this build.
    var place: Int32
    var key: Archive.TellingKey
    var wasMerged: Bool
  }

  /// Tellings to be merged together.
  struct Portion {
    /// What the last build merged of them.
    var old: [Archive.TellingKey] = []
    /// The tellings of this build, by the place of their article.
    var new: [Int: Set<Int>] = [:]
    /// Whether corrections and events of files come to them.
    var isCorrected = false

    /// How many there are.
    var count = 0
  }

  /// So many tellings are merged at a time at least, unless there are no more.
  private static let portionSize = 4000

  private var members: [Member] = []
  private var related = RelatedTellings()
  private var touched: [Int] = []

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
    _ marks: [UInt8],
    key: Int,
    place: Int,
    wasMerged: Bool,
    isTouched: Bool
  ) {
    for (number, telling) in (MergingMarks.unpacked(marks) ?? []).enumerated() {
      if isTouched { touched.append(members.count) }
      members.append(
        Member(
          place: Int32(truncatingIfNeeded: place),
          key: Archive.TellingKey(article: key, number: number),
          wasMerged: wasMerged
        )
      )
      related.add(telling)
    }
  }

  /// The portions to merge anew: whatever has to do with what changed.
  ///
  /// - Parameters:
  ///   - named: the ids of events that corrections name, now or in the last build.
  ///   - articles: the keys of articles in which they name tellings.
  ///   - isCorrected: whether there are corrections or events of files, and so a portion for them.
  mutating func portions(
    named: Set<String>,
    in articles: Set<Int>,
    isCorrected: Bool
  ) -> [Portion] {
    let founders = related.founders(of: named)
    related.relate()
    var roots = Set(touched.map { related.group(of: $0) })
    var special = Set(founders.map { related.group(of: $0) })
    if !articles.isEmpty {
      for (number, member) in members.enumerated() where articles.contains(member.key.article) {
        special.insert(related.group(of: number))
      }
    }
    roots.formUnion(special)
    var sizes: [Int: Int] = [:]
    let groups = members.indices.map { number -> Int in
      let root = related.group(of: number)
      if roots.contains(root) { sizes[root, default: 0] += 1 }
      return root
    }
    // Groups in the order of their first tellings, so that a portion's articles lie close together.
    var portions: [Portion] = isCorrected ? [Portion(isCorrected: true)] : []
    var portionOf: [Int: Int] = [:]
    var current: Int?
    for (number, member) in members.enumerated() {
      let root = groups[number]
      guard let size = sizes[root] else { continue }
      if portionOf[root] == nil {
        if special.contains(root), isCorrected {
          portionOf[root] = 0
        } else {
          let full = current.map { portions[$0].count >= Self.portionSize } ?? true
          if full {
            current = portions.count
            portions.append(Portion())
          }
          portionOf[root] = current
        }
        if let place = portionOf[root] { portions[place].count += size }
      }
      guard let place = portionOf[root] else { continue }
      if member.wasMerged { portions[place].old.append(member.key) }
      if member.place >= 0 {
        portions[place].new[Int(member.place), default: []].insert(member.key.number)
      }
    }
    // An event of the articles goes before one of a file, and must be there to do so.
    return isCorrected ? Array(portions.dropFirst()) + portions.prefix(1) : portions
  }
}
