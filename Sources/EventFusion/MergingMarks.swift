public import NewsModel

/// What decides with which other tellings one can have to do when they are merged.
///
/// Merging compares no telling with all others: two meet by a block, by their article, by an id that
/// would be equal, or as a plan and its fulfilment. Whatever lets them meet is a mark of both, so
/// tellings without a common mark, direct or through others, never touch each other's events.
/// ``RelatedTellings`` draws them together.
public struct MergingMarks: Hashable, Sendable {
  /// When a mark that two tellings share brings them together.
  enum Bond: UInt8, Hashable, Sendable {
    /// Always.
    case always
    /// When their days meet or nearly meet.
    case byDay
    /// When one that has it seeks company: without a day or parties enough it joins what it fits.
    case sought
    /// The same, and this one seeks.
    case seeking
  }

  /// One mark.
  struct Mark: Hashable, Sendable {
    let key: UInt64
    let bond: Bond
  }

  /// The first day; `Int32.min` when open.
  let earliest: Int32
  /// The last day; `Int32.max` when open.
  let latest: Int32
  /// The marks, each once.
  let marks: [Mark]

  init(earliest: Int32, latest: Int32, marks: [Mark]) {
    self.earliest = earliest
    self.latest = latest
    self.marks = marks
  }

  /// The marks of a mention.
  ///
  /// - Parameter article: the id of its article, as merging knows it.
  public init(_ mention: EventMention, article: String) {
    var names = NameTable()
    let telling = Telling(mention, index: 0, article: 0, published: nil, names: &names)
    let isLoose = !telling.isFirm && !telling.isThin
    var marks: [Mark] = []
    func add(_ keys: [UInt64], _ bond: Bond) {
      for key in keys { marks.append(Mark(key: key, bond: bond)) }
    }
    if telling.isFirm { add(Blocking.keys(of: telling), .byDay) }
    add(Blocking.strongKeys(of: telling), isLoose ? .seeking : .sought)
    if isLoose {
      add(Blocking.looseKeysAnywhere(of: telling), .always)
      // Tellings that say the very same lead one another, whatever blocks they have.
      var parties = telling.parties.map { String($0.name) }
      parties.sort()
      let day = "\(telling.earliest)/\(telling.latest)/\(telling.ordinal ?? 0)"
      add([Self.key(["loose", mention.type.rawValue, day] + parties, telling)], .always)
    }
    // Inside its article a telling joins what it can only mean.
    let seeks = !telling.isFirm || telling.evidence == .publication
    add([Self.key(["article", article], telling)], seeks ? .seeking : .sought)
    // Two events that would have one id are told apart in the order they were founded.
    let identity = EventIdentity.Key(mention: mention)
    add([Self.key(ofEvent: identity.id(attempt: 0))], .always)
    add([Self.key(ofEvent: identity.id(attempt: 1))], .sought)
    let isTied = telling.status == .planned || telling.status == .denied
    add(Blocking.linkKeys(of: telling), isTied ? .seeking : .sought)
    self.init(
      earliest: telling.earliest,
      latest: telling.latest,
      marks: Array(Set(marks)).sorted {
        $0.key != $1.key ? $0.key < $1.key : $0.bond.rawValue < $1.bond.rawValue
      }
    )
  }

  /// The mark of the tellings that an event of an id may be founded on.
  static func key(ofEvent id: String) -> UInt64 { ShingleSketch.hash("event|\(id)".utf8) }

  private static func key(_ parts: [String], _ telling: Telling) -> UInt64 {
    let text = parts + [telling.mergeClass.id, telling.status.rawValue]
    return ShingleSketch.hash(text.joined(separator: "|").utf8)
  }
}

// MARK: - As bytes

extension MergingMarks {
  /// The marks of an article's tellings as bytes, for an archive.
  public static func packed(_ tellings: [MergingMarks]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tellings.reduce(0) { $0 + 10 + $1.marks.count * 9 })
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    for telling in tellings {
      append(telling.earliest)
      append(telling.latest)
      append(UInt16(truncatingIfNeeded: telling.marks.count))
      for mark in telling.marks {
        append(mark.bond.rawValue)
        append(mark.key)
      }
    }
    return bytes
  }

  /// How many tellings bytes hold the marks of, and how many marks; `nil` when nothing of ours wrote
  /// them.
  public static func count(in bytes: [UInt8]) -> (tellings: Int, marks: Int)? {
    var tellings = 0
    var marks = 0
    let isWhole = forEach(in: bytes) {
      tellings += 1
    } mark: { _, _, _, _ in
      marks += 1
    }
    return isWhole ? (tellings, marks) : nil
  }

  /// Goes through the marks that bytes hold, telling by telling.
  ///
  /// - Returns: whether they could be read to their end.
  @discardableResult
  static func forEach(
    in bytes: [UInt8],
    telling: () -> Void,
    mark: (_ earliest: Int32, _ latest: Int32, _ key: UInt64, Bond) -> Void
  ) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var offset = 0
      func next<Value: FixedWidthInteger>(_: Value.Type) -> Value? {
        let size = MemoryLayout<Value>.size
        guard bytes.count - offset >= size else { return nil }
        defer { offset += size }
        return Value(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Value.self))
      }
      while offset < bytes.count {
        guard let earliest = next(Int32.self), let latest = next(Int32.self),
          let count = next(UInt16.self)
        else { return false }
        telling()
        for _ in 0..<count {
          guard let bond = next(UInt8.self).flatMap(Bond.init), let key = next(UInt64.self) else {
            return false
          }
          mark(earliest, latest, key, bond)
        }
      }
      return true
    }
  }
}
