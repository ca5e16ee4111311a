/// The clock of a place: how far it is ahead of UTC at every instant.
///
/// Read from a file of the IANA time zone database (TZif, RFC 9636), which every Unix system has, so
/// that summer time that came and went by decree is known as it was. No calendar library is asked.
public struct ZoneClock: Hashable, Sendable {
  /// The instants at which the clock is set, in seconds since 1970 in UTC.
  private let changes: [Int]
  /// The seconds ahead of UTC before the first change, then from each change on.
  private let offsets: [Int]
  /// What holds after the last change.
  private let rule: ZoneRule?

  /// A clock that is always as far ahead of UTC.
  public init(minutesEast: Int) {
    changes = []
    offsets = [max(-1440, min(1440, minutesEast)) * 60]
    rule = nil
  }

  /// Reads the bytes of a TZif file; `nil` when they are none.
  public init?(tzif bytes: [UInt8]) {
    var reader = ZoneFileReader(bytes)
    guard let contents = reader.contents() else { return nil }
    changes = contents.changes
    offsets = contents.offsets
    rule = contents.footer.flatMap { ZoneRule($0) }
  }

  /// Reads `+03:00`, `-0330` and `Z`; `nil` for anything else.
  public init?(offset text: String) {
    var bytes = Array(text.utf8)[...]
    if text == "Z" || text == "UTC" {
      self.init(minutesEast: 0)
      return
    }
    guard let sign = bytes.popFirst(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return nil
    }
    let digits = bytes.filter { $0 != UInt8(ascii: ":") }
    guard digits.count == 4, digits.allSatisfy({ (0x30...0x39).contains($0) }),
      bytes.count == 4 || (bytes.count == 5 && bytes[bytes.startIndex + 2] == UInt8(ascii: ":"))
    else { return nil }
    let numbers = digits.map { Int($0) - 0x30 }
    let hours = numbers[0] * 10 + numbers[1]
    let minutes = numbers[2] * 10 + numbers[3]
    guard hours <= 14, minutes < 60 else { return nil }
    self.init(minutesEast: (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes))
  }

  /// How many seconds the clock is ahead of UTC.
  ///
  /// - Parameter instant: seconds since 1970 in UTC.
  public func secondsEast(at instant: Int) -> Int {
    if let rule, changes.last.map({ instant >= $0 }) ?? true {
      return rule.secondsEast(at: instant)
    }
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= instant { low = middle + 1 } else { high = middle }
    }
    return offsets.indices.contains(low) ? offsets[low] : 0
  }

  /// The day that the clock's calendar shows at an instant, in seconds since 1970 in UTC.
  public func day(at instant: Int) -> CivilDate? {
    let (local, overflow) = instant.addingReportingOverflow(secondsEast(at: instant))
    guard !overflow else { return nil }
    return CivilDate(dayNumber: local >= 0 ? local / 86_400 : (local + 1) / 86_400 - 1)
  }
}

/// Takes a TZif file apart; whatever a file holds, nothing is read beyond its end.
private struct ZoneFileReader {
  /// What a file says.
  struct Contents {
    var changes: [Int] = []
    var offsets: [Int] = []
    var footer: String?
  }

  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The counts at the head of a block.
  private struct Head {
    var version: UInt8
    var universal: Int
    var standard: Int
    var leaps: Int
    var times: Int
    var types: Int
    var letters: Int

    /// How many bytes the block has whose times are so many bytes wide.
    func size(width: Int) -> Int {
      times * (width + 1) + types * 6 + letters + leaps * (width + 4) + standard + universal
    }
  }

  mutating func contents() -> Contents? {
    guard var head = head() else { return nil }
    var width = 4
    if head.version >= UInt8(ascii: "2") {
      // The first block is for readers of old; the second has times of 64 bits.
      place += head.size(width: 4)
      guard let second = self.head() else { return nil }
      head = second
      width = 8
    }
    guard head.types > 0, place + head.size(width: width) <= bytes.count else { return nil }
    var contents = Contents()
    for _ in 0..<head.times { contents.changes.append(integer(width) ?? 0) }
    guard zip(contents.changes, contents.changes.dropFirst()).allSatisfy(<) else { return nil }
    let kinds = bytes[place..<(place + head.times)].map { Int($0) }
    place += head.times
    var types: [Int] = []
    for _ in 0..<head.types {
      types.append(integer(4) ?? 0)
      place += 2
    }
    guard kinds.allSatisfy({ $0 < types.count }), types.allSatisfy({ abs($0) <= 93_600 }) else {
      return nil
    }
    contents.offsets = [types[0]] + kinds.map { types[$0] }
    place += head.size(width: width) - head.times * (width + 1) - head.types * 6
    if width == 8, place < bytes.count, bytes[place] == 0x0A,
      let end = bytes[(place + 1)...].firstIndex(of: 0x0A)
    {
      contents.footer = String(decoding: bytes[(place + 1)..<end], as: UTF8.self)
    }
    return contents
  }

  private mutating func head() -> Head? {
    guard place + 44 <= bytes.count, bytes[place..<(place + 4)].elementsEqual("TZif".utf8) else {
      return nil
    }
    let version = bytes[place + 4]
    place += 20
    var counts: [Int] = []
    for _ in 0..<6 { counts.append(integer(4) ?? -1) }
    guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
    return Head(
      version: version,
      universal: counts[0],
      standard: counts[1],
      leaps: counts[2],
      times: counts[3],
      types: counts[4],
      letters: counts[5]
    )
  }

  /// A signed number of 4 or 8 bytes, the highest first.
  private mutating func integer(_ width: Int) -> Int? {
    guard place + width <= bytes.count else { return nil }
    var value: UInt64 = 0
    for byte in bytes[place..<(place + width)] { value = value << 8 | UInt64(byte) }
    place += width
    return width == 4
      ? Int(Int32(truncatingIfNeeded: value)) : Int(Int64(bitPattern: value))
  }
}
