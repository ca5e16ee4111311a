import EventArchive
import EventFusion

/// What an archive has of a file that is read again, as numbers: there may be a million articles in it.
struct KnownArticles: Sendable {
  /// An article that the archive has of the file.
  private struct Row {
    var key: Int
    var digest: UInt64
    var place: Int
    var isKept: Bool
  }

  private var rows: [UInt64: Row] = [:]
  private var texts: Set<UInt64> = []

  /// What an archive has of a file, by the path it is known by.
  init(of path: String, in archive: Archive) throws(Fault) {
    try catching { () throws(ArchiveError) in
      try archive.forEachStanding(of: path) { standing in
        let digest = ShingleSketch.hash(standing.digest.utf8)
        let id = ShingleSketch.hash(standing.id.utf8)
        texts.insert(id ^ digest)
        rows[Self.number(id, standing.occurrence)] = Row(
          key: standing.key,
          digest: digest,
          place: standing.place,
          isKept: standing.isKept
        )
      }
    }
  }

  /// Whether it has nothing.
  var isEmpty: Bool { rows.isEmpty }

  /// Whether it has an article of an id and a digest.
  func has(_ id: String, digest: String) -> Bool {
    texts.contains(ShingleSketch.hash(id.utf8) ^ ShingleSketch.hash(digest.utf8))
  }

  /// What is to be done with an article that stands in the file now.
  enum Finding {
    /// It stands where it stood.
    case stands
    /// It stands in another place, or stands there again.
    case moved(key: Int)
    /// It is another text, or new.
    case changed
  }

  /// Notes that an article stands in the file.
  mutating func find(_ id: String, occurrence: Int, place: Int, digest: String) -> Finding {
    let id = ShingleSketch.hash(id.utf8)
    guard let row = rows.removeValue(forKey: Self.number(id, occurrence)),
      row.digest == ShingleSketch.hash(digest.utf8)
    else { return .changed }
    return row.place == place && !row.isKept ? .stands : .moved(key: row.key)
  }

  /// The keys of the articles that do not stand in the file any more, as far as they did.
  var lost: [Int] { rows.values.filter { !$0.isKept }.map(\.key).sorted() }

  private static func number(_ id: UInt64, _ occurrence: Int) -> UInt64 {
    id ^ (UInt64(truncatingIfNeeded: occurrence) &* 0x9E37_79B9_7F4A_7C15)
  }
}

/// Numbers the articles of a file that have one id.
struct Occurrences {
  private var known: Set<UInt64> = []
  private var repeated: [UInt64: Int] = [:]

  /// How many articles of an id came before this one.
  mutating func next(_ id: String) -> Int {
    let number = ShingleSketch.hash(id.utf8)
    guard !known.insert(number).inserted else { return 0 }
    repeated[number, default: 0] += 1
    return repeated[number] ?? 1
  }
}
