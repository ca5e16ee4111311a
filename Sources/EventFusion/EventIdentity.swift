import Chronology
import NewsModel

/// The ids of events: the same event gets the same id on every rebuild.
///
/// An id is a hash of what the *founding* telling says — the first published — and of nothing else:
/// class, parties, day, ordinal, status. A later article that joins the event adds names and dates,
/// but never changes the id that corrections are tied to.
struct EventIdentity {
  private var given: Set<String> = []

  /// What an id is made of.
  struct Key: Sendable {
    /// The founding mention.
    let mention: EventMention

    /// The text that is hashed: the class, sorted parties, the day or span, the ordinal.
    var text: String {
      let parties = mention.parties.map { $0.id ?? NameFolding.fold($0.name) }.sorted().uniqued()
      let span = mention.date.span
      let first = span.earliest?.description ?? ""
      let last = span.latest?.description ?? ""
      // Without a day only the article tells two such events apart.
      let bucket =
        mention.date.isUndated
        ? "in \(mention.article)" : first == last ? first : "\(first)/\(last)"
      let status = mention.status == .occurred ? "" : mention.status.rawValue
      let ordinal = mention.ordinal.map(String.init) ?? ""
      return [
        MergeClass(of: mention.type).id, parties.joined(separator: "+"), bucket, ordinal, status,
      ].joined(separator: "|")
    }

    /// The id at the first attempt, 0, or at a later one when events before it took that.
    func id(attempt: Int) -> String {
      let text = text
      guard attempt > 0 else { return EventIdentity.hash(text) }
      return EventIdentity.hash("\(text)|\(mention.article)|\(mention.id)|\(attempt)")
    }
  }

  /// The id of an event; called once for each, in the order of their founding mentions.
  ///
  /// Two events that hash alike (two meetings of the same people on one day, kept apart by their
  /// place) are told apart by the mention's own id.
  ///
  /// - Parameter isTaken: whether an event that is not merged now bears an id.
  mutating func id(for key: Key, isTaken: (String) -> Bool) -> String {
    var attempt = 0
    var id = key.id(attempt: attempt)
    while isTaken(id) || !given.insert(id).inserted {
      attempt += 1
      id = key.id(attempt: attempt)
    }
    return id
  }

  /// `ev-` and the first twelve hexadecimal digits of the text's FNV-1a hash of 128 bits.
  static func hash(_ text: String) -> String {
    var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013B
    for byte in text.utf8 { hash = (hash ^ UInt128(byte)) &* prime }
    // The low bits carry the last bytes best; fold the halves so that all bits count.
    let folded = ShingleSketch.mix(
      UInt64(truncatingIfNeeded: hash >> 64) ^ UInt64(truncatingIfNeeded: hash)
    )
    let digits = String(folded >> 16, radix: 16)
    return "ev-" + String(repeating: "0", count: 12 - digits.utf8.count) + digits
  }
}
